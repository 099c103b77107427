"""What the directory holds, once its files have been read and found right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alertd.directory.names import Wording
from alertd.model.bodies import Body, Contact, Group, Topic


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the country and its provinces."""

    names: tuple[str, ...]
    provinces: tuple[str, ...]
    is_in_order: bool
    """Whether the provinces stand in geographical order, so that "từ … đến …" can be read on the list."""


@dataclass(frozen=True, slots=True)
class Province:
    """A province that this directory serves, and what is known of the country around it."""

    id: str
    """The name of its folder, e.g. `lang-son`."""
    name: str
    """E.g. "Lạng Sơn"."""
    committee: str
    """The body that a telegram to "the provinces" orders."""
    collectives: tuple[str, ...]
    """Words for several provinces: "các tỉnh, thành phố"."""
    collectives_from_above: tuple[str, ...]
    """The same, but only in a telegram from above the province: "tỉnh, thành phố" means districts and a city elsewhere."""
    fillers: tuple[str, ...]
    """Words between those and a region's name that add nothing: "khu vực", "thuộc"."""
    regions: tuple[Region, ...]
    other_provinces: tuple[str, ...]
    outside_names: tuple[str, ...]
    """Names of bodies that are known and not this directory's."""
    outside_names_from_above: tuple[str, ...]
    """The same, but only in a telegram from above the province, where "Bộ đội Biên phòng" is the whole country's."""
    outside_beginnings: tuple[str, ...]
    """How names of such bodies begin: "Văn phòng Chính phủ"."""
    outside_beginnings_from_above: tuple[str, ...]
    """The same, but only in a telegram from above the province, where "Cục …" is a ministry's."""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything under contacts/."""

    wording: Wording
    provinces: tuple[Province, ...]
    bodies: tuple[Body, ...]
    groups: tuple[Group, ...]
    areas: Mapping[tuple[str, str], tuple[str, ...]]
    """For a group and one of its members the bodies that the member looks after."""
    topics: tuple[Topic, ...]
    no_topic: tuple[str, ...]
    """Phrases that hold a topic's words without being about it."""
    contacts: tuple[Contact, ...]
    test_prefixes: Mapping[str, tuple[str, ...]]
    """For each channel how the addresses begin that exist only in drills and tests."""

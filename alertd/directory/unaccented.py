"""The directory as it reads without diacritics, for names from machines and telephones that have none."""

from __future__ import annotations

from dataclasses import replace

from alertd.directory.content import Content, Province, Region
from alertd.directory.names import Wording, bare, tidy


def is_unaccented(text: str) -> bool:
    """Whether a text has letters and none with a mark: "UBND huyen Cao Loc"."""
    tidied = tidy(text)
    return bare(tidied) == tidied and any(map(str.isalpha, tidied))


def without_diacritics(content: Content) -> Content:
    """The same content, its words of command bare: how names are written, and what stands around the province.

    Bodies and groups stay as they are; the index folds their keys.
    """
    return replace(content, wording=_wording(content.wording), provinces=tuple(map(_province, content.provinces)))


def _wording(wording: Wording) -> Wording:
    return Wording(
        abbreviations={_bare(short): _bare(meaning) for short, meaning in wording.abbreviations.items()},
        titles=_all(wording.titles),
        tails=_all(wording.tails),
        provinces=_all(wording.provinces),
        qualifiers=_all(wording.qualifiers),
        of_province=_bare(wording.of_province),
    )


def _province(province: Province) -> Province:
    return replace(
        province,
        name=_bare(province.name),
        collectives=_all(province.collectives),
        collectives_from_above=_all(province.collectives_from_above),
        fillers=_all(province.fillers),
        regions=tuple(Region(_all(region.names), _all(region.provinces), region.is_in_order) for region in province.regions),
        other_provinces=_all(province.other_provinces),
        outside_names=_all(province.outside_names),
        outside_names_from_above=_all(province.outside_names_from_above),
        outside_beginnings=_all(province.outside_beginnings),
        outside_beginnings_from_above=_all(province.outside_beginnings_from_above),
    )


def _all(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_bare, texts))


def _bare(text: str) -> str:
    return bare(tidy(text))

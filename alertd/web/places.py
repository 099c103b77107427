"""Draws reported places and the seats of bodies on a map of our own: a grid of degrees, a scale and marks, no tiles of a third party."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from alertd.model.bodies import Seat
from alertd.web.attention import face_of
from alertd.web.map_labels import Side, sides
from alertd.web.states import Face
from alertd.workflow.board.views import BodyRow

WIDTH, HEIGHT, MARGIN = 640.0, 400.0, 40.0
_SMALLEST = 0.02
"""A map is at least so many degrees wide: a single place needs surroundings too."""
_KM_PER_DEGREE = 111.32
_TO_COMPARE = 2
"""A single seat says nothing that the page does not."""
_STEPS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
_LENGTHS = (0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200)


@dataclass(frozen=True, slots=True)
class Place:
    """One reported place, and where it stands on the drawing."""

    number: int
    body: str
    body_id: str
    name: str
    latitude: float
    longitude: float
    at: datetime
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class SeatMark:
    """The seat of a body, in the colour and with the sign of the body's state."""

    body_id: str
    name: str
    face: Face
    x: float
    y: float
    side: Side
    """Where the name stands."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the grid."""

    label: str
    at: float


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """All that the page needs to draw."""

    places: tuple[Place, ...]
    seats: tuple[SeatMark, ...]
    meridians: tuple[Line, ...]
    parallels: tuple[Line, ...]
    scale_km: float
    scale_width: float


@dataclass(frozen=True, slots=True)
class _Frame:
    """From degrees to the drawing."""

    west: float
    north: float
    x_per_degree: float
    y_per_degree: float

    def x(self, longitude: float) -> float:
        return round(MARGIN + (longitude - self.west) * self.x_per_degree, 1)

    def y(self, latitude: float) -> float:
        return round(MARGIN + (self.north - latitude) * self.y_per_degree, 1)


def map_of(rows: Sequence[BodyRow]) -> PlaceMap | None:
    """The map of what the bodies reported and of their seats; None where nobody reported a place and there are no two seats to compare."""
    seated = [(row, row.body.seat) for row in rows if row.body.seat is not None]
    points = [
        (row, a, a.latitude, a.longitude)
        for row in rows
        for reply in row.replies
        for a in row.attachments.get(reply.id, ())
        if a.latitude is not None and a.longitude is not None
    ]
    if not points and len(seated) < _TO_COMPARE:
        return None
    latitudes = [*(latitude for _, _, latitude, _ in points), *(seat.latitude for _, seat in seated)]
    longitudes = [*(longitude for _, _, _, longitude in points), *(seat.longitude for _, seat in seated)]
    frame = _frame(latitudes, longitudes)
    places = tuple(
        Place(n, row.body.name, row.body.id, a.name, latitude, longitude, a.received_at, frame.x(longitude), frame.y(latitude))
        for n, (row, a, latitude, longitude) in enumerate(points, 1)
    )
    return _drawn(frame, places, _seats(frame, seated, places))


def _seats(frame: _Frame, seated: Sequence[tuple[BodyRow, Seat]], places: Sequence[Place]) -> tuple[SeatMark, ...]:
    marks = [(row.body.short_name, frame.x(seat.longitude), frame.y(seat.latitude)) for row, seat in seated]
    chosen = sides(marks, [(place.x, place.y) for place in places], WIDTH)
    return tuple(
        SeatMark(row.body.id, name, face_of(row), x, y, side) for (row, _), (name, x, y), side in zip(seated, marks, chosen, strict=True)
    )


def _drawn(frame: _Frame, places: tuple[Place, ...], seats: tuple[SeatMark, ...]) -> PlaceMap:
    """The marks with the grid and the scale."""
    east, south = frame.west + (WIDTH - 2 * MARGIN) / frame.x_per_degree, frame.north - (HEIGHT - 2 * MARGIN) / frame.y_per_degree
    per_km = frame.y_per_degree / _KM_PER_DEGREE
    km = next((length for length in reversed(_LENGTHS) if length * per_km <= WIDTH / 4), _LENGTHS[0])
    return PlaceMap(
        places,
        seats,
        tuple(Line(f"{degree:g}°Đ", frame.x(degree)) for degree in _degrees(frame.west, east)),
        tuple(Line(f"{degree:g}°B", frame.y(degree)) for degree in _degrees(south, frame.north)),
        km,
        round(km * per_km, 1),
    )


def _frame(latitudes: Sequence[float], longitudes: Sequence[float]) -> _Frame:
    """All points inside, as many kilometres to a unit along as across."""
    middle = (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2
    narrowing = max(math.cos(math.radians(middle[0])), 0.01)
    tall = max(max(latitudes) - min(latitudes), _SMALLEST) * 1.1
    wide = max(max(longitudes) - min(longitudes), _SMALLEST) * 1.1
    y_per_degree = min((HEIGHT - 2 * MARGIN) / tall, (WIDTH - 2 * MARGIN) / (wide * narrowing))
    x_per_degree = y_per_degree * narrowing
    west = middle[1] - (WIDTH - 2 * MARGIN) / x_per_degree / 2
    north = middle[0] + (HEIGHT - 2 * MARGIN) / y_per_degree / 2
    return _Frame(west, north, x_per_degree, y_per_degree)


def _degrees(low: float, high: float) -> list[float]:
    """Round degrees between the two, four to eight of them."""
    step = next((step for step in _STEPS if (high - low) / step <= 6), 10.0)
    first = math.ceil(low / step)
    return [round(number * step, 4) for number in range(first, math.floor(high / step) + 1)]

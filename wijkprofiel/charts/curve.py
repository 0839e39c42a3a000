"""Earlier rounds as two lines with their numbers at the points and their names at the end.

The upper of two figures has its number above it and the lower one below, so that they never lie
on each other; the names at the end are moved apart. A round without a figure breaks the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wijkprofiel.charts.data import CurveData, CurveRound
from wijkprofiel.charts.palette import BLUE, INK, MUTED, WHITE
from wijkprofiel.charts.svg import circle, document, number, path, text

WIDTH = 300.0
HEIGHT = 86.0
TEXT_SIZE = 12.4
"""Pixels of the PDF, of which four are three points."""

_LEFT, _RIGHT = 12.0, 184.0
_TOP, _BOTTOM = 20.0, 50.0
_YEARS = 83.0
_SPAN = 10.0
"""Points the picture is high at least: a difference of one point must not look like a climb."""
_ABOVE, _BELOW = 6.0, 15.0
_APART = 14.0
_DIGIT = 0.5
"""About how wide a digit is, in ems, to put a number over the middle of its point."""

Point = tuple[float, float]


def curve(data: CurveData) -> str:
    """Draw the rounds."""
    frame = _Frame.of(data)
    own, country = frame.points(data.own), frame.points(data.country)
    parts = [
        *_line(country, MUTED, 1.2),
        *_line(own, BLUE, 2.4),
        *_dots(country, WHITE, MUTED, 2.2),
        *_dots(own, BLUE, BLUE, 2.6),
        *_numbers(data, own, country),
        *_names(data, own, country),
        *(
            text(_centred(frame.x(year), str(year)), _YEARS, str(year), size=TEXT_SIZE, fill=INK)
            for year in data.years
        ),
    ]
    return document(WIDTH, HEIGHT, data.text, parts)


@dataclass(frozen=True, slots=True)
class _Frame:
    """From years and figures to places."""

    years: tuple[int, ...]
    low: float
    high: float

    @classmethod
    def of(cls, data: CurveData) -> _Frame:
        known = [each.value for each in (*data.own, *data.country) if each is not None] or [0.0]
        room = max(0.0, _SPAN - (max(known) - min(known))) / 2
        return cls(data.years, min(known) - room, max(known) + room)

    def x(self, year: int) -> float:
        first, last = self.years[0], self.years[-1]
        part = (year - first) / (last - first) if last > first else 0.0
        return _LEFT + part * (_RIGHT - _LEFT)

    def points(self, rounds: Sequence[CurveRound | None]) -> list[Point | None]:
        return [
            None if each is None else (self.x(year), self._y(each.value))
            for year, each in zip(self.years, rounds, strict=True)
        ]

    def _y(self, value: float) -> float:
        return _BOTTOM - (value - self.low) / (self.high - self.low) * (_BOTTOM - _TOP)


def _line(points: Sequence[Point | None], colour: str, width: float) -> Iterator[str]:
    joined = "".join(
        f"M{number(one[0])} {number(one[1])}L{number(other[0])} {number(other[1])}"
        for one, other in pairwise(points)
        if one is not None and other is not None
    )
    if joined:
        yield path(joined, "none", stroke=colour, width=width)


def _dots(points: Sequence[Point | None], fill: str, edge: str, radius: float) -> Iterator[str]:
    outline = "".join(circle(*point, radius) for point in points if point is not None)
    if outline:
        yield path(outline, fill, stroke=edge, width=1.2)


def _numbers(
    data: CurveData, own: Sequence[Point | None], country: Sequence[Point | None]
) -> Iterator[str]:
    """The numbers of all rounds but the last, which stand with the names."""
    for place in range(len(data.years) - 1):
        mine, theirs = own[place], country[place]
        above = mine is not None and (theirs is None or mine[1] <= theirs[1])
        yield from _number(data.own[place], mine, above=above, own=True)
        yield from _number(data.country[place], theirs, above=not above, own=False)


def _number(
    figure: CurveRound | None, point: Point | None, *, above: bool, own: bool
) -> Iterator[str]:
    if figure is not None and point is not None:
        x, y = _centred(point[0], figure.printed), point[1] + (-_ABOVE if above else _BELOW)
        yield _written(x, y, figure.printed, own=own)


def _names(
    data: CurveData, own: Sequence[Point | None], country: Sequence[Point | None]
) -> Iterator[str]:
    """The last number of each line with its name, apart from each other."""
    ends = [
        (point[1], figure.printed, name, is_own)
        for point, figure, name, is_own in (
            (own[-1], data.own[-1], data.own_name, True),
            (country[-1], data.country[-1], data.country_name, False),
        )
        if point is not None and figure is not None
    ]
    places = _apart([y for y, *_ in ends])
    for y, (_, printed, name, is_own) in zip(places, ends, strict=True):
        yield _written(_RIGHT + 9, y + TEXT_SIZE * 0.34, f"{printed} {name}", own=is_own)


def _apart(places: list[float]) -> list[float]:
    """Two places at least the height of a line from each other; of equals the first is above."""
    if len(places) < 2 or abs(places[0] - places[1]) >= _APART:
        return places
    middle = sum(places) / 2
    up, down = middle - _APART / 2, middle + _APART / 2
    return [up, down] if places[0] <= places[1] else [down, up]


def _written(x: float, y: float, content: str, *, own: bool) -> str:
    weight, fill = (600, INK) if own else (400, MUTED)
    return text(x, y, content, size=TEXT_SIZE, fill=fill, weight=weight)


def _centred(x: float, content: str) -> float:
    return max(0.0, x - len(content) * TEXT_SIZE * _DIGIT / 2)

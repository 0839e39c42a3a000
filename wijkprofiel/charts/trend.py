"""The rounds of one indicator as small lines: the area in blue, the benchmarks in ink and grey.

Rounds stand where their years are. A round without a figure breaks the line: nothing is drawn
through years that were not measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from wijkprofiel.charts.palette import BLUE, INK, MUTED
from wijkprofiel.charts.spine import COUNTRY
from wijkprofiel.charts.svg import circle, document, number, path
from wijkprofiel.documents.profile.pages import TrendLine
from wijkprofiel.words.cells import Cell

WIDTH = 110.0
HEIGHT = 19.0

_SPAN = 10.0
"""Points the picture is high at least: a difference of one point must not look like a climb."""

_EDGE = 3.0
_DOT = 1.9

Point = tuple[float, float]


def trend(line: TrendLine, years: Sequence[int], benchmarks: Sequence[str]) -> str:
    """Draw the rounds.

    Args:
        years: the rounds, as the cells are ordered.
        benchmarks: keys of the benchmarks, as the line orders them.
    """
    scale = _Scale.of(line, years)
    parts: list[str] = []
    for key, cells in zip(benchmarks, line.benchmarks, strict=True):
        parts += _stretches(scale.points(cells), INK if key == COUNTRY else MUTED, 1.1, key)
    points = scale.points(line.region)
    parts += _stretches(points, BLUE, 2.0, COUNTRY)
    dots = "".join(circle(*point, _DOT) for point in points if point is not None)
    if dots:
        parts.append(path(dots, BLUE))
    return document(WIDTH, HEIGHT, line.text, parts)


class _Scale:
    """From years and figures to places."""

    def __init__(self, years: Sequence[int], low: float, high: float) -> None:
        self._years = years
        self._low, self._high = low, high

    @classmethod
    def of(cls, line: TrendLine, years: Sequence[int]) -> _Scale:
        cells = [cell for row in (line.region, *line.benchmarks) for cell in row]
        known = [cell.value for cell in cells if cell.value is not None] or [0.0]
        low, high = min(known), max(known)
        room = max(0.0, _SPAN - (high - low)) / 2
        return cls(years, low - room, high + room)

    def points(self, cells: Sequence[Cell]) -> list[Point | None]:
        return [
            None if cell.value is None else (self._x(year), self._y(cell.value))
            for year, cell in zip(self._years, cells, strict=True)
        ]

    def _x(self, year: int) -> float:
        first, last = self._years[0], self._years[-1]
        part = (year - first) / (last - first) if last > first else 0.5
        return _EDGE + part * (WIDTH - 2 * _EDGE)

    def _y(self, value: float) -> float:
        part = (value - self._low) / (self._high - self._low)
        return HEIGHT - _EDGE - part * (HEIGHT - 2 * _EDGE)


def _stretches(points: list[Point | None], colour: str, width: float, key: str) -> Iterator[str]:
    """The line through rounds that follow each other; dashed unless it is the country or area."""
    joined = "".join(
        f"M{number(one[0])} {number(one[1])}L{number(other[0])} {number(other[1])}"
        for one, other in pairwise(points)
        if one is not None and other is not None
    )
    dash = "" if key == COUNTRY else ' stroke-dasharray="3 2"'
    if joined:
        yield (
            f'<path d="{joined}" fill="none" stroke="{colour}" '
            f'stroke-width="{number(width)}"{dash}/>'
        )

"""The strip: every figure of one subject as one mark, among the wijken of the country.

Left is the least favourable place, right the most favourable one; the line in the middle is the
wijk in the middle. Marks that share a place are stacked, so that none hides another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from wijkprofiel.charts.marks import mark_path
from wijkprofiel.charts.palette import HAIRLINE
from wijkprofiel.charts.svg import box, document, path
from wijkprofiel.documents.profile.pages import Strip, StripMark

WIDTH = 440.0
WIDTH_ON_SCREEN = 270.0
"""A narrower strip keeps its marks large enough on a telephone."""

_EDGE = 6.0
_MARK = 8.6
_PITCH = 7.8
_MARGIN = 2.4
_APART = 9.2


def strip(data: Strip, *, width: float = WIDTH, named: bool = False) -> str:
    """Draw a strip; it is as high as its largest stack.

    Args:
        named: each mark tells its name when a mouse rests on it.
    """
    placed = list(stacked(data.marks, width))
    levels = [level for _, level in placed] or [0]
    above, below = max(0, *levels), -min(0, *levels)
    middle = _MARGIN + _MARK / 2 + above * _PITCH
    height = middle + below * _PITCH + _MARK / 2 + _MARGIN
    marks = [
        _named(
            mark_path(mark.mark, _x(mark.place, width), middle - level * _PITCH, _MARK, halo=True),
            mark.name if named else "",
        )
        for mark, level in placed
    ]
    return document(width, height, data.text, [_ruler(middle, height, width), *marks])


def _named(drawn: str, name: str) -> str:
    return f"<g><title>{escape(name, quote=False)}</title>{drawn}</g>" if name else drawn


def stacked(marks: Iterable[StripMark], width: float) -> Iterator[tuple[StripMark, int]]:
    """Marks from left to right, each on the level nearest to the line that is free there."""
    taken: dict[int, float] = {}
    for mark in sorted(marks, key=lambda one: (one.place, one.indicator)):
        x = _x(mark.place, width)
        level = next(n for n in _levels() if x - taken.get(n, -_APART * 2) >= _APART)
        taken[level] = x
        yield mark, level


def _levels() -> Iterator[int]:
    """0, 1, -1, 2, -2, ..."""
    yield 0
    distance = 1
    while True:
        yield distance
        yield -distance
        distance += 1


def _x(place: float, width: float) -> float:
    return _EDGE + place * (width - 2 * _EDGE)


def _ruler(middle: float, height: float, width: float) -> str:
    """The line, its ends and its middle."""
    left, centre, right = (_x(place, width) for place in (0, 0.5, 1))
    line = box(left, middle - 0.4, right, middle + 0.4)
    uprights = "".join(box(x - 0.4, 0, x + 0.4, height) for x in (left, centre, right))
    return path(line + uprights, HAIRLINE)

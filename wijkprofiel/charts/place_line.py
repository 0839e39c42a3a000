"""One figure on an axis of places: how many adults live where it is less favourable.

The axis runs from 0, the least favourable side, to 100; a line in the middle halves the adults of
the country. Every figure has a row of its own, so that no mark lies on another.
"""

from __future__ import annotations

from wijkprofiel.charts.marks import mark_path
from wijkprofiel.charts.palette import GREY
from wijkprofiel.charts.svg import box, document, path
from wijkprofiel.domain.verdict import Mark

WIDTH, HEIGHT = 200.0, 16.0
_EDGE = 7.0
_MARK = 11.0
_MIDDLE = HEIGHT / 2
_LINE = 0.5
"""Half the width of a line: three quarters of a point is what a poor printer keeps."""
_TICK = 3.0


def place_on_axis(place: float | None, mark: Mark, text: str) -> str:
    """Draw the axis of one row, with its mark.

    Args:
        place: from 0 to 100; None where it is not known: then the axis has no mark.
        text: everything that the picture says, in words.
    """
    parts = [path(_axis(), GREY)]
    if place is not None:
        parts.append(mark_path(mark, x_of(place), _MIDDLE, _MARK, halo=True))
    return document(WIDTH, HEIGHT, text, parts)


def x_of(place: float) -> float:
    """Where a place lies between the edges of the picture."""
    return _EDGE + place / 100 * (WIDTH - 2 * _EDGE)


def _axis() -> str:
    """The line, and the middle from edge to edge, so that those of all rows make one line."""
    left, middle, right = (x_of(place) for place in (0, 50, 100))
    line = box(left, _MIDDLE - _LINE / 2, right, _MIDDLE + _LINE / 2)
    ends = "".join(
        box(x - _LINE, _MIDDLE - _TICK, x + _LINE, _MIDDLE + _TICK) for x in (left, right)
    )
    return line + ends + box(middle - _LINE / 2, 0, middle + _LINE / 2, HEIGHT)

"""Lines to write on: one picture, so that nobody hears them read out one by one."""

from __future__ import annotations

from wijkprofiel.charts.palette import GREY
from wijkprofiel.charts.svg import box, document, path

_WIDTH = 100.0
_APART = 76.0
_THICK = 2.2
"""Of a distance of 7.6 mm: a line of 0.6 point, which a poor printer keeps."""


def writing_lines(number: int) -> str:
    """Draw a number of lines; a style sheet stretches the picture to the room there is."""
    bottoms = (place * _APART for place in range(1, number + 1))
    outline = "".join(box(0, bottom - _THICK, _WIDTH, bottom) for bottom in bottoms)
    return document(_WIDTH, number * _APART, "", [path(outline, GREY)])

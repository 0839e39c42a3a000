"""A small axis from least to most favourable, with one mark; its number stands beside it."""

from __future__ import annotations

from wijkprofiel.charts.data import PlaceData
from wijkprofiel.charts.marks import mark_path
from wijkprofiel.charts.palette import MUTED
from wijkprofiel.charts.svg import box, document, path

WIDTH = 96.0
HEIGHT = 13.0

_EDGE = 6.0
_MIDDLE = HEIGHT / 2
_MARK = 11.0
_LINE = 0.5
_TICK = 4.0


def place_axis(data: PlaceData) -> str:
    """Draw the axis: its ends and the middle have a tick."""
    left, right = _EDGE, WIDTH - _EDGE
    ticks = (left, (left + right) / 2, right)
    outline = box(left, _MIDDLE - _LINE, right, _MIDDLE + _LINE) + "".join(
        box(x - _LINE, _MIDDLE - _TICK, x + _LINE, _MIDDLE + _TICK) for x in ticks
    )
    x = left + data.place / 100 * (right - left)
    parts = [path(outline, MUTED), mark_path(data.mark, x, _MIDDLE, _MARK, halo=True)]
    return document(WIDTH, HEIGHT, data.text, parts)

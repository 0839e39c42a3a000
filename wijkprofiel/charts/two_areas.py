"""Two areas on one line: where the figure of each lies between 0 and 100, and the country's.

No area has a colour: the first is a filled square above the line, the second an open one below it,
so that neither hides the other where they have the same figure. An upright is the Netherlands.
"""

from __future__ import annotations

from wijkprofiel.charts.data import BesideData
from wijkprofiel.charts.palette import BAND, INK, MUTED, WHITE
from wijkprofiel.charts.svg import box, document, path

WIDTH, HEIGHT = 240.0, 20.0
_EDGE = 6.0
_MIDDLE = HEIGHT / 2
_LINE = 0.5
_TICK = 3.0
_HALF = 4.2
"""Half the side of a mark."""
_OFF = 4.9
"""How far above or below the line it lies."""


def two_areas(data: BesideData) -> str:
    """Draw the line with its marks; what has no figure has no mark."""
    parts = [path(_axis(), MUTED)]
    if data.first is not None and data.second is not None:
        ends = sorted((_x(data.first), _x(data.second)))
        parts.append(path(box(ends[0], _MIDDLE - 1.2, ends[1], _MIDDLE + 1.2), BAND))
    if data.country is not None:
        x = _x(data.country)
        parts.append(path(box(x - 0.8, 0, x + 0.8, HEIGHT), INK))
    if data.first is not None:
        parts.append(path(square(_x(data.first), _MIDDLE - _OFF, _HALF), INK, stroke=WHITE))
    if data.second is not None:
        outline = square(_x(data.second), _MIDDLE + _OFF, _HALF - 0.6)
        parts.append(path(outline, WHITE, stroke=INK, width=1.2))
    return document(WIDTH, HEIGHT, data.text, parts)


def square(x: float, y: float, half: float) -> str:
    """A square around a centre."""
    return box(x - half, y - half, x + half, y + half)


def _x(value: float) -> float:
    return _EDGE + max(0.0, min(100.0, value)) / 100 * (WIDTH - 2 * _EDGE)


def _axis() -> str:
    """The line with its ends and its middle."""
    line = box(_x(0), _MIDDLE - _LINE / 2, _x(100), _MIDDLE + _LINE / 2)
    ticks = (
        box(_x(at) - _LINE, _MIDDLE - _TICK, _x(at) + _LINE, _MIDDLE + _TICK) for at in (0, 50, 100)
    )
    return line + "".join(ticks)

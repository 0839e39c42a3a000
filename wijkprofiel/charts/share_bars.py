"""Bars of shares, with the benchmarks as marks on the same scale.

The figures stand beside the bars as a table; a bar is the picture of its own row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wijkprofiel.charts.data import BarData, Sign
from wijkprofiel.charts.palette import BLUE, INK, WHITE
from wijkprofiel.charts.spine import diamond_paths
from wijkprofiel.charts.svg import box, document, path

WIDTH = 315.0
WIDTH_ON_SCREEN = 120.0
HEIGHT = 14.0

_BAR = 4.5
_TICK = 7.0
_EDGE = 5.0


def largest_share(bars: Iterable[BarData]) -> float:
    """The figure that sets the scale of bars that stand under each other."""
    values = (value for bar in bars for value in (bar.value, *(v for _, v in bar.benchmarks)))
    return max((value for value in values if value is not None), default=0.0)


def share_bars(
    bars: Sequence[BarData], *, largest: float | None = None, width: float = WIDTH
) -> tuple[str, ...]:
    """One picture per bar, all on one scale.

    Args:
        largest: the figure that takes the whole width; without it the largest of these bars.
    """
    largest = largest_share(bars) if largest is None else largest
    scale = (width - _EDGE) / (largest or 1.0)
    return tuple(_bar(bar, scale, width) for bar in bars)


def _bar(bar: BarData, scale: float, width: float) -> str:
    middle = HEIGHT / 2
    known = [(sign, value * scale) for sign, value in bar.benchmarks if value is not None]
    parts = []
    if bar.value is not None:
        end = bar.value * scale
        parts.append(path(box(0, middle - _BAR, end, middle + _BAR), BLUE))
    parts += [_tick(x, middle) for sign, x in known if sign is Sign.BAR]
    parts += diamond_paths([(sign, max(x, _EDGE)) for sign, x in known], middle)
    return document(width, HEIGHT, bar.text, parts)


def _tick(x: float, middle: float) -> str:
    """A bar for the country, with a white edge so that it shows on the blue too."""
    outline = box(x - 1.1, middle - _TICK + 0.5, x + 1.1, middle + _TICK - 0.5)
    return path(outline, INK, stroke=WHITE, width=0.8)

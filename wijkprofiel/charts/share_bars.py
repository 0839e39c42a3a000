"""Bars of shares under one another, on one scale from zero.

The figures stand beside the bars as a table; a bar is the picture of its own row. It says how many,
not how good that is, and so its colour is no colour of a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wijkprofiel.charts.data import BarData
from wijkprofiel.charts.palette import MUTED
from wijkprofiel.charts.svg import box, document, path

WIDTH = 315.0
WIDTH_ON_SCREEN = 120.0
HEIGHT = 14.0

_BAR = 6.0


def largest_share(bars: Iterable[BarData]) -> float:
    """The figure that sets the scale of bars that stand under each other."""
    return max((bar.value for bar in bars if bar.value is not None), default=0.0)


def share_bars(
    bars: Sequence[BarData], *, largest: float | None = None, width: float = WIDTH
) -> tuple[str, ...]:
    """One picture per bar, all on one scale.

    Args:
        largest: the figure that takes the whole width; without it the largest of these bars.
    """
    largest = largest_share(bars) if largest is None else largest
    scale = width / (largest or 1.0)
    return tuple(_bar(bar, scale, width) for bar in bars)


def _bar(bar: BarData, scale: float, width: float) -> str:
    parts = []
    if bar.value is not None:
        outline = box(0, HEIGHT / 2 - _BAR, bar.value * scale, HEIGHT / 2 + _BAR)
        parts.append(path(outline, MUTED))
    return document(width, HEIGHT, bar.text, parts)

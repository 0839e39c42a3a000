"""Bars of shares, with the benchmarks as marks on the same scale.

The figures stand beside the bars as a table; a bar is the picture of its own row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wijkprofiel.charts.palette import BLUE, INK, WHITE
from wijkprofiel.charts.spine import COUNTRY, diamond_paths
from wijkprofiel.charts.svg import box, document, path
from wijkprofiel.documents.profile.pages import ShareBar, ShareChart

WIDTH = 315.0
WIDTH_ON_SCREEN = 120.0
HEIGHT = 14.0

_BAR = 4.5
_TICK = 7.0
_EDGE = 5.0


def largest_share(charts: Iterable[ShareChart]) -> float:
    """The figure that sets the scale of charts that stand under each other."""
    bars = (bar for chart in charts for bar in chart.bars)
    values = (cell.value for bar in bars for cell in (bar.value, *bar.benchmarks))
    return max((value for value in values if value is not None), default=0.0)


def share_bars(
    chart: ShareChart, *, largest: float | None = None, width: float = WIDTH
) -> tuple[str, ...]:
    """One picture per bar, all on one scale.

    Args:
        largest: the figure that takes the whole width; without it the largest of this chart.
    """
    largest = largest_share([chart]) if largest is None else largest
    keys = [column.key for column in chart.columns]
    scale = (width - _EDGE) / (largest or 1.0)
    return tuple(_bar(bar, keys, scale, width) for bar in chart.bars)


def _bar(bar: ShareBar, keys: Sequence[str], scale: float, width: float) -> str:
    middle = HEIGHT / 2
    known = [
        (k, c.value * scale)
        for k, c in zip(keys, bar.benchmarks, strict=True)
        if c.value is not None
    ]
    parts = []
    if bar.value.value is not None:
        end = bar.value.value * scale
        parts.append(path(box(0, middle - _BAR, end, middle + _BAR), BLUE))
    parts += [_tick(x, middle) for key, x in known if key == COUNTRY]
    parts += diamond_paths([max(x, _EDGE) for key, x in known if key != COUNTRY], middle)
    printed = [bar.value.text, *(cell.text for cell in bar.benchmarks)]
    return document(width, HEIGHT, f"{bar.label}: {', '.join(printed)}", parts)


def _tick(x: float, middle: float) -> str:
    """A bar for the country, with a white edge so that it shows on the blue too."""
    outline = box(x - 1.1, middle - _TICK + 0.5, x + 1.1, middle + _TICK - 0.5)
    return path(outline, INK, stroke=WHITE, width=0.8)

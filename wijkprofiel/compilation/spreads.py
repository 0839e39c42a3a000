"""The spread of a figure over the wijken with enough people.

`methods.spread.describe` for whole columns at once; a test holds the two equal.
"""

from __future__ import annotations

import numpy as np

from wijkprofiel.domain.figures import Spread
from wijkprofiel.edition.packing import Floats

_SD_DECIMALS = 9
_VALUE_DECIMALS = 6
_PARTS = (0, 0.05, 0.25, 0.5, 0.75, 0.95, 1)


def spread_of(values: Floats, decimals: int) -> Spread | None:
    """Summarise the figures that there are; None if there are none.

    Args:
        values: one per area, NaN where there is none.
        decimals: precision at which the distinct values are kept.
    """
    known = values[~np.isnan(values)]
    if not len(known):
        return None
    low, p5, p25, median, p75, p95, high = np.quantile(known, _PARTS).tolist()
    distinct = _distinct(known, decimals)
    return Spread(
        count=len(known),
        sd=_deviation(known),
        sd_root=_deviation(np.sqrt(known)) if low >= 0 else None,
        low=_tidy(low),
        p5=_tidy(p5),
        p25=_tidy(p25),
        median=_tidy(median),
        p75=_tidy(p75),
        p95=_tidy(p95),
        high=_tidy(high),
        values=tuple(distinct),
        counts=tuple(distinct.values()),
    )


def _deviation(values: Floats) -> float | None:
    return round(float(np.std(values, ddof=1)), _SD_DECIMALS) if len(values) > 1 else None


def _tidy(value: float) -> float:
    return round(value, _VALUE_DECIMALS)


def _distinct(values: Floats, decimals: int) -> dict[float, int]:
    """Distinct values and how often they occur, rounded as Python rounds (numpy differs)."""
    counts: dict[float, int] = {}
    distinct, times = np.unique(values, return_counts=True)
    for value, count in zip(distinct.tolist(), times.tolist(), strict=True):
        rounded = round(value, decimals)
        counts[rounded] = counts.get(rounded, 0) + count
    return counts

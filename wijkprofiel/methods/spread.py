"""How a figure lies spread over areas, and where one area lies in that spread.

The standard deviation is the sample form (n - 1), unweighted: every wijk counts once. Percentiles
of the spread are Hyndman and Fan's type 7 (The American Statistician 50, 1996), as in most
statistical software. The position of one area is its mid-rank percentile: areas with the same
value count for half, so that ties do not push an area up or down.
"""

from __future__ import annotations

import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from wijkprofiel.domain.figures import Spread


def standard_deviation(values: Sequence[float]) -> float | None:
    """Sample standard deviation; None where it is not defined (fewer than two values)."""
    return statistics.stdev(values) if len(values) > 1 else None


def quantile(ordered: Sequence[float], fraction: float) -> float:
    """Type 7 quantile of values in ascending order.

    Raises:
        ValueError: without values, or with a fraction outside 0..1.
    """
    if not ordered or not 0 <= fraction <= 1:
        raise ValueError("a quantile needs values and a fraction between 0 and 1")
    place = fraction * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def describe(values: Sequence[float], decimals: int) -> Spread:
    """Summarise the values of all areas; distinct values are kept at `decimals`.

    Raises:
        ValueError: without values.
    """
    ordered = sorted(values)
    rounded = [round(value, decimals) for value in ordered]
    distinct = sorted(set(rounded))
    roots = [value**0.5 for value in ordered] if ordered and ordered[0] >= 0 else []
    return Spread(
        count=len(ordered),
        sd=standard_deviation(ordered),
        sd_root=standard_deviation(roots),
        low=quantile(ordered, 0),
        p5=quantile(ordered, 0.05),
        p25=quantile(ordered, 0.25),
        median=quantile(ordered, 0.5),
        p75=quantile(ordered, 0.75),
        p95=quantile(ordered, 0.95),
        high=quantile(ordered, 1),
        values=tuple(distinct),
        counts=tuple(
            bisect_right(rounded, value) - bisect_left(rounded, value) for value in distinct
        ),
    )


def percentile(spread: Spread, value: float, decimals: int) -> float:
    """Mid-rank percentile (0-100) of one value in the spread.

    `decimals` is the precision that the spread keeps; the value is rounded to it first.
    """
    rounded = round(value, decimals)
    place = bisect_left(spread.values, rounded)
    lower = sum(spread.counts[:place])
    found = place < len(spread.values) and spread.values[place] == rounded
    same = spread.counts[place] if found else 0
    return 100 * (lower + same / 2) / spread.count

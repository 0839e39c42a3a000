"""How a figure lies spread over areas, and where one area lies in that spread.

The standard deviation is the sample form (n - 1), unweighted: every wijk counts once. Percentiles
of the spread are Hyndman and Fan's type 7 (The American Statistician 50, 1996), as in most
statistical software. The position of one area is its mid-rank percentile: areas with the same
value count for half, so that ties do not push an area up or down. Counted in wijken it says where
an area stands among areas; counted in people, among how many people. Most wijken are villages, so a
wijk that equals the country lies far from the middle of the wijken and near that of the people.
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


def describe(
    values: Sequence[float | None], people: Sequence[float | None], decimals: int
) -> Spread:
    """Summarise the figures of all areas; distinct values are kept at `decimals`.

    Args:
        values: one per area, None where there is none.
        people: in the same order, how many live there; an area of which that is not known weighs
            nothing among people.

    Raises:
        ValueError: without values.
    """
    ordered = sorted(value for value in values if value is not None)
    rounded = [round(value, decimals) for value in ordered]
    weights = dict.fromkeys(rounded, 0.0)
    for value, number in zip(values, people, strict=True):
        if value is not None:
            weights[round(value, decimals)] += number or 0
    roots = [value**0.5 for value in ordered] if ordered and ordered[0] >= 0 else []
    return Spread(
        count=len(ordered),
        wijken_total=len(values),
        sd=standard_deviation(ordered),
        sd_root=standard_deviation(roots),
        low=quantile(ordered, 0),
        p5=quantile(ordered, 0.05),
        p25=quantile(ordered, 0.25),
        median=quantile(ordered, 0.5),
        p75=quantile(ordered, 0.75),
        p95=quantile(ordered, 0.95),
        high=quantile(ordered, 1),
        values=tuple(weights),
        counts=tuple(
            bisect_right(rounded, value) - bisect_left(rounded, value) for value in weights
        ),
        people=tuple(weights.values()),
    )


def percentile(spread: Spread, value: float, decimals: int) -> float:
    """Mid-rank percentile (0-100) of one value in the spread.

    `decimals` is the precision that the spread keeps; the value is rounded to it first.
    """
    return _mid_rank(spread, spread.counts, value, decimals) * 100 / spread.count


def place_among_people(spread: Spread, value: float, decimals: int) -> float | None:
    """Of every 100 people in the wijken, how many live in one with a lower figure (0-100).

    Half of those in a wijk with the same figure count. None if it is of no wijk known how many
    people live there.

    Args:
        spread: with the people of each distinct value.
        value: of an area of any size.
        decimals: precision that the spread keeps; the value is rounded to it first.
    """
    everybody = sum(spread.people)
    if not everybody:
        return None
    return min(100.0, _mid_rank(spread, spread.people, value, decimals) * 100 / everybody)


def _mid_rank(spread: Spread, weights: Sequence[float], value: float, decimals: int) -> float:
    """The weight of everything below a value, and half of what equals it."""
    rounded = round(value, decimals)
    place = bisect_left(spread.values, rounded)
    found = place < len(spread.values) and spread.values[place] == rounded
    return sum(weights[:place]) + (weights[place] / 2 if found else 0)

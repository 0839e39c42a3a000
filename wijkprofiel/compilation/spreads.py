"""The spread of a figure over the wijken with enough people.

`methods.spread.describe` for whole columns at once; a test holds the two equal.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wijkprofiel.domain.figures import Spread
from wijkprofiel.edition.packing import Floats, Places

_SD_DECIMALS = 9
_VALUE_DECIMALS = 6
_PEOPLE_DECIMALS = 2  # of an estimated number of adults
_PARTS = (0, 0.05, 0.25, 0.5, 0.75, 0.95, 1)


def spread_of(values: Floats, people: Floats, decimals: int) -> Spread | None:
    """Summarise the figures that there are; None if there are none.

    Args:
        values: one per area, NaN where there is none.
        people: in the same order, how many live there; NaN, where it is not known, weighs nothing.
        decimals: precision at which the distinct values are kept.
    """
    there = ~np.isnan(values)
    known = values[there]
    if not len(known):
        return None
    low, p5, p25, median, p75, p95, high = np.quantile(known, _PARTS).tolist()
    distinct = _rounded(known, decimals)
    weights = np.bincount(distinct.places, np.nan_to_num(people[there]))
    return Spread(
        count=len(known),
        wijken_total=len(values),
        sd=_deviation(known),
        sd_root=_deviation(np.sqrt(known)) if low >= 0 else None,
        low=_tidy(low),
        p5=_tidy(p5),
        p25=_tidy(p25),
        median=_tidy(median),
        p75=_tidy(p75),
        p95=_tidy(p95),
        high=_tidy(high),
        values=distinct.values,
        counts=tuple(np.bincount(distinct.places).tolist()),
        people=tuple(round(number, _PEOPLE_DECIMALS) for number in weights.tolist()),
    )


def _deviation(values: Floats) -> float | None:
    return round(float(np.std(values, ddof=1)), _SD_DECIMALS) if len(values) > 1 else None


def _tidy(value: float) -> float:
    return round(value, _VALUE_DECIMALS)


@dataclass(frozen=True)
class _Rounded:
    """Distinct values in ascending order, and per figure the place of its own."""

    values: tuple[float, ...]
    places: Places


def _rounded(values: Floats, decimals: int) -> _Rounded:
    """Distinct values, rounded as Python rounds (numpy differs)."""
    exact, places = np.unique(values, return_inverse=True)
    rounded = np.array([round(value, decimals) for value in exact.tolist()])
    distinct, kept = np.unique(rounded, return_inverse=True)
    return _Rounded(tuple(distinct.tolist()), kept[places])

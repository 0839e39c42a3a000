"""Distances to the country over the rounds, on figures of 2012, 2016 and 2020."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkprofiel.methods.trend import DistanceChange, distance_change

CLOSER, FURTHER, PASSED, SAME = (
    DistanceChange.CLOSER,
    DistanceChange.FURTHER,
    DistanceChange.PASSED,
    DistanceChange.SAME,
)
Z = st.floats(-4, 4, allow_nan=False)


@pytest.mark.parametrize(
    ("distances", "change"),
    [
        ([3.29, 3.27, 2.52], CLOSER),  # Overvecht: high risk of anxiety or depression
        ([2.59, 2.82, 2.79], SAME),  # Overvecht: making ends meet
        ([-0.63, -0.40, 0.14], PASSED),  # Stevenshof: lonely, once fewer than in the country
        ([0.2, 1.0], FURTHER),
        ([-0.2, 1.0], FURTHER),  # passed the country, and is now clearly further away
        ([-0.80, 0.02], CLOSER),  # passed it by a hair
        ([-0.55, 0.55], PASSED),
        ([0.5, -0.3], PASSED),
        ([0.3, -0.3], SAME),
        ([0.0, 0.9, 0.8], SAME),  # went back
    ],
)
def test_what_is_said(distances: list[float], change: DistanceChange) -> None:
    assert distance_change(distances, 0.75) is change


@given(first=Z, last=Z)
def test_closer_and_further_are_about_the_distance_itself(first: float, last: float) -> None:
    change = distance_change([first, last], 0.75)
    assert change is distance_change([-first, -last], 0.75)
    if change is CLOSER:
        assert abs(last) <= abs(first) - 0.75 + 1e-6
    if change is FURTHER:
        assert abs(last) >= abs(first) + 0.75 - 1e-6
    if change is PASSED:
        assert first * last < 0


def test_one_round_is_no_change() -> None:
    with pytest.raises(ValueError, match="two rounds"):
        distance_change([1.0], 0.75)

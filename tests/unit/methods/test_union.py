"""The parts of a union put together: worked by hand on Koppel/Schothorst in 2020."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkprofiel.methods.union import (
    covered,
    fives_error,
    share_at_home,
    share_error,
    tens_error,
    weighted_mean,
)

ADULTS = (2556.0, 3766.4, 5859.8, 43.6)
weights = st.lists(st.floats(0.01, 1e6), min_size=1, max_size=25)


def test_a_share_of_people_is_the_mean_by_people() -> None:
    assert weighted_mean((73.7, 74.0, 78.6, 75.5), ADULTS) == pytest.approx(76.1474, abs=5e-5)


def test_other_means_go_by_their_own_weights() -> None:
    households = (1545, 2185, 3340, 25)
    assert weighted_mean((2.0, 2.0, 2.1, 2.1), households) == pytest.approx(2.0474, abs=5e-5)
    assert weighted_mean((3260, 2508, 2278, 2067), households) == pytest.approx(2561.9, abs=0.05)


@given(weights, st.floats(-100, 100))
def test_parts_that_are_all_the_same_are_the_whole(heavy: list[float], value: float) -> None:
    assert weighted_mean([value] * len(heavy), heavy) == pytest.approx(value)


@pytest.mark.parametrize(
    ("values", "heavy", "expected"),
    [
        ((0.8, 0.5, 0.5, 0.6), (3095, 4550, 7180, 55), 0.5628),  # km to a supermarket, by people
        ((3260, 2508, 2278, 2067), (1545, 2185, 3340, 25), 2561.9),  # addresses, by households
        ((2.0, 2.0, 2.1, 2.1), (1545, 2185, 3340, 25), 2.0474),  # size, by households
    ],
)
def test_registers_of_2020_worked_by_hand(
    values: tuple[float, ...], heavy: tuple[float, ...], expected: float
) -> None:
    assert weighted_mean(values, heavy) == pytest.approx(expected, abs=0.05 * 10**-3, rel=3e-5)


@pytest.mark.parametrize("heavy", [(0.0, 0.0), (-1.0, 2.0)])
def test_nothing_is_the_mean_of_nothing(heavy: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="positive weights"):
        weighted_mean((1.0, 2.0), heavy)


def test_people_in_an_institution_do_not_weigh() -> None:
    """Bosgebied: 1,570 people, and households of 430 times 1.9."""
    assert share_at_home(1570, 400, 1.8) == pytest.approx(0.4586, abs=5e-5)
    assert share_at_home(1570, 800, 1.9) == 1.0  # a household size of one decimal says no more
    assert share_at_home(1570, None, 1.9) == share_at_home(0, 10, 2.0) == 1.0


def test_a_part_without_a_figure_covers_nothing() -> None:
    assert covered([(90, True), (10, False)]) == pytest.approx(0.9)
    assert covered([]) == covered([(0, True)]) == 0.0


def test_rounding_to_fives_adds_up_and_to_tens_does_not() -> None:
    assert (fives_error(4), fives_error(1)) == (16, 4)
    assert (tens_error(1), tens_error(4)) == (5, 12)
    assert share_error((3285, 14880), 100, fives_error(4), 4) == pytest.approx(0.131, abs=5e-4)
    assert share_error((500, 9415), 1000, tens_error(4), 4) == pytest.approx(1.365, abs=5e-4)
    with pytest.raises(ValueError, match="positive denominator"):
        share_error((1, 0), 100, 4, 1)

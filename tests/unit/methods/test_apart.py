"""Two areas beside each other: neither is the measure of the other."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkprofiel.methods.apart import (
    ApartChange,
    apart_change,
    root_mean_square,
    standardised_apart,
)
from wijkprofiel.methods.difference import standardised

FIGURE = st.floats(0, 1_000, allow_nan=False)
ERROR = st.floats(0, 50, allow_nan=False)
SD = st.floats(0.1, 50, allow_nan=False)


@given(FIGURE, FIGURE, SD, st.booleans(), st.tuples(ERROR, ERROR))
def test_b_beside_a_is_the_opposite_of_a_beside_b(
    one: float, other: float, sd: float, root: bool, errors: tuple[float, float]
) -> None:
    z = standardised_apart(one, other, sd, root=root, errors=errors)
    again = standardised_apart(other, one, sd, root=root, errors=(errors[1], errors[0]))
    assert again == pytest.approx(-z, abs=2e-6)


@given(FIGURE, FIGURE, SD, st.booleans(), st.tuples(ERROR, ERROR))
def test_a_guard_never_turns_a_difference_or_makes_it_larger(
    one: float, other: float, sd: float, root: bool, errors: tuple[float, float]
) -> None:
    whole = standardised_apart(one, other, sd, root=root)
    left = standardised_apart(one, other, sd, root=root, errors=errors)
    assert left * whole >= 0
    assert abs(left) <= abs(whole) + 1e-6


@given(FIGURE, FIGURE, SD, ERROR)
def test_on_a_plain_scale_it_is_the_difference_of_a_profile(
    one: float, other: float, sd: float, guard: float
) -> None:
    z = standardised_apart(one, other, sd, root=False, errors=(guard, 0.0))
    assert z == pytest.approx(standardised(one, other, sd, root=False, guard=guard), abs=2e-6)


def test_on_roots_each_figure_moves_by_its_own_error() -> None:
    z = standardised_apart(123, 42, 2.0, root=True, errors=(2.0, 7.0))
    assert z == pytest.approx((sqrt(121) - sqrt(49)) / 2, abs=1e-6)
    assert standardised_apart(45, 42, 2.0, root=True, errors=(2.0, 1.0)) == 0


def test_what_cannot_be_measured_is_refused() -> None:
    with pytest.raises(ValueError, match="positive"):
        standardised_apart(1, 2, 0, root=False)
    with pytest.raises(ValueError, match="square root"):
        standardised_apart(-1, 2, 1, root=True)
    with pytest.raises(ValueError, match="two rounds"):
        apart_change([1.0], 0.9)
    with pytest.raises(ValueError, match="figure"):
        root_mean_square([])


@pytest.mark.parametrize(
    ("differences", "expected"),
    [
        ([-1.85, -2.02, -1.89], ApartChange.SAME),  # goes up and down, and hardly moves
        ([-0.05, 0.34, 0.73], ApartChange.SAME),
        ([2.0, 1.5, 1.0], ApartChange.CLOSER),
        ([-2.0, -1.1], ApartChange.CLOSER),
        ([1.0, 1.9], ApartChange.FURTHER),
        ([-1.0, -1.5, -1.9], ApartChange.FURTHER),
        ([0.5, -0.5], ApartChange.TURNED),
        ([0.0, 2.0, 0.1], None),  # up and down by more than a wobble: no word
    ],
)
def test_a_change_gets_a_word_only_where_it_is_one(
    differences: list[float], expected: ApartChange | None
) -> None:
    assert apart_change(differences, 0.9) is expected


@given(st.lists(st.floats(-5, 5, allow_nan=False), min_size=2, max_size=5))
def test_which_area_is_named_first_does_not_matter_to_the_change(values: list[float]) -> None:
    assert apart_change(values, 0.75) == apart_change([-value for value in values], 0.75)


def test_the_distance_of_several_figures() -> None:
    assert root_mean_square([3.0, -4.0]) == pytest.approx(sqrt(12.5))

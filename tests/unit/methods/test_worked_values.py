"""Worked values from outside the code: calculated by hand from the formulas in the literature."""

from __future__ import annotations

import pytest

from wijkprofiel.methods.age import explained_by_age
from wijkprofiel.methods.certainty import (
    standard_error,
    standard_error_of_rest,
    standardised_certainty,
)
from wijkprofiel.methods.difference import shrink, standardised
from wijkprofiel.methods.people import number_of_people
from wijkprofiel.methods.population import adults
from wijkprofiel.methods.register import FIVES_ERROR, TENS_ERROR, share_error
from wijkprofiel.methods.rest import rest_from_counts, rest_of_whole, rounding_error
from wijkprofiel.methods.rounding import half_up, significant, toward_zero
from wijkprofiel.methods.spread import describe, percentile, place_among_people, quantile


def test_certainty_of_a_difference_with_the_rest() -> None:
    # 27.2 [24.1; 30.3] in a wijk with 9.4% of the people, gemeente 17.2 [16.5; 17.9].
    rest = rest_of_whole(17.2, 27.2, 0.094)
    se_wijk = standard_error(27.2, 24.1, 30.3, rest)
    se_gemeente = standard_error(17.2, 16.5, 17.9, 27.2)
    se_rest = standard_error_of_rest(se_gemeente, se_wijk, 0.094)
    assert rest == pytest.approx(16.162, abs=5e-4)
    assert se_wijk == pytest.approx(1.5816, abs=5e-5)
    assert se_gemeente == pytest.approx(0.3571, abs=5e-5)
    assert se_rest == pytest.approx(0.3584, abs=5e-5)
    assert standardised_certainty(27.2 - rest, se_wijk, se_rest) == pytest.approx(6.806, abs=5e-4)


def test_the_error_of_the_rest_falls_back_on_that_of_the_gemeente() -> None:
    assert standard_error_of_rest(0.5, 5.0, 0.5) == 0.5


def test_limits_are_read_on_the_side_of_the_other_figure() -> None:
    assert standard_error(20, 10.2, 24, 15) == pytest.approx(5.0)
    assert standard_error(20, 10.2, 23.92, 25) == pytest.approx(2.0)
    with pytest.raises(ValueError, match="outside"):
        standard_error(20, 21, 24, 25)


def test_no_errors_give_no_certainty() -> None:
    assert standardised_certainty(1.0, 0.0, 0.0) is None


@pytest.mark.parametrize(
    ("share", "error"), [(0.0, 0.05), (0.5, 0.15), (0.8, 0.45), (0.9, 0.95), (0.99, 9.95)]
)
def test_what_rounding_can_do_to_the_rest(share: float, error: float) -> None:
    assert rounding_error(share) == pytest.approx(error)


def test_the_rest_of_a_gemeente_from_counts() -> None:
    # 2,820 of 23,000 in the wijk; 10,000 of 250,000 in the gemeente.
    assert rest_from_counts((10_000, 250_000), (2_820, 23_000), 1000) == pytest.approx(
        31.630, abs=1e-3
    )
    assert rest_from_counts((100, 500), (100, 500), 100) is None
    assert rest_from_counts((100, 500), (105, 400), 100) is None


@pytest.mark.parametrize("share", [-0.1, 1.0, 1.2])
def test_a_part_that_is_all_has_no_rest(share: float) -> None:
    with pytest.raises(ValueError, match="share"):
        rest_of_whole(10, 10, share)


def test_register_errors() -> None:
    # 20 of 200: p = 0.1, so (4 + 0.4) / 200 = 2.2 points; tens (5 + 0.4) / 200 = 2.7.
    assert share_error(20, 200, 100, FIVES_ERROR) == pytest.approx(2.2)
    assert share_error(20, 200, 100, TENS_ERROR) == pytest.approx(2.7)
    with pytest.raises(ValueError, match="denominator"):
        share_error(1, 0, 100, FIVES_ERROR)


def test_z_on_square_roots() -> None:
    # Bijstand per 1,000: Overvecht 123, Nederland 37, spread of roots 2.70.
    assert standardised(123, 37, 2.70, root=True) == pytest.approx(1.855, abs=0.002)
    assert standardised(42, 37, 2.70, root=True) == pytest.approx(0.147, abs=0.002)


def test_a_guard_is_taken_off_and_never_past_zero() -> None:
    assert shrink(-3.0, 1.0) == -2.0
    assert shrink(0.5, 1.0) == 0.0
    assert standardised(10, 12, 2.0, root=False, guard=1.0) == -0.5
    with pytest.raises(ValueError, match="spread"):
        standardised(1, 2, 0.0, root=False)


def test_z_is_not_decided_by_binary_noise() -> None:
    assert standardised(0.3, 0.1, 0.2, root=False) == 1.0


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [(2.5, 0, 3), (-2.5, 0, -3), (0.05, 1, 0.1), (48.45, 1, 48.5), (69.9, 0, 70), (0.49999, 0, 0)],
)
def test_halves_go_up_on_the_decimal(value: float, decimals: int, printed: float) -> None:
    assert half_up(value, decimals) == printed


def test_a_printed_z_never_shows_a_limit_it_did_not_reach() -> None:
    assert toward_zero(0.99) == 0.9
    assert toward_zero(-0.999999) == -0.9
    assert toward_zero(2.0) == 2.0


@pytest.mark.parametrize(
    ("value", "rounded"), [(7244.72, 7200), (15_501, 16_000), (85, 85), (0, 0), (995, 1000)]
)
def test_two_significant_figures(value: float, rounded: float) -> None:
    assert significant(value) == rounded


@pytest.mark.parametrize(
    ("percentage", "people", "count"),
    [
        (27.2, 26_635, 7_200),  # Overvecht, moeite met rondkomen
        (58.2, 26_635, 16_000),  # Overvecht, eenzaam
        (20.4, 9_595, 2_000),  # Soesterkwartier, roken
        (8.0, 3_520, 280),  # Oosterhesselen, overmatig drinken
        (40.0, 499, None),  # too few people in the area
        (4.9, 1_000, None),  # fewer than 50 people
    ],
)
def test_number_of_people(percentage: float, people: float, count: int | None) -> None:
    assert number_of_people(percentage, people) == count


def test_minors_are_estimated_by_the_smaller_of_two() -> None:
    assert adults(1_000, 200, 100) == pytest.approx(772)  # 0.28 * 100 is the smaller
    assert adults(1_000, 50, 500) == pytest.approx(939)  # 0.22 * 50 is the smaller
    with pytest.raises(ValueError, match="negative"):
        adults(10, -1, 0)


def test_age_explains_a_difference() -> None:
    # Benchmark: 20% elderly, 30% of all and 50% of the elderly, so 25% of the younger.
    # Ten points more elderly alone give 0.1 * (50 - 25) = 2.5 points.
    explained = explained_by_age(share_area=0.3, share_benchmark=0.2, all_adults=30, elderly=50)
    assert explained == pytest.approx(2.5)
    rest = explained_by_age(
        share_area=0.3, share_benchmark=0.2, all_adults=30, elderly=50, part=0.5
    )
    assert rest == pytest.approx(5.0)


def test_spread_and_position() -> None:
    # Sample standard deviation of 2, 4, 4, 4, 5, 5, 7, 9 is sqrt(32 / 7).
    spread = describe([2, 4, 4, 4, 5, 5, 7, 9], [1] * 8, 1)
    assert spread.sd == pytest.approx((32 / 7) ** 0.5)
    assert spread.median == 4.5
    assert spread.p25 == 4.0
    assert spread.p75 == 5.5
    assert percentile(spread, 4, 1) == pytest.approx(100 * (1 + 1.5) / 8)
    assert percentile(spread, 1, 1) == 0
    assert percentile(spread, 10, 1) == 100
    assert percentile(spread, 6, 1) == 75
    with pytest.raises(ValueError, match="quantile"):
        quantile([], 0.5)


def test_the_place_among_people_weighs_each_wijk_by_who_lives_there() -> None:
    # Three villages of 100 and a town of 1,700: the town is in the middle of the people, at 85 of
    # 100 by its own half, and not at the end where it stands among the wijken.
    spread = describe([10, 10, 20, 30], [100, 100, 100, 1700], 1)
    assert (spread.counts, spread.people) == ((2, 1, 1), (200, 100, 1700))
    assert place_among_people(spread, 30, 1) == pytest.approx(100 * (300 + 850) / 2000)
    assert percentile(spread, 30, 1) == pytest.approx(100 * 3.5 / 4)
    assert place_among_people(spread, 10, 1) == pytest.approx(100 * 100 / 2000)
    assert place_among_people(spread, 15.04, 1) == pytest.approx(100 * 200 / 2000)
    assert (place_among_people(spread, 5, 1), place_among_people(spread, 31, 1)) == (0, 100)


def test_a_wijk_of_unknown_size_weighs_nothing_and_one_without_a_figure_is_not_in_it() -> None:
    spread = describe([10, 20, None], [None, 50, 70], 1)
    assert (spread.count, spread.wijken_total, spread.people) == (2, 3, (0, 50))
    assert place_among_people(spread, 20, 1) == 50
    assert place_among_people(describe([10], [None], 1), 10, 1) is None

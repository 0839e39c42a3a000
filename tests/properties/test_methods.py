"""What has to hold for every figure, not only for the ones we thought of."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wijkprofiel.methods.difference import shrink, standardised
from wijkprofiel.methods.people import number_of_people
from wijkprofiel.methods.population import adults
from wijkprofiel.methods.rest import rest_of_whole
from wijkprofiel.methods.rounding import half_up, significant, toward_zero
from wijkprofiel.methods.spread import describe, percentile, place_among_people
from wijkprofiel.words.formatting import number

percentages = st.floats(0, 100).map(lambda value: round(value, 1))
shares = st.floats(0, 0.95)
figures = st.lists(percentages, min_size=2, max_size=60)


@given(percentages, percentages, shares)
def test_the_whole_is_the_mean_of_part_and_rest(whole: float, part: float, share: float) -> None:
    rest = rest_of_whole(whole, part, share)
    assert abs(share * part + (1 - share) * rest - whole) < 1e-6


@given(percentages, percentages, shares)
def test_whole_and_rest_lie_on_the_same_side(whole: float, part: float, share: float) -> None:
    rest = rest_of_whole(whole, part, share)
    assert (part - whole) * (part - rest) >= -1e-9


@given(percentages, percentages, st.floats(0.1, 20), st.floats(0, 50), st.booleans())
def test_a_guard_never_enlarges_or_turns_a_difference(
    value: float, benchmark: float, sd: float, guard: float, root: bool
) -> None:
    bare = standardised(value, benchmark, sd, root=root)
    guarded = standardised(value, benchmark, sd, root=root, guard=guard)
    assert abs(guarded) <= abs(bare) + 1e-6
    assert guarded * bare >= 0
    assert abs(shrink(value - benchmark, guard)) <= abs(value - benchmark)


@given(percentages, percentages, st.floats(0.1, 20))
def test_z_is_antisymmetric(value: float, benchmark: float, sd: float) -> None:
    assert standardised(value, benchmark, sd, root=False) == -standardised(
        benchmark, value, sd, root=False
    )


@given(figures)
def test_a_spread_is_in_order_and_counts_everybody(values: list[float]) -> None:
    spread = describe(values, [1] * len(values), 1)
    order = [spread.low, spread.p5, spread.p25, spread.median, spread.p75, spread.p95, spread.high]
    assert order == sorted(order)
    assert sum(spread.counts) == spread.count == len(values)


@given(figures, percentages, percentages)
def test_percentiles_rise_with_the_figure(values: list[float], one: float, other: float) -> None:
    assume(one <= other)
    spread = describe(values, [1] * len(values), 1)
    assert 0 <= percentile(spread, one, 1) <= percentile(spread, other, 1) <= 100


@given(figures)
def test_mean_percentile_is_the_middle(values: list[float]) -> None:
    spread = describe(values, [1] * len(values), 1)
    mean = sum(percentile(spread, value, 1) for value in values) / len(values)
    assert abs(mean - 50) < 1e-6


tenths = st.integers(0, 1000).map(lambda number: number / 10)


@given(st.lists(st.tuples(tenths, st.integers(0, 100_000)), min_size=1), tenths)
def test_places_from_both_ends_add_up_to_everybody(
    wijken: list[tuple[float, int]], value: float
) -> None:
    figures, people = zip(*wijken, strict=True)
    assume(sum(people) > 0)
    spread = describe(figures, people, 1)
    mirrored = describe([100 - figure for figure in figures], people, 1)
    low, high = place_among_people(spread, value, 1), place_among_people(mirrored, 100 - value, 1)
    assert low is not None
    assert high is not None
    assert low + high == pytest.approx(100)


@given(figures)
def test_with_as_many_people_everywhere_both_places_are_one(values: list[float]) -> None:
    spread = describe(values, [250] * len(values), 1)
    for value in values:
        assert place_among_people(spread, value, 1) == pytest.approx(percentile(spread, value, 1))


@given(st.floats(-1e6, 1e6), st.integers(0, 3))
def test_rounding_is_off_by_half_a_step_at_most(value: float, decimals: int) -> None:
    assert abs(half_up(value, decimals) - value) <= 0.5 * 10**-decimals + 1e-6
    assert abs(toward_zero(value, decimals)) <= abs(value) + 1e-9


@given(st.floats(1, 1e8))
def test_two_figures_are_within_five_percent(value: float) -> None:
    assert abs(significant(value) - value) <= 0.05 * value + 1e-9


@given(percentages, st.floats(0, 1e6))
def test_a_count_of_people_is_never_small(percentage: float, people: float) -> None:
    count = number_of_people(percentage, people)
    assert count is None or (count >= 50 and people >= 500)


@given(st.integers(0, 10**6), st.integers(0, 10**5), st.integers(0, 10**5))
def test_adults_are_never_more_than_inhabitants(people: int, children: int, young: int) -> None:
    assume(children + young <= people)
    assert 0 <= people - children - young <= adults(people, children, young) <= people - children


@given(st.floats(-1e9, 1e9), st.integers(0, 2))
def test_printed_numbers_are_dutch(value: float, decimals: int) -> None:
    text = number(value, decimals)
    assert text.count(",") == (1 if decimals else 0)
    assert float(text.replace(".", "").replace(",", ".").replace("−", "-")) == half_up(
        value, decimals
    )

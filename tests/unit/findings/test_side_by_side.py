"""The words of a difference between areas, on made-up areas: people, gemeenten, limits, age."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.catalogue import CATALOGUE
from wijkprofiel.domain.apart import ApartSize, AreasApart
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import SpreadSummary
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import Certainty, Outcome, Reason, Verdict
from wijkprofiel.findings.benchmarks import Benchmark, Benchmarks
from wijkprofiel.findings.side_by_side import ApartMaker, ComparedSide
from wijkprofiel.findings.value_set import Values
from wijkprofiel.findings.values import BenchmarkFigure, IndicatorValue
from wijkprofiel.methods import certainty

LAND = Area.of(
    Region("NL00", 2020, "Nederland", "Nederland", "Nederland", 17_000_000, 14e6, 3_360_000)
)
SPREAD = SpreadSummary(3020, 3020, 4.0, 0.5, 0, 10, 15, 20, 25, 30, 60)
Limits = tuple[float, float]


def side(
    code: str,
    value: float | None,
    *,
    adults: float = 5_000,
    share: float = 0.2,
    indicator: str = "eenzaam",
    margins: Limits | None = None,
) -> ComparedSide:
    """An area with one figure of adults, and one of 65-plussers that is ten higher."""
    region = Region(code, 2020, code, code, code[2:6], int(adults), adults, int(adults * share))
    benchmarks = Benchmarks(country=Benchmark("land", LAND, Role.COUNTRY))
    values = Values(
        (
            _value(indicator, AgeGroup.ADULTS, value, margins, 20.0),
            _value(indicator, AgeGroup.ELDERLY, value and value + 10, None, 60.0),
        )
    )
    return ComparedSide(Area.of(region), values, benchmarks)


def _value(
    indicator: str, age: AgeGroup, value: float | None, margins: Limits | None, country: float
) -> IndicatorValue:
    lower, upper = margins or (None, None)
    own = (
        Observation.absent(ValueStatus.MISSING, 2020, age)
        if value is None
        else Observation(2020, age, ValueStatus.AVAILABLE, value, lower, upper)
    )
    theirs = Observation(2020, age, ValueStatus.AVAILABLE, country)
    refused = Verdict.not_compared("land", Reason.NO_BENCHMARK, Certainty.UNKNOWN)
    against = (BenchmarkFigure("land", Role.COUNTRY, theirs, refused),)
    return IndicatorValue(indicator, age, -1, True, None, own, against, 1, spread=SPREAD)


def apart(*sides: ComparedSide, indicator: str = "eenzaam") -> AreasApart:
    definition = CATALOGUE.indicators[indicator]
    maker = ApartMaker(sides, [definition], CATALOGUE.limits)
    return maker.apart(definition, AgeGroup.ADULTS)


ONE, SAME, OTHER = "WK000101", "WK000102", "WK000201"


@pytest.mark.parametrize(
    ("other", "adults", "z", "size"),
    [
        (SAME, 5_000, 0.49, ApartSize.EQUAL),
        (SAME, 5_000, 0.50, ApartSize.SLIGHT),
        (OTHER, 5_000, 0.50, ApartSize.SMALL),
        (OTHER, 5_000, 0.74, ApartSize.SMALL),
        (OTHER, 5_000, 0.75, ApartSize.SLIGHT),
        (OTHER, 1_000, 0.75, ApartSize.SLIGHT),
        (OTHER, 5_000, 1.00, ApartSize.PLAIN),
        (OTHER, 5_000, 2.00, ApartSize.CLEAR),
        (SAME, 999, 0.50, ApartSize.SMALL),
        (SAME, 999, 0.99, ApartSize.SMALL),
        (SAME, 100, 1.00, ApartSize.PLAIN),
        (OTHER, 100, 2.00, ApartSize.CLEAR),
    ],
)
def test_how_many_people_and_gemeenten_decide_what_a_small_difference_is_called(
    other: str, adults: float, z: float, size: ApartSize
) -> None:
    found = apart(side(ONE, 21.0 + 4 * z), side(other, 21.0, adults=adults))
    assert found.z == pytest.approx(z)
    assert found.size is size


def test_the_smaller_of_the_two_decides_whichever_is_named_first() -> None:
    large, small = side(ONE, 24.0), side(SAME, 21.0, adults=400)
    for pair in ((large, small), (small, large)):
        assert apart(*pair).size is ApartSize.SMALL


def test_of_fewer_than_a_hundred_people_there_are_numbers_only() -> None:
    found = apart(side(ONE, 40.0), side(SAME, 20.0, adults=99))
    assert (found.outcome, found.reason) == (Outcome.NOT_COMPARED, Reason.TOO_FEW_PEOPLE)
    assert found.left_out == (SAME,)


def test_the_same_printed_number_is_the_same() -> None:
    found = apart(side(ONE, 20.5), side(SAME, 21.4))
    assert (found.size, found.printed_difference) == (ApartSize.SAME, 0)


def test_a_figure_that_is_absent_is_no_zero() -> None:
    found = apart(side(ONE, 20.0), side(SAME, None))
    assert (found.outcome, found.reason) == (Outcome.NOT_COMPARED, Reason.NO_VALUE)


def test_published_limits_decide_instead_of_the_wobble() -> None:
    """27.2 [24.1; 30.3] beside 16.2 [14.0; 18.6]: each error towards the other."""
    errors = (
        certainty.standard_error(27.2, 24.1, 30.3, 16.2),
        certainty.standard_error(16.2, 14.0, 18.6, 27.2),
    )
    assert [round(error, 4) for error in errors] == [1.5816, 1.2245]
    one = side(ONE, 27.2, margins=(24.1, 30.3))
    found = apart(one, side(OTHER, 16.2, margins=(14.0, 18.6)))
    assert found.difference == pytest.approx(11.0)
    assert found.z_certainty == pytest.approx(5.4994, abs=1e-4)
    assert (found.outcome, found.certainty) == (Outcome.JUDGED, Certainty.OUTSIDE)
    assert found.size is ApartSize.CLEAR


def test_whiskers_that_overlap_prove_nothing_and_within_the_limits_there_is_no_word() -> None:
    overlapping = apart(
        side(ONE, 25.0, margins=(22.8, 27.2)), side(OTHER, 21.0, margins=(19.0, 23.0))
    )
    assert overlapping.outcome is Outcome.JUDGED
    wide = apart(side(ONE, 25.0, margins=(18.0, 32.0)), side(OTHER, 21.0, margins=(14.0, 28.0)))
    assert (wide.outcome, wide.size, wide.certainty) == (
        Outcome.TOO_UNCERTAIN,
        None,
        Certainty.WITHIN,
    )


def test_with_limits_a_small_difference_has_a_side_where_it_lies_outside_them() -> None:
    found = apart(side(ONE, 23.0, margins=(22.0, 24.0)), side(OTHER, 21.0, margins=(20.0, 22.0)))
    assert (found.z, found.size) == (0.5, ApartSize.SLIGHT)


def test_limits_of_one_area_alone_say_nothing() -> None:
    found = apart(side(ONE, 25.0, margins=(18.0, 32.0)), side(OTHER, 21.0))
    assert (found.certainty, found.z_certainty) == (Certainty.UNKNOWN, None)


def test_of_more_than_two_the_highest_and_the_lowest_are_held_against_each_other() -> None:
    sides = [side(ONE, 24.0), side(SAME, 30.0), side(OTHER, 20.0)]
    found = apart(*sides)
    assert (found.first, found.second, found.printed_difference) == (SAME, OTHER, 10)
    assert found.size is ApartSize.CLEAR


def test_an_area_with_too_few_people_is_neither_the_highest_nor_the_lowest() -> None:
    found = apart(side(ONE, 24.0), side(SAME, 30.0), side(OTHER, 90.0, adults=50))
    assert (found.first, found.second, found.left_out) == (SAME, ONE, (OTHER,))


def test_what_goes_with_the_share_of_65_plussers() -> None:
    """Of the country 20 of all and 60 of the elderly at a share of .24: the young have 7.3684.

    An extra share of .10 is then 5.2632 points, of a difference of 8 more than half.
    """
    found = apart(side(ONE, 28.0, share=0.34), side(OTHER, 20.0, share=0.24))
    assert found.explained == pytest.approx(0.10 * (60 - (20 - 0.24 * 60) / 0.76))
    assert found.explained == pytest.approx(5.2632, abs=1e-4)
    assert found.by_age
    assert not apart(side(ONE, 32.0, share=0.34), side(OTHER, 20.0, share=0.24)).by_age
    assert not apart(side(ONE, 28.0, share=0.24), side(OTHER, 20.0, share=0.34)).by_age


@given(
    st.floats(0, 100),
    st.floats(0, 100),
    st.sampled_from([50.0, 99.0, 100.0, 999.0, 1_000.0, 20_000.0]),
    st.sampled_from([50.0, 500.0, 5_000.0]),
    st.sampled_from([SAME, OTHER]),
)
def test_the_order_of_two_areas_changes_the_sign_and_nothing_else(
    first: float, second: float, people: float, others: float, code: str
) -> None:
    one, other = side(ONE, first, adults=people), side(code, second, adults=others)
    there, back = apart(one, other), apart(other, one)
    assert (there.outcome, there.reason, there.size) == (back.outcome, back.reason, back.size)
    if there.z is not None and back.z is not None:
        assert there.z == pytest.approx(-back.z, abs=2e-6)
        assert there.printed_difference == -(back.printed_difference or 0.0)
        assert there.by_age == back.by_age

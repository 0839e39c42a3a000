"""The order of questions, the guards and the words' classes, on made-up areas."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.catalogue import CATALOGUE
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import Spread
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.verdict import (
    BenchmarkMethod,
    BenchmarkScope,
    Certainty,
    Outcome,
    Reason,
    Shape,
    Side,
    SizeClass,
    Verdict,
    mark_of,
)
from wijkprofiel.findings.judge import Judge, Subject

GEMEENTE = Region("GM0001", 2020, "Stad", "Stad", "Stad", 120_000, 100_000, 20_000, 5_000)
LAND = Region(
    "NL00", 2020, "Nederland", "Nederland", "Nederland", 17_000_000, 14_000_000, 3_300_000
)
SPREAD = Spread(3020, 3020, 4.0, 0.5, 0, 10, 15, 20, 25, 30, 60, (20.0,), (3020,), (1e7,))


def wijk(adults: float, elderly: int = 1_000) -> Region:
    return Region("WK000101", 2020, "Wijk", "Wijk", "Stad", int(adults * 1.2), adults, elderly)


def figure(value: float | None, **more: float) -> Observation:
    if value is None:
        return Observation.absent(ValueStatus.MISSING, 2020, AgeGroup.ADULTS)
    lower, upper = more.get("lower"), more.get("upper")
    counts = more.get("numerator"), more.get("denominator")
    return Observation(2020, AgeGroup.ADULTS, ValueStatus.AVAILABLE, value, lower, upper, *counts)


def judge(
    own: float | None,
    theirs: float | None,
    *,
    adults: float = 5_000,
    indicator: str = "eenzaam",
    land: bool = False,
    spread: Spread | None = SPREAD,
    own_more: dict[str, float] | None = None,
    their_more: dict[str, float] | None = None,
) -> Verdict:
    definition: IndicatorDefinition = CATALOGUE.indicators[indicator]
    benchmark = LAND if land else GEMEENTE
    return Judge(definition, CATALOGUE.limits, AgeGroup.ADULTS, spread).verdict(
        Subject(Area.of(wijk(adults)), figure(own, **(own_more or {}))),
        Subject(Area.of(benchmark), figure(theirs, **(their_more or {}))),
        "land" if land else "gemeente",
        print_rest=adults >= 10_000,
    )


@pytest.mark.parametrize(
    ("own", "size", "side"),
    [
        (21.9, SizeClass.EQUAL, None),
        (22.0, SizeClass.SLIGHT, Side.UNFAVOURABLE),
        (23.9, SizeClass.SLIGHT, Side.UNFAVOURABLE),
        (24.0, SizeClass.PLAIN, Side.UNFAVOURABLE),
        (27.9, SizeClass.PLAIN, Side.UNFAVOURABLE),
        (28.0, SizeClass.CLEAR, Side.UNFAVOURABLE),
        (12.0, SizeClass.CLEAR, Side.FAVOURABLE),
    ],
)
def test_size_in_units_of_the_spread(own: float, size: SizeClass, side: Side | None) -> None:
    verdict = judge(own, 20.0, land=True)
    assert (verdict.size, verdict.side) == (size, side)


def test_an_area_without_a_good_side_is_higher_or_lower() -> None:
    verdict = judge(24.0, 20.0, land=True, indicator="mantelzorger")
    assert verdict.side is Side.HIGHER
    assert mark_of(verdict).shape is Shape.RIGHT


def test_equal_printed_numbers_are_equal_whatever_z_is() -> None:
    narrow = replace(SPREAD, sd=0.3)
    verdict = judge(20.4, 19.6, land=True, spread=narrow)
    assert verdict.size is SizeClass.EQUAL
    assert verdict.z is not None
    assert verdict.z > 2


def test_the_difference_in_words_is_that_of_the_printed_numbers() -> None:
    assert judge(58.2, 48.9, land=True).printed_difference == 9


def test_a_wijk_is_judged_against_the_rest_of_its_gemeente() -> None:
    verdict = judge(30.0, 20.0, adults=40_000)
    assert verdict.scope is BenchmarkScope.REST
    assert verdict.method is BenchmarkMethod.REST_FROM_SHARE
    assert verdict.benchmark_value == pytest.approx((20 - 0.4 * 30) / 0.6)
    assert verdict.printed_value == verdict.benchmark_value  # rounded once, where it is printed


def test_below_a_tenth_of_the_people_the_gemeente_is_printed() -> None:
    verdict = judge(30.0, 20.0, adults=5_000)
    assert verdict.printed_value == 20.0
    assert verdict.benchmark_value == pytest.approx((20 - 0.05 * 30) / 0.95)


def test_from_half_of_the_people_rounding_is_taken_off() -> None:
    verdict = judge(21.0, 20.0, adults=50_000)
    assert verdict.guard == pytest.approx(0.15)
    assert verdict.z == pytest.approx((2.0 - 0.15) / 4)


@pytest.mark.parametrize(
    ("adults", "reason"),
    [(99, Reason.TOO_FEW_PEOPLE), (80_001, Reason.NEARLY_WHOLE), (80_000, None), (100, None)],
)
def test_who_is_compared(adults: float, reason: Reason | None) -> None:
    assert judge(30.0, 20.0, adults=adults).reason is reason


def test_a_small_rest_could_disclose_a_withheld_wijk() -> None:
    small = replace(GEMEENTE, adults=2_000.0)
    verdict = Judge(
        CATALOGUE.indicators["eenzaam"], CATALOGUE.limits, AgeGroup.ADULTS, SPREAD
    ).verdict(
        Subject(Area.of(wijk(1_100)), figure(30.0)),
        Subject(Area.of(small), figure(20.0)),
        "gemeente",
        print_rest=False,
    )
    assert verdict.reason is Reason.REST_TOO_SMALL


@pytest.mark.parametrize(
    ("own", "theirs", "reason"),
    [(None, 20.0, Reason.NO_VALUE), (20.0, None, Reason.NO_BENCHMARK)],
)
def test_what_is_missing_is_named(own: float | None, theirs: float | None, reason: Reason) -> None:
    verdict = judge(own, theirs, land=True)
    assert verdict.reason is reason
    assert verdict.outcome is Outcome.NOT_COMPARED
    assert mark_of(verdict).shape is Shape.RING


def test_without_a_spread_there_is_no_size() -> None:
    assert judge(20, 10, land=True, spread=None).reason is Reason.NO_SPREAD
    assert judge(20, 10, land=True, spread=replace(SPREAD, sd=0.0)).reason is Reason.NO_SPREAD


@pytest.mark.parametrize(
    ("adults", "own", "size"),
    [
        (499, 23.9, SizeClass.EQUAL),
        (499, 24.0, SizeClass.PLAIN),
        (500, 23.9, SizeClass.SLIGHT),
    ],
)
def test_small_wijken_are_named_from_one_spread(adults: float, own: float, size: SizeClass) -> None:
    verdict = judge(own, 20.0, adults=adults, land=True)
    assert verdict.size is size
    assert verdict.caution_small is (adults < 500)


def test_with_limits_a_small_wijk_may_have_a_small_word() -> None:
    verdict = judge(
        23.0,
        20.0,
        adults=200,
        land=True,
        own_more={"lower": 21.5, "upper": 24.5},
        their_more={"lower": 19.9, "upper": 20.1},
    )
    assert verdict.size is SizeClass.SLIGHT
    assert verdict.certainty is Certainty.OUTSIDE


def test_a_difference_within_the_limits_is_too_uncertain_and_never_equal() -> None:
    verdict = judge(
        27.0,
        18.0,
        land=True,
        own_more={"lower": 15.0, "upper": 39.0},
        their_more={"lower": 17.9, "upper": 18.1},
    )
    assert verdict.outcome is Outcome.TOO_UNCERTAIN
    assert verdict.certainty is Certainty.WITHIN
    assert verdict.size is None
    assert mark_of(verdict).shape is Shape.RING


def test_a_small_difference_within_the_limits_is_equal() -> None:
    verdict = judge(
        21.0,
        20.0,
        land=True,
        own_more={"lower": 15.0, "upper": 27.0},
        their_more={"lower": 19.9, "upper": 20.1},
    )
    assert verdict.size is SizeClass.EQUAL


def test_the_worked_arithmetic_with_limits() -> None:
    verdict = judge(
        27.2,
        17.2,
        adults=9_400,
        own_more={"lower": 24.1, "upper": 30.3},
        their_more={"lower": 16.5, "upper": 17.9},
    )
    assert verdict.benchmark_value == pytest.approx(16.162, abs=5e-4)
    assert verdict.z_certainty == pytest.approx(6.806, abs=5e-4)
    assert verdict.certainty is Certainty.OUTSIDE


def test_counts_carry_their_rounding() -> None:
    own = {"numerator": 20.0, "denominator": 200.0}
    theirs = {"numerator": 4_000.0, "denominator": 80_000.0}
    verdict = judge(
        10.0, 5.0, indicator="aandeel_65_plus", own_more=own, their_more=theirs, spread=SPREAD
    )
    assert verdict.certainty is Certainty.COUNTED
    assert verdict.method is BenchmarkMethod.REST_FROM_COUNTS
    assert verdict.benchmark_value == pytest.approx(100 * 3_980 / 79_800)
    assert verdict.guard == pytest.approx(2.2)
    assert not verdict.caution_small


def test_a_published_percentage_cannot_be_taken_apart() -> None:
    verdict = judge(30.0, 20.0, adults=40_000, indicator="koopwoningen")
    assert verdict.scope is BenchmarkScope.WHOLE
    assert verdict.method is BenchmarkMethod.WHOLE


def test_under_300_metres_a_distance_is_equal() -> None:
    narrow = replace(SPREAD, sd_root=0.05)
    near = judge(0.8, 0.6, land=True, indicator="afstand_huisarts", spread=narrow)
    far = judge(0.9, 0.6, land=True, indicator="afstand_huisarts", spread=narrow)
    assert near.size is SizeClass.EQUAL
    assert far.side is Side.UNFAVOURABLE

"""A werkgebied in several gemeenten is held against the rest of each, in proportion.

The figures of health come from an independent computation on the raw tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.shipped import open_shop
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import BenchmarkMethod, BenchmarkScope, Outcome, Reason
from wijkprofiel.findings.age_check import AgeCheck
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.findings.portions import Portion, blended
from wijkprofiel.findings.rests import Rests
from wijkprofiel.findings.values import BenchmarkFigure
from wijkprofiel.methods.age import explained_by_age
from wijkprofiel.workshop.workshop import Workshop

OVERVECHT, SOESTERKWARTIER = "WK034403", "WK030703"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def found(shop: Workshop) -> AreaFindings:
    return shop.findings([union(shop, SOESTERKWARTIER, OVERVECHT)]).only


def union(shop: Workshop, *codes: str) -> Area:
    members = [shop.edition.region(code) for code in codes]
    assert all(members)
    return Area(tuple(each for each in members if each is not None), "Samen", "samen")


def near(found: AreaFindings, indicator: str) -> BenchmarkFigure:
    value = found.values.main(indicator)
    assert value is not None
    item = value.by_role(Role.NEAR)
    assert item is not None
    return item


def test_each_part_against_its_own_gemeente(found: AreaFindings) -> None:
    value = found.values.adults("ervaren_gezondheid_goed")
    assert value.observation.value == pytest.approx(71.9922, abs=6e-5)
    item = near(found, "ervaren_gezondheid_goed")
    assert item.verdict.benchmark_value == pytest.approx(81.4958, abs=6e-5)
    assert item.verdict.z == pytest.approx(-2.2728, abs=6e-5)
    assert item.verdict.method is BenchmarkMethod.IN_PROPORTION
    # Both gemeenten as one would let Utrecht rule: 81.4271, z -2.2564.
    assert item.verdict.benchmark_value != pytest.approx(81.4271, abs=1e-3)
    assert [each.gemeente for each in item.portions] == ["GM0344", "GM0307"]
    assert sum(each.weight for each in item.portions) == pytest.approx(1)


def test_the_near_benchmark_is_no_single_gemeente(found: AreaFindings) -> None:
    assert found.gemeente is None
    assert found.benchmarks.near is not None
    assert found.benchmarks.near.print_rest
    assert [each.name for each in found.benchmarks.near.area.members] == ["Utrecht", "Amersfoort"]
    assert [each.outer.name for each in found.maps] == ["Utrecht", "Amersfoort"]


@pytest.mark.parametrize(
    ("indicator", "scope"),
    [
        ("bijstand_per_1000", BenchmarkScope.REST),
        ("eenpersoonshuishoudens", BenchmarkScope.REST),
        ("woz_waarde", BenchmarkScope.WHOLE),
        ("afstand_huisarts", BenchmarkScope.WHOLE),
    ],
)
def test_registers_by_the_rest_where_it_can_be_had(
    indicator: str, scope: BenchmarkScope, found: AreaFindings
) -> None:
    item = near(found, indicator)
    assert item.verdict.scope is scope
    expected = sum(each.weight * (each.beside or 0) for each in item.portions)
    assert item.verdict.benchmark_value == pytest.approx(expected)
    assert {each.scope for each in item.portions} == {scope}


def test_a_count_and_a_class_have_no_mean(found: AreaFindings) -> None:
    for indicator in ("inwoners", "stedelijkheid"):
        assert near(found, indicator).figure.status is ValueStatus.NOT_FOR_UNION


def test_figures_weighed_alike_are_the_figure_of_all(found: AreaFindings) -> None:
    """Then an area of which every part is as its own gemeente differs from nothing."""
    for value in found.values.all:
        item = value.by_role(Role.NEAR)
        judged = item is not None and item.verdict.outcome is Outcome.JUDGED
        if item is None or not judged or value.observation.approximate:
            continue
        if value.indicator == "woz_waarde":  # printed in whole thousands
            continue
        own = sum(each.weight * (each.figure.value or 0) for each in item.portions)
        assert own == pytest.approx(value.observation.value, rel=2e-3), value.indicator


def test_age_is_taken_off_per_gemeente(found: AreaFindings) -> None:
    adults = found.values.adults("ervaren_gezondheid_goed")
    elderly = found.values.elderly("ervaren_gezondheid_goed")
    assert elderly is not None
    check = AgeCheck(found.area, found.benchmarks, adults, elderly)
    item, older = near(found, "ervaren_gezondheid_goed"), elderly.by_role(Role.NEAR)
    assert older is not None
    homes = {each.code: each for each in found.benchmarks.near.area.parts}  # type: ignore[union-attr]
    expected = 0.0
    for part, one, other in zip(
        found.area.per_gemeente, item.portions, older.portions, strict=True
    ):
        home = homes[one.gemeente]
        expected += one.weight * explained_by_age(
            share_area=(part.elderly or 0) / (part.adults or 1),
            share_benchmark=(home.elderly or 0) / (home.adults or 1),
            all_adults=one.whole.value or 0,
            elderly=other.whole.value or 0,
            part=one.share,
        )
    adjusted = check.adjusted_z(item)
    assert adjusted is not None
    assert item.verdict.z is not None
    assert item.verdict.spread is not None
    assert adjusted == pytest.approx(item.verdict.z - expected / item.verdict.spread)


def test_nearly_all_of_one_gemeente_has_nothing_to_be_held_against(shop: Workshop) -> None:
    """One gemeente of two without a rest: no comparison, and it says which one it is."""
    whole = next(
        each
        for each in shop.edition.regions(RegionLevel.GEMEENTE)
        if len(shop.edition.regions(RegionLevel.WIJK, each.code)) == 1 and (each.adults or 0) > 5000
    )
    (only,) = shop.edition.regions(RegionLevel.WIJK, whole.code)
    made = shop.findings([union(shop, OVERVECHT, only.code)]).only
    item = near(made, "ervaren_gezondheid_goed")
    assert item.verdict.reason is Reason.NEARLY_WHOLE
    assert item.verdict.refused_by == whole.code
    assert not made.benchmarks.near_stands


def test_a_rest_that_is_not_known_refuses_the_gemeente_that_it_is_of(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Rests, "is_known", lambda *args: args[2].code != "GM0307")
    made = shop.findings([union(shop, SOESTERKWARTIER, OVERVECHT)]).only
    item = near(made, "ervaren_gezondheid_goed")
    assert item.verdict.reason is Reason.REST_UNKNOWN
    assert item.verdict.refused_by == "GM0307"
    assert [each.reason for each in item.portions] == [None, Reason.REST_UNKNOWN]
    assert item.figure.value is not None
    # Of a mean that nobody takes apart there is no rest to be told.
    assert near(made, "woz_waarde").verdict.reason is None


FIGURE = Observation(2020, AgeGroup.ADULTS, ValueStatus.AVAILABLE, 50.0)
shares = st.floats(0.01, 100)
percents = st.floats(0, 100)


@given(st.lists(st.tuples(percents, shares), min_size=1, max_size=6))
def test_a_blend_lies_between_what_it_is_made_of(pairs: list[tuple[float, float]]) -> None:
    figures = [replace(FIGURE, value=value) for value, _ in pairs]
    found = blended(figures, [weight for _, weight in pairs]).value
    assert found is not None
    assert min(v for v, _ in pairs) - 1e-5 <= found <= max(v for v, _ in pairs) + 1e-5


@given(st.lists(shares, min_size=2, max_size=6))
def test_with_one_figure_missing_there_is_no_blend(weights: list[float]) -> None:
    missing = Observation.absent(ValueStatus.MISSING, 2020, AgeGroup.ADULTS)
    figures = [missing, *(FIGURE for _ in weights[1:])]
    assert blended(figures, weights) == missing


def test_a_portion_of_every_gemeente_is_data(found: AreaFindings) -> None:
    for portion in near(found, "eenzaam").portions:
        assert isinstance(portion, Portion)
        assert portion.reason is None
        assert 0 < portion.share < 0.1

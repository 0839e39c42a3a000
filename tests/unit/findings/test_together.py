"""Figures of a union are those of its members by weight, and never those of nobody.

The numbers come from an independent computation on the raw tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.support.shipped import open_shop
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup, Basis, ValueStatus
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.verdict import Reason
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.workshop.workshop import Workshop

FIVE = ("ervaren_gezondheid_goed", "eenzaam", "moeite_met_rondkomen", "roker", "obesitas")
KOPPEL = "Koppel/Schothorst"
AREAS = {
    KOPPEL: (
        (14_880, 3_285, 12_225.8),
        (76.1474, 49.0373, 14.5542, 18.1511, 15.3337),
        (0.0990, -1.0492, 0.5493, 0.4083, 0.2571, 0.6037),
    ),
    "Amersfoort-Zuid": (
        (23_265, 4_365, 17_732.3),
        (82.0221, 44.2359, 10.3775, 14.9102, 11.1249),
        (0.1436, 0.5368, -0.4358, -0.5932, -0.7594, -1.0012),
    ),
    "Den Haag Zuidwest": (
        (71_120, 9_375, 54_419.8),
        (67.1330, 65.3204, 31.4024, 24.9431, 20.8097),
        (0.1253, -2.2330, 1.7612, 2.2062, 1.3513, 1.9070),
    ),
    "Alphen-Noord": (
        (33_615, 6_790, 26_905.6),
        (78.0626, 48.9421, 15.4031, 17.2641, 16.5856),
        (0.2994, -0.9344, 0.7850, 0.8390, 0.4910, 0.7060),
    ),
}
REGISTER = {
    "inwoners": 14_880,
    "huishoudens": 7_095,
    "bevolkingsdichtheid": 4_650.0,
    "omgevingsadressendichtheid": 2_600,  # 2,561.9, and good for two figures
    "huishoudensgrootte": 2.0474,
    "aandeel_water": 4.179,
    "afstand_kinderdagverblijf": 0.5105,
    # Park Schothorst has too few people for shares of its own; its people count all the same.
    "eenpersoonshuishoudens": 39.676,
    "huishoudens_met_kinderen": 30.655,
    "herkomst_buiten_nederland": 27.655,
    "grijze_druk": 34.891,
    "bijstand_per_1000": 53.107,
    "aandeel_65_plus": 22.077,
    "autos_per_huishouden": 0.8569,
    "afstand_supermarkt": 0.5835,
    "inkomen_per_inwoner": 33.0,
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def koppel(shop: Workshop) -> AreaFindings:
    return shop.findings([shop.find(KOPPEL)]).only


def union(shop: Workshop, *codes: str) -> Area:
    members = [shop.edition.region(code) for code in codes]
    assert all(members)
    return Area(tuple(each for each in members if each is not None), "Samen", "samen")


def value(found: AreaFindings, indicator: str) -> IndicatorValue:
    main = found.values.main(indicator)
    assert main is not None
    return main


@pytest.mark.parametrize("name", AREAS)
def test_figures_and_differences_to_the_decimal(name: str, shop: Workshop) -> None:
    people, figures, (share, *distances) = AREAS[name]
    area = shop.find(name)
    elderly = sum(each.elderly or 0 for each in area.members)
    assert (area.inhabitants, elderly) == people[:2]
    assert area.adults == pytest.approx(people[2], abs=0.05)
    found = shop.findings([area]).only
    for indicator, figure, z in zip(FIVE, figures, distances, strict=True):
        adults = found.values.adults(indicator)
        assert adults.observation.value == pytest.approx(figure, abs=6e-5), indicator
        near = adults.benchmarks[0].verdict
        assert near.share == pytest.approx(share, abs=6e-5)
        assert near.z == pytest.approx(z, abs=6e-5), indicator


@pytest.mark.parametrize("indicator", REGISTER)
def test_registers_by_the_rule_of_each(indicator: str, koppel: AreaFindings) -> None:
    found = value(koppel, indicator).observation.value
    assert found == pytest.approx(REGISTER[indicator], rel=1e-4)


def test_a_class_near_a_limit_is_not_known(koppel: AreaFindings, shop: Workshop) -> None:
    between = value(koppel, "stedelijkheid").observation
    assert (between.status, between.between) == (ValueStatus.BETWEEN_CLASSES, (1, 2))
    south = shop.findings([shop.find("Amersfoort-Zuid")]).only
    assert value(south, "stedelijkheid").observation.value == 2


def test_where_too_many_people_live_in_members_without_a_figure_there_is_none(
    koppel: AreaFindings, shop: Workshop
) -> None:
    growth = value(koppel, "bevolkingsgroei")
    assert growth.observation.status is ValueStatus.PARTS_UNKNOWN
    assert growth.joined is not None
    assert growth.joined.lacking == ("WK030709", "WK030723")
    south = shop.findings([shop.find("Amersfoort-Zuid")]).only
    income = value(south, "inkomen_per_inwoner")  # small areas that lack it are not like the others
    assert (income.observation.value, income.observation.approximate) == (45.0, True)
    assert income.benchmarks[0].verdict.guard == 0.9
    work = value(south, "netto_arbeidsparticipatie")
    assert work.joined is not None
    assert work.joined.covered == pytest.approx(1 - 1570 / 23265)
    assert work.observation.value is not None


def test_what_rounding_can_do_is_taken_off_a_difference(koppel: AreaFindings) -> None:
    benefits = value(koppel, "bijstand_per_1000").benchmarks[0].verdict
    assert benefits.guard == pytest.approx(1.365, abs=1e-3)
    elderly = value(koppel, "aandeel_65_plus").benchmarks[0].verdict
    assert elderly.guard == pytest.approx(0.131, abs=1e-3)
    houses = value(koppel, "woz_waarde").benchmarks[0].verdict
    assert houses.guard == 1.2


def test_the_weights_give_the_gemeente_back(koppel: AreaFindings) -> None:
    deviations = [each.joined.deviation for each in koppel.values.all if each.joined is not None]
    health = [each for each in deviations if each is not None]
    assert len(health) > 50
    assert max(health) < 0.2


def test_what_few_people_of_it_share_is_no_point(shop: Workshop) -> None:
    """A figure that is so for one member of three is not told of all of them."""
    found = shop.findings([shop.find("Den Haag Zuidwest")]).only
    told = [found.values.main(point.indicator) for point in found.points.all]
    assert told
    for each in told:
        assert each is not None
        assert each.joined is not None
        assert each.joined.agreeing == 1.0


def test_a_whole_wijk_of_buurten_gives_nearly_the_figure_of_the_wijk(shop: Workshop) -> None:
    wijk = shop.find("WK034403")
    codes = [each.code for each in shop.edition.regions(gemeente="GM0344")]
    inside = union(shop, *(code for code in codes if code.startswith("BU034403")))
    together = shop.findings([inside]).only
    own = shop.findings([wijk]).only
    for indicator in FIVE:
        mean, published = (
            each.values.adults(indicator).observation.value for each in (together, own)
        )
        assert mean == pytest.approx(published, abs=0.15), indicator


def test_nothing_is_summed_with_a_member_missing(shop: Workshop) -> None:
    book = shop._findings.book
    figures = book._unions
    assert figures is not None

    def without_one(region: Region, key: object) -> object:
        found = figures.read(region, key)  # type: ignore[arg-type]
        if region.code != "WK030706":
            return found
        return type(found).absent(ValueStatus.MISSING, found.period, found.age)

    holes = replace(figures, read=without_one, _kept={})  # type: ignore[arg-type]
    area = replace(shop.find(KOPPEL), code="gat")
    key = next(key for key in figures.edition.figures if key.indicator == "inwoners")
    found, joined = holes.of(area, key)
    assert found.status is ValueStatus.PARTS_UNKNOWN
    assert joined.lacking == ("WK030706",)
    health = book.newest("eenzaam", AgeGroup.ADULTS)
    assert health is not None
    mean, joined = holes.of(area, health.key)
    assert joined.covered == pytest.approx(1 - 2556 / 12225.8, abs=1e-4)
    assert mean.status is ValueStatus.PARTS_UNKNOWN  # 79 of every 100 people


def test_a_part_above_the_ceiling_leaves_no_cars_of_the_whole(shop: Workshop) -> None:
    """Calveen has 882 cars per household, and they are not of who lives there."""
    cars = value(shop.findings([union(shop, "WK030722", "WK030708")]).only, "autos_per_huishouden")
    assert cars.observation.status is ValueStatus.NOT_FOR_UNION
    assert cars.observation.basis is Basis.ABOVE_CEILING
    assert {each.reason for each in cars.verdicts} == {Reason.ABOVE_CEILING}
    assert cars.joined is not None
    assert cars.joined.lacking == ("WK030722",)


def test_dwellings_weigh_what_is_of_dwellings_and_households_where_they_are_not_known(
    shop: Workshop, koppel: AreaFindings
) -> None:
    houses = value(koppel, "koopwoningen")
    assert houses.joined is not None
    assert not houses.joined.otherwise
    assert houses.benchmarks[0].verdict.guard == 0.7
    buurten = [each.code for each in shop.edition.regions(gemeente="GM0307")]
    inside = [code for code in buurten if code.startswith("BU030708")][:2]
    smaller = value(shop.findings([union(shop, *inside)]).only, "koopwoningen")
    assert smaller.joined is not None
    assert smaller.joined.otherwise  # the edition has no dwellings of buurten
    guards = {each.guard for each in smaller.verdicts if each.reason is None}
    assert guards == {1.3}

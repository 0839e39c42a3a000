"""Figures of GGD regions and provinces, and what an area is beside the rest of one.

The numbers come from an independent computation on the raw tables. The long way round is
`UnionFigures`, which puts figures together one by one from the same gemeenten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median

import pytest

from tests.support.shipped import open_shop
from wijkprofiel.configuration.together import Together
from wijkprofiel.domain.area import COMPOSED_KINDS, Area, AreaKind
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, Observation
from wijkprofiel.domain.regions import NEDERLAND, Region
from wijkprofiel.domain.roles import Role
from wijkprofiel.edition.reader import AreaFigures
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.findings.together import UnionFigures
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.methods.union import weighted_mean
from wijkprofiel.workshop.workshop import Workshop

FIVE = ("ervaren_gezondheid_goed", "eenzaam", "moeite_met_rondkomen", "roker", "obesitas")
REGIONS = {
    "regio utrecht": (
        (80.211, 45.796, 12.789, 16.649, 13.416),
        {
            "Overvecht": (-2.5285, 2.2996, 3.0987, 1.8000, 1.5309),
            "Soesterkwartier": (-0.5818, 0.4568, 0.7217, 1.0298, 0.5322),
        },
    ),
    "hollands midden": (
        (81.158, 45.559, 12.275, 15.495, 14.377),
        {
            "Stevenshof": (-0.3779, 0.4110, 0.0904, -0.0262, 0.5144),
            "Alphen-Noord": (-0.7722, 0.6380, 0.6841, 0.5022, 0.7671),
        },
    ),
    "haaglanden": (
        (77.282, 52.719, 17.772, 18.127, 15.127),
        {"Den Haag Zuidwest": (-2.5841, 2.4257, 3.0431, 1.9749, 2.0145)},
    ),
}
SIZES = {"regio utrecht": 26, "hollands midden": 18, "haaglanden": 9}
COUNTRY = {(AgeGroup.ADULTS, 2020): (0.028, 0.049), (AgeGroup.ELDERLY, 2020): (None, 0.049)}
EARLIER = {2012: 0.068, 2016: 0.063}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


def region(shop: Workshop, name: str) -> Area:
    return shop.areas.composed.named(AreaKind.GGD_REGION, name)


def beside(shop: Workshop, area: Area, whole: Area) -> AreaFindings:
    """An area with its region between its gemeente and the country."""
    usual = {"gemeente": shop.edition.region(area.gemeente_code or ""), "land": None}
    home, land = usual["gemeente"], shop.edition.region(NEDERLAND)
    assert home is not None
    assert land is not None
    shown = {"gemeente": Area.of(home), "ggd_regio": whole, "land": Area.of(land)}
    return shop.findings([area], Wishes(benchmarks=shown)).only


@pytest.mark.parametrize("name", REGIONS)
def test_a_region_is_the_mean_of_its_gemeenten(name: str, shop: Workshop) -> None:
    whole, (values, _) = region(shop, name), REGIONS[name]
    row = shop.edition.area(whole.code)
    found = [
        row.observation(whole.code, FigureKey(each, AgeGroup.ADULTS, 2020)).value for each in FIVE
    ]
    assert found == pytest.approx(values, abs=0.0005)
    assert len(whole.members) == SIZES[name]
    if name == "regio utrecht":
        assert (whole.inhabitants, round(whole.adults or 0)) == (1_354_834, 1_076_671)


@pytest.mark.parametrize(
    ("name", "area"), [(name, area) for name, (_, areas) in REGIONS.items() for area in areas]
)
def test_an_area_is_judged_against_the_rest_of_its_region(
    name: str, area: str, shop: Workshop
) -> None:
    found = beside(shop, shop.find(area), region(shop, name))
    verdicts = []
    for indicator in FIVE:
        value = found.values.main(indicator)
        item = None if value is None else value.by_role(Role.REGION)
        assert item is not None
        assert item.joined is not None
        assert item.joined.covered == 1
        verdicts.append(item.verdict.z)
    assert verdicts == pytest.approx(REGIONS[name][1][area], abs=0.0002)


def test_the_gemeente_still_leads(shop: Workshop) -> None:
    found = beside(shop, shop.find("Overvecht"), region(shop, "utrecht"))
    usual = shop.findings([shop.find("Overvecht")]).only
    assert [item.role for item in found.benchmarks.shown] == [
        Role.NEAR,
        Role.REGION,
        Role.COUNTRY,
    ]
    assert found.points == usual.points
    assert found.opening == usual.opening
    for value in found.values.all:
        other = usual.values.by_key[value.indicator, value.age]
        assert (value.leading, value.for_choice) == (other.leading, other.for_choice)


def rows_of(shop: Workshop, kind: AreaKind) -> dict[str, AreaFigures]:
    return {
        each.area.code: shop.edition.area(each.area.code)
        for each in shop.edition.composed
        if each.area.kind is kind
    }


def off_country(
    shop: Workshop, rows: Mapping[str, AreaFigures], age: AgeGroup, year: int
) -> Iterator[float]:
    """How far the country made of regions lies from the published one, per health figure."""
    known = {each.area.code: each.area for each in shop.edition.composed}
    land = shop.edition.area(NEDERLAND)
    for key in shop.edition.figures:
        health = shop.catalogue.indicators[key.indicator].is_health
        published = land.observation(NEDERLAND, key).value
        if health and (key.age, key.period) == (age, year) and published is not None:
            values = [row.observation(code, key).value or 0.0 for code, row in rows.items()]
            people = [
                float((known[code].elderly if age is AgeGroup.ELDERLY else known[code].adults) or 0)
                for code in rows
            ]
            yield abs(weighted_mean(values, people) - published)


@pytest.mark.parametrize("kind", COMPOSED_KINDS)
def test_together_they_are_the_country(kind: AreaKind, shop: Workshop) -> None:
    rows = rows_of(shop, kind)
    assert len(rows) == {AreaKind.GGD_REGION: 25, AreaKind.PROVINCE: 12}[kind]
    codes = [code for each in shop.edition.composed for code in each.codes]
    assert len(codes) == 2 * 355
    for (age, year), (middle, most) in COUNTRY.items():
        found = list(off_country(shop, rows, age, year))
        assert len(found) == 32
        assert max(found) == pytest.approx(most, abs=0.0005)
        if middle is not None:
            assert median(found) == pytest.approx(middle, abs=0.0005)
    for year, most in EARLIER.items():
        found = list(off_country(shop, rows, AgeGroup.ADULTS, year))
        assert max(found) == pytest.approx(most, abs=0.0005)


def exact(rule: Together) -> Together:
    return rule.model_copy(update={"grover": ()})


class OneByOne(UnionFigures):
    """The long way round; what wijken say of their gemeente is another test."""

    def _deviations(self, *_: object) -> dict[str, float]:
        return {}


@pytest.mark.parametrize("code", ["GGD-HART-VOOR-BRABANT", "GGD-GOOI", "PV21"])
def test_it_is_what_members_give_one_by_one(code: str, shop: Workshop) -> None:
    """Every figure, of a region where many gemeenten lack those of a later division."""
    edition, kept = shop.edition, dict[str, AreaFigures]()
    (composed,) = (each for each in edition.composed if each.area.code == code)

    def read(place: Region, key: FigureKey) -> Observation:
        if place.code not in kept:
            kept[place.code] = edition.area(place.code)
        return kept[place.code].observation(place.code, key)

    # A figure of fewer people is for werkgebieden: of a region nobody measured how far it is off.
    definitions = {
        name: each.model_copy(update={"werkgebied": exact(each.together)})
        for name, each in {**shop.catalogue.elsewhere, **shop.catalogue.indicators}.items()
    }

    def counts(place: Region, key: FigureKey) -> tuple[float, float] | None:
        read(place, key)
        return kept[place.code].counts_of(place.code, key)

    union = OneByOne(edition, read, definitions, shop.catalogue.limits, counts)
    members = Area(composed.members, "Samen", "samen")
    row, statuses = edition.area(code), set()
    for key in edition.figures:
        found = row.observation(code, key)
        expected, joined = union.of(members, key)
        assert found.status is expected.status, key
        assert found.value == pytest.approx(expected.value, abs=2e-6), key
        assert (found.numerator, found.denominator) == (
            expected.numerator,
            expected.denominator,
        ), key
        if found.value is not None:
            covered, lacking = row.parts_without(key)
            assert covered == pytest.approx(joined.covered, abs=1e-6), key
            assert lacking == joined.lacking, key
        statuses.add(found.status)
    assert len(statuses) > 2


def test_a_region_has_a_profile_of_its_own(shop: Workshop) -> None:
    whole = region(shop, "gooi en vechtstreek")
    found = shop.findings([whole]).only
    assert [item.role for item in found.benchmarks.all] == [Role.COUNTRY]
    assert (found.gemeente, found.map, found.union, found.lack) == (None, None, None, None)
    assert [each.area.code for each in found.composed] == [whole.code]
    assert found.parts is not None
    assert [part.area.name for part in found.parts.parts] == [
        *("Blaricum", "Hilversum", "Huizen", "Laren", "Weesp", "Wijdemeren", "Gooise Meren")
    ]

"""The worked comparison: every class, printed number and z of two wijken of two gemeenten."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.shipped import open_shop
from wijkprofiel.domain.apart import ApartSize, AreasApart
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.findings.comparison import SideBySide
from wijkprofiel.findings.findings import Findings
from wijkprofiel.methods.apart import ApartChange
from wijkprofiel.methods.rounding import half_up
from wijkprofiel.workshop.workshop import Workshop

CLEAR, PLAIN, SLIGHT = ApartSize.CLEAR, ApartSize.PLAIN, ApartSize.SLIGHT
SMALL, EQUAL, SAME = ApartSize.SMALL, ApartSize.EQUAL, ApartSize.SAME
ADULTS = [
    ("alcoholrichtlijn", 59, 42, 2.6870, CLEAR),
    ("drinker", 57, 80, -4.1993, CLEAR),
    ("beperking_horen", 9, 5, 3.4698, CLEAR),
    ("beperking_zien", 10, 5, 2.8288, CLEAR),
    ("regie_over_eigen_leven", 85, 90, -2.5041, CLEAR),
    ("moeite_met_rondkomen", 27, 16, 2.3067, CLEAR),
    ("beperking_bewegen", 16, 9, 2.2029, CLEAR),
    ("risico_angst_depressie_hoog", 12, 7, 2.1996, CLEAR),
    ("lichamelijke_beperking", 23, 15, 2.1418, CLEAR),
    ("ernstig_eenzaam", 17, 12, 1.9914, PLAIN),
    ("sociaal_eenzaam", 37, 30, 1.9691, PLAIN),
    ("risico_angst_depressie_matig_of_hoog", 56, 44, 1.9606, PLAIN),
    ("ervaren_gezondheid_goed", 70, 78, -1.8893, PLAIN),
    ("eenzaam", 58, 48, 1.7900, PLAIN),
    ("emotioneel_eenzaam", 40, 31, 1.7256, PLAIN),
    ("ernstig_beperkt_door_gezondheid", 8, 6, 1.6441, PLAIN),
    ("beperkt_door_gezondheid", 36, 30, 1.1994, PLAIN),
    ("veel_stress", 25, 21, 1.1512, PLAIN),
    ("langdurig_ziek_en_beperkt", 33, 28, 1.0508, PLAIN),
    ("obesitas", 18, 15, 0.9656, SLIGHT),
    ("geluidhinder_buren", 10, 8, 0.9650, SLIGHT),
    ("mantelzorger", 10, 13, -0.9642, SLIGHT),
    ("overmatige_drinker", 5, 6, -0.7839, SLIGHT),
    ("roker", 23, 20, 0.7348, SMALL),
    ("gezond_gewicht", 46, 50, -0.7187, SMALL),
    ("sport_elke_week", 45, 50, -0.6692, SMALL),
    ("langdurige_aandoening", 35, 33, 0.6364, SMALL),
    ("overgewicht", 51, 48, 0.5322, SMALL),
    ("vrijwilligerswerk", 19, 22, -0.5317, SMALL),
    ("zware_drinker", 7, 8, -0.1993, EQUAL),
    ("beweegrichtlijn", 50, 50, None, SAME),
    ("ondergewicht", 2, 2, 1.17, SAME),
]
ELDERLY = [
    ("ervaren_gezondheid_goed", 53.0, 62.7, -1.8262),
    ("eenzaam", 58.5, 52.2, 1.4926),
    ("moeite_met_rondkomen", 15.6, 11.0, 1.3910),
    ("roker", 13.5, 13.2, 0.1340),
]
RESIDENTS = [
    ("aandeel_0_tot_15", 19, 17),
    ("eenpersoonshuishoudens", 50, 42),
    ("herkomst_buiten_nederland", 60, 20),
    ("bijstand_per_1000", 123, 42),
]
ROUNDS = [
    ("ervaren_gezondheid_goed", (-1.85, -2.02, -1.89)),
    ("eenzaam", (1.71, 1.84, 1.79)),
    ("moeite_met_rondkomen", (1.93, 2.05, 2.31)),
    ("roker", (-0.05, 0.34, 0.73)),
    ("obesitas", (0.97, 0.84, 0.97)),
]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def found(shop: Workshop) -> Findings:
    return shop.findings([shop.find("overvecht"), shop.find("soesterkwartier")])


@pytest.fixture(scope="module")
def beside(found: Findings) -> SideBySide:
    assert found.side_by_side is not None
    return found.side_by_side


def printed(found: Findings, indicator: str, age: AgeGroup) -> tuple[float, ...]:
    values = [area.values.by_key[(indicator, age)].observation.value for area in found.areas]
    return tuple(half_up(value) for value in values if value is not None)


@pytest.mark.parametrize(("indicator", "one", "other", "z", "size"), ADULTS)
def test_health_of_adults(
    indicator: str,
    one: int,
    other: int,
    z: float | None,
    size: ApartSize,
    *,
    found: Findings,
    beside: SideBySide,
) -> None:
    apart = beside.of(indicator, AgeGroup.ADULTS)
    assert printed(found, indicator, AgeGroup.ADULTS) == (one, other)
    assert apart.printed_difference == one - other
    assert apart.size is size
    if z is not None:
        decimals = 4 if size is not SAME else 2
        assert apart.z is not None
        assert round(apart.z, decimals) == z


def test_the_table_above_is_all_of_the_health_of_adults(beside: SideBySide) -> None:
    told = {row[0] for row in ADULTS}
    health = {each.indicator for each in beside.differences if each.age is AgeGroup.ADULTS}
    assert told == health


@pytest.mark.parametrize(("indicator", "one", "other", "z"), ELDERLY)
def test_health_of_65_plussers(
    indicator: str, one: float, other: float, z: float, *, found: Findings, beside: SideBySide
) -> None:
    values = [
        area.values.by_key[(indicator, AgeGroup.ELDERLY)].observation.value for area in found.areas
    ]
    assert values == [one, other]
    assert round(z_of(beside.of(indicator, AgeGroup.ELDERLY)), 4) == z


def z_of(apart: AreasApart) -> float:
    assert apart.z is not None
    return apart.z


@pytest.mark.parametrize(("indicator", "one", "other"), RESIDENTS)
def test_who_live_there(indicator: str, one: int, other: int, *, found: Findings) -> None:
    assert printed(found, indicator, AgeGroup.ALL) == (one, other)


def test_people_and_ages(found: Findings, beside: SideBySide) -> None:
    areas = [each.area for each in found.areas]
    assert [area.inhabitants for area in areas] == [34_295, 11_955]
    assert [round(area.adults or 0, -1) for area in areas] == [26_640, 9_600]
    assert [round(share or 0, 4) for share in beside.elderly_shares] == [0.1834, 0.1740]
    shares = [each.values.main("aandeel_65_plus") for each in found.areas]
    assert [round(each.observation.value or 0, 2) for each in shares if each] == [14.24, 13.97]
    assert not beside.shows_elderly
    assert not beside.one_gemeente


def test_age_explains_at_most_a_fifth_of_a_point_and_is_not_told(beside: SideBySide) -> None:
    health = [each for each in beside.differences if each.explained is not None]
    assert len(health) == len(ADULTS)
    assert max(abs(each.explained or 0) for each in health) == pytest.approx(0.217, abs=0.005)
    assert not any(each.by_age for each in beside.differences)


@pytest.mark.parametrize(("indicator", "differences"), ROUNDS)
def test_rounds_beside_each_other(
    indicator: str, differences: tuple[float, ...], *, beside: SideBySide
) -> None:
    (rounds,) = (each for each in beside.rounds if each.indicator == indicator)
    assert rounds.years == (2012, 2016, 2020)
    assert tuple(round(z, 2) for z in rounds.differences) == differences
    assert rounds.change is ApartChange.SAME


def test_points_of_a_round_are_of_the_printed_numbers(beside: SideBySide) -> None:
    """The points of moeite met rondkomen go down while the difference in spreads goes up."""
    (rounds,) = (each for each in beside.rounds if each.indicator == "moeite_met_rondkomen")
    one, other = ([half_up(each.value or 0) for each in series] for series in rounds.own)
    assert [a - b for a, b in zip(one, other, strict=True)] == [13, 12, 11]


def test_the_other_way_round_says_the_same(shop: Workshop, beside: SideBySide) -> None:
    turned = shop.findings([shop.find("soesterkwartier"), shop.find("overvecht")]).side_by_side
    assert turned is not None
    for there, back in zip(beside.differences, turned.differences, strict=True):
        assert (there.size, there.outcome, there.by_age) == (back.size, back.outcome, back.by_age)
        if there.z is not None and back.z is not None:
            assert there.z == pytest.approx(-back.z, abs=2e-6)

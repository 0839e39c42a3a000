"""The shipped edition beside figures that were written down before it existed.

The check values come from the publishers' tables and from the study of spreads, not from this code.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.catalogue import CATALOGUE
from wijkprofiel.compilation.verification import verify_edition
from wijkprofiel.domain.figures import FigureKey, Spread
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.outlines import OutlineMatch
from wijkprofiel.domain.regions import RegionLevel, gemeente_code_of, level_of
from wijkprofiel.edition.manifest import read_manifest
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.values import favourable
from wijkprofiel.methods.spread import percentile, place_among_people
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

PATH = SHIPPED_DATA / "2020.sqlite"

INDICATORS = (
    "ervaren_gezondheid_goed",
    "obesitas",
    "roker",
    "eenzaam",
    "ernstig_eenzaam",
    "risico_angst_depressie_hoog",
    "moeite_met_rondkomen",
)
CHECKED = {
    ("NL00", 2020): (78.4, 15.6, 17.9, 47.0, 11.2, 6.7, 13.9),
    ("GM0344", 2020): (80.8, 11.4, 19.4, 48.9, 11.6, 7.7, 17.2),
    ("WK034403", 2012): (65.8, 14.9, 28.2, 53.4, 14.7, 13.0, 40.9),
    ("WK034403", 2016): (63.5, 16.9, 27.1, 53.9, 17.3, 14.2, 36.0),
    ("WK034403", 2020): (69.9, 17.9, 23.1, 58.2, 17.4, 12.2, 27.2),
    ("WK030703", 2020): (77.8, 15.0, 20.4, 48.3, 11.5, 7.4, 16.2),
}
# inhabitants, 0-15, 65+, households, of one person, on social assistance
REGISTER = {
    "WK034403": (34_295, 6_425, 4_885, 16_670, 8_285, 2_820),
    "WK030703": (11_955, 2_045, 1_670, 5_855, 2_475, 350),
}
COUNTS = {
    "inwoners": None,
    "aandeel_0_tot_15": "numerator",
    "aandeel_65_plus": "numerator",
    "huishoudens": None,
    "eenpersoonshuishoudens": "numerator",
    "bijstand_per_1000": "numerator",
}
LATER = {  # 2024, with an area that is the same on both divisions
    ("NL00", "woz_waarde"): 378,
    ("NL00", "koopwoningen"): 57,
    ("NL00", "inkomen_per_inwoner"): 34.9,
    ("GM0344", "woz_waarde"): 451,
    ("GM0344", "koopwoningen"): 44,
    ("WK034403", "woz_waarde"): 293,
    ("WK034403", "koopwoningen"): 21,
    ("WK034403", "inkomen_per_inwoner"): 26.2,
    ("WK034403", "afstand_huisarts"): 0.6,
    ("WK030703", "woz_waarde"): 348,
    ("WK030703", "inkomen_per_inwoner"): 34.1,
}
# Standard deviations over wijken with 100 or more people of that age: 18+, 65+.
SPREADS = {
    "ervaren_gezondheid_goed": (4.18, 5.31),
    "beweegrichtlijn": (4.88, 5.58),
    "sport_elke_week": (6.87, 5.75),
    "ondergewicht": (0.34, 0.24),
    "gezond_gewicht": (5.01, 4.19),
    "overgewicht": (5.26, 4.31),
    "obesitas": (3.00, 3.06),
    "roker": (3.67, 2.24),
    "alcoholrichtlijn": (6.36, 5.23),
    "drinker": (5.33, 5.65),
    "zware_drinker": (2.01, 0.92),
    "overmatige_drinker": (1.40, 1.43),
    "langdurige_aandoening": (3.61, 3.64),
    "beperkt_door_gezondheid": (4.34, 4.18),
    "ernstig_beperkt_door_gezondheid": (1.40, 1.75),
    "langdurig_ziek_en_beperkt": (4.28, 4.11),
    "lichamelijke_beperking": (3.83, 5.13),
    "beperking_horen": (1.18, 1.50),
    "beperking_zien": (1.66, 2.42),
    "beperking_bewegen": (3.09, 4.91),
    "risico_angst_depressie_matig_of_hoog": (6.02, 5.42),
    "risico_angst_depressie_hoog": (2.18, 1.53),
    "veel_stress": (3.74, 1.56),
    "regie_over_eigen_leven": (2.24, 2.65),
    "eenzaam": (5.53, 4.22),
    "ernstig_eenzaam": (2.96, 2.47),
    "emotioneel_eenzaam": (5.56, 4.30),
    "sociaal_eenzaam": (3.96, 3.24),
    "mantelzorger": (2.18, 1.42),
    "vrijwilligerswerk": (6.58, 5.95),
    "geluidhinder_buren": (2.28, 2.03),
    "moeite_met_rondkomen": (4.77, 3.31),
}
# Which were not asked of adults in a round.
NOT_ASKED = {
    2012: {
        *("beweegrichtlijn", "sport_elke_week", "alcoholrichtlijn", "langdurige_aandoening"),
        *("beperkt_door_gezondheid", "ernstig_beperkt_door_gezondheid"),
        *("langdurig_ziek_en_beperkt", "veel_stress", "regie_over_eigen_leven"),
        *("sociaal_eenzaam", "vrijwilligerswerk", "geluidhinder_buren"),
    },
    2016: {
        *("beperkt_door_gezondheid", "ernstig_beperkt_door_gezondheid"),
        *("langdurig_ziek_en_beperkt", "veel_stress", "geluidhinder_buren"),
    },
    2020: set[str](),
}


@pytest.fixture(scope="module")
def edition() -> Iterator[Edition]:
    with Edition.open(PATH) as opened:
        yield opened


# Of every 100 adults, how many live in a wijk with a less favourable figure, and how many of every
# 100 wijken have one.
PLACES = {
    ("WK034403", "eenzaam"): (3.7, 1.7),
    ("WK034403", "ervaren_gezondheid_goed"): (3.8, 2.4),
    ("WK034403", "alcoholrichtlijn"): (97.4, 98.9),
    ("WK054609", "veel_stress"): (41.6, 22.9),
    ("WK054609", "overgewicht"): (55.9, 55.0),
    ("WK030703", "eenzaam"): (36.5, 22.3),
    ("WK029601", "eenzaam"): (63.1, 41.4),
    ("WK037702", "eenzaam"): (99.3, 96.5),
}


def observed(edition: Edition, code: str, name: str, period: int, age: AgeGroup) -> Observation:
    area = edition.area(gemeente_code_of(code) or "NL00")
    return area.observation(code, FigureKey(name, age, period))


@pytest.mark.parametrize(("code", "period"), CHECKED)
def test_health_figures_are_those_of_the_publisher(
    edition: Edition, code: str, period: int
) -> None:
    found = [observed(edition, code, name, period, AgeGroup.ADULTS) for name in INDICATORS]
    assert tuple(each.value for each in found) == CHECKED[code, period]
    assert {each.origin for each in found} == {"rivm_50090ned"}


@pytest.mark.parametrize("code", REGISTER)
def test_register_figures_are_those_of_the_publisher(edition: Edition, code: str) -> None:
    found = {name: observed(edition, code, name, 2020, AgeGroup.ALL) for name in COUNTS}
    values = tuple(
        found[name].value if part is None else getattr(found[name], part)
        for name, part in COUNTS.items()
    )
    assert values == REGISTER[code]


@pytest.mark.parametrize(("code", "name"), LATER)
def test_figures_of_2024_are_those_of_the_publisher(edition: Edition, code: str, name: str) -> None:
    found = observed(edition, code, name, 2024, AgeGroup.ALL)
    assert (found.value, found.origin) == (LATER[code, name], "kwb_2024")


def test_one_region_per_area_of_the_division_of_2020(edition: Edition) -> None:
    counts = {level: len(edition.regions(level)) for level in RegionLevel}
    assert counts == {
        RegionLevel.LAND: 1,
        RegionLevel.GEMEENTE: 355,
        RegionLevel.WIJK: 3_177,
        RegionLevel.BUURT: 13_808,
    }


@pytest.mark.parametrize(
    ("code", "inhabitants", "adults"),
    [("NL00", 17_407_585, 14_081_744), ("WK034403", 34_295, 26_635), ("WK030703", 11_955, 9_595)],
)
def test_adults_are_estimated_as_in_the_study(
    edition: Edition, code: str, inhabitants: int, adults: int
) -> None:
    region = edition.region(code)
    assert region is not None
    assert region.adults is not None
    assert (region.inhabitants, round(region.adults)) == (inhabitants, adults)


@pytest.mark.parametrize("name", SPREADS)
def test_spreads_are_those_of_the_study(edition: Edition, name: str) -> None:
    for age, count, expected in zip(
        (AgeGroup.ADULTS, AgeGroup.ELDERLY), (3_020, 2_709), SPREADS[name], strict=True
    ):
        spread = edition.spread(FigureKey(name, age, 2020))
        assert spread is not None
        assert spread.sd is not None
        assert (spread.count, round(spread.sd, 2)) == (count, expected)


@pytest.mark.parametrize(("code", "name"), PLACES)
def test_places_are_those_of_the_study(edition: Edition, code: str, name: str) -> None:
    value = observed(edition, code, name, 2020, AgeGroup.ADULTS).value
    spread = edition.spread(FigureKey(name, AgeGroup.ADULTS, 2020))
    assert value is not None
    assert spread is not None
    decimals = CATALOGUE.indicators[name].decimalen + 1
    sign = CATALOGUE.indicators[name].direction_for(AgeGroup.ADULTS).sign
    places = (place_among_people(spread, value, decimals), percentile(spread, value, decimals))
    found = [favourable(place, sign) for place in places]
    assert found == [pytest.approx(place, abs=0.05) for place in PLACES[code, name]]


@pytest.mark.parametrize(
    ("name", "age", "people"),
    [
        ("eenzaam", AgeGroup.ADULTS, "adults"),
        ("eenzaam", AgeGroup.ELDERLY, "elderly"),
        ("aandeel_65_plus", AgeGroup.ALL, "adults"),
    ],
)
def test_a_spread_holds_the_people_of_its_wijken(
    edition: Edition, name: str, age: AgeGroup, people: str
) -> None:
    spread = edition.spread(FigureKey(name, age, 2020))
    assert spread is not None
    counting = "inhabitants" if age is AgeGroup.ALL else people
    wijken = [
        wijk for wijk in edition.regions(RegionLevel.WIJK) if (getattr(wijk, counting) or 0) >= 100
    ]
    assert spread.count == spread.wijken_total == len(wijken)
    assert sum(spread.people) == pytest.approx(sum(getattr(wijk, people) for wijk in wijken))


def median_of_people(spread: Spread) -> float:
    """The figure of the wijk in which the middle one of all people lives."""
    half, so_far = sum(spread.people) / 2, 0.0
    for value, people in zip(spread.values, spread.people, strict=True):
        so_far += people
        if so_far >= half:
            return value
    raise AssertionError("nobody lives there")


@pytest.mark.parametrize(
    ("name", "median"),
    [("eenzaam", 46.0), ("moeite_met_rondkomen", 12.3), ("ervaren_gezondheid_goed", 78.9)],
)
def test_the_median_adult_is_that_of_the_study(edition: Edition, name: str, median: float) -> None:
    spread = edition.spread(FigureKey(name, AgeGroup.ADULTS, 2020))
    assert spread is not None
    assert median_of_people(spread) == median


@pytest.mark.parametrize(("age", "largest"), [(AgeGroup.ADULTS, 0.34), (AgeGroup.ELDERLY, 0.30)])
def test_a_colour_never_stands_on_the_half_that_it_denies(
    edition: Edition, age: AgeGroup, largest: float
) -> None:
    """A figure gets a word from half a spread of the country: the middle of the axis has to lie
    nearer to it than that, or a mark could be favourable left of the middle."""
    apart = {}
    for name in SPREADS:
        spread = edition.spread(FigureKey(name, age, 2020))
        country = observed(edition, "NL00", name, 2020, age).value
        assert spread is not None
        assert spread.sd is not None
        assert country is not None
        apart[name] = abs(median_of_people(spread) - country) / spread.sd
    assert max(apart.values()) < CATALOGUE.limits.grootte.iets
    assert round(max(apart.values()), 2) == largest


def test_nor_does_that_of_benefits(edition: Edition) -> None:
    spread = edition.spread(FigureKey("bijstand_per_1000", AgeGroup.ALL, 2020))
    country = observed(edition, "NL00", "bijstand_per_1000", 2020, AgeGroup.ALL).value
    assert spread is not None
    assert spread.sd_root is not None
    assert country is not None
    apart = abs(median_of_people(spread) ** 0.5 - country**0.5) / spread.sd_root
    assert apart < CATALOGUE.limits.grootte.iets
    assert apart == pytest.approx(0.29, abs=0.01)


def test_a_spread_that_rests_on_half_of_the_wijken_says_so(edition: Edition) -> None:
    spread = edition.spread(FigureKey("inkomen_per_inwoner", AgeGroup.ALL, 2024))
    assert spread is not None
    assert (spread.count, spread.wijken_total) == (1_529, 3_051)


def test_the_spread_of_benefits_is_that_of_the_study(edition: Edition) -> None:
    spread = edition.spread(FigureKey("bijstand_per_1000", AgeGroup.ALL, 2020))
    assert spread is not None
    assert spread.sd_root == pytest.approx(2.70, abs=0.005)


@pytest.mark.parametrize("period", NOT_ASKED)
def test_what_was_not_asked_says_so(edition: Edition, period: int) -> None:
    absent = {
        key.indicator: figure.absent
        for key, figure in edition.figures.items()
        if (key.age, key.period) == (AgeGroup.ADULTS, period)
    }
    not_asked = {name for name, status in absent.items() if status is ValueStatus.NOT_ASKED}
    assert not_asked == NOT_ASKED[period]


def test_the_figures_of_18_to_64_stop_in_2016(edition: Edition) -> None:
    figures = [f for key, f in edition.figures.items() if key.age is AgeGroup.WORKING_AGE]
    assert not any(figure.newest for figure in figures)
    absent = {figure.absent for figure in figures if figure.key.period == 2020}
    assert absent == {ValueStatus.NOT_DELIVERED}


def test_columns_that_were_not_delivered_come_from_a_newer_table(edition: Edition) -> None:
    newest = {k.indicator: f.origin for k, f in edition.figures.items() if f.newest}
    assert newest["woz_waarde"] == newest["afstand_huisarts"] == "kwb_2024"
    assert newest["netto_arbeidsparticipatie"] == newest["woningvoorraad"] == "grenzen_2022"
    assert newest["afstand_kinderdagverblijf"] == newest["bijstand_per_1000"] == "kwb_2020"


@pytest.mark.parametrize(
    ("code", "name"),
    [("WK030704", "Eemkwartier"), ("WK030705", "Isselt"), ("WK030702", "Nederberg")],
)
def test_codes_that_amersfoort_used_again_are_not_joined(
    edition: Edition, code: str, name: str
) -> None:
    reasons = {
        left.origin: left.reason for left in edition.area("GM0307").left_out if left.code == code
    }
    assert sorted(reasons) == ["grenzen_2022", "kwb_2024"]
    assert all(reason.endswith(f"bij een andere naam: {name}") for reason in reasons.values())
    found = observed(edition, code, "koopwoningen", 2024, AgeGroup.ALL)
    assert found.status is ValueStatus.OTHER_DIVISION


def test_as_many_codes_are_in_both_years_as_were_counted(edition: Edition) -> None:
    gone = [
        left.code
        for gemeente in edition.regions(RegionLevel.GEMEENTE)
        for left in edition.area(gemeente.code).left_out
        if level_of(left.code) is RegionLevel.WIJK
        and (left.origin, left.reason) == ("grenzen_2022", "komt op de indeling van 2022 niet voor")
    ]
    assert 3_177 - len(gone) == 3_044


def test_soesterkwartier_kept_its_name_but_not_its_borders(edition: Edition) -> None:
    area = edition.area("GM0307")
    assert area.boundary_changes("WK030703") == {"grenzen_2022": (155, 206), "kwb_2024": (155, 206)}
    assert observed(edition, "WK030703", "woz_waarde", 2024, AgeGroup.ALL).boundary_changed
    growth = observed(edition, "WK030703", "bevolkingsgroei", 2024, AgeGroup.ALL)
    assert growth.status is ValueStatus.OTHER_DIVISION


def test_overvecht_kept_both(edition: Edition) -> None:
    assert edition.area("GM0344").boundary_changes("WK034403") == {}
    growth = observed(edition, "WK034403", "bevolkingsgroei", 2024, AgeGroup.ALL)
    assert growth.value == pytest.approx((35_255 / 34_295 - 1) * 100, abs=1e-6)
    assert growth.numerator == 35_255


def test_the_file_of_2022_has_no_figures_of_the_country(edition: Edition) -> None:
    for name in ("netto_arbeidsparticipatie", "hbo_of_wo", "inkomen_laagste_40"):
        found = observed(edition, "NL00", name, 2022, AgeGroup.ALL)
        assert found.status is ValueStatus.NOT_IN_SOURCE


def test_benefits_that_round_to_nothing_are_zero_and_small_groups_are_withheld(
    edition: Edition,
) -> None:
    key = FigureKey("bijstand_per_1000", AgeGroup.ALL, 2020)
    spread = edition.spread(key)
    assert spread is not None
    assert (spread.count, spread.values[0], spread.counts[0]) == (3_051, 0, 557)
    found = [
        area.observation(code, key)
        for gemeente in edition.regions(RegionLevel.GEMEENTE)
        for area in [edition.area(gemeente.code)]
        for code in area.codes
        if level_of(code) is RegionLevel.WIJK
    ]
    assert sum(each.value == 0 for each in found) == 493
    assert min(each.denominator for each in found if each.denominator is not None) >= 100


def test_gemeenten_that_differ_only_by_their_province_are_joined(edition: Edition) -> None:
    for code in ("GM0164", "GM0417", "GM0603", "GM0687", "GM0888", "GM0971"):
        assert observed(edition, code, "koopwoningen", 2024, AgeGroup.ALL).value is not None


def test_water_that_belongs_to_no_wijk_is_no_change_of_boundary(edition: Edition) -> None:
    for code in ("GM0448", "GM0995", "GM0518"):  # Texel, Lelystad, 's-Gravenhage
        assert edition.area(code).boundary_changes(code) == {}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("WK034403", "Overvecht"),
        ("WK051806", "Van Stolkpark en Scheveningse Bosjes"),
        ("GM0518", "'s-Gravenhage"),
        ("WK009600", "Wijk 00"),
    ],
)
def test_names_are_whole_and_without_numbering(edition: Edition, code: str, name: str) -> None:
    region = edition.region(code)
    assert region is not None
    assert region.name == name


def test_maps_say_which_outlines_may_be_coloured(edition: Edition) -> None:
    drawn = edition.area("GM0307").map
    assert drawn is not None
    assert (drawn.year, drawn.outer_match, len(drawn.wijken)) == (2022, OutlineMatch.SAME, 33)
    assert drawn.matches["WK030701"] is OutlineMatch.SAME
    assert drawn.matches["WK030703"] is OutlineMatch.BOUNDARY_CHANGED
    assert drawn.matches["WK030704"] is OutlineMatch.OTHER_AREA
    assert drawn.matches["WK030723"] is OutlineMatch.NO_OUTLINE


@pytest.mark.parametrize("code", ["GM0307", "GM0344", "GM0363", "GM0448"])
def test_the_border_of_a_gemeente_is_that_of_its_wijken(edition: Edition, code: str) -> None:
    drawn = edition.area(code).map
    assert drawn is not None
    points = {point for wijk in drawn.wijken for ring in wijk.rings for point in ring}
    assert {point for ring in drawn.outer.rings for point in ring} <= points


def test_the_shipped_edition_has_no_outlines_of_buurten(edition: Edition) -> None:
    assert edition.area("GM0344").buurt_map("WK034403") is None


def test_gemeenten_that_ended_before_2022_have_no_map(edition: Edition) -> None:
    without = [
        gemeente.name
        for gemeente in edition.regions(RegionLevel.GEMEENTE)
        if edition.area(gemeente.code).map is None
    ]
    assert len(without) == 14
    assert {"Appingedam", "Uden", "Haaren"} <= set(without)


def test_origins_are_cited_in_full(edition: Edition) -> None:
    assert {origin.table for origin in edition.origins.values()} == {
        *("50090NED", "84799NED", "85984NED", "85318NED")
    }
    assert edition.origins["kwb_2020"].modified == "2021-03-26"
    assert edition.origins["kwb_2024"].modified is None
    assert {origin.licence for origin in edition.origins.values()} == {"CC BY 4.0"}


def test_the_shipped_file_is_whole_and_fits_the_configuration() -> None:
    found = verify_edition(PATH, CATALOGUE.indicators)
    assert (found.areas, found.outdated) == (17_341, ())
    assert found.values > 3_800_000


def test_the_manifest_and_the_file_stay_small() -> None:
    manifest = read_manifest(PATH)
    assert manifest.size == PATH.stat().st_size < 9_500_000
    assert {table.first_year for table in manifest.tables} == {2012, 2020, 2022, 2024}

"""The page that reads in two minutes: what it says of the area as a whole, and of one figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.documents.profile.pages import PointCard
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.workshop.workshop import Workshop

MakeProfile = Callable[..., Profile]


def cards(made: Profile) -> dict[str, PointCard]:
    glance = made.glance
    return {c.indicator: c for c in (*glance.strengths.points, *glance.concerns.points)}


@pytest.mark.parametrize(
    ("code", "lead"),
    [
        ("WK030703", "Soesterkwartier lijkt op de meeste punten op Amersfoort en Nederland."),
        ("WK007401", "Heerenveen lijkt op de meeste punten op Nederland."),
    ],
)
def test_an_area_resembles_only_what_most_figures_are_equal_to(
    code: str, lead: str, profile: MakeProfile
) -> None:
    assert profile(code).glance.lead == lead


def test_a_wijk_that_resembles_nothing_says_so(profile: MakeProfile) -> None:
    assert profile("WK197801").glance.lead == (
        "Geen cijfer springt er duidelijk uit; de thema's tonen de verschillen."
    )


def test_many_people_without_a_difference_only_where_nothing_differs(profile: MakeProfile) -> None:
    said = profile("WK169008").glance.concerns.empty or ""  # a little more favourable
    assert "eenzaam" in said
    assert "zonder verschil" not in said
    assert said.endswith("Ook wat er niet uitspringt, kan veel mensen raken.")


def test_how_many_people_says_whom_it_counts(profile: MakeProfile) -> None:
    card = cards(profile("WK034403"))["ervaren_gezondheid_goed"]
    assert card.people is not None
    assert card.people.startswith("Ongeveer 19.000 volwassenen voelen zich")


def test_a_trend_says_since_when(profile: MakeProfile) -> None:
    card = cards(profile("WK034403"))["moeite_met_rondkomen"]
    assert card.trend == ("De afstand tot Nederland bleef tussen 2012 en 2020 ongeveer gelijk.")


def test_the_page_names_the_table_of_the_health_figures(profile: MakeProfile) -> None:
    sources = [source.text for source in profile("WK034403").glance.sources]
    assert "84799NED" in sources[0]
    assert "50090NED" in sources[-1]


def test_a_gemeente_is_not_one_of_the_wijken(profile: MakeProfile) -> None:
    positions = [c.position for c in cards(profile("GM0109")).values() if c.position]
    assert positions
    assert all(text.startswith("Coevorden zou ") for text in positions)


def test_equal_printed_numbers_with_two_outcomes_are_explained(profile: MakeProfile) -> None:
    pinned = profile("WK030703", pinned=("geluidhinder_buren",))
    assert cards(pinned)["geluidhinder_buren"].comparison == (
        "Dat is er 1 meer dan in Amersfoort (7) en ongeveer evenveel als in Nederland"
        " (afgerond ook 7)."
    )


def test_a_comparison_that_starts_with_equal_is_no_plural(profile: MakeProfile) -> None:
    said = cards(profile("WK010930"))["overmatige_drinker"].comparison
    assert said.startswith("Dat is ongeveer evenveel als in de rest van Coevorden (7)")


def test_the_number_of_a_wijk_is_no_part_of_its_name(shop: Workshop, profile: MakeProfile) -> None:
    wijk = next(r for r in shop.edition.regions(RegionLevel.WIJK) if r.name.startswith("Wijk 1 "))
    buurt = next(
        b
        for b in shop.edition.regions(RegionLevel.BUURT, wijk.gemeente_code)
        if b.wijk_code == wijk.code
    )
    assert profile(buurt.code).cover.subtitle == "wijk Binnenstad, gemeente Deventer"


def test_figures_of_working_age_show_only_rounds_of_one_line(profile: MakeProfile) -> None:
    table = profile("WK034403").account.working_age
    assert table is not None
    shown = {
        line.indicator: [
            year for year, cell in zip(table.years, line.region, strict=True) if cell.value
        ]
        for line in table.lines
    }
    assert shown["mantelzorger"] == [2016]
    assert shown["overmatige_drinker"] == [2016]
    assert shown["roker"] == [2012, 2016]


def test_where_too_few_live_for_a_verdict_no_mark_shows_a_place(profile: MakeProfile) -> None:
    made = profile("WK008074")  # 49 adults, with figures
    rows = [row for theme in made.themes for table in theme.tables for row in table.rows]
    spines = [row.spine for row in rows if row.spine is not None and row.age is AgeGroup.ADULTS]
    assert len(spines) > 20
    assert {spine.value for spine in spines} == {None}
    assert all(each.value is not None for spine in spines for each in spine.benchmarks)
    assert not made.glance.strips


def test_a_figure_without_benchmark_keeps_its_place(profile: MakeProfile) -> None:
    rows = profile("NL00").themes[1].tables[0].rows
    assert all(row.spine is not None and row.spine.value is not None for row in rows)

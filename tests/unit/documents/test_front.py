"""The first page: what it counts, says and cites, and what it leaves out where room is short."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from wijkprofiel.configuration.profiles import Contact, Meeting
from wijkprofiel.documents.profile.front_fit import setting, ways_to_choose
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.findings.things import ThingKind
from wijkprofiel.workshop.workshop import Workshop

MakeProfile = Callable[..., Profile]
LONG = "De werkgroep vraagt iedereen om mee te denken over wat er in de wijk nodig is. " * 3


def test_the_numbers_under_the_name_are_those_of_cbs(profile: MakeProfile) -> None:
    counts = profile("WK034403").front.counts
    assert [(each.cell.text, each.label) for each in counts] == [
        ("34.295", "inwoners"),
        ("16.670", "huishoudens"),
        ("6.425", "kinderen tot 15 jaar"),
    ]


def test_a_number_that_is_missing_is_a_dash_with_its_cause(
    shop: Workshop, profile: MakeProfile
) -> None:
    silent = [
        (cell.text, cell.note)
        for region in list(shop.edition.regions(RegionLevel.WIJK))[::60]
        for each in profile(region.code).front.counts
        if (cell := each.cell).value is None
    ]
    assert silent
    assert all(text == "–" and note for text, note in silent)


def test_a_profile_file_may_leave_a_number_out(profile: MakeProfile) -> None:
    made = profile("WK034403", left_out=frozenset({"aandeel_0_tot_15"}))
    assert [each.indicator for each in made.front.counts] == ["inwoners", "huishoudens"]


def test_meeting_makers_and_contact_stand_under_the_name(profile: MakeProfile) -> None:
    meeting = Meeting.model_validate(
        {"aanleiding": "Wijkavond", "datum": "2027-01-21", "tijd": "19:30", "plaats": "De Boog"}
    )
    made = profile(
        "WK034403",
        meeting=meeting,
        makers=("GGD", "gemeente"),
        contact=Contact(naam="A. de Wit", telefoon="030 123 45 67"),
    )
    assert made.front.details == (
        ("Voor", "Wijkavond, 21 januari 2027, 19.30 uur, De Boog"),
        ("Gemaakt door", "GGD en gemeente"),
        ("Vragen over de cijfers", "A. de Wit, 030 123 45 67"),
    )


@pytest.mark.parametrize("hour", ["24:00", "7.30", "19:60", "half acht"])
def test_an_hour_that_is_none_is_refused(hour: str) -> None:
    with pytest.raises(ValueError, match="is geen tijd; schrijf uren en minuten"):
        Meeting(aanleiding="Wijkavond", tijd=hour)


@pytest.mark.parametrize("code", ["WK034403", "WK030703", "WK006000", "BU03440341", "GM0344"])
def test_there_are_three_things_a_question_and_at_most_twelve_rows(
    code: str, profile: MakeProfile
) -> None:
    front = profile(code).front
    assert len(front.statements) == 3
    assert front.question.text.endswith("?")
    assert front.chart is not None
    assert 4 <= len(front.chart.rows) <= 12
    assert all(row.name and row.here for row in front.chart.rows)


def test_only_what_was_chosen_is_coloured(profile: MakeProfile) -> None:
    front = profile("WK034403").front
    assert front.chart is not None
    filled = [row.name for row in front.chart.rows if row.mark.filled]
    assert filled == ["Geld is vaker krap", "Gezondheid minder vaak goed", "Meer eenzaamheid"]
    assert [row.mark.filled for row in front.chart.rows] == sorted(
        (row.mark.filled for row in front.chart.rows), reverse=True
    )


def test_a_concern_is_asked_of_residents_and_the_rest_of_everybody(profile: MakeProfile) -> None:
    overvecht, wijchen = profile("WK034403").front, profile("WK029601").front
    assert overvecht.statements[1].kind is ThingKind.CONCERN
    assert overvecht.question.whom == "Vraag aan bewoners, bij 2:"
    assert wijchen.statements[1].kind is ThingKind.ALIKE
    assert wijchen.question.whom == "Vraag aan iedereen, bij 2:"


def test_what_the_working_group_chose_is_said_once_and_small(profile: MakeProfile) -> None:
    left_out = frozenset({"eenzaam"})
    made = profile("WK034403", left_out=left_out, dropped=left_out, pinned=("roker",))
    assert made.front.remarks == (
        "Door de werkgroep gekozen: Rookt.",
        "Door de werkgroep weggelaten: Voelt zich eenzaam.",
    )
    assert profile("WK034403").front.remarks == ()


def test_a_small_wijk_says_that_its_estimates_are_coarse(profile: MakeProfile) -> None:
    assert profile("WK030722").front.remarks == ("Kleine wijk: de schatting is grof.",)


def test_a_remark_on_an_earlier_round_stands_only_where_it_is_told(profile: MakeProfile) -> None:
    overvecht, calveen = profile("WK034403").front, profile("WK030722").front
    assert sum("2012" in text for text in overvecht.statements[1].text.split(";")) == 1
    assert "Ook die van 2012 zijn schattingen." in overvecht.notes
    assert "In 2012 begint de groep bij 19 jaar." in overvecht.notes
    said = [*(each.text for each in calveen.statements), *calveen.box, *calveen.notes]
    assert not [text for text in said if "2012" in text]


def test_where_a_line_is_left_out_its_year_is_not_explained(profile: MakeProfile) -> None:
    """The change is the last line of what is there, so the first to go."""
    usual = profile("WK030703").front
    crowded = profile("WK030703", key_message=LONG, title="Samen gezond " * 14).front
    assert any("2012" in text for text in usual.box)
    assert not any("2012" in text for text in crowded.box)
    assert not any("2012" in text for text in crowded.notes)


def test_the_page_cites_what_it_prints(profile: MakeProfile) -> None:
    source = profile("WK034403").front.source
    assert source.startswith("Bronnen: ")
    assert "Gezondheidsmonitor" in source
    assert "Kerncijfers" in source
    none = profile("WK034403", themes=("voorzieningen",)).front
    assert "Gezondheidsmonitor" not in none.source


def test_what_does_not_fit_is_chosen_and_not_shrunk(profile: MakeProfile) -> None:
    usual = profile("WK006000").front
    crowded = profile("WK006000", key_message=LONG, title="Samen gezond op Ameland " * 4).front
    assert usual.chart is not None
    assert crowded.chart is not None
    assert len(crowded.chart.rows) < len(usual.chart.rows)
    chosen = [row.indicator for row in usual.chart.rows if row.mark.filled]
    assert [row.indicator for row in crowded.chart.rows if row.mark.filled] == chosen
    assert crowded.statements == usual.statements


def test_rows_go_before_lines_and_what_was_chosen_stays() -> None:
    ways = list(ways_to_choose(rows=7, chosen=2, box=3))
    assert ways[:4] == [(7, 3), (6, 3), (5, 3), (4, 3)]
    assert ways[4:7] == [(4, 2), (4, 1), (4, 0)]
    assert ways[-1] == (2, 0)


def test_a_page_with_room_is_set_roomily_and_a_full_one_is_not(profile: MakeProfile) -> None:
    front = profile("WK007401").front
    assert setting(front) == "ruim"
    longer = [setting(replace(front, box=front.box[:1] * lines)) for lines in range(25)]
    settings = list(dict.fromkeys(longer))
    assert settings == [name for name in ("ruim", "maat-0", "maat-1", "maat-2") if name in longer]
    assert (settings[0], settings[-1]) == ("ruim", "maat-2")


def test_a_buurt_says_in_which_wijk_it_lies(shop: Workshop, profile: MakeProfile) -> None:
    buurt = next(
        each
        for each in shop.edition.regions(RegionLevel.BUURT, "GM0150")
        if each.wijk_code == "WK015001"
    )
    assert profile(buurt.code).front.subtitle == "wijk Binnenstad, gemeente Deventer"


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
    assert not made.themes
    assert made.front.chart is None


def test_a_figure_without_benchmark_keeps_its_place(profile: MakeProfile) -> None:
    rows = profile("NL00").themes[1].tables[0].rows
    assert all(row.spine is not None and row.spine.value is not None for row in rows)

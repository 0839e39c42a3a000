"""Every point a story: its message, its picture, its figures, and one question a side."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.documents.profile.story_pages import StoryCard, StoryPages, StoryRow, StorySide

MakeProfile = Callable[..., Profile]
OVERVECHT, SOESTERKWARTIER, AERDENHOUT = "WK034403", "WK030703", "WK037702"
OOSTERHESSELEN, AMELAND, CALVEEN = "WK010930", "GM0060", "WK030722"


@pytest.fixture
def stories(profile: MakeProfile) -> Callable[..., StoryPages]:
    def make(code: str, **wishes: object) -> StoryPages:
        found = profile(code, **wishes).stories
        assert found is not None
        return found

    return make


Make = Callable[..., StoryPages]


def cards(pages: StoryPages) -> Iterator[StoryCard]:
    return (card for side in pages.sides for card in side.cards)


def card_of(pages: StoryPages, indicator: str) -> StoryCard:
    return next(card for card in cards(pages) if card.indicator == indicator)


def row_of(card: StoryCard, indicator: str) -> StoryRow:
    return next(row for row in card.table.rows if row.indicator == indicator)


def side_of(pages: StoryPages, key: str) -> StorySide:
    return next(side for side in pages.sides if side.key == key)


def test_strengths_come_first_and_each_side_strongest_first(stories: Make) -> None:
    pages = stories(AMELAND)
    assert [(side.heading, [card.title for card in side.cards]) for side in pages.sides] == [
        (
            "Wat gaat goed",
            ["Meer mensen bewegen genoeg", "Minder emotionele eenzaamheid", "Meer vrijwilligers"],
        ),
        ("Wat vraagt aandacht", ["Minder mensen sporten wekelijks"]),
    ]


def test_a_card_says_the_sentence_the_people_and_the_change(stories: Make) -> None:
    assert card_of(stories(OVERVECHT), "moeite_met_rondkomen").sentences == (
        "27 van de 100 volwassenen hebben moeite met rondkomen; in Utrecht 17, in Nederland 14. "
        "Dat zijn ongeveer 7.200 volwassenen. "
        "Net als in heel Nederland is dat minder dan in 2012; toen 41 van de 100."
    )


def test_bars_are_the_numbers_of_the_sentence(stories: Make) -> None:
    bars = card_of(stories(AERDENHOUT), "eenzaam").bars
    assert [(bar.name, bar.printed, bar.value) for bar in bars.bars] == [
        ("Hier", "63", 63),
        ("In de rest van Bloemendaal", "59", 59),
        ("In Nederland", "53", 53),
    ]
    assert bars.whole == 100


def test_kilometres_have_no_whole_and_the_gemeente_as_it_was_published(stories: Make) -> None:
    card = card_of(stories(OOSTERHESSELEN), "afstand_huisarts")
    assert [(bar.name, bar.printed) for bar in card.bars.bars] == [
        ("Hier", "3,3\u00a0km"),
        ("In Coevorden", "2,0\u00a0km"),
        ("In Nederland", "1,1\u00a0km"),
    ]
    assert card.bars.whole is None
    assert card.table.near == "Coevorden"


def test_rows_are_in_the_own_form_and_the_word_is_that_against_the_country(stories: Make) -> None:
    row = row_of(card_of(stories(AERDENHOUT), "eenzaam"), "eenzaam")
    assert (row.here, row.near, row.country, row.place) == ("37", "41", "47", "99")
    assert (row.word, row.mark.tone) == ("gunstiger", "gunstig")


def test_the_figure_of_the_point_comes_first_and_parts_under_their_whole(stories: Make) -> None:
    rows = card_of(stories(AMELAND), "emotioneel_eenzaam").table.rows
    names = [(row.indicator, row.is_part) for row in rows]
    assert names[0] == ("emotioneel_eenzaam", False)
    at = names.index(("ernstig_eenzaam", True))
    assert names[at - 1] == ("eenzaam", False)


def test_a_benefit_is_counted_per_hundred(stories: Make) -> None:
    card = card_of(stories(OVERVECHT), "moeite_met_rondkomen")
    assert row_of(card, "bijstand_per_1000").here == "12"


def test_older_people_stand_by_a_row_only_where_their_word_is_another(stories: Make) -> None:
    pages = stories(AERDENHOUT)
    assert (
        row_of(card_of(pages, "eenzaam"), "eenzaam").elderly
        == "65-plussers: 41, duidelijk gunstiger"
    )
    assert row_of(card_of(pages, "beweegrichtlijn"), "beweegrichtlijn").elderly is None


def test_what_the_mirror_of_another_figure_says_has_no_row(stories: Make) -> None:
    card = card_of(stories(AMELAND), "beweegrichtlijn")
    assert "gezond_gewicht" not in {row.indicator for row in card.table.rows}


def test_a_place_at_the_end_is_told_in_people(stories: Make) -> None:
    said = card_of(stories(OVERVECHT), "eenzaam").notes
    assert said == (
        (
            "Van elke 100 volwassenen in Nederland wonen er 4 in een wijk waar dit cijfer "
            "ongunstiger is."
        ),
    )
    assert card_of(stories(AMELAND), "emotioneel_eenzaam").notes == (
        "Bijna iedereen in Nederland woont in een wijk waar dit cijfer ongunstiger is.",
    )
    assert card_of(stories(AMELAND), "vrijwilligerswerk").notes == ()


def test_a_large_area_gets_no_such_sentence(stories: Make) -> None:
    pages = stories("GM0917")  # Heerlen
    first = card_of(pages, "ervaren_gezondheid_goed")
    assert first.table.rows[0].place == "1"
    assert not any(card.notes for card in cards(pages))


def test_points_of_one_signal_are_called_one_story(stories: Make) -> None:
    assert side_of(stories(OOSTERHESSELEN), "wat-gaat-goed").lead == (
        "Deze punten vertellen één verhaal, op twee manieren gemeten."
    )
    assert side_of(stories(OVERVECHT), "wat-vraagt-aandacht").lead == (
        "Deze punten vertellen twee verhalen, op drie manieren gemeten."
    )
    assert side_of(stories(OOSTERHESSELEN), "wat-vraagt-aandacht").lead is None


def test_a_side_without_points_stays_empty_and_says_so(stories: Make) -> None:
    there, concerns = stories(SOESTERKWARTIER).sides
    assert (there.heading, there.cards) == ("Dit is er", ())
    assert there.empty[0].endswith("weten de mensen die er wonen: vraag het hun.")
    assert there.facts[0].startswith("Gemiddeld op hooguit één kilometer: huisarts (0,6\u00a0km)")
    assert concerns.empty == (
        "In de cijfers springt niets er ongunstig uit. Dat zegt niet dat alles goed gaat.",
    )
    assert (there.question and there.question.residents) == "Wat is er nog meer?"


def test_what_goes_well_is_not_also_told_as_something_of_everybody(stories: Make) -> None:
    concerns = side_of(stories(AERDENHOUT), "wat-vraagt-aandacht")
    assert len(concerns.empty) == 1
    small = side_of(stories(CALVEEN), "wat-vraagt-aandacht")
    assert [text.split(".")[0] for text in small.empty[1:]] == [
        "Ook hier: eenzaamheid",
        "Ook hier: moeilijk rondkomen",
    ]


def test_a_question_is_that_of_the_side(stories: Make) -> None:
    strengths, concerns = stories(OOSTERHESSELEN).sides
    assert strengths.question is not None
    assert strengths.question.residents == "Wat helpt u hier om u goed te voelen?"
    assert strengths.question.professionals == "Wat helpt mensen hier als zij somber zijn?"
    assert concerns.question is not None
    assert concerns.question.residents.endswith("bij de huisarts te komen?")
    assert concerns.question.professionals is not None


def test_what_has_no_point_stands_together(stories: Make) -> None:
    others = stories(OVERVECHT).others
    row = "Drinkt minstens één keer per week veel op één dag"
    assert others == (
        "Heeft ernstige geluidhinder van buren: hier 10, in Nederland 7 (ongunstiger)",
        "Beweegt genoeg volgens de richtlijn: hier 50, in Nederland 50 (ongeveer gelijk)",
        f"{row}: hier 7, in Nederland 8 (iets gunstiger)",
        "Kilometer tot een huisartsenpraktijk: hier 0,6, in Nederland 1,1 (iets dichterbij)",
    )


def test_how_differences_go_together_with_who_lives_there_is_said_once_a_side(
    stories: Make,
) -> None:
    pages = stories(OVERVECHT)
    said = [note for card in cards(pages) for note in card.table.notes if "wie er wonen" in note]
    assert len(said) == 1
    assert said[0] == (
        "Verschillen tussen wijken in rondkomen hangen bijna helemaal samen met wie er wonen: "
        "leeftijd, herkomst, huishoudens, bijstand, auto's en hoe stedelijk het is. Het model "
        "rekent ook met zulke gegevens."
    )


def test_rounds_are_in_the_own_form_with_their_years(stories: Make) -> None:
    rounds = card_of(stories(AERDENHOUT), "eenzaam").rounds
    assert rounds is not None
    assert rounds.curve.years == (2012, 2016, 2020)
    assert [each and each.printed for each in rounds.curve.own] == ["32", "31", "37"]
    assert [each and each.printed for each in rounds.curve.country] == ["40", "43", "47"]
    assert "hier 32 in 2012" in rounds.curve.text


def test_a_figure_that_was_asked_once_has_no_line(stories: Make) -> None:
    assert card_of(stories(OOSTERHESSELEN), "geluidhinder_buren").rounds is None


def test_a_pinned_point_without_a_side_has_a_heading_of_its_own(stories: Make) -> None:
    pages = stories("WK054609", pinned=("risico_angst_depressie_hoog",))
    usual = stories("WK054609")
    assert [side.heading for side in usual.sides] == ["Dit is er", "Wat vraagt aandacht"]
    chosen = pages.sides[-1]
    assert (chosen.key, chosen.heading) == ("gekozen", "Door de werkgroep gekozen")
    assert [card.favourable for card in chosen.cards] == [None]


def test_a_small_area_says_so_once_and_counts_no_people(stories: Make) -> None:
    pages = stories(CALVEEN)
    assert pages.notes.count("Kleine wijk: de schatting is grof.") == 1
    assert not any("ongeveer" in card.sentences for card in cards(pages))


def test_nearly_nobody_tells_no_stories(profile: MakeProfile) -> None:
    assert profile("WK030723").stories is None


def test_the_country_is_compared_with_nothing(stories: Make) -> None:
    pages = stories("NL00")
    assert [side.empty for side in pages.sides] == [
        ("Nederland is zelf de maat voor alle gebieden en wordt nergens mee vergeleken.",)
    ] * 2
    assert not any(side.question for side in pages.sides)


def test_other_figures_than_health_alone_give_no_stories(stories: Make) -> None:
    pages = stories(OVERVECHT, themes=("bevolking",))
    assert not list(cards(pages))
    assert pages.sides[0].empty[0].startswith("Dit profiel toont geen gezondheidscijfers.")

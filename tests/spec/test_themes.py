"""Both divisions into themes, and what is asked at the meeting."""

from __future__ import annotations

import re

import pytest

from tests.spec.shipped import CATALOGUE
from tests.spec.tables import POSITIVE_HEALTH
from wijkprofiel.configuration.themes import ThemeQuestions

SETS = CATALOGUE.theme_sets
THEME_QUESTIONS = [
    (f"{name}.{theme.sleutel}", theme.vragen) for name in SETS for theme in SETS[name].themas
]
ASKED_OF_POINTS = [
    (f"{name}.{figure}.{side}", questions)
    for name, story in CATALOGUE.stories.items()
    for figure, sided in {"": story.vragen, **story.vragen_per_cijfer}.items()
    for side, questions in sided
    if questions is not None
]
QUESTIONS = [*THEME_QUESTIONS, *ASKED_OF_POINTS]
LONGEST_QUESTION = 80
BLAMING = (
    "waarom",
    "probleem",
    "achterstand",
    "doelgroep",
    "kwetsba",
    "tegenhoud",
    "houdt u tegen",
)
"""What makes the one who is asked defend himself, or names people by what they lack."""


def test_rivm_is_the_default_and_starts_with_who_lives_here() -> None:
    assert CATALOGUE.default_theme_set.id == "rivm"
    assert [theme.sleutel for theme in SETS["rivm"].themas] == [
        "bevolking",
        "gezondheid_en_leefstijl",
        "participatie",
        "sociale_omgeving",
        "fysieke_omgeving",
        "voorzieningen",
    ]
    assert list(SETS["rivm"].themas[1].koppen) == ["lichamelijk", "mentaal", "leefstijl"]


def test_positive_health_has_who_lives_here_and_then_its_six_dimensions() -> None:
    found = [theme.sleutel for theme in SETS["positieve_gezondheid"].themas]
    assert found == list(POSITIVE_HEALTH.values())


def test_only_meaning_has_no_figure_and_says_so() -> None:
    for themes in SETS.values():
        filled = {each.themas[themes.id].thema for each in CATALOGUE.indicators.values()}
        empty = {theme.sleutel for theme in themes.themas} - filled
        assert empty == {theme.sleutel for theme in themes.themas if theme.leeg}
    assert {t.sleutel for s in SETS.values() for t in s.themas if t.leeg} == {"zingeving"}


@pytest.mark.parametrize(("place", "questions"), QUESTIONS, ids=[name for name, _ in QUESTIONS])
def test_questions_are_open(place: str, questions: ThemeQuestions) -> None:
    for question in (questions.bewoners, questions.professionals):
        assert question.endswith("?"), place
        first = question.split()[0]
        opens = {"Wat", "Waar", "Wie", "Welk", "Welke", "Hoe", "Wanneer", "Waaraan", "Met", "Bij"}
        opens |= {"Op", "Voor", "Herkent"}
        assert first in opens, (
            f"{place}: a question that can be answered with yes or no: {question}"
        )


@pytest.mark.parametrize(
    ("place", "questions"), ASKED_OF_POINTS, ids=[n for n, _ in ASKED_OF_POINTS]
)
def test_a_question_about_a_point_asks_one_thing(place: str, questions: ThemeQuestions) -> None:
    for question in (questions.bewoners, questions.professionals):
        assert question.count("?") == 1, place
        assert len(question) <= LONGEST_QUESTION, place
        assert not any(word in question.lower() for word in BLAMING), place
        # "en" or a comma joins two questions; what is asked about may not be two things either.
        assert not re.search(r"\ben\b|[,;:]", question), f"{place}: two questions: {question}"


def test_each_figure_that_may_stand_out_has_questions_for_its_side() -> None:
    """A strength asks what makes it work; a concern what would help, and who is there already."""
    for story in CATALOGUE.stories.values():
        for figure in story.order(1):
            asked = story.questions_of(figure, 1)
            assert not re.search(r"\bzou\b", f"{asked.bewoners} {asked.professionals}"), figure
        for figure in story.order(-1):
            asked = story.questions_of(figure, -1)
            assert re.search(r"\bzou\b", asked.bewoners), figure
            assert re.match(r"Wie .*\bal\b", asked.professionals), figure


def test_no_question_is_asked_twice_within_one_document() -> None:
    of_points = [each for _, questions in ASKED_OF_POINTS for _, each in questions]
    for name, themes in SETS.items():
        asked = [question for theme in themes.themas for _, question in theme.vragen]
        asked += of_points
        assert len(asked) == len(set(asked)), name


@pytest.mark.parametrize("side", [1, -1])
@pytest.mark.parametrize(
    ("figure", "words"),
    [("roker", "rok"), ("geluidhinder_buren", "geluid|rekening"), ("obesitas", "eten|gewicht")],
)
def test_questions_are_about_the_figure_of_the_point(figure: str, words: str, side: int) -> None:
    story = CATALOGUE.stories[CATALOGUE.indicators[figure].verhaal or ""]
    assert re.search(words, story.questions_of(figure, side).bewoners.lower())


def test_a_point_on_neither_side_is_asked_about_all_the_same() -> None:
    story = CATALOGUE.stories["mantelzorg"]
    assert story.questions_of("mantelzorger") == story.vragen.anders
    pinned = CATALOGUE.stories["alcohol"]
    assert pinned.questions_of("zware_drinker", 1) == pinned.vragen.anders

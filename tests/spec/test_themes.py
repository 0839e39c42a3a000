"""Both divisions into themes, and what is asked at the meeting."""

from __future__ import annotations

import pytest

from tests.spec.shipped import CATALOGUE
from tests.spec.tables import POSITIVE_HEALTH
from wijkprofiel.configuration.themes import ThemeQuestions

SETS = CATALOGUE.theme_sets
QUESTIONS = [
    *((f"{name}.{theme.sleutel}", theme.vragen) for name in SETS for theme in SETS[name].themas),
    *((name, story.vragen) for name, story in CATALOGUE.stories.items()),
    *(
        (f"{name}.{figure}", questions)
        for name, story in CATALOGUE.stories.items()
        for figure, questions in story.vragen_per_cijfer.items()
    ),
]


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


def test_no_question_is_asked_twice_within_one_document() -> None:
    for name, themes in SETS.items():
        asked = [q for theme in themes.themas for q in theme.vragen.model_dump().values()]
        asked += [
            question
            for story in CATALOGUE.stories.values()
            for each in (story.vragen, *story.vragen_per_cijfer.values())
            for question in each.model_dump().values()
        ]
        assert len(asked) == len(set(asked)), name


@pytest.mark.parametrize(
    ("figure", "word"), [("roker", "rook"), ("geluidhinder_buren", "geluid"), ("obesitas", "eten")]
)
def test_questions_are_about_the_figure_of_the_point(figure: str, word: str) -> None:
    story = CATALOGUE.stories[CATALOGUE.indicators[figure].verhaal or ""]
    assert word in story.questions_of(figure).bewoners.lower()

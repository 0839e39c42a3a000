"""What may be said of what differs between two editions, and what never is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from tests.support.catalogue import CATALOGUE
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.regions import Region
from wijkprofiel.findings.between_editions.area_link import link_areas
from wijkprofiel.findings.between_editions.causes import Cause
from wijkprofiel.findings.between_editions.changed_area import (
    EditionChanges,
    FigureChange,
    NewRound,
    OtherQuestion,
    QuestionThen,
    WordChange,
)
from wijkprofiel.findings.between_editions.figure_pair import FigureInEdition
from wijkprofiel.findings.trends import Trend
from wijkprofiel.methods.trend import DistanceChange
from wijkprofiel.words.changes import ChangeWords

FORBIDDEN = re.compile(
    r"\b(verbeter\w*|verslechter\w*|beter|slechter|effect\w*|dankzij|doordat|door de (wijk)?aanpak"
    r"|sinds de|wijkaanpak|per jaar|gemiddeld|vooruitgang|achteruitgang)\b",
    re.IGNORECASE,
)
MONEY = "moeite_met_rondkomen"


def wijk(name: str = "Overvecht", land: int = 400, people: int = 34_295, **more: Any) -> Area:
    return Area.of(
        Region(
            code=more.get("code", "WK034403"),
            division=more.get("division", 2020),
            name=name,
            title=name,
            gemeente_name="Utrecht",
            inhabitants=people,
            land_ha=land,
        )
    )


def info(name: str, division: int) -> EditionInfo:
    return EditionInfo(name, f"Editie {name}", "2026-11-24", division, "0" * 64)


def found(
    value: float | None, period: int = 2020, table: str | None = "50090NED"
) -> FigureInEdition:
    status = ValueStatus.MISSING if value is None else ValueStatus.AVAILABLE
    return FigureInEdition(period, table, Observation(period, AgeGroup.ADULTS, status, value))


def figure(
    cause: Cause, before: FigureInEdition, after: FigureInEdition, **more: Any
) -> FigureChange:
    indicator, also = more.pop("indicator", MONEY), more.pop("also", ())
    return FigureChange(indicator, AgeGroup.ADULTS, True, cause, also, before, after, **more)


def words(*figures: FigureChange, before: Area | None = None, **more: Any) -> ChangeWords:
    one = before or wijk()
    link = link_areas(one, more.pop("after", one), successors=more.pop("successors", None))
    changes = EditionChanges(
        earlier=info("2020", 2020),
        later=info("2024", 2024),
        tables_before=(),
        tables_after=(),
        area=link,
        figures=figures,
        questions=more.pop("questions", {}),
    )
    return ChangeWords.of(CATALOGUE, changes)


def series(*values: float) -> tuple[Observation, ...]:
    years = (2012, 2016, 2020)
    return tuple(
        Observation(year, AgeGroup.ADULTS, ValueStatus.AVAILABLE, value)
        for year, value in zip(years, values, strict=True)
    )


def rounds(own: tuple[float, float, float], country: tuple[float, float, float]) -> Trend:
    return Trend(MONEY, (2012, 2016, 2020), series(*own), (), series(*country), (), None)


def a_new_year(**more: Any) -> FigureChange:
    trend = rounds(more.pop("own", (40.9, 36.0, 27.2)), more.pop("country", (24.0, 19.1, 13.9)))
    new = NewRound(trend, more.pop("change", None))
    return figure(Cause.NEW_YEAR, found(36.0, 2016), found(27.2), new_round=new, **more)


def test_what_is_allowed_is_said_as_it_is_allowed() -> None:
    (said,) = words(a_new_year()).lines()
    assert said == (
        "Heeft moeite met rondkomen: in 2012, 2016 en 2020 was het 41, 36 en 27 van de 100; in heel"
        " Nederland daalde het ook."
    )


@pytest.mark.parametrize(
    ("own", "country", "said"),
    [
        ((20.0, 22.0, 24.0), (20.0, 19.0, 18.0), "in heel Nederland daalde het."),
        ((20.0, 22.0, 24.0), (20.0, 22.0, 23.0), "in heel Nederland steeg het ook."),
        ((20.0, 22.0, 24.0), (20.0, 20.2, 20.4), "in heel Nederland bleef het gelijk."),
        ((20.0, 20.2, 20.4), (20.0, 20.2, 20.4), "was het 20 van de 100; in heel Nederland bleef"),
    ],
)
def test_the_country_stands_beside_it(
    own: tuple[float, float, float], country: tuple[float, float, float], said: str
) -> None:
    (line,) = words(a_new_year(own=own, country=country)).lines()
    assert said in line


def test_a_change_has_words_only_where_the_rule_of_the_trend_gave_one() -> None:
    (silent,) = words(a_new_year()).lines()
    (told,) = words(a_new_year(change=DistanceChange.CLOSER)).lines()
    assert told == f"{silent} Het verschil met Nederland werd kleiner."


def test_another_word_for_hardly_another_figure_says_so() -> None:
    (said,) = words(a_new_year(word=WordChange.BARELY)).lines()
    assert said.endswith("Ander woord, nauwelijks ander cijfer.")
    (other,) = words(a_new_year(word=WordChange.OTHER)).lines()
    assert "woord" not in other


def test_tables_and_questions_have_one_line_and_no_numbers() -> None:
    other = figure(Cause.OTHER_TABLE, found(27.2), found(25.0, 2024, "50150NED"))
    asked = figure(Cause.OTHER_QUESTION, found(27.2), found(25.0))
    two = words(other, replace(other, indicator="eenzaam"), asked)
    table, question = two.lines()
    assert table == (
        "2 cijfers komen in editie 2024 uit een nieuwe tabel en zijn niet te vergelijken met die"
        " van editie 2020."
    )
    assert question.startswith("Eén cijfer gaat in editie 2024 over een andere vraag of definitie")
    assert two.sentence(other) == (
        "Heeft moeite met rondkomen: 27 van de 100 (2020), tabel 50090NED. Nieuwe reeks: 25 van de"
        " 100 (2024), tabel 50150NED."
    )


def test_both_questions_are_named() -> None:
    asked = figure(Cause.OTHER_QUESTION, found(27.2), found(25.0))
    then = QuestionThen({"Roker": "Roker"}, "Wie zegt dat hij rookt.")
    now = QuestionThen({"RooktTabak": "Rookt tabak"}, "Wie zegt dat hij rookt.")
    said = words(asked, questions={MONEY: OtherQuestion(then, now)}).sentence(asked)
    assert said is not None
    assert "noemt dit nu ‘Rookt tabak’ en noemde het eerder ‘Roker’" in said
    other = replace(now, topics=then.topics, definition="Wie elke dag rookt.")
    said = words(asked, questions={MONEY: OtherQuestion(then, other)}).sentence(asked)
    assert said is not None
    assert "‘Wie zegt dat hij rookt.’ Nu ‘Wie elke dag rookt.’" in said


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (Cause.REVISED, "de bron heeft het cijfer herzien. Het was 27 van de 100 (2020) en is 25"),
        (Cause.ONLY_RULER, "het cijfer is gelijk; de vergelijking veranderde."),
        (Cause.OUR_RULE, "wij rekenen of noemen het anders dan in editie 2020."),
        (Cause.ROUNDING, None),
        (Cause.EQUAL, None),
    ],
)
def test_what_a_machine_finds_is_no_news_for_readers(cause: Cause, said: str | None) -> None:
    one = figure(cause, found(27.2), found(25.0))
    told = words(one).sentence(one)
    assert (told is None) if said is None else (told is not None and said in told)
    assert not list(words(one).lines())


def test_two_kinds_of_absence_are_told_apart() -> None:
    withheld = FigureInEdition(
        2020, "1NED", Observation.absent(ValueStatus.NOT_DELIVERED, 2020, AgeGroup.ADULTS)
    )
    (said,) = words(figure(Cause.OTHER_STATE, withheld, found(27.2))).lines()
    assert said == (
        "Heeft moeite met rondkomen: eerder geen cijfer (nog niet geleverd door de bron), nu 27 van"
        " de 100 (2020)."
    )


def test_new_rounds_that_stand_alone_share_a_line() -> None:
    alone = figure(Cause.NEW_YEAR, found(27.2), found(25.0, 2024), new_round=NewRound())
    (one,) = words(alone).lines()
    assert one.startswith("Van één ander cijfer is er nu 2024.")
    (two,) = words(alone, replace(alone, indicator="eenzaam")).lines()
    assert two.startswith("Van 2 andere cijfers is er nu 2024.")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (wijk("Bosgebied"), wijk("Isselt"), "Dat zijn twee gebieden"),
        (wijk("Bouwlust en Vrederust"), wijk("Bouwlust"), "heet in editie 2020 nog Bouwlust en"),
        (wijk(land=155), wijk(land=206), "155 hectare land in editie 2020 en 206 in editie 2024"),
        (wijk(people=1000), wijk(people=1300), "1.000 in editie 2020 en 1.300 in editie 2024"),
        (wijk(land=400), wijk(land=410), "De grens van Overvecht is iets veranderd: 400 hectare"),
    ],
)
def test_of_the_area_it_is_said_what_became_of_it(before: Area, after: Area, said: str) -> None:
    (line,) = words(before=before, after=after).of_area()
    assert said in line


def test_figures_of_two_areas_are_never_said() -> None:
    """Not even that they are of a new year: the area is another one."""
    moved = a_new_year(also=())
    reused = words(replace(moved, cause=Cause.CODE_REUSED), before=wijk("A"), after=wijk("B"))
    assert len(list(reused.lines())) == 1
    renamed = words(
        replace(moved, cause=Cause.RENAMED, also=(Cause.NEW_YEAR,)),
        before=wijk("Bouwlust en Vrederust"),
        after=wijk("Bouwlust"),
    )
    assert [line[:8] for line in renamed.lines()] == ["Bouwlust", "Heeft mo"]


def test_what_became_of_a_gemeente_is_told() -> None:
    gone = words(before=wijk("Weesp"), after=None, successors={"GM0363": "Amsterdam"})
    assert list(gone.of_area()) == [
        "Weesp staat in editie 2020, en niet meer in editie 2024.",
        "De gemeente is opgegaan in Amsterdam.",
    ]


def test_no_text_judges_explains_or_averages() -> None:
    def texts(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [text for each in value.values() for text in texts(each)]
        return [value]

    known = texts(CATALOGUE.texts.verschillen.model_dump())
    assert len(known) > 30
    assert not [text for text in known if FORBIDDEN.search(text)]
    assert FORBIDDEN.search("Het is verbeterd sinds de wijkaanpak")

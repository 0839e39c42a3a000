"""A figure as a sentence of its own, and about how many people it is."""

from __future__ import annotations

import pytest

from tests.support.catalogue import CATALOGUE
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.regions import Region
from wijkprofiel.findings.benchmarks import Benchmarks
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.words.sentences import Sentences
from wijkprofiel.words.voice import Voice
from wijkprofiel.words.wording import Wording


def value(indicator: str, figure: float) -> IndicatorValue:
    return IndicatorValue(
        indicator=indicator,
        age=AgeGroup.ADULTS,
        sign=-1,
        is_health=True,
        figure=None,
        observation=Observation(2020, AgeGroup.ADULTS, ValueStatus.AVAILABLE, figure),
        compared=(),
        columns=0,
    )


def sentences(adults: float) -> Sentences:
    area = Area.of(Region("WK034403", 2020, "Overvecht", "Overvecht", "Utrecht", 34295, adults))
    wording = Wording.of(Voice.of(CATALOGUE), area, Benchmarks())
    return Sentences(wording, area, CATALOGUE.limits.aantallen)


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (27.5, "28 van de 100 volwassenen hebben moeite met rondkomen"),
        (1.4, "1 van de 100 volwassenen heeft moeite met rondkomen"),
        (0.2, "0 van de 100 volwassenen hebben moeite met rondkomen"),
    ],
)
def test_the_figure_as_a_sentence(figure: float, said: str) -> None:
    assert sentences(26635).headline(value("moeite_met_rondkomen", figure)) == said


def test_a_figure_that_is_no_share_of_people_has_a_sentence_of_its_own() -> None:
    told = sentences(26635).headline(value("afstand_huisarts", 3.3))
    assert told == "De gemiddelde afstand tot een huisartsenpraktijk is 3 kilometer."


@pytest.mark.parametrize(
    ("adults", "figure", "said"),
    [
        (26635, 27.2, "Ongeveer 7.200 volwassenen hebben moeite met rondkomen."),
        (26635, 0.1, None),  # fewer than 50 people
        (499, 27.2, None),  # too small a place for a number
    ],
)
def test_about_how_many_people(adults: float, figure: float, said: str | None) -> None:
    assert sentences(adults).people(value("moeite_met_rondkomen", figure)) == said


def test_what_stands_in_brackets_is_not_said_of_people_again() -> None:
    told = sentences(26635).people(value("overgewicht", 51))
    assert told == "Ongeveer 14.000 volwassenen hebben overgewicht."


def test_of_what_is_no_people_no_number_is_given() -> None:
    assert sentences(26635).people(value("afstand_huisarts", 3.3)) is None

"""Indicator by indicator: what was expected, what is there, and what to edit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.support.small_country import edition, indicator
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.editions import EditionDefinition
from wijkprofiel.sources.catalogue import mismatches, unmapped, used_topics
from wijkprofiel.sources.tables import Topic

UNITS = {"procent": ("%",), "telling": ("aantal", "ha"), "per_km2": ("per km²",)}
GOOD = Topic("Koopwoningen_47", "Koopwoningen", "Koopwoningen", "Wonen", "%")
COUNT = Topic("Mannen_6", "Mannen", "Mannen", "Bevolking", "aantal")
ALL = Topic("AantalInwoners_5", "AantalInwoners", "Aantal inwoners", "Bevolking", "aantal")


def country(**changes: Any) -> EditionDefinition:
    return edition(volgorde={"wonen": ["later", "kern"]}, **changes)


def owned(**changes: Any) -> IndicatorDefinition:
    return indicator("koop", {"groep": "wonen", "onderwerp": "Koopwoningen"}, **changes)


def men() -> IndicatorDefinition:
    return indicator("mannen", {"groep": "wonen", "teller": "Mannen", "noemer": "AantalInwoners"})


def test_all_is_well() -> None:
    topics = {"later": (GOOD, COUNT, ALL), "kern": ()}
    assert mismatches(country(), [owned(), men()], topics, UNITS) == []


@pytest.mark.parametrize(
    ("topics", "says"),
    [
        ((), "niets dat erop lijkt"),
        ((replace(GOOD, key="Koopwoning_47", stem="Koopwoning"),), "het lijkt op Koopwoning_47"),
        ((GOOD, replace(GOOD, key="Koopwoningen_90")), "meer keer"),
        ((replace(GOOD, unit="aantal"),), "Koopwoningen_47 in aantal"),
    ],
)
def test_a_table_that_changed(topics: tuple[Topic, ...], says: str) -> None:
    found = mismatches(country(), [owned()], {"later": topics, "kern": ()}, UNITS)
    fatal = [item for item in found if item.fatal]
    assert fatal
    assert says in str(fatal[0])
    assert fatal[0].indicator == "koop"
    assert "configs/" in fatal[0].edit
    assert ("mag_ontbreken" in fatal[0].edit) == ("lijkt" in says)


def test_the_next_table_is_a_warning() -> None:
    (found,) = mismatches(country(), [owned()], {"later": (), "kern": (GOOD,)}, UNITS)
    assert not found.fatal
    assert "het cijfer komt nu uit kern" in found.found


def test_what_may_be_missing_is_no_mismatch() -> None:
    assert mismatches(country(mag_ontbreken=("koop",)), [owned()], {"later": ()}, UNITS) == []


def test_what_may_be_missing_must_still_fit_where_it_is() -> None:
    wrong = (replace(GOOD, unit="aantal"),)
    found = mismatches(country(mag_ontbreken=("koop",)), [owned()], {"later": wrong}, UNITS)
    assert [item.fatal for item in found] == [True]


def test_growth_needs_both_tables() -> None:
    growth = indicator("groei", {"groep": "groei", "verandering": "AantalInwoners"})
    both = edition(volgorde={"groei": ["later", "kern"]})
    (found,) = mismatches(both, [growth], {"later": (ALL,), "kern": ()}, UNITS)
    assert found.fatal
    assert found.table == "kern"


@pytest.mark.parametrize("unit", ["", None, "%", " % "])
def test_units_without_meaning_or_of_another_spelling_pass(unit: str | None) -> None:
    topics = {"later": (replace(GOOD, unit=unit),)}
    assert mismatches(country(), [owned()], topics, UNITS) == []


def test_squares_are_squares() -> None:
    density = owned(eenheid="per_km2", soort="verhouding")
    topics = {"later": (replace(GOOD, unit="per km2"),)}
    assert mismatches(country(), [density], topics, UNITS) == []


def test_only_what_indicators_use_is_asked_for() -> None:
    topics = (GOOD, COUNT, ALL, replace(GOOD, key="Anders_9", stem="Anders"))
    used = used_topics(country(), [owned(), men()], "later", topics, {})
    assert [topic.key for topic in used] == ["Koopwoningen_47", "Mannen_6", "AantalInwoners_5"]
    assert [topic.key for topic in unmapped(topics, used, [ALL])] == ["Anders_9"]


def test_a_topic_under_another_name_is_the_same_topic() -> None:
    topics = (replace(GOOD, key="Koop_47", stem="Koop"),)
    used = used_topics(country(), [owned()], "later", topics, {"Koopwoningen": "Koop"})
    assert [topic.key for topic in used] == ["Koop_47"]

"""What looks like what is missing, and in which order."""

from __future__ import annotations

import pytest

from tests.support.catalogue import CATALOGUE
from wijkprofiel.sources.catalogue import parts_of
from wijkprofiel.sources.lookalikes import MOST, described, lookalikes
from wijkprofiel.sources.tables import Topic

TITLES = (
    *("Ernstig eenzaam", "Sterk eenzaam", "Eenzaam", "Dagelijkse roker", "Rookt (tabak)"),
    *("Ernstig overgewicht (obesitas)", "Overgewicht", "Zwaar drinken", "Overmatig drinken"),
    *("Krijgt steun van anderen", "Hoog risico op angststoornis of depressie"),
)
TOPICS = [
    Topic(f"Sleutel{number}_{number}", f"Sleutel{number}", title, None, "%")
    for number, title in enumerate(TITLES)
]


def _alike(name: str, topics: list[Topic] = TOPICS) -> list[str | None]:
    indicator = CATALOGUE.indicators[name]
    (part,) = parts_of(indicator)
    return [each.topic.title for each in lookalikes(indicator, part, topics)]


@pytest.mark.parametrize(
    ("indicator", "first"),
    [
        ("eenzaam", "Eenzaam"),
        ("ernstig_eenzaam", "Ernstig eenzaam"),
        ("roker", "Rookt (tabak)"),
        ("obesitas", "Ernstig overgewicht (obesitas)"),
        ("overgewicht", "Overgewicht"),
        ("zware_drinker", "Zwaar drinken"),
        ("overmatige_drinker", "Overmatig drinken"),
        ("risico_angst_depressie_hoog", "Hoog risico op angststoornis of depressie"),
    ],
)
def test_the_best_goes_first_by_title(indicator: str, first: str) -> None:
    assert _alike(indicator)[0] == first
    assert len(_alike(indicator)) <= MOST
    assert _alike(indicator, TOPICS[::-1])[0] == first, "whatever the order of the table"


def test_a_narrower_figure_never_goes_before_the_figure_itself() -> None:
    assert _alike("eenzaam")[0] == "Eenzaam"
    assert _alike("roker") == ["Rookt (tabak)", "Dagelijkse roker"]
    assert "Krijgt steun van anderen" not in _alike("vrijwilligerswerk")


@pytest.mark.parametrize(
    ("indicator", "title", "is_likely"),
    [
        ("eenzaam", "Eenzaam", True),
        ("eenzaam", "Ernstig eenzaam", False),
        ("ernstig_eenzaam", "Eenzaam", False),
        ("ernstig_eenzaam", "Ernstig eenzaam", True),
        ("roker", "Rookt", True),
        ("roker", "Rookt dagelijks", False),
        ("roker", "Ex-roker", False),
        ("roker", "Rookt niet", False),
        ("overgewicht", "Overgewicht", True),
        ("overgewicht", "Ondergewicht", False),
        ("ervaren_gezondheid_goed", "Voelt zich eenzaam", False),
    ],
)
def test_only_what_is_called_nearly_so_is_proposed(
    indicator: str, title: str, is_likely: bool
) -> None:
    definition = CATALOGUE.indicators[indicator]
    (part,) = parts_of(definition)
    topic = Topic("Anders_1", "Anders", title, None, "%")
    likely = [each.topic for each in lookalikes(definition, part, [topic]) if each.is_likely]
    assert likely == ([topic] if is_likely else [])


def test_a_topic_of_the_same_key_elsewhere_gets_its_path() -> None:
    indicator = CATALOGUE.indicators["eenzaam"]
    (part,) = parts_of(indicator)
    topic = Topic("Eenzaam_9", "Eenzaam", "Eenzaam", "Sociaal › Nieuw", "%")
    (found,) = lookalikes(indicator, part, [topic])
    assert found.lines()[1] == '  onderwerp: {stam: Eenzaam, pad: "Sociaal › Nieuw"}'
    assert described(topic) == "Eenzaam_9 (Eenzaam; %)"

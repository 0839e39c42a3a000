"""What is said of an area that an edition does not have, and of a code that changed hands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wijkprofiel.areas.elsewhere import Elsewhere, OtherEdition
from wijkprofiel.configuration.renames import load_renames
from wijkprofiel.configuration.reorganisations import load_reorganisations
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.regions import Region
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS, SearchPath

SEARCH = SearchPath((SHIPPED_CONFIGS,))
CHANGES, RENAMES = load_reorganisations(SEARCH), load_renames(SEARCH)
EDITIONS = {"2020": 2020, "2022": 2022, "2024": 2024, "nieuwste": 2024}


def region(code: str, year: int, name: str, people: int, land: int) -> Region:
    home = "Utrecht" if code.startswith("WK0344") else "Amersfoort"
    return Region(code, year, name, name, home, people, land_ha=land)


BOSGEBIED = region("WK030705", 2020, "Bosgebied", 1570, 374)
ISSELT = region("WK030705", 2024, "Isselt", 155, 143)
NEW = region("WK030734", 2024, "Bosgebied", 1500, 370)
OVERVECHT = {
    year: region("WK034403", year, "Overvecht", 34_295, land)
    for year, land in ((2020, 800), (2024, 799))
}
MADE = {
    2020: {each.code: each for each in (BOSGEBIED, OVERVECHT[2020])},
    2024: {each.code: each for each in (ISSELT, OVERVECHT[2024], NEW)},
}


def beside(year: int, *others: int) -> Elsewhere:
    """Beside an edition on one division, with editions on others at hand."""

    def looked_up(other: int) -> Callable[[str], Region | None]:
        return MADE[other].get

    found = [OtherEdition(str(each), each, looked_up(each)) for each in others]
    return Elsewhere(
        here=EditionInfo(str(year), "", "2026-01-01", year, ""),
        changes=lambda: CHANGES,
        renames=lambda: RENAMES,
        definitions=lambda: EDITIONS,
        at_hand=lambda: found,
    )


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Voorne aan Zee", "sinds 1 januari 2023; daarvoor waren het Brielle, Hellevoetsluis en"),
        ("voorne-aan-zee", "Voorne aan Zee is een gemeente sinds 1 januari 2023"),
        ("Dijk en Waard", "sinds 1 januari 2022; daarvoor waren het Heerhugowaard en Langedijk"),
        ("Maashorst", "daarvoor waren het Landerd en Uden"),
        ("Land van Cuijk", "daarvoor waren het Boxmeer, Cuijk, Grave, Mill en Sint Hubert en Sint"),
        ("GM1979", "Eemsdelta is een gemeente sinds 1 januari 2021"),
        ("WK197901", "Eemsdelta is een gemeente sinds 1 januari 2021"),
        ("BU19920101", "Voorne aan Zee is een gemeente sinds 1 januari 2023"),
        ("WK0363SE", "Amsterdam deelde haar wijken opnieuw in; hun codes hebben sindsdien letters"),
    ],
)
def test_what_is_younger_than_the_edition(asked: str, said: str) -> None:
    told = beside(2020).told(asked)
    assert told is not None
    assert said in told.message
    assert "--edition" in told.remedy
    assert "wijkprofiel data pull --edition" in told.remedy


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Weesp", "Weesp is sinds 24 maart 2022 geen gemeente meer, maar opgegaan in Amsterdam."),
        ("Haaren", "maar verdeeld over Boxtel, Oisterwijk, Tilburg en Vught."),
        (
            "Loppersum",
            "Loppersum is sinds 1 januari 2021 geen gemeente meer, maar opgegaan in Eems",
        ),
        ("WK050100", "Brielle is sinds 1 januari 2023 geen gemeente meer"),
        ("Beemster", "opgegaan in Purmerend"),
        ("WK036305", "hun codes hebben sindsdien letters"),
    ],
)
def test_what_is_older_than_the_edition(asked: str, said: str) -> None:
    told = beside(2024).told(asked)
    assert told is not None
    assert said in told.message
    assert "--edition 2020" in told.remedy or "2022" in told.remedy


def test_an_edition_that_is_there_needs_no_making() -> None:
    told = beside(2020, 2024).told("Voorne aan Zee")
    assert told is not None
    assert told.remedy == (
        "Vraag om Brielle, Hellevoetsluis of Westvoorne, of kies met --edition 2024."
    )


@pytest.mark.parametrize("asked", ["Utrecht", "WK034403", "Weesp", "Voorne", "BU03440301"])
def test_nothing_happened(asked: str) -> None:
    assert beside(2020).told(asked) is None


def test_weesp_is_a_gemeente_until_the_division_of_2023() -> None:
    assert beside(2022).told("Weesp") is None
    assert beside(2023).told("Weesp") is not None


def test_a_code_that_another_edition_has() -> None:
    told = beside(2020, 2024).told("WK030734")
    assert told is not None
    assert told.message == (
        "In editie 2024, op de indeling van 2024, is WK030734 Bosgebied in Amersfoort."
    )
    assert told.remedy == "Zoek op naam, of kies met --edition 2024."


def test_a_code_of_another_year_is_refused_with_both_names() -> None:
    assert beside(2024, 2020).mismatch(ISSELT, 2020) == (
        "in de indeling van 2020 is WK030705 Bosgebied (Amersfoort), maar in de indeling van 2024"
        " is WK030705 Isselt (Amersfoort). Kies een editie op de indeling van 2020, of schrijf de"
        " naam en de gemeente in plaats van de code"
    )


def test_a_code_without_a_year_that_changed_hands_is_asked_about() -> None:
    wrong = beside(2024, 2020).mismatch(ISSELT, None)
    assert wrong is not None
    assert "Isselt" in wrong
    assert "Bosgebied" in wrong
    assert wrong.endswith("Zet erbij welk jaar u bedoelt, zoals indeling: 2024")


@pytest.mark.parametrize("division", [None, 2020, 2024])
def test_a_code_of_the_same_area_is_fine(division: int | None) -> None:
    assert beside(2024, 2020).mismatch(OVERVECHT[2024], division) is None
    assert beside(2024).mismatch(ISSELT, 2024) is None


def test_a_code_that_the_named_year_does_not_have() -> None:
    assert beside(2024, 2020).mismatch(NEW, 2020) == (
        "de indeling van 2020 heeft geen code WK030734; in de indeling van 2024 is WK030734"
        " Bosgebied (Amersfoort). Verbeter de code, of schrijf indeling: 2024"
    )


def test_a_year_of_which_there_is_nothing_proves_nothing() -> None:
    wrong = beside(2024).mismatch(OVERVECHT[2024], 2022)
    assert wrong is not None
    assert "er is geen editie van 2022" in wrong
    assert beside(2024).mismatch(OVERVECHT[2024], None) is None


def test_every_gemeente_that_ended_is_in_the_shipped_edition_under_its_name(
    edition_2020_gemeenten: dict[str, str],
) -> None:
    ended = {code: name for each in CHANGES.herindelingen for code, name in each.van.items()}
    assert ended.items() <= edition_2020_gemeenten.items()
    new = {c for each in CHANGES.herindelingen if each.is_new for c in each.naar}
    assert not new & edition_2020_gemeenten.keys()


@pytest.fixture
def edition_2020_gemeenten() -> dict[str, str]:
    from wijkprofiel.domain.regions import RegionLevel
    from wijkprofiel.edition.reader import Edition
    from wijkprofiel.yaml_files.paths import SHIPPED_DATA

    with Edition.open(SHIPPED_DATA / "2020.sqlite") as edition:
        return {each.code: each.name for each in edition.regions(RegionLevel.GEMEENTE)}

"""What areas are called in print: the names by which people know them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.catalogue import CATALOGUE
from tests.support.shipped import open_shop
from wijkprofiel.areas.namesakes import NamesakeFinder
from wijkprofiel.areas.parts import rest_people, share_of
from wijkprofiel.documents.registry import DOCUMENTS
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.words.names import Names
from wijkprofiel.words.voice import Voice
from wijkprofiel.words.wording import Wording
from wijkprofiel.workshop.workshop import Workshop

NAMES: list[tuple[str, str, str, str | None]] = [
    ("WK034403", "Overvecht", "Utrecht", "Utrecht"),
    ("WK030703", "Soesterkwartier", "Amersfoort", "Amersfoort"),
    ("WK054609", "Stevenshof", "Leiden", "Leiden"),
    ("WK010930", "Oosterhesselen", "Coevorden", "de rest van Coevorden"),
    ("WK169008", "Ruinen", "De Wolden", "de rest van De Wolden"),
    ("WK007401", "Heerenveen", "Heerenveen", "de andere wijken van Heerenveen"),
    ("WK030722", "Calveen", "Amersfoort", "Amersfoort"),
    ("WK030723", "Park Schothorst", "Amersfoort", "Amersfoort"),
    ("WK006000", "Ameland", "Ameland", None),
    ("WK037702", "Aerdenhout", "Bloemendaal", "de rest van Bloemendaal"),
    ("WK029601", "Wijchen kern", "Wijchen", None),
    ("BU03440341", "Zambesidreef en omgeving", "Utrecht", "Utrecht"),
    ("WK068715", "Ramsburg", "Middelburg", "Middelburg"),
    ("WK061307", "Rotterdam-Albrandswaard", "Albrandswaard", "Albrandswaard"),
    ("GM0344", "Utrecht", "Utrecht", None),
    ("BU04847102", "Hooge Burch", "Alphen aan den Rijn", "Alphen aan den Rijn"),
    ("BU01060309", "GGZ-terrein", "Assen", "Assen"),
    ("WK036205", "Uilenstede, Kronenburg", "Amstelveen", "Amstelveen"),
    ("WK043200", "Opmeer", "Opmeer", "de andere wijken van Opmeer"),
    ("WK051825", "Mariahoeve en Marlot", "Den Haag", "Den Haag"),
    ("WK020006", "Oost", "Apeldoorn", "de rest van Apeldoorn"),
    ("WK008800", "Schiermonnikoog", "Schiermonnikoog", None),
    ("WK003404", "Almere Poort", "Almere", "Almere"),
    ("WK037507", "Meerestein", "Beverwijk", "de rest van Beverwijk"),
    ("WK071805", "Oost-Souburg", "Vlissingen", "de rest van Vlissingen"),
    ("WK172101", "Kern Heesch", "Bernheze", "de rest van Bernheze"),
    ("WK197010", "Noardeast-Fryslân", "Noardeast-Fryslân", "de gemeente Noardeast-Fryslân"),
    ("WK196100", "Leerdam", "Vijfheerenlanden", "de rest van Vijfheerenlanden"),
    ("WK177307", "Den Nul", "Olst-Wijhe", "Olst-Wijhe"),
    ("WK093504", "Buitenwijk Oost", "Maastricht", "de rest van Maastricht"),
    ("WK195402", "Wijnandsrade", "Beekdaelen", "Beekdaelen"),
    (
        "WK191605",
        "Leidschendam - Zuid en omgeving",
        "Leidschendam-Voorburg",
        "Leidschendam-Voorburg",
    ),
    ("WK087303", "Putte", "Woensdrecht", "de rest van Woensdrecht"),
    ("WK036326", "Zuid Pijp", "Amsterdam", "Amsterdam"),
    ("WK196606", "Het Hogeland", "Het Hogeland", "de gemeente Het Hogeland"),
    ("WK194803", "Sint-Oedenrode", "Meierijstad", "de rest van Meierijstad"),
    ("WK171405", "Oostburg", "Sluis", "de rest van Sluis"),
    ("WK168406", "Cuijk", "Cuijk", "de andere wijken van Cuijk"),
    ("WK167403", "West", "Roosendaal", "Roosendaal"),
    ("WK071504", "Terneuzen West", "Terneuzen", "Terneuzen"),
]
"""Code, name, gemeente, and what is near: nothing where the area is (nearly) its gemeente."""

OTHERS = [
    ("GM0373", "Bergen (NH.)"),
    ("GM0893", "Bergen (L.)"),
    ("GM0796", "Den Bosch"),
    ("WK035200", "Wijk bij Duurstede"),
    ("WK015800", "Haaksbergen (dorp)"),
    ("WK195907", "Rijswijk"),
    ("BU00240005", "Winneweer"),
]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("namen"))


def words_of(found: AreaFindings) -> Wording:
    return Wording.of(Voice.of(CATALOGUE), found.area, found.benchmarks, found.namesakes)


def near_of(found: AreaFindings, wording: Wording) -> str | None:
    """What is near, where the area is not compared with what it nearly is."""
    near, limits = found.benchmarks.near, CATALOGUE.limits
    if near is None:
        return None
    share = share_of(found.area, near.area, AgeGroup.ADULTS) or 0.0
    rest = rest_people(found.area, near.area, AgeGroup.ADULTS)
    if share > limits.rest.niet_vergelijken_boven or rest < limits.mensen.rest_van_gemeente:
        return None
    return wording.named[near.key].spoken


@pytest.mark.parametrize(("code", "name", "gemeente", "near"), NAMES)
def test_area_gemeente_and_what_is_near(
    shop: Workshop, code: str, name: str, gemeente: str, near: str | None
) -> None:
    found = shop.findings([shop.find(code)]).only
    wording = words_of(found)
    assert wording.area == name
    assert wording.names.gemeente_of(found.area) == gemeente
    assert near_of(found, wording) == near


@pytest.mark.parametrize(("code", "name"), OTHERS)
def test_brackets_stand_where_they_tell_two_areas_apart(
    shop: Workshop, code: str, name: str
) -> None:
    assert words_of(shop.findings([shop.find(code)]).only).area == name


TITLES = [
    ("WK034403", "Overvecht", "gemeente Utrecht"),
    ("WK006000", "Ameland", "wijk in de gemeente Ameland"),
    ("GM0060", "Ameland", "gemeente"),
    ("BU03440341", "Zambesidreef en omgeving", "wijk Overvecht, gemeente Utrecht"),
    ("WK169900", "Roden (met Roden West)", "gemeente Noordenveld"),
    ("WK045165", "Meerwijk (WK045165)", "gemeente Uithoorn"),
    (
        "BU00470109",
        "Verspreide huizen (in Veendam-buitengebied)",
        "wijk Veendam-buitengebied, gemeente Veendam",
    ),
]


@pytest.mark.parametrize(("code", "title", "subtitle"), TITLES)
def test_two_areas_of_one_name_in_one_gemeente_are_told_apart(
    shop: Workshop, code: str, title: str, subtitle: str
) -> None:
    profile = shop.profile(shop.areas.find(code))
    assert (profile.front.title, profile.front.subtitle) == (title, subtitle)


def test_no_two_wijken_of_one_gemeente_share_a_title_or_a_file(shop: Workshop) -> None:
    voice, files = Voice.of(CATALOGUE), shop.files([], Path()).names
    finder = NamesakeFinder(shop.edition)
    titles, names = set(), set()
    wijken = shop.edition.regions(RegionLevel.WIJK)
    for area in map(Area.of, wijken):
        namesakes = finder.of(area)
        printed = Names(voice.printed, voice.texts.gebieden, namesakes)
        titles.add((area.gemeente_code, printed.title(area)))
        names.add(files.of(area, DOCUMENTS["profiel"], "pdf"))
    assert len(titles) == len(names) == len(wijken)


FILES = [
    ("WK054609", "wijkprofiel-leiden-stevenshof-2020.pdf"),
    ("WK051825", "wijkprofiel-den-haag-mariahoeve-en-marlot-2020.pdf"),
    ("WK037302", "wijkprofiel-bergen-nh-bergen-aan-zee-wk037302-2020.pdf"),
    ("WK045165", "wijkprofiel-uithoorn-meerwijk-wk045165-2020.pdf"),
    ("WK006000", "wijkprofiel-ameland-ameland-2020.pdf"),
    ("GM0060", "wijkprofiel-ameland-2020.pdf"),
    ("WK060301", "wijkprofiel-rijswijk-rijswijk-wk060301-2020.pdf"),
]


@pytest.mark.parametrize(("code", "name"), FILES)
def test_a_file_has_the_printed_name(shop: Workshop, code: str, name: str) -> None:
    files = shop.files([], Path()).names
    assert files.of(shop.find(code), DOCUMENTS["profiel"], "pdf") == name


def test_the_account_keeps_the_name_and_the_code_of_the_figures(shop: Workshop) -> None:
    profile = shop.profile(shop.areas.find("WK054609"))
    said = "In de cijfers staat het gebied als Stevenshofdistrict (WK054609), indeling 2020."
    assert said in profile.account.made_with
    assert profile.area.name == "Stevenshofdistrict"


def test_a_column_has_its_article_in_a_sentence(shop: Workshop) -> None:
    columns = shop.profile(shop.areas.find("WK010930")).columns
    assert [column.header for column in columns] == ["rest van Coevorden", "Nederland"]
    assert [column.spoken for column in columns] == ["de rest van Coevorden", "Nederland"]


def test_wijken_with_only_a_number_are_told_apart_in_one_table(shop: Workshop) -> None:
    buurten = shop.profile(shop.areas.find("GM0603")).buurten
    assert buurten is not None
    names = [row.name for row in buurten.rows]
    assert len(set(names)) == len(names) > 5
    assert "Wijk 01" in names


@pytest.mark.parametrize(("code", "name"), [("WK054609", "Stevenshof"), ("WK169900", "Roden")])
def test_the_map_has_printed_names(shop: Workshop, code: str, name: str) -> None:
    drawn = shop.profile(shop.areas.find(code)).front.locator.map
    assert drawn is not None
    names = {shape.name for shape in drawn.wijken}
    assert name in names
    assert not any(each.startswith("Wijk ") for each in names)

"""bronnen.yaml: what is in it, and what it refuses."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.faults.world import SEARCH, SOURCES
from tests.support.catalogue import CATALOGUE
from wijkprofiel.configuration.editions import load_editions
from wijkprofiel.configuration.sources import FILE, load_sources
from wijkprofiel.domain.errors import ConfigurationError
from wijkprofiel.domain.verdict import Direction
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS, SearchPath

KWB = {
    2013: "82339NED",
    2014: "82931NED",
    2015: "83220NED",
    2016: "83487NED",
    2017: "83765NED",
    2018: "84286NED",
    2019: "84583NED",
    2020: "84799NED",
    2021: "85039NED",
    2022: "85318NED",
    2023: "85618NED",
    2024: "85984NED",
    2025: "86165NED",
    2026: "86358NED",
}
HEALTH = {"50090NED": 2020, "50120NED": 2022, "50150NED": 2024}
PULLED = ["2022", "2024", "nieuwste"]


def test_every_year_has_its_table() -> None:
    found = {t.entry.jaar: t.entry.tabel for t in SOURCES.tables() if t.entry.reeks == "kwb"}
    assert found == KWB
    health = {
        t.entry.tabel: t.entry.jaar for t in SOURCES.tables() if t.entry.reeks == "gezondheid"
    }
    assert health == HEALTH


def test_tables_are_on_the_host_of_their_publisher() -> None:
    hosts = {table.entry.tabel: table.host for table in SOURCES.tables()}
    assert hosts["50150NED"] == "dataderden.cbs.nl"
    assert hosts["86165NED"] == hosts["86296NED"] == hosts["86158NED"] == "opendata.cbs.nl"


def test_no_column_is_named_by_its_number() -> None:
    text = "\n".join(
        line.partition("#")[0]
        for line in (SHIPPED_CONFIGS / FILE).read_text(encoding="utf-8").splitlines()
    )
    stems = [s for t in SOURCES.tables() for pair in t.entry.heet_hier.items() for s in pair]
    assert not [stem for stem in stems if re.search(r"_\d+$", stem)]
    assert "_NN" not in text


@pytest.mark.parametrize("name", PULLED)
def test_every_table_of_an_edition_can_be_fetched(name: str) -> None:
    edition = load_editions(SEARCH)[name]
    for each in edition.tabellen:
        known = SOURCES.table(each.momentopname) or SOURCES.map_table(each.momentopname)
        assert known is not None, each.momentopname


@pytest.mark.parametrize("name", PULLED)
def test_an_edition_stands_on_one_division(name: str) -> None:
    edition = load_editions(SEARCH)[name]
    years = {
        group: {t.entry.jaar for n in tables if (t := SOURCES.table(n)) is not None}
        for group, tables in edition.volgorde.items()
    }
    assert years["gezondheid"] == years["bevolking"] == {edition.indeling}
    assert len(edition.volgorde["gezondheid"]) == 1, "no trend runs across tables"


@pytest.mark.parametrize("name", PULLED)
def test_every_group_has_an_order_and_what_may_be_missing_exists(name: str) -> None:
    edition = load_editions(SEARCH)[name]
    groups = {each.bron.groep for each in CATALOGUE.indicators.values()}
    assert set(edition.volgorde) == groups
    assert set(edition.mag_ontbreken) <= set(CATALOGUE.indicators)


def test_renamed_topics_are_topics_of_indicators() -> None:
    stems = {
        topic.stam
        for each in CATALOGUE.indicators.values()
        for part in (each.bron.onderwerp, each.bron.teller, each.bron.noemer)
        for topic in part or ()
    }
    for table in SOURCES.tables():
        assert set(table.entry.heet_hier) <= stems, table.id


def test_what_only_the_table_of_2024_has_is_of_editions_with_that_table() -> None:
    editions = load_editions(SEARCH)
    known = {
        name: {
            each.id
            for each in CATALOGUE.indicators.values()
            if each.alleen_tabellen
            and each.is_of([table.momentopname for table in edition.tabellen])
        }
        for name, edition in editions.items()
    }
    assert known["2020"] == known["2022"] == set()
    assert known["2024"] == known["nieuwste"] >= {"lage_veerkracht", "tevreden_met_woning"}
    assert known["2024"] <= set(editions["2024"].mag_ontbreken)
    tables = {name for each in CATALOGUE.indicators.values() for name in each.alleen_tabellen}
    assert tables <= set(SOURCES.tabellen)


def test_what_is_measured_in_a_way_we_do_not_know_is_not_judged_and_no_point() -> None:
    points = {name for story in CATALOGUE.stories.values() for name in story.candidates}
    new = {each.id for each in CATALOGUE.indicators.values() if each.alleen_tabellen}
    assert CATALOGUE.indicators["broze_gezondheid"].richting is Direction.NONE
    assert not new & points


def test_changed_definitions_are_not_the_same_indicator() -> None:
    renamed = SOURCES.tabellen["rivm_50150ned"].heet_hier
    for stem in ("BeperktVanwegeGezondheid", "ErnstigZeerErnstigEenzaam", "MistEmotioneleSteun"):
        assert stem not in renamed
    for stem in ("KrijgtSteunVanAnderen", "LangdurigBeperkt", "SterkEenzaam"):
        assert stem not in renamed.values()


def changed(folder: Path, **changes: Any) -> None:
    shipped = (SHIPPED_CONFIGS / FILE).read_text(encoding="utf-8")
    data = yaml.load(shipped, Loader=yaml.BaseLoader)
    for path, value in changes.items():
        *parents, last = path.split("__")
        place = data
        for name in parents:
            place = place[name]
        if value is None:
            del place[last]
        else:
            place[last] = value
    (folder / FILE).write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"tabellen__kwb_2024__reeks": "kbw"}, "reeks kbw bestaat niet"),
        ({"reeksen__kwb__dienst": "cbs2"}, "dienst cbs2 bestaat niet"),
        ({"tabellen__rivm_50150ned__perioden": None}, "perioden horen bij"),
        ({"reeksen__gezondheid__marge_sleutels": {"ondergrens": "X"}}, "ontbreekt waarde"),
        ({"reeksen__gezondheid__leeftijden": {}}, "leeftijd en leeftijden"),
        ({"verbinding__gelijktijdig": "99"}, "hoogstens 16"),
        ({"verbinding__pogingen": "0"}, "minstens 1"),
        ({"diensten__cbs__adres": "https://opendata.cbs.nl"}, "adres"),
        ({"verbinding__snelheid": "1"}, "snelheid"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, changes: dict[str, Any], says: str) -> None:
    changed(tmp_path, **changes)
    with pytest.raises(ConfigurationError) as caught:
        load_sources(SearchPath((tmp_path,)))
    assert says in caught.value.message
    assert FILE in caught.value.message

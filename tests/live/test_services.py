"""The real services: only with `pytest -m live`, where the network is open.

What is asked is little: descriptions of tables, and the rows of one small gemeente.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.catalogue import CATALOGUE
from wijkprofiel.archive.edition_pull import EditionPull, Wish
from wijkprofiel.cli import network
from wijkprofiel.compilation.edition import compile_edition
from wijkprofiel.compilation.tables_of_edition import Terms
from wijkprofiel.configuration.editions import load_editions
from wijkprofiel.configuration.sources import load_sources
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.edition.reader import Edition
from wijkprofiel.sources.cbs_odata import catalogue_of
from wijkprofiel.sources.checkup import Health, TableCheckup
from wijkprofiel.sources.metadata import margins_of, read_metadata
from wijkprofiel.sources.pdok import PdokMap
from wijkprofiel.sources.session import GuardedSession
from wijkprofiel.yaml_files.paths import SearchPath

pytestmark = pytest.mark.live

SEARCH = SearchPath.with_user_folder(None)
SOURCES = load_sources(SEARCH)
EDITIONS = load_editions(SEARCH)
TABLES = sorted(SOURCES.tabellen)
PULLED = ["2022", "2024", "nieuwste"]
SMALL = "GM0277"
"""Rozendaal: one wijk, two buurten."""


@pytest.fixture(scope="module")
def session() -> Iterator[GuardedSession]:
    with network.open_session(SOURCES) as opened:
        yield opened


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_what_the_configuration_says(session: GuardedSession, name: str) -> None:
    table = SOURCES.table(name)
    assert table is not None
    found = read_metadata(catalogue_of(session, SOURCES, table.host), table)
    assert margins_of(table, found)[1] is None
    known = {name for topic in found.topics() for name in (topic.stem, topic.key)}
    assert set(table.entry.heet_hier.values()) <= known


def test_every_indicator_finds_its_topics(session: GuardedSession) -> None:
    editions = {name: EDITIONS[name] for name in PULLED}
    checkup = TableCheckup(session, SOURCES, editions, list(CATALOGUE.indicators.values()))
    assert [item for item in checkup.services() if item.health is Health.BAD] == []
    list(checkup.tables())
    assert [item for item in checkup.editions() if item.health is Health.BAD] == []


@pytest.mark.parametrize("year", SOURCES.kaarten["pdok"].jaren)
def test_boundaries_come_in_the_dutch_grid(session: GuardedSession, year: int) -> None:
    table = SOURCES.map_table(f"pdok_{year}")
    assert table is not None
    drawn = PdokMap(session, table, SMALL)
    wijken = next(chunk for chunk in drawn.chunks if chunk.collectie == "wijken")
    assert drawn.fetch(wijken)["code"].str.startswith("WK0277").all()


class _Silent:
    def begin(self, table: str, rows: int) -> None:
        """Nothing to show."""

    def received(self, table: str, rows: int) -> None:
        """Nothing to show."""

    def end(self, table: str) -> None:
        """Nothing to show."""


@pytest.mark.parametrize("name", PULLED)
def test_one_gemeente_becomes_an_edition(
    session: GuardedSession, tmp_path: Path, name: str
) -> None:
    edition = EDITIONS[name]
    indicators = list(CATALOGUE.indicators.values())
    moment = "2026-01-01T00:00:00+00:00"
    wish = Wish(edition, indicators, SMALL, moment)
    EditionPull(session, SOURCES, wish, tmp_path / "momentopnamen", _Silent()).run()
    compile_edition(
        edition,
        indicators,
        CATALOGUE.limits,
        tmp_path / "momentopnamen",
        tmp_path,
        terms=Terms(SOURCES.other_names()),
    )
    with Edition.open(tmp_path / f"{name}.sqlite") as made:
        newest = max(key.period for key in made.figures if key.indicator == "eenzaam")
        key = FigureKey("eenzaam", AgeGroup.ADULTS, newest)
        country = made.area("NL00").observation("NL00", key)
    assert newest == int(edition.indeling)
    assert country.value is not None
    assert 30 < country.value < 70


@pytest.mark.parametrize(
    ("name", "stem", "code", "value"),
    [
        ("kwb_2024", "AantalInwoners", "GM0344", 374_238),
        ("kwb_2024", "AantalInwoners", "WK034403", 35_255),
        ("rivm_50150ned", "GoedErvarenGezondheid", "GM0344", 76.1),
        ("rivm_50150ned", "GoedErvarenGezondheid", "BU03440322", 55.8),
    ],
)
def test_published_figures(
    session: GuardedSession, name: str, stem: str, code: str, value: float
) -> None:
    table = SOURCES.table(name)
    assert table is not None
    catalogue = catalogue_of(session, SOURCES, table.host)
    found = read_metadata(catalogue, table)
    column = next(topic.key for topic in found.topics() if topic.stem == stem)
    area = f"startswith({table.series.regio.code},'{code}')"
    figure = "Leeftijd eq '20300' and Marges eq 'MW00000' and Perioden eq '2024JJ00' and "
    rows = catalogue.rows(
        table.entry.tabel, (figure if name.startswith("rivm") else "") + area, None
    )
    (row,) = (each for each in rows if each[table.series.regio.code].strip() == code)
    assert float(row[column]) == value

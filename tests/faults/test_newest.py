"""The editions of the configuration as they are, on tables with the keys of 2024 and 2025."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.faults.world import GEMEENTEN, SEARCH, SOURCES, World, fast_sources, served_tables
from tests.support.catalogue import CATALOGUE
from tests.support.odata_server import (
    BoundariesFixture,
    FakeStatline,
    Member,
    Quirks,
    TableFixture,
    TopicFixture,
)
from tests.support.odata_server.boundaries_from_edition import boundaries_from_edition
from tests.support.odata_server.from_edition import read_topics
from wijkprofiel.configuration.editions import load_editions
from wijkprofiel.configuration.paths import SHIPPED_DATA
from wijkprofiel.configuration.sources import Sources
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.verdict import Outcome
from wijkprofiel.pipeline import Workplace, Workshop
from wijkprofiel.render.html import render_html
from wijkprofiel.store.edition import Edition

RENAMED = SOURCES.tabellen["rivm_50150ned"].heet_hier
YEARS = {"2012JJ00": "2016JJ00", "2020JJ00": "2024JJ00"}
NOT_YET = {"Nettoarbeidsparticipatie", "GemiddeldInkomenPerInwoner", "Koopwoningen"}
GONE = {"BeperktVanwegeGezondheid", "ErnstigZeerErnstigEenzaam", "ZwareDrinker"}
EXTRA = TopicFixture("KrijgtSteunVanAnderen_29", "Krijgt steun van anderen", "%", (), "Double", 1)


@pytest.fixture(scope="module")
def shipped_tables() -> Mapping[str, TableFixture]:
    return {table.id: table for table in served_tables()}


def register(base: TableFixture, table: str, year: int, *, blank: set[str]) -> TableFixture:
    """The figures of 2020 under the keys of another year, as far as it has the same topics."""
    old = {(topic.stem, topic.path): topic.key for topic in base.topics}
    loose = {topic.stem: topic.key for topic in base.topics}
    topics = read_topics("85984NED")
    filled = {"Koopwoningen": "      57", "GemiddeldInkomenPerInwoner": "    34.9"}

    def value(row: Mapping[str, str | None], topic: TopicFixture) -> str | None:
        if topic.stem in blank:
            return None
        key = old.get((topic.stem, topic.path)) or loose.get(topic.stem)
        found = row.get(key) if key else None
        return filled.get(topic.stem, found) if found is None else found

    rows = [
        {"WijkenEnBuurten": row["WijkenEnBuurten"]}
        | {topic.key: value(row, topic) for topic in topics}
        for row in base.rows
    ]
    title = f"Kerncijfers wijken en buurten {year}"
    changed = replace(base, id=table, title=title, modified=f"{year + 1}-06-25T02:00:00")
    return changed.with_topics(topics).with_rows(rows)


def health(base: TableFixture) -> TableFixture:
    """50150NED: other keys, other numbers, five years, and topics that we do not know."""
    names = {
        topic.key: f"{RENAMED.get(topic.stem, topic.stem)}_{number}"
        for number, topic in enumerate(base.topics, start=1)
        if topic.stem not in GONE
    }
    topics = [replace(t, key=names[t.key]) for t in base.topics if t.key in names]
    times = base.dimension("Perioden")
    years = ("2012", "2016", "2020", "2022", "2024")
    ages = {"2012": "2012JJ00", "2016": "2016JJ00", "2022": "2016JJ00"}
    rows = [
        {names.get(key, key): cell for key, cell in row.items()}
        | {"Perioden": f"{year}JJ00", EXTRA.key: "    87.0"}
        for year in years
        for row in base.rows
        if row["Perioden"] == _source(row, year, ages)
    ]
    members = [Member(f"{year}JJ00", year) for year in years]
    changed = replace(base, id="50150NED", title="Gezondheid per wijk en buurt (indeling 2024)")
    changed = changed.with_dimension(replace(times, members=members))
    return changed.with_topics([*topics, EXTRA]).with_rows(rows)


def _source(row: Mapping[str, str | None], year: str, ages: Mapping[str, str]) -> str:
    """18 to 64 stops in 2016 in the shipped edition; here it goes on with those figures."""
    if row["Leeftijd"] == "53115":
        return "2016JJ00"
    return ages.get(year, "2020JJ00")


@pytest.fixture(scope="module")
def world(
    shipped_tables: Mapping[str, TableFixture], tmp_path_factory: pytest.TempPathFactory
) -> World:
    kwb = shipped_tables["84799NED"]
    tables = [
        health(shipped_tables["50090NED"]),
        register(kwb, "85984NED", 2024, blank={"Nettoarbeidsparticipatie"}),
        register(kwb, "86165NED", 2025, blank=NOT_YET),
        register(kwb, "85618NED", 2023, blank=set()),
        kwb,
    ]
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as edition:
        (drawn,) = boundaries_from_edition(edition, GEMEENTEN)
    found = World(tmp_path_factory.mktemp("nieuwste"))
    with FakeStatline(tables, [BoundariesFixture(2024, drawn.areas)], Quirks(page_size=50)) as it:
        for name in ("nieuwste", "2024"):
            edition_ = load_editions(SEARCH)[name]
            outcome = found.pull(it, edition=edition_, sources=patient(), strict=False)
            found.compile(edition_)
    assert outcome.fetched == [], "what one edition fetched serves the other"
    return found


def patient() -> Sources:
    shipped = fast_sources(years=SOURCES.tabellen["rivm_50090ned"].perioden)
    return shipped.model_copy(update={"tabellen": SOURCES.tabellen})


@pytest.fixture(scope="module")
def newest(world: World) -> Edition:
    return Edition.open(world.folder / "nieuwste.sqlite")


def test_the_newest_year_that_was_delivered_is_taken(newest: Edition) -> None:
    first = {key.indicator: key.period for key, figure in newest.figures.items() if figure.newest}
    assert first["eenzaam"] == 2024
    assert first["inwoners"] == 2024
    assert first["bijstand_per_1000"] == 2025
    assert first["koopwoningen"] == 2024, "empty in 2025"
    assert first["bevolkingsgroei"] == 2025


def test_indicators_keep_their_identity(newest: Edition) -> None:
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as shipped:
        for indicator in ("ervaren_gezondheid_goed", "roker", "eenzaam", "obesitas"):
            if indicator not in CATALOGUE.indicators:
                continue
            old = FigureKey(indicator, AgeGroup.ADULTS, 2020)
            new = FigureKey(indicator, AgeGroup.ADULTS, 2024)
            assert (
                newest.area("GM0277").observation("GM0277", new).value
                == shipped.area("GM0277").observation("GM0277", old).value
            )


def test_a_changed_definition_is_not_in_the_edition(newest: Edition) -> None:
    known = {key.indicator for key in newest.figures}
    assert "ernstig_eenzaam" not in known
    assert "beperkt_door_gezondheid" not in known
    assert newest.fingerprints["ernstig_eenzaam"]


def test_no_trend_runs_across_tables(newest: Edition) -> None:
    tables: dict[str, set[str | None]] = {}
    for key, figure in newest.figures.items():
        tables.setdefault(key.indicator, set()).add(figure.origin)
    assert all(len(origins) == 1 for origins in tables.values())
    years = {key.period for key in newest.figures if key.indicator == "eenzaam"}
    assert years == {2012, 2016, 2020, 2022, 2024}


def test_the_documents_bear_the_day_of_the_pull(newest: Edition) -> None:
    assert newest.info.as_of == "2026-11-24"
    assert newest.info.division == 2024
    assert newest.origins["rivm_50150ned"].via is None


def test_limits_are_in_the_edition(newest: Edition) -> None:
    key = FigureKey("eenzaam", AgeGroup.ELDERLY, 2024)
    found = newest.area("GM0277").observation("GM0277", key)
    assert found.status is ValueStatus.AVAILABLE
    assert found.lower is not None


def test_a_profile_of_the_newest_edition_has_no_warnings(world: World) -> None:
    with Workshop(Workplace(SEARCH, world.folder), "nieuwste") as shop:
        profile = shop.profile(shop.areas.find("WK027700"))
        page = render_html(profile)
    assert profile.warnings == ()
    assert "50150NED" in page
    judged = [j.verdict for record in profile.figures for j in record.judgements]
    assert {each.outcome for each in judged} >= {Outcome.JUDGED, Outcome.NOT_COMPARED}


def test_the_newest_edition_is_what_a_build_takes(world: World) -> None:
    with Workshop(Workplace(SEARCH, world.folder)) as shop:
        assert shop.edition.info.id in ("nieuwste", "2024")
        assert shop.edition.path.parent == world.folder

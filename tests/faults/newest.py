"""The tables of 2024 and 2025 as the services may have them: later keys, years and topics."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from tests.faults.world import GEMEENTEN, SOURCES, fast_sources, served_tables
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
from wijkprofiel.configuration.sources import Sources
from wijkprofiel.edition.reader import Edition
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

RENAMED = SOURCES.tabellen["rivm_50150ned"].heet_hier
YEARS = {"2012JJ00": "2016JJ00", "2020JJ00": "2024JJ00"}
NOT_YET = {"Nettoarbeidsparticipatie", "GemiddeldInkomenPerInwoner", "Koopwoningen"}
GONE = {"BeperktVanwegeGezondheid", "ErnstigZeerErnstigEenzaam", "ZwareDrinker"}
EXTRA = TopicFixture("KrijgtSteunVanAnderen_29", "Krijgt steun van anderen", "%", (), "Double", 1)


def services() -> FakeStatline:
    """Everything that the newest edition is made of."""
    kwb, monitor = served_tables()
    tables = [
        health(monitor),
        register(kwb, "85984NED", 2024, blank={"Nettoarbeidsparticipatie"}),
        register(kwb, "86165NED", 2025, blank=NOT_YET),
        register(kwb, "85618NED", 2023, blank=set()),
        kwb,
    ]
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as edition:
        (drawn,) = boundaries_from_edition(edition, GEMEENTEN)
    return FakeStatline(tables, [BoundariesFixture(2024, drawn.areas)], Quirks(page_size=50))


def register(
    base: TableFixture, table: str, year: int, *, blank: set[str], keys: str = "85984NED"
) -> TableFixture:
    """The figures of 2020 under the keys of another year, as far as it has the same topics."""
    old = {(topic.stem, topic.path): topic.key for topic in base.topics}
    loose = {topic.stem: topic.key for topic in base.topics}
    topics = read_topics(keys)
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


def health(
    base: TableFixture,
    table: str = "50150NED",
    years: Sequence[str] = ("2012", "2016", "2020", "2022", "2024"),
    renamed: Mapping[str, str] = RENAMED,
    gone: Collection[str] = GONE,
) -> TableFixture:
    """A later table: other keys, other numbers, more years, and topics that we do not know."""
    names = {
        topic.key: f"{renamed.get(topic.stem, topic.stem)}_{number}"
        for number, topic in enumerate(base.topics, start=1)
        if topic.stem not in gone
    }
    topics = [replace(t, key=names[t.key]) for t in base.topics if t.key in names]
    times = base.dimension("Perioden")
    ages = {"2012": "2012JJ00", "2016": "2016JJ00", "2022": "2016JJ00"}
    rows = [
        {names.get(key, key): cell for key, cell in row.items()}
        | {"Perioden": f"{year}JJ00", EXTRA.key: "    87.0"}
        for year in years
        for row in base.rows
        if row["Perioden"] == _source(row, year, ages)
    ]
    members = [Member(f"{year}JJ00", year) for year in years]
    changed = replace(base, id=table, title=f"Gezondheid per wijk en buurt (indeling {years[-1]})")
    changed = changed.with_dimension(replace(times, members=members))
    return changed.with_topics([*topics, EXTRA]).with_rows(rows)


def _source(row: Mapping[str, str | None], year: str, ages: Mapping[str, str]) -> str:
    """18 to 64 stops in 2016 in the shipped edition; here it goes on with those figures."""
    if row["Leeftijd"] == "53115":
        return "2016JJ00"
    return ages.get(year, "2020JJ00")


def patient() -> Sources:
    shipped = fast_sources(years=SOURCES.tabellen["rivm_50090ned"].perioden)
    return shipped.model_copy(update={"tabellen": SOURCES.tabellen})

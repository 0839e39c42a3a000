"""A next round of the two tables of edition 2020, made through the local service.

Its figures are invented, and its tables say so in their titles. Everything in it is there to have
a cause: a round of 2024, a figure of 2016 that was revised, a question that has another key, a cell
that is withheld, counts that moved within and beyond what rounding makes, and a rule of ours that
was changed before compiling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from tests.faults.world import (
    GEMEENTEN,
    HEALTH,
    LATER,
    REGISTER,
    World,
    definition,
    fast_sources,
)
from tests.support.catalogue import CATALOGUE
from tests.support.odata_server import FakeStatline, Member, Quirks, TableFixture
from tests.support.odata_server.boundaries_from_edition import boundaries_from_edition
from tests.support.odata_server.from_edition import from_edition
from tests.support.odata_server.tables import Row
from wijkprofiel.compilation.edition import compile_edition
from wijkprofiel.compilation.tables_of_edition import Terms
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.sources import Sources
from wijkprofiel.edition.reader import Edition
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

INVENTED = "verzonnen"
ROUND = 2024
WIJK = "WK027700"
"""Rozendaal, one wijk in a gemeente of that name."""
ISLAND = "WK008800"
RENAMED_TOPIC, ITS_NEW_NAME = "Ondergewicht", "OndergewichtAnders"
_REGION, _ADULTS, _WORKING_AGE = "WijkenEnBuurten", "20300", "53115"
_ROUNDS = tuple(f"{year}JJ00" for year in (2012, 2016, 2020, ROUND))


def next_round(folder: Path, indicators: Iterable[IndicatorDefinition]) -> Path:
    """Pull and compile the edition of the next round.

    Args:
        indicators: definitions that it is made by.
    """
    world, sources, wanted = World(folder), _sources(), definition()
    with _server() as server:
        world.pull(server, sources=sources, when=LATER, strict=False)
    compile_edition(
        wanted,
        list(indicators),
        CATALOGUE.limits,
        world.snapshots,
        folder,
        terms=Terms(sources.other_names()),
    )
    return world.edition


def _sources() -> Sources:
    """The shipped sources, that know of the new round and of the new key."""
    sources = fast_sources(years=_ROUNDS)
    table = sources.tabellen[HEALTH]
    names = {**table.heet_hier, RENAMED_TOPIC: ITS_NEW_NAME}
    changed = table.model_copy(update={"heet_hier": names})
    return sources.model_copy(update={"tabellen": {**sources.tabellen, HEALTH: changed}})


def _server() -> FakeStatline:
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as edition:
        kwb, monitor = from_edition(edition, GEMEENTEN, (REGISTER, HEALTH))
        maps = boundaries_from_edition(edition, GEMEENTEN)
    return FakeStatline([_register(kwb), _monitor(monitor)], maps, Quirks(page_size=50))


def _invented(table: TableFixture, modified: str) -> TableFixture:
    return replace(table, title=f"{table.title} ({INVENTED})", modified=modified)


def _monitor(table: TableFixture) -> TableFixture:
    """The rounds that there were, one figure of them revised, and a round of 2024."""
    time = table.dimension("Perioden")
    newest = [row for row in table.rows if row["Perioden"] == _source(row)]
    rows = [
        *(dict(row) for row in table.rows),
        *({**row, "Perioden": f"{ROUND}JJ00"} for row in newest),
    ]
    changed = table.with_rows(rows).with_dimension(
        replace(time, members=[*time.members, Member(f"{ROUND}JJ00", str(ROUND))])
    )
    smoking, lonely, careful = (
        table.topic(stem).key for stem in ("Roker", "Eenzaam", "Mantelzorger")
    )
    alter = _Cells(changed)
    # Everybody smokes less, also in the country; in one wijk people feel lonely far more often.
    alter.add(smoking, -4, lambda row: _is_round(row, ROUND))
    alter.add(lonely, 9, lambda row: _is_round(row, ROUND) and "0277" in str(row[_REGION]))
    alter.add(smoking, 3, lambda row: _is_round(row, 2016) and "0277" in str(row[_REGION]))
    alter.withhold(careful, lambda row: _is_round(row, ROUND) and "0277" in str(row[_REGION]))
    renamed = [
        replace(topic, key=topic.key.replace(RENAMED_TOPIC, ITS_NEW_NAME))
        if topic.stem == RENAMED_TOPIC
        else topic
        for topic in changed.topics
    ]
    names = {old.key: new.key for old, new in zip(changed.topics, renamed, strict=True)}
    rows = [{names.get(key, key): cell for key, cell in row.items()} for row in alter.rows]
    return _invented(changed.with_topics(renamed).with_rows(rows), "2027-06-01T02:00:00")


def _source(row: Row) -> str:
    """18 to 64 stops in 2016 in our copy; here it goes on with those figures."""
    return "2020JJ00" if row["Leeftijd"] != _WORKING_AGE else "2016JJ00"


def _register(table: TableFixture) -> TableFixture:
    """The same year delivered again: a count within rounding, one beyond, one withheld."""
    alter = _Cells(table)

    def is_wijk(row: Row) -> bool:
        return str(row[_REGION]).strip() in (WIJK, "GM0277")

    alter.add(table.topic("AantalInwoners").key, 5, is_wijk)
    alter.add(table.topic("HuishoudensTotaal").key, 20, is_wijk)
    alter.withhold(table.topic("PersonenautoSTotaal").key, is_wijk)
    return _invented(table.with_rows(alter.rows), "2027-03-01T02:00:00")


class _Cells:
    """Changes cells of a table."""

    def __init__(self, table: TableFixture) -> None:
        self._topics = {topic.key: topic for topic in table.topics}
        self.rows: list[Row] = [dict(row) for row in table.rows]

    def add(self, key: str, amount: float, where: Callable[[Row], bool]) -> None:
        """Add to every number of a topic in these rows."""
        for row in filter(where, self.rows):
            cell = row.get(key)
            if cell is not None and cell.strip() != ".":
                row[key] = self._topics[key].text(float(cell) + amount)

    def withhold(self, key: str, where: Callable[[Row], bool]) -> None:
        """Put a dot where a number stood."""
        for row in filter(where, self.rows):
            row[key] = self._topics[key].missing


def _is_round(row: Row, year: int) -> bool:
    return row["Perioden"] == f"{year}JJ00" and row["Leeftijd"] == _ADULTS


__all__ = ["INVENTED", "ISLAND", "ROUND", "WIJK", "next_round"]

"""Hold every configured table against what its service has now: the table part of `doctor`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.editions import EditionDefinition
from wijkprofiel.configuration.sources import ServiceTable, Sources
from wijkprofiel.domain.errors import SourceUnreachableError, WijkprofielError
from wijkprofiel.sources.answers import readable
from wijkprofiel.sources.catalogue import mismatches, unmapped, used_topics
from wijkprofiel.sources.cbs_odata import catalogue_of
from wijkprofiel.sources.metadata import TableMetadata, is_about_areas, margins_of, read_metadata
from wijkprofiel.sources.plan import items_address
from wijkprofiel.sources.session import GuardedSession
from wijkprofiel.sources.tables import Topic
from wijkprofiel.sources.topics import renamed

_TITLE = 60


class Health(StrEnum):
    """How something is."""

    GOOD = "goed"
    NOTE = "let op"
    BAD = "fout"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report.

    Attributes:
        error: what went wrong, if something did.
    """

    what: str
    health: Health
    result: str
    advice: str = ""
    error: WijkprofielError | None = None


class TableCheckup:
    """Asks every configured table for its description, and compares."""

    def __init__(
        self,
        session: GuardedSession,
        sources: Sources,
        editions: Mapping[str, EditionDefinition],
        indicators: Sequence[IndicatorDefinition],
    ) -> None:
        self._session, self._sources = session, sources
        self._editions, self._indicators = editions, indicators
        self._found: dict[str, TableMetadata] = {}
        self._silent: set[str] = set()

    def services(self) -> Iterator[Finding]:
        """Whether each service answers at all, with the first table that is on it."""
        for service in self._sources.diensten.values():
            try:
                self._session.ask(self._first_address(service.adres))
                yield Finding(service.naam, Health.GOOD, f"{service.adres} antwoordt")
            except WijkprofielError as error:
                if isinstance(error, SourceUnreachableError):
                    self._silent.add(service.adres)
                yield Finding(service.naam, Health.BAD, error.message, error.remedy or "", error)

    def tables(self) -> Iterator[Finding]:
        """Every configured table, and what of it no indicator uses."""
        for table in self._sources.tables():
            if table.host not in self._silent:
                yield from self._table(table)

    def editions(self) -> Iterator[Finding]:
        """Every edition, indicator by indicator, as far as its tables were found."""
        for edition in self._editions.values():
            topics = {
                each.momentopname: self._topics(each.momentopname)
                for each in edition.tabellen
                if each.momentopname in self._found
            }
            asked = [t for t in edition.tabellen if self._sources.table(t.momentopname)]
            if edition.kerntabel not in topics or len(topics) < len(asked):
                continue  # without all tables there is no telling what is gone
            found = mismatches(edition, self._indicators, topics, self._sources.eenheden)
            name = f"editie {edition.id}"
            for item in found:
                health = Health.BAD if item.fatal else Health.NOTE
                result = f"{item.indicator}: verwacht {item.expected}; gevonden {item.found}"
                yield Finding(name, health, result, f"pas {item.edit} aan")
            if not found:
                yield Finding(name, Health.GOOD, "alle indicatoren gevonden")

    def _first_address(self, host: str) -> str:
        for table in self._sources.tables():
            if table.host == host:
                return f"https://{host}/ODataFeed/odata/{table.entry.tabel}/TableInfos?$format=json"
        for name, source in self._sources.kaarten.items():
            drawn = self._sources.map_table(f"{name}_{source.jaren[0]}")
            if drawn is not None and drawn.host == host:
                return f"{items_address(drawn, source.collecties[0])}?f=json&limit=1"
        return f"https://{host}/"

    def _table(self, table: ServiceTable) -> Iterator[Finding]:
        name = f"{table.id} ({table.entry.tabel})"
        try:
            catalogue = catalogue_of(self._session, self._sources, table.host)
            found = read_metadata(catalogue, table)
        except WijkprofielError as error:
            yield Finding(name, Health.BAD, error.message, error.remedy or "", error)
            return
        self._found[table.id] = found
        yield Finding(
            name, Health.GOOD, f"{found.title}; bijgewerkt {readable(found.modified[:10])}"
        )
        if text := margins_of(table, found)[1]:
            yield Finding(name, Health.NOTE, text, "pas `marge_sleutels` aan")
        yield from self._names(table, found, name)
        yield from self._unmapped(table, found, name)

    def _names(self, table: ServiceTable, found: TableMetadata, name: str) -> Iterator[Finding]:
        known = {name for topic in found.topics() for name in (topic.stem, topic.key)}
        for ours, theirs in table.entry.heet_hier.items():
            if theirs not in known:
                advice = f"pas `heet_hier` van {table.id} aan in configs/bronnen.yaml"
                yield Finding(name, Health.BAD, f"{theirs} (voor {ours}) staat er niet in", advice)

    def _unmapped(self, table: ServiceTable, found: TableMetadata, name: str) -> Iterator[Finding]:
        """Topics that no indicator takes, with their own titles: nothing about them is guessed."""
        using = [e for e in self._editions.values() if table.id in _tables(e)]
        if not using or table.series.kolommen == "alle":
            return
        used = [topic for edition in using for topic in self._used(edition, table.id)]
        about = [topic for topic in found.topics() if is_about_areas(topic)]
        for topic in unmapped(found.topics(), used, about):
            title = readable(topic.title or "", _TITLE)
            advice = "niet gekoppeld; voeg een indicator toe, of `heet_hier` als zij hetzelfde meet"
            yield Finding(name, Health.NOTE, f"{topic.key}: {title}", advice)

    def _used(self, edition: EditionDefinition, table: str) -> tuple[Topic, ...]:
        names = self._sources.other_names().get(table, {})
        topics = self._found[table].topics()
        return used_topics(edition, self._indicators, table, topics, names)

    def _topics(self, name: str) -> tuple[Topic, ...]:
        names = self._sources.other_names().get(name, {})
        return renamed(self._found[name].topics(), names)


def _tables(edition: EditionDefinition) -> set[str]:
    return {table.momentopname for table in edition.tabellen}

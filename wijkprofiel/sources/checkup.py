"""Hold every configured table against what its service has now: the table part of `doctor`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.editions import EditionDefinition
from wijkprofiel.configuration.sources import MapTable, Service, ServiceTable, Sources
from wijkprofiel.domain.errors import SourceUnreachableError, WijkprofielError
from wijkprofiel.sources.answers import about_map, readable
from wijkprofiel.sources.catalogue import (
    Mismatch,
    allowed_gaps,
    mismatches,
    unmapped,
    used_topics,
)
from wijkprofiel.sources.cbs_odata import catalogue_of
from wijkprofiel.sources.lookalikes import described
from wijkprofiel.sources.metadata import TableMetadata, is_about_areas, margins_of, read_metadata
from wijkprofiel.sources.news import News, NewsDesk
from wijkprofiel.sources.plan import FEED, items_address
from wijkprofiel.sources.session import GuardedSession
from wijkprofiel.sources.tables import Topic
from wijkprofiel.sources.topics import renamed


class Health(StrEnum):
    """How something is."""

    GOOD = "goed"
    NEW = "nieuw"
    NOTE = "let op"
    BAD = "fout"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report.

    Attributes:
        error: what went wrong, if something did.
        lines: what to paste, or to choose from.
        is_detail: whether it can wait until all else is done.
        is_consequence: whether it comes of something else in the report, and goes with it.
    """

    what: str
    health: Health
    result: str
    advice: str = ""
    error: WijkprofielError | None = None
    lines: tuple[str, ...] = ()
    is_detail: bool = False
    is_consequence: bool = False


@dataclass(frozen=True, slots=True)
class InUse:
    """What the editions at hand are made of: only of that something wrong is a failure.

    Attributes:
        tables: identifiers at the sources.
        editions: names of the editions.
    """

    tables: frozenset[str]
    editions: frozenset[str]


class TableCheckup:
    """Asks every configured table for its description, and compares.

    Args:
        use: what is used; without it, everything is.

    Attributes:
        told, gaps: the news that there was, and per edition that is used what does not fit.
    """

    def __init__(
        self,
        session: GuardedSession,
        sources: Sources,
        editions: Mapping[str, EditionDefinition],
        indicators: Sequence[IndicatorDefinition],
        *,
        use: InUse | None = None,
    ) -> None:
        self._session, self._sources = session, sources
        self._editions, self._indicators, self._use = editions, indicators, use
        self._found: dict[str, TableMetadata] = {}
        self._desk = NewsDesk(session, sources)
        self.told: list[News] = []
        self.gaps: list[tuple[str, Mismatch]] = []

    def services(self) -> Iterator[Finding]:
        """Whether each service answers at all, with the first table of it that is used."""
        found = [self._service(service) for service in self._sources.diensten.values()]
        errors = list(self._desk.silent.values())
        if len(errors) == len(found) > 1 and len({error.remedy for error in errors}) == 1:
            yield _no_service(errors, list(self._desk.silent), found)
            found = [replace(i, health=Health.NOTE, error=None, is_consequence=True) for i in found]
        yield from found

    def _service(self, service: Service) -> Finding:
        used, url = self._first_address(service.adres)
        try:
            self._session.ask(url)
        except SourceUnreachableError as error:
            self._desk.silent[service.adres] = error
            return self._wrong(service.naam, error, used=used)
        except WijkprofielError:  # the service is there; what was asked for is told below
            pass
        return Finding(service.naam, Health.GOOD, f"{service.adres} antwoordt")

    def tables(self) -> Iterator[Finding]:
        """Every configured table and map, and what of a table no indicator uses."""
        for table in self._sources.tables():
            if table.host not in self._desk.silent:
                yield from self._table(table)
        for drawn in self._maps():
            if drawn.host not in self._desk.silent:
                yield self._map(drawn)

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
            name, used = f"editie {edition.id}", self._uses(edition)
            found = mismatches(edition, self._indicators, topics, self._sources.eenheden)
            self.gaps += [(edition.id, item) for item in found if used]
            for item in found:
                health = Health.BAD if item.fatal and used else Health.NOTE
                result = f"{item.indicator}: verwacht {item.expected}; gevonden {item.found}"
                detail = not (item.fatal or used)
                yield _of_edition(name, health, result, item, is_detail=detail)
            for item in allowed_gaps(edition, self._indicators, topics):
                result = f"{item.indicator} mag ontbreken, en ontbreekt: {item.expected}"
                yield _of_edition(name, Health.NOTE, result, item, is_detail=True)
            if not any(item.fatal for item in found):
                yield Finding(name, Health.GOOD, "alle indicatoren gevonden die nodig zijn")

    def news(self) -> Iterator[Finding]:
        """What is newer than is configured: tables, divisions and rounds, with what to paste."""
        told = list(self._desk.silent.values())
        rounds = {table: list(self._rounds(table)) for table in self._sources.tabellen}
        known = {table.entry.tabel for table in self._sources.tables() if table.id in self._found}
        changed = {self._sources.tabellen[table].tabel for table in rounds if rounds[table]}
        for found in self._desk.series(e.reeks for e in self._sources.tabellen.values()):
            name = f"reeks {found.series}"
            self.told += found.news
            for item in found.news:
                yield _of_news(name, item)
            if found.error is not None or found.doubt is not None:
                why = found.error.message if found.error is not None else f"{found.doubt}."
                result = f"niet bekend of er een nieuwere tabel is: {why}"
                yield Finding(
                    name,
                    Health.NOTE,
                    result,
                    is_detail=found.series not in self._series,
                    is_consequence=found.error in told,
                )
            elif not found.news and found.newest in known - changed:
                yield Finding(name, Health.GOOD, f"{found.newest} is het nieuwste")
        for table, news in rounds.items():
            self.told += news
            yield from (_of_news(table, item) for item in news)

    def _rounds(self, name: str) -> Iterator[News]:
        """Rounds and a division that a table has by now, as far as it was found and is used."""
        table, metadata = self._sources.table(name), self._found.get(name)
        if table is not None and metadata is not None and self._is_used(table.entry.tabel):
            periods = metadata.keys()[table.series.perioden] if table.series.perioden else {}
            yield from self._desk.of_table(table, metadata.title, list(periods))

    @property
    def _series(self) -> set[str]:
        """Names of the series of which a table is used."""
        return {t.entry.reeks for t in self._sources.tables() if self._is_used(t.entry.tabel)}

    def _is_used(self, table: str) -> bool:
        return self._use is None or table in self._use.tables

    def _uses(self, edition: EditionDefinition) -> bool:
        return self._use is None or edition.id in self._use.editions

    def _wrong(self, name: str, error: WijkprofielError, *, used: bool) -> Finding:
        """What went wrong with something: a failure only where an edition at hand uses it."""
        if used:
            return Finding(name, Health.BAD, error.message, error.remedy or "", error)
        text = f"{error.message} Geen editie die er is, gebruikt dit."
        return Finding(name, Health.NOTE, text, error.remedy or "", is_detail=True)

    def _first_address(self, host: str) -> tuple[bool, str]:
        """Where to ask whether a service answers, and whether it is used."""
        end = "TableInfos?$format=json"
        known = [
            (self._is_used(t.entry.tabel), f"https://{host}/{FEED}/{t.entry.tabel}/{end}")
            for t in self._sources.tables()
            if t.host == host
        ]
        maps = [(self._is_used(map_name(d)), _map_address(d)) for d in self._maps()]
        known += [each for each in maps if each[1].startswith(f"https://{host}/")]
        return next(
            (each for each in known if each[0]), (known or [(False, f"https://{host}/")])[0]
        )

    def _maps(self) -> Iterator[MapTable]:
        for name, source in self._sources.kaarten.items():
            for year in source.jaren:
                if (drawn := self._sources.map_table(f"{name}_{year}")) is not None:
                    yield drawn

    def _map(self, drawn: MapTable) -> Finding:
        try:
            self._session.ask(_map_address(drawn))
        except WijkprofielError as error:
            told = about_map(drawn.id, drawn.jaar, error)
            return self._wrong(drawn.id, told, used=self._is_used(map_name(drawn)))
        return Finding(drawn.id, Health.GOOD, drawn.map.titel.replace("{jaar}", str(drawn.jaar)))

    def _table(self, table: ServiceTable) -> Iterator[Finding]:
        name = f"{table.id} ({table.entry.tabel})"
        try:
            catalogue = catalogue_of(self._session, self._sources, table.host)
            found = read_metadata(catalogue, table)
        except WijkprofielError as error:
            yield self._wrong(name, error, used=self._is_used(table.entry.tabel))
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
                health = Health.BAD if self._is_used(table.entry.tabel) else Health.NOTE
                yield Finding(name, health, f"{theirs} (voor {ours}) staat er niet in", advice)

    def _unmapped(self, table: ServiceTable, found: TableMetadata, name: str) -> Iterator[Finding]:
        """Topics that no indicator takes, with their own titles: nothing about them is guessed."""
        using = [e for e in self._editions.values() if table.id in _tables(e)]
        if not using or table.series.kolommen == "alle":
            return
        used = [topic for edition in using for topic in self._used(edition, table.id)]
        about = [topic for topic in found.topics() if is_about_areas(topic)]
        for topic in unmapped(found.topics(), used, about):
            advice = "niet gekoppeld; voeg een indicator toe, of `heet_hier` als zij hetzelfde meet"
            yield Finding(name, Health.NOTE, described(topic), advice, is_detail=True)

    def _used(self, edition: EditionDefinition, table: str) -> tuple[Topic, ...]:
        names = self._sources.other_names().get(table, {})
        topics = self._found[table].topics()
        return used_topics(edition, self._indicators, table, topics, names)

    def _topics(self, name: str) -> tuple[Topic, ...]:
        names = self._sources.other_names().get(name, {})
        return renamed(self._found[name].topics(), names)


def map_name(drawn: MapTable) -> str:
    """What a map is called in an edition that was made of it."""
    return f"wijken-en-buurten-{drawn.jaar}"


def _map_address(drawn: MapTable) -> str:
    return f"{items_address(drawn, drawn.map.collecties[0])}?f=json&limit=1"


def _of_edition(
    name: str, health: Health, result: str, item: Mismatch, *, is_detail: bool
) -> Finding:
    """What does not fit, with the topics that may be what is missing, the best first."""
    lines = tuple(line for each in item.alike for line in each.lines())
    advice = f"pas {item.edit} aan"
    if lines:
        advice += "; hierop lijkt het, en alleen als het hetzelfde meet, is dit de regel:"
    return Finding(name, health, result, advice, lines=lines, is_detail=is_detail)


def _no_service(
    errors: Sequence[SourceUnreachableError], hosts: Sequence[str], found: Sequence[Finding]
) -> Finding:
    """One cause that keeps every service from us, told once."""
    first, result = errors[0], "geen enkele dienst is te bereiken"
    health = Health.BAD if any(item.health is Health.BAD for item in found) else Health.NOTE
    if not all(error.silent for error in errors):
        result = f"geen enkele dienst is te gebruiken: {first.message}"
        return Finding("diensten", health, result, first.remedy or "", first)
    advice = (
        "Heeft deze computer internet? Vraag anders uw beheerder om toegang tot"
        f" {', '.join(hosts)}."
    )
    return Finding("diensten", health, result, advice, first)


def _of_news(name: str, item: News) -> Finding:
    paste = tuple(item.paste.splitlines())
    return Finding(name, Health.NEW, item.text, "in bronnen.yaml wordt dat:", lines=paste)


def _tables(edition: EditionDefinition) -> set[str]:
    return {table.momentopname for table in edition.tabellen}

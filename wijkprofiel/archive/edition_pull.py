"""Fetch all tables of an edition: look at what they are now, then fetch what is new.

The tables are held against the catalogue of indicators before a single row is asked for. A table
that cannot be reached may be stood in for by the snapshot that is there, with a warning. A map that
cannot be had keeps nothing from its figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from wijkprofiel.archive.exclusive import alone_in
from wijkprofiel.archive.newcomers import joined_with
from wijkprofiel.archive.pulling import Fetchable, Watcher, is_current, pull_table, restless
from wijkprofiel.archive.snapshots import snapshot_info, snapshot_topics
from wijkprofiel.archive.unfinished import Unfinished
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.editions import EditionDefinition
from wijkprofiel.configuration.sources import ServiceTable, Sources, TableEntry
from wijkprofiel.domain.errors import (
    SourceChangedError,
    SourceUnreachableError,
    WijkprofielError,
)
from wijkprofiel.sources.catalogue import Mismatch, mismatches, used_topics
from wijkprofiel.sources.cbs_odata import catalogue_of
from wijkprofiel.sources.metadata import read_metadata
from wijkprofiel.sources.newcomers import followed, newer_entries, with_entries
from wijkprofiel.sources.news import NewsDesk, snapshot_name
from wijkprofiel.sources.pdok import PdokMap
from wijkprofiel.sources.session import GuardedSession
from wijkprofiel.sources.statline import StatlineTable, describe
from wijkprofiel.sources.tables import Topic
from wijkprofiel.sources.topics import renamed

Fetch = Fetchable[Any]


@dataclass(frozen=True)
class Wish:
    """What is to be fetched.

    Attributes:
        gemeente: code of the only gemeente; None for the country.
        retrieved_at: the moment that new snapshots bear (ISO).
        again: fetch also what is there already.
        strict: a snapshot may not stand in for a table that cannot be reached.
    """

    edition: EditionDefinition
    indicators: Sequence[IndicatorDefinition]
    gemeente: str | None
    retrieved_at: str
    again: bool = False
    strict: bool = False

    @property
    def names(self) -> list[str]:
        """Names of the snapshots of the edition."""
        return [table.momentopname for table in self.edition.tabellen]


@dataclass
class PullOutcome:
    """What became of the tables, by the names of their snapshots.

    Attributes:
        notes: which newer tables joined by themselves, and which did not.
    """

    fetched: list[str] = field(default_factory=list)
    current: list[str] = field(default_factory=list)
    imported: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


class EditionPull:
    """One run over the tables of an edition.

    Args:
        snapshots: folder of the snapshots.
        watcher: is told how far it is.
    """

    def __init__(
        self,
        session: GuardedSession,
        sources: Sources,
        wish: Wish,
        snapshots: Path,
        watcher: Watcher,
    ) -> None:
        self._session, self._sources, self._wish = session, sources, wish
        self._snapshots, self._watcher = snapshots, watcher
        self._names = sources.other_names()
        self._looked_at: dict[str, Callable[[], Fetch]] = {}
        self._joined: set[str] = set()
        self.outcome = PullOutcome()

    def run(self) -> PullOutcome:
        """Fetch everything that is not there yet in its present state.

        Raises:
            SourceUnreachableError: if a table cannot be reached and nothing may stand in for it.
            SourceChangedError: if a table of figures is not what the configuration or an indicator
                expects; nothing was replaced then.
            OutputError: if the folder cannot be written, or another command is at work there.
        """
        self.outcome.imported += imported_tables(self._wish.edition, self._sources, self._snapshots)
        with alone_in(self._snapshots):
            self._take_newcomers()
            ready = self._describe_all()
            self._check_catalogue(ready)
            for table in ready.values():
                attempt = self._unless_unreachable
                if table.id == self._wish.edition.only_map:
                    attempt = self._unless_no_map
                attempt(table.id, partial(self._pull, table))
        return self.outcome

    def _take_newcomers(self) -> None:
        """Let newer tables of a series join where the edition asks for that."""
        edition = self._wish.edition
        more = self._listed(followed(edition, self._sources))
        sources = with_entries(self._sources, more)
        topics: dict[str, tuple[Topic, ...]] = {}
        for _, name, _ in newer_entries(edition, self._sources, more):
            table = sources.table(name)
            assert table is not None
            try:
                catalogue = catalogue_of(self._session, sources, table.host)
                topics[name] = read_metadata(catalogue, table).topics()
            except WijkprofielError as error:
                self.outcome.notes.append(f"{name} doet niet mee. {error.message}")
        edition, told = joined_with(edition, self._sources, more, topics, self._wish.indicators)
        self.outcome.notes += map(str, told)
        self._joined = {each.name for each in told if each.taken}
        self._sources, self._wish = sources, replace(self._wish, edition=edition)

    def _listed(self, series: Sequence[str]) -> dict[str, TableEntry]:
        """Tables that the catalogue has and the configuration has not, by a name of their own."""
        desk, found = NewsDesk(self._session, self._sources), dict[str, TableEntry]()
        for name in series:
            try:
                for item in desk.newer_tables(name):
                    if item.year is not None and self._sources.reeksen[name].perioden is None:
                        entry = TableEntry(reeks=name, tabel=item.table, jaar=item.year)
                        found.setdefault(snapshot_name(name, item), entry)
            except WijkprofielError as error:
                self.outcome.warnings.append(
                    f"Of er een nieuwere tabel van {name} is, is niet bekend. {error.message}"
                )
        return found

    def _describe_all(self) -> dict[str, Fetch]:
        found: dict[str, Fetch] = {}
        for name in self._wish.names:
            table, drawn = self._sources.table(name), self._sources.map_table(name)
            if table is not None:
                self._looked_at[name] = partial(self._ready, table)
            elif drawn is not None:
                self._looked_at[name] = partial(PdokMap, self._session, drawn, self._wish.gemeente)
        for name in self._looked_at:
            self._unless_unreachable(name, partial(self._describe, name, found))
        return found

    def _describe(self, name: str, found: dict[str, Fetch]) -> None:
        """Look at a table as it is now."""
        found[name] = self._looked_at[name]()

    def _ready(self, table: ServiceTable) -> StatlineTable:
        catalogue = catalogue_of(self._session, self._sources, table.host)
        kept = Unfinished.of(self._snapshots, table.id)
        metadata = describe(catalogue, table, kept.description)
        used = used_topics(
            self._wish.edition,
            self._wish.indicators,
            table.id,
            metadata.topics(),
            self._names.get(table.id, {}),
        )
        return StatlineTable(
            catalogue,
            table,
            metadata,
            used,
            gemeente=self._wish.gemeente,
            url_limit=self._sources.verbinding.url_hoogstens_tekens,
        )

    def _check_catalogue(self, ready: Mapping[str, Fetch]) -> None:
        found = mismatches(
            self._wish.edition,
            self._wish.indicators,
            {name: topics for name in self._wish.names if (topics := self._topics(name, ready))},
            self._sources.eenheden,
        )
        # What a newer table lacks is told already, and is no reason to stop.
        lacking = [item for item in found if not item.fatal and item.table not in self._joined]
        self.outcome.warnings += map(str, lacking)
        if fatal := [item for item in found if item.fatal]:
            raise changed_tables(fatal)

    def _topics(self, name: str, ready: Mapping[str, Fetch]) -> tuple[Topic, ...]:
        if name in ready:
            topics = ready[name].topics
        else:
            topics = snapshot_topics(self._snapshots, name) or ()
        return renamed(topics, self._names.get(name, {}))

    def _pull(self, table: Fetch) -> None:
        if not self._wish.again and is_current(table, self._snapshots) is not None:
            self.outcome.current.append(table.id)
            return
        for left in range(self._sources.verbinding.herstarts, -1, -1):
            if self._fetched(table):
                self.outcome.fetched.append(table.id)
                self.outcome.warnings += table.warnings
                return
            if left:
                self.outcome.warnings.append(f"{table.id} veranderde en is opnieuw opgehaald.")
                table = self._looked_at[table.id]()
                self._check_catalogue({table.id: table})
        raise restless(table.id)

    def _fetched(self, table: Fetchable[Any]) -> bool:
        """Fetch a table; False if it changed meanwhile."""
        info = pull_table(
            table,
            self._snapshots,
            workers=self._sources.verbinding.gelijktijdig,
            retrieved_at=self._wish.retrieved_at,
            watcher=self._watcher,
        )
        return info is not None

    def _unless_unreachable(self, name: str, action: Callable[[], object]) -> None:
        """Do something with a table; if it cannot be reached, its snapshot may stand in.

        A table that joined by itself may stay away: the edition can be made without it.
        """
        try:
            action()
        except (SourceUnreachableError, SourceChangedError) as error:
            if name in self._joined:
                self.outcome.warnings.append(f"{name} is niet opgehaald. {error.message}")
                return
            if isinstance(error, SourceChangedError):
                raise
            if self._wish.strict or not self._stands_in(name, error):
                raise

    def _unless_no_map(self, name: str, action: Callable[[], object]) -> None:
        """Get a map; whatever is wrong with it, the figures do not wait for it."""
        try:
            action()
        except (SourceUnreachableError, SourceChangedError) as error:
            if self._wish.strict:
                raise
            if not self._stands_in(name, error):
                self.outcome.warnings.append(
                    f"{error.message} De editie komt er zonder kaart. {error.remedy}"
                )

    def _stands_in(self, name: str, error: WijkprofielError) -> bool:
        """Whether an earlier snapshot stands in for a table; then that is told."""
        info = snapshot_info(self._snapshots, name)
        if info is None or info.gemeente != self._wish.gemeente:
            return False
        date = (info.retrieved_at or "onbekende datum")[:10]
        self.outcome.warnings.append(
            f"{error.message} Voor {name} blijft de momentopname van {date} in gebruik."
        )
        return True


def imported_tables(edition: EditionDefinition, sources: Sources, snapshots: Path) -> list[str]:
    """The tables of an edition that no service has; they must be there as copies.

    Raises:
        SourceChangedError: if one is not there.
    """
    found = []
    for table in edition.tabellen:
        name = table.momentopname
        if sources.table(name) or sources.map_table(name):
            continue
        if snapshot_info(snapshots, name) is None:
            raise SourceChangedError(
                f"Tabel {name} van editie {edition.id} staat niet in configs/bronnen.yaml en is dus"
                " niet op te halen.",
                remedy=f"Lees een kopie in met `wijkprofiel data import {name} MAP`, of kies een"
                " andere editie.",
            )
        found.append(name)
    return found


def changed_tables(found: Iterable[Mismatch]) -> SourceChangedError:
    """The error for tables that no longer hold what indicators need."""
    lines = "\n".join(f"  {item}" for item in found)
    return SourceChangedError(
        f"De tabellen hebben niet wat de indicatoren nodig hebben:\n{lines}",
        remedy="Er is niets vervangen. `wijkprofiel doctor` toont alle tabellen naast de"
        " configuratie.",
    )

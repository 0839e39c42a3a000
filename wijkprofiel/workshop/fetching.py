"""The newest tables from the services: planning, fetching, comparing, checking and tidying up.

The way to the services comes in as an argument: only `cli` knows the proxy of this machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wijkprofiel.configuration.catalogue import load_catalogue
from wijkprofiel.configuration.editions import (
    EditionDefinition,
    edition_named,
    load_editions,
)
from wijkprofiel.configuration.sources import Sources, load_sources
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.workshop.editions import snapshots_of, status
from wijkprofiel.workshop.proposing import propose, refuse_existing, write
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop

if TYPE_CHECKING:
    from wijkprofiel.archive.edition_pull import PullOutcome
    from wijkprofiel.archive.pruning import Prunable
    from wijkprofiel.archive.pulling import Watcher
    from wijkprofiel.sources.checkup import Finding, InUse
    from wijkprofiel.sources.dry_run import PlannedRequest
    from wijkprofiel.sources.newer import Comparison
    from wijkprofiel.sources.news import SeriesNews
    from wijkprofiel.sources.session import GuardedSession

OpenSession = Callable[[Sources], "GuardedSession"]
"""The way to the services that are configured, as this machine has it."""

SERVICES = "Diensten"
"""The heading above whether each service answers."""

PROPOSAL = "Voorstel"
"""The heading above what was written as a proposal, and what a person has to do."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be fetched.

    Attributes:
        gemeente: code of the only gemeente to fetch; None for the whole country.
        retrieved_at: the moment, in ISO notation.
        again: whether to fetch what is the newest already.
        strict: whether warnings are errors.
    """

    edition: EditionDefinition
    gemeente: str | None
    retrieved_at: str
    again: bool = False
    strict: bool = False


def gemeente_code(place: Workplace, text: str) -> str:
    """The code of a gemeente, looked up in the newest edition that there is.

    Raises:
        RegionError: if there is no such gemeente.
    """
    with Workshop(place) as shop:
        return shop.areas.gemeente(text).code


def planned(
    place: Workplace, definition: EditionDefinition, gemeente: str | None
) -> tuple[list[PlannedRequest], list[str]]:
    """Every request of a pull, without asking anything, and the tables whose columns are not known.

    Raises:
        SourceChangedError: if the edition has a table that cannot be fetched.
    """
    from wijkprofiel.archive.edition_pull import imported_tables
    from wijkprofiel.archive.known import known_tables
    from wijkprofiel.sources.dry_run import DryRun

    names = [table.momentopname for table in definition.tabellen]
    sources, snapshots = load_sources(place.search), snapshots_of(place, gemeente)
    imported_tables(definition, sources, snapshots)
    with Workshop(place) as shop:
        gemeenten = [area.code for area in shop.edition.regions(RegionLevel.GEMEENTE)]
    run = DryRun(sources, gemeente, gemeenten, known_tables(snapshots, sources, names))
    found = [*run.newcomers(definition), *run.requests(names), *run.search(names)]
    return found, run.guessed(names)


def fetch(
    place: Workplace, order: Order, open_session: OpenSession, watcher: Watcher
) -> PullOutcome:
    """Fetch the tables of an edition as snapshots.

    Raises:
        SourceUnreachableError, SourceChangedError: if a table cannot be had; what there was stays.
    """
    from wijkprofiel.archive.edition_pull import EditionPull, Wish

    wish = Wish(
        edition=order.edition,
        indicators=list(load_catalogue(place.search).indicators.values()),
        gemeente=order.gemeente,
        retrieved_at=order.retrieved_at,
        again=order.again,
        strict=order.strict,
    )
    sources = load_sources(place.search)
    snapshots = snapshots_of(place, order.gemeente)
    with open_session(sources) as session:
        return EditionPull(session, sources, wish, snapshots, watcher).run()


def newer(place: Workplace, open_session: OpenSession) -> Iterator[Comparison | SeriesNews]:
    """Of every table of the stored editions, and of its series, whether there is a newer one."""
    from wijkprofiel.sources.newer import compared

    sources = load_sources(place.search)
    tables: dict[str, str | None] = {}
    for item in status(place):
        for record in item.manifest.tables if item.manifest else ():
            dates = (tables.get(record.origin.table), record.origin.modified)
            tables[record.origin.table] = max((date for date in dates if date), default=None)
    with open_session(sources) as session:
        yield from compared(session, sources, tables.items())


def news_of(
    place: Workplace, definition: EditionDefinition, open_session: OpenSession
) -> Iterator[SeriesNews]:
    """What is newer than is configured, in the series that an edition uses."""
    from wijkprofiel.sources.newer import news_of_tables

    sources = load_sources(place.search)
    names = [table.momentopname for table in definition.tabellen]
    with open_session(_hasty(sources)) as session:
        yield from news_of_tables(session, sources, names)


def _hasty(sources: Sources) -> Sources:
    """The same, for who waits for a report: one more try is enough."""
    hasty = sources.verbinding.model_copy(update={"pogingen": 2, "wachten_s": 1})
    return sources.model_copy(update={"verbinding": hasty})


def tidy(place: Workplace, *, only_look: bool) -> list[Prunable]:
    """Throw away what no edition needs, or only say what that is."""
    from wijkprofiel.archive.newcomers import names_that_may_join
    from wijkprofiel.archive.pruning import prunable, prune

    definitions = list(load_editions(place.search).values())
    used = {table.momentopname for each in definitions for table in each.tabellen}
    used |= names_that_may_join(definitions, load_sources(place.search), place.snapshots)
    choose = prunable if only_look else prune
    return list(choose(place.snapshots, used, place.data))


def checked(
    place: Workplace,
    open_session: OpenSession,
    edition: str | None = None,
    proposal: Path | None = None,
) -> Iterator[tuple[str, list[Finding]]]:
    """What the services say of the tables that are configured, under headings.

    Args:
        edition: name of one that is judged as if it were there.
        proposal: folder for configuration as it may become, to be checked by a person.

    Raises:
        OutputError: if that folder holds something already.
        SourceUnreachableError: if this machine has no way to the services.
        ConfigurationError: if there is no sound configuration to hold them against.
        UsageError: if there is no such edition in the configuration.
    """
    from wijkprofiel.sources.checkup import Finding, Health, TableCheckup

    if proposal is not None:
        refuse_existing(proposal)
    sources, editions = load_sources(place.search), load_editions(place.search)
    indicators = list(load_catalogue(place.search).indicators.values())
    wished = None if edition is None else edition_named(place.search, edition)
    use = _in_use(place, sources, wished)
    with open_session(_hasty(sources)) as session:
        checkup = TableCheckup(session, sources, editions, indicators, use=use)
        yield SERVICES, list(checkup.services())
        yield "Tabellen", list(checkup.tables())
        yield "Edities en hun tabellen", list(checkup.editions())
        yield "Nieuw bij de bronnen", list(checkup.news())
    if proposal is not None:
        proposed = propose(place.search, checkup.told, checkup.gaps)
        files = write(proposed, proposal)
        done = [Finding(str(path), Health.GOOD, "geschreven") for path in files]
        left = [Finding(what, Health.NOTE, why, is_detail=True) for what, why in proposed.left]
        yield PROPOSAL, done + left


def _in_use(place: Workplace, sources: Sources, wished: EditionDefinition | None) -> InUse:
    """What the editions that were made are made of, and the one that somebody wishes for."""
    from wijkprofiel.sources.checkup import InUse, map_name

    made = [item.manifest for item in status(place) if item.manifest is not None]
    tables = {record.origin.table for each in made for record in each.tables}
    editions = {each.info.id.removesuffix(f"-{(each.only or '').lower()}") for each in made}
    if wished is not None:
        editions.add(wished.id)
        for name in (table.momentopname for table in wished.tabellen):
            if (table := sources.table(name)) is not None:
                tables.add(table.entry.tabel)
            elif (drawn := sources.map_table(name)) is not None:
                tables.add(map_name(drawn))
    return InUse(frozenset(tables), frozenset(editions))

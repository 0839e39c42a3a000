"""Is there something newer than what we have? Only descriptions and lists are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from wijkprofiel.configuration.sources import ServiceTable, Sources
from wijkprofiel.domain.errors import (
    SourceChangedError,
    SourceUnreachableError,
    WijkprofielError,
)
from wijkprofiel.sources.cbs_odata import catalogue_of
from wijkprofiel.sources.news import News, NewsDesk, SeriesNews
from wijkprofiel.sources.session import GuardedSession


@dataclass(frozen=True, slots=True)
class Comparison:
    """A table as we have it beside what its source has now.

    Attributes:
        have: date of modification that an edition was made of, if that is known.
        there: date of modification at the source; None if no service has the table, or if it
            could not be asked.
        is_newest: whether it is known that its series has nothing newer.
        news: rounds and a division that are not configured.
        error: why it could not be asked.
    """

    table: str
    have: str | None
    there: str | None = None
    is_newest: bool = False
    news: tuple[News, ...] = ()
    error: WijkprofielError | None = None


def compared(
    session: GuardedSession, sources: Sources, tables: Iterable[tuple[str, str | None]]
) -> Iterator[Comparison | SeriesNews]:
    """Hold tables against what their sources have now, and then say what is new in their series.

    A host that is silent is asked once.

    Args:
        tables: identifiers, with the date of modification that an edition was made of.
    """
    known = {table.entry.tabel: table for table in sources.tables()}
    desk = NewsDesk(session, sources)
    series: dict[str, SeriesNews] = {}
    for identifier, have in tables:
        table = known.get(identifier)
        if table is None:
            yield Comparison(identifier, have)
            continue
        found, name = _compared(desk, table, have), table.entry.reeks
        if name not in series:
            series |= {each.series: each for each in desk.series([name])}
        newest = series[name].is_up_to_date and series[name].newest == identifier
        yield replace(found, is_newest=newest and not found.news and found.error is None)
    yield from series.values()


def news_of_tables(
    session: GuardedSession, sources: Sources, names: Iterable[str]
) -> Iterator[SeriesNews]:
    """What is new in the series of these tables, and which rounds their newest ones have.

    Args:
        names: of snapshots; a map or a copy has no series.
    """
    tables = [table for name in names if (table := sources.table(name)) is not None]
    desk = NewsDesk(session, sources)
    for found in desk.series(table.entry.reeks for table in tables):
        news, error = found.news, found.error
        for table in tables:
            has_rounds = table.entry.tabel == found.newest and table.series.perioden is not None
            if has_rounds and error is None:
                asked = _compared(desk, table, None)
                news, error = (*news, *asked.news), asked.error
        yield replace(found, news=news, error=error)


def _compared(desk: NewsDesk, table: ServiceTable, have: str | None) -> Comparison:
    identifier = table.entry.tabel
    if table.host in desk.silent:
        return Comparison(identifier, have, error=desk.silent[table.host])
    try:
        info = catalogue_of(desk.session, desk.sources, table.host).info(identifier)
        news = desk.table(table, str(info.get("Title") or ""))
        return Comparison(identifier, have, str(info["Modified"])[:10], news=tuple(news))
    except SourceUnreachableError as error:
        desk.silent[table.host] = error
        return Comparison(identifier, have, error=error)
    except SourceChangedError as error:
        return Comparison(identifier, have, error=error)

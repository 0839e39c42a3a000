"""Is there something newer than what we have? Only the descriptions of tables are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wijkprofiel.configuration.sources import Sources
from wijkprofiel.domain.errors import (
    SourceChangedError,
    SourceUnreachableError,
    WijkprofielError,
)
from wijkprofiel.sources.cbs_odata import catalogue_of
from wijkprofiel.sources.session import GuardedSession


@dataclass(frozen=True, slots=True)
class Comparison:
    """A table as we have it beside what its source has now.

    Attributes:
        have: date of modification that an edition was made of, if that is known.
        there: date of modification at the source; None if no service has the table, or if it
            could not be asked.
        error: why it could not be asked.
    """

    table: str
    have: str | None
    there: str | None = None
    error: WijkprofielError | None = None


def compared(
    session: GuardedSession, sources: Sources, tables: Iterable[tuple[str, str | None]]
) -> Iterator[Comparison]:
    """Hold tables against what their sources have now; a host that is silent is asked once.

    Args:
        tables: identifiers, with the date of modification that an edition was made of.
    """
    hosts = {table.entry.tabel: table.host for table in sources.tables()}
    silent: dict[str, SourceUnreachableError] = {}
    for identifier, have in tables:
        host = hosts.get(identifier)
        if host is None or host in silent:
            yield Comparison(identifier, have, error=silent.get(host or ""))
            continue
        try:
            info = catalogue_of(session, sources, host).info(identifier)
            yield Comparison(identifier, have, str(info["Modified"])[:10])
        except SourceUnreachableError as error:
            silent[host] = error
            yield Comparison(identifier, have, error=error)
        except SourceChangedError as error:
            yield Comparison(identifier, have, error=error)

"""The one adapter over `cbsodata`: OData v3 of CBS, and of third parties on the same software.

Rows go through `get_meta`, never through `get_data`: that one replaces the codes of areas by their
names, and its `typed` option does the opposite of what it says. The untyped set is asked for,
because only there a blank ("cannot occur, not asked") differs from a dot ("unknown or secret").
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import requests
from cbsodata import cbsodata3

from wijkprofiel.configuration.sources import Sources
from wijkprofiel.domain.errors import SourceChangedError, SourceUnreachableError
from wijkprofiel.sources.plan import DATA
from wijkprofiel.sources.session import GuardedSession

Record = dict[str, Any]

_speaking = threading.local()


def _session() -> GuardedSession:
    """What `cbsodata` gets when it makes a session: ours, with all its guards."""
    session: GuardedSession | None = getattr(_speaking, "session", None)
    if session is None:
        raise RuntimeError("cbsodata is only used through wijkprofiel.sources.cbs_odata")
    return session


cbsodata3.Session = _session


@contextmanager
def _through(session: GuardedSession) -> Iterator[None]:
    _speaking.session = session
    try:
        with session.question():
            yield
    finally:
        _speaking.session = None


@dataclass(frozen=True, slots=True)
class CbsOData:
    """One catalogue: a host, and the session to reach it with."""

    session: GuardedSession
    host: str
    time_out_s: float

    def info(self, table: str) -> Record:
        """The TableInfos record of a table.

        Raises:
            SourceUnreachableError, SourceChangedError: as `records`.
        """
        found = self.records(table, "TableInfos")
        if len(found) != 1 or not found[0].get("Modified"):
            raise SourceChangedError(
                f"Tabel {table} op {self.host} zegt niet wanneer zij is bijgewerkt.",
                remedy=f"Controleer of {table} nog bestaat, en pas `tabel` aan in"
                " configs/bronnen.yaml.",
            )
        return found[0]

    def entities(self, table: str) -> list[str]:
        """Names of the parts of a table: sets of rows, descriptions and dimensions."""
        return [str(entry.get("name")) for entry in self.records(table, "")]

    def rows(self, table: str, filters: str | None, select: Sequence[str] | None) -> list[Record]:
        """Rows as raw text, with their codes.

        Raises:
            SourceUnreachableError, SourceChangedError: as `records`.
        """
        return self.records(table, DATA, filters=filters, select=select)

    def records(
        self,
        table: str,
        entity: str,
        *,
        filters: str | None = None,
        select: Sequence[str] | None = None,
    ) -> list[Record]:
        """All records of one part of a table, over all its pages.

        Raises:
            SourceUnreachableError: if the service does not answer, or not with whole JSON.
            SourceChangedError: if it answers something else than records.
        """
        try:
            found = self._asked(table, entity, filters, select)
        except requests.RequestException as error:  # before our session had a say
            raise SourceChangedError(
                f"{self.host} verwijst voor {table} {entity} naar iets dat geen adres is.",
                remedy="De dienst is in de war; probeer het later opnieuw.",
            ) from error
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise self._no_records(table, entity) from error
        if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
            raise self._no_records(table, entity)
        return found

    def _asked(
        self, table: str, entity: str, filters: str | None, select: Sequence[str] | None
    ) -> Any:
        """What `cbsodata` answers; JSON that broke off inside is asked for once more."""
        for last in (False, True):
            try:
                with _through(self.session):
                    return cbsodata3.get_meta(
                        table,
                        entity,
                        filters=filters,
                        select=list(select) if select else None,
                        catalog_url=self.host,
                        timeout=self.time_out_s,
                    )
            except json.JSONDecodeError as error:
                if last:
                    raise SourceUnreachableError(
                        f"Het antwoord van {self.host} over {table} {entity} is steeds geen"
                        " geldige JSON.",
                        remedy="Probeer het later opnieuw.",
                    ) from error
        raise AssertionError("the last attempt returns or raises")

    def _no_records(self, table: str, entity: str) -> SourceChangedError:
        return SourceChangedError(
            f"{self.host} geeft voor {table} {entity} iets anders dan rijen.",
            remedy="De dienst is veranderd; zoek naar een nieuwere versie van wijkprofiel.",
        )


def catalogue_of(session: GuardedSession, sources: Sources, host: str) -> CbsOData:
    """The adapter for one host, with the patience that is configured."""
    return CbsOData(session, host, sources.verbinding.antwoord_hoogstens_s)

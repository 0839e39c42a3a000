"""Show what a pull would ask, without asking it.

How a table pads its keys, and which number stands behind a column, it only tells when it is asked.
What an earlier pull learned of that is used; of a table that was never fetched it is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from wijkprofiel.configuration.editions import EditionDefinition
from wijkprofiel.configuration.sources import MapTable, Series, ServiceTable, Sources
from wijkprofiel.sources.listing import listing_address, theme_addresses
from wijkprofiel.sources.newcomers import followed, newer_entries
from wijkprofiel.sources.plan import (
    Chunk,
    Keys,
    address,
    items_address,
    items_options,
    plan_chunks,
    rows_address,
    sent,
)


@dataclass(frozen=True, slots=True)
class PlannedRequest:
    """One request, or the first page of one."""

    table: str
    what: str
    url: str


@dataclass(frozen=True, slots=True)
class KnownTable:
    """What an earlier pull learned of a table: its keys as it pads them, and our columns of it."""

    keys: Keys
    columns: Sequence[str]


@dataclass(frozen=True)
class DryRun:
    """What is asked for, as far as it can be known without asking.

    Attributes:
        gemeente: code of the only gemeente that is asked for; None for the country.
        gemeenten: codes of all gemeenten, for tables that are asked for per gemeente.
        known: by the name of a snapshot, what an earlier pull learned.
    """

    sources: Sources
    gemeente: str | None = None
    gemeenten: Sequence[str] = ()
    known: Mapping[str, KnownTable] = field(default_factory=dict)

    def requests(self, names: Iterable[str]) -> Iterator[PlannedRequest]:
        """Every request for these tables, in order; what was fetched already counts along."""
        for name in names:
            if (table := self.sources.table(name)) is not None:
                yield from self._of_table(table)
            elif (drawn := self.sources.map_table(name)) is not None:
                yield from self._of_map(drawn)

    def newcomers(self, edition: EditionDefinition) -> Iterator[PlannedRequest]:
        """What is asked first: whether newer tables may join; and what follows if they may.

        What the catalogue has and the configuration has not, nobody can know here.
        """
        yield from self._lists(self.sources.reeksen[n] for n in followed(edition, self.sources))
        for _, name, _ in newer_entries(edition, self.sources, {}):
            if (table := self.sources.table(name)) is not None:
                for request in self._description(table):
                    yield replace(request, what=f"{request.what}; kijken of zij al bruikbaar is")
                for request in self._of_table(table):
                    yield replace(request, what=f"{request.what}; alleen als zij dat is")

    def guessed(self, names: Iterable[str]) -> list[str]:
        """The tables of which the rows may be asked for in other words than is shown."""
        return [
            name
            for name in names
            if (table := self.sources.table(name)) is not None
            and name not in self.known
            and (table.fixed_dimensions() or table.series.kolommen == "gebruikt")
        ]

    def search(self, names: Iterable[str]) -> Iterator[PlannedRequest]:
        """The questions whether the series of these tables have something newer."""
        tables = [table for name in names if (table := self.sources.table(name)) is not None]
        yield from self._lists(table.series for table in tables)
        for table in tables:
            if (periods := table.series.perioden) is not None:
                for entity in ("TableInfos", periods):
                    url = address(table.host, table.entry.tabel, entity)
                    yield PlannedRequest(table.id, f"{entity}, nog eens", url)

    def _lists(self, series: Iterable[Series]) -> Iterator[PlannedRequest]:
        lists: dict[str, str] = {}
        for each in series:
            host = self.sources.diensten[each.dienst].adres
            if (search := each.catalogus) is not None:
                lists[listing_address(host)] = "tabellen van de dienst"
                if search.thema is not None:
                    lists |= dict.fromkeys(theme_addresses(host), "thema's van de dienst")
        for url, what in lists.items():
            yield PlannedRequest("catalogus", what, url)

    def _description(self, table: ServiceTable) -> Iterator[PlannedRequest]:
        dimensions = [table.series.regio.code, *table.fixed_dimensions()]
        for entity in ("TableInfos", "", "DataProperties", *dimensions):
            what = entity or "onderdelen van de tabel"
            yield PlannedRequest(table.id, what, address(table.host, table.entry.tabel, entity))

    def _of_table(self, table: ServiceTable) -> Iterator[PlannedRequest]:
        yield from self._description(table)
        for chunk in self._chunks(table):
            url, what = self._rows(table, chunk), f"rijen: {chunk.label}"
            if table.series.kolommen == "gebruikt":
                what += "; alleen de kolommen die indicatoren gebruiken"
            yield PlannedRequest(table.id, what, url)
        url = address(table.host, table.entry.tabel, "TableInfos")
        yield PlannedRequest(table.id, "TableInfos, nog eens", url)

    def _chunks(self, table: ServiceTable) -> list[Chunk]:
        known, margins = self.known.get(table.id), None
        if known is not None and table.series.marges:
            there = known.keys[table.series.marges]
            margins = [key for key in table.series.marge_sleutels.values() if key in there]
        return plan_chunks(
            table,
            gemeente=self.gemeente,
            gemeenten=self.gemeenten,
            keys=known.keys if known else None,
            margins=margins,
        )

    def _rows(self, table: ServiceTable, chunk: Chunk) -> str:
        columns = self.known[table.id].columns if table.id in self.known else None
        longest = self.sources.verbinding.url_hoogstens_tekens
        return rows_address(table, chunk, columns, longest)

    def _of_map(self, table: MapTable) -> Iterator[PlannedRequest]:
        for collection in table.map.collecties:
            options = items_options(table, self.gemeente)
            url = sent(items_address(table, collection), options)
            yield PlannedRequest(table.id, f"grenzen van {collection.collectie}", url)

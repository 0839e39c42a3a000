"""Show what a pull would ask, without asking it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from wijkprofiel.configuration.sources import MapTable, ServiceTable, Sources
from wijkprofiel.sources.cbs_odata import DATA
from wijkprofiel.sources.listing import listing_address, theme_addresses
from wijkprofiel.sources.plan import address, items_address, items_options, plan_chunks


@dataclass(frozen=True, slots=True)
class PlannedRequest:
    """One request, or the first page of one."""

    table: str
    what: str
    url: str


def planned_requests(
    sources: Sources, names: Iterable[str], gemeente: str | None, gemeenten: Iterable[str] = ()
) -> Iterator[PlannedRequest]:
    """Every request for these tables, in order; what was fetched already counts along.

    Args:
        gemeenten: codes of all gemeenten, for tables that are asked for per gemeente.
    """
    known = list(gemeenten)
    for name in names:
        if (table := sources.table(name)) is not None:
            yield from _of_table(table, gemeente, known)
        elif (drawn := sources.map_table(name)) is not None:
            yield from _of_map(drawn, gemeente)


def planned_search(sources: Sources, names: Iterable[str]) -> Iterator[PlannedRequest]:
    """The questions whether the series of these tables have something newer."""
    tables = [table for name in names if (table := sources.table(name)) is not None]
    lists: dict[str, str] = {}
    for table in tables:
        if (search := table.series.catalogus) is not None:
            lists[listing_address(table.host)] = "tabellen van de dienst"
            if search.thema is not None:
                lists |= dict.fromkeys(theme_addresses(table.host), "thema's van de dienst")
    for url, what in lists.items():
        yield PlannedRequest("catalogus", what, url)
    for table in tables:
        if (periods := table.series.perioden) is not None:
            for entity in ("TableInfos", periods):
                url = address(table.host, table.entry.tabel, entity)
                yield PlannedRequest(table.id, f"{entity}, nog eens", url)


def _of_table(
    table: ServiceTable, gemeente: str | None, gemeenten: list[str]
) -> Iterator[PlannedRequest]:
    name, host = table.entry.tabel, table.host
    dimensions = [table.series.regio.code, *table.fixed_dimensions()]
    for entity in ("TableInfos", "", "DataProperties", *dimensions):
        what = entity or "onderdelen van de tabel"
        yield PlannedRequest(table.id, what, address(host, name, entity))
    chosen = table.series.kolommen == "gebruikt"
    columns = "; alleen de kolommen die indicatoren gebruiken" if chosen else ""
    for chunk in plan_chunks(table, gemeente=gemeente, gemeenten=gemeenten):
        what = f"rijen: {chunk.label}{columns}"
        yield PlannedRequest(table.id, what, address(host, name, DATA, chunk.filters))
    yield PlannedRequest(table.id, "TableInfos, nog eens", address(host, name, "TableInfos"))


def _of_map(table: MapTable, gemeente: str | None) -> Iterator[PlannedRequest]:
    for collection in table.map.collecties:
        url = f"{items_address(table, collection)}?{urlencode(items_options(table, gemeente))}"
        yield PlannedRequest(table.id, f"grenzen van {collection.collectie}", url)

"""OData version 3 as CBS serves it: ODataApi, ODataFeed and ODataCatalog.

What is odd here is odd there: see the package's description.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.support.odata_server import atom
from tests.support.odata_server.documents import DATA_SETS, Records, entities, records, table_info
from tests.support.odata_server.exchange import Asked, Payload, Reply, html_reply, json_reply
from tests.support.odata_server.query import Filter, QueryError, parse_filter, select
from tests.support.odata_server.tables import PATH_SEPARATOR, TableFixture

TOO_MANY = "The query returns more than 10000 records. Use the OData feed (bulk) instead."
_KNOWN = {"$format", "$filter", "$select", "$top", "$skip"}
_ORDERING = {"gt", "ge", "lt", "le"}
HOSTS = {
    "CBS": "https://opendata.cbs.nl",
    "RIVM": "https://dataderden.cbs.nl",
    "PDOK": "https://api.pdok.nl",
}
"""Real addresses per catalogue; all third parties share that of RIVM."""


@dataclass(frozen=True)
class Quirks:
    """What is a fact of the service, or was reported both ways.

    Attributes:
        page_size: records per page of the feed.
        record_limit: records that the API gives at most.
        longest_url: in characters; beyond it the connection is reset. Somewhere between 2,600
            (reported to work) and 16,000 (reported not to).
        skip_on_api: whether `$skip` works there.
        largest_top: what `$top` may be at most on the API, if anything.
        ignores_filter: whether `$filter` is passed over altogether.
        unknown_column: whether `$select` of one is refused (400) or passed over.
    """

    page_size: int = 10_000
    record_limit: int = 10_000
    longest_url: int = 4_000
    skip_on_api: bool = False
    largest_top: int | None = None
    ignores_filter: bool = False
    refuse_unknown_column: bool = True


class Refusal(Exception):
    """An answer that is an OData error."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message


def host_of(catalog: str) -> str:
    """The host that a catalogue is on; third parties share one."""
    return urlsplit(HOSTS.get(catalog, HOSTS["RIVM"])).netloc


def refuse(asked: Asked, status: int, message: str) -> Reply:
    """An OData error in the format that was asked for."""
    if not asked.wants_json:
        return atom.error(status, message)
    error = {"code": "", "message": {"lang": "en-US", "value": message}}
    return json_reply({"odata.error": error}, status)


def answer(asked: Asked, table: TableFixture | None, quirks: Quirks) -> Payload | Reply:
    """The payload of a table's document, or the reply that there is none."""
    if table is None:
        return html_reply(404, "Not Found", "The resource cannot be found.")
    try:
        _check_options(asked, quirks)
        if not asked.entity:
            return _service_document(asked, table)
        return _entity(asked, table, quirks)
    except Refusal as refusal:
        return refuse(asked, refusal.status, refusal.message)


def catalogue(asked: Asked, tables: Mapping[str, TableFixture]) -> Payload | Reply:
    """`ODataCatalog`: the tables of this host, their themes, and which stands under which."""
    here = [table for table in tables.values() if host_of(table.catalog) == asked.host]
    if asked.entity not in _CATALOGUE:
        return html_reply(404, "Not Found")
    found = _CATALOGUE[asked.entity](here)
    try:
        if "$filter" in asked.query:
            names = set(found[0]) if found else set(table_info_fields())
            wanted = _read_filter(asked.query["$filter"], names, frozenset())
            found = [row for row in found if wanted.holds(row)]
    except Refusal as refusal:
        return refuse(asked, refusal.status, refusal.message)
    if "$select" in asked.query:
        found = select(found, asked.query["$select"].split(","))
    metadata = f"{asked.base}/ODataCatalog/$metadata#{asked.entity}"
    return {"odata.metadata": metadata, "value": found}


def _listed(tables: Iterable[TableFixture]) -> Records:
    return [
        table_info(table) | {"ID": number, "SummaryAndLinks": table.title}
        for number, table in enumerate(tables)
    ]


def _theme_numbers(tables: Iterable[TableFixture]) -> dict[tuple[str, ...], int]:
    """Every theme and the themes above it, by its path."""
    paths = [tuple(theme.split(PATH_SEPARATOR)) for table in tables for theme in table.themes]
    whole = sorted({path[:depth] for path in paths for depth in range(1, len(path) + 1)})
    return {path: number for number, path in enumerate(whole, start=1)}


def _themes(tables: Iterable[TableFixture]) -> Records:
    numbers = _theme_numbers(tables)
    return [
        {"ID": number, "ParentID": numbers.get(path[:-1]), "Title": path[-1], "Language": "nl"}
        for path, number in numbers.items()
    ]


def _tables_of_themes(tables: Sequence[TableFixture]) -> Records:
    numbers = _theme_numbers(tables)
    belongs = [
        (table.id, numbers[tuple(t.split(PATH_SEPARATOR))])
        for table in tables
        for t in table.themes
    ]
    return [
        {"ID": number, "TableIdentifier": table, "ThemeID": theme}
        for number, (table, theme) in enumerate(belongs)
    ]


_CATALOGUE: dict[str, Callable[[Sequence[TableFixture]], Records]] = {
    "Tables": _listed,
    "Themes": _themes,
    "Tables_Themes": _tables_of_themes,
}


def table_info_fields() -> list[str]:
    empty = TableFixture("", "", "", (), (), ())
    return list(table_info(empty))


def _check_options(asked: Asked, quirks: Quirks) -> None:
    unknown = {name for name in asked.query if name.startswith("$")} - _KNOWN
    if unknown:
        raise Refusal(501, f"this server does not know {', '.join(sorted(unknown))}")
    if asked.service != "ODataApi":
        return
    if "$skip" in asked.query and not quirks.skip_on_api:
        raise Refusal(500, "An error has occurred.")
    if quirks.largest_top is not None and _number(asked, "$top", 0) > quirks.largest_top:
        raise Refusal(500, "An error has occurred.")


def _service_document(asked: Asked, table: TableFixture) -> Payload:
    root = _root(asked)
    links = [{"name": name, "url": f"{root}/{name}"} for name in entities(table)]
    return {"odata.metadata": f"{root}/$metadata", "value": links}


def _root(asked: Asked) -> str:
    return f"{asked.base}/{asked.service}/odata/{asked.table}"


def _entity(asked: Asked, table: TableFixture, quirks: Quirks) -> Payload:
    found = records(table, asked.entity)
    if found is None:
        raise Refusal(404, f"Resource not found for the segment '{asked.entity}'.")
    if "$filter" in asked.query and not quirks.ignores_filter:
        found = _filtered(asked, table, found)
    page, link = _page(asked, found, quirks)
    if "$select" in asked.query:
        page = select(page, _selected(asked, table, page, quirks))
    kind = f"{_root(asked)}/$metadata#Cbs.OData.WebAPI.{asked.entity}"
    payload: Payload = {"odata.metadata": kind, "value": page}
    return payload | ({"odata.nextLink": link} if link else {})


def _filtered(asked: Asked, table: TableFixture, found: Records) -> Records:
    text = asked.query["$filter"]
    if asked.entity not in DATA_SETS:
        names = set().union(*found) if found else set()
        wanted = _read_filter(text, names, frozenset())
        return [row for row in found if wanted.holds(row)]
    regions = table.region_dimension()
    codings = {topic.key for topic in table.topics if topic.stem == "Codering"}
    dimensions = {dimension.key for dimension in table.dimensions}
    names = {"ID", *dimensions, *(topic.key for topic in table.topics)}
    wanted = _read_filter(text, names, frozenset(codings), regions.key if regions else None)
    if wanted.columns - dimensions - codings:
        raise Refusal(500, TOO_MANY)
    return [row for row in found if wanted.holds(row)]


def _read_filter(
    text: str, names: set[str], never: frozenset[str], regions: str | None = None
) -> Filter:
    """A filter; comparisons with `never`, and of the order of regions, are passed over."""

    def ignored(column: str, operator: str) -> bool:
        return column in never or (column == regions and operator in _ORDERING)

    try:
        wanted = parse_filter(text, ignored)
    except QueryError as error:
        raise Refusal(400, str(error)) from error
    if unknown := sorted(wanted.columns - names):
        raise Refusal(400, f"Could not find a property named '{unknown[0]}'.")
    return wanted


def _page(asked: Asked, found: Records, quirks: Quirks) -> tuple[Records, str | None]:
    skip, top = _number(asked, "$skip", 0), _number(asked, "$top", len(found))
    rest = found[skip : skip + top]
    if asked.service == "ODataApi":
        if len(rest) > quirks.record_limit:
            raise Refusal(500, TOO_MANY)
        return rest, None
    page = rest[: quirks.page_size]
    if len(page) == len(rest):
        return page, None
    changed: dict[str, object] = {"$skip": skip + len(page)}
    if "$top" in asked.query:
        changed["$top"] = top - len(page)
    return page, asked.link(**changed)


def _number(asked: Asked, name: str, default: int) -> int:
    text = asked.query.get(name, str(default))
    if not text.isdigit():
        raise Refusal(400, f"Incorrect value '{text}' for '{name}'.")
    return int(text)


def _selected(asked: Asked, table: TableFixture, page: Records, quirks: Quirks) -> list[str]:
    names = [name.strip() for name in asked.query["$select"].split(",")]
    known = {name for row in page for name in row}
    if asked.entity in DATA_SETS:
        known = {"ID", *(item.key for item in table.dimensions)}
        known |= {topic.key for topic in table.topics}
    unknown = [name for name in names if name not in known]
    if unknown and quirks.refuse_unknown_column and (page or asked.entity in DATA_SETS):
        raise Refusal(400, f"Could not find a property named '{unknown[0]}'.")
    return names

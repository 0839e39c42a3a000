"""One exchange: what was asked, and what is answered before anything goes wrong."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

Payload = dict[str, object]

JSON_TYPE = "application/json;odata=minimalmetadata;streaming=true;charset=utf-8"
WORTH_PACKING = 1000
MAINTENANCE_PATH = "/onderhoud.html"
MAINTENANCE = (
    "<!DOCTYPE html><html lang='nl'><head><title>Onderhoud</title></head>"
    "<body><h1>De open data zijn even niet beschikbaar</h1></body></html>"
)


@dataclass
class Asked:
    """One request, as the log keeps it.

    Attributes:
        base: scheme and host that links in the answer begin with.
        service: ODataApi, ODataFeed, ODataCatalog or features.
        table: identifier of the table, or `wijken-en-buurten-<year>`.
        entity: UntypedDataSet, TableInfos, ...; empty for the service document; a collection.
        crs: of boundaries, the grid that the answer says it is on.
        faults: names of the faults that this request met.
        status: status of the answer; None if it did not get so far.
    """

    method: str
    host: str
    base: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    service: str = ""
    table: str = ""
    entity: str = ""
    crs: str = ""
    faults: list[str] = field(default_factory=list)
    status: int | None = None

    @property
    def url(self) -> str:
        """The address as the client meant it."""
        query = f"?{urlencode(self.query)}" if self.query else ""
        return f"{self.base}{self.path}{query}"

    @property
    def wants_json(self) -> bool:
        """`$format` decides; without it Accept does, and the service prefers Atom."""
        if "$format" in self.query:
            return "json" in self.query["$format"]
        return "json" in self.headers.get("accept", "")

    def link(self, **changed: object) -> str:
        """The same address with other query options; None takes one away."""
        query = {**self.query, **changed}
        kept = {name: str(value) for name, value in query.items() if value is not None}
        options = f"?{urlencode(kept, safe='$,')}" if kept else ""
        return f"{self.base}{self.path}{options}"


@dataclass
class Reply:
    """One whole answer."""

    status: int
    body: bytes
    type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)


def read_request(method: str, target: str, headers: Mapping[str, str]) -> Asked:
    """A request to a local address `/<host>/<path>?<query>`; its `base` is still to be given."""
    parts = urlsplit(target)
    host, _, path = parts.path.lstrip("/").partition("/")
    service, table, entity = _address([unquote(part) for part in path.split("/") if part])
    return Asked(
        method=method,
        host=host,
        base="",
        path=f"/{path}",
        query=dict(parse_qsl(parts.query, keep_blank_values=True)),
        headers={name.lower(): value for name, value in headers.items()},
        service=service,
        table=table,
        entity=entity,
    )


def _address(parts: list[str]) -> tuple[str, str, str]:
    """Service, table and entity of a path."""
    match parts:
        case ["ODataCatalog", entity]:
            return "ODataCatalog", "", entity
        case ["ODataApi" | "ODataFeed" as service, "odata" | "OData", table, *entity]:
            return service, table, "/".join(entity)
        case ["cbs", table, "ogc", "v1", *rest]:
            return "features", table, rest[1] if len(rest) > 1 else ""
    return "", "", ""


def json_reply(
    payload: object, status: int = 200, content_type: str = JSON_TYPE, **headers: str
) -> Reply:
    body = json.dumps(payload, ensure_ascii=False).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, body, content_type, named)


def html_reply(status: int, title: str, text: str = "") -> Reply:
    """An error page as IIS writes it."""
    page = (
        "<!DOCTYPE html>\n<html><head><title>"
        f"{title}</title></head><body><h2>{status} - {title}</h2><p>{text}</p></body></html>"
    )
    return Reply(status, page.encode())


def pack(reply: Reply, asked: Asked) -> Reply:
    """Compress a long answer for a client that takes that."""
    accepts = "gzip" in asked.headers.get("accept-encoding", "")
    if not accepts or len(reply.body) < WORTH_PACKING or "Content-Encoding" in reply.headers:
        return reply
    headers = {**reply.headers, "Content-Encoding": "gzip"}
    return Reply(reply.status, gzip.compress(reply.body, 1, mtime=0), reply.type, headers)

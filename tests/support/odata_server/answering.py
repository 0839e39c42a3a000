"""From a request to a whole answer, spoilt where that was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from tests.support.odata_server import atom, features, odata
from tests.support.odata_server.exchange import (
    MAINTENANCE,
    MAINTENANCE_PATH,
    Asked,
    Reply,
    html_reply,
    json_reply,
)
from tests.support.odata_server.fault_book import FaultBook, Rule, Situation, Stage
from tests.support.odata_server.features import GEOJSON_TYPE, BoundariesFixture
from tests.support.odata_server.odata import HOSTS, Quirks
from tests.support.odata_server.tables import TableFixture

_ACCEPTABLE = ("*/*", "json", "xml", "html")


@dataclass(frozen=True)
class Answering:
    """Makes answers from tables and boundaries."""

    tables: Mapping[str, TableFixture]
    boundaries: Mapping[int, BoundariesFixture]
    quirks: Quirks
    book: FaultBook

    def reply(self, asked: Asked, rules: list[Rule]) -> Reply:
        """The answer, with all faults but those of connection and line."""
        payload = self._payload(asked, rules)
        if not isinstance(payload, Reply):
            payload = _spoilt(payload, asked, rules, Stage.PAYLOAD)
            payload = _written(payload, asked)
        reply = _spoilt(payload, asked, rules, Stage.REPLY)
        assert isinstance(reply, Reply)
        return reply

    def _payload(self, asked: Asked, rules: list[Rule]) -> Any:
        if asked.method != "GET":
            return html_reply(405, "Method Not Allowed")
        if not any(kind in asked.headers.get("accept", "*/*") for kind in _ACCEPTABLE):
            return html_reply(406, "Not Acceptable")
        if asked.path == MAINTENANCE_PATH:
            return Reply(200, MAINTENANCE.encode())
        if asked.service == "features":
            year = asked.table.rpartition("-")[2]
            return features.answer(asked, self.boundaries.get(int(year) if year.isdigit() else 0))
        if asked.service == "ODataCatalog":
            return odata.catalogue(asked, self._as_catalogued(asked))
        table = self.tables.get(asked.table)
        if table is None or not _is_on(asked.host, table):
            return odata.answer(asked, None, self.quirks)
        return odata.answer(asked, _spoilt(table, asked, rules, Stage.TABLE), self.quirks)

    def _as_catalogued(self, asked: Asked) -> dict[str, TableFixture]:
        return {
            name: _spoilt(table, asked, self.book.of_table(name), Stage.TABLE)
            for name, table in self.tables.items()
        }


def _is_on(host: str, table: TableFixture) -> bool:
    """Hosts that do not exist have every table: they pose as the real ones."""
    real = {urlsplit(url).netloc for url in HOSTS.values()}
    return host not in real or odata.host_of(table.catalog) == host


def _spoilt(thing: Any, asked: Asked, rules: list[Rule], stage: Stage) -> Any:
    for rule in rules:
        if rule.fault.stage is stage:
            thing = rule.fault.apply(thing, Situation(asked, rule.options))
    return thing


def _written(payload: Any, asked: Asked) -> Reply:
    if asked.service == "features":
        if not asked.crs:
            return json_reply(payload, content_type="application/json")
        return json_reply(payload, content_type=GEOJSON_TYPE, Content_Crs=f"<{asked.crs}>")
    if asked.wants_json or not isinstance(payload, dict):
        return json_reply(payload, DataServiceVersion="3.0;")
    return atom.feed(payload, asked.entity, asked.base)

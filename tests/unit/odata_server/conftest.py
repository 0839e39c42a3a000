from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests

from tests.support.odata_server import FakeStatline, Quirks
from tests.support.odata_server.samples import boundaries, health_table, register_table

Ask = Callable[..., Any]


@pytest.fixture
def statline() -> Iterator[FakeStatline]:
    """Small pages and a low limit, so that few rows show what many do."""
    tables = [register_table(), health_table()]
    quirks = Quirks(page_size=4, record_limit=10)
    with FakeStatline(tables, [boundaries()], quirks) as server:
        yield server


@pytest.fixture
def session(statline: FakeStatline) -> Iterator[requests.Session]:
    with requests.Session() as session:
        statline.mount(session)
        yield session


@pytest.fixture
def feed(session: requests.Session) -> Ask:
    return asking(session, "ODataFeed")


@pytest.fixture
def api(session: requests.Session) -> Ask:
    return asking(session, "ODataApi")


def asking(session: requests.Session, service: str) -> Ask:
    def ask(table: str, entity: str, **options: str | int) -> requests.Response:
        host = "dataderden" if table == "50090NED" else "opendata"
        query = {f"${name}": value for name, value in {"format": "json", **options}.items()}
        url = f"https://{host}.cbs.nl/{service}/odata/{table}/{entity}"
        return session.get(url, params=query, timeout=5)

    return ask

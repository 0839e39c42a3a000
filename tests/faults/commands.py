"""The commands that fetch, with the local server for the services."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from requests import PreparedRequest, Response

from tests.faults.world import FAST
from tests.support.odata_server import FakeStatline
from tests.support.odata_server.adapter import RewritingAdapter
from wijkprofiel.cli import network
from wijkprofiel.configuration.sources import Sources
from wijkprofiel.sources.session import GuardedSession
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS


def answer_commands(server: FakeStatline, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every session that the commands open comes to this server."""
    opened = network.open_session

    def mounted(sources: Sources) -> GuardedSession:
        session = opened(sources)
        server.mount(session)
        return session

    monkeypatch.setattr(network, "open_session", mounted)


def addresses_sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that are asked from now on, byte for byte."""
    sent: list[str] = []
    send = RewritingAdapter.send

    def noted(self: RewritingAdapter, request: PreparedRequest, **settings: Any) -> Response:
        sent.append(str(request.url))
        return send(self, request, **settings)

    monkeypatch.setattr(RewritingAdapter, "send", noted)
    return sent


def impatient_sources(tables: Iterable[str]) -> dict[str, Any]:
    """The shipped sources as data, with only these tables and little patience."""
    shipped = (SHIPPED_CONFIGS / "bronnen.yaml").read_text(encoding="utf-8")
    sources: dict[str, Any] = yaml.load(shipped, Loader=yaml.BaseLoader)
    sources["verbinding"] |= {name: str(value) for name, value in FAST.items()}
    sources["tabellen"] = {name: sources["tabellen"][name] for name in tables}
    return sources


def dump(path: Path, data: Any) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")

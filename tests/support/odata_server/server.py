"""What a test holds in its hands: the running server."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Self
from urllib.parse import urlsplit

from requests import Session
from requests.adapters import BaseAdapter

from tests.support.odata_server.adapter import BASE_HEADER, RewritingAdapter
from tests.support.odata_server.answering import Answering
from tests.support.odata_server.exchange import Asked, read_request
from tests.support.odata_server.fault_book import FAULTS, FaultBook, Rule, Situation, Stage
from tests.support.odata_server.features import BoundariesFixture
from tests.support.odata_server.listening import Listener
from tests.support.odata_server.odata import HOSTS, Quirks
from tests.support.odata_server.tables import TableFixture
from tests.support.odata_server.wire import Line, send

_BEFORE = frozenset({Stage.CONNECTION})


class FakeStatline:
    """The server, as a context manager.

    Attributes:
        tables: by identifier; a test may change them while the server runs.
        boundaries: by year.
        requests: what was asked, in order; a request of the adapter that did not come through is
            there as well, without a status.
    """

    def __init__(
        self,
        tables: Iterable[TableFixture] = (),
        boundaries: Iterable[BoundariesFixture] = (),
        quirks: Quirks | None = None,
    ) -> None:
        self.tables = {table.id: table for table in tables}
        self.boundaries = {item.year: item for item in boundaries}
        self.quirks = quirks or Quirks()
        self.requests: list[Asked] = []
        self._book, self._healed = FaultBook(), threading.Event()
        self._closed = socket.socket()
        self._listener: Listener | None = None
        self._port = 0

    def __enter__(self) -> Self:
        self._closed.bind(("127.0.0.1", 0))
        self._listen()
        return self

    def __exit__(self, *_: object) -> None:
        self._healed.set()
        self._stop_listening()
        self._closed.close()

    @property
    def base_url(self) -> str:
        """Where the server is; a host is the first part of the path."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def catalogs(self) -> dict[str, str]:
        """Per catalogue (CBS, RIVM, PDOK) what stands for `https://<host>` here."""
        return {name: f"{self.base_url}/{urlsplit(url).netloc}" for name, url in HOSTS.items()}

    def adapter(self) -> BaseAdapter:
        """A transport that answers every host, the real ones and others, from this server."""
        return RewritingAdapter(self.base_url, self._before_connecting)

    def mount(self, session: Session) -> None:
        """Let a session ask this server, whatever the address."""
        for scheme in ("https://", "http://"):
            session.mount(scheme, self.adapter())

    def asked(self, table: str, entity: str | None = None) -> list[Asked]:
        """The requests for a table, or for one of its documents."""
        return [
            item for item in self.requests if item.table == table and entity in (None, item.entity)
        ]

    def offer(self, like: str, table: str, title: str, **changes: Any) -> TableFixture:
        """Let there be one more table, like another one but for its title and these changes."""
        self.tables[table] = replace(self.tables[like], id=table, title=title, **changes)
        return self.tables[table]

    def misbehave(
        self,
        name: str,
        *,
        table: str | None = None,
        entity: str | None = None,
        nth: int | None = None,
        times: int | None = None,
        **options: Any,
    ) -> None:
        """Let a fault of FAULTS happen to the requests that fit, from the nth, so many times.

        Without `nth`, `times` and `entity` the fault's own hold: faults in tables stay until
        `heal`, the others happen once, to the first request that fits.
        """
        fault = FAULTS[name]
        rule = Rule(
            fault=fault,
            table=table,
            entity=fault.entity if entity is None else entity,
            nth=nth or fault.nth,
            times=times or fault.times,
            options=options,
        )
        self._book.add(rule)

    def heal(self) -> None:
        """Forget all faults, and let go of the requests that are kept waiting."""
        self._book.clear()
        self._healed.set()
        self._healed = threading.Event()

    @contextmanager
    def out_of_order(self) -> Iterator[None]:
        """Nobody listens for a while: a real refusal, also for a client that asks directly."""
        self._stop_listening()
        try:
            yield
        finally:
            self._listen()

    def _listen(self) -> None:
        self._listener = Listener(self._port, self._respond)
        self._port = self._listener.port

    def _stop_listening(self) -> None:
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def _before_connecting(self, method: str, address: str, headers: Mapping[str, str]) -> str:
        parts = urlsplit(address)
        asked = read_request(method, f"/{parts.netloc}{parts.path}?{parts.query}", headers)
        asked.base = f"{parts.scheme}://{parts.netloc}"
        for rule in self._book.due(asked, _BEFORE):
            asked.faults.append(rule.fault.name)
            self.requests.append(asked)
            ports = {"port": self._port, "closed_port": self._closed.getsockname()[1]}
            return str(rule.fault.apply(asked, Situation(asked, {**rule.options, **ports})))
        return ""

    def _respond(self, asked: Asked, connection: socket.socket) -> bool:
        """Answer one request; whether the connection may stay open."""
        through_adapter = BASE_HEADER.lower() in asked.headers
        asked.base = asked.headers.get(BASE_HEADER.lower(), f"{self.base_url}/{asked.host}")
        rules = self._book.due(asked, frozenset(Stage) - (_BEFORE if through_adapter else set()))
        asked.faults += [rule.fault.name for rule in rules]
        self.requests.append(asked)
        line = Line(connection, self._healed)
        if len(asked.url) > self.quirks.longest_url or _any_of(rules, Stage.CONNECTION):
            line.reset()
            return False
        answering = Answering(self.tables, self.boundaries, self.quirks, self._book)
        reply = answering.reply(asked, rules)
        asked.status = reply.status
        for rule in rules:
            if rule.fault.stage is Stage.WIRE:
                rule.fault.apply(line, reply, Situation(asked, rule.options))
                return False
        send(line, reply, Situation(asked, {}))
        return True


def _any_of(rules: list[Rule], stage: Stage) -> bool:
    return any(rule.fault.stage is stage for rule in rules)

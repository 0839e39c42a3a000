from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress

import pytest

from tests.support.offline import NetworkGuard

OUTSIDE = ("192.0.2.1", 80)  # reserved for documentation, RFC 5737


def connect() -> object:
    with socket.socket() as sock:
        return sock.connect_ex(OUTSIDE)


def send() -> object:
    with socket.socket(type=socket.SOCK_DGRAM) as sock:
        return sock.sendto(b"x", OUTSIDE)


def look_up() -> object:
    return socket.getaddrinfo("example.org", 80)


@pytest.mark.parametrize("reach_out", [connect, send, look_up])
def test_refuses_and_remembers(
    reach_out: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    guard = NetworkGuard()
    with monkeypatch.context() as inner:
        guard.install(inner)
        with pytest.raises(pytest.fail.Exception, match="reached for the network"):
            reach_out()
    assert len(guard.attempts) == 1


def test_code_that_swallows_exceptions_does_not_get_away(monkeypatch: pytest.MonkeyPatch) -> None:
    guard = NetworkGuard()
    with monkeypatch.context() as inner:
        guard.install(inner)
        with suppress(BaseException):
            connect()
    assert "192.0.2.1" in guard.complaint()


def test_lets_this_machine_talk_to_itself() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()
        with socket.create_connection(address) as client:
            assert client.getpeername() == address

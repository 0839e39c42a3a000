"""A guard that lets tests talk to this machine only."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from typing import Any

import pytest


class NetworkGuard:
    """Refuses connections and name look-ups beyond loopback, and remembers them.

    The refusal is raised on the spot, and the fixture fails the test once more at its end: code
    that swallows exceptions, or a thread, would hide the first.
    """

    def __init__(self) -> None:
        self.attempts: list[str] = []

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Stand before the calls through which all traffic of Python code goes."""
        for method in ("connect", "connect_ex", "sendto"):
            monkeypatch.setattr(socket.socket, method, self._checked_call(method))
        monkeypatch.setattr(socket, "getaddrinfo", self._checked_lookup(socket.getaddrinfo))

    def complaint(self) -> str:
        """What was tried, and what to do instead."""
        tried = ", ".join(dict.fromkeys(self.attempts))
        return (
            f"this test reached for the network ({tried}); answer from a server on localhost, "
            "or mark the test `live`"
        )

    def _check(self, host: object) -> None:
        if not is_this_machine(host):
            self.attempts.append(str(host))
            pytest.fail(self.complaint())

    def _checked_call(self, method: str) -> Callable[..., Any]:
        original = getattr(socket.socket, method)

        def call(sock: socket.socket, *args: Any) -> Any:
            if sock.family in (socket.AF_INET, socket.AF_INET6):
                self._check(args[-1][0])
            return original(sock, *args)

        return call

    def _checked_lookup(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def lookup(host: bytes | str | None, *args: Any, **kwargs: Any) -> Any:
            self._check(host)
            return original(host, *args, **kwargs)

        return lookup


def is_this_machine(host: object) -> bool:
    """Whether a host name or address stays on this machine."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        return False

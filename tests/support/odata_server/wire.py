"""How an answer goes over the line, and how that goes wrong."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from http import HTTPStatus

from tests.support.odata_server.exchange import Reply, pack
from tests.support.odata_server.fault_book import Situation, Stage, fault

LONG = 30.0
"""Seconds that a slow answer takes; longer than any test waits, and cut short by `heal`."""


@dataclass(frozen=True)
class Line:
    """One open connection. `healed` ends every wait."""

    connection: socket.socket
    healed: threading.Event

    def send(self, data: bytes) -> None:
        self.connection.sendall(data)

    def wait(self, seconds: float) -> None:
        self.healed.wait(seconds)

    def reset(self) -> None:
        """Close at once, so that the other side gets a reset and no goodbye."""
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()


WireFault = Callable[[Line, Reply, Situation], None]


def send(line: Line, reply: Reply, situation: Situation) -> None:
    """Send an answer as it should be."""
    packed = pack(reply, situation.asked)
    line.send(head(packed) + packed.body)


def head(reply: Reply, length: int | None = None, **more: str) -> bytes:
    """Status line and headers; `length` may differ from what is sent."""
    headers = {"Server": "Microsoft-IIS/10.0", "Content-Type": reply.type, **reply.headers}
    if "Transfer_Encoding" not in more and reply.status not in (204, 304):
        headers["Content-Length"] = str(len(reply.body) if length is None else length)
    headers |= {name.replace("_", "-"): value for name, value in more.items()}
    phrase = HTTPStatus(reply.status).phrase
    lines = [f"HTTP/1.1 {reply.status} {phrase}"]
    lines += [f"{name}: {value}" for name, value in headers.items() if value]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def _on_wire(name: str, about: str) -> Callable[[WireFault], WireFault]:
    return fault(name, about, Stage.WIRE)


@_on_wire("connection_reset", "the connection is reset before any answer")
def _reset(line: Line, _: Reply, __: Situation) -> None:
    line.reset()


@_on_wire("no_answer", "the connection is closed without any answer, as in February 2026")
def _silent(line: Line, _: Reply, __: Situation) -> None:
    line.connection.shutdown(socket.SHUT_RDWR)


@_on_wire("no_http", "the answer is not HTTP")
def _babble(line: Line, _: Reply, __: Situation) -> None:
    line.send(b"\x15\x03\x01\x00\x02\x02\x16\r\n\r\n")
    line.connection.shutdown(socket.SHUT_RDWR)


@_on_wire("slow_first_byte", "nothing comes for a while, then the answer (seconds)")
def _slow(line: Line, reply: Reply, situation: Situation) -> None:
    line.wait(situation.option("seconds", LONG))
    send(line, reply, situation)


@_on_wire("drip", "the body comes a few bytes at a time (seconds between them, size)")
def _drip(line: Line, reply: Reply, situation: Situation) -> None:
    size, pause = situation.option("size", 1), situation.option("seconds", 0.05)
    line.send(head(reply))
    for start in range(0, len(reply.body), size):
        line.send(reply.body[start : start + size])
        line.wait(pause)


@_on_wire("stalled_body", "half of the body comes, and then nothing for a while (seconds)")
def _stalled(line: Line, reply: Reply, situation: Situation) -> None:
    half = len(reply.body) // 2
    line.send(head(reply) + reply.body[:half])
    line.wait(situation.option("seconds", LONG))
    line.send(reply.body[half:])


@_on_wire("reset_in_body", "the connection is reset halfway the body")
def _reset_in_body(line: Line, reply: Reply, _: Situation) -> None:
    line.send(head(reply) + reply.body[: len(reply.body) // 2])
    line.wait(0.05)
    line.reset()


@_on_wire("truncated_body", "the connection is closed halfway the body")
def _truncated(line: Line, reply: Reply, _: Situation) -> None:
    line.send(head(reply) + reply.body[: len(reply.body) // 2])
    line.connection.shutdown(socket.SHUT_RDWR)


@_on_wire("truncated_chunks", "a chunked body is closed without its end")
def _chunks(line: Line, reply: Reply, _: Situation) -> None:
    line.send(head(reply, Transfer_Encoding="chunked"))
    half = reply.body[: len(reply.body) // 2]
    line.send(f"{len(half):x}\r\n".encode() + half + b"\r\n")
    line.connection.shutdown(socket.SHUT_RDWR)


@_on_wire("truncated_gzip", "a compressed body ends halfway, with the length of what is there")
def _truncated_gzip(line: Line, reply: Reply, situation: Situation) -> None:
    packed = _packed(reply, situation)
    half = packed.body[: len(packed.body) // 2]
    line.send(head(packed, len(half)) + half)


@_on_wire("corrupt_gzip", "a compressed body is no gzip")
def _corrupt_gzip(line: Line, reply: Reply, situation: Situation) -> None:
    packed = _packed(reply, situation)
    body = b"\x00" * 20 + packed.body[20:]
    line.send(head(packed) + body)


def _packed(reply: Reply, situation: Situation) -> Reply:
    long = replace(reply, body=reply.body + b" " * 1000)
    situation.asked.headers["accept-encoding"] = "gzip"
    return pack(long, situation.asked)


@_on_wire("length_too_large", "Content-Length says more than there is; the connection is closed")
def _too_large(line: Line, reply: Reply, _: Situation) -> None:
    line.send(head(reply, len(reply.body) + 100) + reply.body)
    line.connection.shutdown(socket.SHUT_RDWR)


@_on_wire("length_too_small", "Content-Length says less than there is")
def _too_small(line: Line, reply: Reply, _: Situation) -> None:
    line.send(head(reply, max(len(reply.body) - 10, 0)) + reply.body)
    line.connection.shutdown(socket.SHUT_RDWR)


@_on_wire("huge_body", "the answer is followed by a sea of blanks (megabytes)")
def _huge(line: Line, reply: Reply, situation: Situation) -> None:
    size = int(situation.option("megabytes", 64))
    line.send(head(reply, len(reply.body) + size * 2**20) + reply.body)
    for _ in range(size):
        line.send(b" " * 2**20)


@_on_wire("gzip_bomb", "a small compressed body that unpacks to a sea of blanks (megabytes)")
def _bomb(line: Line, reply: Reply, situation: Situation) -> None:
    size = int(situation.option("megabytes", 64))
    packed = _packed(replace(reply, body=reply.body + b" " * (size * 2**20)), situation)
    line.send(head(packed) + packed.body)


@_on_wire("endless_body", "the body never ends")
def _endless(line: Line, reply: Reply, _: Situation) -> None:
    line.send(head(reply, Transfer_Encoding="chunked"))
    while not line.healed.is_set():
        line.send(b"1000\r\n" + b" " * 0x1000 + b"\r\n")
        line.wait(0.001)

"""Stop when the system asks, as after Ctrl-C: whatever is half done is cleaned up first."""

from __future__ import annotations

import signal
from types import FrameType

_FAILED = 128
"""Shells add this to the number of the signal that ended a program."""

_INTERRUPT = int(signal.SIGINT)
_ENDING = {
    int(getattr(signal, f"SIG{name}")): name
    for name in ("HUP", "TERM")
    if hasattr(signal, f"SIG{name}")
}

STOPPED = {name: _FAILED + number for number, name in _ENDING.items()}
"""Exit code per signal."""


class Stopped(SystemExit):
    """The system asked us to stop.

    Attributes:
        name: of the signal, such as TERM.
    """

    def __init__(self, number: int) -> None:
        super().__init__(_FAILED + number)
        self.name = _ENDING[number]


class _Asked:
    """Which signal came, and whether it has to wait."""

    number: int | None = None
    held = False


def listen() -> None:
    """From now on a signal ends the program with an exception; one that is ignored stays so."""
    for number in (_INTERRUPT, *_ENDING):
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _stop)


def hold() -> None:
    """Let a signal wait: what is done now must not be cut in two."""
    _Asked.held = True


def release() -> None:
    """Stop now if a signal came meanwhile, or one of which the exception was lost in a library.

    Raises:
        Stopped, KeyboardInterrupt: if so.
    """
    _Asked.held = False
    if _Asked.number is not None:
        _raise(_Asked.number)


def _stop(number: int, _: FrameType | None) -> None:
    again, _Asked.number = _Asked.number is not None, number
    for ending in _ENDING:
        signal.signal(ending, signal.SIG_IGN)  # nothing may stop the cleaning up
    if again or not _Asked.held:
        _raise(number)


def _raise(number: int) -> None:
    if number == _INTERRUPT:
        raise KeyboardInterrupt
    raise Stopped(number)

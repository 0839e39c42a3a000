from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from wijkprofiel.cli import signals


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(signals._Asked, "number", None)
    monkeypatch.setattr(signals._Asked, "held", False)
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    kept = {number: signal.getsignal(number) for number in numbers}
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signals.listen()
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def send(number: int) -> None:
    os.kill(os.getpid(), number)


def test_a_signal_ends_the_program_with_the_code_of_shells() -> None:
    with pytest.raises(signals.Stopped) as stopped:
        send(signal.SIGTERM)
    assert (stopped.value.code, stopped.value.name) == (143, "TERM")


def test_a_second_signal_does_not_stop_the_cleaning_up() -> None:
    with pytest.raises(signals.Stopped):
        send(signal.SIGTERM)
    send(signal.SIGTERM)


def test_a_signal_that_was_ignored_stays_so() -> None:
    send(signal.SIGHUP)
    signals.release()


@pytest.mark.parametrize(
    ("number", "error"),
    [(signal.SIGTERM, signals.Stopped), (signal.SIGINT, KeyboardInterrupt)],
)
def test_a_signal_waits_for_what_must_not_be_cut_in_two(
    number: int, error: type[BaseException]
) -> None:
    signals.hold()
    send(number)
    with pytest.raises(error):
        signals.release()


def test_a_second_ctrl_c_does_not_wait() -> None:
    signals.hold()
    send(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        send(signal.SIGINT)


def test_a_signal_of_which_the_exception_was_lost_is_found_again() -> None:
    """As a library does that calls us back from C."""
    with pytest.raises(signals.Stopped):
        send(signal.SIGTERM)
    with pytest.raises(signals.Stopped):
        signals.release()

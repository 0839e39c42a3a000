"""Run the command line as a user runs it, in an empty folder."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from wijkprofiel.cli.app import run


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """A function that runs `wijkprofiel` with these words, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WIJKPROFIEL_DATA", str(tmp_path / "eigen"))
    monkeypatch.setenv("COLUMNS", "120")

    def run_command(*words: str) -> Ended:
        code = run(list(words))
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Ended(code, captured.out, captured.err)

    return run_command


@pytest.fixture
def hears_signals() -> Iterator[None]:
    """What runs in the background may ignore Ctrl-C or a hangup; a child takes that over."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    hangup = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGINT, before)
    signal.signal(signal.SIGHUP, hangup)

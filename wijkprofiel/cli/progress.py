"""How far a pull is: rows, rate and the time that is left, where there is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from wijkprofiel.cli.console import say
from wijkprofiel.words.formatting import number

if TYPE_CHECKING:
    from wijkprofiel.archive.pulling import Watcher


class _Quiet:
    """Says nothing."""

    def begin(self, table: str, rows: int) -> None:
        """Nothing."""

    def received(self, table: str, rows: int) -> None:
        """Nothing."""

    def end(self, table: str) -> None:
        """Nothing."""


class _Lines(_Quiet):
    """One line per table, for a log."""

    def begin(self, table: str, rows: int) -> None:
        """Name the table."""
        say(f"{table}: {number(rows)} rijen ophalen." if rows else f"{table}: ophalen.")


@contextmanager
def watching(*, quiet: bool) -> Iterator[Watcher]:
    """A watcher that suits this terminal."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield _Quiet() if quiet else _Lines()
        return
    from wijkprofiel.cli.progress_bars import Bars

    with Bars() as bars:
        yield bars

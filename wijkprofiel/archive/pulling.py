"""Fetch a table into a snapshot: piece by piece, to be continued after any interruption.

Every piece is checked before it is kept, and the snapshot that was there is only replaced by a
whole new one. A table that changes while it is fetched is fetched anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from wijkprofiel.archive.snapshots import SnapshotInfo, snapshot_info, write_snapshot
from wijkprofiel.archive.unfinished import Unfinished
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.sources.tables import SourceTable, Topic

C = TypeVar("C")


class Fetchable(Protocol[C]):
    """A table that comes in pieces."""

    @property
    def id(self) -> str:
        """Name of the snapshot."""

    @property
    def modified(self) -> str:
        """State of the table at its source."""

    @property
    def request(self) -> str:
        """What is asked for."""

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What its columns are about; nothing for a map."""

    @property
    def warnings(self) -> Sequence[str]:
        """What it lacks without being unusable."""

    @property
    def chunks(self) -> Sequence[C]:
        """The pieces, in order."""

    def size(self, chunk: C) -> int:
        """Number of rows of a piece, as far as known."""

    def fetch(self, chunk: C) -> Any:
        """One piece, checked."""

    def still_the_same(self) -> bool:
        """Whether the table is still in the state it was in."""

    def assemble(self, frames: Sequence[Any], retrieved_at: str) -> SourceTable:
        """All pieces as one table."""

    def description(self) -> dict[str, Any]:
        """What to keep of the table's description for a later run."""


class Watcher(Protocol):
    """Is told how far a fetch is."""

    def begin(self, table: str, rows: int) -> None:
        """A table with so many rows is going to be fetched."""

    def received(self, table: str, rows: int) -> None:
        """So many rows came in, or were in already."""

    def end(self, table: str) -> None:
        """The table is complete."""


@dataclass(frozen=True)
class _Fetch(Generic[C]):
    """The pieces of one state of one table."""

    table: Fetchable[C]
    kept: Unfinished
    workers: int
    watcher: Watcher

    def frames(self) -> list[Any]:
        """All pieces in order; those that are not in yet are fetched first."""
        self.watcher.begin(self.table.id, sum(self.table.size(c) for c in self.table.chunks))
        for number, chunk in self._all():
            if self.kept.has(number):
                self.watcher.received(self.table.id, self.table.size(chunk))
        while missing := [(n, chunk) for n, chunk in self._all() if not self.kept.has(n)]:
            self._fetch(missing)
        read = [self.kept.read(number) for number, _ in self._all()]
        # A piece that cannot be read back is gone now; then it is fetched again.
        return read if all(frame is not None for frame in read) else self.frames()

    def _all(self) -> Iterator[tuple[int, C]]:
        return iter(enumerate(self.table.chunks))

    def _fetch(self, missing: Sequence[tuple[int, C]]) -> None:
        with ThreadPoolExecutor(self.workers) as pool:
            waiting = [pool.submit(self._one, number, chunk) for number, chunk in missing]
            try:
                for done in as_completed(waiting):
                    self.watcher.received(self.table.id, done.result())
            except BaseException:
                _cancel(waiting)
                raise

    def _one(self, number: int, chunk: C) -> int:
        self.kept.keep(number, self.table.fetch(chunk))
        return self.table.size(chunk)


def _cancel(waiting: Sequence[Future[int]]) -> None:
    """Requests that are under way end by themselves; the others are not begun."""
    for future in waiting:
        future.cancel()


def is_current(table: Fetchable[Any], snapshots: Path) -> SnapshotInfo | None:
    """The snapshot of a table if it is of the same request and state."""
    info = snapshot_info(snapshots, table.id)
    if info is None or (info.request, info.modified_at) != (table.request, table.modified):
        return None
    return info


def pull_table(
    table: Fetchable[C], snapshots: Path, *, workers: int, retrieved_at: str, watcher: Watcher
) -> SnapshotInfo | None:
    """Fetch a table and replace its snapshot; None if it changed meanwhile.

    Args:
        snapshots: folder of the snapshots.
        workers: requests at the same time.
        retrieved_at: the moment that the snapshot bears.

    Raises:
        SourceUnreachableError, SourceChangedError: if it does not come whole; what did come is
            kept for the next time.
        OutputError: if the folder cannot be written.
    """
    kept = Unfinished.of(snapshots, table.id)
    kept.begin(table.request, table.modified, table.description())
    frames = _Fetch(table, kept, workers, watcher).frames()
    if not table.still_the_same():
        kept.forget()
        return None
    info = write_snapshot(snapshots, table.assemble(frames, retrieved_at))
    kept.forget()
    watcher.end(table.id)
    return info


def restless(name: str) -> SourceChangedError:
    """The error for a table that keeps changing while it is fetched."""
    return SourceChangedError(
        f"Tabel {name} veranderde telkens tijdens het ophalen.",
        remedy="De bron wordt nu bijgewerkt; probeer het over een uur opnieuw.",
    )

"""What was fetched of a table so far, so that a fetch that was stopped can go on.

A folder beside the snapshots holds one file per piece and a record of what was asked for, of which
state of the table. If either is another one, everything is fetched anew.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wijkprofiel.archive.snapshots import read_frame, write_frame
from wijkprofiel.disk.files import read_json, write_json

FOLDER = ".ophalen"
"""Folder inside that of the snapshots."""

_RECORD = "stand.json"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The pieces of one table that are in."""

    folder: Path

    @classmethod
    def of(cls, snapshots: Path, name: str) -> Unfinished:
        """The pieces of a table, by the name of its snapshot."""
        return cls(snapshots / FOLDER / name)

    def begin(self, request: str, modified: str, description: dict[str, Any]) -> None:
        """Go on with what is there if it is of the same request and state, else begin anew.

        Raises:
            OutputError: if the folder cannot be written.
        """
        record = self._record()
        if (record.get("request"), record.get("modified")) == (request, modified):
            return
        self.forget()
        write_json(
            self.folder / _RECORD,
            {"request": request, "modified": modified, "description": description},
        )

    def description(self, modified: str) -> dict[str, Any] | None:
        """The table's description as it was kept, if it is of this state of the table."""
        record = self._record()
        found = record.get("description") if record.get("modified") == modified else None
        return found if isinstance(found, dict) else None

    def has(self, number: int) -> bool:
        """Whether a piece is in."""
        return self._path(number).is_file()

    def keep(self, number: int, frame: Any) -> None:
        """Keep a piece; it is there whole or not at all.

        Raises:
            OutputError: if the folder cannot be written.
        """
        write_frame(self._path(number), frame)

    def read(self, number: int) -> Any | None:
        """A piece; None if it cannot be read, after which it has to be fetched again."""
        frame = read_frame(self._path(number))
        if frame is None:
            self._path(number).unlink(missing_ok=True)
        return frame

    def forget(self) -> None:
        """Throw away all pieces."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _record(self) -> dict[str, Any]:
        try:
            record = read_json(self.folder / _RECORD)
        except (OSError, ValueError):
            return {}
        return record if isinstance(record, dict) else {}

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:05}.parquet"

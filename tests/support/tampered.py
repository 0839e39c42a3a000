"""Copies of the shipped edition that somebody changed, with a manifest that was made to fit."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from wijkprofiel.disk.files import sha256_of
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

SHIPPED = SHIPPED_DATA / "2020.sqlite"
GEMEENTE, WIJK = "GM0344", "WK034403"
SHOWN = ("eenzaam", "18+", 2020)
"""A figure that stands in every profile."""

Row = dict[str, Any]


def copy_of_shipped(folder: Path, name: str = "x") -> Path:
    """A copy with its manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.sqlite"
    shutil.copy(SHIPPED, path)
    shutil.copy(SHIPPED.with_suffix(".json"), path.with_suffix(".json"))
    return path


def alter(path: Path, statement: str, *values: object) -> None:
    """Change the tables, and make the manifest fit the file."""
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement, values)
    connection.close()
    fit(path)


def fit(path: Path, **changes: Any) -> None:
    """Make the manifest say what the file is."""
    manifest = path.with_suffix(".json")
    stored = json.loads(manifest.read_text(encoding="utf-8"))
    stored |= {"sha256": sha256_of(path), "size": path.stat().st_size, **changes}
    manifest.write_text(json.dumps(stored), encoding="utf-8")


def alter_row(path: Path, change: Callable[[Row], object], code: str = GEMEENTE) -> None:
    """Change the row of a gemeente."""
    connection = sqlite3.connect(path)
    ((stored,),) = connection.execute("SELECT data FROM areas WHERE code = ?", (code,))
    row = json.loads(zlib.decompress(stored))
    change(row)
    with connection:
        data = zlib.compress(json.dumps(row).encode())
        connection.execute("UPDATE areas SET data = ? WHERE code = ?", (data, code))
    connection.close()
    fit(path)


def slot(path: Path = SHIPPED, figure: tuple[str, str, int] = SHOWN) -> int:
    """Where a figure stands in a row."""
    connection = sqlite3.connect(path)
    query = "SELECT slot FROM figures WHERE indicator = ? AND age = ? AND period = ?"
    ((found,),) = connection.execute(query, figure).fetchall()
    connection.close()
    return int(found)


def column_of(row: Row) -> list[Any]:
    """The packed column of the figure that is shown."""
    column: list[Any] = row["columns"][row["v"][slot()]]
    return column

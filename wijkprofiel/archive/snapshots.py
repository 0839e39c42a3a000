"""Snapshots: source tables kept exactly as they were given.

A snapshot is a few Parquet files and a sidecar, `<id>.json`, that is written last: it names the
files with their sha256, the publisher's table with its own modification date and licence, where
and when it was fetched, and what is known of the columns. The same table gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from wijkprofiel.archive.exclusive import alone_in
from wijkprofiel.configuration.editions import ImportRecipe
from wijkprofiel.disk.files import read_json, replacing, sha256_of, write_json
from wijkprofiel.domain.errors import OutputError, SourceChangedError
from wijkprofiel.domain.map_flaws import MapFlaw, MapRemark
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.reasons import detail
from wijkprofiel.sources.local_files import read_table
from wijkprofiel.sources.tables import Roles, SourceTable, Topic

FORMAT = 1
"""Version of the layout of a snapshot."""


@dataclass(frozen=True, slots=True)
class SnapshotInfo:
    """What the sidecar says of a snapshot, as far as an edition cites it.

    Attributes:
        sha256: hash of the rows.
        rows: number of rows.
        request, modified_at, gemeente: what was asked for, of which state of the table.
        map_remarks: what was wrong with its outlines.
    """

    id: str
    origin: Origin
    url: str | None
    retrieved_at: str | None
    sha256: str
    rows: int
    request: str | None = None
    modified_at: str | None = None
    gemeente: str | None = None
    map_remarks: tuple[MapRemark, ...] = ()


def import_tables(recipe: ImportRecipe, copy: Path, snapshots: Path) -> SnapshotInfo:
    """Read a local copy of a table and keep it as a snapshot.

    Args:
        recipe: which files there are and what their columns hold.
        copy: folder with those files.
        snapshots: folder to keep the snapshot in.

    Raises:
        SourceChangedError: if the copy is not as the recipe says.
        OutputError: if the snapshot cannot be written, another command is at work there, or the
            copy lies where the snapshots are.
    """
    if copy.resolve() == snapshots.resolve():
        raise OutputError(
            f"{copy} is de map van de momentopnamen zelf; wat daar staat, blijft zoals het is.",
            remedy="Zet de kopie in een eigen map, en noem die.",
        )
    table = read_table(recipe, copy)
    with alone_in(snapshots):
        return write_snapshot(snapshots, table)


def write_snapshot(folder: Path, table: SourceTable) -> SnapshotInfo:
    """Write a table with its sidecar; a snapshot of the same name is replaced.

    Everything is written beside the old files first. Once the new sidecar stands there, the change
    is certain: who is stopped while the files get their names is finished by the next reader.

    Raises:
        OutputError: if the folder cannot be written.
    """
    finish_replacing(folder, table.id)
    parts = {
        name: _write_part(folder / f"{table.id}.{name}.parquet", frame)
        for name, frame in _frames(table).items()
    }
    sidecar = {
        "format": FORMAT,
        "id": table.id,
        "origin": asdict(table.origin),
        "url": table.url,
        "retrieved_at": table.retrieved_at,
        "zero_is_empty": table.zero_is_empty,
        "untyped": table.untyped,
        "request": table.request,
        "modified_at": table.modified_at,
        "gemeente": table.gemeente,
        "roles": asdict(table.roles),
        "topics": [asdict(topic) for topic in table.topics],
        "parts": parts,
    }
    if table.map_remarks:
        sidecar["map_remarks"] = [asdict(remark) for remark in table.map_remarks]
    write_json(_new(_sidecar(folder, table.id)), sidecar)
    finish_replacing(folder, table.id)
    return _info(sidecar)


def finish_replacing(folder: Path, name: str) -> None:
    """Give new files their names if a replacement got as far as its sidecar.

    Raises:
        OutputError: if the folder cannot be written.
    """
    sidecar = _new(_sidecar(folder, name))
    if not sidecar.is_file():
        return
    try:
        for part in read_json(sidecar)["parts"].values():
            path = folder / part["file"]
            if _new(path).is_file():
                _new(path).replace(path)
        sidecar.replace(_sidecar(folder, name))
    except (OSError, ValueError, KeyError) as error:
        raise OutputError(
            f"De momentopname {name} is niet te vervangen ({detail(error)}).",
            remedy=f"Controleer of u in {folder} mag schrijven.",
        ) from error


def _new(path: Path) -> Path:
    return path.with_name(f"{path.name}.nieuw")


def _frames(table: SourceTable) -> dict[str, pd.DataFrame]:
    frames = {"rows": table.rows, "regions": table.regions, "outlines": table.outlines}
    return {name: frame for name, frame in frames.items() if frame is not None}


def _sidecar(folder: Path, name: str) -> Path:
    return folder / f"{name}.json"


def _write_part(path: Path, frame: pd.DataFrame) -> dict[str, Any]:
    write_frame(_new(path), frame)
    return {"file": path.name, "rows": len(frame), "sha256": sha256_of(_new(path))}


def write_frame(path: Path, frame: pd.DataFrame) -> None:
    """Write rows as Parquet, the same bytes for the same rows.

    Raises:
        OutputError: if the file cannot be written.
    """
    with replacing(path) as temporary:
        table = pa.Table.from_pandas(frame, preserve_index=False)
        pq.write_table(table, temporary, compression="zstd")


def read_frame(path: Path) -> pd.DataFrame | None:
    """Rows that were kept; None if there is no such file or it cannot be read."""
    try:
        return pd.read_parquet(path)
    except (OSError, ValueError, pa.ArrowException):
        return None


def _info(sidecar: Mapping[str, Any]) -> SnapshotInfo:
    rows = sidecar["parts"]["rows"]
    return SnapshotInfo(
        id=sidecar["id"],
        origin=Origin(**sidecar["origin"]),
        url=sidecar["url"],
        retrieved_at=sidecar["retrieved_at"],
        sha256=rows["sha256"],
        rows=rows["rows"],
        request=sidecar.get("request"),
        modified_at=sidecar.get("modified_at"),
        gemeente=sidecar.get("gemeente"),
        map_remarks=_map_remarks(sidecar),
    )


def _map_remarks(sidecar: Mapping[str, Any]) -> tuple[MapRemark, ...]:
    return tuple(
        MapRemark(
            MapFlaw(stored["flaw"]),
            stored["code"],
            stored["name"],
            None if stored["place"] is None else (stored["place"][0], stored["place"][1]),
        )
        for stored in sidecar.get("map_remarks", ())
    )


def read_snapshot(folder: Path, name: str) -> tuple[SnapshotInfo, SourceTable]:
    """Read a snapshot, after checking that its files are those that the sidecar names.

    Raises:
        SourceChangedError: if it is missing, incomplete, altered or of another layout.
    """
    sidecar = _checked(folder, name)
    try:
        parts = {p: pd.read_parquet(folder / s["file"]) for p, s in sidecar["parts"].items()}
        return _info(sidecar), _table(sidecar, parts)
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException) as error:
        raise _damaged(_sidecar(folder, name), detail(error)) from error


def _checked(folder: Path, name: str) -> dict[str, Any]:
    """The sidecar of a snapshot whose files are those that it names."""
    finish_replacing(folder, name)
    path = _sidecar(folder, name)
    if not path.is_file():
        raise SourceChangedError(
            f"De momentopname {name} staat niet in {folder}.",
            remedy=f"Haal haar op met `wijkprofiel data pull`, of lees een kopie in met"
            f" `wijkprofiel data import {name} MAP`.",
        )
    try:
        sidecar: dict[str, Any] = read_json(path)
        if sidecar["format"] != FORMAT:
            raise _damaged(path, f"indeling {sidecar['format']} in plaats van {FORMAT}")
        for stored in sidecar["parts"].values():
            if sha256_of(folder / stored["file"]) != stored["sha256"]:
                raise _damaged(path, f"{stored['file']} is veranderd sinds het inlezen")
        return sidecar
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(path, detail(error)) from error


def _damaged(path: Path, why: str) -> SourceChangedError:
    return SourceChangedError(
        f"De momentopname {path} is onleesbaar of beschadigd ({why}).",
        remedy="Haal de tabel opnieuw op, of lees de kopie opnieuw in.",
    )


def snapshot_info(folder: Path, name: str) -> SnapshotInfo | None:
    """What the sidecar says; None if there is no whole snapshot of this name."""
    try:
        return _info(_checked(folder, name))
    except SourceChangedError:
        return None


def sidecar_hash(folder: Path, name: str) -> str | None:
    """The sha256 of what is known of a snapshot, its files included; None if it is not whole."""
    if snapshot_info(folder, name) is None:
        return None
    return sha256_of(_sidecar(folder, name))


def snapshot_topics(folder: Path, name: str) -> tuple[Topic, ...] | None:
    """The topics of a snapshot; None if there is no whole snapshot of this name."""
    try:
        return tuple(Topic(**topic) for topic in _checked(folder, name)["topics"])
    except SourceChangedError:
        return None


def _table(sidecar: Mapping[str, Any], parts: Mapping[str, pd.DataFrame]) -> SourceTable:
    return SourceTable(
        id=sidecar["id"],
        origin=Origin(**sidecar["origin"]),
        rows=parts["rows"],
        roles=Roles(**sidecar["roles"]),
        topics=tuple(Topic(**topic) for topic in sidecar["topics"]),
        url=sidecar["url"],
        retrieved_at=sidecar["retrieved_at"],
        zero_is_empty=sidecar["zero_is_empty"],
        untyped=sidecar.get("untyped", False),
        request=sidecar.get("request"),
        modified_at=sidecar.get("modified_at"),
        gemeente=sidecar.get("gemeente"),
        regions=parts.get("regions"),
        outlines=parts.get("outlines"),
        map_remarks=_map_remarks(sidecar),
    )

"""What can go: unfinished fetches, leftovers of writing, and snapshots that no edition uses."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from wijkprofiel.domain.errors import OutputError
from wijkprofiel.domain.reasons import reason
from wijkprofiel.store.files import read_json
from wijkprofiel.store.snapshots import FORMAT
from wijkprofiel.store.unfinished import FOLDER

_LEFTOVER = re.compile(
    r"\.[\w.-]+\.(json|parquet)(\.nieuw)?\.\w{8}"  # what `replacing` writes
    r"|[\w-]+\.json\.nieuw"
    r"|[\w-]+\.(rows|regions|outlines)\.parquet(\.nieuw)?"
)
"""Names that only we give."""


@dataclass(frozen=True, slots=True)
class Prunable:
    """One file or folder that can go, and why."""

    path: Path
    why: str
    size: int


def prunable(snapshots: Path, used: Collection[str]) -> list[Prunable]:
    """What can go of a folder with snapshots, and of those of single gemeenten inside it.

    Args:
        used: names of the snapshots that editions use.
    """
    folders = [snapshots, *sorted(path for path in snapshots.glob("gm*") if path.is_dir())]
    return [item for folder in folders if folder.is_dir() for item in _in(folder, used)]


def _in(folder: Path, used: Collection[str]) -> Iterator[Prunable]:
    for unfinished in sorted((folder / FOLDER).glob("*")):
        yield Prunable(unfinished, "onvoltooide ophaling", _size(unfinished))
    named = set()
    for sidecar in sorted(folder.glob("*.json")):
        parts = _parts(sidecar)
        if not parts:
            continue
        named |= {sidecar.name, *parts}
        if sidecar.stem not in used:
            for name in (*parts, sidecar.name):
                path = folder / name
                if path.is_file():
                    yield Prunable(path, "geen editie gebruikt deze tabel", _size(path))
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name not in named and _is_ours(path):
            yield Prunable(path, "overblijfsel van een afgebroken opdracht", _size(path))


def _parts(sidecar: Path) -> list[str]:
    try:
        read = read_json(sidecar)
        ours = read["format"] == FORMAT and read["id"] == sidecar.stem
        return [str(part["file"]) for part in read["parts"].values()] if ours else []
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []


def _is_ours(path: Path) -> bool:
    """Only what we write ourselves: a stranger's file is left alone."""
    return _LEFTOVER.fullmatch(path.name) is not None


def _size(path: Path) -> int:
    if path.is_file():
        return path.stat().st_size
    return sum(each.stat().st_size for each in path.rglob("*") if each.is_file())


def prune(items: Collection[Prunable]) -> None:
    """Throw it away.

    Raises:
        OutputError: if something cannot be removed.
    """
    for item in items:
        try:
            if item.path.is_dir():
                shutil.rmtree(item.path)
            else:
                item.path.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError(
                f"{item.path} is niet te verwijderen ({reason(error)}).",
                remedy="Controleer of u in deze map mag schrijven.",
            ) from error

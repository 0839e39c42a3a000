"""What can go: unfinished fetches, leftovers of writing, and snapshots that no edition uses."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from wijkprofiel.archive.exclusive import alone_in
from wijkprofiel.archive.snapshots import FORMAT
from wijkprofiel.archive.unfinished import FOLDER
from wijkprofiel.disk.files import read_json
from wijkprofiel.domain.errors import OutputError
from wijkprofiel.domain.reasons import reason

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
    return _found(_folders(snapshots), used)


def prune(snapshots: Path, used: Collection[str]) -> list[Prunable]:
    """Throw away what can go, while no other command is at work in any of the folders.

    Args:
        used: names of the snapshots that editions use.

    Raises:
        OutputError: if another command is at work there, after which everything is still there; or
            if something cannot be removed.
    """
    folders = _folders(snapshots)
    with ExitStack() as locks:
        for folder in folders:
            locks.enter_context(alone_in(folder))
        found = _found(folders, used)
        for item in found:
            _remove(item.path)
    return found


def _folders(snapshots: Path) -> list[Path]:
    """The folder of the country and those of single gemeenten, as far as they are there."""
    gemeenten = sorted(snapshots.glob("gm*"))
    return [folder for folder in (snapshots, *gemeenten) if folder.is_dir()]


def _found(folders: Collection[Path], used: Collection[str]) -> list[Prunable]:
    return [item for folder in folders for item in _in(folder, used)]


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


def _remove(path: Path) -> None:
    try:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(
            f"{path} is niet te verwijderen ({reason(error)}).",
            remedy="Controleer of u in deze map mag schrijven.",
        ) from error

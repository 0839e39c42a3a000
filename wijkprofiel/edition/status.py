"""Which editions there are, from their manifests alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from wijkprofiel.domain.errors import EditionError
from wijkprofiel.edition.manifest import Manifest, read_manifest

SUFFIX = ".sqlite"


@dataclass(frozen=True, slots=True)
class EditionStatus:
    """One edition file that was found.

    Attributes:
        path: the edition file.
        manifest: what it holds; None if that cannot be read.
        problem: in Dutch, why not, or what does not fit.
    """

    path: Path
    manifest: Manifest | None
    problem: str | None = None


def edition_files(folders: Iterable[Path]) -> list[Path]:
    """Edition files in these folders, in the order of the folders and then by name.

    An edition that occurs in more than one folder is taken from the first: the user's own.
    """
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            found.setdefault(path.name, path)
    return list(found.values())


def edition_status(folders: Iterable[Path]) -> list[EditionStatus]:
    """What is known of the editions in these folders, in the same order."""
    return [_status(path) for path in edition_files(folders)]


def _status(path: Path) -> EditionStatus:
    try:
        manifest = read_manifest(path)
    except EditionError as error:
        return EditionStatus(path, None, error.message)
    size = path.stat().st_size
    if size == manifest.size:
        return EditionStatus(path, manifest)
    problem = f"het bestand is {size} bytes groot, volgens {path.stem}.json {manifest.size}"
    return EditionStatus(path, manifest, problem)

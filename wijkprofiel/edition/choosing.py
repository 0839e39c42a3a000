"""Which edition a run reads: by name, or the newest; and whether it is the one it should be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from wijkprofiel.domain.errors import EditionError
from wijkprofiel.edition.manifest import Manifest, read_manifest
from wijkprofiel.edition.reader import Edition
from wijkprofiel.edition.restoring import how_to_restore


def newest(paths: Sequence[Path], shipped: Path) -> Path:
    """The newest of the user's own editions of the whole country, else of ours.

    Args:
        paths: all editions, of which there is at least one.
        shipped: the folder with ours.

    Raises:
        EditionError: if the manifest of one to choose from is missing or damaged.
    """
    whole = [path for path in paths if path.parent == shipped or _is_whole(path)]
    own = [path for path in whole if path.parent != shipped]
    return max(own or whole or paths, key=_age)


def _is_whole(path: Path) -> bool:
    """Whether an edition is of the whole country, as far as its manifest tells."""
    try:
        return read_manifest(path).only is None
    except EditionError:
        return True


def _age(path: Path) -> tuple[str, str]:
    """What the newest edition has most of: its date, and then its name."""
    info = read_manifest(path).info
    return info.as_of, info.id


def open_checked(path: Path) -> Edition:
    """Open an edition of which the file is the one that its manifest names.

    Raises:
        EditionError: if it is missing, damaged, altered, or not of its manifest.
    """
    manifest = _manifest(path)
    while True:
        try:
            edition = Edition.open(path, manifest.sha256)
            break
        except EditionError:
            # Another command may have replaced the two since the manifest was read.
            again = read_manifest(path)
            if again == manifest:
                raise
            manifest = again
    if edition.info != manifest.info:
        edition.close()
        raise EditionError(
            f"De editie {path} en {path.stem}.json horen niet bij elkaar.",
            remedy=how_to_restore(path.stem),
        )
    return edition


def _manifest(path: Path) -> Manifest:
    try:
        return read_manifest(path)
    except EditionError:
        Edition.open(path).close()  # of a file that is no edition at all, that is told
        raise


def no_such_edition(name: str, known: Sequence[str]) -> EditionError:
    """The error for a name that no edition has."""
    return EditionError(
        f"Editie '{name}' is er niet.",
        remedy=f"Kies uit: {', '.join(known) or 'geen'}. Zie `wijkprofiel data status`.",
    )

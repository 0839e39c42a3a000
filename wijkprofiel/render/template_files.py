"""The files that templates are made of: their names, and a fingerprint of what is in them."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from wijkprofiel.disk.regular_files import is_inside, read_regular
from wijkprofiel.yaml_files.paths import SHIPPED_TEMPLATES

OURS = "wijkprofiel"
"""A user's template extends ours by this prefix: `wijkprofiel/profiel.html.j2`."""

LARGEST_TEMPLATE = 1_000_000
"""Bytes."""

_TEXTS = frozenset({".j2", ".css"})
_OF_THE_SYSTEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What a system leaves in a folder that somebody looked into."""


@lru_cache(maxsize=1)
def our_templates() -> str:
    """The sha256 of all templates that come with wijkprofiel."""
    names = files_in(SHIPPED_TEMPLATES)
    written = (f"{name} {digest(SHIPPED_TEMPLATES / name)}" for name in names)
    return sha256("\n".join(written).encode()).hexdigest()


def files_in(folder: Path) -> list[str]:
    """The names of all files in a folder, as a template writes them, in one order everywhere."""
    found = (path for path in folder.rglob("*") if path.name not in _OF_THE_SYSTEM)
    return sorted(path.relative_to(folder).as_posix() for path in found if path.is_file())


def digest(path: Path, within: Path | None = None) -> str | None:
    """The sha256 of a file; None for one that no page can use.

    Args:
        within: the folder of which a page may use files, with every link followed.
    """
    if within is not None and not is_inside(path, [within]):
        return None
    found = content(path)
    return None if found is None else sha256(found).hexdigest()


def content(path: Path) -> bytes | None:
    """What is in a file, with the ends of the lines of a text as on every system.

    None for what is no file that a page can use.
    """
    try:
        found = read_regular(path, LARGEST_TEMPLATE)
    except OSError:
        return None
    if found is None or path.suffix not in _TEXTS:
        return found
    return found.replace(b"\r\n", b"\n")

"""Paths that somebody named: whether this machine lets us look, and where they really lie."""

from __future__ import annotations

from pathlib import Path

from wijkprofiel.domain.errors import UsageError
from wijkprofiel.domain.reasons import reason


def reachable(path: Path) -> Path:
    """A path that was named, whether something is there or not.

    Raises:
        UsageError: if this machine does not let us look: a name too long, a folder that is closed.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return path
    except OSError as error:
        raise UsageError(f"{path} is niet te lezen ({reason(error)}).") from None
    return path


def real(path: Path) -> Path:
    """Where a path really lies; a loop of links lies where it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()

"""Paths that somebody named, and that this machine may not let us look at."""

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

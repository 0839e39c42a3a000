"""Open a file that a user names, without trusting what lies there.

A name may lead to a pipe that never ends, a device, or a file of eight gigabytes; waiting for it
or holding it in memory would stop the whole run.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_regular(path: Path, largest: int) -> bytes | None:
    """What a file holds, or None if that is more than `largest` bytes.

    Raises:
        OSError: it cannot be opened or read, is no regular file, or has a name that cannot be.
    """
    try:
        _require_regular(path.stat().st_mode)  # before opening: to open a device may already act
        opened = os.open(path, _FLAGS)
    except ValueError:  # a zero byte, or half of a character
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL)) from None
    with os.fdopen(opened, "rb") as file:
        _require_regular(os.fstat(opened).st_mode)
        content = file.read(largest + 1)  # some files grow, or say that they are empty
    return content if len(content) <= largest else None


def is_inside(path: Path, folders: Iterable[Path]) -> bool:
    """Whether a path really lies in one of these folders, with every link followed."""
    try:
        real = path.resolve()
        return any(real.is_relative_to(folder.resolve()) for folder in folders)
    except (OSError, RuntimeError, ValueError):  # links that go round; a zero byte
        return False


def _require_regular(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))

"""Writing files so that no reader ever sees half of one, and nothing of the user's is lost.

Everything that wijkprofiel writes is written by `replacing`. A new file is made beside its target
and takes its name when all went well; until then it has a name that only we give, and is held
with a lock of the system. What a killed process left is therefore told from what another process
is writing: the one can be locked, the other cannot. The next run that writes in a folder throws
away what it can lock.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from wijkprofiel.disk.outputs import Outputs
from wijkprofiel.domain.errors import OutputError
from wijkprofiel.domain.reasons import reason

if sys.platform != "win32":
    import fcntl

_TEMPORARY = re.compile(r"\.wijkprofiel-\d+-\d+\.tmp")
_NUMBERS = count()


@contextmanager
def replacing(path: Path, outputs: Outputs | None = None) -> Iterator[Path]:
    """Give a new file beside `path` to write; it takes that name when all went well.

    It keeps the permissions of the file that it replaces; a new one gets what the user's umask
    leaves.

    Args:
        outputs: what else this run reads and writes, none of which may be written over.

    Raises:
        OutputError: if the folder or the file cannot be written, or something stands there that is
            not ours to replace.
    """
    if outputs is not None:
        outputs.refuse_input(path)
    temporary, handle = None, None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        check_target(path)
        _tidy(path.parent.resolve())
        temporary, handle = _new_file(path.parent)
        yield temporary
        _keep_permissions(path, temporary)
        check_target(path)
        temporary.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        if handle is not None:
            os.close(handle)


def cannot_write(path: Path, error: OSError) -> OutputError:
    """The error for a file that the machine does not let us write."""
    return OutputError(
        f"{path} is niet te schrijven ({reason(error)}).",
        remedy="Controleer of de map bestaat, of u er mag schrijven en of er ruimte is.",
    )


def check_target(path: Path) -> None:
    """Refuse to replace what is no regular file: a device, a pipe, a link, a folder.

    Raises:
        OutputError: if something else than a regular file stands there.
        OSError: if it is a folder, or this machine does not let us look.
    """
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        link = stat.S_ISLNK(mode)
        raise OutputError(
            f"{path} is een verwijzing en blijft zoals het is."
            if link
            else f"{path} is geen gewoon bestand en blijft zoals het is.",
            remedy="Kies een andere naam voor het bestand dat u wilt maken.",
        )


def _new_file(folder: Path) -> tuple[Path, int | None]:
    """A new empty file with the permissions that the umask leaves, and the lock that holds it."""
    while True:
        path = folder / f".wijkprofiel-{os.getpid()}-{next(_NUMBERS)}.tmp"
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666)
            if sys.platform == "win32":
                os.close(handle)
                return path, None
            if _hold(path, handle):
                return path, handle
            os.close(handle)
        except FileExistsError:
            continue
        except BaseException:  # a signal, before anybody else knows of the file
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise


def _hold(path: Path, handle: int) -> bool:
    """Lock a new file; False if somebody who tidies up threw it away just before."""
    with suppress(OSError):  # a file system without locks
        fcntl.flock(handle, fcntl.LOCK_EX)
    return path.exists()  # nobody else makes a file of this name


def _keep_permissions(path: Path, temporary: Path) -> None:
    with suppress(FileNotFoundError):
        temporary.chmod(stat.S_IMODE(path.lstat().st_mode) & 0o777)


@cache
def _tidy(folder: Path) -> None:
    """Throw away what killed processes left in a folder; once per folder and process."""
    with suppress(OSError):
        for path in leftovers(folder):
            remove_leftover(path)


def leftovers(folder: Path) -> list[Path]:
    """Unfinished files of ours in a folder that no process is writing any more."""
    found = []
    for path in sorted(folder.iterdir()):
        if is_temporary(path):
            with _abandoned(path) as abandoned:
                found += [path] if abandoned else []
    return found


def is_temporary(path: Path) -> bool:
    """Whether a file has a name that only we give, and only while it is written."""
    return _TEMPORARY.fullmatch(path.name) is not None


def remove_leftover(path: Path) -> None:
    """Throw an unfinished file away, unless a process turns out to be writing it.

    Raises:
        OSError: if it cannot be removed.
    """
    with _abandoned(path) as abandoned:
        if abandoned:
            path.unlink(missing_ok=True)


@contextmanager
def _abandoned(path: Path) -> Iterator[bool]:
    """Whether nobody holds a file; meanwhile we do. Without locks we cannot know, and leave it."""
    handle = None
    try:
        if sys.platform != "win32":
            with suppress(OSError):
                handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
        yield handle is not None and _is_free(handle)
    finally:
        if handle is not None:
            os.close(handle)


def _is_free(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return stat.S_ISREG(os.fstat(handle).st_mode)


def write_json(path: Path, value: object) -> None:
    """Write readable JSON, the same bytes for the same value."""
    write_text(path, json_text(value) + "\n")


def json_text(value: object) -> str:
    """Readable JSON, the same text for the same value."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)


def write_text(path: Path, text: str, outputs: Outputs | None = None) -> None:
    """Write a text in UTF-8 with the line ends that it has.

    Raises:
        OutputError: see `replacing`.
    """
    with replacing(path, outputs) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="")


def read_json(path: Path) -> Any:
    """Read JSON.

    Raises:
        OSError, ValueError: if it cannot be read or is no JSON.
    """
    return json.loads(path.read_text(encoding="utf-8"))


def sha256_of(path: Path) -> str:
    """Hash of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

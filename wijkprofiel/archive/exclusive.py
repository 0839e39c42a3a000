"""One command at a time in a folder with snapshots.

Two that fetch into one folder, say a nightly job and whoever starts it by hand because it seems to
hang, would throw away each other's unfinished work. So would one that tidies up, and one that
imports replaces the same files. The lock is the system's own: it ends with the process that holds
it, however that ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from wijkprofiel.domain.errors import OutputError
from wijkprofiel.domain.reasons import reason

LOCK = ".bezig"


@contextmanager
def alone_in(snapshots: Path) -> Iterator[None]:
    """Keep other commands out of a folder while this one changes it.

    Raises:
        OutputError: if another command is at work there, or the folder cannot be written.
    """
    try:
        snapshots.mkdir(parents=True, exist_ok=True)
        lock = FileLock(snapshots / LOCK, timeout=0)
        lock.acquire()
    except Timeout as error:
        raise OutputError(
            f"Een andere opdracht is al bezig in {snapshots}.",
            remedy="Wacht tot die klaar is, of kies met --data-dir een andere map.",
        ) from error
    except OSError as error:
        raise OutputError(
            f"{snapshots} is niet te schrijven ({reason(error)}).",
            remedy="Controleer of de map bestaat, of u er mag schrijven en of er ruimte is.",
        ) from error
    try:
        yield
    finally:
        lock.release()

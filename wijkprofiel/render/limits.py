"""How long a template of somebody else may compute, and how much it may keep.

A template cannot ask for a milliard rounds at once, but it can put one loop inside another.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from wijkprofiel.disk.alone import one_at_a_time
from wijkprofiel.domain.errors import RenderError

T = TypeVar("T")
_ONE_LIMIT = one_at_a_time()
"""Memory is limited for the whole process: the second would take the first's limit for usual."""
_AGAIN_S = 0.5
"""After which a limit is told again, where a library kept the first time to itself."""
_REMEDY = "Kijk welke lus of macro in uw sjabloon te vaak rondgaat, of haal het sjabloon weg."


@contextmanager
def limited_time(seconds: float) -> Iterator[None]:
    """Stop what takes more time of the processor than this; on Unix, in the main thread.

    Raises:
        RenderError: it did.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() != threading.main_thread():
        yield
        return

    def stop(*_: Any) -> None:
        raise RenderError(
            f"Uw sjablonen zijn na {seconds:g} seconden rekenen nog niet klaar.", remedy=_REMEDY
        )

    before = signal.signal(signal.SIGVTALRM, stop)
    around = signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, *around)  # one limit may lie within another
        signal.signal(signal.SIGVTALRM, before)


def limited(work: Callable[[], T], *, seconds: float, memory: int) -> T:
    """Do something within limits of time and memory.

    An error keeps what it came from alive, and a run keeps its errors: what was made until then
    is let go.

    Raises:
        RenderError: it took too long.
        MemoryError: it asked for too much.
    """
    try:
        with _ONE_LIMIT, limited_time(seconds), limited_memory(memory):
            return work()
    except Exception as error:
        _let_go(error)
        raise error


def _let_go(error: BaseException | None) -> None:
    while error is not None:
        error.__traceback__ = None
        error = error.__cause__ or error.__context__


@contextmanager
def limited_memory(most: int) -> Iterator[None]:
    """Let what asks for more than this end in a MemoryError; on Linux.

    Args:
        most: bytes on top of what the process has.
    """
    used = _address_space()
    if used is None:
        yield
        return
    import resource

    before, highest = resource.getrlimit(resource.RLIMIT_AS)
    known = [limit for limit in (before, highest) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min([used + most, *known]), highest))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, highest))


def _address_space() -> int | None:
    """Bytes of address space that this process has, where the system tells."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return None
    import resource

    return pages * resource.getpagesize()

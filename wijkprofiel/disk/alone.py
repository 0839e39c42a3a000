"""One thread at a time, also where the process is copied meanwhile."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from threading import RLock


def one_at_a_time() -> AbstractContextManager[object]:
    """A lock for what belongs to the process: its environment, its limits, one open database.

    A process that is copied (`os.fork`) waits until nobody holds it. Otherwise the copy would have
    a lock that no thread of it can let go of, and what was set for a while would stay set. Who
    holds several of these takes them against the order in which they were made.
    """
    lock = RLock()
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(
            before=lock.acquire, after_in_parent=lock.release, after_in_child=lock.release
        )
    return lock

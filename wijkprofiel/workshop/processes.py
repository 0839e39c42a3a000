"""Many areas on more than one core: processes that draw, and one that writes.

Each process has a workshop of its own and touches nothing outside itself: it gets a task through a
pipe and gives bytes back. Only the process that was started by the user knows what else the run
reads and writes, gives files their names, and talks; so it does that in the order in which the
areas were asked for, and who stops it has stopped all. A process that draws owns nothing that has
to be put away, and is ended by killing it.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Self

from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.errors import EditionError, RenderError
from wijkprofiel.render.formats import OutputFormat
from wijkprofiel.workshop.tasks import Finished, Made, Task, as_failure
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop, placed

_SPAWN = multiprocessing.get_context("spawn")
_AHEAD = 4
"""Areas per process that may be finished before one that was asked for earlier."""
_ENDING_S = 5
_WORTH_IT = 10
"""Areas that a second process has to make before it costs less time than it takes to start."""
_STOPPING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGHUP", "SIGTERM") if hasattr(signal, name)
)


def usual_jobs(tasks: int, formats: Sequence[OutputFormat], cores: int) -> int:
    """The number of processes that is quickest: one more has to earn what it takes to start."""
    least = 1 if OutputFormat.PDF in formats else _WORTH_IT
    return max(1, min(cores, tasks // least))


def build(
    shop: Workshop,
    tasks: Sequence[Task],
    formats: Sequence[OutputFormat],
    output: Path,
    jobs: int,
) -> Generator[Made, None, None]:
    """Make and write the documents of each area, in the order of the tasks.

    What is written and told is the same whatever the number of processes. Close the iterator if
    it is not read to its end: the processes end with it.
    """
    size = min(jobs, len(tasks))
    if size <= 1:
        yield from shop.build(tasks, formats, output)
        return
    files = shop.files(formats, output)
    equipment = Equipment.of(shop, formats, output)
    with Crew(equipment, tasks, lambda task: shop.drawn(task, files)) as crew:
        crew.hire(size)
        for finished in crew.finished():
            yield placed(finished, files)


@dataclass(frozen=True)
class Equipment:
    """What a process needs to draw what another one would.

    Attributes:
        edition: the name of the edition.
        info: what it has to be, also if somebody replaced the file meanwhile.
        collecting: after how many new objects Python looks for cycles.
    """

    place: Workplace
    edition: str
    info: EditionInfo
    catalogue: Catalogue
    formats: tuple[OutputFormat, ...]
    output: Path
    collecting: tuple[int, int, int]

    @classmethod
    def of(cls, shop: Workshop, formats: Sequence[OutputFormat], output: Path) -> Equipment:
        """What the others need to draw as this workshop does."""
        edition = shop.edition
        return cls(
            place=shop.place,
            edition=edition.path.stem,
            info=edition.info,
            catalogue=shop.catalogue,
            formats=tuple(formats),
            output=output,
            collecting=gc.get_threshold(),
        )

    def workshop(self) -> Workshop:
        """The same workshop again.

        Raises:
            EditionError: if the edition is not there any more, or became another.
        """
        shop = Workshop(self.place, self.edition, self.catalogue)
        if shop.edition.info != self.info:
            shop.edition.close()
            raise EditionError(
                f"De editie {self.edition} is vervangen terwijl deze opdracht ermee werkte.",
                remedy="Geef de opdracht opnieuw.",
            )
        return shop


class Crew:
    """Some processes at work on the same tasks.

    Args:
        here: draws in this process; for when there are no others.
    """

    def __init__(
        self, equipment: Equipment, tasks: Sequence[Task], here: Callable[[Task], Finished]
    ) -> None:
        self._equipment, self._here = equipment, here
        self._todo = deque(enumerate(tasks))
        self._ready: dict[int, Finished] = {}
        self._next = 0
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.end()

    def hire(self, size: int) -> None:
        """Start processes, or as many as the machine lets us."""
        hired: list[_Worker] = []
        with suppress(OSError):
            for _ in range(size):
                hired.append(_Worker.started())
                self._workers.append(hired[-1])
        for worker in hired:
            worker.hand(self._equipment)

    def finished(self) -> Iterator[Finished]:
        """What became of each task, in order."""
        while True:
            self._hand_out()
            if self._next in self._ready:
                yield self._ready.pop(self._next)
                self._next += 1
            elif busy := [worker for worker in self._workers if worker.task]:
                self._collect(busy)
            else:
                return

    def _hand_out(self) -> None:
        for worker in self._workers:
            if worker.task is None and self._may_go_on():
                worker.task = self._todo.popleft()
                worker.hand(worker.task[1])
        if not self._workers and self._todo and self._next not in self._ready:
            number, task = self._todo.popleft()
            self._ready[number] = self._here(task)

    def _may_go_on(self) -> bool:
        """Whether there is a task, not so far ahead that what is made would fill the memory."""
        return bool(self._todo) and self._todo[0][0] < self._next + _AHEAD * len(self._workers)

    def _collect(self, busy: Sequence[_Worker]) -> None:
        ready = wait([worker.pipe for worker in busy])
        for worker in busy:
            if worker.pipe in ready and worker.task is not None:
                number, task = worker.task
                answer = worker.answer()
                self._ready[number] = answer or self._lost(worker, task)

    def _lost(self, worker: _Worker, task: Task) -> Finished:
        """What became of a task whose process is gone; another takes its place."""
        how = worker.end()
        self._workers.remove(worker)
        if self._todo:
            self.hire(1)
        area = task.area
        error = RenderError(
            f"Het proces dat {area.name} ({area.code}) maakte, is onverwacht gestopt ({how}).",
            remedy="Vaak is er dan te weinig geheugen. Maak dit gebied opnieuw, met --jobs 1.",
        )
        return Finished(Made(area, error=error))


@dataclass
class _Worker:
    """A process, seen from the one that started it.

    Attributes:
        task: what it is drawing, with its place in the order.
    """

    process: multiprocessing.context.SpawnProcess
    pipe: Connection
    task: tuple[int, Task] | None = field(default=None)

    @classmethod
    def started(cls) -> _Worker:
        """Start one.

        Raises:
            OSError: if the machine does not let us.
        """
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=work, args=(theirs,), daemon=True)
        try:
            with _signals_waiting():
                process.start()
        except OSError:
            ours.close()
            raise
        finally:
            theirs.close()  # who reads from a pipe of which all other ends are closed, notices
        return cls(process, ours)

    def hand(self, item: Equipment | Task) -> None:
        """Give it something; that it is gone turns out when its answer is waited for."""
        with suppress(OSError):
            self.pipe.send(item)

    def answer(self) -> Finished | None:
        """What it made; None if it is gone."""
        self.task = None
        try:
            finished: Finished = self.pipe.recv()
        except (EOFError, OSError):
            return None
        return finished

    def end(self) -> str:
        """End it, if it has not ended, and say how it ended."""
        self.pipe.close()
        self.process.join(_ENDING_S)
        self.process.kill()
        self.process.join()
        code = self.process.exitcode or 0
        with suppress(ValueError):
            return f"signaal {signal.Signals(-code).name.removeprefix('SIG')}"
        return f"code {code}"


@contextmanager
def _signals_waiting() -> Iterator[None]:
    """Start a process that no signal reaches until it says what to do with them (see `work`)."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # starting it would let signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def work(pipe: Connection) -> None:
    """Draw what comes through a pipe until it closes; all that a process of a crew does."""
    _leave_signals_to_parent()
    serve(pipe)


def _leave_signals_to_parent() -> None:
    """Ctrl-C and a closed window reach every process; what then happens is told by one of them.

    A process ends at once with the one that started it, whatever it is drawing.
    """
    for number in _STOPPING:
        if number != signal.SIGTERM:
            signal.signal(number, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPING)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def serve(pipe: Connection) -> None:
    """Answer each task with what was made of it, until nobody is there to ask."""
    with suppress(EOFError, OSError):
        equipment: Equipment = pipe.recv()
        gc.set_threshold(*equipment.collecting)
        desk = _Desk(equipment)
        while True:
            pipe.send(desk.finished(pipe.recv()))


class _Desk:
    """A workshop that opens with the first task, so that what is wrong with it is told of that."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment

    @cached_property
    def _shop(self) -> Workshop:
        return self._equipment.workshop()

    def finished(self, task: Task) -> Finished:
        try:
            shop = self._shop
        except Exception as error:
            return Finished(Made(task.area, error=as_failure(error)))
        return shop.drawn(task, shop.files(self._equipment.formats, self._equipment.output))

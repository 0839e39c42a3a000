"""The processes of a build: what they get, what they give back, and what if there are none."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import Pipe
from pathlib import Path
from typing import Any

import pytest

from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import EditionError
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.render.formats import OutputFormat
from wijkprofiel.workshop import processes
from wijkprofiel.workshop.processes import Crew, Equipment, _Worker, build, serve, usual_jobs
from wijkprofiel.workshop.tasks import Finished, Made, Task
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.paths import SearchPath

HTML, PDF, JSON = OutputFormat.HTML, OutputFormat.PDF, OutputFormat.JSON


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workshop]:
    with Workshop(Workplace(SearchPath.with_user_folder(None), tmp_path / "eigen")) as opened:
        yield opened


@pytest.fixture
def tasks(shop: Workshop) -> list[Task]:
    return [Task(Area.of(each)) for each in shop.edition.regions(RegionLevel.WIJK, "GM0344")]


@pytest.mark.parametrize(
    ("tasks", "formats", "cores", "jobs"),
    [
        *((1, [PDF], 8, 1), (2, [HTML, PDF], 8, 2), (10, [PDF], 4, 4), (0, [PDF], 4, 1)),
        *((10, [HTML], 8, 1), (19, [HTML, JSON], 8, 1), (20, [HTML], 8, 2), (3177, [JSON], 8, 8)),
        (3177, [HTML, PDF], 1, 1),
    ],
)
def test_one_more_has_to_earn_what_it_costs(
    tasks: int, formats: list[OutputFormat], cores: int, jobs: int
) -> None:
    assert usual_jobs(tasks, formats, cores) == jobs


def answers(equipment: Equipment, tasks: list[Task]) -> list[Finished]:
    """What a process would answer, from a thread of this one; it ends when nobody asks on."""
    ours, theirs = Pipe()
    served = threading.Thread(target=serve, args=(theirs,))
    served.start()
    ours.send(equipment)
    found = []
    for task in tasks:
        ours.send(task)
        found.append(ours.recv())
    ours.close()
    served.join(30)
    assert not served.is_alive()
    return found


def test_a_process_draws_what_this_one_draws(shop: Workshop, tasks: list[Task]) -> None:
    equipment = Equipment.of(shop, [HTML, JSON], Path("profielen"))
    assert equipment.collecting == gc.get_threshold()
    files = shop.files([HTML, JSON], Path("profielen"))
    found = answers(equipment, tasks[:2])
    assert found == [shop.drawn(task, files) for task in tasks[:2]]
    assert [each.path.suffix for each in found[0].files] == [".html", ".json"]


def test_an_edition_that_was_replaced_is_told_of_each_area(
    shop: Workshop, tasks: list[Task]
) -> None:
    equipment = Equipment.of(shop, [JSON], Path("profielen"))
    other = replace(equipment, info=replace(equipment.info, content="0" * 64))
    with pytest.raises(EditionError, match="De editie 2020 is vervangen terwijl"):
        other.workshop()
    found = answers(other, tasks[:2])
    assert [each.made.area for each in found] == [task.area for task in tasks[:2]]
    assert all(isinstance(each.made.error, EditionError) for each in found)


def test_without_other_processes_this_one_draws(
    shop: Workshop, tasks: list[Task], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> _Worker:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(_Worker, "started", refused)
    found = list(build(shop, tasks[:3], [JSON], tmp_path, 2))
    assert [made.area for made in found] == [task.area for task in tasks[:3]]
    assert all(made.files[0].exists() for made in found)


class _Slow:
    """A process that is not there: it answers when it is told to, or turns out to be gone."""

    made: list[_Slow] = []  # noqa: RUF012 - emptied by the test

    def __init__(self) -> None:
        self.task: tuple[int, Task] | None = None
        self.given: list[Any] = []
        self.process = self
        self.pipe, self._other = Pipe()
        _Slow.made.append(self)

    def hand(self, item: Any) -> None:
        self.given.append(item)

    def be_ready(self) -> None:
        self._other.send(None)

    def answer(self) -> Finished | None:
        self.pipe.recv()
        task, self.task = self.task, None
        return None if task is None or "lost" in self.given else Finished(Made(task[1].area))

    def kill(self) -> None:
        """It owns nothing."""

    def end(self) -> str:
        return "signaal KILL"


@pytest.fixture
def crew(
    shop: Workshop, tasks: list[Task], monkeypatch: pytest.MonkeyPatch
) -> tuple[Crew, list[Any]]:
    monkeypatch.setattr(processes._Worker, "started", _Slow)
    _Slow.made.clear()
    equipment = Equipment.of(shop, [JSON], Path("profielen"))
    made = Crew(equipment, tasks, lambda task: Finished(Made(task.area)))
    made.hire(2)
    return made, _Slow.made


def test_results_come_in_order_and_nobody_runs_too_far_ahead(
    crew: tuple[Crew, list[Any]], tasks: list[Task], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first is finished last; until then the other makes four areas each for two, no more."""
    monkeypatch.setattr(processes, "_AHEAD", 2)
    at_work, (slow, quick) = crew
    waited: list[int] = []

    def wait(pipes: list[Any]) -> list[Any]:
        waited.append(len(pipes))
        worker = quick if quick.pipe in pipes else slow
        worker.be_ready()
        return [worker.pipe]

    monkeypatch.setattr(processes, "wait", wait)
    found = [each.made.area for each in at_work.finished()]
    assert found == [task.area for task in tasks]
    assert waited[:4] == [2, 2, 2, 1]  # three of four, and then there is only the slow one


def test_another_takes_the_place_of_one_that_is_gone(
    crew: tuple[Crew, list[Any]], tasks: list[Task], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work, made = crew
    made[1].hand("lost")

    def wait(pipes: list[Any]) -> list[Any]:
        for worker in made:
            if worker.pipe in pipes:
                worker.be_ready()
        return pipes

    monkeypatch.setattr(processes, "wait", wait)
    found = [each.made for each in at_work.finished()]
    assert [each.area for each in found] == [task.area for task in tasks]
    lost = [each for each in found if each.error]
    assert [each.area for each in lost] == [tasks[1].area]
    assert "(WK034402) maakte, is onverwacht gestopt (signaal KILL)." in str(lost[0].error)
    assert len(made) == 3


def test_how_a_process_ended_is_told(tasks: list[Task]) -> None:
    worker = _Worker.started()
    assert worker.process.is_alive()
    os.kill(worker.process.pid or 0, signal.SIGKILL)
    worker.hand(tasks[0])
    assert worker.answer() is None
    assert worker.end() == "signaal KILL"
    assert not worker.process.is_alive()

"""Run commands as fresh processes and note what they cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile
from typing import IO

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took; `parts` are seconds per repetition that the process measured itself."""

    cpu_s: float
    wall_s: float
    memory_mib: float
    parts: dict[str, list[float]]


@dataclass
class Job:
    """A command line, with what each run of it took.

    Attributes:
        reports: whether the process prints measurements of its own, as JSON.
    """

    key: str
    arguments: Sequence[str]
    reports: bool = False
    costs: list[Cost] = field(default_factory=list)

    def run(self) -> None:
        """Run once, as a fresh process."""
        self.costs.append(run(self.key, self.arguments, reports=self.reports))

    @property
    def cpu_s(self) -> float:
        """Median of user and system CPU seconds."""
        return median(cost.cpu_s for cost in self.costs)

    @property
    def lowest_cpu_s(self) -> float:
        """The run that was troubled least by others."""
        return min(cost.cpu_s for cost in self.costs)

    @property
    def wall_s(self) -> float:
        """Median of the time that passed."""
        return median(cost.wall_s for cost in self.costs)

    @property
    def lowest_wall_s(self) -> float:
        """The shortest time that passed."""
        return min(cost.wall_s for cost in self.costs)

    @property
    def memory_mib(self) -> float:
        """Highest peak of memory."""
        return max(cost.memory_mib for cost in self.costs)

    def part(self, name: str) -> list[float]:
        """The median of one part in each run."""
        return [median(cost.parts[name]) for cost in self.costs]


def run(name: str, arguments: Sequence[str], *, reports: bool) -> Cost:
    """Run Python once and note CPU time, wall time and peak memory of the process alone.

    Raises:
        SystemExit: if the process failed, with what it said.
    """
    started = time.perf_counter()
    with TemporaryFile() as out, TemporaryFile() as talk:
        process = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=_as_a_user(), stdout=out, stderr=talk
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output, said = _text(out), _text(talk)
    if process.returncode:
        raise SystemExit(f"{name} stopt met code {process.returncode}:\n{said}")
    return Cost(
        cpu_s=usage.ru_utime + usage.ru_stime,
        wall_s=time.perf_counter() - started,
        memory_mib=usage.ru_maxrss / 1024,
        parts=json.loads(output) if reports else {},
    )


def _as_a_user() -> dict[str, str]:
    """The environment, in which Python keeps what it compiles.

    Machines for automatic jobs often forbid that; then every process compiles all of its libraries
    again, which takes longer than the work that is measured here.
    """
    return {
        name: value
        for name, value in os.environ.items()  # noqa: TID251 - it is handed on
        if name != "PYTHONDONTWRITEBYTECODE"
    }


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")


def interleaved(jobs: Sequence[Job], rounds: int) -> None:
    """Run all jobs in turn, so that a busy neighbour troubles all alike; the first is a warm-up."""
    for job in jobs:
        run(job.key, job.arguments, reports=job.reports)
    for number in range(rounds):
        for job in jobs:
            job.run()
        sys.stderr.write(f"ronde {number + 1} van {rounds}\n")

"""Progress bars with rows, rate and remaining time."""

from __future__ import annotations

from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from wijkprofiel.words.formatting import number


class _Rate(ProgressColumn):
    """Rows per second."""

    def render(self, task: Task) -> Text:
        """The rate, once there is one."""
        return Text(f"{number(round(task.speed))} per seconde" if task.speed else "")


class Bars:
    """One bar per table."""

    def __init__(self) -> None:
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed:.0f}/{task.total:.0f} rijen"),
            _Rate(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
        )
        self._tasks = dict[str, Task]()

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def begin(self, table: str, rows: int) -> None:
        """Start, or begin anew."""
        if table in self._tasks:
            self._progress.remove_task(self._tasks[table].id)
        added = self._progress.add_task(table, total=rows)
        self._tasks[table] = next(task for task in self._progress.tasks if task.id == added)

    def received(self, table: str, rows: int) -> None:
        """Move on."""
        self._progress.advance(self._tasks[table].id, rows)

    def end(self, table: str) -> None:
        """Show it as complete."""
        task = self._tasks[table]
        self._progress.update(task.id, completed=task.total)

"""Talk to the user on stderr; stdout is for what the command makes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TypeVar

import typer

from wijkprofiel.domain.area import Area, as_area
from wijkprofiel.domain.errors import AmbiguousRegionError, WijkprofielError
from wijkprofiel.domain.regions import Region
from wijkprofiel.words.formatting import MISSING, number

T = TypeVar("T")


def say(text: str, *, end: bool = True) -> None:
    """A line of talk; where nobody takes it, the work goes on."""
    try:
        typer.echo(text, nl=end, err=True)
    except OSError:
        # What is left in the buffer would turn up again as an error at the very end.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def show_error(error: WijkprofielError) -> None:
    """An expected failure: what went wrong, and what to do."""
    say(f"Fout: {error.message}")
    if isinstance(error, AmbiguousRegionError):
        show_areas(error.candidates, to_stderr=True)
    if error.remedy:
        say(error.remedy)


def show_all_and_raise(errors: Sequence[WijkprofielError]) -> None:
    """Show every error; the last is left to who ends the command, for its exit code.

    Raises:
        WijkprofielError: the last error, if there is one.
    """
    for error in errors[:-1]:
        show_error(error)
    if errors:
        raise errors[-1]


def tracked(items: Iterable[T], total: int, *, quiet: bool) -> Iterator[T]:
    """Pass items on, with a progress bar where there is a terminal to show it on."""
    if quiet or total < 2 or sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, "Profielen", total, console=Console(stderr=True))


def show_areas(areas: Sequence[Area | Region], *, to_stderr: bool = False) -> None:
    """A table of areas to choose from."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("naam", "soort", "gemeente", "code"):
        table.add_column(heading)
    table.add_column("inwoners", justify="right")
    for area in map(as_area, areas):
        people = MISSING if area.inhabitants is None else number(area.inhabitants)
        nameable = area.is_union and area.composed is None  # its name is what finds it
        homes = area.gemeente_name if area.composed is None else f"{len(area.members)} gemeenten"
        code = MISSING if nameable else area.code
        table.add_row(area.name, area.kind.value, homes, code, people)
    console = Console(stderr=to_stderr, highlight=False, soft_wrap=True)
    with console.capture() as drawn:
        console.print(table)
    if to_stderr:
        say(drawn.get(), end=False)
    else:
        typer.echo(drawn.get(), nl=False)

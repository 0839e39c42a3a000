"""What `build` was asked to make: names on the command line and in a list, looked up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wijkprofiel.cli.console import say, show_all_and_raise
from wijkprofiel.disk.regular_files import read_regular
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import UsageError, WijkprofielError
from wijkprofiel.domain.reasons import reason
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.words.formatting import enumeration
from wijkprofiel.workshop.tasks import Made, Task, as_failure, refuse_second
from wijkprofiel.workshop.workshop import Workshop

LARGEST_LIST = 1_000_000
MOST_ERRORS = 20
LONGEST_NAME = 8
"""Words of a name that may have been typed without quotes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One name or profile file; `place` is its line in a list, such as `wijken.txt:2`."""

    name: str
    place: str | None = None


def asked_for(areas: Sequence[str], lists: Sequence[Path], *, every: bool) -> list[Asked]:
    """Everything that was named, on the command line and in files.

    Raises:
        UsageError: if nothing was named, or names stand beside `--all`.
    """
    asked = [*map(Asked, areas), *(item for path in lists for item in _listed(path))]
    if every and asked:
        raise UsageError(
            "Bij --all horen geen namen: het maakt alle wijken van de gemeente.",
            remedy="Laat --all weg, of laat de namen weg.",
        )
    if not asked and not every:
        where = (
            f"In {enumeration([str(path) for path in lists])} staat geen naam."
            if lists
            else "Het argument GEBIED ontbreekt."
        )
        raise UsageError(
            where, remedy="Noem een gebied, of gebruik --gemeente NAAM --all of --list BESTAND."
        )
    return asked


def _listed(path: Path) -> Iterator[Asked]:
    """Names in a text file: one per line; empty lines and lines after # do not count."""
    try:
        content = read_regular(path, LARGEST_LIST)
        lines = (content or b"").decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise UsageError(f"{path} is geen tekstbestand in UTF-8.") from None
    except OSError as error:
        raise UsageError(f"{path} is niet te lezen ({reason(error)}).") from None
    if content is None:
        raise UsageError(f"{path} is groter dan 1 MB; dat is geen lijst met namen.")
    for number, line in enumerate(lines, 1):
        if name := line.split("#")[0].strip():
            yield Asked(name, f"{path}:{number}")


def find_all(
    shop: Workshop, asked: Sequence[Asked], gemeenten: Sequence[str]
) -> tuple[list[Task], list[Made]]:
    """Every area or profile file that was named, before anything is written.

    A name in a list that does not fit is one of the outcomes: the rest of the list can be made.

    Raises:
        WijkprofielError: the last name on the command line that does not fit; the others are shown
            as well.
    """
    found: dict[str, tuple[str, Task]] = {}
    missed: list[Made] = []
    errors: dict[int, WijkprofielError] = {}
    for number, item in enumerate(asked):
        try:
            task = shop.asked(item.name, gemeenten)
            first, _ = found.setdefault(task.area.code, (item.name, task))
            refuse_second(first, item.name, task)
        except Exception as error:
            failure = as_failure(error)
            if item.place is None:
                errors[number] = failure
            else:
                missed.append(Made(None, error=failure, asked=f"{item.place}: {item.name}"))
        if len(errors) == MOST_ERRORS:
            say(f"Na {MOST_ERRORS} fouten zijn de overige namen niet meer bekeken.")
            break
    if errors:
        show_all_and_raise(_told(shop, asked, errors))
    return [task for _, task in found.values()], missed


def _told(
    shop: Workshop, asked: Sequence[Asked], errors: Mapping[int, WijkprofielError]
) -> list[WijkprofielError]:
    """The errors in order; words that together are one name get one, by the place of the first."""
    told = dict(errors)
    names = [item.name for item in asked if item.place is None]
    for run in _typed_apart(shop, names):
        if wrong := told.keys() & set(run):
            for number in wrong:
                del told[number]
            name = " ".join(names[number] for number in run)
            told[run.start] = UsageError(
                f"'{name}' is één naam, maar staat er als losse woorden.",
                remedy=f'Zet een naam met spaties tussen aanhalingstekens: "{name}".',
            )
    return [told[number] for number in sorted(told)]


def _typed_apart(shop: Workshop, names: Sequence[str]) -> Iterator[range]:
    """Where words in a row are the name of an area together, the longest first."""
    first = 0
    while first < len(names):
        last = min(first + LONGEST_NAME, len(names))
        runs = (range(first, end) for end in range(last, first + 1, -1))
        known = (run for run in runs if shop.areas.knows(" ".join(names[n] for n in run)))
        found = next(known, None)
        if found is not None:
            yield found
        first = first + 1 if found is None else found.stop


def whole_gemeenten(shop: Workshop, gemeenten: Sequence[str]) -> tuple[list[Task], list[Made]]:
    """All wijken of some gemeenten; one that cannot be read is one of the outcomes.

    Raises:
        UsageError: if no gemeente was named.
    """
    if not gemeenten:
        raise UsageError("Bij --all hoort --gemeente NAAM.")
    tasks, missed = [], []
    for home in shop.areas.gemeenten(gemeenten):
        for code in shop.edition.codes(RegionLevel.WIJK, home.code):
            try:
                tasks.append(Task(Area.of(shop.areas.find(code))))
            except Exception as error:
                missed.append(Made(None, error=as_failure(error), asked=code))
    return tasks, missed

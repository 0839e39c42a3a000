"""What `build` was asked to make: names on the command line and in a list, looked up."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from wijkprofiel.cli.console import say, show_all_and_raise
from wijkprofiel.configuration.profile_files import is_profile_file
from wijkprofiel.disk.reachable import reachable
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import (
    AmbiguousRegionError,
    RegionError,
    UsageError,
    WijkprofielError,
)
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.render.formats import OutputFormat
from wijkprofiel.words.formatting import enumeration
from wijkprofiel.workshop.area_lists import Listed, as_typed, read_list
from wijkprofiel.workshop.profile_folder import profiles_in
from wijkprofiel.workshop.tasks import Made, Task, as_failure, refuse_second
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.paths import SearchPath

MOST_ERRORS = 20
LONGEST_NAME = 8
"""Words of a name that may have been typed without quotes."""

_FROM_HERE = ("./", "../", "/", ".\\", "..\\")
"""How something begins that is a path, whether it is there or not."""

_HEADINGS = "Is dit een kop? Wij kennen code, naam (of wijk, buurt) en gemeente."


@dataclass(frozen=True, slots=True)
class Asked:
    """One name or profile file.

    Attributes:
        listed: the same as a line of a list.
        place: that line, such as `wijken.txt:2`, or the file in a folder; None for what was typed
            itself, and has to fit before anything is made.
    """

    name: str
    listed: Listed
    place: str | None = None

    @classmethod
    def typed(cls, text: str) -> Asked:
        """What a word of the command asks for."""
        return cls(text, as_typed(text))

    @classmethod
    def inside(cls, file: Path) -> Asked:
        """What a file in a folder asks for."""
        return cls(str(file), as_typed(str(file)), str(file))

    @classmethod
    def on(cls, path: Path, listed: Listed) -> Asked:
        """What a line of a list asks for."""
        return cls(listed.name, listed, f"{path}:{listed.line}")

    @property
    def label(self) -> str:
        """Where it was asked for, and how: with the gemeente that stands beside the name."""
        if self.place == self.name:
            return self.name
        gemeente = self.listed.gemeente
        return (
            f"{self.place}: {self.name}, {gemeente}" if gemeente else f"{self.place}: {self.name}"
        )

    def found_in(self, shop: Workshop, gemeenten: Sequence[str]) -> Task:
        """What it asks for; a gemeente beside a name goes before those of the whole command."""
        line = self.listed.among(shop.areas)
        task = shop.asked(line.name, [line.gemeente] if line.gemeente else gemeenten)
        if task.area.region is None or not line.beside:
            return task
        told = line.contradiction(shop.areas, task.area.region)
        return replace(task, warnings=(*task.warnings, f"{self.place}: {told}")) if told else task

    def explained(self, failure: WijkprofielError) -> WijkprofielError:
        """The same failure, with what else may have been meant."""
        if self.place is not None:
            more = _HEADINGS if self.listed.may_be_heading else ""
        elif isinstance(failure, RegionError) and not isinstance(failure, AmbiguousRegionError):
            more = _lies_there(self.name)
        else:
            more = ""
        failure.remedy = " ".join(filter(None, (failure.remedy, more))) or None
        return failure


def asked_for(areas: Sequence[Asked], lists: Sequence[Path], *, every: bool) -> list[Asked]:
    """Everything that was named, on the command line and in files.

    Raises:
        UsageError: if nothing was named, or names stand beside `--all`.
    """
    asked = [
        *areas,
        *(Asked.on(path, line) for path in lists for line in read_list(path)),
    ]
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


def named_by_paths(areas: Sequence[str], search: SearchPath) -> list[Asked]:
    """What was named, with a folder of profile files as its files.

    Only what is written as a path is one: `./utrecht` is a folder, `utrecht` an area.

    Raises:
        UsageError: if a folder is not there, or holds no profile files; or if an area is a format.
    """
    _refuse_formats(areas)
    return [asked for area in areas for asked in _named_by(area, search)]


def _refuse_formats(areas: Iterable[str]) -> None:
    """A blank after a comma of `--format` makes an area of the next format.

    Raises:
        UsageError: if one of the areas is a format.
    """
    known = {kind.value for kind in OutputFormat}
    for name in areas:
        if name.strip(",").lower() in known:
            raise UsageError(
                f"'{name}' is een formaat, geen gebied.",
                remedy="Zet achter --format geen spatie na de komma: --format html,pdf.",
            )


def _named_by(area: str, search: SearchPath) -> list[Asked]:
    slashes = {os.sep, os.altsep or os.sep}
    if is_profile_file(area) or not any(slash in area for slash in slashes):
        return [Asked.typed(area)]
    path = Path(area)
    if reachable(path).is_dir():
        return [Asked.inside(file) for file in profiles_in(path, search)]
    if area[-1] in slashes or area.startswith(_FROM_HERE):
        raise UsageError(
            f"{area} is geen map.",
            remedy=_lies_there(area)
            or "Noem een map met profielbestanden, een profielbestand (.yaml), of een gebied"
            " zonder schuine streep ervoor of erachter.",
        )
    return [Asked.typed(area)]  # Centrum/Oost


def _lies_there(name: str) -> str:
    """What to do about a name that something on the disk has; empty if nothing has."""
    path = Path(name)
    with suppress(OSError):  # a name too long for a disk
        if path.is_dir():
            return f"Er is wel een map {name}: schrijf {shlex.quote(f'./{name}')}."
        if path.is_file():
            return f"{name} is een bestand; een lijst noemt u met --list {shlex.quote(name)}."
    return ""


def find_all(
    shop: Workshop, asked: Sequence[Asked], gemeenten: Sequence[str]
) -> tuple[list[Task], list[Made]]:
    """Every area or profile file that was named, before anything is written.

    A name in a list that does not fit is one of the outcomes, and so is a file in a folder: the
    rest can be made.

    Raises:
        WijkprofielError: the last name on the command line that does not fit; the others are shown
            as well.
    """
    found: dict[str, tuple[str, Task]] = {}
    missed: list[Made] = []
    errors: dict[int, WijkprofielError] = {}
    for number, item in enumerate(asked):
        try:
            task = item.found_in(shop, gemeenten)
            first, earlier = found.setdefault(task.area.code, (item.name, task))
            refuse_second(first, item.name, task)
            told = tuple(dict.fromkeys([*earlier.warnings, *task.warnings]))
            found[task.area.code] = (first, replace(earlier, warnings=told))
        except Exception as error:
            failure = item.explained(as_failure(error))
            if item.place is None:
                errors[number] = failure
            else:
                missed.append(Made(None, error=failure, asked=item.label))
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
    typed = [number for number, item in enumerate(asked) if item.place is None]
    for run in _typed_apart(shop, [asked[number].name for number in typed]):
        numbers = typed[run.start : run.stop]
        if wrong := told.keys() & set(numbers):
            for number in wrong:
                del told[number]
            name = " ".join(asked[number].name for number in numbers)
            told[numbers[0]] = UsageError(
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

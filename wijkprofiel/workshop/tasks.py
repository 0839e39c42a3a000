"""What is asked of a run, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wijkprofiel.areas.told import on_one_line
from wijkprofiel.configuration.profile_files import is_profile_file
from wijkprofiel.configuration.profiles import ProfileDefinition
from wijkprofiel.documents.document import Document
from wijkprofiel.documents.profile.maker import PROFILE
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import (
    InternalError,
    PartialFailure,
    Problem,
    UsageError,
    WijkprofielError,
)
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.findings.wishes import USUAL, Wishes
from wijkprofiel.render.style import PLAIN, Style
from wijkprofiel.render.writing import Rendered


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """A profile file that something is made from: its name without folders, and what it says."""

    name: str
    record: ProfileDefinition


MOST_LINES = 20
"""Areas that failed and are named; of the others only how many there are."""


@dataclass(frozen=True, slots=True)
class Task:
    """An area, with what a profile file asks for.

    Attributes:
        documents: what is made of it.
        unprintable: texts of the file that the PDF cannot show; every other format can.
        file: the profile file that asks for it, if there is one.
        booklet: whether the booklet of the edition lies beside its documents.
        warnings: what is odd about how it was asked for.
    """

    area: Area
    wishes: Wishes = USUAL
    style: Style = PLAIN
    documents: tuple[Document, ...] = (PROFILE,)
    unprintable: tuple[Problem, ...] = ()
    file: ProfileFile | None = None
    booklet: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one area: the files that were written, or the error, or both without a PDF.

    Attributes:
        area: None if it was not found; then `asked` says where it was asked for, and how.
        imprints: what each document was made with, by the name of the document.
    """

    area: Area | None
    files: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    error: WijkprofielError | None = None
    asked: str = ""
    imprints: Mapping[str, Imprint] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The area for people."""
        return f"{self.area.name} ({self.area.code})" if self.area else self.asked


@dataclass(frozen=True, slots=True)
class Finished:
    """What was made of one area and has yet to be written.

    Attributes:
        made: what became of it, as far as it is known before its files are there.
    """

    made: Made
    files: tuple[Rendered, ...] = ()


def refuse_second(first: str, second: str, task: Task) -> None:
    """Documents are named after their area: a second would take the place of the first.

    Raises:
        UsageError: if the two may ask for something else; a repeated name is made once.
    """
    if first != second and (is_profile_file(first) or is_profile_file(second)):
        raise UsageError(
            f"'{first}' en '{second}' gaan allebei over {task.area.name} ({task.area.code})"
            " en krijgen dezelfde bestandsnaam.",
            remedy="Maak de profielen in twee opdrachten, elk met een eigen --output.",
        )


def failure_of(outcomes: Sequence[Made]) -> WijkprofielError | None:
    """What a whole run failed by: the error of its only area, or that some of several failed."""
    failed = [each for each in outcomes if each.error is not None]
    if not failed:
        return None
    if len(outcomes) == 1 and failed[0].error is not None:
        return _of_one(failed[0], failed[0].error)
    lines = "\n".join(
        f"  {item.label}: {on_one_line(item.error)}" for item in failed[:MOST_LINES] if item.error
    )
    if len(failed) > MOST_LINES:
        lines += f"\n  … en {len(failed) - MOST_LINES} andere; het verslag noemt ze (--report)"
    verb = "is" if len(failed) == 1 else "zijn"
    return PartialFailure(
        f"{len(failed)} van de {len(outcomes)} profielen {verb} niet gemaakt:\n{lines}"
    )


def _of_one(outcome: Made, error: WijkprofielError) -> WijkprofielError:
    """The error of the only area; where just its PDF failed, the run is incomplete."""
    if not outcome.files:
        return error
    message = f"Alleen de PDF van {outcome.label} is niet gemaakt:\n{error.message}"
    return PartialFailure(message, remedy=error.remedy)


def as_failure(error: Exception) -> WijkprofielError:
    """What went wrong in one area, as something that can be told beside what became of others."""
    return error if isinstance(error, WijkprofielError) else InternalError(error)

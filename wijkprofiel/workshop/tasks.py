"""What is asked of a run, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wijkprofiel.configuration.profiles import ProfileDefinition
from wijkprofiel.documents.document import Document
from wijkprofiel.documents.profile.maker import PROFILE
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import InternalError, Problem, WijkprofielError
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.findings.wishes import USUAL, Wishes
from wijkprofiel.render.style import PLAIN, Style
from wijkprofiel.render.writing import Rendered


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """A profile file that something is made from: its name without folders, and what it says."""

    name: str
    record: ProfileDefinition


@dataclass(frozen=True, slots=True)
class Task:
    """An area, with what a profile file asks for.

    Attributes:
        documents: what is made of it.
        unprintable: texts of the file that the PDF cannot show; every other format can.
        file: the profile file that asks for it, if there is one.
    """

    area: Area
    wishes: Wishes = USUAL
    style: Style = PLAIN
    documents: tuple[Document, ...] = (PROFILE,)
    unprintable: tuple[Problem, ...] = ()
    file: ProfileFile | None = None


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


def as_failure(error: Exception) -> WijkprofielError:
    """What went wrong in one area, as something that can be told beside what became of others."""
    return error if isinstance(error, WijkprofielError) else InternalError(error)

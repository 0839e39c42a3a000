"""What a run made: a summary for people, a report for machines, and the exit code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import indent
from time import perf_counter
from typing import Any

from wijkprofiel import __version__
from wijkprofiel.cli.signals import Stopped
from wijkprofiel.disk.files import json_text, write_text
from wijkprofiel.disk.outputs import Outputs
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.errors import (
    InternalError,
    OutputError,
    StrictFailure,
    WijkprofielError,
)
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.domain.reasons import reason
from wijkprofiel.workshop.tasks import Made, failure_of

_REST = 20
"""Times as long as writing the report took, before it is written again between two areas."""

_NO_AREAS = '"gebieden": []'


@dataclass
class Report:
    """Outcomes of one run, in order.

    Attributes:
        path: where the report is kept, if anywhere.
        outputs: what else the run reads and writes.
        stopped: why the run ended before its time.
    """

    edition: EditionInfo
    strict: bool
    planned: int
    path: Path | None
    outputs: Outputs
    stopped: str | None = None
    outcomes: list[Made] = field(default_factory=list)
    warnings: int = 0
    _told: list[str] = field(default_factory=list)
    _due: float = 0.0

    def add(self, outcome: Made) -> None:
        """Take in what became of one region, and keep the report unless it was kept just now.

        A report of thousands of areas takes longer to write than of ten: at most a twentieth of
        the time goes into it. What the disk does not take now is kept with a later area.
        """
        self.outcomes.append(outcome)
        self.warnings += len(outcome.warnings)
        self._told.append(indent(json_text(_as_data(outcome)), "  "))
        if perf_counter() >= self._due:
            with suppress(OutputError):
                self.write()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep the report while areas are made: before the first, and however it ends.

        Raises:
            OutputError: if it cannot be written.
        """
        if self.path is not None:
            self.outputs.claim(self.path, "het verslag")
        try:
            self.write()
            yield
        except BaseException as error:
            self.stopped = _why(error)
            with suppress(OutputError):
                self.write()
            raise
        self.write()

    @property
    def failed(self) -> list[Made]:
        """Regions that were not made."""
        return [outcome for outcome in self.outcomes if outcome.error is not None]

    def summary(self) -> str:
        """One line for people."""
        notes = sum(len(outcome.notes) for outcome in self.outcomes)
        made = len(self.outcomes) - len(self.failed)
        return (
            f"Klaar: {made} gemaakt, {len(self.failed)} mislukt,"
            f" {self.warnings} waarschuwingen, {notes} opmerkingen."
        )

    def write(self) -> None:
        """Write the report as JSON, if it is kept at all.

        Raises:
            OutputError: if the file cannot be written.
        """
        if self.path is None:
            return
        begun = perf_counter()
        write_text(self.path, self._text(), self.outputs)
        ended = perf_counter()
        self._due = ended + _REST * (ended - begun)

    def _text(self) -> str:
        failed = len(self.failed)
        made = len(self.outcomes) - failed
        head = json_text(
            {
                "versie": __version__,
                "editie": self.edition.id,
                "inhoud": self.edition.content,
                "compleet": made == self.planned,
                "afgebroken": self.stopped,
                "gevraagd": self.planned,
                "gemaakt": made,
                "mislukt": failed,
                "waarschuwingen": self.warnings,
                "gebieden": [],
            }
        )
        told = ",\n".join(self._told)
        return (
            head.replace(_NO_AREAS, f"{_NO_AREAS[:-1]}\n{told}\n ]" if told else _NO_AREAS) + "\n"
        )

    def raise_if_failed(self) -> None:
        """End the run with the exit code that fits.

        Raises:
            WijkprofielError: the error of the only region; or that some of several failed; or,
                if strict, that there were warnings.
        """
        if (failure := failure_of(self.outcomes)) is not None:
            raise failure
        if self.strict and self.warnings:
            raise StrictFailure(
                f"Er zijn waarschuwingen ({self.warnings}), en --strict staat aan.",
                remedy="Verhelp wat de waarschuwingen noemen, of laat --strict weg.",
            )


def _as_data(outcome: Made) -> dict[str, Any]:
    error, area = outcome.error, outcome.area
    return {
        "code": area and area.code,
        "naam": area.name if area else outcome.asked,
        "gemeente": area and area.gemeente_name,
        "bestanden": [_printable(path) for path in outcome.files],
        "documenten": {name: _imprint(each) for name, each in outcome.imprints.items()},
        "opmerkingen": list(outcome.notes),
        "waarschuwingen": list(outcome.warnings),
        "fout": None if error is None else _error_as_data(error),
    }


def _imprint(imprint: Imprint) -> dict[str, Any]:
    """What one document was made with, besides version and edition."""
    return {
        "instellingen": imprint.configuration,
        "eigen": list(imprint.own),
        "opdracht": imprint.command,
    }


def _error_as_data(error: WijkprofielError) -> dict[str, Any]:
    return {"code": error.exit_code, "soort": type(error).__name__, "tekst": error.message}


def _why(error: BaseException) -> str:
    """Why a run ended before its time, for who reads the report."""
    if isinstance(error, Stopped):
        return f"gestopt met het signaal {error.name}"
    if isinstance(error, KeyboardInterrupt):
        return "gestopt met Ctrl-C"
    if isinstance(error, WijkprofielError):
        return error.message
    if isinstance(error, OSError) and error.filename is None:
        return f"de uitvoer is niet te schrijven ({reason(error)})"
    if isinstance(error, Exception):
        return InternalError(error).message
    return "gestopt van buiten"


def _printable(path: Path) -> str:
    """A path as text; bytes in it that are no text become question marks."""
    return str(path).encode("utf-8", "replace").decode()

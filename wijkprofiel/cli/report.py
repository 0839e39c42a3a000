"""What a run made: a summary for people, a report for machines, and the exit code."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wijkprofiel.areas.search import on_one_line
from wijkprofiel.disk.files import write_json
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.errors import PartialFailure, StrictFailure, WijkprofielError
from wijkprofiel.workshop.workshop import Outcome

MOST_LINES = 20


@dataclass
class Report:
    """Outcomes of one run, in order. It is complete once there is one for each planned area."""

    edition: EditionInfo
    strict: bool
    planned: int
    outcomes: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Take in what became of one region."""
        self.outcomes.append(outcome)

    @property
    def failed(self) -> list[Outcome]:
        """Regions that were not made."""
        return [outcome for outcome in self.outcomes if outcome.error is not None]

    @property
    def warnings(self) -> int:
        """Number of warnings: what somebody can mend."""
        return sum(len(outcome.warnings) for outcome in self.outcomes)

    def summary(self) -> str:
        """One line for people."""
        notes = sum(len(outcome.notes) for outcome in self.outcomes)
        made = len(self.outcomes) - len(self.failed)
        return (
            f"Klaar: {made} gemaakt, {len(self.failed)} mislukt,"
            f" {self.warnings} waarschuwingen, {notes} opmerkingen."
        )

    def write(self, path: Path) -> None:
        """Write the report as JSON.

        Raises:
            OutputError: if the file cannot be written.
        """
        write_json(
            path,
            {
                "editie": self.edition.id,
                "inhoud": self.edition.content,
                "compleet": len(self.outcomes) == self.planned,
                "gevraagd": self.planned,
                "gemaakt": len(self.outcomes) - len(self.failed),
                "mislukt": len(self.failed),
                "waarschuwingen": self.warnings,
                "gebieden": [_as_data(outcome) for outcome in self.outcomes],
            },
        )

    def raise_if_failed(self) -> None:
        """End the run with the exit code that fits.

        Raises:
            WijkprofielError: the error of the only region; or that some of several failed; or,
                if strict, that there were warnings.
        """
        failed = self.failed
        if failed and len(self.outcomes) == 1 and failed[0].error is not None:
            raise _of_one(failed[0], failed[0].error)
        if failed:
            lines = "\n".join(
                f"  {item.label}: {on_one_line(item.error)}"
                for item in failed[:MOST_LINES]
                if item.error
            )
            if len(failed) > MOST_LINES:
                lines += (
                    f"\n  … en {len(failed) - MOST_LINES} andere; het verslag noemt ze (--report)"
                )
            verb = "is" if len(failed) == 1 else "zijn"
            raise PartialFailure(
                f"{len(failed)} van de {len(self.outcomes)} profielen {verb} niet gemaakt:\n{lines}"
            )
        if self.strict and self.warnings:
            raise StrictFailure(
                f"Er zijn waarschuwingen ({self.warnings}), en --strict staat aan.",
                remedy="Verhelp wat de waarschuwingen noemen, of laat --strict weg.",
            )


def _of_one(outcome: Outcome, error: WijkprofielError) -> WijkprofielError:
    """The error of the only region; where just its PDF failed, the run is incomplete."""
    if not outcome.files:
        return error
    message = f"Alleen de PDF van {outcome.label} is niet gemaakt:\n{error.message}"
    return PartialFailure(message, remedy=error.remedy)


def _as_data(outcome: Outcome) -> dict[str, Any]:
    error, region = outcome.error, outcome.region
    return {
        "code": region and region.code,
        "naam": region.name if region else outcome.asked,
        "gemeente": region and region.gemeente_name,
        "bestanden": [_printable(path) for path in outcome.files],
        "opmerkingen": list(outcome.notes),
        "waarschuwingen": list(outcome.warnings),
        "fout": None if error is None else {"code": error.exit_code, "tekst": error.message},
    }


def _printable(path: Path) -> str:
    """A path as text; bytes in it that are no text become question marks."""
    return str(path).encode("utf-8", "replace").decode()

"""What differs between two editions for one area, as Python has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.findings.between_editions.as_json import changes_as_data, changes_to_json
from wijkprofiel.findings.between_editions.changed_area import EditionChanges
from wijkprofiel.words.changes import ChangeWords


@dataclass(frozen=True)
class AreaChanges:
    """What differs between two editions for one area.

    Attributes:
        findings: every figure with its cause, without a text for readers.
    """

    findings: EditionChanges
    _catalogue: Catalogue

    @property
    def data(self) -> dict[str, Any]:
        """The same as plain data, as `json` has it."""
        return changes_as_data(self.findings)

    def json(self) -> str:
        """Everything that differs, for programs; see `docs/veranderingen.schema.json`."""
        return changes_to_json(self.findings)

    @property
    def lines(self) -> tuple[str, ...]:
        """What readers may be told: new years, other kinds of absence, and a line per cause."""
        return tuple(ChangeWords.of(self._catalogue, self.findings).lines())

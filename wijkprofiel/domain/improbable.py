"""Cells of a source that cannot be what they say: left out, and told one by one."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.domain.observation import AgeGroup

_ONE = 1
"""A single cell is never too many: a table of few areas would have no room for it."""


def too_many(wrong: int, known: int, share: float) -> bool:
    """Whether this is another column, and not a mistake in a cell.

    Args:
        wrong: number of its cells that cannot be.
        known: number of all that are filled.
        share: part of them that may be left out.
    """
    return wrong > max(_ONE, share * known)


@dataclass(frozen=True, slots=True, order=True)
class ImprobableCell:
    """One figure of a source that its unit, or its own limits, do not allow.

    Attributes:
        table: name of the snapshot.
        column: its column; of a share that we compute those of its counts.
        value: as it stands in the source.
    """

    table: str
    column: str
    region: str
    period: int
    age: AgeGroup
    value: str

    def __str__(self) -> str:
        age = "" if self.age is AgeGroup.ALL else f", {self.age}"
        return (
            f"tabel {self.table}, kolom {self.column}, {self.region} ({self.period}{age}):"
            f" {self.value}"
        )

"""What chance alone would give, in words and as a table."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from wijkprofiel.configuration.booklet_texts import CalibrationTexts
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.booklet.content import CalibrationRow, CalibrationTable
from wijkprofiel.domain.calibration import Calibration
from wijkprofiel.words.formatting import Notation

_TOLD = 0.5
"""Size of the lasting error, in spreads, that the sentence takes for an example."""


def calibration_table(texts: Texts, found: Calibration | None) -> CalibrationTable | None:
    """The table with its sentences; None where the edition has no calibration."""
    if found is None:
        return None
    said, notation = texts.boekje.ijking, Notation.of(texts)
    return CalibrationTable(
        text=" ".join(_sentences(said, found, notation)),
        rows=tuple(_rows(said, found, notation)),
    )


def _sentences(said: CalibrationTexts, found: Calibration, notation: Notation) -> Iterator[str]:
    chance = next((step for step in found.steps if step.lasting == 0), None)
    if chance is not None:
        yield said.zin.format(
            toeval=notation.number(max(1, ceil(100 * chance.with_point))),
            nu=notation.number(100 * found.with_point),
        )
    lasting = next((step for step in found.steps if step.lasting == _TOLD), None)
    if lasting is not None and found.points:
        yield said.zin_blijvend.format(
            fout=notation.number(_TOLD, 1),
            deel=notation.number(100 * lasting.points / found.points),
        )


def _rows(
    said: CalibrationTexts, found: Calibration, notation: Notation
) -> Iterator[CalibrationRow]:
    def row(name: str, points: float, share: float) -> CalibrationRow:
        return CalibrationRow(name, notation.number(points, 2), notation.number(100 * share))

    yield row(said.editie, found.points, found.with_point)
    for step in found.steps:
        fault = notation.number(step.lasting, 2)
        name = said.blijvend.format(fout=fault) if step.lasting else said.toeval
        yield row(name, step.points, step.with_point)

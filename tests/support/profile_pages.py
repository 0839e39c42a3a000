"""The pages around the themes of the hand-written profile: rounds, buurten, gaps."""

from __future__ import annotations

from collections.abc import Callable

from wijkprofiel.documents.profile.pages import (
    Gap,
    TrendLine,
    TrendTable,
    Unsaid,
)
from wijkprofiel.domain.verdict import Mark, Shape, Tone
from wijkprofiel.words.cells import Cell, Column, SourceNote

MakeCell = Callable[..., Cell]

UP = Mark(Shape.UP, Tone.FAVOURABLE)
DOWN = Mark(Shape.DOWN, Tone.UNFAVOURABLE)
RING = Mark(Shape.RING, Tone.NEUTRAL, filled=False)


def trends(columns: tuple[Column, ...], source: SourceNote, cell: MakeCell) -> TrendTable:
    """Three rounds of two indicators, the second with a round that was not measured."""

    def line(name: str, rounds: tuple[tuple[float | None, ...], ...]) -> TrendLine:
        region, *others = (tuple(cell(value) for value in values) for values in rounds)
        text = f"{name}: " + "; ".join(", ".join(c.text for c in row) for row in (region, *others))
        change = "afstand tot Nederland bleef ongeveer gelijk"
        return TrendLine(name, name, region, tuple(others), change, text)

    lines = (
        line("Voelt zich eenzaam", ((53, 54, 58), (40, 43, 49), (40, 43, 47))),
        line("Beweegt genoeg", ((None, 44, 50), (None, 52, 58), (None, 49, 50))),
    )
    return TrendTable(
        heading="De rondes van 2012, 2016 en 2020",
        years=(2012, 2016, 2020),
        columns=columns,
        lines=lines,
        source=source,
        note="Schattingen, alle rondes uit dezelfde tabel.",
    )


UNSAID = Unsaid(
    title="Wat dit profiel niet kan zeggen",
    paragraphs=(
        ("Het zijn schattingen", "De gezondheidscijfers zijn berekend; ze zijn niet geteld."),
        ("Een wijk is geen straat", "Een gemiddelde zegt niets over één straat."),
    ),
    gaps_lead="Deze onderwerpen ontbreken in open cijfers per wijk.",
    gaps=(
        Gap("Jeugd", "GGD, consultatiebureau, school", "Wie heeft hier cijfers over?", True),
        Gap("Vaccinatie", "GGD, RIVM", "Wie laat zich vaccineren?", False),
    ),
    gaps_without_room="Ook hierover ontbreken ze: vaccinatie.",
)

"""The pages around the themes of the hand-written profile: rounds, buurten, gaps."""

from __future__ import annotations

from collections.abc import Callable

from wijkprofiel.documents.profile.pages import (
    BuurtCell,
    Buurten,
    BuurtRow,
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


def buurten(source: SourceNote, cell: MakeCell) -> Buurten:
    """Three buurten, one of them without figures."""
    headers = ("Voelt zich gezond", "Voelt zich eenzaam", "Heeft moeite met rondkomen", "Rookt")

    def row(
        code: str, name: str, people: str, values: tuple[float | None, ...], mark: Mark
    ) -> BuurtRow:
        word = "gunstiger" if mark is UP else "ongunstiger"
        cells = tuple(
            BuurtCell(cell(value), RING if value is None else mark, word) for value in values
        )
        return BuurtRow(code, name, people, cells)

    return Buurten(
        title="Binnen de wijk",
        lead="Overvecht telt 3 buurten. Een gemiddelde verbergt verschillen.",
        against="Nederland",
        headers=headers,
        years=("2020",) * len(headers),
        letters=("a",) * len(headers),
        whole=row("WK034403", "hele wijk", "34.295", (70, 58, 27, 23), DOWN),
        rows=(
            row("BU03440311", "Taag- en Rubicondreef en omgeving", "4.125", (77, 54, 22, 24), DOWN),
            row("BU03440321", "Poldergebied Overvecht", "250", (84, 40, 10, 12), UP),
            row("BU03440331", "Bedrijventerrein en omgeving", "95", (None,) * 4, RING),
        ),
        spreads=("Voelt zich gezond: van 77 (Taag- en Rubicondreef) tot 84 (Poldergebied)",),
        sources=(source,),
        notes=("Vorm en kleur gaan over de vergelijking met Nederland.",),
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

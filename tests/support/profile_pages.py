"""The pages around the themes of the hand-written profile: at a glance, rounds, buurten, gaps."""

from __future__ import annotations

from collections.abc import Callable

from wijkprofiel.charts.data import Strip, StripMark
from wijkprofiel.documents.profile.pages import (
    Glance,
    KeyNumber,
    PointCard,
    PointList,
    Questions,
    TrendLine,
    TrendTable,
    Unsaid,
)
from wijkprofiel.domain.verdict import Mark, Shape, Tone
from wijkprofiel.words.cells import Cell, Column, Row, SourceNote

MakeCell = Callable[..., Cell]

QUESTIONS = Questions("Wat merkt u hiervan in uw straat?", "Wie ziet u hierover niet?")
UP = Mark(Shape.UP, Tone.FAVOURABLE)
DOWN = Mark(Shape.DOWN, Tone.UNFAVOURABLE)
RING = Mark(Shape.RING, Tone.NEUTRAL, filled=False)


def point(row: Row, headline: str, comparison: str, people: str) -> PointCard:
    """A talking point from a row of a table."""
    return PointCard(
        indicator=row.indicator,
        favourable=row.judgements[0].mark.shape is Shape.UP,
        headline=headline,
        comparison=comparison,
        people=people,
        position="Overvecht hoort bij de 5 van de 100 wijken met de hoogste cijfers.",
        certainty="modelschatting",
        trend="De afstand tot Nederland bleef ongeveer gelijk.",
        judgements=row.judgements,
        spine=row.spine,
        source=row.year,
        questions=QUESTIONS,
    )


def strip(heading: str, marks: tuple[tuple[str, float, Mark], ...]) -> Strip:
    """A strip from names, places and marks."""
    text = f"{heading}: " + "; ".join(name for name, _, _ in marks) + "."
    drawn = tuple(StripMark(name, name, place, mark) for name, place, mark in marks)
    return Strip(heading, marks=drawn, text=text)


def glance(numbers: tuple[KeyNumber, ...], rows: dict[str, Row], source: SourceNote) -> Glance:
    """The page with one strength, two concerns and two strips."""
    strength = point(
        rows["alcohol"],
        "59 van de 100 volwassenen drinken niet of hooguit één glas alcohol per dag",
        "Dat zijn er 19 meer dan in Utrecht (40) en 15 meer dan in Nederland (44).",
        "Het gaat om ongeveer 16.000 volwassenen.",
    )
    concerns = (
        point(
            rows["rondkomen"],
            "27 van de 100 volwassenen hebben moeite met rondkomen",
            "Dat zijn er 10 meer dan in Utrecht (17) en 13 meer dan in Nederland (14).",
            "Het gaat om ongeveer 7.200 volwassenen.",
        ),
        point(
            rows["eenzaam"],
            "58 van de 100 volwassenen voelen zich eenzaam",
            "Dat zijn er 9 meer dan in Utrecht (49) en 11 meer dan in Nederland (47).",
            "Het gaat om ongeveer 16.000 volwassenen.",
        ),
    )
    physical = (
        ("Voelt zich gezond", 0.0243, DOWN),
        ("Beperkt door gezondheid", 0.0296, DOWN),
        ("Moeite met horen", 0.0071, DOWN),
        ("Moeite met zien", 0.0154, DOWN),
        ("Langdurige aandoening", 0.1556, DOWN),
    )
    lifestyle = (("Rookt", 0.0705, DOWN), ("Drinkt overmatig", 0.9525, UP))
    return Glance(
        title="In één oogopslag",
        lead=None,
        numbers=numbers,
        strengths=PointList("Wat gaat goed", (strength,)),
        concerns=PointList("Wat vraagt aandacht", concerns),
        strips=(strip("Lichamelijke gezondheid", physical), strip("Leefstijl", lifestyle)),
        strips_note="Elk teken is één cijfer, op zijn plaats tussen de wijken van Nederland.",
        sources=(source,),
        notes=("Gezondheidscijfers zijn modelschattingen van 2020.",),
    )


def nothing_stands_out(page: Glance, area: str) -> Glance:
    """The page of an area without points and figures."""
    text = f"Hiervoor wonen in {area} te weinig mensen."
    return Glance(
        title=page.title,
        lead=None,
        numbers=page.numbers,
        strengths=PointList("Wat gaat goed", (), empty=text),
        concerns=PointList("Wat vraagt aandacht", (), empty=text),
        strips=(),
        strips_note=page.strips_note,
        sources=page.sources,
        notes=page.notes,
    )


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
    gaps=(("Jeugd", "Jeugdmonitor van de GGD, consultatiebureau, scholen"), ("Wmo", "gemeente")),
)

"""The first page of the hand-written profile, with the real 2020 figures of Overvecht."""

from __future__ import annotations

from dataclasses import replace

from wijkprofiel.documents.locator import Locator
from wijkprofiel.documents.profile.front_page import (
    Front,
    FrontChart,
    FrontQuestion,
    FrontRow,
    KeyCount,
)
from wijkprofiel.domain.observation import ValueStatus
from wijkprofiel.domain.verdict import Mark, Shape, Tone
from wijkprofiel.findings.things import ThingKind
from wijkprofiel.words.cells import Cell
from wijkprofiel.words.opening import PLAIN_MARK, Statement

DOWN = Mark(Shape.DOWN, Tone.UNFAVOURABLE)
QUESTION = "Hoe praat u met anderen over geld, en bij wie kunt u terecht als het krap is?"


def row(name: str, numbers: tuple[str, str, str], place: float, mark: Mark) -> FrontRow:
    """A row from its name, its numbers here, near and in the country, and its place."""
    here, near, country = numbers
    text = f"{name}: plaats {place}"
    return FrontRow(name, name, None, here, near, country, place, mark, text)


ROWS = (
    row("Geld is vaker krap", ("27", "17", "14"), 1.9, DOWN),
    row("Gezondheid minder vaak goed", ("30", "19", "22"), 3.8, DOWN),
    row("Meer eenzaamheid", ("58", "49", "47"), 3.7, DOWN),
    row("Heeft ernstige geluidhinder van buren", ("10", "9", "7"), 10.2, PLAIN_MARK),
    row("Beweegt genoeg volgens de richtlijn", ("50", "58", "50"), 52.6, PLAIN_MARK),
)


def _count(indicator: str, text: str, label: str) -> KeyCount:
    value = float(text.replace(".", ""))
    return KeyCount(indicator, Cell(text, value, ValueStatus.AVAILABLE), label)


def front(area: str, gemeente: str, benchmark: str, locator: Locator) -> Front:
    """The page with what is there, two concerns and five rows."""
    statements = (
        Statement(
            ThingKind.THERE,
            "Dicht bij huis",
            "Gemiddeld op hooguit één kilometer: huisarts (0,6\u00a0km) en basisschool"
            " (0,6\u00a0km).",
        ),
        Statement(
            ThingKind.CONCERN,
            "Geld is vaker krap",
            "27 van de 100 volwassenen hebben moeite met rondkomen; "
            f"in {benchmark} 17, in Nederland 14. Dat zijn ongeveer 7.200 volwassenen.",
        ),
        Statement(
            ThingKind.CONCERN,
            "Gezondheid minder vaak goed",
            "30 van de 100 volwassenen noemen hun gezondheid ‘gaat wel’, slecht of heel slecht; "
            f"in {benchmark} 19, in Nederland 22. Dat zijn ongeveer 8.000 volwassenen.",
        ),
    )
    return Front(
        kicker="Wijkgezondheidsprofiel",
        title=area,
        subtitle=f"gemeente {gemeente}",
        locator=locator,
        counts=(
            _count("inwoners", "34.295", "inwoners"),
            _count("huishoudens", "16.670", "huishoudens"),
            _count("aandeel_0_tot_15", "6.425", "kinderen tot 15 jaar"),
        ),
        details=(),
        key_message=None,
        heading="Drie dingen om mee te beginnen",
        statements=statements,
        remarks=(),
        box_heading="En dit is er",
        box=(
            "Ongeveer 12.000 volwassenen sporten elke week.",
            "Ongeveer 2.800 volwassenen geven mantelzorg; dat kan mooi en zwaar zijn.",
        ),
        more="En verder:",
        chart=FrontChart(
            title="De cijfers naast elkaar",
            note="De plaats op de lijn: van elke 100 volwassenen wonen er zoveel ongunstiger.",
            unit="van de 100 mensen",
            here="hier",
            near=benchmark,
            country="Nederland",
            rows=ROWS,
        ),
        question=FrontQuestion("Vraag aan bewoners, bij 2:", QUESTION),
        notes=("De gezondheidscijfers zijn modelschattingen van 2020.",),
        map_note="Kaart: grenzen van 2022.",
        source="Bronnen: Gezondheidsmonitor, GGD'en, CBS en RIVM.",
    )


def nothing_known(page: Front, area: str) -> Front:
    """The page of an area without figures of its own."""
    text = f"In {area} wonen ongeveer 55 mensen: te weinig voor een eigen beeld."
    statements = (
        Statement(ThingKind.SMALL, "Te weinig inwoners", text),
        Statement(ThingKind.AROUND, "Om de wijk heen", "Ongeveer 230.000 volwassenen sporten."),
        Statement(ThingKind.ASK, "Vraag het de mensen zelf", "Wat gaat hier goed?"),
    )
    return replace(page, statements=statements, box=(), chart=None, notes=())

"""The pages with maps and with buurten of the hand-written profile, and made-up outlines."""

from __future__ import annotations

from tests.support.profile_pages import DOWN, RING, UP, MakeCell
from wijkprofiel.charts.data import NamedMap
from wijkprofiel.documents.profile.area_maps import AreaMap
from wijkprofiel.documents.profile.buurten_page import (
    BuurtBar,
    BuurtCell,
    BuurtChart,
    Buurten,
    BuurtRow,
    MarkWord,
)
from wijkprofiel.domain.neighbours import neighbours
from wijkprofiel.domain.outlines import GemeenteMap, Outline, OutlineMatch, WijkMap
from wijkprofiel.domain.verdict import Mark, Shape, Tone
from wijkprofiel.words.cells import SourceNote

EQUAL = Mark(Shape.DOT, Tone.NEUTRAL)
_HEADERS = ("Voelt zich gezond", "Voelt zich eenzaam", "Heeft moeite met rondkomen", "Rookt")
_FIGURES: dict[str, tuple[float | None, ...]] = {
    "Taag- en Rubicondreef": (77, 54, 22, 24),
    "Tigrisdreef": (66, 62, 32, 24),
    "Wolga- en Donaudreef": (None, None, None, None),
}
_FEW = "Minder dan 500 volwassenen, en daarom zonder cijfer: Bedrijventerrein en Polder."
_WHOLE: tuple[float, ...] = (70, 58, 27, 23)


def square(code: str, name: str, west: int, south: int, east: int, north: int) -> Outline:
    """A rectangle as outline."""
    ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return Outline(code, name, (ring,))


def made_up_wijk() -> WijkMap:
    """Two large buurten, a narrow one between them, and one of a few metres."""
    buurten = (
        square("BU03440311", "Taag- en Rubicondreef en omgeving", 0, 0, 1000, 1000),
        square("BU03440312", "Kanaalstrook", 1000, 0, 1100, 1000),
        square("BU03440313", "Tigrisdreef e.o.", 1100, 0, 2000, 1000),
        square("BU03440314", "Eilandje", 500, 1000, 504, 1004),
    )
    return WijkMap(
        year=2022,
        outer=square("WK034403", "Wijk 03 Overvecht", 0, 0, 2000, 1000),
        buurten=buurten,
        outer_match=OutlineMatch.SAME,
        matches={each.code: OutlineMatch.SAME for each in buurten},
    )


def maps(area: GemeenteMap, name: str) -> tuple[AreaMap, ...]:
    """Overvecht among its neighbours in Utrecht."""
    near = neighbours(area.wijken, "WK034403")
    return (
        AreaMap(
            heading=f"Waar {name} ligt",
            map=NamedMap(
                outlines=area.wijken,
                chosen="WK034403",
                named=tuple(each.code for each in near),
                names={"WK034403": name},
                text=f"Kaart van Utrecht. {name} is gekleurd.",
            ),
            text=f"{name} grenst binnen Utrecht aan Noordoost en Noordwest.",
            note="Grenzen van 2022.",
        ),
    )


def buurten(source: SourceNote, cell: MakeCell) -> Buurten:
    """Three buurten, one of them without figures, and two that are too small."""

    def figure(value: float | None, place: int) -> BuurtCell:
        if value is None:
            return BuurtCell(cell(None), RING, "niet vergeleken")
        if value == _WHOLE[place]:
            return BuurtCell(cell(value), EQUAL, "ongeveer gelijk")
        good = (value > _WHOLE[place]) == (place == 0)
        return BuurtCell(cell(value), UP if good else DOWN, "gunstiger" if good else "ongunstiger")

    def chart(place: int) -> BuurtChart:
        parts = [
            BuurtBar(f"BU{number}", name, figure(values[place], place), is_whole=False)
            for number, (name, values) in enumerate(_FIGURES.items())
        ]
        whole = BuurtBar("WK", "hele wijk", BuurtCell(cell(_WHOLE[place]), None, None), True)
        bars = sorted([whole, *parts], key=lambda bar: -(bar.figure.cell.value or 0))
        low, high = bars[-2], bars[0]
        text = f"Van {low.figure.cell.text} ({low.name}) tot {high.figure.cell.text} ({high.name})."
        return BuurtChart(
            _HEADERS[place], _HEADERS[place], text, "2020", "a", _WHOLE[place], tuple(bars)
        )

    return Buurten(
        title="Binnen de wijk",
        lead="Overvecht telt 5 buurten. Een gemiddelde verbergt hun verschillen.",
        parts="buurten",
        charts=tuple(chart(place) for place in range(3)),
        choice=None,
        others="Minder verschillen de buurten in: roken.",
        headers=_HEADERS,
        years=("2020",) * len(_HEADERS),
        letters=("a",) * len(_HEADERS),
        whole=BuurtRow(
            "WK034403",
            "hele wijk",
            "34.295",
            tuple(BuurtCell(cell(value), None, None) for value in _WHOLE),
        ),
        rows=tuple(
            BuurtRow(f"BU{n}", name, "4.125", tuple(figure(v, p) for p, v in enumerate(values)))
            for n, (name, values) in enumerate(_FIGURES.items())
        ),
        few=_FEW,
        few_by_name=_FEW,
        line="De streep is de hele wijk.",
        marks_lead="Een teken vergelijkt een buurt met de rest van de wijk:",
        marks=(MarkWord(UP, "gunstiger"), MarkWord(DOWN, "ongunstiger")),
        sources=(source,),
        notes=("Hoe kleiner een gebied, hoe grover de schatting.",),
    )

"""Pictures for the templates: the only place where text is marked as safe.

On screen a picture is part of the page, so that it takes the reader's font and colours; in the
PDF the same picture is an image, which is drawn in half the time. Either way it carries its text.
Images in a PDF have a short address, and are handed over with the page.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from wijkprofiel.charts import share_bars
from wijkprofiel.charts.compare_bars import compare_bars
from wijkprofiel.charts.curve import curve
from wijkprofiel.charts.data import (
    BarData,
    BesideData,
    CompareData,
    CurveData,
    DrawingData,
    NamedMap,
    PartBarData,
    PlaceData,
    RoundsData,
    WaffleData,
)
from wijkprofiel.charts.drawing_outline import drawing_outline
from wijkprofiel.charts.icons import icons
from wijkprofiel.charts.locator_map import locator_map
from wijkprofiel.charts.map_labels import Lettering
from wijkprofiel.charts.marks import mark_icon, mark_name
from wijkprofiel.charts.named_map import DrawnMap, named_map
from wijkprofiel.charts.part_bars import part_bars
from wijkprofiel.charts.place_axis import place_axis
from wijkprofiel.charts.place_line import place_on_axis
from wijkprofiel.charts.spine import spine
from wijkprofiel.charts.trend import trend
from wijkprofiel.charts.two_areas import two_areas
from wijkprofiel.charts.waffle import waffle
from wijkprofiel.charts.writing_lines import writing_lines
from wijkprofiel.documents.locator import Locator
from wijkprofiel.documents.profile.area_maps import AreaMap
from wijkprofiel.documents.profile.buurten_page import BuurtChart
from wijkprofiel.documents.profile.front_page import FrontRow
from wijkprofiel.documents.profile.pages import KeyFigures, ShareChart, TrendLine, TrendTable
from wijkprofiel.documents.profile.residents_fit import height_of_names, room_for_map
from wijkprofiel.domain.verdict import Mark
from wijkprofiel.words.cells import Cell, Row
from wijkprofiel.yaml_files.text_size import width

_MAP_WIDTH, _MAP_HEIGHT = 620.0, 470.0
_ON_PAPER, _LEFT_ON_PAPER, _RIGHT_ON_PAPER = (648.0, 390.0), (238.0, 300.0), (378.0, 340.0)
_ABOVE_A_LIST, _MANY = (648.0, 320.0), 15
"""Lower where so many areas may need a number that their list takes lines of the page."""
_LOWEST, _TRIES = 220.0, 4
"""A map that would become lower than this goes to the next page."""
_PX = 25.4 / 96
"""Millimetres in a unit of a picture on paper."""
_ON_SCREEN = (330.0, 330.0)
"""Pixels of CSS; a phone shows all of it at that size, so that the names stay large enough."""
_TO_DRAW_ON = (700.0, 560.0)
_LETTERS = Lettering(12.2, width)
_SCREEN_LETTERS = Lettering(13.0, lambda text: 1.15 * width(text))
"""The font of a reader's screen is not known, and may be wider than ours."""


@dataclass(frozen=True, slots=True)
class NamedPicture:
    """A map with names.

    Attributes:
        numbered: names of the areas that have number 1, 2 and so on on it.
        unnumbered: names of areas that are too small for a number.
    """

    picture: Markup
    numbered: tuple[str, ...]
    unnumbered: tuple[str, ...]


def data_url(svg: str) -> str:
    """A picture as address that holds the picture itself; safe in attributes and style sheets."""
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode("ascii")


class Pictures:
    """The charts of one document."""

    def __init__(self, *, as_images: bool) -> None:
        self._as_images = as_images
        self._addresses: dict[str, str] = {}

    @property
    def handed_over(self) -> dict[str, str]:
        """SVG by the address that the page has for it."""
        return {address: svg for svg, address in self._addresses.items()}

    def icon_style(self) -> str:
        """Style sheet rules that put each icon before a word: `.teken-omlaag-vol-ongunstig`."""
        return "\n".join(
            f".teken-{name}{{background-image:url({self._address(svg)})}}"
            for name, svg in icons().items()
        )

    def plaats(self, row: Row) -> Markup:
        """The spine of a row, or nothing where there is none."""
        if row.spine is None:
            return Markup()
        return self._embed(spine(row.spine, row.value.text), row.spine.text)

    def rij(self, row: FrontRow) -> Markup:
        """The place of a figure of the first page on its axis."""
        return self._embed(place_on_axis(row.place, row.mark, row.text), row.text)

    def rondes(self, line: TrendLine, table: TrendTable) -> Markup:
        """The rounds of one indicator as lines."""
        return self._embed(trend(_rounds(line, table)), line.text)

    def naast_elkaar(self, data: CompareData) -> Markup:
        """A figure of the area above what it is compared with, as bars."""
        return self._embed(compare_bars(data), data.text)

    def twee_gebieden(self, data: BesideData) -> Markup:
        """The figures of two areas on one line."""
        return self._embed(two_areas(data), data.text)

    def as_met_teken(self, data: PlaceData) -> Markup:
        """One mark on an axis from least to most favourable."""
        return self._embed(place_axis(data), data.text)

    def verloop(self, data: CurveData) -> Markup:
        """Earlier rounds as lines with their numbers."""
        return self._embed(curve(data), data.text)

    def rondjes(self, data: WaffleData) -> Markup:
        """A hundred circles, as many filled as of every hundred people."""
        return self._embed(waffle(data), data.text)

    def kaart(self, locator: Locator) -> Markup:
        """The map of where the area lies, or nothing where there is none."""
        if locator.map is None:
            return Markup()
        svg = locator_map(
            locator.map,
            locator.codes,
            locator.text,
            width=_MAP_WIDTH,
            height=_MAP_HEIGHT,
            merged=self._as_images,
        )
        return self._embed(svg, locator.text)

    def namenkaart(
        self, area: NamedMap, place: int = 0, page: KeyFigures | None = None
    ) -> NamedPicture:
        """A map with names, and the names that have to stand under it.

        Args:
            place: 1 or 2 for the left and the right one of two maps on paper; else 0.
            page: what it stands on; on paper it becomes lower where that keeps it there.
        """
        listed = area.numbers and len(area.named) > _MANY
        paper = (_ABOVE_A_LIST if listed else _ON_PAPER, _LEFT_ON_PAPER, _RIGHT_ON_PAPER)[place]
        if not self._as_images:
            drawn = named_map(
                area, _SCREEN_LETTERS, width=_ON_SCREEN[0], height=_ON_SCREEN[1], merged=False
            )
        else:
            shown = () if page is None else (each for each in page.maps if each.map is area)
            drawn = _fitting(page, next(iter(shown), None), area, paper)
        picture = self._embed(drawn.svg, area.text)
        return NamedPicture(picture, drawn.numbered, drawn.unnumbered)

    def tekenkaart(self, data: DrawingData) -> Markup:
        """The outline of an area, as large as the middle of an A3, to draw and stick on."""
        wide, high = _TO_DRAW_ON
        return self._embed(drawing_outline(data, _LETTERS, width=wide, height=high), data.text)

    def teken(self, mark: Mark, word: str) -> Markup:
        """A mark that stands alone, with its word as text alternative."""
        return self._embed(mark_icon(mark, word), word)

    def schrijfregels(self, number: int) -> str:
        """Address of a picture of lines to write on."""
        return self._address(writing_lines(number))

    def staven(self, chart: ShareChart, charts: Iterable[ShareChart] = ()) -> tuple[str, ...]:
        """Addresses of the bars of a chart, which stand behind the figures of a table.

        Args:
            charts: those that stand by it, so that a bar as long as another is as much.
        """
        width = share_bars.WIDTH if self._as_images else share_bars.WIDTH_ON_SCREEN
        largest = share_bars.largest_share(bar for one in (chart, *charts) for bar in _bars(one))
        drawn = share_bars.share_bars(_bars(chart), largest=largest, width=width)
        return tuple(self._address(svg) for svg in drawn)

    def deelstaven(self, chart: BuurtChart) -> tuple[str, ...]:
        """Addresses of the bars of the parts of an area, behind their numbers."""
        bars = [
            PartBarData(
                bar.figure.cell.value,
                None if bar.figure.mark is None else bar.figure.mark.tone,
                bar.is_whole,
            )
            for bar in chart.bars
        ]
        return tuple(self._address(svg) for svg in part_bars(bars, chart.whole))

    @staticmethod
    def tekennaam(mark: Mark) -> str:
        """Name of the icon of a mark in the style sheet."""
        return mark_name(mark)

    def _embed(self, svg: str, alternative: str) -> Markup:
        if not self._as_images:
            return Markup(svg)
        return Markup(f'<img alt="{escape(alternative)}" src="{self._address(svg)}"/>')

    def _address(self, svg: str) -> str:
        """Where a page finds a picture."""
        if not self._as_images:
            return data_url(svg)
        return self._addresses.setdefault(svg, f"beeld:{len(self._addresses) + 1}")


def _fitting(
    page: KeyFigures | None, shown: AreaMap | None, area: NamedMap, size: tuple[float, float]
) -> DrawnMap:
    """A map on paper that fits under what stands above it; as usual where that would be too low."""
    usual = drawn = named_map(area, _LETTERS, width=size[0], height=size[1], merged=True)
    if page is None or shown is None:
        return usual
    room = room_for_map(page, shown)
    for _ in range(_TRIES):  # a lower map may have a longer list
        names = height_of_names(page, shown, drawn.numbered, ", ".join(drawn.unnumbered))
        over = drawn.height * _PX + names - room
        if over <= 0:
            return drawn
        lower = drawn.height - over / _PX - 1
        if lower < _LOWEST:
            return usual
        drawn = named_map(area, _LETTERS, width=size[0], height=lower, merged=True)
    return usual


def _rounds(line: TrendLine, table: TrendTable) -> RoundsData:
    roles = (column.role for column in table.columns)
    return RoundsData(
        years=table.years,
        own=_figures(line.region),
        benchmarks=tuple(zip(roles, map(_figures, line.benchmarks), strict=True)),
        text=line.text,
    )


def _bars(chart: ShareChart) -> tuple[BarData, ...]:
    return tuple(
        BarData(
            value=bar.value.value,
            text=f"{bar.label}: {', '.join(cell.text for cell in (bar.value, *bar.benchmarks))}",
        )
        for bar in chart.bars
    )


def _figures(cells: Iterable[Cell]) -> tuple[float | None, ...]:
    return tuple(cell.value for cell in cells)

"""A comparison of areas: complete, frozen, serialisable. Its texts are ready to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from wijkprofiel.charts.data import BesideData
from wijkprofiel.domain.apart import AreasApart
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.domain.observation import AgeGroup, Observation
from wijkprofiel.domain.origin import Origin
from wijkprofiel.words.cells import Cell, Judgement, SourceNote
from wijkprofiel.words.compared import ApartCell

FORMAT = 1
"""Version of the JSON of a comparison; raised when a key changes meaning or goes."""


@dataclass(frozen=True, slots=True)
class ComparedArea:
    """One of the areas, in the order in which they were named.

    Attributes:
        name: what it is called in this document, told apart from the others.
        about: what kind of area it is and where it lies.
    """

    area: Area
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """The figure of one area.

    Attributes:
        judgement: what may be said of it against the Netherlands; None where nothing is judged.
    """

    cell: Cell
    judgement: Judgement | None


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One figure of every area.

    Attributes:
        indicator: None for a row that is no indicator.
        cells: in the order of the areas.
        country: the figure of the Netherlands; None where it is not for comparing.
        apart: how far they lie apart; None where nothing is compared.
        year, source: of the figures, as printed, and the letter of their table; empty where there
            are none.
        notes: what has to be read with the row.
        is_elderly: whether it is about 65-plussers and belongs to the row above it.
        begins_group: whether another theme begins here.
    """

    indicator: str | None
    name: str
    age: AgeGroup
    cells: tuple[ComparedCell, ...]
    country: Cell | None
    apart: ApartCell | None
    year: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()
    is_elderly: bool = False
    begins_group: bool = False


@dataclass(frozen=True, slots=True)
class ComparedTable:
    """Rows of figures.

    Attributes:
        unit: what the numbers are, when all rows share it.
        notes: what holds for the table as a whole.
    """

    caption: str
    unit: str | None
    rows: tuple[ComparedRow, ...]
    notes: tuple[str, ...]
    sources: tuple[SourceNote, ...]

    @property
    def usual(self) -> tuple[str, str]:
        """Year and table of most rows, as the head of the table says them; empty without figures.

        A row of another year or table says so itself.
        """
        found = Counter((row.year, row.source) for row in self.rows if row.year)
        return found.most_common(1)[0][0] if found else ("", "")

    @property
    def has_elderly(self) -> bool:
        """Whether figures of 65-plussers stand under those of all adults."""
        return any(row.is_elderly for row in self.rows)


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One figure of two areas on a line, with its numbers."""

    indicator: str
    name: str
    data: BesideData
    cells: tuple[Cell, ...]
    country: Cell


@dataclass(frozen=True, slots=True)
class PictureTable:
    """A few figures of two areas at a glance; the table with all of them says the same."""

    caption: str
    rows: tuple[PictureRow, ...]


@dataclass(frozen=True, slots=True)
class RoundsRow:
    """The rounds of one indicator.

    Attributes:
        areas: per area its printed figure per year.
        country: those of the Netherlands.
        word: what happened to the difference; None where nothing may be said.
    """

    indicator: str
    name: str
    areas: tuple[tuple[Cell, ...], ...]
    country: tuple[Cell, ...]
    word: str | None


@dataclass(frozen=True, slots=True)
class RoundsTable:
    """Rounds beside each other; a round that an indicator does not have is a dash.

    Attributes:
        notes: what has to be said with them.
    """

    caption: str
    years: tuple[int, ...]
    rows: tuple[RoundsRow, ...]
    notes: tuple[str, ...]
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class NearCell:
    """A figure beside that of the gemeente, or of the rest of it."""

    cell: Cell
    near: Cell
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class NearRow:
    """One figure of every area that has a gemeente to lie beside."""

    indicator: str
    name: str
    cells: tuple[NearCell, ...]


@dataclass(frozen=True, slots=True)
class NearTable:
    """Each area against its own gemeente.

    Attributes:
        columns: per area its name and what it is held against.
        notes: which areas are not here, and why.
    """

    caption: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[NearRow, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparedParagraphText:
    """A paragraph of the account."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """One figure of one area, with everything that a spreadsheet may want of it.

    Attributes:
        unit, method, scale: of the indicator, as the configuration calls them.
        printed: the number as it is printed, in the unit of the figure.
        judgement: against the Netherlands.
        apart, word: the difference between the areas, which is the same for each of them.
    """

    code: str
    indicator: str
    name: str
    unit: str
    method: str
    scale: str
    observation: Observation
    printed: float | None
    country: Observation | None
    printed_country: float | None
    judgement: Judgement | None
    apart: AreasApart
    word: str


@dataclass(frozen=True, slots=True)
class ComparisonContent:
    """The whole document.

    Attributes:
        origins: the tables behind the figures, by key.
        always: what has to be said with every comparison of health.
        age: what the difference in age means, a sentence each.
        difference_heading, difference_legend: what stands above a difference, and how to read it.
        picture: None where there is no room for it, and of more than two areas.
        health: None where none of the areas has a figure.
        rounds: None where no rounds may be put beside each other.
        near: None where no area has a gemeente to lie beside.
        in_figures: under which names and codes the areas stand in the figures.
        figures: every figure of every area.
    """

    format: int
    edition: EditionInfo
    imprint: Imprint
    origins: Mapping[str, Origin]
    kicker: str
    title: str
    areas: tuple[ComparedArea, ...]
    always: str
    residents: ComparedTable
    age: tuple[str, ...]
    difference_heading: str
    difference_legend: str
    picture: PictureTable | None
    health: ComparedTable | None
    rounds: RoundsTable | None
    near: NearTable | None
    account: tuple[ComparedParagraphText, ...]
    in_figures: str
    sources: tuple[str, ...]
    made_with: str
    made_again: str | None
    figures: tuple[ComparedFigure, ...]
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

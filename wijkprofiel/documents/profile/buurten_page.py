"""The page that puts the parts of an area beside each other, complete for a template."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.documents.profile.story_pages import StoryQuestion
from wijkprofiel.domain.verdict import Mark
from wijkprofiel.words.cells import Cell, SourceNote


@dataclass(frozen=True, slots=True)
class BuurtCell:
    """One figure of one part.

    Attributes:
        mark, word: of its comparison with (the rest of) the area; None for the area itself.
    """

    cell: Cell
    mark: Mark | None
    word: str | None


@dataclass(frozen=True, slots=True)
class BuurtRow:
    """All figures of one part, or of the area itself."""

    code: str
    name: str
    inhabitants: str
    cells: tuple[BuurtCell, ...]


@dataclass(frozen=True, slots=True)
class BuurtBar:
    """One part in a chart, or the area itself among its parts."""

    code: str
    name: str
    figure: BuurtCell
    is_whole: bool


@dataclass(frozen=True, slots=True)
class BuurtChart:
    """The parts by one figure, from high to low.

    Attributes:
        text: from the lowest to the highest of all parts that count, with the country.
        year, letter: year and source letter of the figure.
        whole: the figure of the area itself, a line through the bars; None where it has none.
    """

    indicator: str
    heading: str
    text: str
    year: str
    letter: str
    whole: float | None
    bars: tuple[BuurtBar, ...]


@dataclass(frozen=True, slots=True)
class MarkWord:
    """A mark that stands on the page, and the word that it stands for."""

    mark: Mark
    word: str


@dataclass(frozen=True, slots=True)
class Buurten:
    """The parts of an area (buurten of a wijk, wijken of a gemeente); an average hides halves.

    Attributes:
        charts: the figures by which the parts differ most, the widest first.
        choice: which parts are in the charts, where they are not all of them.
        others: by which figures the parts differ less, so that they have no chart.
        headers: short names of the indicators, in the order of the cells of a row.
        years, letters: year and source letter of each of them.
        rows: all parts that count, by name.
        few: the parts in which too few people live, without figures: by name, or how many.
        few_by_name: the same, always by name.
        marks: the marks of the charts with their words, the favourable one first.
        question: with lines to write on in print; None where the printed page has no room for it.
    """

    title: str
    lead: str
    parts: str
    charts: tuple[BuurtChart, ...]
    choice: str | None
    others: str | None
    headers: tuple[str, ...]
    years: tuple[str, ...]
    letters: tuple[str, ...]
    whole: BuurtRow
    rows: tuple[BuurtRow, ...]
    few: str | None
    few_by_name: str | None
    line: str
    marks_lead: str
    marks: tuple[MarkWord, ...]
    sources: tuple[SourceNote, ...]
    notes: tuple[str, ...]
    question: StoryQuestion | None = None

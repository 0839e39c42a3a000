"""The pages with what goes well and what asks for attention: every point a story, complete."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.charts.data import CompareData, CurveData, PlaceData
from wijkprofiel.domain.verdict import Mark


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One figure of a story, in its own form.

    Attributes:
        name: what the row is called.
        here, near, country: printed numbers; None where there is nothing to print.
        place: its place among the adults of the country from 0 to 100, as printed.
        axis: the same as a mark; None where no side is favourable, or no place is known.
        mark, word: the verdict against the country, and nothing else.
        elderly: the figure of 65-plussers, where its word is another one.
        remarks: what has to be read with this row.
        is_part: whether it stands under a figure in which its people count as well.
    """

    indicator: str
    name: str
    here: str
    near: str | None
    country: str | None
    place: str | None
    axis: PlaceData | None
    mark: Mark
    word: str
    elderly: str | None = None
    remarks: tuple[str, ...] = ()
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class StoryTable:
    """The figures of one story.

    Attributes:
        caption: what the table shows, for who hears it.
        unit: what the numbers are, with their year.
        near, country: what these columns are called; None without one.
        word: what the column with the word is called.
        notes: what holds for more than one row.
    """

    caption: str
    unit: str
    near: str | None
    country: str | None
    word: str
    rows: tuple[StoryRow, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryRounds:
    """Earlier rounds of the figure that a story is about."""

    title: str
    curve: CurveData


@dataclass(frozen=True, slots=True)
class StoryCard:
    """One point as a story.

    Attributes:
        favourable: a strength or a concern; None for a pinned point without a side.
        title: the message.
        sentences: the figure with what it is compared with, and about how many people it is.
        small: lines of their own under it: many young people, chosen by the working group.
        bars_title: what the bars count.
        notes: what belongs to the figure itself: how few live where it is less favourable.
        lines: to write on under it, in print, where its page would end in much white.
        starts_page: whether it begins a new page in print.
    """

    indicator: str
    favourable: bool | None
    title: str
    sentences: str
    small: tuple[str, ...]
    bars_title: str
    bars: CompareData
    table: StoryTable
    rounds: StoryRounds | None
    notes: tuple[str, ...] = ()
    lines: int = 0
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class StoryQuestion:
    """What is asked about one side, with room to write.

    Attributes:
        lines: to write on, in print.
    """

    residents: str
    professionals: str | None = None
    lines: int = 0


@dataclass(frozen=True, slots=True)
class StorySide:
    """What goes well, or what asks for attention.

    Attributes:
        key: anchor of the heading.
        lead: how many stories the points tell, where that is less than it looks.
        empty: what is said where there is no point.
        facts: what is there, in the place of strengths.
        question: None where nothing may be said of a side.
        starts_page: whether it begins a new page in print, after the first one.
    """

    key: str
    heading: str
    cards: tuple[StoryCard, ...]
    lead: str | None = None
    empty: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    question: StoryQuestion | None = None
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class StoryPages:
    """All sides, and in a few lines what has no point.

    Attributes:
        notes: what holds for all figures; said once, before the first story.
        small_print: what holds for the years in the lines, and the sources.
        others: the heading figure of every story without a point.
        end_starts_page: whether what has no point begins a new page in print.
        room: lines to write on at the end, in print, where the last page has room.
    """

    sides: tuple[StorySide, ...]
    notes: tuple[str, ...]
    others: tuple[str, ...]
    small_print: tuple[str, ...]
    room: int = 0
    end_starts_page: bool = False

    @property
    def print_pages(self) -> int:
        """On how many pages they lie in print."""
        sides = sum(side.starts_page for side in self.sides)
        cards = sum(card.starts_page for side in self.sides for card in side.cards)
        return 1 + sides + cards + self.end_starts_page

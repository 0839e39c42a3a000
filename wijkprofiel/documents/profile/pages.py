"""The pages of the document, each complete: a template neither calculates nor selects."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.charts.data import SpineData, Strip
from wijkprofiel.documents.locator import Locator
from wijkprofiel.documents.profile.area_maps import AreaMap
from wijkprofiel.words.cells import Cell, Column, Judgement, SourceNote, Table


@dataclass(frozen=True, slots=True)
class Questions:
    """Two open questions for the meeting."""

    residents: str
    professionals: str


@dataclass(frozen=True, slots=True)
class ThemeSection:
    """One theme. `empty` says that open data has nothing, and leaves room to write."""

    key: str
    name: str
    about: str
    tables: tuple[Table, ...]
    questions: Questions
    empty: str | None = None
    notes: tuple[str, ...] = ()
    trend: TrendTable | None = None


@dataclass(frozen=True, slots=True)
class KeyNumber:
    """A large figure with what it counts and how it compares."""

    indicator: str
    cell: Cell
    label: str
    comparison: str | None
    source: str


@dataclass(frozen=True, slots=True)
class ShareBar:
    """One bar of a bar chart: share of the region and of the benchmarks, in percent."""

    label: str
    value: Cell
    benchmarks: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ShareChart:
    """Shares that belong together (age groups, household types)."""

    title: str
    columns: tuple[Column, ...]
    bars: tuple[ShareBar, ...]
    year: str
    source: str


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The page that says who live here.

    Attributes:
        maps: where the area lies, and where its parts lie.
    """

    title: str
    lead: str
    numbers: tuple[KeyNumber, ...]
    charts: tuple[ShareChart, ...]
    sources: tuple[SourceNote, ...]
    notes: tuple[str, ...] = ()
    maps: tuple[AreaMap, ...] = ()


@dataclass(frozen=True, slots=True)
class PointCard:
    """A talking point in words.

    Attributes:
        headline: the figure as a sentence ("58 van de 100 volwassenen voelen zich eenzaam").
        comparison: the same figure of the benchmarks, with the difference of the printed numbers.
        people: about how many people that is, or None where that claims too much.
        position: where the region lies among the wijken of the country.
        certainty: what is known of the margins.
        questions: two questions for the meeting, where the page has room for them.
        favourable: a strength or a concern; None for a point without a side.
        small: the difference is a small one.
        pinned: that the working group chose this point, if it did.
    """

    indicator: str
    favourable: bool | None
    headline: str
    comparison: str
    people: str | None
    position: str | None
    certainty: str
    trend: str | None
    judgements: tuple[Judgement, ...]
    spine: SpineData | None
    source: str
    questions: Questions | None = None
    small: bool = False
    pinned: str | None = None


@dataclass(frozen=True, slots=True)
class PointList:
    """The points of one side; `empty` is what is said where there are none."""

    heading: str
    points: tuple[PointCard, ...]
    note: str | None = None
    empty: str | None = None


@dataclass(frozen=True, slots=True)
class KeyMessage:
    """One sentence by the working group, and what it is called."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Glance:
    """The page that reads in two minutes: who live here, what stands out, and every figure.

    Attributes:
        lead: one sentence that comes first, where nothing stands out plainly.
        strips_note: what a mark on a strip is.
        key_message: one sentence by the working group.
        chosen: points of the working group of which no comparison names a side.
    """

    title: str
    lead: str | None
    numbers: tuple[KeyNumber, ...]
    strengths: PointList
    concerns: PointList
    strips: tuple[Strip, ...]
    strips_note: str
    sources: tuple[SourceNote, ...]
    notes: tuple[str, ...] = ()
    key_message: KeyMessage | None = None
    chosen: PointList | None = None


@dataclass(frozen=True, slots=True)
class TrendLine:
    """The rounds of one indicator: figures of the region and of each benchmark.

    `change` is the word for the distance to the country; None where none may be said.
    """

    indicator: str
    name: str
    region: tuple[Cell, ...]
    benchmarks: tuple[tuple[Cell, ...], ...]
    change: str | None
    text: str


@dataclass(frozen=True, slots=True)
class TrendTable:
    """Indicators with the same rounds."""

    heading: str
    years: tuple[int, ...]
    columns: tuple[Column, ...]
    lines: tuple[TrendLine, ...]
    source: SourceNote
    note: str


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What this profile cannot say, and the gaps that local figures can fill.

    `gaps` are pairs of a subject and where figures of it may be found.
    """

    title: str
    paragraphs: tuple[tuple[str, str], ...]
    gaps_lead: str
    gaps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """Title page.

    Attributes:
        details: what the working group says of the meeting, the makers and the contact.
    """

    kicker: str
    title: str
    subtitle: str
    figures: str
    locator: Locator
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorAccount:
    """What an indicator is and where it comes from, for the appendix.

    `population` and `method` are None where they are the usual ones, which the list names once.
    """

    name: str
    definition: str
    population: str | None
    source: str
    years: str
    method: str | None
    caveat: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """Verantwoording: how the figures were made, judged and left out.

    Attributes:
        paragraphs: heading and text, in order.
        indicators_note: how to read the list of indicators, with the usual populations.
        left_out: what is not shown, and why.
        made_with: version, edition and configuration, and what of it is not ours.
        made_again: the command that makes it again; None where no command does.
        working_age: figures of 18 to 64 year olds, of the rounds that have them.
    """

    paragraphs: tuple[tuple[str, str], ...]
    indicators: tuple[IndicatorAccount, ...]
    indicators_note: str
    sources: tuple[str, ...]
    left_out: tuple[str, ...]
    made_with: str
    made_again: str | None
    working_age: TrendTable | None = None

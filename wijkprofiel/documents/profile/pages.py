"""The pages of the document, each complete: a template neither calculates nor selects."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.documents.profile.area_maps import AreaMap
from wijkprofiel.words.cells import Cell, Column, SourceNote, Table


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
    charts: tuple[ShareChart, ...]
    sources: tuple[SourceNote, ...]
    notes: tuple[str, ...] = ()
    maps: tuple[AreaMap, ...] = ()


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
class Gap:
    """A subject without open figures.

    Attributes:
        where: who may have figures of it.
        prompt: the question that whoever knows more can answer.
        has_room: whether print has lines to write an answer on.
    """

    subject: str
    where: str
    prompt: str
    has_room: bool


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What this profile cannot say, and the gaps that local figures can fill.

    Attributes:
        gaps: every subject, those with room to write first.
        gaps_without_room: names the others in a sentence; None if all have room.
    """

    title: str
    paragraphs: tuple[tuple[str, str], ...]
    gaps_lead: str
    gaps: tuple[Gap, ...]
    gaps_without_room: str | None


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
        years: of the figures, per theme.
        indicators_note: how to read the list of indicators, with the usual populations.
        sources: as their licences want them named, with how the figures reached us.
        sources_in_print: the same, with no more than the licences ask for.
        left_out: what is not shown, and why.
        left_out_in_print: the same, without the names of many figures that share a reason.
        booklet: names the booklet of the edition, with its checksum.
        booklet_again: the command that makes it; None where no command is known.
        made_with: version, edition and configuration, and what of it is not ours.
        made_again: the command that makes it again; None where no command does.
        working_age: figures of 18 to 64 year olds, of the rounds that have them.
    """

    paragraphs: tuple[tuple[str, str], ...]
    years: tuple[tuple[str, str], ...]
    indicators: tuple[IndicatorAccount, ...]
    indicators_note: str
    sources: tuple[str, ...]
    sources_in_print: tuple[str, ...]
    left_out: tuple[str, ...]
    left_out_in_print: tuple[str, ...]
    booklet: str
    booklet_again: str | None
    made_with: str
    made_again: str | None
    working_age: TrendTable | None = None

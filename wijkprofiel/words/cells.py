"""The parts of tables: a figure, its judgement, its place among the wijken, a row.

Texts are ready to print, in Dutch; numbers stand beside their printed form, so that a chart or an
export never computes one again.
"""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.charts.data import Sign, SpineData
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import Mark, Reason, Verdict


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure as it is printed.

    Attributes:
        text: printed number with unit where the table gives none, or a dash.
        note: why there is no figure, or that it is of the whole gemeente while its column is not.
        value: the number behind it; None exactly when `status` is not available.
        margins: printed limits of an estimate ("24–30"), where its source gives them.
        apart: of several gemeenten in proportion, the figure of each.
    """

    text: str
    value: float | None
    status: ValueStatus
    note: str | None = None
    margins: str | None = None
    apart: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its word and mark.

    Attributes:
        word: what may be said ("duidelijk ongunstiger", "niet vergeleken").
        reason: why it was not compared, as a short phrase; else None.
        difference: signed difference of the printed numbers ("+4"), or None.
        caution: what has to be said with the word (a small wijk), or None.
    """

    verdict: Verdict
    word: str
    mark: Mark
    reason: str | None = None
    difference: str | None = None
    caution: str | None = None

    @property
    def is_silent(self) -> bool:
        """Whether the figure is never judged, so that no word or mark stands beside it."""
        return self.verdict.reason is Reason.NOT_JUDGED


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator for one age group.

    Attributes:
        source: letter of the table's source list.
        year: year or years of the figure, as printed ("2020", "2020-2024").
        elderly: the same figure for 65-plussers, where the table has that column.
        benchmarks, judgements: in the order of the table's columns.
        remarks: short texts that belong to this row (grens gewijzigd, caveats).
    """

    indicator: str
    name: str
    age: AgeGroup
    value: Cell
    benchmarks: tuple[Cell, ...]
    judgements: tuple[Judgement, ...]
    spine: SpineData | None
    source: str
    year: str
    remarks: tuple[str, ...] = ()
    elderly: Row | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A benchmark column.

    Attributes:
        sign: how the benchmark is drawn.
        header, spoken: what it is called above its column, and in a sentence.
        is_rest: whether the figures are of the rest of the area.
        shows_word: whether the table has a column with the word for this benchmark.
    """

    key: str
    role: Role
    sign: Sign
    header: str
    spoken: str
    is_rest: bool
    shows_word: bool = True


@dataclass(frozen=True, slots=True)
class SourceNote:
    """One line of a table's source list."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Caveat:
    """What has to be read with one or more rows; `names` are those rows, ready to print."""

    names: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that share a heading and a unit.

    Attributes:
        caption: what the table shows, for readers and screen readers.
        unit: what the numbers are, when all rows share it ("van de 100 volwassenen").
        caveats: what has to be read with some of the rows.
        shared_reasons: per column the reason why no row was compared, said once in the notes.
        shared_caution: what has to be said with every word of the table, said once in the notes.
        shared_absence: why no row has a figure of the area itself, said once in the notes.
        notes: what holds for the table as a whole.
    """

    heading: str | None
    caption: str
    unit: str | None
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    sources: tuple[SourceNote, ...]
    notes: tuple[str, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    shared_reasons: tuple[str | None, ...] = ()
    shared_caution: str | None = None
    shared_absence: str | None = None

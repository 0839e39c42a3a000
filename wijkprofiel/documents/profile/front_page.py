"""What stands on the first page, which carries a meeting without any other."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.documents.locator import Locator
from wijkprofiel.domain.verdict import Mark
from wijkprofiel.words.cells import Cell
from wijkprofiel.words.opening import Statement


@dataclass(frozen=True, slots=True)
class KeyCount:
    """How many people or households there are.

    Attributes:
        cell: the number, or a dash with its cause.
        label: what is counted.
    """

    indicator: str
    cell: Cell
    label: str


@dataclass(frozen=True, slots=True)
class FrontRow:
    """One figure, with its place among the adults of the country.

    Attributes:
        counted: what the numbers count, where that is not the figure itself.
        here, near, country: printed numbers; None where there is none to print.
        place: of every 100 adults in the country, how many live in a wijk where this figure is less
            favourable; None where that is not known.
        mark: coloured only where the figure was chosen.
        text: everything that the picture of the place says, in words.
    """

    indicator: str
    name: str
    counted: str | None
    here: str
    near: str | None
    country: str | None
    place: float | None
    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class FrontChart:
    """Named figures on one axis, with their numbers.

    Attributes:
        note: what a place on the axis counts.
        unit: what the numbers are of, unless a name says otherwise.
        here, near, country: heads of the columns; None where no row has such a number.
    """

    title: str
    note: str
    unit: str
    here: str
    near: str | None
    country: str | None
    rows: tuple[FrontRow, ...]

    @property
    def has_places(self) -> bool:
        """Whether any row has a place on the axis."""
        return any(row.place is not None for row in self.rows)


@dataclass(frozen=True, slots=True)
class KeyMessage:
    """One sentence by the working group, and what it is called."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class FrontQuestion:
    """The one question, and whom it is for."""

    whom: str
    text: str


@dataclass(frozen=True, slots=True)
class Front:
    """The first page.

    Attributes:
        counts: inhabitants, households and children.
        details: what the working group says of the meeting, the makers and the contact.
        heading, statements: the three things to begin with.
        remarks: small lines under them: that estimates are coarse, what the working group chose.
        box_heading, box: what is there besides, a line each.
        more: what stands before the line to write on.
        chart: None where no figure is shown.
        notes: the honest line: what kind of figures these are, of when and of whom.
        map_note: of when the borders of the map are, or why there is no map; None without a note.
        source: where the printed figures come from; empty without any.
    """

    kicker: str
    title: str
    subtitle: str
    locator: Locator
    counts: tuple[KeyCount, ...]
    details: tuple[tuple[str, str], ...]
    key_message: KeyMessage | None
    heading: str
    statements: tuple[Statement, ...]
    remarks: tuple[str, ...]
    box_heading: str
    box: tuple[str, ...]
    more: str
    chart: FrontChart | None
    question: FrontQuestion
    notes: tuple[str, ...]
    map_note: str | None
    source: str

"""What differs between two editions for one area: frozen, without a text for readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from wijkprofiel.domain.area import Area
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.observation import AgeGroup, Observation
from wijkprofiel.findings.between_editions.area_link import AreaLink
from wijkprofiel.findings.between_editions.causes import Cause, Telling
from wijkprofiel.findings.between_editions.figure_pair import FigureInEdition
from wijkprofiel.findings.trends import Trend
from wijkprofiel.methods.trend import DistanceChange

FORMAT = 1
"""Version of the JSON of changes; raised when a key changes meaning or goes."""


class WordChange(StrEnum):
    """What became of the word that a figure has against the country.

    `BARELY`: another word, while the figure hardly moved: words flip by themselves near a limit.
    """

    SAME = "zelfde_woord"
    BARELY = "ander_woord_nauwelijks_ander_cijfer"
    OTHER = "ander_woord"


@dataclass(frozen=True, slots=True)
class NewRound:
    """A new year in the same table, and what may be said of it.

    Attributes:
        trend: the rounds of the table of the later edition; None where rounds of this figure may
            not stand on one line.
        change: of the distance to the country from the round of the earlier edition to that of
            the later one; None where nothing may be said of it, however the numbers differ.
        moved: by how many spreads that distance moved; None where it is not known.
    """

    trend: Trend | None = None
    change: DistanceChange | None = None
    moved: float | None = None


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure in two editions.

    Attributes:
        shown: whether it is the figure that a profile shows in each; else it is an earlier round.
        cause: the first that fits.
        also: the others that fit, in their order.
        before, after: None where the edition does not have the area.
        new_round: where the cause is a new year, also under another name of the area.
        word: None where one of the two has no word, or they are of two tables.
        old_members: the figure in the later edition of the parts that the werkgebied had before.
    """

    indicator: str
    age: AgeGroup
    shown: bool
    cause: Cause
    also: tuple[Cause, ...]
    before: FigureInEdition | None
    after: FigureInEdition | None
    new_round: NewRound | None = None
    word: WordChange | None = None
    old_members: Observation | None = None

    @property
    def of_figure(self) -> Cause:
        """The cause that lies in the figure where the area is the same under another name."""
        return self.also[0] if self.cause is Cause.RENAMED and self.also else self.cause


@dataclass(frozen=True, slots=True)
class CauseFacts:
    """What holds for a cause wherever it is found, so that no reader of data has to know it."""

    cause: Cause
    number: int
    needs_a_look: bool
    telling: Telling


CAUSES = tuple(
    CauseFacts(cause, cause.number, cause.needs_a_look, cause.telling) for cause in Cause
)


@dataclass(frozen=True, slots=True)
class TableState:
    """A table as one edition was made of it.

    Attributes:
        key: in the edition; `table` is its number at the publisher.
        modified: the table's own date; None if the copy does not carry it.
    """

    key: str
    table: str
    title: str
    short: str
    modified: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class QuestionThen:
    """What one edition asked of the source for an indicator.

    Attributes:
        topics: keys of the source, without their numbers, with the titles it gave them.
        definition: what it is in words of the configuration of then.
    """

    topics: dict[str, str | None]
    definition: str


@dataclass(frozen=True, slots=True)
class OtherQuestion:
    """Two questions behind one indicator."""

    before: QuestionThen | None
    after: QuestionThen | None


@dataclass(frozen=True, slots=True)
class EditionChanges:
    """Everything that differs between two editions for one area.

    Attributes:
        tables_before, tables_after: what the figures come from.
        figures: every figure of the configuration that one of the editions knows, in its order;
            the one that profiles show, and after it the earlier rounds.
        questions: per indicator whose question is another one, both of them.
        old_members: the parts that a werkgebied had before, in the later edition; None where they
            are what it has now, or cannot be found there.
        dropped: indicators that an edition holds and the configuration no longer knows.
    """

    earlier: EditionInfo
    later: EditionInfo
    tables_before: tuple[TableState, ...]
    tables_after: tuple[TableState, ...]
    area: AreaLink
    figures: tuple[FigureChange, ...]
    questions: dict[str, OtherQuestion]
    old_members: Area | None = None
    dropped: tuple[str, ...] = ()
    causes: tuple[CauseFacts, ...] = CAUSES
    format: int = FORMAT

    @property
    def shown(self) -> Iterator[FigureChange]:
        """The figures that profiles show."""
        return (figure for figure in self.figures if figure.shown)

    @property
    def counts(self) -> dict[Cause, int]:
        """How many of the shown figures have each cause; those that none has are left out."""
        found = Counter(figure.cause for figure in self.shown)
        return {cause: found[cause] for cause in Cause if found[cause]}

    @property
    def needs_a_look(self) -> bool:
        """Whether a yearly job that is strict stops for it."""
        return any(cause.needs_a_look for each in self.figures for cause in _told(each))


def _told(figure: FigureChange) -> tuple[Cause, ...]:
    """Under another name the area is the same, so that what lies in the figure counts as well."""
    return figure.cause, figure.of_figure

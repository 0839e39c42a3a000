"""One figure as two editions have it, and every cause that fits: a pure function of what is known.

What differs is asked of what is printed: a decimal that nobody sees is no revision, and of a count
that the source rounds at random a difference that its rounding can make is none either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wijkprofiel.domain.observation import Observation
from wijkprofiel.domain.verdict import Outcome, Side, SizeClass
from wijkprofiel.findings.between_editions.causes import Cause
from wijkprofiel.methods.rounding import half_up


@dataclass(frozen=True, slots=True)
class Ruler:
    """What a figure is measured against.

    Attributes:
        near: figure of the gemeente as a whole, where its rest is large enough to compare with;
            `share` is the area's part of its people, from which the rest follows.
        country: figure of the Netherlands.
        spread: standard deviation over the wijken, on the scale of the figure; of a figure that a
            profile shows.
    """

    near: float | None
    share: float | None
    country: float | None
    spread: float | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The word that a figure has against the country: that of a `Verdict`, as far as it shows."""

    outcome: Outcome
    size: SizeClass | None
    side: Side | None
    z: float | None

    @property
    def word(self) -> tuple[Outcome, SizeClass | None, Side | None]:
        """What a reader sees of it."""
        return self.outcome, self.size, self.side


@dataclass(frozen=True, slots=True)
class FigureInEdition:
    """A figure of one area in one edition.

    Attributes:
        period: its year; None where the edition has no figure at all of it.
        table: number of its table at the publisher; likewise.
        ruler: what it is measured against, where that is not the same in both editions; None where
            it is, and where a figure is never compared.
        standing: of the figure that a profile shows, where both editions have one in one table and
            are not the same edition.
    """

    period: int | None
    table: str | None
    observation: Observation
    ruler: Ruler | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class FigurePair:
    """Everything that is known of one figure in two editions.

    Attributes:
        before, after: None where the edition does not have the area.
        decimals: with which it is printed.
        margin: what rounding of the counts can make of a difference, in its unit; 0 for a figure
            whose rounding is not at random.
        area: causes that lie in the area.
        same_source: asked, and found in the source, under the same keys.
        same_rule: by the same definition, limits and methods.
        same_delivery: its table has the same bytes and the same date in both.
        same_weights: nor do other tables that it is put together with differ.
        came_with_table: one edition does not know the figure for want of a table.
        known_in_both: both editions were made by a configuration that has it, as far as their
            tables do; one that we added ourselves was not "niet in deze editie" before.
    """

    before: FigureInEdition | None
    after: FigureInEdition | None
    decimals: int
    margin: float = 0.0
    area: tuple[Cause, ...] = ()
    same_source: bool = True
    same_rule: bool = True
    same_delivery: bool = True
    same_weights: bool = True
    came_with_table: bool = False
    known_in_both: bool = True


def causes_of(pair: FigurePair) -> tuple[Cause, ...]:
    """Every cause that fits, in their order: the first is the cause, the others stand beside it.

    Raises:
        RuntimeError: if none does: then we do not know why a figure changed, and nobody may be
            told anything.
    """
    if pair.before is None or pair.after is None:
        return pair.area
    found = tuple(_of_figure(pair, pair.before, pair.after))
    if all(cause.keeps_area for cause in pair.area):
        return (*pair.area, *(found or (_unseen(pair, pair.before, pair.after),)))
    if Cause.CODE_REUSED in pair.area:
        return pair.area
    # Of two areas the numbers say nothing of each other; the kind of figure still does.
    return (*pair.area, *(cause for cause in found if cause in _OF_KIND))


_OF_KIND = (Cause.OTHER_TABLE, Cause.OTHER_QUESTION, Cause.NEW_YEAR, Cause.OTHER_STATE)


def _of_figure(
    pair: FigurePair, before: FigureInEdition, after: FigureInEdition
) -> Iterator[Cause]:
    """The causes that can be seen, in their order."""
    tables, years = {before.table, after.table} - {None}, {before.period, after.period} - {None}
    same_series, same_year = len(tables) < 2, len(years) < 2
    same_state = before.observation.status is after.observation.status
    if not same_series or pair.came_with_table:
        yield Cause.OTHER_TABLE
    if not pair.same_source:
        yield Cause.OTHER_QUESTION
    if same_series and same_state and not same_year:
        yield Cause.NEW_YEAR
    comparable = same_series and same_year and _both(before, after)
    beyond = comparable and _is_beyond_rounding(pair, before.observation, after.observation)
    if beyond and not pair.same_delivery:
        yield Cause.REVISED
    if not same_state and pair.known_in_both:
        yield Cause.OTHER_STATE
    if comparable and _ruler_alone_moved(pair, before, after):
        yield Cause.ONLY_RULER
    if not (pair.same_rule and pair.known_in_both) or (beyond and not pair.same_weights):
        yield Cause.OUR_RULE


def _unseen(pair: FigurePair, before: FigureInEdition, after: FigureInEdition) -> Cause:
    """The cause where nothing shows: nothing differs, or only what rounding may make of it."""
    one, other = before.observation, after.observation
    if _content(one) == _content(other):
        return Cause.EQUAL
    may_differ = not (pair.same_delivery and pair.same_weights)
    if may_differ and _both(before, after) and not _is_beyond_rounding(pair, one, other):
        return Cause.ROUNDING
    raise RuntimeError(f"no cause for {one} that became {other}")


def _both(before: FigureInEdition, after: FigureInEdition) -> bool:
    return before.observation.value is not None and after.observation.value is not None


def _content(found: Observation) -> tuple[object, ...]:
    """What is kept of a figure, wherever it comes from."""
    counts = found.numerator, found.denominator
    return found.status, found.value, found.lower, found.upper, counts


def _is_beyond_rounding(pair: FigurePair, before: Observation, after: Observation) -> bool:
    """Whether what is printed differs more than rounding at random can make of it."""
    one, other = (_printed(each, pair.decimals) for each in (before, after))
    if one == other:
        return False
    if one[1:] != other[1:] or before.value is None or after.value is None:
        return True
    return round(abs(after.value - before.value), 9) > pair.margin


def _printed(found: Observation, decimals: int) -> tuple[float | None, ...]:
    """The figure and its limits as they stand on a page."""
    values = (found.value, found.lower, found.upper)
    return tuple(None if value is None else half_up(value, decimals) for value in values)


def _ruler_alone_moved(pair: FigurePair, before: FigureInEdition, after: FigureInEdition) -> bool:
    """Whether the same number is printed, and what it is measured against is not the same."""
    one, other = (_printed(each.observation, pair.decimals) for each in (before, after))
    if one[0] != other[0]:
        return False
    return before.ruler != after.ruler or _word(before) != _word(after)


def _word(found: FigureInEdition) -> object:
    """Few people may take a word away, or give it back, whatever it is measured against."""
    return None if found.standing is None else found.standing.word

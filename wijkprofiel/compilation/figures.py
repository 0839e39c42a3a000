"""From an indicator's definition to its figures for all regions of the edition.

A figure is published by the source, computed here as a share of counts, or the growth between two
tables. Each keeps what the page needs to be honest: the counts behind a share, the limits where
the source has them, and for every gap the reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from wijkprofiel.compilation.figure_column import Absence, FigureColumn, Pair
from wijkprofiel.compilation.identity import Join
from wijkprofiel.compilation.plausible import are_fractions, outside
from wijkprofiel.compilation.ranges import COUNTS, ROUNDED_BY, in_words, possible_range
from wijkprofiel.compilation.tables import LOWER, UPPER, JoinedTable
from wijkprofiel.configuration.definitions import CountRounding, IndicatorDefinition, Unit
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.domain.figures import Figure, FigureKey
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.edition.area_figures import VALUE_DECIMALS
from wijkprofiel.edition.packing import Flags, Floats
from wijkprofiel.sources.topics import not_found

_OF_100 = {Unit.PERCENT, Unit.PER_100}


@dataclass(frozen=True)
class _Keys:
    """Columns of one table that make a figure.

    Attributes:
        single: of a figure that the source publishes, which may have counts beside it.
    """

    numerator: list[str]
    denominator: list[str]
    single: str | None = None

    @property
    def all(self) -> list[str]:
        return [*([self.single] if self.single else []), *self.numerator, *self.denominator]


def columns_of(
    definition: IndicatorDefinition,
    order: Sequence[JoinedTable],
    smallest_denominator: float,
    *,
    optional: bool = False,
) -> list[FigureColumn]:
    """All figures of one indicator: one per age group and year.

    Args:
        order: tables of the indicator's group, the preferred one first.
        smallest_denominator: a share of fewer people is withheld.
        optional: the tables may be without it; then there are no figures.

    Raises:
        SourceChangedError: if a topic is not found once, or too many of its values cannot be.
    """
    if optional and not any(_find(definition, table) for table in order):
        return []
    if definition.bron.verandering is not None:
        return [_change(definition, order, smallest_denominator)]
    table, keys = _first_with_figures(definition, order)
    columns = [
        _column(definition, table, keys, (age, period), smallest_denominator)
        for age in table.ages
        if age in definition.leeftijden
        for period in table.periods
    ]
    for earlier in order[order.index(table) + 1 :]:
        columns.extend(_filling_in(definition, earlier, columns, smallest_denominator))
    return columns


def _filling_in(
    definition: IndicatorDefinition,
    table: JoinedTable,
    columns: Sequence[FigureColumn],
    smallest: float,
) -> list[FigureColumn]:
    """Figures of a later table in the order, where those of the first cannot be joined.

    Only the last year of that table, and only if it fills in anything; each keeps its own year and
    table, and is never put on one line with the first.
    """
    keys, taken = _find(definition, table), {column.figure.key for column in columns}
    if keys is None or _is_empty(table, keys):
        return []
    found = []
    for first in columns:
        age = first.figure.key.age
        key = FigureKey(definition.id, age, table.newest)
        if not first.figure.newest or key in taken or not table.has(age, table.newest):
            continue
        column = _column(definition, table, keys, (age, table.newest), smallest)
        open_ = np.isnan(first.values) & (first.gaps == Absence.OTHER_DIVISION)
        if (open_ & ~np.isnan(column.values)).any():
            found.append(replace(column, figure=replace(column.figure, newest=False)))
            taken.add(key)
    return found


def _first_with_figures(
    definition: IndicatorDefinition, order: Sequence[JoinedTable]
) -> tuple[JoinedTable, _Keys]:
    """The first table that has figures; if none has, the first that knows the topic at all."""
    found = [(table, keys) for table in order if (keys := _find(definition, table)) is not None]
    if not found:
        raise _not_found(definition, order)
    return next((pair for pair in found if not _is_empty(*pair)), found[0])


def _find(definition: IndicatorDefinition, table: JoinedTable) -> _Keys | None:
    source = definition.bron
    wanted = source.onderwerp or source.verandering
    single = None if wanted is None else table.topic(wanted)
    numerator = [table.topic([name]) for name in source.teller or ()]
    denominator = [table.topic([name]) for name in source.noemer or ()]
    if None in numerator or None in denominator or (wanted is not None and single is None):
        return None
    return _Keys(
        [t.key for t in numerator if t],
        [t.key for t in denominator if t],
        None if single is None else single.key,
    )


def _not_found(definition: IndicatorDefinition, order: Sequence[JoinedTable]) -> SourceChangedError:
    source = definition.bron
    parts = (source.onderwerp, source.teller, source.noemer, source.verandering)
    wanted = [name for part in parts for name in part or ()]
    return not_found(definition.id, [(t.id, t.source.topics) for t in order], wanted)


def _is_empty(table: JoinedTable, keys: _Keys) -> bool:
    """Whether one of the columns has nothing in any age group and year: not delivered yet."""
    return any(
        all(table.is_empty(key, age, period) for age, period, _ in table.slices) for key in keys.all
    )


def _column(
    definition: IndicatorDefinition,
    table: JoinedTable,
    keys: _Keys,
    at: tuple[AgeGroup, int],
    smallest: float,
) -> FigureColumn:
    age, period = at
    key = FigureKey(definition.id, age, period)
    if not table.has(age, period):
        return _nothing(Figure(key, table.id, ValueStatus.NOT_DELIVERED, newest=False), table)
    newest = period == table.newest
    if any(table.is_empty(column, age, period) for column in keys.all):
        return _nothing(Figure(key, table.id, table.empty, newest=newest), table)
    figure = Figure(key, table.id, ValueStatus.MISSING, newest=newest)
    column = _as_given(definition, table, keys, figure, smallest)
    return _of_nobody(column, table.nobody) if definition.is_about_people else column


def _of_nobody(column: FigureColumn, nobody: Flags) -> FigureColumn:
    """One kind of absence where nobody lives: there is nothing to withhold or to leave out."""
    without_more = np.isin(column.gaps, (Absence.USUAL, Absence.WITHHELD))
    return replace(column, gaps=_gaps(column.gaps, {Absence.NOT_APPLICABLE: nobody & without_more}))


def _as_given(
    definition: IndicatorDefinition,
    table: JoinedTable,
    keys: _Keys,
    figure: Figure,
    smallest: float,
) -> FigureColumn:
    if keys.single is None:
        return _share(definition, table, keys, figure, smallest)
    found = _published(definition, table, keys.single, figure)
    if not keys.numerator:
        return found
    part, whole = (_sum(table, each, figure)[0] for each in (keys.numerator, keys.denominator))
    counts = _together(part, whole, ~np.isnan(part) & ~np.isnan(whole))
    return replace(found, counts=counts, multiplier=definition.bron.vermenigvuldig)


def _together(numerator: Floats, denominator: Floats, where: Flags) -> Pair:
    """Both counts or neither."""
    return np.where(where, numerator, np.nan), np.where(where, denominator, np.nan)


def _nothing(figure: Figure, table: JoinedTable) -> FigureColumn:
    return FigureColumn(figure, np.full(len(table.join), np.nan), np.zeros_like(table.join))


def _published(
    definition: IndicatorDefinition, table: JoinedTable, column: str, figure: Figure
) -> FigureColumn:
    age, period = figure.key.age, figure.key.period
    values, wrong = table.sifted(column, figure.key, possible_range(definition))
    if definition.eenheid in _OF_100 and are_fractions(values):
        raise _fractions(definition, table, column, values)
    limits: Pair | None = None
    if table.has(age, period, LOWER) and table.has(age, period, UPPER):
        lower, upper = _limits(table, column, figure, values)
        crossed = (values < lower) | (values > upper)
        why = "buiten hun eigen marges"
        table.sieve.take_out(figure.key, column, crossed, values.tolist(), why)
        values, lower, upper = (np.where(crossed, np.nan, each) for each in (values, lower, upper))
        wrong, limits = wrong | crossed, (lower, upper)
    gaps = _gaps(_blanks(table, [column], figure), {Absence.IMPROBABLE: wrong})
    return FigureColumn(figure, values, gaps, limits=limits)


def _fractions(
    definition: IndicatorDefinition, table: JoinedTable, column: str, values: Floats
) -> SourceChangedError:
    place = int(np.flatnonzero(values > 0)[0])
    return SourceChangedError(
        f"Indicator {definition.id}: kolom {column} van tabel {table.id} heeft alleen cijfers van 0"
        f" tot 1, zoals {values[place]:.3g} bij {table.sieve.codes[place]}; verwacht: procenten.",
        remedy="De bron geeft hier delen van één in plaats van procenten. Er is geen editie"
        " gemaakt; wat er was, staat er nog. Meld het de maker van de tabel.",
    )


def _limits(table: JoinedTable, column: str, figure: Figure, values: Floats) -> Pair:
    """Both limits of a figure, or neither."""
    age, period = figure.key.age, figure.key.period
    lower, upper = (
        np.round(table.column(column, age, period, margin), VALUE_DECIMALS)
        for margin in (LOWER, UPPER)
    )
    whole = ~np.isnan(lower) & ~np.isnan(upper) & ~np.isnan(values)
    return np.where(whole, lower, np.nan), np.where(whole, upper, np.nan)


def _blanks(table: JoinedTable, columns: Sequence[str], figure: Figure) -> NDArray[np.int8]:
    """Gaps, where a blank of an untyped table has its own meaning."""
    asked = table.empty is ValueStatus.NOT_ASKED
    blank = np.zeros(len(table.join), dtype=np.bool_)
    for column in columns:
        blank |= table.blank(column, figure.key.age, figure.key.period)
    return _gaps(table.join, {Absence.NOT_ASKED if asked else Absence.NOT_APPLICABLE: blank})


def _share(
    definition: IndicatorDefinition,
    table: JoinedTable,
    keys: _Keys,
    figure: Figure,
    smallest: float,
) -> FigureColumn:
    numerator, wrong_part = _sum(table, keys.numerator, figure)
    denominator, wrong_whole = _sum(table, keys.denominator, figure)
    if definition.bron.afronding is CountRounding.NONE:
        smallest = 0  # hectares are not people: nothing to protect, nothing rounded at random
    known = ~np.isnan(numerator) & ~np.isnan(denominator)
    small = known & (denominator < smallest)
    undefined = known & ~small & (denominator <= 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        values = numerator / denominator * definition.bron.vermenigvuldig
    impossible = _impossible_shares(definition, keys, (numerator, denominator), values)
    wrong = impossible & known & ~small & ~undefined
    column, expected = " / ".join(keys.all), in_words(possible_range(definition))
    table.sieve.take_out(figure.key, column, wrong, values.tolist(), f"verwacht: {expected}")
    shown = known & ~small & ~undefined & ~wrong
    if definition.eenheid is Unit.PERCENT:
        # Counts that are rounded at random can give 101%; the counts stay as they are.
        values = np.minimum(values, 100)
    return FigureColumn(
        figure,
        _rounded(np.where(shown, values, np.nan)),
        _gaps(
            _blanks(table, keys.all, figure),
            {
                Absence.WITHHELD: small,
                Absence.NOT_APPLICABLE: undefined,
                Absence.IMPROBABLE: wrong | wrong_part | wrong_whole,
            },
        ),
        counts=_together(numerator, denominator, known & ~impossible),
        multiplier=definition.bron.vermenigvuldig,
        withheld=_rounded(np.where(small & (denominator > 0), values, np.nan)),
    )


def _impossible_shares(
    definition: IndicatorDefinition, keys: _Keys, counts: Pair, values: Floats
) -> Flags:
    """Shares that their unit does not allow, also if the counts were rounded as far as can be."""
    if definition.eenheid is not Unit.PERCENT:
        return outside(values, possible_range(definition))
    part, whole = counts
    errors = ROUNDED_BY[definition.bron.afronding] * len(keys.numerator)
    return part - whole > errors + ROUNDED_BY[CountRounding.FIVES] * len(keys.denominator)


def _rounded(values: Floats) -> Floats:
    """Rounded as Python rounds, so that a share read back from its counts is the same number."""
    return np.array([round(value, VALUE_DECIMALS) for value in values.tolist()])


def _sum(table: JoinedTable, columns: Sequence[str], figure: Figure) -> tuple[Floats, Flags]:
    """Sum of counts, NaN as soon as one of them is missing, and where one of them cannot be."""
    sifted = [table.sifted(column, figure.key, COUNTS) for column in columns]
    total: Floats = np.stack([values for values, _ in sifted]).sum(axis=0)
    return total, np.logical_or.reduce([wrong for _, wrong in sifted])


def _gaps(join: NDArray[np.int8], more: Mapping[Absence, Flags]) -> NDArray[np.int8]:
    gaps = join.copy()
    for gap, where in more.items():
        gaps[where] = gap
    return gaps


def _change(
    definition: IndicatorDefinition, order: Sequence[JoinedTable], smallest: float
) -> FigureColumn:
    """Growth between two tables, only of areas that kept their borders."""
    newer, older = order[0], order[1]
    (now, wrong_now), (then, wrong_then) = (_count(definition, t) for t in (newer, older))
    there = (newer.join == Join.JOINED) & (older.join == Join.JOINED)
    other = (newer.join == Join.OTHER_DIVISION) | (older.join == Join.OTHER_DIVISION)
    moved = there & (_moved(newer) | _moved(older))
    kept = there & ~moved
    small = kept & (then < smallest)
    shown = kept & ~small & ~np.isnan(now) & ~np.isnan(then) & (then > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        values = _rounded((now / then - 1) * 100)
    key = FigureKey(definition.id, AgeGroup.ALL, newer.newest)
    column = FigureColumn(
        Figure(key, newer.id, ValueStatus.MISSING, base_period=older.newest),
        np.where(shown, values, np.nan),
        _gaps(
            newer.join,
            {
                Absence.NOT_IN_SOURCE: older.join == Join.NOT_IN_SOURCE,
                Absence.IMPROBABLE: wrong_now | wrong_then,
                Absence.WITHHELD: small,
                Absence.OTHER_DIVISION: other | moved,
            },
        ),
        counts=_together(now, then, kept & ~np.isnan(now) & ~np.isnan(then)),
    )
    return _of_nobody(column, kept & older.nobody)


def _count(definition: IndicatorDefinition, table: JoinedTable) -> tuple[Floats, Flags]:
    keys = _find(definition, table)
    if keys is None:
        raise _not_found(definition, [table])
    key = FigureKey(definition.id, AgeGroup.ALL, table.newest)
    assert keys.single is not None  # a change is of one topic
    return table.sifted(keys.single, key, COUNTS)


def _moved(table: JoinedTable) -> Flags:
    """Areas whose borders are not proven to be the same."""
    identity = table.identity
    if identity is None:
        return np.zeros(len(table.join), dtype=np.bool_)
    return identity.changed | ~identity.area_known

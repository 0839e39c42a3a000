"""Gemeente and country held against their wijken.

A source counts some things with a gemeente and with none of its wijken: sea and large lakes. Others
it counts with a wijk where hardly anybody lives: the cars of a leasing company. Compared with such
a gemeente every wijk is lower, whoever lives there. So the counts of the wijken have to give the
whole back, but for rounding and for who is known of no wijk:

    |sum of the wijken - whole| <= max(rounding, 2% of the whole)

Where they do not, no part is compared with that whole. An indicator that says `uit_wijken` has its
wholes put together from the wijken instead; what the source gives is kept beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from wijkprofiel.compilation.figure_column import FigureColumn, Pair
from wijkprofiel.compilation.ranges import USUAL_DIFFERENCE, rounding_of_sum
from wijkprofiel.configuration.definitions import IndicatorDefinition, Kind, Method
from wijkprofiel.domain.observation import Basis
from wijkprofiel.domain.regions import NEDERLAND, RegionLevel, gemeente_code_of
from wijkprofiel.edition.area_figures import VALUE_DECIMALS
from wijkprofiel.edition.packing import Flags, Floats, Places

_NEARLY_ALL = 0.98
"""Of the people of a whole; wijken with fewer do not make it."""


def held_against_wijken(
    columns: Sequence[FigureColumn],
    indicators: Iterable[IndicatorDefinition],
    regions: pd.DataFrame,
) -> list[FigureColumn]:
    """The same figures; those of wholes rebuilt, or marked as not following from the wijken."""
    definitions = {each.id: each for each in indicators}
    wholes = Wholes(regions)
    return [_held(column, definitions[column.figure.key.indicator], wholes) for column in columns]


def _held(column: FigureColumn, definition: IndicatorDefinition, wholes: Wholes) -> FigureColumn:
    if definition.methode is not Method.REGISTER or column.is_empty:
        return column
    if definition.bron.uit_wijken and column.counts is not None:
        return _rebuilt(column, column.counts, definition, wholes)
    beside = np.zeros(len(column.values), dtype=np.bool_)
    for counts in _counts(column, definition):
        beside |= wholes.differing(counts, definition)
    return replace(column, bases={Basis.BESIDE_WIJKEN: beside}) if beside.any() else column


def _counts(column: FigureColumn, definition: IndicatorDefinition) -> Iterable[Floats]:
    """What adds up of a figure; of a published mean or percentage nothing does."""
    if column.counts is not None:
        return column.counts
    return (column.values,) if definition.soort is Kind.COUNT else ()


def _rebuilt(
    column: FigureColumn, counts: Pair, definition: IndicatorDefinition, wholes: Wholes
) -> FigureColumn:
    ceiling, multiplier = definition.bron.hoogstens, definition.bron.vermenigvuldig
    above = np.zeros(len(column.values), dtype=np.bool_)
    if ceiling is not None:
        above = wholes.is_part & (multiplier * counts[0] > ceiling * counts[1])
    part, whole = (wholes.sums(np.where(above, 0.0, each)) for each in counts)
    made = wholes.is_whole & wholes.covered(~np.isnan(counts[0])) & (whole > 0)
    values = column.values.copy()
    for place in np.flatnonzero(made).tolist():
        values[place] = round(float(multiplier * part[place] / whole[place]), VALUE_DECIMALS)
    return replace(
        column,
        values=values,
        counts=(np.where(made, part, counts[0]), np.where(made, whole, counts[1])),
        bases={
            Basis.ABOVE_CEILING: above,
            Basis.FROM_WIJKEN: made,
            Basis.BESIDE_WIJKEN: wholes.is_whole & ~made & ~np.isnan(column.values),
        },
        published=(
            np.where(made, column.values, np.nan),
            np.where(made, counts[0], np.nan),
            np.where(made, counts[1], np.nan),
        ),
    )


@dataclass(frozen=True)
class Wholes:
    """The gemeenten and the country, each with the wijken that it consists of.

    Attributes:
        regions: all areas of an edition, in the order of its columns.
    """

    regions: pd.DataFrame

    @cached_property
    def is_whole(self) -> Flags:
        """Which areas consist of wijken."""
        return self._of(RegionLevel.GEMEENTE) | self._of(RegionLevel.LAND)

    @cached_property
    def is_part(self) -> Flags:
        """Which areas lie in one."""
        return self._of(RegionLevel.WIJK) | self._of(RegionLevel.BUURT)

    def _of(self, level: RegionLevel) -> Flags:
        return np.asarray((self.regions["level"] == level).to_numpy(), dtype=np.bool_)

    @cached_property
    def _wijken(self) -> Places:
        return np.flatnonzero(self._of(RegionLevel.WIJK))

    @cached_property
    def _homes(self) -> Places:
        """Per wijk the place of its gemeente."""
        codes = [gemeente_code_of(str(code)) for code in self.regions.index[self._wijken]]
        return np.asarray(self.regions.index.get_indexer(pd.Index(codes)), dtype=np.intp)

    def sums(self, values: Floats) -> Floats:
        """Per whole the sum of what is known of its wijken; 0 for every other area."""
        known = np.nan_to_num(values[self._wijken])
        found = np.zeros(len(values))
        np.add.at(found, self._homes, known)
        if NEDERLAND in self.regions.index:
            found[self.regions.index.get_loc(NEDERLAND)] = known.sum()
        return found

    def covered(self, known: Flags) -> Flags:
        """Where nearly everybody lives in wijken of which something is known."""
        people = self.regions["inhabitants"].to_numpy(dtype=float)
        inside = self.sums(np.where(known, people, 0.0))
        return np.asarray(inside >= _NEARLY_ALL * people, dtype=np.bool_)

    def differing(self, counts: Floats, definition: IndicatorDefinition) -> Flags:
        """Wholes that are more than their wijken, or less.

        Where the count of a wijk is not known, only that the others are more says anything; where
        wijken are lacking altogether nothing does.
        """
        parts = self.sums(np.ones(len(counts)))
        off = self.sums(counts) - counts
        rounding = np.array([rounding_of_sum(definition, each) for each in parts.tolist()])
        far = np.abs(off) > np.maximum(rounding, USUAL_DIFFERENCE * counts)
        unknown = self.sums(np.isnan(counts).astype(float)) > 0
        everywhere = self.covered(np.ones(len(counts), dtype=np.bool_))
        tested = self.is_whole & everywhere & ~np.isnan(counts) & ~(unknown & (off < 0))
        return np.asarray(tested & far, dtype=np.bool_)

"""How far the parts of an area lie apart by a figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.definitions import IndicatorDefinition, Scale
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import SpreadSummary
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.findings.figure_book import FigureBook

TWO_ENDS = 2
"""Figures that a range needs, and parts that are worth putting beside each other."""
_DECIMALS = 4
"""Of a range in spreads: ranges are ordered by it, and noise may not decide."""


@dataclass(frozen=True, slots=True)
class PartRange:
    """How far the parts that count lie apart by one indicator.

    Attributes:
        low, high: the lowest and the highest figure, in the unit of the indicator.
        spreads: the distance between them in national spreads over wijken, on the scale of the
            indicator; None where there is no spread.
    """

    indicator: str
    low: float
    high: float
    spreads: float | None

    @property
    def width(self) -> float:
        """The same to order by: what cannot be measured comes last."""
        return -1.0 if self.spreads is None else self.spreads


def counts(part: Area, limits: JudgementLimits) -> bool:
    """Whether enough adults live in a part for every word of a verdict.

    Where fewer live, the estimate is so coarse that it would be the extreme by chance.
    """
    people = people_of(part, AgeGroup.ADULTS)
    return people is not None and people >= limits.mensen.alle_klassen_vanaf


def range_of(
    definition: IndicatorDefinition, figures: Iterable[float | None], spread: SpreadSummary | None
) -> PartRange | None:
    """The range of the figures that there are; None without two of them."""
    known = [figure for figure in figures if figure is not None]
    if len(known) < TWO_ENDS:
        return None
    low, high = min(known), max(known)
    return PartRange(definition.id, low, high, _in_spreads(definition, low, high, spread))


def part_ranges(
    book: FigureBook,
    parts: Iterable[Area],
    definitions: Iterable[IndicatorDefinition],
    limits: JudgementLimits,
) -> tuple[PartRange, ...]:
    """The range of each figure of adults over the parts that count, the widest one first."""
    large = [part for part in parts if counts(part, limits)]
    found = [each for item in definitions if (each := _of_adults(book, large, item)) is not None]
    return tuple(sorted(found, key=lambda each: -each.width))


def _of_adults(
    book: FigureBook, parts: Sequence[Area], definition: IndicatorDefinition
) -> PartRange | None:
    figure = book.newest(definition.id, AgeGroup.ADULTS)
    if figure is None:
        return None
    figures = [book.observation(part, figure.key).value for part in parts]
    return range_of(definition, figures, book.spread(figure.key))


def _in_spreads(
    definition: IndicatorDefinition, low: float, high: float, spread: SpreadSummary | None
) -> float | None:
    if spread is None:
        return None
    if definition.schaal is Scale.ROOT:
        unit, distance = spread.sd_root, sqrt(high) - sqrt(low)
    else:
        unit, distance = spread.sd, high - low
    return round(distance / unit, _DECIMALS) if unit else None

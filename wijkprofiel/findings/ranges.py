"""Which figure lies furthest apart between the parts of an area."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.findings.figure_book import FigureBook


@dataclass(frozen=True, slots=True)
class PartRange:
    """The lowest and the highest figure of the parts with enough adults.

    Attributes:
        spreads: how far these lie apart, in units of the national spread.
    """

    indicator: str
    low: float
    high: float
    spreads: float


def part_ranges(
    book: FigureBook, parts: Iterable[Area], indicators: Iterable[str], limits: JudgementLimits
) -> tuple[PartRange, ...]:
    """The range of each figure of adults, the widest one first.

    Parts with too few adults for every word of a verdict do not count: there the estimate is so
    coarse that it would be the extreme by chance.
    """
    large = [part for part in parts if _counts(part, limits.mensen.alle_klassen_vanaf)]
    found = [each for key in indicators if (each := _range(book, large, key)) is not None]
    return tuple(sorted(found, key=lambda each: -each.spreads))


def _counts(part: Area, fewest: float) -> bool:
    people = people_of(part, AgeGroup.ADULTS)
    return people is not None and people >= fewest


def _range(book: FigureBook, parts: Sequence[Area], indicator: str) -> PartRange | None:
    figure = book.newest(indicator, AgeGroup.ADULTS)
    spread = None if figure is None else book.spread(figure.key)
    if figure is None or spread is None or not spread.sd:
        return None
    observed = [book.observation(part, figure.key).value for part in parts]
    values = [value for value in observed if value is not None]
    if len(values) < 2:
        return None
    low, high = min(values), max(values)
    return PartRange(indicator, low, high, (high - low) / spread.sd)

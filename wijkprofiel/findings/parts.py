"""The parts of an area beside each other: the buurten of a wijk, the wijken of a gemeente.

The question is where in the area something is so, and so a part is judged against the area that it
lies in, by the same classes and guards as a wijk against its gemeente; the country goes along.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.definitions import IndicatorDefinition, Scale
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.roles import Role
from wijkprofiel.findings.benchmarks import Benchmark, Benchmarks
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.findings.values import IndicatorValue, Valuer

_TOO_FEW_TO_COMPARE = 2
_DECIMALS = 4
"""Of a range in spreads: ranges are ordered by it, and noise may not decide."""


@dataclass(frozen=True, slots=True)
class PartFindings:
    """One part of an area, against the area as a whole and against the country.

    Attributes:
        counts: whether enough adults live there to be put beside the others: where fewer live, the
            estimate is too coarse to be the lowest or highest one.
    """

    area: Area
    values: tuple[IndicatorValue, ...]
    counts: bool


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


@dataclass(frozen=True, slots=True)
class Parts:
    """An area and its parts, by the same indicators in the same order.

    Attributes:
        whole: the area itself, against the country.
        parts: by code; at least two.
        ranges: where the parts lie apart, the widest first; of indicators with two figures.
    """

    whole: PartFindings
    parts: tuple[PartFindings, ...]
    ranges: tuple[PartRange, ...]


@dataclass(frozen=True, slots=True)
class PartsMaker:
    """Puts the parts of one area beside each other."""

    book: FigureBook
    limits: JudgementLimits
    country: Area
    definitions: Sequence[IndicatorDefinition]

    def parts(self, whole: Area, parts: Sequence[Area]) -> Parts | None:
        """The area and its parts; None where there are no two of them, or no indicators."""
        if len(parts) < _TOO_FEW_TO_COMPARE or not self.definitions:
            return None
        country = Benchmark(Role.COUNTRY.value, self.country, Role.COUNTRY)
        inside = Benchmark(whole.kind.value, whole, Role.WHOLE)
        around = Benchmarks(shown=(inside,), country=country)
        made = tuple(self._part(part, around) for part in parts)
        return Parts(
            whole=self._part(whole, Benchmarks(country=country)),
            parts=made,
            ranges=tuple(sorted(self._ranges(made), key=_widest_first)),
        )

    def _part(self, area: Area, benchmarks: Benchmarks) -> PartFindings:
        valuer = Valuer(self.book, self.limits, area, benchmarks)
        people = people_of(area, AgeGroup.ADULTS)
        return PartFindings(
            area,
            tuple(valuer.value(each, _age(each)) for each in self.definitions),
            counts=people is not None and people >= self.limits.mensen.alle_klassen_vanaf,
        )

    def _ranges(self, parts: Sequence[PartFindings]) -> Iterator[PartRange]:
        for place, definition in enumerate(self.definitions):
            values = [part.values[place] for part in parts if part.counts]
            figures = [
                value.observation.value for value in values if value.observation.value is not None
            ]
            if len(figures) >= _TOO_FEW_TO_COMPARE:
                low, high = min(figures), max(figures)
                yield PartRange(
                    definition.id, low, high, _in_spreads(definition, values[0], low, high)
                )


def _in_spreads(
    definition: IndicatorDefinition, value: IndicatorValue, low: float, high: float
) -> float | None:
    if value.spread is None:
        return None
    if definition.schaal is Scale.ROOT:
        unit, distance = value.spread.sd_root, sqrt(high) - sqrt(low)
    else:
        unit, distance = value.spread.sd, high - low
    return round(distance / unit, _DECIMALS) if unit else None


def _widest_first(found: PartRange) -> float:
    return 0.0 if found.spreads is None else -found.spreads


def _age(definition: IndicatorDefinition) -> AgeGroup:
    return AgeGroup.ALL if AgeGroup.ALL in definition.leeftijden else AgeGroup.ADULTS

"""The parts of an area beside each other: the buurten of a wijk, the wijken of a gemeente.

The question is where in the area something is so, and so a part is judged against the area that it
lies in, by the same classes and guards as a wijk against its gemeente; the country goes along.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.roles import Role
from wijkprofiel.findings.benchmarks import Benchmark, Benchmarks
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.findings.ranges import TWO_ENDS, PartRange, counts, range_of
from wijkprofiel.findings.values import IndicatorValue, Valuer


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
        if len(parts) < TWO_ENDS or not self.definitions:
            return None
        country = Benchmark(Role.COUNTRY.value, self.country, Role.COUNTRY)
        inside = Benchmark(whole.kind.value, whole, Role.WHOLE)
        around = Benchmarks(shown=(inside,), country=country)
        made = tuple(self._part(part, around) for part in parts)
        return Parts(
            whole=self._part(whole, Benchmarks(country=country)),
            parts=made,
            ranges=tuple(sorted(self._ranges(made), key=lambda each: -each.width)),
        )

    def _part(self, area: Area, benchmarks: Benchmarks) -> PartFindings:
        valuer = Valuer(self.book, self.limits, area, benchmarks, of_one_year=True)
        return PartFindings(
            area,
            tuple(valuer.value(each, _age(each)) for each in self.definitions),
            counts=counts(area, self.limits),
        )

    def _ranges(self, parts: Sequence[PartFindings]) -> Iterator[PartRange]:
        counted = [part for part in parts if part.counts]
        for place, definition in enumerate(self.definitions):
            values = [part.values[place] for part in counted]
            spread = values[0].spread if values else None
            found = range_of(definition, (value.observation.value for value in values), spread)
            if found is not None:
                yield found


def _age(definition: IndicatorDefinition) -> AgeGroup:
    return AgeGroup.ALL if AgeGroup.ALL in definition.leeftijden else AgeGroup.ADULTS

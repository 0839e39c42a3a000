"""Whether figures of composed areas are what those of their gemeenten give.

Added up while the rows of the gemeenten are read for the other checks, so that none is read twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.together import Way
from wijkprofiel.domain.composed import ComposedArea
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region
from wijkprofiel.edition.area_figures import AreaFigures
from wijkprofiel.edition.reader import Edition
from wijkprofiel.methods.union import weighted_mean

_TOLERANCE = 1e-6
_CHECKED = (Way.PEOPLE, Way.COUNTS)
"""What follows from the figures of the gemeenten alone; other rules need counts beside them."""


@dataclass
class ComposedSums:
    """Holds health figures and counts of composed areas against their gemeenten.

    Args:
        indicators: those that the edition was compiled for.
    """

    edition: Edition
    indicators: Mapping[str, IndicatorDefinition]
    _known: dict[tuple[int, str], tuple[float, float]] = field(default_factory=dict)

    def add(self, home: str, area: AreaFigures) -> None:
        """Take in the figures of one gemeente."""
        if not self.edition.composed or home not in area.codes:
            return
        place = area.codes.index(home)
        for slot, _, rule in self._figures():
            if rule is Way.PEOPLE:
                value = area.values(slot)[place]
                pair = None if value is None else (value, 0.0)
            else:
                above, below = (column[place] for column in area.counts(slot))
                pair = None if above is None or below is None else (above, below)
            if pair is not None:
                self._known[slot, home] = pair

    def problems(self, composed: ComposedArea, area: AreaFigures) -> Iterator[str]:
        """Figures of one composed area that its gemeenten do not give."""
        for slot, key, rule in self._figures():
            if area.values(slot)[0] is None:
                continue
            if rule is Way.PEOPLE:
                expected = [self._mean(slot, key, composed)]
                found = [area.values(slot)[0]]
            else:
                expected = self._sums(slot, composed)
                found = [column[0] for column in area.counts(slot)]
            pairs = zip(found, expected, strict=True)
            if any(one is None or abs(one - other) > _TOLERANCE for one, other in pairs):
                yield (
                    f"{composed.area.code} {key.indicator} {key.age} {key.period}: het cijfer is"
                    " niet wat de gemeenten samen geven"
                )

    def _figures(self) -> Iterator[tuple[int, FigureKey, Way]]:
        for slot, key in enumerate(self.edition.figures):
            definition = self.indicators.get(key.indicator)
            if definition is not None and definition.together.wijze in _CHECKED:
                yield slot, key, definition.together.wijze

    def _mean(self, slot: int, key: FigureKey, composed: ComposedArea) -> float:
        pairs = [
            (self._known[slot, each.code][0], _people(each, key.age))
            for each in composed.members
            if (slot, each.code) in self._known
        ]
        weighed = [(value, people) for value, people in pairs if people]
        if not weighed:
            return 0.0
        values, weights = zip(*weighed, strict=True)
        return weighted_mean(values, weights)

    def _sums(self, slot: int, composed: ComposedArea) -> list[float]:
        pairs = [self._known.get((slot, code), (0.0, 0.0)) for code in composed.codes]
        return [sum(above for above, _ in pairs), sum(below for _, below in pairs)]


def _people(region: Region, age: AgeGroup) -> float:
    adults, elderly = region.adults or 0.0, float(region.elderly or 0)
    if age is AgeGroup.WORKING_AGE:
        return max(0.0, adults - elderly)
    return elderly if age is AgeGroup.ELDERLY else adults

"""All indicator values of an area, looked up by what a page needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.findings.values import IndicatorValue


@dataclass(frozen=True)
class Values:
    """All indicator values of an area, in the order of the catalogue."""

    all: tuple[IndicatorValue, ...]

    @cached_property
    def by_key(self) -> dict[tuple[str, AgeGroup], IndicatorValue]:
        """By indicator and age group."""
        return {(value.indicator, value.age): value for value in self.all}

    def adults(self, indicator: str) -> IndicatorValue:
        """The value that a point is about; there is one for every point."""
        return self.by_key[(indicator, AgeGroup.ADULTS)]

    def main(self, indicator: str) -> IndicatorValue | None:
        """The value that a row is about: everybody, or adults; None for other age groups only."""
        for age in (AgeGroup.ALL, AgeGroup.ADULTS):
            if (indicator, age) in self.by_key:
                return self.by_key[(indicator, age)]
        return None

    def elderly(self, indicator: str) -> IndicatorValue | None:
        """The same indicator for 65-plussers, where it has them."""
        return self.by_key.get((indicator, AgeGroup.ELDERLY))

    @property
    def asks_health(self) -> bool:
        """Whether the health monitor is shown at all, be it with a figure or without."""
        return any(value.is_health for value in self.all)

    @property
    def health_asked(self) -> list[IndicatorValue]:
        """The figures of adults from the health monitor, also where there is none."""
        return [value for value in self.all if value.age is AgeGroup.ADULTS and value.is_health]

    def health(self) -> list[IndicatorValue]:
        """The figures of adults from the health monitor that are there."""
        return [value for value in self.health_asked if value.observation.value is not None]

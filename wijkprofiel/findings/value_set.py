"""All indicator values of a region, looked up by what a page needs."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.words.wording import is_health


@dataclass(frozen=True, slots=True)
class Values:
    """All indicator values of a region, in the order of the catalogue.

    Attributes:
        names: short names of all indicators, also of those that the profile leaves out.
    """

    by_key: dict[tuple[str, AgeGroup], IndicatorValue]
    names: dict[str, str]

    def main(self, definition: IndicatorDefinition) -> IndicatorValue | None:
        """The value that a row is about: everybody, or adults; None for other age groups only."""
        for age in (AgeGroup.ALL, AgeGroup.ADULTS):
            if (definition.id, age) in self.by_key:
                return self.by_key[(definition.id, age)]
        return None

    def elderly(self, definition: IndicatorDefinition) -> IndicatorValue | None:
        """The same indicator for 65-plussers, where it has them."""
        return self.by_key.get((definition.id, AgeGroup.ELDERLY))

    @property
    def asks_health(self) -> bool:
        """Whether the profile shows the health monitor at all, be it with a figure or without."""
        return any(is_health(value.definition) for value in self.by_key.values())

    def health(self) -> list[IndicatorValue]:
        """The figures of adults from the health monitor that are there."""
        return [
            value
            for (_, age), value in self.by_key.items()
            if age is AgeGroup.ADULTS
            and is_health(value.definition)
            and value.observation.value is not None
        ]

"""How many of the people of a region live at home: what parts of a union are weighed by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from wijkprofiel.configuration.limits import UnionLimits
from wijkprofiel.domain.figures import Figure, FigureKey
from wijkprofiel.domain.observation import AgeGroup, Observation
from wijkprofiel.domain.regions import Region
from wijkprofiel.methods.union import share_at_home

Read = Callable[[Region, FigureKey], Observation]


def newest_of(figures: Mapping[FigureKey, Figure], indicator: str) -> FigureKey | None:
    """The newest figure of everybody that an edition has of an indicator."""
    found = (key for key, each in figures.items() if key.indicator == indicator and each.newest)
    return next((key for key in found if key.age is AgeGroup.ALL), None)


@dataclass(slots=True)
class HomeShares:
    """The share of people at home, per region; each is looked up once.

    Attributes:
        read: gives a figure of a region.
        figures: those of the edition.
    """

    read: Read
    figures: Mapping[FigureKey, Figure]
    limits: UnionLimits
    _found: dict[str, float] = field(default_factory=dict)

    def of(self, region: Region) -> float:
        """H of a region; 1 where nothing says that people live elsewhere than at home."""
        if region.code not in self._found:
            self._found[region.code] = share_at_home(region.inhabitants, *self.households(region))
        return self._found[region.code]

    def households(self, region: Region) -> tuple[float | None, float | None]:
        """How many there are and of how many people, as the source gives them."""
        return (
            self._value(region, self.limits.huishoudens),
            self._value(region, self.limits.huishoudensgrootte),
        )

    def _value(self, region: Region, indicator: str) -> float | None:
        key = newest_of(self.figures, indicator)
        return None if key is None else self.read(region, key).value

"""Areas that consist of whole gemeenten, and whose figures are made of theirs."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.domain.area import Area
from wijkprofiel.domain.regions import Region


@dataclass(frozen=True, slots=True)
class ComposedArea:
    """A GGD region or a province of one division.

    Attributes:
        area: its members are its gemeenten, in order of code.
        also: other names by which people know it.
        source: where it stands that these are its gemeenten.
    """

    area: Area
    also: tuple[str, ...]
    source: str

    def __post_init__(self) -> None:
        if self.area.composed is None:
            raise ValueError(f"{self.area.code}: no composed area")
        others = [each.code for each in self.members if each.gemeente_code != each.code]
        if others or list(self.codes) != sorted(self.codes):
            raise ValueError(f"{self.area.code}: gemeenten in order of code, and nothing else")

    @property
    def members(self) -> tuple[Region, ...]:
        """Its gemeenten."""
        return self.area.members

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its gemeenten."""
        return tuple(each.code for each in self.members)

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called."""
        return (self.area.name, *self.also)

"""What can be asked of several areas together, and of one area in two editions."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace

from wijkprofiel.configuration.voices import DEFAULT_VOICE
from wijkprofiel.domain.area import Area
from wijkprofiel.findings.similar import AlikeAreas
from wijkprofiel.findings.wishes import USUAL
from wijkprofiel.library.area_changes import AreaChanges
from wijkprofiel.library.area_comparison import AreaComparison
from wijkprofiel.workshop.between_editions import BetweenEditions
from wijkprofiel.workshop.comparing import Comparing, name_and_gemeente
from wijkprofiel.workshop.workshop import Workshop

Names = str | Sequence[str]
"""One name, or several."""


def listed(names: Names) -> list[str]:
    """Names as a list."""
    return [names] if isinstance(names, str) else list(names)


class SeveralAreas(ABC):
    """The part of an opened edition that puts areas, or an area in two editions, together."""

    _between: BetweenEditions | None = None

    @property
    @abstractmethod
    def shop(self) -> Workshop:
        """What does the work."""

    def compare(
        self, *areas: str | Area, gemeente: Names = (), voice: str = DEFAULT_VOICE
    ) -> AreaComparison:
        """Two to four areas beside each other, without writing anything.

        Its bytes are those that `wijkprofiel compare` writes.

        Args:
            areas: names, codes or `name@gemeente`, or areas that were found before; they keep
                their order, and none is ranked above another.
            gemeente: where to look for names without an @.
            voice: which texts, by the name of their file.

        Raises:
            RegionError: if there is no such area, or more than one.
            UsageError: if they cannot stand beside each other: too few, too many, one twice, one
                that is part of another, or areas of two editions.
        """
        found = tuple(self._at(each, listed(gemeente)) for each in areas)
        comparing = Comparing(self.shop, found, replace(USUAL, voice=voice))
        findings = comparing.findings()
        return AreaComparison(comparing, findings, comparing.content(findings))

    def similar(
        self,
        area: str | Area,
        *,
        number: int | None = None,
        gemeente: Names = (),
        among: Names = (),
    ) -> AlikeAreas:
        """The areas that are most like one in who lives there; their health does not count.

        Args:
            area: a wijk, buurt, gemeente or werkgebied: a name, a code or `name@gemeente`.
            number: how many; None for as many as the configuration says.
            gemeente: where to look for its name.
            among: only areas in these gemeenten; empty for the whole edition.

        Returns:
            What was found: `areas`, the nearest first, each with its `area`, its `distance` in
            units of the spread between wijken, and `gaps`, the largest difference first.

        Raises:
            RegionError: if there is no such area, or too little is known of it.
            UsageError: of the country.
        """
        return self.shop.similar(self._at(area, listed(gemeente)), number, listed(among))

    def _at(self, area: str | Area, gemeenten: Sequence[str]) -> Area:
        if isinstance(area, Area):
            return area
        name, home = name_and_gemeente(area)
        return self.shop.find(name, *([home] if home else gemeenten))

    def changes(
        self, later: SeveralAreas, area: str | Area, *, gemeente: Names = ()
    ) -> AreaChanges:
        """What differs between this edition and a later one, with one cause for every figure.

        Both are read by the configuration of the later one. No figure is ever laid beside one of
        another table, another question or another area.

        Args:
            later: the later edition, opened.
            area: its name, code or alias in one of both, or an area that was found before.
            gemeente: where to look for a name.

        Raises:
            RegionError: if neither edition has the area, or it is more than one.
            ConfigurationError: if it is a werkgebied that does not fit one of the editions.
            EditionError: if what is stored of one of them is damaged.
        """
        if self._between is None or self._between.later is not later.shop:
            self._between = BetweenEditions(self.shop, later.shop)  # kept: one asks for many areas
        found = self._between.of(area, *listed(gemeente))
        return AreaChanges(found, later.shop.catalogue)

"""What lies around a union: the wholes that it holds parts of, and what a part leaves of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wijkprofiel.areas.at_home import HomeShares, Read
from wijkprofiel.areas.parts import people_of
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.edition.reader import Edition
from wijkprofiel.methods.union import weighted_mean


@dataclass(frozen=True, slots=True)
class UnionWholes:
    """Looks around unions.

    Attributes:
        read: gives a figure of one region.
        homes: which share of the people of a region counts.
    """

    edition: Edition
    read: Read
    homes: HomeShares

    def deviations(self, area: Area, key: FigureKey) -> dict[str, float]:
        """Per whole around the union how far its published figure lies from that of its parts."""
        found = {}
        for whole, inside in self._wholes(area):
            published = self.read(whole, key).value
            known = [(self.read(each, key).value, self.people(each, key.age)) for each in inside]
            pairs = [(value, weight) for value, weight in known if value is not None and weight]
            if published is not None and pairs:
                values, weights = zip(*pairs, strict=True)
                found[whole.code] = abs(weighted_mean(values, weights) - published)
        return found

    def people(self, region: Region, age: AgeGroup) -> float | None:
        """The people of a region that a figure is about."""
        part = Area((region,), region.name, region.code, (self.homes.of(region),))
        return weight_of(part, age)

    def others(self, area: Area, union: Area) -> Iterator[Region]:
        """What an area leaves of a union: other members, and buurten of one that it cuts."""
        codes = {each.code for each in area.members}
        cut = {each.wijk_code for each in area.members}
        for member in union.members:
            if member.code in cut:
                buurten = self.edition.regions(RegionLevel.BUURT, member.gemeente_code)
                yield from (
                    each
                    for each in buurten
                    if each.wijk_code == member.code and each.code not in codes
                )
            elif member.code not in codes:
                yield member

    def _wholes(self, area: Area) -> Iterator[tuple[Region, list[Region]]]:
        """The gemeenten of a union, and the wijken of which it holds only some buurten."""
        for code in sorted({each.gemeente_code or "" for each in area.members}):
            gemeente = self.edition.region(code)
            if gemeente is not None:
                yield gemeente, self.edition.regions(RegionLevel.WIJK, code)
        for code in sorted({each.wijk_code for each in area.members if each.wijk_code}):
            wijk = self.edition.region(code)
            if wijk is not None:
                buurten = self.edition.regions(RegionLevel.BUURT, wijk.gemeente_code)
                yield wijk, [each for each in buurten if each.wijk_code == code]


def weight_of(part: Area, age: AgeGroup) -> float | None:
    """The people that a figure of a member is about."""
    adults = people_of(part, AgeGroup.ADULTS)
    if age is not AgeGroup.WORKING_AGE or adults is None:
        return people_of(part, age)
    return None if part.elderly is None else max(0.0, adults - part.elderly)

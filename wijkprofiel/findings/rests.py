"""What a union leaves of a gemeente or wijk around it, and whether that may be told.

A figure of the rest follows from two that are published. Where the rest itself has none, because
too few people live there or its source withholds it, subtracting would show what was withheld.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from wijkprofiel.areas.at_home import HomeShares, Read
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.together import Way
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.together import weight_of
from wijkprofiel.methods.union import covered


@dataclass(frozen=True)
class Rests:
    """Says of what unions leave whether it is known by more than subtraction.

    Attributes:
        read: gives a figure of one region.
        definitions: the indicators of the catalogue.
    """

    edition: Edition
    read: Read
    definitions: Mapping[str, IndicatorDefinition]
    limits: JudgementLimits

    def is_known(self, area: Area, whole: Region, key: FigureKey) -> bool:
        """Whether what a union leaves of a gemeente or wijk is known by more than subtraction.

        Most people of the rest have to live where a figure is published: else subtracting would
        give the figure of an area that has none. Of counts the rest has to be more than a few.
        """
        rule = self.definitions[key.indicator].together
        if not self._holds(area, whole):
            return True
        if rule.wijze is Way.COUNTS:
            return self._leaves_more_than_a_few(area, whole, key)
        if rule.wijze is not Way.PEOPLE:
            return True
        rest = [
            (self._people(each, key.age) or 0.0, self.read(each, key).value is not None)
            for each in self._rest_of(area, whole)
        ]
        return not rest or covered(rest) >= self.limits.werkgebieden.dekking.cijfer

    def _holds(self, area: Area, whole: Region) -> bool:
        """Whether a part of a union lies in a gemeente or wijk."""
        around = ((each.gemeente_code, each.wijk_code) for each in area.members)
        return whole.level is not RegionLevel.LAND and any(whole.code in codes for codes in around)

    def _leaves_more_than_a_few(self, area: Area, whole: Region, key: FigureKey) -> bool:
        """Whether no count of the rest would show a small group; nobody at all is no group."""
        theirs = self.read(whole, key)
        inside = [each for each in area.parts if self._holds(each, whole)]
        own = [self.read(each.members[0], key) for each in inside]
        counts = [
            (theirs.numerator, [each.numerator for each in own]),
            (theirs.denominator, [each.denominator for each in own]),
        ]
        few = self.limits.aantallen.niet_onder
        for total, parts in counts:
            known = [each for each in parts if each is not None]
            if total is not None and len(known) == len(parts) and 0 < total - sum(known) < few:
                return False
        return True

    def _rest_of(self, area: Area, around: Region) -> Iterator[Region]:
        """The wijken that a union leaves of a gemeente, and the buurten of those that it cuts."""
        inside, of_wijk = {each.code for each in area.members}, around.level is RegionLevel.WIJK
        cut = {around.code} if of_wijk else {each.wijk_code for each in area.members} - {None}
        for wijk in self.edition.regions(RegionLevel.WIJK, around.gemeente_code):
            if not of_wijk and wijk.code not in inside and wijk.code not in cut:
                yield wijk
        for buurt in self.edition.regions(RegionLevel.BUURT, around.gemeente_code) if cut else ():
            if buurt.wijk_code in cut and buurt.code not in inside:
                yield buurt

    @cached_property
    def _homes(self) -> HomeShares:
        return HomeShares(self.read, self.edition.figures, self.limits.werkgebieden)

    def _people(self, region: Region, age: AgeGroup) -> float | None:
        part = Area((region,), region.name, region.code, (self._homes.of(region),))
        return weight_of(part, age)

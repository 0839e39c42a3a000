"""Where a name alone does not say which area is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from wijkprofiel.domain.area import Area
from wijkprofiel.domain.names import search_key, without_brackets, without_number
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.edition.reader import Edition

_Naming = Callable[[Region], str]
MOST_KEPT = 4
"""Lists of areas: the gemeenten of the country, and the wijken and buurten of a gemeente."""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """What has to be said to tell an area, and those that it is named with, from others.

    Attributes:
        brackets: codes of the areas that what stands in brackets behind their name tells from
            another: Bergen (NH.), but not Haaksbergen (dorp) where there is no other one.
        others: codes of the other areas of its level in its gemeente that are called the same.
        by: what tells it from those: the wijk of a buurt, or the buurt of a wijk where most people
            live; None where nothing but its code does.
    """

    brackets: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    by: Area | None = None


NO_NAMESAKES = Namesakes()
"""Where every name says which area is meant."""


class NamesakeFinder:
    """Finds areas of the same name, and keeps those of the last gemeenten: a run goes by them."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._within: dict[tuple[RegionLevel, str | None], list[Region]] = {}

    def of(self, area: Area, named: Iterable[Area] = ()) -> Namesakes:
        """What has to be said to tell an area from others.

        Args:
            area: the profiled area.
            named: the other areas that are named with it.
        """
        members = [member for each in (area, *named) for member in each.members]
        codes = dict.fromkeys(each.gemeente_code for each in members)
        homes = [self.edition.region(code) for code in codes if code is not None]
        around = [home for home in homes if home is not None]
        needing = {each.code for each in (*members, *around) if self.needs_brackets(each)}
        brackets = tuple(sorted(needing))
        if area.region is None:
            return Namesakes(brackets)
        others = self.called_the_same(area.region, without=_full_name)
        by = self.told_apart_by(area.region, others) if others else None
        codes_of_others = tuple(other.code for other in others)
        return Namesakes(brackets, codes_of_others, None if by is None else Area.of(by))

    def beside(self, region: Region) -> list[Region]:
        """All areas of the level of this one in its gemeente; of a gemeente, all gemeenten."""
        home = None if region.level is RegionLevel.GEMEENTE else region.gemeente_code
        return self.within(region.level, home)

    def within(self, level: RegionLevel, gemeente: str | None) -> list[Region]:
        """All areas of a level, in one gemeente or everywhere."""
        key = (level, gemeente)
        found = self._within.get(key)
        if found is None:
            found = self.edition.regions(*key)
            kept = list(self._within.items())[-MOST_KEPT + 1 :]
            self._within = {**dict(kept), key: found}
        return found

    def needs_brackets(self, region: Region) -> bool:
        """Whether another area would have its name without what stands in brackets."""
        if without_brackets(region.name) == region.name:
            return False
        return bool(self.called_the_same(region, without=_bare_name))

    def called_the_same(self, region: Region, without: _Naming) -> list[Region]:
        """The other areas beside it that have its name."""
        if region.level is RegionLevel.LAND:
            return []
        mine = without(region)
        return [
            each
            for each in self.beside(region)
            if each.code != region.code and without(each) == mine
        ]

    def told_apart_by(self, region: Region, others: list[Region]) -> Region | None:
        """The wijk or buurt that none of the others has, too."""
        found = next(self._told_by(region), None)
        if found is None:
            return None
        theirs = {_full_name(each) for other in others for each in self._told_by(other)}
        return None if _full_name(found) in theirs else found

    def _told_by(self, region: Region) -> Iterator[Region]:
        """What might tell a region apart, the best first: nothing that is called as it is."""
        if region.level is RegionLevel.BUURT:
            wijk = self.edition.region(region.wijk_code or "")
            choice = [] if wijk is None else [wijk]
        else:
            buurten = self.within(RegionLevel.BUURT, region.gemeente_code)
            inside = [buurt for buurt in buurten if buurt.wijk_code == region.code]
            choice = sorted(inside, key=lambda each: (-(each.inhabitants or 0), each.code))
        yield from (each for each in choice if _full_name(each) != _full_name(region))


def _full_name(region: Region) -> str:
    """The search key of its name; of a wijk with only a number that of its gemeente."""
    return search_key(without_number(region.name) or region.gemeente_name)


def _bare_name(region: Region) -> str:
    return search_key(without_brackets(without_number(region.name)) or region.gemeente_name)

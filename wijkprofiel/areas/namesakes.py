"""Where a name alone does not say which area is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from wijkprofiel.domain.area import Area
from wijkprofiel.domain.names import search_key, without_brackets, without_number
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.edition.reader import Edition

_Naming = Callable[[Region], str]


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

    @classmethod
    def of(cls, edition: Edition, area: Area, named: Iterable[Area] = ()) -> Namesakes:
        """Look for other areas of the same name.

        Args:
            area: the profiled area.
            named: the other areas that are named with it.
        """
        look = _Look(edition)
        members = [member for each in (area, *named) for member in each.members]
        around = [home for each in members if (home := look.gemeente(each)) is not None]
        needing = {each.code for each in (*members, *around) if look.needs_brackets(each)}
        brackets = tuple(sorted(needing))
        if area.region is None:
            return cls(brackets)
        others = look.called_the_same(area.region, without=_full_name)
        by = look.told_apart_by(area.region, others) if others else None
        return cls(
            brackets,
            tuple(other.code for other in others),
            None if by is None else Area.of(by),
        )


NO_NAMESAKES = Namesakes()
"""Where every name says which area is meant."""


@dataclass(slots=True)
class _Look:
    """One look through an edition, which keeps the areas of a gemeente that it has seen."""

    edition: Edition
    _beside: dict[tuple[RegionLevel, str | None], list[Region]] = field(default_factory=dict)

    def gemeente(self, region: Region) -> Region | None:
        """The gemeente that a region is or lies in."""
        return None if region.gemeente_code is None else self.edition.region(region.gemeente_code)

    def beside(self, region: Region) -> list[Region]:
        """All areas of the level of this one in its gemeente; of a gemeente, all gemeenten."""
        home = None if region.level is RegionLevel.GEMEENTE else region.gemeente_code
        key = (region.level, home)
        if key not in self._beside:
            self._beside[key] = self.edition.regions(*key)
        return self._beside[key]

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
            buurten = self.edition.regions(RegionLevel.BUURT, region.gemeente_code)
            inside = [buurt for buurt in buurten if buurt.wijk_code == region.code]
            choice = sorted(inside, key=lambda each: (-(each.inhabitants or 0), each.code))
        yield from (each for each in choice if _full_name(each) != _full_name(region))


def _full_name(region: Region) -> str:
    """The search key of its name; of a wijk with only a number that of its gemeente."""
    return search_key(without_number(region.name) or region.gemeente_name)


def _bare_name(region: Region) -> str:
    return search_key(without_brackets(without_number(region.name)) or region.gemeente_name)

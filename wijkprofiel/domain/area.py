"""What a profile is about: one region, or a named union of regions."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from wijkprofiel.domain.regions import NEDERLAND, Region, level_of

Number = TypeVar("Number", int, float)


class AreaKind(StrEnum):
    """The levels of the CBS division, and areas that are put together of them."""

    LAND = "land"
    PROVINCE = "provincie"
    GGD_REGION = "ggd_regio"
    GEMEENTE = "gemeente"
    WIJK = "wijk"
    BUURT = "buurt"
    UNION = "werkgebied"


COMPOSED_KINDS = (AreaKind.GGD_REGION, AreaKind.PROVINCE)
"""What consists of whole gemeenten, and is put together when an edition is compiled."""


@dataclass(frozen=True, slots=True)
class Area:
    """One region, a union of wijken and buurten of one division, or a composed area of gemeenten.

    All of build time asks an area, never a region, for people, parts, benchmarks, outline and name.

    Attributes:
        members: the regions it consists of: at least one, of one division, none inside another.
        name: what people call it; of one region its own name.
        code: its identity: of one region its code; of a union a name that is no code of a region.
        at_home: of a union and its parts per member the share of its people that live at home, whom
            the health figures are about; without, everybody counts.
        composed: that it is a GGD region or a province, whose figures stand in the edition.
    """

    members: tuple[Region, ...]
    name: str
    code: str
    at_home: tuple[float, ...] = ()
    composed: AreaKind | None = None

    def __post_init__(self) -> None:
        if not self.members:
            raise ValueError(f"{self.code}: an area has at least one member")
        if len({member.division for member in self.members}) > 1:
            raise ValueError(f"{self.code}: the members are of different divisions")
        if not self.name.strip():
            raise ValueError(f"{self.code}: an area needs a name")
        self._check_overlap()
        if self.at_home and len(self.at_home) != len(self.members):
            raise ValueError(f"{self.code}: a share at home per member, or none")
        if not all(0 < share <= 1 for share in self.at_home):
            raise ValueError(f"{self.code}: a share at home lies above 0, and at most at 1")
        if self.is_union and level_of(self.code) is not None:
            raise ValueError(f"{self.code}: a union cannot have the code of a region")
        if self.composed not in (None, *COMPOSED_KINDS):
            raise ValueError(f"{self.code}: no kind of composed area")
        if not self.is_union and level_of(self.code) and self.code != self.members[0].code:
            raise ValueError(f"{self.code}: the code of another region")

    def _check_overlap(self) -> None:
        codes = [member.code for member in self.members]
        if len(set(codes)) < len(codes):
            raise ValueError(f"{self.code}: a member occurs twice")
        for member in self.members:
            inside = {member.gemeente_code, member.wijk_code, NEDERLAND} - {member.code, None}
            if inside & set(codes):
                raise ValueError(f"{self.code}: {member.code} lies inside another member")

    @classmethod
    def of(cls, region: Region) -> Area:
        """The area that is just this region."""
        return cls((region,), region.name, region.code)

    @property
    def is_union(self) -> bool:
        """Whether it is made of more regions than one, or is by its nature."""
        return len(self.members) > 1 or self.composed is not None

    @property
    def region(self) -> Region | None:
        """The one region that it is; None for a union."""
        return None if self.is_union else self.members[0]

    @property
    def parts(self) -> tuple[Area, ...]:
        """Its members as areas of their own, of which the same people count."""
        homes = self.at_home or (1.0,) * len(self.members)
        return tuple(
            Area((member,), member.name, member.code, () if home == 1 else (home,))
            for member, home in zip(self.members, homes, strict=True)
        )

    @property
    def kind(self) -> AreaKind:
        """The level of its one region, or what kind of union it is."""
        if self.composed is not None:
            return self.composed
        return AreaKind.UNION if self.is_union else AreaKind(self.members[0].level)

    @property
    def division(self) -> int:
        """Year of the division that all of it is on."""
        return self.members[0].division

    @property
    def inhabitants(self) -> int | None:
        """People of all members; None where that of one is not known."""
        return _sum(member.inhabitants for member in self.members)

    @property
    def adults(self) -> float | None:
        """People of 18 and older, likewise; only those at home where that was looked up."""
        return _sum(self._at_home(member.adults for member in self.members))

    @property
    def elderly(self) -> float | None:
        """People of 65 and older, likewise."""
        return _sum(self._at_home(member.elderly for member in self.members))

    def _at_home(self, people: Iterable[float | None]) -> Iterator[float | None]:
        """Per member the people that count; counts stay counts where everybody does."""
        shares = self.at_home or (1.0,) * len(self.members)
        for number, share in zip(people, shares, strict=True):
            yield number if number is None or share == 1 else number * share

    @property
    def gemeente_code(self) -> str | None:
        """Code of the gemeente that it is or lies in; None for the country and across several."""
        return _only(member.gemeente_code for member in self.members)

    @property
    def gemeente_name(self) -> str:
        """Names of the gemeenten that it lies in, that of most of its people first.

        A composed area lies in none.
        """
        if self.composed is not None:
            return ""
        parts = self.per_gemeente
        return ", ".join(dict.fromkeys(part.members[0].gemeente_name for part in parts))

    @property
    def per_gemeente(self) -> tuple[Area, ...]:
        """What of it lies in each gemeente, the most people first; all of it where that is one.

        A composed area lies in none, and stays what it is.
        """
        codes = list(dict.fromkeys(member.gemeente_code for member in self.members))
        if len(codes) == 1 or self.composed is not None:
            return (self,)
        found = [self._within(code) for code in codes]
        return tuple(sorted(found, key=lambda part: -(part.adults or 0)))

    def _within(self, gemeente: str | None) -> Area:
        homes = self.at_home or (1.0,) * len(self.members)
        pairs = zip(self.members, homes, strict=True)
        inside = [(member, home) for member, home in pairs if member.gemeente_code == gemeente]
        members, shares = zip(*inside, strict=True)
        alone = members[0] if len(members) == 1 else None
        name, code = (
            (self.name, f"{self.code}-{gemeente}") if alone is None else (alone.name, alone.code)
        )
        return Area(members, name, code, () if set(shares) == {1.0} else shares)

    @property
    def wijk_code(self) -> str | None:
        """Code of the wijk that all of it lies in; None for anything larger than a buurt."""
        return _only(member.wijk_code for member in self.members)

    @property
    def is_gemeenten(self) -> bool:
        """Whether it is several gemeenten that an area lies in, and no werkgebied."""
        return self.is_union and self.code == code_of_gemeenten(self.members)

    def without(self, codes: Container[str]) -> Area:
        """A union without some of its members; all of it where none would be left."""
        homes = self.at_home or (1.0,) * len(self.members)
        kept = [
            (member, home)
            for member, home in zip(self.members, homes, strict=True)
            if member.code not in codes
        ]
        if not kept or len(kept) == len(self.members):
            return self
        members, shares = zip(*kept, strict=True)
        return replace(self, members=members, at_home=shares)

    def counted_as_in(self, union: Area) -> Area:
        """The same area, of which the same people count as in a union that it lies in."""
        if not union.at_home:
            return self
        homes = {each.code: home for each, home in zip(union.members, union.at_home, strict=True)}
        shares = tuple(
            next((homes[code] for code in _around(member) if code in homes), 1.0)
            for member in self.members
        )
        return replace(self, at_home=shares)

    def overlaps(self, other: Area) -> bool:
        """Whether there is ground that is part of both."""
        return any(
            _holds(self.members, each) or _holds(other.members, mine)
            for each in other.members
            for mine in self.members
        )

    def lies_in(self, other: Area) -> bool:
        """Whether all of it is part of another area, without being that area."""
        if {member.code for member in self.members} == {member.code for member in other.members}:
            return False
        return all(_holds(other.members, member) for member in self.members)


def code_of_gemeenten(gemeenten: Iterable[Region]) -> str:
    """The identity of several gemeenten that an area lies in."""
    return "+".join(each.code for each in gemeenten)


def as_area(place: Area | Region) -> Area:
    """The same as an area."""
    return place if isinstance(place, Area) else Area.of(place)


def _holds(members: Iterable[Region], region: Region) -> bool:
    inside = {*_around(region), NEDERLAND}
    return any(member.code in inside for member in members)


def _around(region: Region) -> tuple[str, ...]:
    """Codes of a region and of what it lies in, from near to far."""
    return tuple(filter(None, (region.code, region.wijk_code, region.gemeente_code)))


def _sum(numbers: Iterable[Number | None]) -> Number | None:
    """The sum; missing is never zero."""
    known = list(numbers)
    total = None
    for number in known:
        if number is None:
            return None
        total = number if total is None else total + number
    return total


def _only(codes: Iterable[str | None]) -> str | None:
    found = set(codes)
    return found.pop() if len(found) == 1 else None

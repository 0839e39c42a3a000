"""One area in two editions: is it the same one?

A region is known by its code, a werkgebied by its name. Whether what bears them is the same area is
asked of names, land and inhabitants, by the rule by which tables are joined (`domain.identity`). Of
a werkgebied the sums count: borders that moved inside it leave it the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from wijkprofiel.domain.area import Area
from wijkprofiel.domain.identity import (
    INHABITANTS_APART,
    LAND_APART,
    LAND_EQUAL,
    AreaFacts,
    Likeness,
    NameMatch,
    apart,
    compare_areas,
)
from wijkprofiel.domain.regions import Region
from wijkprofiel.findings.between_editions.causes import Cause

IsRenamed = Callable[[str, str, str], bool]
"""Whether a list with sources says of a code that its name before and its name now are one area."""

_ALIKE = (NameMatch.SAME, NameMatch.NUMBER)


def never_renamed(_code: str, _before: str, _after: str) -> bool:
    """What holds where there is no list."""
    return False


@dataclass(frozen=True, slots=True)
class AreaLink:
    """What an area of the later edition is to that of the earlier one.

    Attributes:
        before, after: the area in each; None where the edition does not have it.
        land_before, land_after: its land in hectares, of a werkgebied that of all parts; None where
            that of one part is not known.
        causes: all causes that lie in the area, in their order; none where it is simply the same.
        names: what its names have in common; None of a werkgebied and where there is one only.
        people_apart, land_apart: the difference as a part of what it was; None where not known.
        successors: what its gemeente went up in, or came from: names by code, if a list tells.
    """

    before: Area | None
    after: Area | None
    causes: tuple[Cause, ...]
    land_before: int | None = None
    land_after: int | None = None
    names: NameMatch | None = None
    people_apart: float | None = None
    land_apart: float | None = None
    successors: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_one_area(self) -> bool:
        """Whether its figures before and after may be looked at together."""
        return all(cause.keeps_area for cause in self.causes)

    @property
    def border_slightly_moved(self) -> bool:
        """Whether its land differs, and not so much that it is another area: both are told."""
        return self.land_apart is not None and LAND_EQUAL < self.land_apart <= LAND_APART

    @property
    def land_moved(self) -> bool:
        """Whether so much land differs that it is another area."""
        return self.land_apart is not None and self.land_apart > LAND_APART

    @property
    def people_moved(self) -> bool:
        """Whether so many more or fewer people live there that they are other people."""
        return self.people_apart is not None and self.people_apart > INHABITANTS_APART


def link_areas(
    before: Area | None,
    after: Area | None,
    is_renamed: IsRenamed = never_renamed,
    successors: Mapping[str, str] | None = None,
) -> AreaLink:
    """Lay an area of two editions beside each other.

    Args:
        before, after: what bears the code, or of a werkgebied the name, in each; one may be absent.
        is_renamed: says of which codes both names are of one area.
        successors: names by code of what its gemeente went up in, or came from.

    Raises:
        ValueError: if neither edition has it, or it is two regions with codes of their own.
    """
    if before is None or after is None:
        known = before or after
        if known is None:
            raise ValueError("an area that no edition has")
        return AreaLink(
            before,
            after,
            (Cause.GONE_OR_NEW,),
            land_before=None if before is None else land_of(before),
            land_after=None if after is None else land_of(after),
            successors=successors or {},
        )
    if before.region is None or after.region is None:
        return _of_union(before, after)
    if before.code != after.code:
        raise ValueError(f"{before.code} and {after.code} are two regions")
    return _of_region(before, after, is_renamed)


def land_of(area: Area) -> int | None:
    """Its land in hectares; None where that of one of its members is not known."""
    known = [member.land_ha for member in area.members if member.land_ha is not None]
    return sum(known) if len(known) == len(area.members) else None


def _of_union(before: Area, after: Area) -> AreaLink:
    here, there = land_of(before), land_of(after)
    people, land = apart(before.inhabitants, after.inhabitants), apart(here, there)
    codes = [{member.code for member in area.members} for area in (before, after)]
    is_list_kept = before.division == after.division and codes[0] == codes[1]
    is_proven = _within(land, LAND_APART) and _within(people, INHABITANTS_APART)
    return AreaLink(
        before=before,
        after=after,
        causes=() if is_list_kept or is_proven else (Cause.OTHER_MEMBERS,),
        land_before=here,
        land_after=there,
        people_apart=people,
        land_apart=land,
    )


def _within(part: float | None, limit: float) -> bool:
    return part is not None and part <= limit


def _of_region(before: Area, after: Area, is_renamed: IsRenamed) -> AreaLink:
    (one,), (other,) = before.members, after.members
    likeness = _likeness(one, other, is_renamed)
    return AreaLink(
        before=before,
        after=after,
        causes=tuple(_causes(likeness)),
        land_before=land_of(before),
        land_after=land_of(after),
        names=likeness.name,
        people_apart=likeness.people_apart,
        land_apart=likeness.land_apart,
    )


def _likeness(before: Region, after: Region, is_renamed: IsRenamed) -> Likeness:
    """By the names as the source writes them, or else by the names that were made longer."""
    by_title = compare_areas(
        _facts(before, before.title),
        _facts(after, after.title),
        renamed=is_renamed(before.code, before.title, after.title),
    )
    if by_title.name in _ALIKE:
        return by_title
    by_name = compare_areas(_facts(before, before.name), _facts(after, after.name))
    return by_name if by_name.name in _ALIKE else by_title


def _facts(region: Region, name: str) -> AreaFacts:
    return AreaFacts(
        name=name,
        inhabitants=region.inhabitants,
        land=region.land_ha,
        is_gemeente=region.code == region.gemeente_code,
    )


def _causes(likeness: Likeness) -> list[Cause]:
    """The causes that lie in a region, in their order."""
    if likeness.name is NameMatch.OTHER:
        return [Cause.CODE_REUSED]
    land, people = likeness.land_apart, likeness.people_apart
    is_other_name = likeness.name not in _ALIKE
    # A name that begins like the other proves little: the border has to be the same as well.
    proven = likeness.name is NameMatch.RENAMED or likeness.same or _within(land, LAND_EQUAL)
    if is_other_name and not proven:
        return [Cause.CODE_REUSED]
    found = [Cause.RENAMED] if is_other_name else []
    moved = (land or 0) > LAND_APART or (people or 0) > INHABITANTS_APART
    # `Wijk 00` is no name: land and inhabitants have to say that it is the same.
    unproven = likeness.name is NameMatch.NUMBER and not likeness.same
    return [*found, Cause.BORDER_MOVED] if moved or unproven else found

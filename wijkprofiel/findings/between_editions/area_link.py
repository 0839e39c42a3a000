"""One area in two editions: is it the same one?

A region is known by its code, a werkgebied by its name. Whether what bears them is the same area is
asked of names, land and inhabitants, by the rule by which tables are joined (`domain.identity`). Of
a werkgebied the sums count: borders that moved inside it leave it the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wijkprofiel.domain.area import Area, AreaKind
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
class AreaInEdition:
    """An area as one edition has it.

    Attributes:
        land_ha, inhabitants: of a werkgebied the sums; None where that of one part is not known.
        members: codes of the parts of a werkgebied; of a region its own code.
    """

    code: str
    name: str
    kind: AreaKind
    division: int
    inhabitants: int | None
    land_ha: int | None
    members: tuple[str, ...]

    @classmethod
    def of(cls, area: Area) -> AreaInEdition:
        """What an edition says of an area."""
        land = [member.land_ha for member in area.members]
        known = [each for each in land if each is not None]
        return cls(
            code=area.code,
            name=area.name,
            kind=area.kind,
            division=area.division,
            inhabitants=area.inhabitants,
            land_ha=sum(known) if len(known) == len(land) else None,
            members=tuple(member.code for member in area.members),
        )


@dataclass(frozen=True, slots=True)
class AreaLink:
    """What an area of the later edition is to that of the earlier one.

    Attributes:
        before, after: None where the edition does not have it.
        causes: all causes that lie in the area, in their order; none where it is simply the same.
        names: what its names have in common; None of a werkgebied and where there is one only.
        people_apart, land_apart: the difference as a part of what it was; None where not known.
        successors: codes of what it went up in, or came from, as far as a list tells.
    """

    before: AreaInEdition | None
    after: AreaInEdition | None
    causes: tuple[Cause, ...]
    names: NameMatch | None = None
    people_apart: float | None = None
    land_apart: float | None = None
    successors: tuple[str, ...] = ()

    @property
    def is_one_area(self) -> bool:
        """Whether its figures before and after may be looked at together."""
        return all(cause.keeps_area for cause in self.causes)

    @property
    def border_slightly_moved(self) -> bool:
        """Whether its land differs, and not so much that it is another area: both are told."""
        return self.land_apart is not None and LAND_EQUAL < self.land_apart <= LAND_APART

    @property
    def only_people_moved(self) -> bool:
        """Whether it is called changed for its inhabitants alone."""
        land_moved = self.land_apart is not None and self.land_apart > LAND_APART
        return Cause.BORDER_MOVED in self.causes and not land_moved


def link_areas(
    before: Area | None,
    after: Area | None,
    is_renamed: IsRenamed = never_renamed,
    successors: tuple[str, ...] = (),
) -> AreaLink:
    """Lay an area of two editions beside each other.

    Args:
        before, after: what bears the code, or of a werkgebied the name, in each; one may be absent.
        is_renamed: says of which codes both names are of one area.
        successors: what is known of where it went, or came from.

    Raises:
        ValueError: if neither edition has it, or it is two regions with codes of their own.
    """
    if before is None or after is None:
        known = before or after
        if known is None:
            raise ValueError("an area that no edition has")
        here, there = (None if each is None else AreaInEdition.of(each) for each in (before, after))
        return AreaLink(here, there, (Cause.GONE_OR_NEW,), successors=successors)
    if before.region is None or after.region is None:
        return _of_union(AreaInEdition.of(before), AreaInEdition.of(after))
    if before.code != after.code:
        raise ValueError(f"{before.code} and {after.code} are two regions")
    return _of_region(before, after, is_renamed)


def _of_union(before: AreaInEdition, after: AreaInEdition) -> AreaLink:
    people = apart(before.inhabitants, after.inhabitants)
    land = apart(before.land_ha, after.land_ha)
    is_list_kept = before.division == after.division and set(before.members) == set(after.members)
    is_proven = _within(land, LAND_APART) and _within(people, INHABITANTS_APART)
    causes = () if is_list_kept or is_proven else (Cause.OTHER_MEMBERS,)
    return AreaLink(before, after, causes, None, people, land)


def _within(part: float | None, limit: float) -> bool:
    return part is not None and part <= limit


def _of_region(before: Area, after: Area, is_renamed: IsRenamed) -> AreaLink:
    (one,), (other,) = before.members, after.members
    likeness = _likeness(one, other, is_renamed)
    return AreaLink(
        before=AreaInEdition.of(before),
        after=AreaInEdition.of(after),
        causes=tuple(_causes(likeness)),
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

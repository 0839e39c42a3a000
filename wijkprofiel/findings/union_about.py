"""What is so for a union itself: its members, and where it stands that these belong together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from wijkprofiel.areas.divisions import LAND_MAY_DIFFER
from wijkprofiel.areas.work_areas import code_of
from wijkprofiel.configuration.work_areas import WorkArea
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.regions import Region

Households = Callable[[Region], tuple[float | None, float | None]]


@dataclass(frozen=True, slots=True)
class UnionMember:
    """One member.

    Attributes:
        share: of the adults of the union that live at home; None where their number is not known.
        at_home: the share of its own people that live at home.
        households, household_size: what that share is made of.
    """

    code: str
    name: str
    inhabitants: int | None
    share: float | None
    at_home: float
    households: float | None = None
    household_size: float | None = None


@dataclass(frozen=True, slots=True)
class UnionAbout:
    """A union.

    Attributes:
        members: by code.
        source, doubt: where it stands that these are its members, and what nobody is sure of; None
            for one that is not in the configuration.
        decided_by, since: who decided so, and when.
    """

    members: tuple[UnionMember, ...]
    source: str | None = None
    doubt: str | None = None
    decided_by: str | None = None
    since: str | None = None
    kind: AreaKind = AreaKind.UNION


def about_union(area: Area, known: Iterable[WorkArea], households: Households) -> UnionAbout | None:
    """What is so for a werkgebied; None for one region, and for what consists of gemeenten.

    Args:
        known: what is laid down of werkgebieden.
        households: gives how many households a region has, and of how many people.
    """
    if not area.is_union or area.composed is not None or area.is_gemeenten:
        return None
    members = tuple(_member(part, area.adults, households(part.members[0])) for part in area.parts)
    for record in known:
        if code_of(record.gemeente, record.id) == area.code:
            return UnionAbout(
                members, record.bron, record.onzeker, record.vastgesteld_door, record.sinds
            )
    return UnionAbout(members)


def lands_of(
    members: Iterable[Region],
    changes: Mapping[str, Mapping[str, tuple[int, int]]],
    table: str,
    left_out: Collection[tuple[str, str]],
) -> tuple[int, int]:
    """The land (ha) of a union here, and on the division of a table.

    A member that the table does not have may have become part of another one: then the land of the
    union stayed nearly as large. Else its land counts neither here nor there.

    Args:
        changes: per member and table the land here and there, where these differ.
        left_out: code and table of what was not joined.
    """
    gone = here = there = 0
    for member in members:
        land = member.land_ha or 0
        if (member.code, table) in left_out:
            gone += land
        else:
            before, after = changes[member.code].get(table, (land, land))
            here, there = here + before, there + after
    whole = here + gone
    return (whole, there) if abs(there - whole) <= LAND_MAY_DIFFER * whole else (here, there)


def _member(
    part: Area, adults: float | None, households: tuple[float | None, float | None]
) -> UnionMember:
    share = None if part.adults is None or not adults else part.adults / adults
    home = part.at_home[0] if part.at_home else 1.0
    number, size = households
    return UnionMember(
        part.code,
        part.name,
        part.inhabitants,
        share=share,
        at_home=home,
        households=number,
        household_size=size,
    )

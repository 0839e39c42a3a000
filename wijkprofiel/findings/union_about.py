"""What is so for a union itself: its members, and where it stands that these belong together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wijkprofiel.areas.work_areas import code_of
from wijkprofiel.configuration.work_areas import WorkArea
from wijkprofiel.domain.area import Area, AreaKind


@dataclass(frozen=True, slots=True)
class UnionMember:
    """One member.

    Attributes:
        share: of the adults of the union that live at home; None where their number is not known.
        at_home: the share of its own people that live at home.
    """

    code: str
    name: str
    inhabitants: int | None
    share: float | None
    at_home: float


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


def about_union(area: Area, known: Iterable[WorkArea]) -> UnionAbout | None:
    """What is so for a union; None for one region."""
    if not area.is_union:
        return None
    members = tuple(_member(part, area.adults) for part in area.parts)
    for record in known:
        if code_of(record.gemeente, record.id) == area.code:
            return UnionAbout(
                members, record.bron, record.onzeker, record.vastgesteld_door, record.sinds
            )
    return UnionAbout(members)


def _member(part: Area, adults: float | None) -> UnionMember:
    share = None if part.adults is None or not adults else part.adults / adults
    home = part.at_home[0] if part.at_home else 1.0
    return UnionMember(part.code, part.name, part.inhabitants, share, home)

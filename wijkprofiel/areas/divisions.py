"""Whether lists of parts on two divisions describe one werkgebied."""

from __future__ import annotations

from wijkprofiel.domain.area import Area

LAND_MAY_DIFFER, PEOPLE_MAY_DIFFER = 0.05, 0.15
"""What an area may gain or lose and still be the same, as CBS's own wijken are joined."""


def is_same_area(earlier: Area, later: Area) -> bool:
    """Whether two areas are one, judged on all of it: borders that moved inside cancel.

    Land may differ by 5 of every 100 hectares, and people by 15 of every 100; what is not known of
    one of the two says nothing.
    """
    return _is_near(land_of(earlier), land_of(later), LAND_MAY_DIFFER) and _is_near(
        earlier.inhabitants, later.inhabitants, PEOPLE_MAY_DIFFER
    )


def land_of(area: Area) -> int | None:
    """Land in hectares of all members; None where that of one is not known."""
    known = [member.land_ha for member in area.members if member.land_ha is not None]
    return sum(known) if len(known) == len(area.members) else None


def _is_near(before: int | None, after: int | None, may_differ: float) -> bool:
    if not before or not after:
        return True
    return abs(after - before) <= may_differ * before

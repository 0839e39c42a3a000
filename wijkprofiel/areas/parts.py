"""Which area is part of which, and by how many people."""

from __future__ import annotations

from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region


def people_of(area: Area, age: AgeGroup) -> float | None:
    """Number of people that a figure is about: adults, or 65-plussers."""
    return area.elderly if age is AgeGroup.ELDERLY else area.adults


def contains(benchmark: Area, area: Area) -> bool:
    """Whether the area is part of the benchmark so that comparing needs the rest.

    The country contains everything, but no area is a part of it worth taking out.
    """
    return benchmark.kind is not AreaKind.LAND and area.lies_in(benchmark)


def shared(one: Area, other: Area) -> Region | None:
    """A region that two areas have in common, the smallest one known; None where there is none."""
    for mine in one.members:
        for theirs in other.members:
            if mine == theirs or Area.of(mine).lies_in(Area.of(theirs)):
                return mine
            if Area.of(theirs).lies_in(Area.of(mine)):
                return theirs
    return None


def share_of(area: Area, benchmark: Area, age: AgeGroup) -> float | None:
    """w: the area's share of the benchmark's people; None if it is no part of it."""
    if not contains(benchmark, area):
        return None
    part, whole = people_of(_counted(area, benchmark), age), people_of(benchmark, age)
    if not part or not whole:
        return 0.0
    return min(1.0, part / whole)


def rest_people(area: Area, benchmark: Area, age: AgeGroup) -> float:
    """Number of people in the benchmark outside the area; 0 where that is not known."""
    inside = people_of(_counted(area, benchmark), age) or 0.0
    return (people_of(benchmark, age) or 0.0) - inside


def _counted(area: Area, benchmark: Area) -> Area:
    """The area as the benchmark counts it: a werkgebied weighs the people that live at home."""
    return area.counted_as_in(benchmark) if benchmark.is_union else area

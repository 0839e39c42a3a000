"""Which area is part of which, and by how many people."""

from __future__ import annotations

from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region, RegionLevel


def people_of(region: Region, age: AgeGroup) -> float | None:
    """Number of people that a figure is about: adults, or 65-plussers."""
    return region.elderly if age is AgeGroup.ELDERLY else region.adults


def contains(benchmark: Region, area: Region) -> bool:
    """Whether the area is part of the benchmark so that comparing needs the rest.

    The country contains everything, but no area is a part of it worth taking out.
    """
    if benchmark.code == area.code:
        return False
    return (benchmark.level is RegionLevel.GEMEENTE and area.gemeente_code == benchmark.code) or (
        benchmark.level is RegionLevel.WIJK and area.wijk_code == benchmark.code
    )


def share_of(area: Region, benchmark: Region, age: AgeGroup) -> float | None:
    """w: the area's share of the benchmark's people; None if it is no part of it."""
    if not contains(benchmark, area):
        return None
    part, whole = people_of(area, age), people_of(benchmark, age)
    if not part or not whole:
        return 0.0
    return min(1.0, part / whole)


def rest_people(area: Region, benchmark: Region, age: AgeGroup) -> float:
    """Number of people in the benchmark outside the area; 0 where that is not known."""
    return (people_of(benchmark, age) or 0.0) - (people_of(area, age) or 0.0)

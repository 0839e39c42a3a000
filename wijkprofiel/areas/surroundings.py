"""A region and the areas that it lies in, which are what it is compared with."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.domain.regions import NEDERLAND, Region, RegionLevel
from wijkprofiel.edition.reader import Edition


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A region and the areas that it lies in."""

    region: Region
    wijk: Region | None
    gemeente: Region | None
    land: Region

    @classmethod
    def of(cls, edition: Edition, region: Region) -> Surroundings:
        """Look up what a region lies in."""
        land = edition.region(NEDERLAND)
        assert land is not None  # verified when the edition was compiled
        wijk = edition.region(region.wijk_code) if region.wijk_code else None
        gemeente = edition.region(region.gemeente_code) if region.gemeente_code else None
        return cls(region, wijk, gemeente, land)

    def benchmarks(self) -> dict[str, Region]:
        """What the region is compared with, from near to far."""
        near = {"wijk": self.wijk, "gemeente": self.gemeente, "land": self.land}
        return {
            key: area
            for key, area in near.items()
            if area is not None and area.code != self.region.code
        }

    def parts(self, edition: Edition) -> list[Region]:
        """The buurten of a wijk, or the wijken of a gemeente, in order of code."""
        if self.region.level is RegionLevel.GEMEENTE:
            return edition.regions(RegionLevel.WIJK, self.region.code)
        if self.region.level is not RegionLevel.WIJK:
            return []
        buurten = edition.regions(RegionLevel.BUURT, self.region.gemeente_code)
        return [buurt for buurt in buurten if buurt.wijk_code == self.region.code]

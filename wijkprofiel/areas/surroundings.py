"""An area and the areas that it lies in, which are what it is compared with."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.errors import RegionError
from wijkprofiel.domain.regions import NEDERLAND, Region, RegionLevel
from wijkprofiel.edition.reader import Edition


@dataclass(frozen=True, slots=True)
class Surroundings:
    """An area and the areas that it lies in."""

    area: Area
    wijk: Area | None
    gemeente: Area | None
    land: Area

    @classmethod
    def of(cls, edition: Edition, area: Area) -> Surroundings:
        """Look up what an area lies in.

        Raises:
            RegionError: if the edition does not hold all of its members.
        """
        for member in area.members:
            _require(edition, member)
        land = edition.region(NEDERLAND)
        assert land is not None  # verified when the edition was compiled
        return cls(
            area,
            wijk=_found(edition, area.wijk_code),
            gemeente=_found(edition, area.gemeente_code),
            land=Area.of(land),
        )

    def benchmarks(self) -> dict[str, Area]:
        """What the area is compared with, from near to far."""
        near = {"wijk": self.wijk, "gemeente": self.gemeente, "land": self.land}
        return {
            key: area
            for key, area in near.items()
            if area is not None and area.code != self.area.code
        }

    def parts(self, edition: Edition) -> list[Area]:
        """The members of a union, the buurten of a wijk, or the wijken of a gemeente, by code."""
        if self.area.is_union:
            return list(self.area.parts)
        if self.area.kind is AreaKind.GEMEENTE:
            return [Area.of(wijk) for wijk in edition.regions(RegionLevel.WIJK, self.area.code)]
        if self.area.kind is not AreaKind.WIJK:
            return []
        buurten = edition.regions(RegionLevel.BUURT, self.area.gemeente_code)
        return [Area.of(buurt) for buurt in buurten if buurt.wijk_code == self.area.code]


def _found(edition: Edition, code: str | None) -> Area | None:
    region = None if code is None else edition.region(code)
    return None if region is None else Area.of(region)


def _require(edition: Edition, region: Region) -> None:
    """A region that the edition does not hold has no figures to say anything of.

    Raises:
        RegionError: if the edition has no such region, or has another one of that code.
    """
    info, known = edition.info, edition.region(region.code)
    if known is None or region.division != info.division:
        raise RegionError(
            f"{region.name} ({region.code}, indeling {region.division}) staat niet in editie"
            f" {info.id}, die op de indeling van {info.division} is.",
            remedy="Zoek het gebied op met `wijkprofiel areas search NAAM`.",
        )

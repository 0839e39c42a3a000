"""An area and the areas that it lies in, which are what it is compared with."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.domain.area import Area, AreaKind, code_of_gemeenten
from wijkprofiel.domain.errors import RegionError
from wijkprofiel.domain.regions import NEDERLAND, Region, RegionLevel
from wijkprofiel.edition.reader import Edition


@dataclass(frozen=True, slots=True)
class Surroundings:
    """An area and the areas that it lies in.

    Attributes:
        gemeente: the one that it is or lies in; None for the country and across several.
        near: that gemeente, or the several that it lies in, that of most of its people first.
    """

    area: Area
    wijk: Area | None
    gemeente: Area | None
    near: Area | None
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
            near=_near(edition, area),
            land=Area.of(land),
        )

    def benchmarks(self) -> dict[str, Area]:
        """What the area is compared with, from near to far."""
        around = {"wijk": self.wijk, "gemeente": self.near, "land": self.land}
        return {
            key: area
            for key, area in around.items()
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


def _near(edition: Edition, area: Area) -> Area | None:
    """The gemeenten around an area as one; None where it is made of whole ones."""
    codes = [part.gemeente_code for part in area.per_gemeente]
    found = [home for code in codes if (home := _found(edition, code)) is not None]
    if len(found) < len(codes) or {home.code for home in found} == {m.code for m in area.members}:
        return found[0] if len(codes) == 1 and found else None
    if len(found) == 1:
        return found[0]
    name = ", ".join(home.name for home in found)
    members = tuple(home.members[0] for home in found)
    return Area(members, name, code_of_gemeenten(members))


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

"""What a region is compared with: on the page, and for the choice of what stands out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wijkprofiel.areas.parts import rest_people, share_of
from wijkprofiel.areas.surroundings import Surroundings
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import NEDERLAND, Region
from wijkprofiel.domain.roles import Role


@dataclass(frozen=True, slots=True)
class Benchmark:
    """An area to compare with.

    Attributes:
        key: its name in exports (`gemeente`, `land`, `wijk`, a code).
        print_rest: whether the rest of it, without the region, is what stands on the page.
    """

    key: str
    region: Region
    role: Role
    print_rest: bool = False


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """Everything that a region is compared with.

    Attributes:
        shown: one per column of the page, in the order of the columns.
        near: the gemeente (or its rest); None for a gemeente and for the country.
        country: the Netherlands; None for the country itself.
    """

    shown: tuple[Benchmark, ...] = ()
    near: Benchmark | None = None
    country: Benchmark | None = None

    @classmethod
    def of(
        cls,
        around: Surroundings,
        limits: JudgementLimits,
        shown: Mapping[str, Region] | None = None,
    ) -> Benchmarks:
        """The benchmarks of a region.

        Args:
            around: the region and what it lies in.
            limits: decides from which share of the people the rest is printed.
            shown: per key (`wijk`, `gemeente`, `land`, a code) the area, in the order of the
                columns; None for the usual ones. The region itself is left out.
        """
        region = around.region
        columns = around.benchmarks() if shown is None else shown

        def made(key: str, area: Region) -> Benchmark:
            return Benchmark(
                key, area, role_of(region, area), print_rest=_prints_rest(region, area, limits)
            )

        def by_role(key: str, area: Region | None) -> Benchmark | None:
            return None if area is None or area.code == region.code else made(key, area)

        return cls(
            tuple(made(key, area) for key, area in columns.items() if area.code != region.code),
            near=by_role("gemeente", around.gemeente),
            country=by_role("land", around.land),
        )

    @property
    def all(self) -> tuple[Benchmark, ...]:
        """The shown ones, and after them those that only the choice needs."""
        codes = {item.region.code for item in self.shown}
        unshown = (item for item in (self.near, self.country) if item is not None)
        return (*self.shown, *(item for item in unshown if item.region.code not in codes))


def role_of(region: Region, area: Region) -> Role:
    """What an area is to the region that is compared with it."""
    if area.code == NEDERLAND:
        return Role.COUNTRY
    return Role.NEAR if area.code == region.gemeente_code else Role.OTHER


def _prints_rest(region: Region, area: Region, limits: JudgementLimits) -> bool:
    share = share_of(region, area, AgeGroup.ADULTS)
    if (
        share is None
        or rest_people(region, area, AgeGroup.ADULTS) < limits.mensen.rest_van_gemeente
    ):
        return False
    return limits.rest.toon_rest_vanaf <= share <= limits.rest.niet_vergelijken_boven

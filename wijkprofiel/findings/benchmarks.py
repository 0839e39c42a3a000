"""What an area is compared with: on the page, and for the choice of what stands out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wijkprofiel.areas.parts import rest_people, share_of
from wijkprofiel.areas.surroundings import Surroundings
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.roles import Role


@dataclass(frozen=True, slots=True)
class Benchmark:
    """An area to compare with.

    Attributes:
        key: its name in exports (`gemeente`, `land`, `wijk`, a code).
        print_rest: whether the rest of it, without the profiled area, is what stands on the page.
    """

    key: str
    area: Area
    role: Role
    print_rest: bool = False


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """Everything that an area is compared with.

    Attributes:
        shown: one per column of the page, in the order of the columns.
        near: the gemeente (or its rest), or the several that the area lies in; None for a gemeente
            and for the country.
        country: the Netherlands; None for the country itself.
        near_stands: whether near is compared with at all: not where the area is nearly all of it,
            or where too few people live in the rest.
    """

    shown: tuple[Benchmark, ...] = ()
    near: Benchmark | None = None
    country: Benchmark | None = None
    near_stands: bool = False

    @classmethod
    def of(
        cls,
        around: Surroundings,
        limits: JudgementLimits,
        shown: Mapping[str, Area] | None = None,
    ) -> Benchmarks:
        """The benchmarks of an area.

        Args:
            around: the area and what it lies in.
            limits: decides from which share of the people the rest is printed.
            shown: per key (`wijk`, `gemeente`, `ggd_regio`, `land`, a code) the area, in the order
                of the columns; None for the usual ones. The area itself is left out.
        """
        profiled = around.area
        columns = around.benchmarks() if shown is None else shown

        def made(key: str, area: Area) -> Benchmark:
            return Benchmark(
                key, area, role_of(profiled, area), print_rest=_prints_rest(profiled, area, limits)
            )

        others = {key: area for key, area in columns.items() if area.code != profiled.code}
        printed = tuple(made(key, area) for key, area in others.items())

        def by_role(key: str, area: Area | None) -> Benchmark | None:
            if area is None or area.code == profiled.code:
                return None
            # What stands in a column may have a key of its own.
            theirs = (item for item in printed if item.area.code == area.code)
            return next(theirs, made(key, area))

        near = by_role("gemeente", around.near)
        return cls(
            printed,
            near=near,
            country=by_role("land", around.land),
            near_stands=near is not None and _leaves_a_rest(profiled, near.area, limits),
        )

    def by_key(self, key: str) -> Benchmark:
        """The benchmark of one key; there is one for each figure that is compared with."""
        return next(item for item in self.all if item.key == key)

    @property
    def all(self) -> tuple[Benchmark, ...]:
        """The shown ones, and after them those that only the choice needs."""
        codes = {item.area.code for item in self.shown}
        unshown = (item for item in (self.near, self.country) if item is not None)
        return (*self.shown, *(item for item in unshown if item.area.code not in codes))


def role_of(profiled: Area, area: Area) -> Role:
    """What an area is to the one that is compared with it."""
    if area.kind is AreaKind.LAND:
        return Role.COUNTRY
    if area.composed is not None and profiled.lies_in(area):
        return Role.REGION if area.composed is AreaKind.GGD_REGION else Role.PROVINCE
    homes = "+".join(part.gemeente_code or "" for part in profiled.per_gemeente)
    return Role.NEAR if area.code == homes else Role.OTHER


def _leaves_a_rest(profiled: Area, area: Area, limits: JudgementLimits) -> bool:
    """Whether enough of a benchmark is left to compare an area with that lies in it."""
    if area.is_gemeenten:
        pairs = zip(profiled.per_gemeente, area.parts, strict=True)
        return all(_leaves_a_rest(part, home, limits) for part, home in pairs)
    share = share_of(profiled, area, AgeGroup.ADULTS)
    if share is None or share > limits.rest.niet_vergelijken_boven:
        return False
    return rest_people(profiled, area, AgeGroup.ADULTS) >= limits.mensen.rest_van_gemeente


def _prints_rest(profiled: Area, area: Area, limits: JudgementLimits) -> bool:
    """Whether the rest is printed; nobody publishes a figure of several gemeenten in proportion."""
    if area.is_gemeenten:
        return _leaves_a_rest(profiled, area, limits)
    share = share_of(profiled, area, AgeGroup.ADULTS)
    if share is None or share < limits.rest.toon_rest_vanaf:
        return False
    return _leaves_a_rest(profiled, area, limits)

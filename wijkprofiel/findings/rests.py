"""Whether a rest may be known: what is left of a gemeente or wijk without a part of it.

Subtracting gives a figure of the rest. Where the source gives none of most people who live there,
that would be the figure of an area that has none; so the rest is then not compared with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from wijkprofiel.areas.parts import contains, people_of
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.edition.area_figures import AreaFigures, Column
from wijkprofiel.edition.reader import Edition
from wijkprofiel.methods.union import covered

K = TypeVar("K")
V = TypeVar("V")

MOST_KEPT = 4
"""Gemeenten and rests that are kept: those of the area at work."""
Places = dict[str, int]
"""Per code of an area its place in the row of its gemeente."""


@dataclass(frozen=True)
class _Inside:
    """What a gemeente consists of."""

    edition: Edition
    gemeente: str
    codes: tuple[str, ...]

    @cached_property
    def wijken(self) -> Places:
        return {code: at for at, code in enumerate(self.codes) if code.startswith("WK")}

    @cached_property
    def _buurten(self) -> dict[str, Places]:
        """By what the codes of a wijk and its buurten have in common."""
        found: dict[str, Places] = {}
        for at, code in enumerate(self.codes):
            if code.startswith("BU"):
                found.setdefault(code[2:8], {})[code] = at
        return found

    def buurten(self, wijk: str) -> Places:
        return self._buurten.get(wijk[2:], {})

    @cached_property
    def _areas(self) -> dict[str, Area]:
        levels = (RegionLevel.WIJK, RegionLevel.BUURT)
        regions = (self.edition.regions(level, self.gemeente) for level in levels)
        return {each.code: Area.of(each) for level in regions for each in level}

    def people(self, code: str, age: AgeGroup) -> float:
        area = self._areas.get(code)
        return 0.0 if area is None else people_of(area, age) or 0.0


@dataclass(frozen=True)
class _Rest:
    """What is left of a whole: the places of its areas, and who lives there."""

    inside: _Inside
    places: Places
    _people: dict[AgeGroup, list[float]] = field(default_factory=dict)

    def share_known(self, values: Column, age: AgeGroup) -> float:
        """The share of its people that lives where there is a value."""
        known = [values[at] is not None for at in self.places.values()]
        if all(known):
            return 1.0
        if age not in self._people:
            self._people[age] = [self.inside.people(code, age) for code in self.places]
        return covered(zip(self._people[age], known, strict=True))


@dataclass(frozen=True)
class Rests:
    """Looks at what the rest of an area consists of.

    Attributes:
        row: gives the stored row of a region's gemeente.
        least: the share of the people of a rest that has to live where there is a figure.
    """

    edition: Edition
    row: Callable[[Region], AreaFigures]
    least: float
    _gemeenten: dict[str, _Inside] = field(default_factory=dict)
    _rests: dict[tuple[str, str], _Rest] = field(default_factory=dict)

    def is_known(self, area: Area, whole: Area, key: FigureKey) -> bool:
        """Whether most people of a whole without an area live where a figure is given."""
        if whole.region is None or whole.gemeente_code is None or not contains(whole, area):
            return True
        row = self.row(whole.region)
        rest = self._rest(area, whole.region, row)
        return rest.share_known(row.values_of(key), key.age) >= self.least

    def _rest(self, area: Area, whole: Region, row: AreaFigures) -> _Rest:
        name = (",".join(member.code for member in area.members), whole.code)
        found = self._rests.get(name)
        if found is None:
            inside = self._inside(whole.gemeente_code or "", row)
            found = _Rest(inside, dict(_left(area, whole, inside)))
            _keep(self._rests, name, found)
        return found

    def _inside(self, gemeente: str, row: AreaFigures) -> _Inside:
        found = self._gemeenten.get(gemeente)
        if found is None:
            found = _Inside(self.edition, gemeente, row.codes)
            _keep(self._gemeenten, gemeente, found)
        return found


def _keep(kept: dict[K, V], name: K, found: V) -> None:
    if len(kept) >= MOST_KEPT:
        kept.clear()
    kept[name] = found


def _left(area: Area, whole: Region, inside: _Inside) -> Iterator[tuple[str, int]]:
    """The wijken that are left of a gemeente, and the buurten of those of which a part is taken."""
    taken = {member.code for member in area.members}
    cut = {member.wijk_code for member in area.members if member.wijk_code is not None}
    wijken = inside.wijken
    if whole.level is RegionLevel.WIJK:
        cut, wijken = cut & {whole.code}, {}
    for code, at in wijken.items():
        if code not in taken and code not in cut:
            yield code, at
    for wijk in sorted(cut):
        for code, at in inside.buurten(wijk).items():
            if code not in taken:
                yield code, at

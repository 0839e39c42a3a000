"""Whether a rest may be known: what is left of a gemeente or wijk without a part of it.

Subtracting gives a figure of the rest. Where the source gives none of most people who live there,
that would be the figure of an area that has none; so the rest is then not compared with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from wijkprofiel.areas.parts import contains, people_of
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.regions import Region, RegionLevel, level_of, wijk_code_of
from wijkprofiel.edition.reader import AreaFigures, Edition
from wijkprofiel.methods.union import covered

MOST_KEPT = 8
"""Rests that are kept: those of one profile."""
Rest = tuple[tuple[int, str], ...]
"""Place and code of the areas that a rest consists of."""


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
    _kept: dict[tuple[str, str], Rest] = field(default_factory=dict)

    def is_known(self, area: Area, whole: Area, key: FigureKey) -> bool:
        """Whether most people of a whole without an area live where a figure is given."""
        if whole.region is None or not contains(whole, area):
            return True
        row = self.row(whole.region)
        rest, values = self._rest(area, whole.region, row), row.values_of(key)
        if not rest or all(values[place] is not None for place, _ in rest):
            return True
        return covered(self._people(rest, values, key)) >= self.least

    def _people(
        self, rest: Rest, values: list[float | None], key: FigureKey
    ) -> Iterator[tuple[float, bool]]:
        for place, code in rest:
            region = self.edition.region(code)
            people = None if region is None else people_of(Area.of(region), key.age)
            yield people or 0.0, values[place] is not None

    def _rest(self, area: Area, whole: Region, row: AreaFigures) -> Rest:
        name = (",".join(member.code for member in area.members), whole.code)
        found = self._kept.get(name)
        if found is None:
            found = tuple(_rest_of(area, whole, row.codes))
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[name] = found
        return found


def _rest_of(area: Area, whole: Region, codes: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """The wijken that are left of a gemeente, and the buurten of those of which a part is taken."""
    taken = {member.code for member in area.members}
    cut = {member.wijk_code for member in area.members if member.wijk_code is not None}
    wijken = {code for code in codes if level_of(code) is RegionLevel.WIJK} - cut
    if whole.level is RegionLevel.WIJK:
        cut, wijken = cut & {whole.code}, set()
    for place, code in enumerate(codes):
        if code not in taken and (code in wijken or wijk_code_of(code) in cut):
            yield place, code

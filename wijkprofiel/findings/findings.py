"""Everything that is so for the areas of a document, before anybody puts it into words.

Frozen, without a text for readers, and complete: whatever a document says comes from here. JSON of
it is written by `findings.as_data`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from wijkprofiel.areas.namesakes import Namesakes
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.composed import ComposedArea
from wijkprofiel.domain.editions import EditionInfo, LeftOut
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.outlines import GemeenteMap, WijkMap
from wijkprofiel.findings.benchmarks import Benchmarks
from wijkprofiel.findings.changes import Change
from wijkprofiel.findings.comparison import SideBySide
from wijkprofiel.findings.lack import AgeEffect, Lack
from wijkprofiel.findings.opening import Opening
from wijkprofiel.findings.parts import Parts
from wijkprofiel.findings.points import Points
from wijkprofiel.findings.ranges import PartRange
from wijkprofiel.findings.trends import Trend
from wijkprofiel.findings.union_about import UnionAbout
from wijkprofiel.findings.value_set import Values

FORMAT = 2
"""Version of the JSON of findings; raised when a key changes meaning or goes."""

MOST_AREAS = 4
"""Areas that can be read side by side."""


@dataclass(frozen=True, slots=True)
class AreaFindings:
    """Everything that is so for one area.

    Attributes:
        wijk: the wijk that a buurt lies in.
        gemeente: the gemeente that it is or lies in; None for the country and across several.
        opening: the three things to begin with, what is there, and the rows of the first page.
        changes: per indicator the change over the rounds that may be told.
        namesakes: where names alone do not say which areas are meant.
        trends: per indicator the rounds that may stand beside each other.
        working_age: the rounds of 18 to 64 year olds, which are never judged.
        age_effects: indicators with a named difference of which age explains most.
        parts: the area and its parts beside each other; None where it has no two parts.
        lack: why it has no figures of its own, or none that may be judged.
        map: outlines of its gemeente; None if the edition has none.
        maps: outlines of each gemeente of an area that lies in several, that of most of its people
            first; `map` is then None.
        apart: per indicator how far the parts of a union lie apart, where that has to be told.
        wijk_map: outlines of the buurten of the wijk that it is or lies in, likewise.
        boundary_changes: per table on another division the land area (ha) here and there.
        left_out: figures that were not joined to it.
        union: its members and where it stands that they belong together; None for one region, and
            for a composed area.
        composed: the GGD region and province that it is or is compared with.
        compared_unions: what `union` is of each werkgebied beside it, by the benchmark.
    """

    area: Area
    wijk: Area | None
    gemeente: Area | None
    namesakes: Namesakes
    benchmarks: Benchmarks
    values: Values
    points: Points
    opening: Opening
    changes: Mapping[str, Change]
    trends: Mapping[str, Trend]
    working_age: tuple[Trend, ...]
    age_effects: Mapping[str, AgeEffect]
    parts: Parts | None
    lack: Lack | None
    map: GemeenteMap | None
    wijk_map: WijkMap | None
    boundary_changes: Mapping[str, tuple[int, int]]
    left_out: tuple[LeftOut, ...]
    union: UnionAbout | None = None
    composed: tuple[ComposedArea, ...] = ()
    compared_unions: Mapping[str, UnionAbout] = field(default_factory=dict)
    maps: tuple[GemeenteMap, ...] = ()
    apart: Mapping[str, PartRange] = field(default_factory=dict)

    @property
    def homes(self) -> Area | None:
        """The gemeente that it is or lies in, or the several ones; None for the country."""
        near = self.benchmarks.near
        return self.gemeente if near is None else near.area

    @property
    def per_gemeente(self) -> tuple[AreaFindings, ...]:
        """The same for what lies in each gemeente that has a map, as far as maps go."""
        if not self.maps:
            return (self,)
        drawn = {each.outer.code: each for each in self.maps}
        parts = [part for part in self.area.per_gemeente if part.gemeente_code in drawn]
        return tuple(
            replace(
                self, area=part, map=drawn[part.gemeente_code or ""], maps=(), boundary_changes={}
            )
            for part in parts
        )


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that is so for one to four areas of one edition.

    Attributes:
        origins: the tables behind the figures, by key.
        outdated: indicators whose source was changed in the configuration since the compile.
        side_by_side: what is so for the areas together; None of one area.
    """

    edition: EditionInfo
    origins: Mapping[str, Origin]
    areas: tuple[AreaFindings, ...]
    outdated: tuple[str, ...] = ()
    format: int = FORMAT
    side_by_side: SideBySide | None = None

    def __post_init__(self) -> None:
        if not 1 <= len(self.areas) <= MOST_AREAS:
            raise ValueError(f"findings are of 1 to {MOST_AREAS} areas, not of {len(self.areas)}")

    @property
    def only(self) -> AreaFindings:
        """The one area of a document about one area."""
        (area,) = self.areas
        return area

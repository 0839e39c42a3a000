"""Areas that are most alike in who lives there; their health does not count.

The distance of two areas is the root mean square of their differences, each in units of the spread
between wijken: on square roots for figures that are skewed (`schaal: wortel`). A figure that one
of the two lacks does not count; with too few in common they are not compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

from wijkprofiel.configuration.definitions import IndicatorDefinition, Scale
from wijkprofiel.configuration.limits import SimilarLimits
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.errors import RegionError, UsageError
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.methods.apart import root_mean_square

_LEVELS = {
    AreaKind.WIJK: RegionLevel.WIJK,
    AreaKind.UNION: RegionLevel.WIJK,
    AreaKind.BUURT: RegionLevel.BUURT,
    AreaKind.GEMEENTE: RegionLevel.GEMEENTE,
}
"""Among which areas those like it are looked for; a werkgebied is most like a wijk."""

_DECIMALS = 6
"""Of z, as everywhere."""
Figures = Mapping[str, float]
"""Figures of one area by indicator, without those that it lacks."""


@dataclass(frozen=True, slots=True)
class FeatureGap:
    """How far two areas lie apart in one figure.

    Attributes:
        here, there: the figure of the area that was asked about, and of the other.
        z: there minus here, in units of the spread between wijken.
    """

    indicator: str
    here: float
    there: float
    z: float


@dataclass(frozen=True, slots=True)
class SimilarArea:
    """An area that is like another.

    Attributes:
        distance: in units of the spread between wijken.
        gaps: every figure that both have, the largest difference first.
    """

    area: Area
    distance: float
    gaps: tuple[FeatureGap, ...]


@dataclass(frozen=True, slots=True)
class AlikeAreas:
    """The areas that are most like one.

    Attributes:
        level: among which areas was looked.
        areas: the nearest first.
        among: how many areas it was compared with.
        lacking: figures that did not count, because the area has none of them.
        years: of the figures that did.
    """

    area: Area
    level: RegionLevel
    areas: tuple[SimilarArea, ...]
    among: int
    lacking: tuple[str, ...]
    years: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Ruler:
    """A figure, and the spread that differences in it are measured in."""

    key: FigureKey
    unit: float
    root: bool

    def measured(self, value: float) -> float:
        """A figure in spreads: differences of those are the z of `methods.apart`."""
        return (sqrt(value) if self.root else value) / self.unit


class SimilarFinder:
    """Finds areas of one edition that are alike; what it has read is kept for the next question."""

    def __init__(
        self,
        book: FigureBook,
        definitions: Mapping[str, IndicatorDefinition],
        limits: SimilarLimits,
    ) -> None:
        self.book, self.limits = book, limits
        self._rulers = {
            key: ruler
            for key in limits.kenmerken
            if key in definitions and (ruler := self._ruler(definitions[key])) is not None
        }
        self._read: dict[str, dict[str, Figures]] = {}

    def _ruler(self, definition: IndicatorDefinition) -> _Ruler | None:
        """None where the edition has no such figure, or one of another source."""
        stored = self.book.edition.fingerprints.get(definition.id)
        figure = self.book.newest(definition.id, AgeGroup.ALL)
        spread = None if figure is None else self.book.spread(figure.key)
        if figure is None or spread is None or stored != definition.bron.fingerprint():
            return None
        root = definition.schaal is Scale.ROOT
        unit = spread.sd_root if root else spread.sd
        return _Ruler(figure.key, unit, root) if unit else None

    def of(self, area: Area, number: int, gemeenten: Collection[str] = ()) -> AlikeAreas:
        """The areas that are most like one.

        Args:
            number: how many of them.
            gemeenten: codes of the gemeenten to look in; without, everywhere.

        Raises:
            UsageError: of the country, which is like nothing.
            RegionError: if too little is known of the area.
        """
        level = _LEVELS.get(area.kind)
        if level is None:
            raise UsageError(
                f"{area.name} is geen wijk, buurt, gemeente of werkgebied.",
                remedy="Noem een gebied waar er meer van zijn.",
            )
        own = self._of_area(area)
        if len(own) < self.limits.minstens:
            raise RegionError(
                f"Van {area.name} zijn er {len(own)} van de {len(self.limits.kenmerken)} cijfers"
                f" over wie er wonen; nodig zijn er {self.limits.minstens}.",
                remedy="Kies een gebied met meer inwoners, of een andere editie.",
            )
        found = list(self._compared(area, own, level, gemeenten))
        found.sort(key=lambda each: (each.distance, each.area.code))
        return AlikeAreas(
            area=area,
            level=level,
            areas=tuple(found[:number]),
            among=len(found),
            lacking=tuple(key for key in self.limits.kenmerken if key not in own),
            years={key: self._rulers[key].key.period for key in own},
        )

    def _compared(
        self, area: Area, own: Figures, level: RegionLevel, gemeenten: Collection[str]
    ) -> Iterator[SimilarArea]:
        inside = {member.code for member in area.members}
        around = {code for member in area.members for code in _holding(member)}
        for region in self.book.edition.regions(level):
            if gemeenten and region.gemeente_code not in gemeenten:
                continue
            overlaps = region.code in around or not inside.isdisjoint(_holding(region))
            if overlaps or (region.adults or 0.0) < self.limits.mensen:
                continue
            if gaps := self._gaps(own, self._of_region(region)):
                distance = root_mean_square([gap.z for gap in gaps])
                yield SimilarArea(Area.of(region), round(distance, _DECIMALS), gaps)

    def _gaps(self, own: Figures, theirs: Figures) -> tuple[FeatureGap, ...]:
        """What both have, the largest difference first; nothing where that is too little."""
        common = [key for key in own if key in theirs]
        if len(common) < self.limits.minstens:
            return ()
        gaps = [self._gap(key, own[key], theirs[key]) for key in common]
        return tuple(sorted(gaps, key=lambda gap: -abs(gap.z)))

    def _gap(self, key: str, here: float, there: float) -> FeatureGap:
        ruler = self._rulers[key]
        z = ruler.measured(there) - ruler.measured(here)
        return FeatureGap(key, here, there, round(z, _DECIMALS))

    def _of_area(self, area: Area) -> Figures:
        if area.region is not None:
            return self._of_region(area.region)
        found = {
            key: self.book.observation(area, ruler.key).value for key, ruler in self._rulers.items()
        }
        return {key: value for key, value in found.items() if value is not None}

    def _of_region(self, region: Region) -> Figures:
        home = region.gemeente_code or region.code
        if home not in self._read:
            self._read[home] = self._row(home)
        return self._read[home].get(region.code, {})

    def _row(self, home: str) -> dict[str, Figures]:
        """All areas of a gemeente; a whole country of rows does not belong in the book."""
        row, found = self.book.edition.area(home), dict[str, dict[str, float]]()
        for key, ruler in self._rulers.items():
            for code, value in row.known(ruler.key).items():
                found.setdefault(code, {})[key] = value
        return dict(found)


def _holding(region: Region) -> tuple[str, ...]:
    """The codes of a region and of what it lies in."""
    return tuple(filter(None, (region.code, region.wijk_code, region.gemeente_code)))

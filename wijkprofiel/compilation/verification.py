"""Check a finished edition: is the file whole, and does it say what an edition must say?

Only the reader is used, so that this runs without the libraries of compile time. Every problem is
reported, not only the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from wijkprofiel.compilation.composed_sums import ComposedSums
from wijkprofiel.compilation.ranges import EVERYTHING, Range, possible_range
from wijkprofiel.compilation.sums import OddSum, Sums
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.disk.files import sha256_of
from wijkprofiel.domain.composed import ComposedArea
from wijkprofiel.domain.errors import EditionError
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.regions import NEDERLAND, Region, RegionLevel
from wijkprofiel.edition.area_figures import AreaFigures, shares
from wijkprofiel.edition.manifest import Manifest, read_manifest
from wijkprofiel.edition.reader import Edition, sqlite_damage
from wijkprofiel.edition.restoring import how_to_restore

_SHOWN = 10
_WITHOUT_SHARE = (ValueStatus.WITHHELD, ValueStatus.NOT_APPLICABLE)
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked of an edition in which nothing was wrong.

    Attributes:
        values: number of figures that were read.
        outdated: indicators whose source part differs from the configuration; they need a compile.
        odd: sums that do not come out.
    """

    manifest: Manifest
    areas: int
    values: int
    outdated: tuple[str, ...]
    odd: tuple[OddSum, ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """In Dutch, what is odd without being impossible."""
        return tuple(str(each) for each in self.odd if not each.impossible)

    def impossible(self) -> str | None:
        """In Dutch, what cannot be; None if nothing is."""
        return listed(str(each) for each in self.odd if each.impossible)


def verify_edition(path: Path, indicators: Mapping[str, IndicatorDefinition]) -> Verification:
    """Hold an edition against its manifest and against what every edition must satisfy.

    Raises:
        EditionError: with everything that is wrong.
    """
    found = check_edition(path, read_manifest(path), indicators)
    if (lines := found.impossible()) is not None:
        raise EditionError(
            f"De editie {path} heeft cijfers die niet kunnen kloppen:\n{lines}",
            remedy="Vergelijk ze met de tabel bij de bron. Staat het daar goed, maak de editie dan"
            " opnieuw met `wijkprofiel data pull`; staat het daar ook zo, meld het bij de bron.",
        )
    return found


def check_edition(
    path: Path, manifest: Manifest, indicators: Mapping[str, IndicatorDefinition]
) -> Verification:
    """The same for an edition whose manifest is not written yet.

    Raises:
        EditionError: with everything that is wrong.
    """
    _raise_if(path, manifest, list(_file_problems(path, manifest)))
    with Edition.open(path) as edition:
        check = _Check(edition, manifest, indicators)
        _raise_if(path, manifest, list(check.problems()))
        outdated = tuple(check.outdated())
        return Verification(manifest, check.areas, check.values, outdated, tuple(check.odd))


def listed(texts: Iterable[str]) -> str | None:
    """The first lines of a list, and how many more there are; None if there are none."""
    lines = list(texts)
    more = [f"en nog {len(lines) - _SHOWN} andere"] if len(lines) > _SHOWN else []
    return "\n".join(f"  {line}" for line in lines[:_SHOWN] + more) or None


def _raise_if(path: Path, manifest: Manifest, problems: list[str]) -> None:
    lines = listed(problems)
    if lines is None:
        return
    raise EditionError(
        f"De editie {path} is niet in orde:\n{lines}",
        remedy=how_to_restore(manifest.info.id),
    )


def _file_problems(path: Path, manifest: Manifest) -> Iterator[str]:
    """Problems that make it useless to read any further."""
    if not path.is_file():
        yield "het bestand bestaat niet"
        return
    if sha256_of(path) != manifest.sha256:
        yield f"de sha256 van het bestand is anders dan in {path.stem}.json staat"
        return
    yield from _unreadable(partial(_content_problems, path, manifest))


def _content_problems(path: Path, manifest: Manifest) -> Iterator[str]:
    if damage := sqlite_damage(path):
        yield f"SQLite meldt schade: {damage}"
        return
    with Edition.open(path) as edition:
        if not edition.content_hash() == edition.info.content == manifest.info.content:
            yield "de inhoud past niet bij de hash ervan"
        elif edition.info != manifest.info:
            yield f"{path.stem}.json is van een andere editie"


class _Check:
    """The invariants of an edition, over all of its areas.

    Values are read as columns, not as observations: there are four million of them.
    """

    def __init__(
        self, edition: Edition, manifest: Manifest, indicators: Mapping[str, IndicatorDefinition]
    ) -> None:
        self.edition, self.manifest = edition, manifest
        tables = edition.origins
        self.indicators = {key: each for key, each in indicators.items() if each.is_of(tables)}
        self.areas = self.values = 0
        self._keys = list(edition.figures)
        self._ranges = [self._range(key) for key in self._keys]
        self._in_wijken = [False] * len(self._keys)
        self.odd: list[OddSum] = []
        outdated = set(self.outdated())
        current = {name: each for name, each in self.indicators.items() if name not in outdated}
        self._sums = Sums(edition, current)
        self._composed_sums = ComposedSums(edition, current)

    def _range(self, key: FigureKey) -> Range:
        definition = self.indicators.get(key.indicator)
        return EVERYTHING if definition is None else possible_range(definition)

    def outdated(self) -> list[str]:
        """Indicators that this edition was not compiled for, or with another source part."""
        known = self.edition.fingerprints
        return [
            name
            for name, definition in self.indicators.items()
            if known.get(name) != definition.bron.fingerprint()
        ]

    def problems(self) -> Iterator[str]:
        """Everything that is wrong."""
        yield from _unreadable(self._count_problems)
        yield from _unreadable(self._name_problems)
        yield from _unreadable(self._country_problems)
        homes: dict[str, list[Region]] = {}
        for region in self.edition.regions():
            homes.setdefault(region.gemeente_code or NEDERLAND, []).append(region)
        for home, regions in homes.items():
            yield from _unreadable(partial(self._home_problems, home, regions))
        yield from _unreadable(self._composed_problems)
        if NEDERLAND in homes and self.manifest.only is None:
            yield from _unreadable(self._sum_problems)
        yield from _unreadable(self._spread_problems)

    def _sum_problems(self) -> Iterator[str]:
        """Only what cannot be read: what does not come out is no damage, and told by itself."""
        self.odd += self._sums.of_country(self.edition.area(NEDERLAND))
        yield from ()

    def _name_problems(self) -> Iterator[str]:
        unknown = {code for _, code in self.edition.names()} - {
            region.code for region in self.edition.regions()
        }
        if unknown:
            yield f"er zijn namen van gebieden die er niet zijn, zoals {min(unknown)}"

    def _country_problems(self) -> Iterator[str]:
        if self.edition.calibration is not None and self.manifest.only is not None:
            yield "een editie van één gemeente kan geen ijking hebben"

    def _count_problems(self) -> Iterator[str]:
        for level in RegionLevel:
            found, expected = len(self.edition.regions(level)), self.manifest.regions.get(level, 0)
            if found != expected:
                yield f"{found} gebieden van niveau {level}, volgens het manifest {expected}"
        kinds = Counter(str(each.area.kind) for each in self.edition.composed)
        if kinds != Counter(self.manifest.composed):
            yield "het aantal GGD-regio's en provincies is anders dan in het manifest staat"
        tables = {table.snapshot: table.origin for table in self.manifest.tables}
        if tables != self.edition.origins:
            yield "de tabellen in het manifest zijn andere dan die in de editie"

    def _composed_problems(self) -> Iterator[str]:
        """What composed areas have that is not what their gemeenten give."""
        for each in self.edition.composed:
            yield from _unreadable(partial(self._one_composed, each))

    def _one_composed(self, composed: ComposedArea) -> Iterator[str]:
        code = composed.area.code
        area = self.edition.area(code)
        if area.codes != (code,):
            yield f"{code}: cijfers van een ander gebied, zoals {area.codes[0]}"
            return
        for slot, key in enumerate(self._keys):
            for place, problem in self._column_problems(area, slot):
                yield f"{place} {self._name(slot)}: {problem}"
            strange = set(area.parts_without(key)[1]) - set(composed.codes)
            if strange:
                yield f"{code} {self._name(slot)}: {min(strange)} hoort er niet bij"
        yield from self._composed_sums.problems(composed, area)

    def _home_problems(self, home: str, regions: list[Region]) -> Iterator[str]:
        area = self.edition.area(home)
        codes = {region.code for region in regions}
        if home not in codes or codes != set(area.codes):
            strange = sorted(codes ^ set(area.codes)) or [home]
            yield f"{home}: cijfers en lijst van gebieden verschillen, zoals bij {strange[0]}"
            return
        self.areas += len(codes)
        yield from self._other_problems(area)
        self._composed_sums.add(home, area)
        self.odd += self._sums.of_home(regions, area)
        for slot in range(len(self._keys)):
            for code, problem in self._column_problems(area, slot):
                yield f"{code} {self._name(slot)}: {problem}"

    def _other_problems(self, area: AreaFigures) -> Iterator[str]:
        """What a profile reads beside figures; reading it is the check."""
        area.map  # noqa: B018
        for code in area.codes:
            area.buurt_map(code)
        named = {row.origin for row in area.left_out}
        for code in area.codes:
            named |= area.boundary_changes(code).keys()
        for name in sorted(named - self.edition.origins.keys()):
            yield f"{area.codes[0]}: de tabel {name} kennen we niet"

    def _column_problems(self, area: AreaFigures, slot: int) -> Iterator[tuple[str, str]]:
        area.gaps(slot)
        yield from self._impossible(area, slot)
        yield from _outside_limits(area, slot)
        yield from self._other_shares(area, slot)

    def _impossible(self, area: AreaFigures, slot: int) -> Iterator[tuple[str, str]]:
        low, high = self._ranges[slot]
        values = area.values(slot)
        known = [value for value in values if value is not None]
        self.values += len(known)
        if not self._in_wijken[slot]:
            pairs = zip(area.codes, values, strict=True)
            self._in_wijken[slot] = any(v is not None and code[:2] == "WK" for code, v in pairs)
        if not known or low <= min(known) <= max(known) <= high:
            return
        for code, value in zip(area.codes, values, strict=True):
            if value is not None and not low <= value <= high:
                yield code, f"{value:g} kan niet"

    def _other_shares(self, area: AreaFigures, slot: int) -> Iterator[tuple[str, str]]:
        """Shares that are not what their counts say."""
        definition = self.indicators.get(self._keys[slot].indicator)
        if definition is None or not definition.bron.computed:
            return
        high = self._ranges[slot][1]
        computed, gaps = shares(*area.counts(slot), definition.bron.vermenigvuldig), area.gaps(slot)
        pairs = zip(area.codes, area.values(slot), computed, strict=True)
        for place, (code, value, share) in enumerate(pairs):
            # Counts of few people, or of nobody, are there for adding up; their share is not.
            withheld = value is None and gaps.get(place) in _WITHOUT_SHARE
            wrong = share is not None and (
                value is None or abs(min(share, high) - value) > _TOLERANCE
            )
            if wrong and not withheld:
                yield code, "het aandeel past niet bij de aantallen"

    def _name(self, slot: int) -> str:
        key = self._keys[slot]
        return f"{key.indicator} {key.age} {key.period}"

    def _spread_problems(self) -> Iterator[str]:
        spreads = {key: self.edition.spread(key) for key in self._keys}
        for key in self._keys:
            self.edition.residents(key)  # reading it is the check
        if self.manifest.only is not None:
            return  # an edition of one gemeente cannot know the spread of the country
        for slot, key in enumerate(self._keys):
            judged = self._in_wijken[slot] and key.age is not AgeGroup.WORKING_AGE
            if judged and spreads[key] is None:
                yield f"{self._name(slot)}: de spreiding ontbreekt"


def _unreadable(problems: Callable[[], Iterator[str]]) -> Iterator[str]:
    """Problems, of which what cannot be read is one."""
    try:
        yield from problems()
    except EditionError as error:
        yield error.message


def _outside_limits(area: AreaFigures, slot: int) -> Iterator[tuple[str, str]]:
    for code, value, lower, upper in zip(
        area.codes, area.values(slot), *area.limits(slot), strict=True
    ):
        if value is None or lower is None or upper is None:
            continue
        if not lower <= value <= upper:
            yield code, "het cijfer ligt buiten zijn marges"

"""How far figures that are put together lie from those that are published.

    python -m tools.aggregation [--country]

Every gemeente is made of its wijken, every wijk of its buurten and the country of its GGD regions,
by the rules that a profile uses, from the shipped edition. What is published of them is the truth.
Without `--country` only what docs/methode.md says of gemeenten and of the country is made, which
takes seconds; all wijken take some minutes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from wijkprofiel.areas.at_home import HomeShares
from wijkprofiel.configuration.definitions import IndicatorDefinition, Unit
from wijkprofiel.configuration.together import Way
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, Observation
from wijkprofiel.domain.regions import NEDERLAND, Region, RegionLevel
from wijkprofiel.edition.reader import AreaFigures
from wijkprofiel.findings.together import UnionFigures
from wijkprofiel.words.formatting import MISSING, number
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.paths import SHIPPED_DATA, SearchPath

FEWEST_PEOPLE = 1_000
"""Of a whole: in smaller ones the rounding of the published figure is all that is seen."""
LEAST_COVERED = 0.98
"""From here on a document says nothing beside a figure."""
_PERCENT = 100
_P95 = 94
"""Place of the 95th percentile among the hundred that `quantiles` gives."""

_HEALTH = {
    AgeGroup.ADULTS: "gezondheid, 18 jaar en ouder (punt)",
    AgeGroup.ELDERLY: "gezondheid, 65-plussers (punt)",
}
_OTHERS = {
    (Way.COUNTS, Unit.PERCENT): "aandelen uit aantallen (punt)",
    (Way.COUNTS, Unit.PER_100): "65-plussers per 100 van 15 tot 65 jaar",
    (Way.COUNTS, Unit.PER_1000): "uitkeringen per 1.000",
    (Way.WEIGHTED, Unit.PERCENT): "percentages, gewogen (punt)",
    (Way.WEIGHTED, Unit.KM): "afstanden (km)",
    (Way.WEIGHTED, Unit.SCHOOLS): "scholen binnen 3 km",
    (Way.COUNTS, Unit.PER_HOUSEHOLD): "auto's per huishouden",
    (Way.WEIGHTED, Unit.PEOPLE): "personen per huishouden",
    (Way.WEIGHTED, Unit.THOUSAND_EUR): "WOZ-waarde en inkomen (duizend euro)",
}
_WATER = "aandeel water (punt)"
_RELATIVE = {
    Way.SUM: "aantallen (%)",
    Way.PER_LAND: "inwoners per km² (%)",
    Way.WEIGHTED: "adressen per km² (%)",
}
"""What is measured as a part of the published figure."""

Errors = dict[str, list[float]]


class RawFigures(UnionFigures):
    """Figures as the rule gives them: not rounded for print, and not held against their wholes."""

    def raw(self, area: Area, key: FigureKey) -> tuple[float | None, float]:
        """The figure, and the share of the people that live in parts with one."""
        found, joined = self._unrounded(area, key)
        return found.value, joined.covered

    def _deviations(self, *_: object) -> dict[str, float]:
        return {}


@dataclass
class Measure:
    """Makes wholes of their parts, and says how far off that is."""

    shop: Workshop
    _rows: dict[str, AreaFigures] = field(default_factory=dict)

    def __post_init__(self) -> None:
        definitions = {**self.shop.catalogue.elsewhere, **self.shop.catalogue.indicators}
        limits = self.shop.catalogue.limits
        self._figures = RawFigures(self.shop.edition, self.read, definitions, limits, self.counts)
        self._homes = HomeShares(self.read, self.shop.edition.figures, limits.werkgebieden)
        self.keys = [
            key for key, each in self.shop.edition.figures.items() if each.newest and self.name(key)
        ]

    def read(self, region: Region, key: FigureKey) -> Observation:
        """A published figure; only the row of the gemeente at hand is kept, and the country."""
        return self._row(region).observation(region.code, key)

    def counts(self, region: Region, key: FigureKey) -> tuple[float, float] | None:
        """The counts behind a figure, also of few people."""
        return self._row(region).counts_of(region.code, key)

    def _row(self, region: Region) -> AreaFigures:
        code = region.gemeente_code or NEDERLAND
        if code not in self._rows:
            kept = {each: row for each, row in self._rows.items() if each == NEDERLAND}
            self._rows = {**kept, code: self.shop.edition.area(code)}
        return self._rows[code]

    def definition(self, key: FigureKey) -> IndicatorDefinition:
        """What a figure is."""
        return self.shop.catalogue.indicators[key.indicator]

    def name(self, key: FigureKey) -> str | None:
        """The line of the table that a figure is on; None for what is never put together."""
        definition = self.definition(key)
        if key.indicator == "aandeel_water":  # what lies in no wijk: the sea
            return _WATER
        way, unit = definition.together.wijze, definition.eenheid
        if way is Way.PEOPLE:
            return _HEALTH.get(key.age)
        return _OTHERS.get((way, unit)) or (_RELATIVE.get(way) if way is not Way.COUNTS else None)

    def of_wholes(self, level: RegionLevel, gemeenten: Iterable[Region]) -> Errors:
        """Every gemeente made of its wijken, or every wijk of its buurten."""
        found: Errors = {}
        for home in gemeenten:
            for whole, parts in self._wholes(level, home):
                self._take_in(found, whole, parts)
        return found

    def _wholes(self, level: RegionLevel, home: Region) -> Iterator[tuple[Region, list[Region]]]:
        regions = self.shop.edition.regions
        if level is RegionLevel.GEMEENTE:
            yield home, regions(RegionLevel.WIJK, home.code)
            return
        buurten = regions(RegionLevel.BUURT, home.code)
        for wijk in regions(RegionLevel.WIJK, home.code):
            yield wijk, [each for each in buurten if each.wijk_code == wijk.code]

    def _take_in(self, found: Errors, whole: Region, parts: Sequence[Region]) -> None:
        if len(parts) < 2 or (whole.inhabitants or 0) < FEWEST_PEOPLE:
            return
        area = Area(tuple(parts), whole.name, "samen", tuple(map(self._homes.of, parts)))
        for key in self.keys:
            told = self.read(whole, key)
            # Where the edition has the wholes from the wijken, what the source gives is the truth.
            published = told.value if told.published is None else told.published.value
            value, covered = self._figures.raw(area, key)
            if published is not None and value is not None and covered >= LEAST_COVERED:
                self._add(found, key, value, published)

    def _add(self, found: Errors, key: FigureKey, value: float, published: float) -> None:
        name, error = self.name(key) or "", abs(value - published)
        if name in _RELATIVE.values():
            if not published:
                return
            error *= _PERCENT / published
        found.setdefault(name, []).append(error)

    def of_country(self, kind: AreaKind) -> Errors:
        """The country made of its GGD regions or provinces."""
        edition, found = self.shop.edition, Errors()
        areas = [each.area for each in edition.composed if each.area.kind is kind]
        rows = {area.code: edition.area(area.code) for area in areas}
        country = edition.region(NEDERLAND)
        assert country is not None
        for key, name in self._health_rounds():
            published = self.read(country, key).value
            values = [rows[area.code].observation(area.code, key).value for area in areas]
            if published is not None and None not in values:
                people = [_people(area, key.age) for area in areas]
                total = sum((v or 0.0) * p for v, p in zip(values, people, strict=True))
                found.setdefault(name, []).append(abs(total / sum(people) - published))
        return found

    def of_regions(self) -> list[float]:
        """Health figures of adults: GGD regions made of wijken beside those made of gemeenten."""
        edition, found = self.shop.edition, list[float]()
        keys = [key for key in self.keys if self.name(key) == _HEALTH[AgeGroup.ADULTS]]
        for composed in edition.composed:
            if composed.area.kind is AreaKind.GGD_REGION:
                row = edition.area(composed.area.code)
                for key, value in self._of_wijken(composed.codes, keys).items():
                    published = row.observation(composed.area.code, key).value
                    if published is not None:
                        found.append(abs(value - published))
        return found

    def _of_wijken(
        self, gemeenten: Sequence[str], keys: Sequence[FigureKey]
    ) -> Mapping[FigureKey, float]:
        sums = {key: [0.0, 0.0] for key in keys}
        for home in gemeenten:
            for wijk in self.shop.edition.regions(RegionLevel.WIJK, home):
                weight = (wijk.adults or 0.0) * self._homes.of(wijk)
                for key in keys:
                    value = self.read(wijk, key).value
                    if value is not None:
                        sums[key][0] += weight * value
                        sums[key][1] += weight
        return {key: total / weight for key, (total, weight) in sums.items()}

    def _health_rounds(self) -> Iterator[tuple[FigureKey, str]]:
        for key in self.shop.edition.figures:
            if self.definition(key).is_health and key.age in _HEALTH:
                yield key, f"{_HEALTH[key.age]}, {key.period}"


def _people(area: Area, age: AgeGroup) -> float:
    return float((area.elderly if age is AgeGroup.ELDERLY else area.adults) or 0)


def summary(errors: Sequence[float], decimals: int = 3) -> str:
    """How many, the middle one, the one that 95 of every 100 stay under, and the largest."""
    if len(errors) < 2:
        return f"{len(errors)} | {MISSING} | {MISSING} | {MISSING}"
    told = (median(errors), quantiles(errors, n=100, method="inclusive")[_P95], max(errors))
    return " | ".join([number(len(errors)), *(number(each, decimals) for each in told)])


def table(errors: Mapping[str, Sequence[float]]) -> list[str]:
    """Lines of the document."""
    names = [*_HEALTH.values(), *_OTHERS.values(), _WATER, *_RELATIVE.values()]
    rounds = sorted(name for name in errors if name not in names)
    return [f"| {name} | {summary(errors[name])} |" for name in (*names, *rounds) if name in errors]


def open_shipped() -> Workshop:
    """The edition and configuration that come with the project."""
    return Workshop(Workplace(SearchPath.with_user_folder(None), Path(SHIPPED_DATA)), "2020")


def main(words: Sequence[str]) -> None:
    """Print all tables."""
    with open_shipped() as shop:
        measure = Measure(shop)
        gemeenten = shop.edition.regions(RegionLevel.GEMEENTE)
        tables = {"gemeenten uit hun wijken": measure.of_wholes(RegionLevel.GEMEENTE, gemeenten)}
        if "--country" in words:
            tables["wijken uit hun buurten"] = measure.of_wholes(RegionLevel.WIJK, gemeenten)
        for kind in (AreaKind.GGD_REGION, AreaKind.PROVINCE):
            tables[f"Nederland uit elke {kind}"] = measure.of_country(kind)
        tables["GGD-regio's uit wijken naast die uit gemeenten"] = {"": measure.of_regions()}
        for heading, errors in tables.items():
            lines = table(errors) or [f"| {summary(errors[''])} |"]
            sys.stdout.write("\n".join(["", heading, *lines, ""]))


if __name__ == "__main__":
    main(sys.argv[1:])

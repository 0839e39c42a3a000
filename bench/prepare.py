"""Turn an edition back into the national files that an analyst would have downloaded.

    python -m bench.prepare MAP [--edition data/2020.sqlite]

| file | what is in it |
|---|---|
| `TABLE.csv` for each CBS table | a row for every area of the country, a column for every topic |
| `gezondheid.csv` | a row for every area, age group and year, a column for every indicator |
| `wijken.geojson`, `gemeenten.geojson` | outlines of the whole country, in metres (RD New) |
| `indicatoren.csv` | what each indicator is called and means, and how its figure is made |

The real downloads are larger: they have topics that no profile shows, upper and lower limits in
rows of their own, and outlines that are not simplified. What is measured on these files is
therefore the least that a script on the real ones costs.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from wijkprofiel.configuration.catalogue import Catalogue, load_catalogue
from wijkprofiel.configuration.definitions import IndicatorDefinition, TrendRounds
from wijkprofiel.domain.figures import Figure
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.outlines import Outline
from wijkprofiel.domain.regions import NEDERLAND, Region, RegionLevel
from wijkprofiel.edition.reader import AreaFigures, Edition
from wijkprofiel.yaml_files.paths import SHIPPED_DATA, SearchPath

EDITION = SHIPPED_DATA / "2020.sqlite"
HEALTH = "gezondheid"
_ROUNDS = {TrendRounds.THREE: 3, TrendRounds.TWO: 2}

Cell = str | float | None
Line = list[Cell]


def prepare(edition: Edition, catalogue: Catalogue, folder: Path) -> None:
    """Write all files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    country = Country(edition, catalogue)
    for origin in edition.origins:
        if figures := country.register_figures(origin):
            write_lines(folder / f"{origin}.csv", country.wide(figures))
    write_lines(folder / f"{HEALTH}.csv", country.long())
    write_lines(folder / "indicatoren.csv", country.indicators())
    wijken, gemeenten = country.outlines()
    write_outlines(folder / "wijken.geojson", wijken)
    write_outlines(folder / "gemeenten.geojson", gemeenten)


class Country:
    """Every figure of every area, gathered from the rows of an edition."""

    def __init__(self, edition: Edition, catalogue: Catalogue) -> None:
        self.edition, self.catalogue = edition, catalogue
        self.regions = edition.regions()
        self._slots = {key: slot for slot, key in enumerate(edition.figures)}
        gemeenten = (area.code for area in edition.regions(RegionLevel.GEMEENTE))
        self._rows = {code: edition.area(code) for code in (NEDERLAND, *gemeenten)}
        self._places = {
            code: place for row in self._rows.values() for place, code in enumerate(row.codes)
        }

    def register_figures(self, origin: str) -> list[Figure]:
        """What one table tells about everybody, in the order of the document."""
        figures = self.edition.figures.values()
        return [f for f in figures if f.origin == origin and f.key.age is AgeGroup.ALL]

    def wide(self, figures: list[Figure]) -> Iterator[Line]:
        """A table with one row per area; a share that we compute stands there as its counts."""
        header: Line = ["code", "naam", "soort", "gemeente", "inwoners_18plus"]
        for figure in figures:
            name = figure.key.indicator
            header += [f"{name}_teller", f"{name}_noemer"] if self._counted(name) else [name]
        yield header
        for region in self.regions:
            area = [region.code, region.name, region.level.value, region.gemeente_name]
            yield [*area, region.adults, *self._wide_cells(region, figures)]

    def long(self) -> Iterator[Line]:
        """The health table: one row per area, age group and year."""
        figures = {k: f for k, f in self.edition.figures.items() if k.age is not AgeGroup.ALL}
        names = list(dict.fromkeys(key.indicator for key in figures))
        rows: dict[tuple[AgeGroup, int], dict[str, int]] = {}
        for key in figures:
            rows.setdefault((key.age, key.period), {})[key.indicator] = self._slots[key]
        yield ["code", "leeftijd", "jaar", *names]
        for region in self.regions:
            row, place = self._row(region), self._places[region.code]
            for (age, period), slots in rows.items():
                cells = (
                    row.values(slots[name])[place] if name in slots else None for name in names
                )
                yield [region.code, age.value, period, *cells]

    def indicators(self) -> Iterator[Line]:
        """What is known of each indicator, with the file and column that hold its figures."""
        newest = {f.key.indicator: f for f in self.edition.figures.values() if f.newest}
        header: Line | None = None
        for definition in self.catalogue.indicators.values():
            if definition.id in newest:
                record = self._record(definition, newest[definition.id])
                if header is None:
                    header = [*record]
                    yield header
                yield [*record.values()]

    def outlines(self) -> tuple[list[Outline], list[Outline]]:
        """Outlines of all wijken and of all gemeenten."""
        maps = [row.map for row in self._rows.values() if row.map is not None]
        return [wijk for each in maps for wijk in each.wijken], [each.outer for each in maps]

    def _record(self, definition: IndicatorDefinition, figure: Figure) -> dict[str, Cell]:
        themes = self.catalogue.default_theme_set
        place = definition.themas[themes.id]
        theme = next(theme for theme in themes.themas if theme.sleutel == place.thema)
        health = figure.key.age is not AgeGroup.ALL
        counted = self._counted(definition.id)
        return {
            "id": definition.id,
            "naam": definition.naam,
            "korte_naam": definition.korte_naam,
            "definitie": definition.definitie,
            "voorbehoud": definition.voorbehoud,
            "populatie": definition.populatie,
            "eenheid": definition.eenheid.value,
            "decimalen": definition.decimalen,
            "richting": definition.richting.sign,
            "vergelijken": int(definition.vergelijken),
            "thema": theme.naam,
            "kop": theme.koppen[place.kop] if place.kop else None,
            "bestand": HEALTH if health else figure.origin,
            "jaar": figure.key.period,
            "bron": self.edition.origins[figure.origin].short if figure.origin else None,
            "vermenigvuldig": definition.bron.vermenigvuldig if counted else None,
            "rondes": _ROUNDS.get(definition.trend, 0),
            "ouderen": int(AgeGroup.ELDERLY in definition.leeftijden),
            "buurten": int(definition.id in self.catalogue.texts.buurten.cijfers),
        }

    def _wide_cells(self, region: Region, figures: list[Figure]) -> Iterator[Cell]:
        row, place = self._row(region), self._places[region.code]
        for figure in figures:
            slot = self._slots[figure.key]
            counted = self._counted(figure.key.indicator)
            columns = row.counts(slot) if counted else (row.values(slot),)
            yield from (column[place] for column in columns)

    def _row(self, region: Region) -> AreaFigures:
        return self._rows[region.gemeente_code or NEDERLAND]

    def _counted(self, indicator: str) -> bool:
        """Whether the source has counts, from which the share is still to be computed."""
        return self.catalogue.indicators[indicator].bron.computed


def write_lines(path: Path, lines: Iterable[Line]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)


def write_outlines(path: Path, outlines: Iterable[Outline]) -> None:
    features = [
        {
            "type": "Feature",
            "properties": {"code": outline.code, "naam": outline.name},
            "geometry": {
                "type": "MultiPolygon",
                "coordinates": [[[*ring, ring[0]]] for ring in outline.rings],
            },
        }
        for outline in outlines
    ]
    system = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    collection = {"type": "FeatureCollection", "crs": system, "features": features}
    path.write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")


def main() -> None:
    """Prepare a folder from the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.prepare", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="MAP")
    parser.add_argument("--edition", type=Path, default=EDITION)
    options = parser.parse_args()
    catalogue = load_catalogue(SearchPath.with_user_folder(None))
    with Edition.open(options.edition) as edition:
        prepare(edition, catalogue, options.folder)


if __name__ == "__main__":
    main()

"""A made-up country as heavy as the real one: its tables, written as snapshots.

Nothing here was ever measured: areas have numbers for names, and figures come from a random
generator that always starts at the same place. What is real are the numbers of areas, years, ages
and margins, the columns that indicators ask for, and the shape of the cells: text, padded, with a
dot for what is withheld; and that parts add up to their whole, without which there is no edition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from wijkprofiel.archive.snapshots import write_snapshot
from wijkprofiel.configuration.catalogue import load_catalogue
from wijkprofiel.configuration.editions import EditionDefinition, load_editions
from wijkprofiel.configuration.sources import ServiceTable, load_sources
from wijkprofiel.domain.origin import Origin
from wijkprofiel.sources.catalogue import order_of, parts_of
from wijkprofiel.sources.tables import Roles, SourceTable, Topic
from wijkprofiel.yaml_files.paths import SearchPath

EDITION = "2024"
HEALTH = "rivm_50150ned"
KWB_COLUMNS = 130
_PEOPLE, _LAND, _TOTAL = "AantalInwoners", "OppervlakteLand", "OppervlakteTotaal"
_AREA = "Oppervlakte"
_AGES = ("k_0Tot15Jaar", "k_15Tot25Jaar", "k_25Tot45Jaar", "k_45Tot65Jaar", "k_65JaarOfOuder")
_AGED = np.array([1, 2, 2, 3, 2])
"""Tenths of the inhabitants, in some order: together they are everybody."""
_WITHHELD = f"{'.':>8}"
_CELL = 3_000
"""Metres: every wijk is a square of this size, with a corner at every thirty."""

Cells = NDArray[np.object_]
Numbers = NDArray[np.int64]

_MARGINS = {"MW00000": 0, "MOG0095": -40, "MBG0095": 40}
_TENTHS = np.array([f"{number / 10:8.1f}" for number in range(1_000)], dtype=object)


@dataclass(frozen=True)
class Country:
    """The areas and, by name of the snapshot, the tables of an edition; as many as there are."""

    gemeenten: int = 342
    wijken: int = 3_393
    buurten: int = 14_574
    search: SearchPath = field(default_factory=lambda: SearchPath.with_user_folder(None))

    @cached_property
    def edition(self) -> EditionDefinition:
        return load_editions(self.search)[EDITION]

    @cached_property
    def codes(self) -> list[str]:
        """The country, its gemeenten, their wijken and their buurten."""
        gemeenten = [f"{number:04}" for number in range(self.gemeenten)]
        wijken = _shared_out(gemeenten, self.wijken)
        levels = {"GM": gemeenten, "WK": wijken, "BU": _shared_out(wijken, self.buurten)}
        return ["NL00", *(f"{level}{code}" for level, codes in levels.items() for code in codes)]

    @cached_property
    def inhabitants(self) -> Numbers:
        return self._added_up(10 * np.random.default_rng(1).integers(10, 200, self.buurten))

    def _added_up(self, buurten: Numbers) -> Numbers:
        """Numbers of buurten, after those of all that they lie in."""
        numbers = pd.Series(buurten, index=[code[2:] for code in self.codes[-self.buurten :]])
        wholes = (numbers.groupby(numbers.index.str[:size]).sum() for size in (0, 4, 6))
        return np.concatenate([*wholes, buurten])

    def write(self, snapshots: Path) -> None:
        """All tables of the edition as snapshots."""
        snapshots.mkdir(parents=True, exist_ok=True)
        for name in (table.momentopname for table in self.edition.tabellen):
            write_snapshot(snapshots, self.table(name))

    def table(self, name: str) -> SourceTable:
        table = load_sources(self.search).table(name)
        if table is None:
            return self._map(name)
        topics, slices = self.topics(table), list(_slices(table))
        parts = [self.rows(table, topics, keys, seed) for seed, keys in enumerate(slices)]
        series, columns = table.series, {topic.stem: topic.key for topic in topics}
        return SourceTable(
            id=name,
            origin=_origin(table.entry.tabel, table.entry.jaar),
            rows=pd.concat(parts, ignore_index=True),
            roles=Roles(
                code=series.regio.code,
                gemeente=columns["Gemeentenaam"],
                inhabitants=columns.get(_PEOPLE),
                land=columns.get(_LAND),
                total=columns.get(_TOTAL),
                age=series.leeftijd,
                ages={key: str(age) for key, age in series.leeftijden.items()},
                margin=series.marges,
                period=series.perioden,
                year=None if series.perioden else table.entry.jaar,
            ),
            topics=topics,
            retrieved_at="2026-01-01T00:00:00+00:00",
            untyped=True,
            regions=pd.DataFrame({"Key": self._padded, "Title": self._names}),
        )

    def topics(self, table: ServiceTable) -> tuple[Topic, ...]:
        """The columns of a table: those that indicators of the edition ask for, and others."""
        health, names = table.id == HEALTH, table.entry.heet_hier
        wanted: list[tuple[str, str | None]] = [("Gemeentenaam", None)]
        if not health:
            wanted += [(name, None) for name in (_PEOPLE, _LAND, _TOTAL, *_AGES)]
        for indicator in load_catalogue(self.search).indicators.values():
            if table.id in order_of(self.edition, indicator):
                firsts = (part[0] for part in parts_of(indicator))
                wanted += [(names.get(first.stam, first.stam), first.pad) for first in firsts]
        found = list(dict.fromkeys(wanted))
        others = range(0 if health else KWB_COLUMNS - len(found))
        found += [(f"Verzonnen{number:03}Onderwerp", None) for number in others]
        return tuple(
            Topic(f"{stem}_{number}", stem, stem, path)
            for number, (stem, path) in enumerate(found, start=1)
        )

    def rows(
        self, table: ServiceTable, topics: tuple[Topic, ...], keys: Mapping[str, str], seed: int
    ) -> pd.DataFrame:
        """A row for every area, of one age, margin and year."""
        random = np.random.default_rng(seed)
        columns: dict[str, object] = {table.series.regio.code: self._padded, **keys}
        for topic in topics:
            margin = keys.get(table.series.marges or "")
            cells = self._figures(margin, random) if margin else self._counts(topic.stem, random)
            columns[topic.key] = cells
        home = next(topic.key for topic in topics if topic.stem == "Gemeentenaam")
        columns[home] = [f"{'Verzonnen ' + code[2:6]:<30}" for code in self.codes]
        return pd.DataFrame(columns).astype("str")

    def _figures(self, margin: str, random: np.random.Generator) -> Cells:
        """Percentages, or the limits around them; of a gemeente and the country the middle."""
        tenths = random.integers(480, 520, len(self.codes))
        tenths[: 1 + self.gemeenten] = 500
        return self._withheld(_TENTHS[tenths + _MARGINS[margin]], random)

    def _counts(self, stem: str, random: np.random.Generator) -> Cells:
        if stem == _PEOPLE:
            return _whole(self.inhabitants)
        if stem in (_LAND, _TOTAL):
            return _whole(self.inhabitants // 10)
        if stem in self._published - self._wholes:
            return self._withheld(_whole(random.integers(1, 4, len(self.codes))), random)
        people = self.inhabitants[-self.buurten :]
        numbers = self._added_up(people * self._tenths(stem, random) // 10)
        return self._withheld(_whole(numbers // 10 if stem.startswith(_AREA) else numbers), random)

    def _tenths(self, stem: str, random: np.random.Generator) -> Numbers:
        """Of its inhabitants, what is counted in a buurt: never more than what it is a part of."""
        if stem in _AGES:
            order = np.random.default_rng(2).integers(0, len(_AGES), self.buurten)
            return _AGED[(_AGES.index(stem) + order) % len(_AGES)]
        return (
            np.full(self.buurten, 6)
            if stem in self._wholes
            else random.integers(1, 4, self.buurten)
        )

    def _withheld(self, cells: Cells, random: np.random.Generator) -> Cells:
        cells[random.random(len(cells)) < 0.03] = _WITHHELD
        return cells

    @cached_property
    def _published(self) -> set[str]:
        """Stems of figures that are shown as they are; the others are counts."""
        indicators = load_catalogue(self.search).indicators.values()
        return {name.stam for each in indicators for name in each.bron.onderwerp or ()} - {_PEOPLE}

    @cached_property
    def _wholes(self) -> set[str]:
        """Stems of what others are a part of."""
        indicators = load_catalogue(self.search).indicators.values()
        return {name.stam for each in indicators for name in each.bron.noemer or ()}

    def _map(self, name: str) -> SourceTable:
        wijken = [code for code in self.codes if code.startswith("WK")]
        side = int(np.ceil(np.sqrt(len(wijken))))
        down, across = np.divmod(np.arange(len(wijken)), side)
        left, low = across * _CELL, 300_000 + down * _CELL
        squares = shapely.segmentize(shapely.box(left, low, left + _CELL, low + _CELL), 30)
        frame = pd.DataFrame({"code": wijken, "name": [f"Verzonnen {code}" for code in wijken]})
        year = int(name.rpartition("_")[2])
        return SourceTable(
            id=name,
            origin=_origin(name, year),
            rows=frame.assign(home=[f"Verzonnen {code[2:6]}" for code in wijken], people="1"),
            roles=Roles("code", name="name", gemeente="home", inhabitants="people", year=year),
            topics=(),
            outlines=frame.assign(wkb=list(shapely.to_wkb(squares))),
        )

    @cached_property
    def _padded(self) -> list[str]:
        return [f"{code:<10}" for code in self.codes]

    @cached_property
    def _names(self) -> list[str]:
        return [f"Verzonnen {code[2:6] if code.startswith('GM') else code}" for code in self.codes]


def _whole(numbers: Numbers) -> Cells:
    return np.array([f"{number:8}" for number in numbers.tolist()], dtype=object)


def _shared_out(parents: list[str], number: int) -> list[str]:
    """Codes of so many areas, as evenly as can be over the areas that they lie in."""
    bounds = [round(at * number / len(parents)) for at in range(len(parents) + 1)]
    sizes = (end - start for start, end in pairwise(bounds))
    return [f"{p}{at:02}" for p, size in zip(parents, sizes, strict=True) for at in range(size)]


def _slices(table: ServiceTable) -> Iterator[dict[str, str]]:
    series = table.series
    dimensions = {
        series.leeftijd: list(series.leeftijden),
        series.marges: list(series.marge_sleutels.values()),
        series.perioden: list(table.entry.perioden),
    }
    named = {name: keys for name, keys in dimensions.items() if name is not None}
    for combination in product(*named.values()):
        yield dict(zip(named, combination, strict=True))


def _origin(table: str, year: int) -> Origin:
    return Origin(
        table=table,
        title=f"Verzonnen cijfers in de vorm van {table}",
        producer="Verzonnen",
        short="Verzonnen cijfers",
        division=year,
        modified=None,
        licence="geen: verzonnen",
    )

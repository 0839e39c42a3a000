"""The shipped edition served back as tables: what is pulled from them must be the same edition.

An edition does not keep all of its sources. Of another division it knows which areas were joined,
not how many people lived there; the tables get names, people and hectares that lead to the same
decision about each area, and every figure is the edition's own.

    python -m tests.faults.round_trip        the whole country; some minutes
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.faults.world import SEARCH, SOURCES, World, fast_sources
from tests.support.odata_server import FakeStatline, Quirks
from tests.support.odata_server.from_edition import from_edition
from tests.support.odata_server.tables import Row, TableFixture
from wijkprofiel.configuration.editions import EditionDefinition, load_editions
from wijkprofiel.configuration.sources import Sources, TableEntry
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import Basis, Observation, ValueStatus
from wijkprofiel.domain.regions import NEDERLAND, Region, RegionLevel
from wijkprofiel.edition.area_figures import AreaFigures
from wijkprofiel.edition.reader import Edition
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

ORIGINS = ("rivm_50090ned", "kwb_2020", "kwb_2024", "grenzen_2022")


def sources(**changes: object) -> Sources:
    """The shipped sources, with the table that edition 2020 only knows as a copy."""
    fast = fast_sources(years=SOURCES.tabellen["rivm_50090ned"].perioden, **changes)
    copy = TableEntry(reeks="kwb", tabel="85318NED", jaar=2022)
    return fast.model_copy(update={"tabellen": {**fast.tabellen, "grenzen_2022": copy}})


def definition() -> EditionDefinition:
    """Edition 2020 as it is, without the map and without a share that only its maker computed."""
    shipped = load_editions(SEARCH)["2020"]
    return shipped.model_copy(update={"grenzen": None, "mag_ontbreken": ("hbo_of_wo",)})


def tables(
    edition: Edition, gemeenten: Iterable[str], *, margins: bool = False
) -> list[TableFixture]:
    """All four tables of the edition for some gemeenten."""
    chosen = list(gemeenten)
    served = from_edition(edition, chosen, ORIGINS, margins=margins)
    known = _Known(edition, chosen)
    return [
        known.completed(table, origin) if _is_elsewhere(edition, origin) else table
        for table, origin in zip(served, ORIGINS, strict=True)
    ]


def _is_elsewhere(edition: Edition, origin: str) -> bool:
    return edition.origins[origin].division != edition.info.division


@dataclass
class _Known:
    """What the edition knows of its areas in tables of another division."""

    edition: Edition
    gemeenten: list[str]

    def completed(self, table: TableFixture, origin: str) -> TableFixture:
        """The table with names, people and hectares that prove or disprove each area."""
        areas = {code: area for area in self._areas() for code in area.codes}
        regions = table.dimension("WijkenEnBuurten")
        members = [
            replace(member, title="Ergens anders")
            if member.key in areas and self._refused(areas[member.key], member.key, origin)
            else member
            for member in regions.members
            if self._has_level(origin, member.key)
        ]
        kept = [row for row in table.rows if self._has_level(origin, row[regions.key] or "")]
        rows = [self._row(table, row, areas, origin) for row in kept]
        return table.with_dimension(replace(regions, members=members)).with_rows(rows)

    def _has_level(self, origin: str, code: str) -> bool:
        """The copy of 2022 has gemeenten and wijken only."""
        return origin != "grenzen_2022" or code.startswith(("GM", "WK"))

    def _areas(self) -> Iterator[AreaFigures]:
        yield from (self.edition.area(code) for code in (NEDERLAND, *self.gemeenten))

    def _refused(self, area: AreaFigures, code: str, origin: str) -> bool:
        return any((left.code, left.origin) == (code, origin) for left in area.left_out)

    def _row(
        self, table: TableFixture, row: Row, areas: Mapping[str, AreaFigures], origin: str
    ) -> Row:
        code = (row["WijkenEnBuurten"] or "").strip()
        region = self.edition.region(code)
        assert region is not None
        people, land = table.topic("AantalInwoners"), table.topic("OppervlakteLand")
        growth = areas[code].observation(code, self._growth)
        number = region.inhabitants if growth.value is None else growth.numerator
        hectares = self._hectares(region, areas[code], origin, growth)
        known = {people.key: people.text(number), land.key: land.text(hectares)}
        if code.startswith("GM") and self._refused(areas[code], code, origin):
            gemeente = table.topic("Gemeentenaam")  # a gemeente is known by this name
            known[gemeente.key] = gemeente.text("Ergens anders")
        return {**row, **known}

    @property
    def _growth(self) -> FigureKey:
        return next(key for key in self.edition.figures if key.indicator == "bevolkingsgroei")

    def _hectares(
        self, region: Region, area: AreaFigures, origin: str, growth: Observation
    ) -> float | None:
        """Unknown where there is no growth: it asks for proof that the borders are the same."""
        if region.land_ha is None:
            return None
        if changed := area.boundary_changes(region.code).get(origin):
            here, there = changed
            return round(region.land_ha * there / here)
        unproven = growth.status is ValueStatus.OTHER_DIVISION
        return None if unproven and origin == "kwb_2024" else region.land_ha


@dataclass(frozen=True)
class Difference:
    """One figure that did not come back as it went."""

    code: str
    key: FigureKey
    went: Observation
    came: Observation


def differences(
    shipped: Edition, new: Edition, gemeenten: Iterable[str], *, limits: bool = True
) -> tuple[int, list[Difference]]:
    """How many figures were compared, and those that differ."""
    found, count = [], 0
    for home in (NEDERLAND, *gemeenten):
        one, other = shipped.area(home), new.area(home)
        for code in one.codes if home != NEDERLAND else (NEDERLAND,):
            for key in shipped.figures:
                if key.indicator == "hbo_of_wo":
                    continue
                went, came = one.observation(code, key), other.observation(code, key)
                count += 1
                if not _same(went, came, limits=limits):
                    found.append(Difference(code, key, went, came))
    return count, found


def _same(went: Observation, came: Observation, *, limits: bool) -> bool:
    if not limits:
        came = replace(came, lower=None, upper=None)
    if went.published is not None and came.basis is Basis.BESIDE_WIJKEN:
        return went.published.value == came.value  # a country of a few gemeenten has no wijken
    return went == came


def served_and_pulled(
    shipped: Edition, gemeenten: Iterable[str], folder: Path, *, margins: bool, page: int = 150
) -> World:
    """An edition of some gemeenten that was served, pulled and compiled."""
    world = World(folder)
    served = tables(shipped, gemeenten, margins=margins)
    calm = sources(
        antwoord_hoogstens_s=600,
        ophalen_hoogstens_s=600,
        antwoord_hoogstens_mb=256,
        bladzijden_hoogstens=500,
    )
    with FakeStatline(served, [], Quirks(page_size=page)) as server:
        world.pull(server, edition=definition(), sources=calm, strict=False)
    world.compile(definition(), calm)
    return world


def main() -> int:
    """The whole country there and back; the exit code says whether it came back the same."""
    started = perf_counter()
    with TemporaryDirectory() as folder, Edition.open(SHIPPED_DATA / "2020.sqlite") as shipped:
        everywhere = [region.code for region in shipped.regions(RegionLevel.GEMEENTE)]
        world = served_and_pulled(shipped, everywhere, Path(folder), margins=False, page=10_000)
        with Edition.open(world.folder / "2020.sqlite") as new:
            count, different = differences(shipped, new, everywhere)
    _tell(count, different, perf_counter() - started)
    return 1 if different else 0


def _tell(count: int, different: Sequence[Difference], seconds: float) -> None:
    for each in different[:20]:
        sys.stdout.write(f"{each.code} {each.key}: {each.went} -> {each.came}\n")
    sys.stdout.write(f"{count:,} figures, {len(different):,} differences, {seconds:.0f} s\n")


if __name__ == "__main__":
    sys.exit(main())

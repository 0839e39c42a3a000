"""A small piece of the shipped edition, served as the services would, and pulled again.

Two tables and a map of two small gemeenten; every pull is that of an edition of the configuration,
with the same catalogue, and only its waiting times are shorter.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tests.support.catalogue import CATALOGUE
from tests.support.odata_server import FakeStatline, Quirks, TableFixture
from tests.support.odata_server.boundaries_from_edition import boundaries_from_edition
from tests.support.odata_server.from_edition import from_edition
from wijkprofiel.archive.edition_pull import EditionPull, PullOutcome, Wish
from wijkprofiel.compilation.edition import compile_edition
from wijkprofiel.compilation.tables_of_edition import Terms
from wijkprofiel.compilation.verification import verify_edition
from wijkprofiel.configuration.characteristics import load_residents
from wijkprofiel.configuration.editions import EditionDefinition, EditionTable, load_editions
from wijkprofiel.configuration.sources import Sources, load_sources
from wijkprofiel.edition.manifest import Manifest
from wijkprofiel.edition.reader import Edition
from wijkprofiel.sources.session import GuardedSession
from wijkprofiel.yaml_files.paths import SHIPPED_DATA, SearchPath

SEARCH = SearchPath.with_user_folder(None)
SOURCES = load_sources(SEARCH)
GEMEENTEN = ("GM0277", "GM0088")
"""Rozendaal and Schiermonnikoog: few areas, and figures that are withheld."""

REGISTER, HEALTH, MAP = "kwb_2020", "rivm_50090ned", "pdok_2022"
TODAY, LATER = "2026-11-24T10:00:00+00:00", "2026-12-01T10:00:00+00:00"
PAGE = 20
FAST = {
    "verbinden_hoogstens_s": 2,
    "antwoord_hoogstens_s": 0.5,
    "ophalen_hoogstens_s": 1.5,
    "pogingen": 3,
    "proberen_hoogstens_s": 20,
    "wachten_s": 0,
    "wachten_hoogstens_s": 0,
    "op_verzoek_hoogstens_s": 1,
    "herhalingen_samen": 20,
    "gelijktijdig": 2,
    "antwoord_hoogstens_mb": 3,
    "bladzijden_hoogstens": 40,
}


def fast_sources(*, years: Iterable[str] = ("2020JJ00",), **changes: object) -> Sources:
    """The shipped sources, with a patience that suits tests, and few years of health."""
    connection = SOURCES.verbinding.model_copy(update={**FAST, **changes})
    health = SOURCES.tabellen[HEALTH].model_copy(update={"perioden": tuple(years)})
    tables = {**SOURCES.tabellen, HEALTH: health}
    return SOURCES.model_copy(update={"verbinding": connection, "tabellen": tables})


def definition(names: Iterable[str] = (HEALTH, REGISTER, MAP)) -> EditionDefinition:
    """Edition 2020 with only these tables; indicators of others may be missing."""
    shipped = load_editions(SEARCH)["2020"]
    known = list(names)
    order = {
        group: tuple(name for name in tables if name in known)
        for group, tables in shipped.volgorde.items()
        if group != "bevolkingsgroei"
    }
    return shipped.model_copy(
        update={
            "id": "klein",
            "stand": None,
            "tabellen": tuple(_table(shipped, name) for name in known),
            "grenzen": MAP if MAP in known else None,
            "volgorde": {group: tables for group, tables in order.items() if tables},
            "mag_ontbreken": tuple(
                indicator.id
                for indicator in CATALOGUE.indicators.values()
                if indicator.bron.groep in _ELSEWHERE or not order.get(indicator.bron.groep)
            ),
        }
    )


_ELSEWHERE = {"bevolkingsgroei", "woningen", "voorzieningen"}


def _table(shipped: EditionDefinition, name: str) -> EditionTable:
    known = {table.momentopname: table for table in shipped.tabellen}
    return known.get(name) or EditionTable.model_validate(
        {"momentopname": name, "lege_kolom": "nog_niet_geleverd"}
    )


@cache
def served_tables() -> tuple[TableFixture, ...]:
    """The tables as they are served, with made-up limits."""
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as edition:
        return tuple(from_edition(edition, GEMEENTEN, (REGISTER, HEALTH), margins=True))


def serve(*, modified: str | None = None) -> FakeStatline:
    """A server with the two tables and the map; `modified` says that all of it is newer."""
    tables = [
        table if modified is None else replace(table, modified=modified)
        for table in served_tables()
    ]
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as edition:
        maps = boundaries_from_edition(edition, GEMEENTEN)
    return FakeStatline(tables, maps, Quirks(page_size=PAGE))


class Silent:
    """A watcher that remembers."""

    def __init__(self) -> None:
        self.rows = 0

    def begin(self, table: str, rows: int) -> None:
        """Nothing to show."""

    def received(self, _: str, rows: int) -> None:
        self.rows += rows

    def end(self, table: str) -> None:
        """Nothing to show."""


def _session(sources: Sources) -> GuardedSession:
    return GuardedSession(sources.hosts(), sources.verbinding, secured=sources.secured_hosts())


@dataclass(frozen=True)
class World:
    """A folder with snapshots and an edition."""

    folder: Path

    @property
    def snapshots(self) -> Path:
        return self.folder / "momentopnamen"

    @property
    def edition(self) -> Path:
        return self.folder / "klein.sqlite"

    def pull(
        self,
        server: FakeStatline,
        *,
        edition: EditionDefinition | None = None,
        sources: Sources | None = None,
        when: str = TODAY,
        strict: bool = True,
        watcher: Silent | None = None,
        gemeente: str | None = None,
    ) -> PullOutcome:
        """Pull an edition from a server."""
        sources = sources or fast_sources()
        wish = Wish(
            edition=edition or definition(),
            indicators=list(CATALOGUE.indicators.values()),
            gemeente=gemeente,
            retrieved_at=when,
            strict=strict,
        )
        with _session(sources) as session:
            server.mount(session)
            return EditionPull(session, sources, wish, self.snapshots, watcher or Silent()).run()

    def compile(
        self, edition: EditionDefinition | None = None, sources: Sources | None = None
    ) -> Manifest:
        """Compile what was pulled, and check the result."""
        manifest = compile_edition(
            edition or definition(),
            list(CATALOGUE.indicators.values()),
            CATALOGUE.limits,
            self.snapshots,
            self.folder,
            terms=Terms((sources or SOURCES).other_names()),
            residents=load_residents(SEARCH),
            stories=CATALOGUE.stories.values(),
        )
        verify_edition(self.folder / f"{manifest.info.id}.sqlite", CATALOGUE.indicators)
        return manifest

    def pull_and_compile(self, server: FakeStatline) -> Manifest:
        """Both, at a later moment."""
        self.pull(server, when=LATER)
        return self.compile()

    def fingerprint(self) -> dict[str, str]:
        """Hash of every file that a later run builds on."""
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        return {
            str(path.relative_to(self.folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(files)
            if ".ophalen" not in path.parts
        }


def figures(path: Path) -> dict[tuple[str, object], object]:
    """Every figure of every area, with its limits and its counts, or why it is not there."""
    with Edition.open(path) as edition:
        homes = sorted({region.gemeente_code or region.code for region in edition.regions()})
        return {
            (code, key): area.observation(code, key)
            for area in map(edition.area, homes)
            for code in area.codes
            for key in edition.figures
        }

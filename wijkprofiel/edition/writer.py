"""Writing an edition file: everything at once, and never again."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from wijkprofiel.domain.calibration import Calibration
from wijkprofiel.domain.composed import ComposedArea
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.errors import OutputError
from wijkprofiel.domain.figures import Figure, FigureKey, Residents, Spread
from wijkprofiel.domain.names import search_key
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.reasons import detail
from wijkprofiel.domain.regions import Region
from wijkprofiel.edition.reader import CALIBRATION, FORMAT, content_hash, dump

# `title` is empty where it is the name.
_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE origins (id TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE fingerprints (indicator TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE figures (
    slot INTEGER PRIMARY KEY, indicator TEXT NOT NULL, age TEXT NOT NULL, period INTEGER NOT NULL,
    origin TEXT, absent TEXT NOT NULL, base_period INTEGER, newest INTEGER NOT NULL, spread BLOB,
    residents TEXT
);
CREATE TABLE regions (
    code TEXT PRIMARY KEY, name TEXT NOT NULL, title TEXT, gemeente_name TEXT NOT NULL,
    inhabitants INTEGER, adults REAL, elderly INTEGER, land_ha INTEGER
) WITHOUT ROWID;
CREATE TABLE names (key TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (key, code)) WITHOUT ROWID;
CREATE TABLE areas (code TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE country (key TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE composed (
    code TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, data TEXT NOT NULL
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class EditionContent:
    """Everything that goes into an edition file.

    Attributes:
        figures: in order of slot, each with its spread where it has one.
        calibration: points of its wijken beside what chance gives, where that was computed.
        residents: per figure of which it was computed, how it goes together with who lives where.
        areas: per gemeente (and `NL00`, and each composed area) the row as `edition.area_figures`
            describes it.
        composed: GGD regions and provinces.
    """

    id: str
    title: str
    as_of: str
    division: int
    origins: Mapping[str, Origin]
    fingerprints: Mapping[str, str]
    figures: Iterable[tuple[Figure, Spread | None]]
    regions: Iterable[Region]
    areas: Iterable[tuple[str, Mapping[str, Any]]]
    calibration: Calibration | None = None
    residents: Mapping[FigureKey, Residents] = field(default_factory=dict)
    composed: Iterable[ComposedArea] = ()


def write_edition(path: Path, content: EditionContent) -> EditionInfo:
    """Write an edition to a new file at `path` and close it.

    The caller moves the finished file into place; nothing of an unfinished one is ever seen.

    Raises:
        OutputError: if it cannot be written.
    """
    try:
        with closing(sqlite3.connect(path)) as connection:
            digest = _write(connection, content)
    except sqlite3.Error as error:
        raise OutputError(
            f"De editie is niet te schrijven in {path.parent} ({detail(error)}).",
            remedy="Controleer of er ruimte op de schijf is.",
        ) from error
    return EditionInfo(content.id, content.title, content.as_of, content.division, digest)


def _write(connection: sqlite3.Connection, content: EditionContent) -> str:
    # A journal would be a second file to leave behind; nobody reads this one before it is whole.
    connection.execute("PRAGMA journal_mode = MEMORY")
    connection.executescript(_SCHEMA)
    _insert(connection, content)
    digest = content_hash(connection)
    connection.execute("INSERT INTO meta VALUES ('content', ?)", (digest,))
    connection.commit()
    connection.execute("VACUUM")
    return digest


def _insert(connection: sqlite3.Connection, content: EditionContent) -> None:
    meta = {
        "format": FORMAT,
        "id": content.id,
        "title": content.title,
        "as_of": content.as_of,
        "division": content.division,
    }
    regions = list(content.regions)
    _fill(connection, "meta", ((key, str(value)) for key, value in meta.items()))
    _fill(connection, "origins", ((k, dump(asdict(o))) for k, o in content.origins.items()))
    _fill(connection, "fingerprints", content.fingerprints.items())
    _fill(connection, "figures", _figure_rows(content))
    _fill(connection, "regions", (_region_row(region) for region in regions))
    _fill(connection, "names", sorted({row for region in regions for row in _name_rows(region)}))
    _fill(connection, "areas", _area_rows(content.areas))
    _fill(connection, "composed", (_composed_row(each) for each in content.composed))
    if content.calibration is not None:
        _fill(connection, "country", [(CALIBRATION, dump(asdict(content.calibration)))])


def _fill(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    for row in rows:
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)


def _figure_rows(content: EditionContent) -> Iterator[tuple[Any, ...]]:
    for slot, (figure, spread) in enumerate(content.figures):
        key = figure.key
        residents = content.residents.get(key)
        yield (
            *(slot, key.indicator, key.age, key.period, figure.origin, figure.absent),
            *(figure.base_period, figure.newest),
            None if spread is None else _compress(asdict(spread)),
            None if residents is None else dump(asdict(residents)),
        )


def _region_row(region: Region) -> tuple[Any, ...]:
    title = None if region.title == region.name else region.title
    return (
        *(region.code, region.name, title, region.gemeente_name),
        *(region.inhabitants, region.adults, region.elderly, region.land_ha),
    )


def _name_rows(region: Region) -> Iterator[tuple[str, str]]:
    for name in (region.name, region.title):
        if key := search_key(name):
            yield key, region.code


def _composed_row(composed: ComposedArea) -> tuple[str, ...]:
    area = composed.area
    data = {"members": composed.codes, "also": composed.also, "source": composed.source}
    return area.code, area.kind, area.name, dump(data)


def _area_rows(areas: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[tuple[str, bytes]]:
    """Rows in order; one is compressed while the next is made, for zlib takes half of the time."""
    with ThreadPoolExecutor(1) as pool:
        before: tuple[str, Future[bytes]] | None = None
        for code, area in areas:
            this = code, pool.submit(_compress, area)
            if before is not None:
                yield before[0], before[1].result()
            before = this
        if before is not None:
            yield before[0], before[1].result()


def _compress(value: object) -> bytes:
    return zlib.compress(dump(value).encode(), 9)

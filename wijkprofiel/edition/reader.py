"""One edition: an immutable SQLite file from which a build reads one gemeente.

Small tables hold what every profile needs of the country (areas, names, figures with their
spread, origins); each gemeente is one compressed row (see `edition.area_figures`). Only the
standard library is used, so that opening an edition costs milliseconds.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import Any

from wijkprofiel.domain.calibration import Calibration
from wijkprofiel.domain.composed import ComposedArea
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.errors import EditionError
from wijkprofiel.domain.figures import Figure, FigureKey, Residents, Spread
from wijkprofiel.domain.names import DECORATIONS, bare_key, search_key
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.reasons import detail
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.edition.area_figures import AreaFigures
from wijkprofiel.edition.reading import (
    Guard,
    Range,
    filled,
    is_damage,
    keyed,
    parsed,
    sha256,
    text,
    unpacked,
    whole,
    year,
)
from wijkprofiel.edition.records import (
    day,
    origin,
    read_calibration,
    read_composed,
    read_figure,
    read_region,
    read_residents,
    read_spread,
)
from wijkprofiel.edition.restoring import how_to_restore

__all__ = ["FORMAT", "AreaFigures", "Edition", "content_hash", "dump"]

CALIBRATION = "calibration"
"""Key of what is kept of the country as a whole."""

FORMAT = 4
"""Version of the file's layout; another version is refused, not guessed at."""

# What is hashed: what the file says, in an order of its own.
_CONTENT = {
    "meta": "SELECT key, value FROM meta WHERE key <> 'content' ORDER BY key",
    "origins": "SELECT id, data FROM origins ORDER BY id",
    "fingerprints": "SELECT indicator, value FROM fingerprints ORDER BY indicator",
    "figures": "SELECT * FROM figures ORDER BY slot",
    "regions": "SELECT * FROM regions ORDER BY code",
    "names": "SELECT key, code FROM names ORDER BY key, code",
    "areas": "SELECT code, data FROM areas ORDER BY code",
    "country": "SELECT key, data FROM country ORDER BY key",
    "composed": "SELECT code, kind, name, data FROM composed ORDER BY code",
}

_LIKE = ["name LIKE ?"] * len(DECORATIONS)

_PREFIXES = {
    RegionLevel.BUURT: "BU",
    RegionLevel.GEMEENTE: "GM",
    RegionLevel.LAND: "NL",
    RegionLevel.WIJK: "WK",
}


class Edition:
    """Read access to one edition file. Many threads may read it at once, as may many processes.

    Attributes:
        ranges: per indicator what a figure can be; a figure outside it is damage. Empty unless
            who opened the edition knows the indicators.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.ranges: Mapping[str, Range] = {}
        self._connection, self._guard = connection, Guard(path)
        self.info = self._read_info()

    @classmethod
    def open(cls, path: Path, expected: str | None = None) -> Edition:
        """Open an edition read-only.

        The file is read once and as a whole, so that what was checked is what is read.

        Args:
            expected: the sha256 that the file must have; None leaves it unchecked.

        Raises:
            EditionError: if the file is missing, no edition, of another format version, or not
                the file that was expected.
        """
        guard = Guard(path)
        content = guard.contents()
        if expected is not None and hashlib.sha256(content).hexdigest() != expected:
            raise _altered(path)
        connection = guard.database(content)
        try:
            return cls(path, connection)
        except EditionError:
            connection.close()
            raise

    def close(self) -> None:
        """Let go of it, once nobody is reading."""
        with self._guard.asking():
            self._connection.close()

    def __enter__(self) -> Edition:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        return self._guard.rows(self._connection, query, *values)

    def _read_info(self) -> EditionInfo:
        rows = self._rows("SELECT key, value FROM meta")
        with self._guard.reading("kenmerken"):
            meta = {text(key): filled(value) for key, value in rows}
            if int(meta["format"]) != FORMAT:
                raise _other_format(self.path, meta["format"])
            return EditionInfo(
                id=meta["id"],
                title=meta["title"],
                as_of=day(meta["as_of"]),
                division=year(int(meta["division"])),
                content=sha256(meta["content"]),
            )

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """The tables behind the figures, by key."""
        rows = self._rows("SELECT id, data FROM origins ORDER BY id")
        with self._guard.reading("bronnen"):
            return {text(key): origin(parsed(data)) for key, data in rows}

    @cached_property
    def fingerprints(self) -> dict[str, str]:
        """Per indicator the fingerprint of the source part it was compiled with."""
        rows = self._rows("SELECT indicator, value FROM fingerprints")
        with self._guard.reading("vingerafdrukken"):
            return {text(indicator): text(value) for indicator, value in rows}

    @cached_property
    def _figures(self) -> dict[FigureKey, tuple[int, Figure]]:
        rows = self._rows(
            "SELECT slot, indicator, age, period, origin, absent, base_period, newest"
            " FROM figures ORDER BY slot"
        )
        found = {}
        known = self.origins
        with self._guard.reading("cijfers"):
            for place, (slot, *row) in enumerate(rows):
                figure = read_figure(row, known)
                found[figure.key] = (whole(slot, place, place), figure)
            if len(found) != len(rows):
                raise ValueError("a figure that is there twice")
        return found

    @cached_property
    def figures(self) -> dict[FigureKey, Figure]:
        """All figures that the edition knows of, also those that are empty everywhere."""
        return {key: figure for key, (_, figure) in self._figures.items()}

    def spread(self, key: FigureKey) -> Spread | None:
        """How a figure lies spread over the wijken of the country, if that was computed."""
        if key not in self._figures:
            return None
        slot, _ = self._figures[key]
        ((stored,),) = self._rows("SELECT spread FROM figures WHERE slot = ?", slot)
        with self._guard.reading(f"spreiding van {key.indicator}"):
            return None if stored is None else read_spread(keyed(unpacked(stored)))

    def packed_spread(self, key: FigureKey) -> bytes | None:
        """What is stored of a spread, unread: equal bytes are one spread, also in two editions."""
        if key not in self._figures:
            return None
        slot, _ = self._figures[key]
        ((stored,),) = self._rows("SELECT spread FROM figures WHERE slot = ?", slot)
        return stored if isinstance(stored, bytes) else None

    def residents(self, key: FigureKey) -> Residents | None:
        """How a figure goes together with who lives where, if that was computed."""
        if key not in self._figures:
            return None
        slot, _ = self._figures[key]
        ((stored,),) = self._rows("SELECT residents FROM figures WHERE slot = ?", slot)
        with self._guard.reading(f"samenhang van {key.indicator}"):
            return None if stored is None else read_residents(keyed(parsed(stored)))

    @cached_property
    def calibration(self) -> Calibration | None:
        """Health points of its wijken beside what chance gives, if that was computed."""
        rows = self._rows("SELECT data FROM country WHERE key = ?", CALIBRATION)
        with self._guard.reading("ijking"):
            return read_calibration(keyed(parsed(rows[0][0]))) if rows else None

    def region(self, code: str) -> Region | None:
        """One area by its code."""
        rows = self._regions("code = ?", code)
        return rows[0] if rows else None

    def regions(
        self, level: RegionLevel | None = None, gemeente: str | None = None
    ) -> list[Region]:
        """Areas in order of code, of one level and one gemeente if asked."""
        return [
            region
            for prefix in _code_prefixes(level, gemeente)
            for region in self._regions("code BETWEEN ?1 AND ?1 || '~'", prefix)
        ]

    def codes(self, level: RegionLevel, gemeente: str) -> list[str]:
        """The codes of the same areas, whatever else is stored of them."""
        (prefix,) = _code_prefixes(level, gemeente)
        query = "SELECT code FROM regions WHERE code BETWEEN ?1 AND ?1 || '~' ORDER BY code"
        rows = self._rows(query, prefix)
        with self._guard.reading("gebieden"):
            return [text(code) for (code,) in rows]

    def named(self, key: str) -> list[Region]:
        """Areas whose name has this search key (see `domain.names.search_key`)."""
        return self._regions("code IN (SELECT code FROM names WHERE key = ?)", key)

    @cached_property
    def _bare_names(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        query = f"SELECT code, name FROM regions WHERE {' OR '.join(_LIKE)}"
        for code, name in self._rows(query, *DECORATIONS):
            bare = bare_key(name)
            if bare and bare != search_key(name):
                found.setdefault(bare, []).append(code)
        return found

    def named_barely(self, key: str) -> list[Region]:
        """Areas whose name has this key once what is added to it is taken off (`bare_key`)."""
        codes = self._bare_names.get(key, [])
        return [area for code in codes if (area := self.region(code)) is not None]

    def names(self) -> list[tuple[str, str]]:
        """All search keys with the code they stand for."""
        rows = self._rows("SELECT key, code FROM names")
        with self._guard.reading("namen"):
            return [(text(key), text(code)) for key, code in rows]

    @cached_property
    def composed(self) -> tuple[ComposedArea, ...]:
        """GGD regions and provinces, by code; none where the edition was compiled without."""
        rows = self._rows("SELECT code, kind, name, data FROM composed ORDER BY code")
        gemeenten = {each.code: each for each in self.regions(RegionLevel.GEMEENTE)} if rows else {}
        with self._guard.reading("samengestelde gebieden"):
            found = tuple(read_composed(row, gemeenten) for row in rows)
            homes = [(each.area.kind, code) for each in found for code in each.codes]
            if len(homes) != len(set(homes)):
                raise ValueError("a gemeente in two of one kind")
            return found

    def _regions(self, condition: str, *values: object) -> list[Region]:
        rows = self._rows(
            "SELECT code, name, COALESCE(title, name), gemeente_name, inhabitants, adults,"
            " elderly, land_ha"
            f" FROM regions WHERE {condition} ORDER BY code",
            *values,
        )
        division = self.info.division
        with self._guard.reading("gebieden"):
            return [read_region(row, division) for row in rows]

    def area(self, code: str) -> AreaFigures:
        """The stored row of a gemeente, of a composed area, or of the country (`NL00`).

        Raises:
            EditionError: if the row is missing or damaged.
        """
        rows = self._rows("SELECT data FROM areas WHERE code = ?", code)
        if not rows:
            raise self._guard.damaged(f"geen cijfers van {code}")
        with self._guard.reading(f"cijfers van {code}"):
            stored = keyed(unpacked(rows[0][0]))
            return AreaFigures(self._figures, stored, self._guard, self.ranges)

    def content_hash(self) -> str:
        """Compute the sha256 of the sorted content, to hold against `info.content`."""
        with self._guard.asking(), self._guard.reading("inhoud"):
            return content_hash(self._connection)


def _code_prefixes(level: RegionLevel | None, gemeente: str | None) -> list[str]:
    """What codes begin with: their level and their gemeente, so that the primary key is enough."""
    levels = _PREFIXES if level is None else [level]
    digits = "" if gemeente is None else gemeente.removeprefix(_PREFIXES[RegionLevel.GEMEENTE])
    return [_PREFIXES[each] + digits for each in levels]


def sqlite_damage(path: Path) -> str | None:
    """What SQLite itself thinks is wrong with a file; None if nothing is.

    Raises:
        EditionError: if the file cannot be read.
    """
    guard = Guard(path)
    with closing(guard.database(guard.contents())) as connection:
        try:
            with guard.asking():
                ((answer,),) = connection.execute("PRAGMA integrity_check(1)").fetchall()
        except EditionError as error:
            if isinstance(error.__cause__, sqlite3.Error) and is_damage(error.__cause__):
                return detail(error.__cause__)
            raise
    return None if answer == "ok" else str(answer)


def _other_format(path: Path, found: str) -> EditionError:
    return EditionError(
        f"De editie {path} heeft opbouw {found}; deze versie van wijkprofiel leest {FORMAT}.",
        remedy=f"Werk wijkprofiel bij. {how_to_restore(path.stem)}",
    )


def _altered(path: Path) -> EditionError:
    return EditionError(
        f"De editie {path} is onleesbaar of beschadigd (het bestand is anders dan"
        f" {path.with_suffix('.json').name} zegt).",
        remedy=how_to_restore(path.stem),
    )


def content_hash(connection: sqlite3.Connection) -> str:
    """Hash what the file says, not how SQLite or zlib laid it down."""
    digest = hashlib.sha256()
    for table, query in _CONTENT.items():
        digest.update(table.encode())
        for row in connection.execute(query):
            digest.update(dump(list(_plain(row))).encode())
    return digest.hexdigest()


def _plain(row: tuple[Any, ...]) -> Iterator[Any]:
    for cell in row:
        yield zlib.decompress(cell).decode() if isinstance(cell, bytes) else cell


def dump(value: object) -> str:
    """JSON as an edition keeps it: short, and the same for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

"""One edition: an immutable SQLite file from which a build reads one gemeente.

Small tables hold what every profile needs of the country (areas, names, figures with their
spread, origins); each gemeente is one compressed row (see `edition.area_figures`). Only the standard
library is used, so that opening an edition costs milliseconds.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.errors import EditionError
from wijkprofiel.domain.figures import Figure, FigureKey, Spread
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.reasons import detail
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.edition.area_figures import AreaFigures

__all__ = ["FORMAT", "AreaFigures", "Edition", "content_hash", "dump"]

FORMAT = 1
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
}

_DAMAGE = (zlib.error, ValueError, KeyError, TypeError, IndexError, AttributeError)
"""What goes wrong where stored bytes are no longer what was written."""

_PREFIXES = {
    RegionLevel.BUURT: "BU",
    RegionLevel.GEMEENTE: "GM",
    RegionLevel.LAND: "NL",
    RegionLevel.WIJK: "WK",
}


class Edition:
    """Read access to one edition file. Many processes may read the same file at once."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self.info = self._read_info()

    @classmethod
    def open(cls, path: Path) -> Edition:
        """Open an edition read-only.

        Raises:
            EditionError: if the file is missing, no edition, or of another format version.
        """
        if not path.is_file():
            raise EditionError(
                f"De editie {path} bestaat niet.", remedy="Zie `wijkprofiel data status`."
            )
        try:
            connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        except sqlite3.Error as error:
            raise _unreadable(path, detail(error)) from error
        try:
            return cls(path, connection)
        except (KeyError, ValueError, TypeError) as error:
            connection.close()
            raise _unreadable(path, detail(error)) from error
        except EditionError:
            connection.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Edition:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise _unreadable(self.path, detail(error)) from error

    @contextmanager
    def _stored(self, what: str) -> Iterator[None]:
        """Read something that was stored; damage becomes an error with a name."""
        try:
            yield
        except _DAMAGE as error:
            raise _unreadable(self.path, f"{what}: {detail(error)}") from error

    def _read_info(self) -> EditionInfo:
        meta = dict(self._rows("SELECT key, value FROM meta"))
        if int(meta["format"]) != FORMAT:
            raise _other_format(self.path, meta["format"])
        return EditionInfo(
            id=meta["id"],
            title=meta["title"],
            as_of=meta["as_of"],
            division=int(meta["division"]),
            content=meta["content"],
        )

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """The tables behind the figures, by key."""
        rows = self._rows("SELECT id, data FROM origins ORDER BY id")
        with self._stored("bronnen"):
            return {key: Origin(**json.loads(data)) for key, data in rows}

    @cached_property
    def fingerprints(self) -> dict[str, str]:
        """Per indicator the fingerprint of the source part it was compiled with."""
        return dict(self._rows("SELECT indicator, value FROM fingerprints"))

    @cached_property
    def _figures(self) -> dict[FigureKey, tuple[int, Figure]]:
        rows = self._rows(
            "SELECT slot, indicator, age, period, origin, absent, base_period, newest"
            " FROM figures ORDER BY slot"
        )
        found = {}
        with self._stored("cijfers"):
            for slot, indicator, age, period, origin, absent, base, newest in rows:
                key = FigureKey(indicator, AgeGroup(age), period)
                figure = Figure(key, origin, ValueStatus(absent), base, bool(newest))
                found[key] = (slot, figure)
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
        with self._stored("spreidingen"):
            return None if stored is None else _read_spread(json.loads(zlib.decompress(stored)))

    def region(self, code: str) -> Region | None:
        """One area by its code."""
        rows = self._regions("code = ?", code)
        return rows[0] if rows else None

    def regions(
        self, level: RegionLevel | None = None, gemeente: str | None = None
    ) -> list[Region]:
        """Areas in order of code, of one level and one gemeente if asked."""
        # A code begins with its level and its gemeente, so that the primary key is all it takes.
        levels = _PREFIXES if level is None else [level]
        digits = "" if gemeente is None else gemeente.removeprefix(_PREFIXES[RegionLevel.GEMEENTE])
        prefixes = [_PREFIXES[each] + digits for each in levels]
        return [
            region
            for prefix in prefixes
            for region in self._regions("code BETWEEN ?1 AND ?1 || '~'", prefix)
        ]

    def named(self, key: str) -> list[Region]:
        """Areas whose name has this search key (see `domain.names.search_key`)."""
        return self._regions("code IN (SELECT code FROM names WHERE key = ?)", key)

    def names(self) -> list[tuple[str, str]]:
        """All search keys with the code they stand for."""
        return [(key, code) for key, code in self._rows("SELECT key, code FROM names")]

    def _regions(self, condition: str, *values: object) -> list[Region]:
        rows = self._rows(
            "SELECT code, name, COALESCE(title, name), gemeente_name, inhabitants, adults,"
            " elderly, land_ha"
            f" FROM regions WHERE {condition} ORDER BY code",
            *values,
        )
        division = self.info.division
        with self._stored("gebieden"):
            return [Region(code, division, *rest) for code, *rest in rows]

    def area(self, code: str) -> AreaFigures:
        """The stored row of a gemeente, or of the country (`NL00`).

        Raises:
            EditionError: if the row is missing or damaged.
        """
        rows = self._rows("SELECT data FROM areas WHERE code = ?", code)
        if not rows:
            raise _unreadable(self.path, f"geen cijfers van {code}")
        with self._stored(f"cijfers van {code}"):
            return AreaFigures(self._figures, json.loads(zlib.decompress(rows[0][0])))

    def content_hash(self) -> str:
        """Compute the sha256 of the sorted content, to hold against `info.content`."""
        return content_hash(self._connection)


def _other_format(path: Path, found: str) -> EditionError:
    return EditionError(
        f"De editie {path} heeft opbouw {found}; deze versie van wijkprofiel leest {FORMAT}.",
        remedy="Maak de editie opnieuw met `wijkprofiel data compile`, of werk wijkprofiel bij.",
    )


def _unreadable(path: Path, why: str) -> EditionError:
    return EditionError(
        f"De editie {path} is onleesbaar of beschadigd ({why}).",
        remedy="Voer `wijkprofiel data verify` uit, of zet een gave kopie van het bestand terug.",
    )


def _read_spread(stored: dict[str, Any]) -> Spread:
    return Spread(
        **{**stored, "values": tuple(stored["values"]), "counts": tuple(stored["counts"])}
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

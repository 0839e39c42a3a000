"""Reading what was stored, as if somebody may have changed it meanwhile.

Every check ends in the edition's own error: a damaged file is told as such, and never becomes a
figure. Only what is damage is called so; a wrong call of ours stays a bug.
"""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import inf, isfinite
from pathlib import Path
from typing import Any, NoReturn

from wijkprofiel.disk.alone import one_at_a_time
from wijkprofiel.domain.errors import EditionError
from wijkprofiel.domain.reasons import detail, reason
from wijkprofiel.edition.restoring import how_to_restore

Range = tuple[float, float]
"""Lowest and highest value that can be."""

DAMAGE = (
    *(zlib.error, ValueError, KeyError, TypeError, IndexError, AttributeError),
    *(RecursionError, OverflowError),
)
"""What goes wrong where stored bytes are no longer what was written."""

MOST_PEOPLE = 1_000_000_000
"""More than any area holds; also the most hectares."""

_LARGEST = 256_000_000
"""Bytes of one row when it is unpacked; the country's map of all wijken is a tenth of this."""

_SHA256 = re.compile(r"[0-9a-f]{64}")
_ONE_READER = one_at_a_time()
"""A connection takes one question at a time; a question takes far less than its answer's work."""

_OF_THE_FILE = frozenset(
    {
        *(sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT),
        # A table that is not there, or another one than ours.
        *(sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH),
        # Read from memory, only its own header can ask for another file or for so much room.
        *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_TOOBIG),
    }
)
_OF_THE_MACHINE = frozenset(
    {
        *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL),
        *(sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL),
        *(sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_ABORT),
        *(sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_AUTH),
    }
)


def sqlite_code(error: sqlite3.Error) -> int | None:
    """What SQLite says went wrong, without the details; None where Python itself says no."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else int(code) & 0xFF


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that a file is no edition, or not what was written."""
    code = sqlite_code(error)
    if code is None:  # of these two, text that is no UTF-8 is of the file and a wrong call is ours
        return isinstance(error, sqlite3.OperationalError)
    return code in _OF_THE_FILE


@dataclass(frozen=True, slots=True)
class Guard:
    """Turns what cannot be read in one edition into an error that names it."""

    path: Path

    @contextmanager
    def reading(self, what: str) -> Iterator[None]:
        """Read something that was stored; damage becomes an error with a name."""
        try:
            yield
        except DAMAGE as error:
            raise self.damaged(f"{what}: {detail(error)}") from error

    def damaged(self, why: str) -> EditionError:
        """The error for an edition that does not say what it should."""
        return EditionError(
            f"De editie {self.path} is onleesbaar of beschadigd ({why}).",
            remedy=f"{how_to_restore(self.path.stem)} Is het geen editie, haal het bestand dan uit"
            " de map met edities.",
        )

    def impossible(self, code: str, indicator: str, value: float) -> EditionError:
        """The error for a figure outside what its unit allows."""
        return EditionError(
            f"De editie {self.path} heeft een cijfer dat niet kan: {indicator} van {code} is"
            f" {value:g}.",
            remedy="Zet een gave kopie van de editie terug. Hebt u in uw eigen configuratie"
            f" `eenheid` of `soort` van {indicator} veranderd, draai dat dan terug.",
        )

    def contents(self) -> bytes:
        """All bytes of the file.

        Raises:
            EditionError: if it is missing or this machine does not let us read it.
        """
        try:
            if self.path.is_file():
                return self.path.read_bytes()
        except OSError as error:
            raise self._closed_to_us(reason(error)) from error
        raise EditionError(
            f"De editie {self.path} bestaat niet.", remedy="Zie `wijkprofiel data status`."
        )

    def database(self, content: bytes) -> sqlite3.Connection:
        """An edition's tables, in memory: nothing that happens to the file changes them."""
        if not content:
            raise self.damaged("het bestand is leeg")
        # Every thread may ask, one at a time: see `asking`.
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            with self.asking():
                connection.deserialize(content)
        except BaseException:
            connection.close()
            raise
        return connection

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Ask the database something, in whatever thread, and tell apart what can go wrong.

        Raises:
            EditionError: if the file is damaged or no edition; or, in other words, if this machine
                does not let us read it now.
            sqlite3.Error: if we use it wrongly, which says nothing of the file.
        """
        try:
            with _ONE_READER:
                yield
        except MemoryError as error:
            raise self._unreadable("er is te weinig geheugen") from error
        except sqlite3.Error as error:
            if is_damage(error):
                raise self.damaged(detail(error)) from error
            if sqlite_code(error) in _OF_THE_MACHINE:
                raise self._unreadable(detail(error)) from error
            raise

    def _closed_to_us(self, why: str) -> EditionError:
        return EditionError(
            f"De editie {self.path} is niet te lezen ({why}).",
            remedy="Controleer of u het bestand mag lezen, en of een ander programma het"
            " vasthoudt.",
        )

    def _unreadable(self, why: str) -> EditionError:
        return EditionError(
            f"De editie {self.path} is nu niet te lezen ({why}).",
            remedy="Er is niets mis met het bestand. Sluit andere programma's, en probeer het"
            " opnieuw.",
        )

    def rows(
        self, connection: sqlite3.Connection, query: str, *values: object
    ) -> list[tuple[Any, ...]]:
        """The rows of a query.

        Raises:
            EditionError, sqlite3.Error: see `asking`.
        """
        with self.asking():
            return connection.execute(query, values).fetchall()


def unpacked(stored: object) -> Any:
    """Compressed JSON, unpacked.

    Raises:
        DAMAGE: if it is anything else.
    """
    if not isinstance(stored, bytes):
        raise TypeError("not a blob")
    stream = zlib.decompressobj()
    content = stream.decompress(stored, _LARGEST)
    if not stream.eof:
        raise ValueError("cut off, or far too large")
    return parsed(content.decode())


def parsed(stored: object) -> Any:
    """JSON without what is no number.

    Raises:
        DAMAGE: if it is anything else.
    """
    return _JSON.decode(text(stored))


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


_JSON = json.JSONDecoder(parse_constant=_refuse)


def text(value: object) -> str:
    """Text, and nothing else."""
    if not isinstance(value, str):
        raise TypeError("not text")
    return value


def filled(value: object) -> str:
    """Text with something in it."""
    if not text(value).strip():
        raise ValueError("empty")
    return text(value)


def optional_text(value: object) -> str | None:
    """Text, or nothing."""
    return None if value is None else text(value)


def whole(value: object, low: int, high: int) -> int:
    """A whole number in a range."""
    if type(value) is not int:
        raise TypeError("not a whole number")
    if not low <= value <= high:
        raise ValueError("out of range")
    return value


def year(value: object) -> int:
    """A year that there can be figures of."""
    return whole(value, 1900, 2200)


def number(value: object, low: float = -inf, high: float = inf) -> float:
    """A finite number in a range."""
    if type(value) not in (int, float):
        raise TypeError("not a number")
    assert isinstance(value, int | float)  # the line above, for the type checker
    if not isfinite(value) or not low <= value <= high:
        raise ValueError("out of range")
    return value


def all_numbers(values: Collection[object]) -> bool:
    """Whether these are finite numbers, and nothing else."""
    return {type(value) for value in values} <= {int, float} and all(map(isfinite, values))  # type: ignore[arg-type]


def people(value: object) -> int | None:
    """A number of people or hectares, if it is known."""
    return None if value is None else whole(value, 0, MOST_PEOPLE)


def listed(value: object) -> list[Any]:
    """A list."""
    if not isinstance(value, list):
        raise TypeError("not a list")
    return value


def keyed(value: object) -> dict[str, Any]:
    """An object of JSON."""
    if not isinstance(value, dict):
        raise TypeError("not an object")
    return value


def sha256(value: object) -> str:
    """A hash as we write it."""
    if not _SHA256.fullmatch(text(value)):
        raise ValueError("no sha256")
    return text(value)

"""Every way in which wijkprofiel stops on purpose.

A `WijkprofielError` is something the user, the data or the machine did; it is shown in Dutch,
without a traceback, and its `exit_code` is part of the documented table. Anything else that
escapes is a bug of ours.
"""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from wijkprofiel.domain.regions import Region

_PACKAGE = Path(__file__).parent.parent
_LONGEST = 200
"""Characters of what an error of Python says of itself."""


class WijkprofielError(Exception):
    """Base of all expected failures: what went wrong, and what to do about it."""

    exit_code = 1

    def __init__(self, message: str, *, remedy: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __reduce__(self) -> tuple[Any, ...]:
        """As it is, whatever its class is made from: an error travels between processes."""
        return _made_again, (type(self), self.args, self.__dict__)


def _made_again(
    kind: type[WijkprofielError], args: tuple[object, ...], attributes: dict[str, object]
) -> WijkprofielError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(attributes)
    return error


class InternalError(WijkprofielError):
    """A bug of ours in one of several areas; `__cause__` is what went wrong."""

    exit_code = 1

    def __init__(self, error: Exception) -> None:
        super().__init__(
            f"Dit is een fout in wijkprofiel zelf ({_kind(error)}, {_where(error)}).",
            remedy="Meld het aan de makers, met deze regel en de opdracht die u typte.",
        )
        self.__cause__ = error


def _kind(error: Exception) -> str:
    said = " ".join(str(error).split())
    return f"{type(error).__name__}: {said[:_LONGEST]}" if said else type(error).__name__


def _where(error: Exception) -> str:
    """The last of our own lines that it came by; else the very last."""
    lines = traceback.extract_tb(error.__traceback__)
    own = [line for line in lines if Path(line.filename).is_relative_to(_PACKAGE)]
    for line in reversed(own or lines):
        path = Path(line.filename)
        name = path.relative_to(_PACKAGE).as_posix() if own else path.name
        return f"{name} regel {line.lineno}"
    return "plaats onbekend"


class UsageError(WijkprofielError):
    """The command line asks for something that does not exist or does not combine."""

    exit_code = 2


MOST_TOLD = 50
"""Mistakes of one run that are printed; of the others only how many there are."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in one configuration file, as precise as we know it."""

    file: str
    line: int | None
    key: str
    message: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.key}: {self.message}" if self.key else f"{where}: {self.message}"


class ConfigurationError(WijkprofielError):
    """One or more mistakes in YAML; all of them, so that one edit round is enough."""

    exit_code = 10

    def __init__(self, problems: Sequence[Problem]) -> None:
        count = len(problems)
        head = "Eén fout in de configuratie" if count == 1 else f"{count} fouten in de configuratie"
        lines = "".join(f"\n  {problem}" for problem in problems[:MOST_TOLD])
        more = f"\n  … en nog {count - MOST_TOLD} fouten." if count > MOST_TOLD else ""
        super().__init__(
            f"{head}:{lines}{more}", remedy="Verbeter de genoemde regels en probeer opnieuw."
        )
        self.problems = tuple(problems)


class WayToChoose(Enum):
    """What tells areas of one name apart: the gemeente, the code alone, or now this, now that."""

    GEMEENTE = "gemeente"
    CODE = "code"
    EITHER = "gemeente of code"
    FULL_NAME = "naam voluit"


_WAYS = {
    WayToChoose.GEMEENTE: "Kies met --gemeente NAAM, of geef de code in plaats van de naam.",
    WayToChoose.CODE: (
        "Ze liggen in dezelfde gemeente: geef de code uit de tabel in plaats van de naam. Aan het"
        " aantal inwoners ziet u welke het is."
    ),
    WayToChoose.EITHER: (
        "Kies met --gemeente NAAM, of geef de code in plaats van de naam. Heeft één gemeente er"
        " meer, dan helpt daar alleen de code."
    ),
    WayToChoose.FULL_NAME: "Schrijf de naam van de gemeente voluit, of geef haar code (GM…).",
}


class RegionError(WijkprofielError):
    """A name, code or alias that is unknown or fits more than one area."""

    exit_code = 11


class AmbiguousRegionError(RegionError):
    """A name that fits several areas.

    Attributes:
        candidates: for a table to choose from.
        way: what tells them apart.
        together: what was typed, where people mean all of these by it: a werkgebied.
    """

    def __init__(self, text: str, candidates: Sequence[Region], way: WayToChoose) -> None:
        message = f"'{text}' kan {len(candidates)} gebieden zijn."
        super().__init__(message, remedy=_WAYS[way])
        self.candidates = tuple(candidates)
        self.way = way
        self.together = ""


class SourceUnreachableError(WijkprofielError):
    """A service does not answer, or not with figures.

    Attributes:
        temporary: asking again may help.
        wait_s: how long the service itself asks to wait before that.
        silent: nothing came back at all.
    """

    exit_code = 12

    def __init__(
        self,
        message: str,
        *,
        remedy: str | None = None,
        temporary: bool = False,
        wait_s: float | None = None,
        silent: bool = False,
    ) -> None:
        super().__init__(message, remedy=remedy)
        self.temporary = temporary
        self.wait_s = wait_s
        self.silent = silent


class SourceChangedError(WijkprofielError):
    """A source file or table does not hold what the recipe or the catalogue says it holds."""

    exit_code = 13


class SourceGoneError(SourceChangedError):
    """A service has nothing at the address that it is asked for."""


class EditionError(WijkprofielError):
    """An edition is missing, unreadable, damaged or of another format version."""

    exit_code = 14


class RenderError(WijkprofielError):
    """A document could not be drawn."""

    exit_code = 15


class StrictFailure(WijkprofielError):
    """Everything was made, but there were warnings and the run is strict."""

    exit_code = 16


class OutputError(WijkprofielError):
    """A folder or file could not be written."""

    exit_code = 17


class PartialFailure(WijkprofielError):
    """Some of several areas failed, or only the PDF of one; the others were made."""

    exit_code = 18

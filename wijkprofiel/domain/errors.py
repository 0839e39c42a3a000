"""Every way in which wijkprofiel stops on purpose.

A `WijkprofielError` is something the user, the data or the machine did; it is shown in Dutch,
without a traceback, and its `exit_code` is part of the documented table. Anything else that
escapes is a bug of ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wijkprofiel.domain.regions import Region


class WijkprofielError(Exception):
    """Base of all expected failures: what went wrong, and what to do about it."""

    exit_code = 1

    def __init__(self, message: str, *, remedy: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


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


class RegionError(WijkprofielError):
    """A name, code or alias that is unknown or fits more than one area."""

    exit_code = 11


class AmbiguousRegionError(RegionError):
    """A name that fits several areas; `candidates` are for a table to choose from."""

    def __init__(self, text: str, candidates: Sequence[Region]) -> None:
        super().__init__(
            f"'{text}' kan {len(candidates)} gebieden zijn.",
            remedy="Kies met --gemeente NAAM, of geef de code in plaats van de naam.",
        )
        self.candidates = tuple(candidates)


class SourceUnreachableError(WijkprofielError):
    """A service does not answer, or not with figures.

    Attributes:
        temporary: asking again may help.
        wait_s: how long the service itself asks to wait before that.
    """

    exit_code = 12

    def __init__(
        self,
        message: str,
        *,
        remedy: str | None = None,
        temporary: bool = False,
        wait_s: float | None = None,
    ) -> None:
        super().__init__(message, remedy=remedy)
        self.temporary = temporary
        self.wait_s = wait_s


class SourceChangedError(WijkprofielError):
    """A source file or table does not hold what the recipe or the catalogue says it holds."""

    exit_code = 13


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

"""An area on a line, and what went wrong in finding one as a mistake in a file."""

from __future__ import annotations

from collections.abc import Iterable

from wijkprofiel.areas.work_areas import as_record, inline_record
from wijkprofiel.domain.errors import (
    AmbiguousRegionError,
    RegionError,
    WayToChoose,
    WijkprofielError,
)
from wijkprofiel.domain.regions import Region, RegionLevel

_ON_ONE_LINE = 3
_MOST_LINES = 8


def described(area: Region) -> str:
    """An area on one line: name, level, gemeente and code."""
    if area.level in (RegionLevel.GEMEENTE, RegionLevel.LAND):
        return f"{area.name} ({area.level}, {area.code})"
    return f"{area.name} ({area.level} in {area.gemeente_name}, {area.code})"


_IN_A_FILE = {
    WayToChoose.GEMEENTE: "Zet de gemeente erbij, of schrijf de code",
    WayToChoose.CODE: "Ze liggen in dezelfde gemeente; schrijf de code",
    WayToChoose.EITHER: "Zet de gemeente erbij, of schrijf de code",
    WayToChoose.FULL_NAME: "Schrijf de naam van de gemeente voluit, of haar code",
}


def in_a_file(error: RegionError, *, lays_down: bool = False) -> str:
    """An error about an area as a mistake in a file, with all areas that a name fits if few.

    Args:
        lays_down: whether a werkgebied may be laid down at that place.
    """
    if not isinstance(error, AmbiguousRegionError) or len(error.candidates) > _MOST_LINES:
        return on_one_line(error)
    lines = "".join(f"\n    {_with_people(area)}" for area in error.candidates)
    told = f"{error.message} {_IN_A_FILE[error.way]}:{lines}"
    if not error.together:
        return told
    where = "" if lays_down else ", in een bestand in de map gebieden van uw configuratie"
    write = inline_record if lays_down else as_record
    record = write(error.together, by_code(error.candidates)).replace("\n", "\n      ")
    return f"{told}\n    Of maak er een werkgebied van{where}:\n      {record}"


def by_code(areas: Iterable[Region]) -> list[Region]:
    """Areas in the order of their codes."""
    return sorted(areas, key=lambda area: area.code)


def _with_people(area: Region) -> str:
    if area.inhabitants is None:
        return described(area)
    return f"{described(area)}: {area.inhabitants} inwoners"


def on_one_line(error: WijkprofielError) -> str:
    """An error as part of a list of mistakes in a file."""
    if isinstance(error, AmbiguousRegionError):
        names = "; ".join(described(area) for area in error.candidates[:_ON_ONE_LINE])
        more = "; …" if len(error.candidates) > _ON_ONE_LINE else ""
        return f"{error.message} {_IN_A_FILE[error.way]}: {names}{more}."
    head, *listed = error.message.split("\n  ")
    shown = listed[:_ON_ONE_LINE] if isinstance(error, RegionError) else listed
    message = f"{head} {'; '.join(shown)}".strip().replace("\n", " ")
    if not error.remedy:
        return message
    return f"{message if message.endswith('?') else message.rstrip('.') + '.'} {error.remedy}"

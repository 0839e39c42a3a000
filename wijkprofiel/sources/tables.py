"""A source table as it was given: raw rows, with what is known of its columns.

Nothing is cleaned here. Which column plays which part, and what each topic is, stands beside the
rows, so that a snapshot can be compiled without the recipe that made it.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from wijkprofiel.domain.map_flaws import MapRemark
from wijkprofiel.domain.origin import Origin

PATH_SEPARATOR = " › "
_NUMBER = re.compile(r"_\d+$")

Record = Mapping[Hashable, Any]


@dataclass(frozen=True, slots=True)
class Topic:
    """One figure that a table has, as its publisher describes it.

    Attributes:
        key: column of the table; its number moves between years.
        stem: the key without that number.
        path: titles of the groups around it, or None if the copy does not tell.
    """

    key: str
    stem: str
    title: str | None = None
    path: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Roles:
    """Which column plays which part; the names are those of the rows.

    Attributes:
        ages: per key of the age column the age group.
        margins: per key of the margin column `waarde`, `ondergrens` or `bovengrens`; none where the
            keys are the usual ones.
    """

    code: str
    name: str | None = None
    gemeente: str | None = None
    inhabitants: str | None = None
    land: str | None = None
    total: str | None = None
    area_unit: str = "ha"
    age: str | None = None
    ages: Mapping[str, str] = field(default_factory=dict)
    margin: str | None = None
    margins: Mapping[str, str] = field(default_factory=dict)
    period: str | None = None
    year: int | None = None

    def dimensions(self) -> list[str]:
        """Columns that together identify a row."""
        return [name for name in (self.code, self.age, self.margin, self.period) if name]


@dataclass(frozen=True, slots=True)
class SourceTable:
    """One table exactly as the source gave it.

    Attributes:
        url: address it was fetched from; None for a local copy.
        retrieved_at: moment it was fetched (ISO); None for a local copy, which does not tell.
        zero_is_empty: the copy's maker emptied every zero: empty means missing or zero.
        untyped: cells are the source's own text, in which a blank says something else than a dot.
        request: what was asked for, as a hash; the same table asked otherwise has another one.
        modified_at: the table's own moment of modification, to tell whether there is a newer one.
        gemeente: code of the only gemeente that was asked for; None for the country.
        regions: the table's own list of areas (`Key`, `Title`), if it has one.
        outlines: boundaries (`code`, `name`, `wkb`) in the Dutch grid, if it has them.
        map_remarks: what was wrong with them, and was mended or left out.
    """

    id: str
    origin: Origin
    rows: pd.DataFrame
    roles: Roles
    topics: tuple[Topic, ...]
    url: str | None = None
    retrieved_at: str | None = None
    zero_is_empty: bool = False
    untyped: bool = False
    request: str | None = None
    modified_at: str | None = None
    gemeente: str | None = None
    regions: pd.DataFrame | None = None
    outlines: pd.DataFrame | None = None
    map_remarks: tuple[MapRemark, ...] = ()


def stem_of(key: str) -> str:
    """The key without its number: `Koopwoningen_40` is Koopwoningen."""
    return _NUMBER.sub("", key)


def topics_from_properties(properties: pd.DataFrame) -> tuple[Topic, ...]:
    """Topics with their group path, from a table's DataProperties."""
    records = properties.to_dict("records")
    groups = {_whole(record["ID"]): record for record in records}
    return tuple(
        Topic(
            key=str(record["Key"]).strip(),
            stem=stem_of(str(record["Key"]).strip()),
            title=_text(record.get("Title")),
            path=PATH_SEPARATOR.join(_path(record, groups)),
            unit=_text(record.get("Unit")),
        )
        for record in records
        if record["Type"] == "Topic"
    )


def _path(record: Record, groups: Mapping[int, Record]) -> list[str]:
    titles: list[str] = []
    parent = record.get("ParentID")
    while not pd.isna(parent):
        group = groups[_whole(parent)]
        titles.insert(0, _text(group.get("Title")) or "")
        parent = group.get("ParentID")
    return titles


def _whole(value: object) -> int:
    return int(float(str(value)))


def _text(value: object) -> str | None:
    """Titles carry stray blanks; a missing one is None."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text or None


def find_column(name: str, columns: Iterable[str]) -> list[str]:
    """Columns with this full name or, if there is none, with this stem."""
    known = list(columns)
    return [name] if name in known else [column for column in known if stem_of(column) == name]

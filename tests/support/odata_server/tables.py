"""Tables as fixtures: dimensions, topics and the raw strings of their rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

Row = dict[str, str | None]
"""Column to raw, untyped text, padded as the service pads it; None where it gives null."""

BLANK = None
"""Untyped: the figure cannot occur, or was not asked that year."""

PATH_SEPARATOR = " › "
_NUMBERED = re.compile(r"^(?P<stem>.+)_(?P<number>\d+)$")


@dataclass(frozen=True)
class Member:
    """One key of a dimension, without its padding.

    `municipality` is only given for areas; the service calls it `Municipality`.
    """

    key: str
    title: str
    description: str = ""
    group: int | None = None
    municipality: str = ""
    status: str = "Definitief"


@dataclass(frozen=True)
class Dimension:
    """A dimension; `type` is Dimension, GeoDimension, GeoDetail or TimeDimension.

    `map_year` is that of the division, which DataProperties tells of areas.
    """

    key: str
    title: str
    type: str = "Dimension"
    width: int = 0
    members: Sequence[Member] = ()
    map_year: int | None = None

    def pad(self, key: str) -> str:
        """A key as this table writes it."""
        return f"{key:<{self.width}}"

    @property
    def padded(self) -> list[str]:
        return [self.pad(member.key) for member in self.members]


@dataclass(frozen=True)
class TopicFixture:
    """One column: `group` is the path of group titles, joined by PATH_SEPARATOR or as a tuple.

    `datatype` is Long, Double or String. `width` is what a value is right-aligned to (a String:
    left-aligned, as the names of gemeenten are).
    """

    key: str
    title: str
    unit: str = "aantal"
    group: str | tuple[str, ...] = ()
    datatype: str = "Long"
    decimals: int = 0
    width: int = 8
    description: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        if isinstance(self.group, tuple):
            return self.group
        return tuple(self.group.split(PATH_SEPARATOR)) if self.group else ()

    @property
    def stem(self) -> str:
        found = _NUMBERED.match(self.key)
        return found["stem"] if found else self.key

    @property
    def number(self) -> int | None:
        found = _NUMBERED.match(self.key)
        return int(found["number"]) if found else None

    @property
    def missing(self) -> str:
        """Unknown, unreliable or secret."""
        return f"{'.':>{self.width}}"

    def text(self, value: float | str | None) -> str | None:
        """A value as the untyped set writes it; None stays blank."""
        if value is None:
            return BLANK
        if isinstance(value, str):
            return f"{value:<{self.width}}"
        return f"{value:>{self.width}.{self.decimals}f}"


@dataclass(frozen=True)
class TableFixture:
    """One table of one publisher. Frozen: a test changes one with `dataclasses.replace`.

    `info` overrides or adds fields of TableInfos. `themes` are those of the catalogue that it
    stands under, each as a path.
    """

    id: str
    title: str
    modified: str
    dimensions: Sequence[Dimension]
    topics: Sequence[TopicFixture]
    rows: Sequence[Row]
    catalog: str = "CBS"
    info: dict[str, object] = field(default_factory=dict)
    themes: Sequence[str] = ("Nederland regionaal",)

    def dimension(self, key: str) -> Dimension:
        return next(item for item in self.dimensions if item.key == key)

    def topic(self, key: str) -> TopicFixture:
        """A topic by its key or by its stem."""
        return next(item for item in self.topics if key in (item.key, item.stem))

    def region_dimension(self) -> Dimension | None:
        return next((item for item in self.dimensions if item.type.startswith("Geo")), None)

    def figures(self) -> list[TopicFixture]:
        """The topics that hold numbers."""
        return [topic for topic in self.topics if topic.datatype != "String"]

    def with_rows(self, rows: Iterable[Row]) -> TableFixture:
        return replace(self, rows=list(rows))

    def with_topics(self, topics: Iterable[TopicFixture]) -> TableFixture:
        return replace(self, topics=list(topics))

    def with_dimension(self, changed: Dimension) -> TableFixture:
        """The same table with the dimension of that key replaced."""
        kept = [changed if item.key == changed.key else item for item in self.dimensions]
        return replace(self, dimensions=kept)

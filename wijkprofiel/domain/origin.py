"""Where a figure comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """The table behind a figure, as it is cited.

    Attributes:
        table: identifier of the table at its publisher, such as `50090NED`.
        title: the publisher's title of the table.
        producer: who made the figures, as the licence wants it named.
        short: the name used in a source line under a table.
        division: year of the division that the table's areas are on.
        modified: the table's own modification date (ISO), or None if the copy does not carry it.
        licence: licence under which it may be re-used.
        via: how the figures reached us, when not straight from the publisher.
    """

    table: str
    title: str
    producer: str
    short: str
    division: int
    modified: str | None
    licence: str
    via: str | None = None

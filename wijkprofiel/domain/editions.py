"""What an edition says of itself, and what it knowingly lacks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EditionInfo:
    """An edition as it is cited.

    Attributes:
        id: name of the edition, such as `2020`.
        title: what it is, for people.
        as_of: date (ISO) that documents made from it bear.
        division: year of the division its areas are on.
        content: sha256 of the sorted content, the same for every compile of the same figures.
    """

    id: str
    title: str
    as_of: str
    division: int
    content: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Figures of one table that were not joined to an area, and why.

    Attributes:
        code: area of the edition's division that goes without.
        origin: key of the table.
        reason: in Dutch, for the appendix.
    """

    code: str
    origin: str
    reason: str

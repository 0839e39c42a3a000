"""What stands on the one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wijkprofiel.documents.locator import Locator
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.domain.origin import Origin
from wijkprofiel.words.opening import Statement

FORMAT = 2
"""Version of the JSON of the page; raised when a key changes meaning or goes."""


@dataclass(frozen=True, slots=True)
class OnePage:
    """The whole page.

    Attributes:
        origins: the tables behind the figures, by key.
        lead: one sentence about the area; None without figures of its own.
        heading, statements: the three things to begin with.
        remark: that estimates are coarse, where they are; else None.
        box_heading, box: what is there besides, a line each.
        question_heading: whom the question is for.
        lines: how many lines there are to write on.
        source: where the printed figures come from, in one line; empty without any.
        made_with: what the page is made with, in one line.
        made_again: how to make it again.
    """

    format: int
    area: Area
    edition: EditionInfo
    imprint: Imprint
    origins: Mapping[str, Origin]
    kicker: str
    title: str
    subtitle: str
    locator: Locator
    lead: str | None
    heading: str
    statements: tuple[Statement, ...]
    remark: str | None
    box_heading: str
    box: tuple[str, ...]
    question_heading: str
    question: str
    room: str
    lines: int
    source: str
    made_with: str
    made_again: str | None
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def line_numbers(self) -> range:
        """One number for each line to write on: a template counts nothing."""
        return range(self.lines)

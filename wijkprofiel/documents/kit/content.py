"""What the sheets of a meeting are made of: the messages of one area, in the order of a walk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wijkprofiel.charts.data import DrawingData, WaffleData
from wijkprofiel.documents.kit.sizes import title_points
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.domain.origin import Origin
from wijkprofiel.words.messages import Message
from wijkprofiel.words.opening import Statement

FORMAT = 1
"""Version of the JSON of a sheet; raised when a key changes meaning or goes."""
MOST_POSTERS, MOST_ISLANDS, MOST_CARDS = 7, 6, 6
CARDS_ON_A_PAGE, EMPTY_CARDS = 4, 2


@dataclass(frozen=True, slots=True)
class Surface:
    """One message with its picture.

    Attributes:
        place: its number in the walk, from 1.
        waffle: a hundred circles; None where the figure is no share of people.
    """

    place: int
    message: Message
    waffle: WaffleData | None

    @property
    def headline(self) -> str:
        """What stands large: the figure as a sentence, or without a figure the message."""
        return self.message.claim if self.message.number else self.message.title

    @property
    def points(self) -> int:
        """Size of the letters in which that keeps to the lines that a poster has for it."""
        return title_points(self.headline)


@dataclass(frozen=True, slots=True)
class KitSheet:
    """Everything that a sheet may show.

    Attributes:
        origins: the tables behind the figures, by key.
        called: the area in a sentence.
        kind_of_parts: what stands above the numbers of its parts.
        statements: the three things to begin with.
        meeting_when, meeting_where, contact: as the profile file has them; None leaves room to
            write.
        surfaces: the messages, the three things to begin with first.
        drawing: the outline to draw on; None where there is none of this area.
        source: where the printed figures come from, in one line; empty without any.
        made_with: what the sheet is made with, in one line.
        made_again: how to make it again.
    """

    format: int
    area: Area
    edition: EditionInfo
    imprint: Imprint
    origins: Mapping[str, Origin]
    called: str
    kicker: str
    title: str
    subtitle: str
    kind_of_parts: str
    statements: tuple[Statement, ...]
    surfaces: tuple[Surface, ...]
    meeting_when: str | None
    meeting_where: str | None
    contact: str | None
    drawing: DrawingData | None
    drawing_note: str | None
    source: str
    made_with: str
    made_again: str | None
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def posters(self) -> tuple[Surface, ...]:
        """The stops of a walk along the figures."""
        return self.surfaces[:MOST_POSTERS]

    @property
    def islands(self) -> tuple[Surface, ...]:
        """What stands around the outline on the table."""
        return self.surfaces[:MOST_ISLANDS]

    @property
    def cards(self) -> tuple[tuple[Surface | None, ...], ...]:
        """Cards per page; None for one that is left empty to write a question on."""
        filled = self.surfaces[:MOST_CARDS]
        count = len(filled) + EMPTY_CARDS
        count += -count % CARDS_ON_A_PAGE
        cards = (*filled, *([None] * (count - len(filled))))
        starts = range(0, count, CARDS_ON_A_PAGE)
        return tuple(cards[start : start + CARDS_ON_A_PAGE] for start in starts)

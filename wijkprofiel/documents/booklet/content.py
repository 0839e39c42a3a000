"""The booklet of an edition: complete, frozen, serialisable. Its texts are ready to print."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.configuration.booklet_texts import BookletPart
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.imprint import Imprint

FORMAT = 1
"""Version of the booklet's JSON; raised when a key changes meaning or goes."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a chapter; `enumerated` is what it enumerates."""

    heading: str | None
    text: str
    enumerated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter.

    Attributes:
        part: what it shows of the edition below its paragraphs; None for paragraphs alone.
    """

    key: str
    title: str
    passages: tuple[Passage, ...]
    part: BookletPart | None


@dataclass(frozen=True, slots=True)
class Definition:
    """What one indicator is.

    Attributes:
        about: whom it is about, and of which ages.
        origin: table, years and method; or why the edition has no figure.
        remarks: what a reader of the figure or of its verdict has to know besides.
    """

    indicator: str
    name: str
    definition: str
    about: str
    origin: str
    caveat: str | None
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DefinitionGroup:
    """The indicators of one theme, or of one heading in it."""

    title: str
    definitions: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Booklet:
    """The booklet of one edition.

    Attributes:
        spreads: figures whose spread rests on part of the wijken.
        rounds: what differs between the rounds of a table.
        checksum: of the figures, written out.
        made_with: version, edition and configuration, and what of it is not ours.
        made_again: the command that makes it again.
    """

    format: int
    edition: EditionInfo
    imprint: Imprint
    kicker: str
    title: str
    subtitle: str
    chapters: tuple[Chapter, ...]
    spreads: tuple[str, ...]
    rounds: tuple[str, ...]
    groups: tuple[DefinitionGroup, ...]
    sources: tuple[str, ...]
    checksum: str
    made_with: str
    made_again: str | None
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

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
class CalibrationRow:
    """What one case gives, printed: points of a wijk, and wijken of 100 with a point."""

    name: str
    points: str
    with_point: str


@dataclass(frozen=True, slots=True)
class CalibrationTable:
    """Points of wijken beside what chance gives; the figures themselves come first."""

    text: str
    rows: tuple[CalibrationRow, ...]


@dataclass(frozen=True, slots=True)
class ResidentRow:
    """How much of the differences of one figure goes together with who lives there, of 100.

    Attributes:
        weighted: every adult counted once.
        unweighted: every wijk with enough adults counted once; a dash if there are too few.
    """

    indicator: str
    name: str
    weighted: str
    unweighted: str


@dataclass(frozen=True, slots=True)
class Booklet:
    """The booklet of one edition.

    Attributes:
        spreads: figures whose spread rests on part of the wijken.
        calibration: None if the edition has none by the limits and stories of now.
        residents: none if the edition does not know.
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
    calibration: CalibrationTable | None
    residents: tuple[ResidentRow, ...]
    rounds: tuple[str, ...]
    groups: tuple[DefinitionGroup, ...]
    sources: tuple[str, ...]
    checksum: str
    made_with: str
    made_again: str | None
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

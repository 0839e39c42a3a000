"""What a document was made with, so that somebody else can tell and make it again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_SHORT = 12
"""Characters of a fingerprint on a page: 48 bits, too many to meet twice by accident."""


class OwnPart(StrEnum):
    """What a user may have replaced, of what decides what a document says and looks like."""

    LIMITS = "grenzen"
    TEXTS = "teksten"
    DEFINITIONS = "indicatoren"
    TEMPLATES = "sjablonen"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a document was made with, besides the figures of its edition.

    Attributes:
        version: of wijkprofiel.
        configuration: sha256 of what configuration, templates and profile file mean.
        own: what of it is not that of wijkprofiel itself.
        command: makes HTML and PDF of this document again; None where no command does.
        data_command: the same for its formats for machines.
        booklet_command: makes the booklet of the same edition.
    """

    version: str
    configuration: str
    own: tuple[OwnPart, ...] = ()
    command: str | None = None
    data_command: str | None = None
    booklet_command: str | None = None

    @property
    def short_configuration(self) -> str:
        """The fingerprint of the configuration as a page prints it."""
        return short(self.configuration)


def short(fingerprint: str) -> str:
    """A sha256 as a page prints it: its first characters."""
    return fingerprint[:_SHORT]

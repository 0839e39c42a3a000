"""Why a figure of one edition is not that of another: fourteen causes, the first that fits.

The order is the order of the questions: is it the same area, the same series, the same year, the
same delivery; is there a figure at all; and only then what may differ in the figure itself. What
may be said follows from the cause, so that no number is ever laid beside one it cannot stand
beside: a difference across tables is no news of the area.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Telling(StrEnum):
    """How much of a cause a page for readers tells; a machine is told everything."""

    EACH_FIGURE = "elk_cijfer"
    ONE_LINE = "een_regel"
    NOTHING = "niets"


class Cause(StrEnum):
    """One cause, in the order in which they are asked; its place is its `number`."""

    GONE_OR_NEW = "gebied_weg_of_nieuw"
    CODE_REUSED = "code_hergebruikt"
    RENAMED = "hernoemd"
    BORDER_MOVED = "grens_gewijzigd"
    OTHER_MEMBERS = "samenstelling_werkgebied"
    OTHER_TABLE = "andere_tabel"
    OTHER_QUESTION = "andere_vraag_of_definitie"
    NEW_YEAR = "nieuw_jaar_zelfde_tabel"
    REVISED = "herziening"
    OTHER_STATE = "andere_stand"
    ONLY_RULER = "alleen_de_maatstaf"
    OUR_RULE = "onze_regel_of_tekst"
    ROUNDING = "afronding"
    EQUAL = "gelijk"

    @property
    def number(self) -> int:
        """From 1 to 14; the lowest that fits is the cause."""
        return _NUMBERS[self]

    @property
    def needs_a_look(self) -> bool:
        """Whether a yearly job that is strict stops for it. News of a year never is a reason."""
        return self in _LOOKED_AT

    @property
    def telling(self) -> Telling:
        """What of it stands on a page for readers."""
        if self in (Cause.NEW_YEAR, Cause.OTHER_STATE):
            return Telling.EACH_FIGURE
        return Telling.ONE_LINE if self.number < Cause.NEW_YEAR.number else Telling.NOTHING

    @property
    def is_of_area(self) -> bool:
        """Whether it is about the area, and so about all of its figures."""
        return self.number <= Cause.OTHER_MEMBERS.number

    @property
    def keeps_area(self) -> bool:
        """Whether figures before and after are of one area, so that they can be looked at."""
        return not self.is_of_area or self is Cause.RENAMED


_NUMBERS: Mapping[Cause, int] = MappingProxyType(
    {cause: number for number, cause in enumerate(Cause, start=1)}
)
_LOOKED_AT = frozenset(
    {
        *(Cause.GONE_OR_NEW, Cause.CODE_REUSED, Cause.BORDER_MOVED, Cause.OTHER_MEMBERS),
        Cause.OTHER_STATE,
    }
)

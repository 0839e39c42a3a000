"""The notation of numbers, days and lists: the only place where a number becomes text.

What differs between languages is data of a voice, and so a `Notation`. The functions of this
module write Dutch: they are for the terminal, which speaks no other language.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from wijkprofiel.methods.rounding import half_up

if TYPE_CHECKING:  # the terminal writes numbers without reading any configuration
    from wijkprofiel.configuration.texts import Texts
    from wijkprofiel.configuration.vocabulary import WritingTexts

MISSING = "–"
"""What stands where there is no figure; a note always says why."""

MINUS = "−"


@dataclass(frozen=True, slots=True)
class Notation:
    """How one language writes numbers, days and lists.

    Attributes:
        decimal, thousands: what stands between the digits of a number.
        months: twelve names.
        day: pattern of a day, with {dag}, {maand} and {jaar}.
        between, last: what stands between the items of a list, and before the last one.
    """

    decimal: str
    thousands: str
    months: tuple[str, ...]
    day: str
    between: str
    last: str

    @staticmethod
    def of(texts: Texts) -> Notation:
        """The notation of a voice."""
        return _notation(texts.schrijfwijze)

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with its thousands apart, halves rounded up."""
        rounded = half_up(value, decimals)
        whole, _, part = f"{abs(rounded):,.{decimals}f}".partition(".")
        digits = whole.replace(",", self.thousands) + (f"{self.decimal}{part}" if part else "")
        return f"{MINUS}{digits}" if rounded < 0 else digits

    def signed(self, value: float, decimals: int = 0) -> str:
        """A difference with its sign; zero has none."""
        text = self.number(value, decimals)
        return f"+{text}" if half_up(value, decimals) > 0 else text

    def long_date(self, iso: str) -> str:
        """`2026-11-24` as `24 november 2026`."""
        day = date.fromisoformat(iso[:10])
        return self.day.format(dag=day.day, maand=self.months[day.month - 1], jaar=day.year)

    def enumeration(self, items: Sequence[str]) -> str:
        """`a, b en c`."""
        if len(items) < 2:
            return "".join(items)
        return f"{self.between.join(items[:-1])}{self.last}{items[-1]}"

    def years(self, periods: Iterable[int]) -> str:
        """Years as they are cited: `2012, 2016 en 2020`."""
        return self.enumeration([str(period) for period in sorted(set(periods))])


@lru_cache(maxsize=16)
def _notation(texts: WritingTexts) -> Notation:
    marks = texts.opsomming
    return Notation(
        decimal=texts.decimaal,
        thousands=texts.duizendtal,
        months=texts.maanden,
        day=texts.dag,
        between=marks.tussen,
        last=marks.laatste,
    )


DUTCH = Notation(
    decimal=",",
    thousands=".",
    months=(
        *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"),
        *("september", "oktober", "november", "december"),
    ),
    day="{dag} {maand} {jaar}",
    between=", ",
    last=" en ",
)

number = DUTCH.number
signed = DUTCH.signed
long_date = DUTCH.long_date
enumeration = DUTCH.enumeration
years = DUTCH.years


def capitalised(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """The text with its first letter in lower case, unless it is an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text

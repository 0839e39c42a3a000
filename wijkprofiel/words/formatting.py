"""Dutch notation of numbers, dates and lists: the only place where a number becomes text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from wijkprofiel.methods.rounding import half_up

MISSING = "–"
"""What stands where there is no figure; a note always says why."""

MINUS = "−"
_TO_DUTCH = str.maketrans(",.", ".,")
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"),
    *("september", "oktober", "november", "december"),
)


def number(value: float, decimals: int = 0) -> str:
    """A number with decimal comma and dots between thousands, halves rounded up."""
    rounded = half_up(value, decimals)
    digits = f"{abs(rounded):,.{decimals}f}".translate(_TO_DUTCH)
    return f"{MINUS}{digits}" if rounded < 0 else digits


def signed(value: float, decimals: int = 0) -> str:
    """A difference with its sign; zero has none."""
    text = number(value, decimals)
    return f"+{text}" if half_up(value, decimals) > 0 else text


def long_date(iso: str) -> str:
    """`2026-11-24` as `24 november 2026`."""
    day = date.fromisoformat(iso[:10])
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def enumeration(items: Sequence[str]) -> str:
    """`a, b en c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} en {items[-1]}"


def years(periods: Iterable[int]) -> str:
    """Years as they are cited: `2012, 2016 en 2020`."""
    return enumeration([str(period) for period in sorted(set(periods))])


def capitalised(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """The text with its first letter in lower case, unless it is an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text

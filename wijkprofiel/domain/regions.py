"""Areas and their codes.

A `Region` is identified by its code *and* the year of the division (indeling) it belongs to:
Dutch wijk codes are re-used for other areas from one year to the next, so a code alone says
little. The name is only a label.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class RegionLevel(StrEnum):
    """The four levels of the CBS division, from large to small."""

    LAND = "land"
    GEMEENTE = "gemeente"
    WIJK = "wijk"
    BUURT = "buurt"


# Letters are official since 2023 (Amsterdam): two alphanumerics after the four gemeente digits.
_PATTERNS: dict[RegionLevel, re.Pattern[str]] = {
    RegionLevel.LAND: re.compile(r"NL\d{2}"),
    RegionLevel.GEMEENTE: re.compile(r"GM\d{4}"),
    RegionLevel.WIJK: re.compile(r"WK\d{4}[0-9A-Z]{2}"),
    RegionLevel.BUURT: re.compile(r"BU\d{4}[0-9A-Z]{4}"),
}
_LEVELS = {pattern.pattern[:2]: level for level, pattern in _PATTERNS.items()}

NEDERLAND = "NL00"


def level_of(code: str) -> RegionLevel | None:
    """Tell the level of a region code, or None if it is no valid code."""
    level = _LEVELS.get(code[:2])
    return level if level is not None and _PATTERNS[level].fullmatch(code) else None


def normalise_code(raw: str) -> str:
    """Strip the padding of a source key and give the country its one code here (`NL00`)."""
    code = raw.strip()
    return NEDERLAND if re.fullmatch(r"NL\d{2}", code) else code


def gemeente_code_of(code: str) -> str | None:
    """The gemeente that a wijk or buurt code lies in, by construction of the code."""
    level = level_of(code)
    if level is None or level is RegionLevel.LAND:
        return None
    return "GM" + code[2:6]


def wijk_code_of(code: str) -> str | None:
    """The wijk that a buurt code lies in, by construction of the code."""
    return "WK" + code[2:8] if level_of(code) is RegionLevel.BUURT else None


@dataclass(frozen=True, slots=True)
class Region:
    """An area of one division, with the numbers of people that judging needs.

    Attributes:
        adults: people of 18 and older, estimated (see `methods.population`); None if unknown.
        elderly: people of 65 and older.
        land_ha: land area in hectares.
    """

    code: str
    division: int
    name: str
    title: str
    gemeente_name: str
    inhabitants: int | None = None
    adults: float | None = None
    elderly: int | None = None
    land_ha: int | None = None

    def __post_init__(self) -> None:
        if level_of(self.code) is None:
            raise ValueError(f"not a region code: {self.code!r}")
        if not self.name.strip():
            raise ValueError(f"{self.code}: a region needs a name")

    @property
    def level(self) -> RegionLevel:
        """The level, read from the code."""
        level = level_of(self.code)
        assert level is not None  # held by __post_init__
        return level

    @property
    def gemeente_code(self) -> str | None:
        """Code of the gemeente that this area is or lies in; None for the country."""
        return gemeente_code_of(self.code)

    @property
    def wijk_code(self) -> str | None:
        """Code of the wijk that this buurt lies in; None for other levels."""
        return wijk_code_of(self.code)

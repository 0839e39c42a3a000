"""Periods as CBS writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ANNUAL = re.compile(r"(?P<year>\d{4})JJ00")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One year. The open tables that we use are annual."""

    year: int

    def __post_init__(self) -> None:
        if not 1900 <= self.year <= 2100:
            raise ValueError(f"not a plausible year: {self.year}")

    @classmethod
    def from_cbs(cls, code: str) -> Period:
        """Parse a CBS period code such as `2020JJ00`.

        Raises:
            ValueError: if the code is not an annual period.
        """
        match = _ANNUAL.fullmatch(code.strip())
        if match is None:
            raise ValueError(f"not an annual CBS period: {code!r}")
        return cls(int(match["year"]))

    def __str__(self) -> str:
        return str(self.year)

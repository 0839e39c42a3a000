"""Rounding as it is printed.

Half is rounded away from zero on the decimal notation (ROUND_HALF_UP), as CBS and RIVM print it;
Python's own `round` goes to the even neighbour and would print 2.5 as 2.
"""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import cache


def half_up(value: float, decimals: int = 0) -> float:
    """Round to `decimals`, halves away from zero. Noise beyond 9 decimals is not a half."""
    exact = Decimal(repr(round(value, 9)))
    return float(exact.quantize(_step(decimals), rounding=ROUND_HALF_UP)) + 0.0


def toward_zero(value: float, decimals: int = 1) -> float:
    """Cut off, so that a printed z never shows a limit that it did not reach (0.99 is 0.9)."""
    return float(Decimal(repr(value)).quantize(_step(decimals), rounding=ROUND_DOWN)) + 0.0


def significant(value: float, figures: int = 2) -> float:
    """Round to a number of significant figures, halves up (7,191 is 7,200 at two).

    Raises:
        ValueError: for a negative value: counts of people are not negative.
    """
    if value < 0:
        raise ValueError("a count cannot be negative")
    if value == 0:
        return 0.0
    exponent = Decimal(repr(value)).adjusted()
    return half_up(value, figures - 1 - exponent)


@cache
def _step(decimals: int) -> Decimal:
    """The unit that is rounded to: 0.01 at two decimals."""
    return Decimal(1).scaleb(-decimals)

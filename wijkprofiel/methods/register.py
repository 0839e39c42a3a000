"""What random rounding of counts can do to a share.

CBS rounds counts of wijken and buurten at random to a multiple of five (at most 4 off either way)
and benefits to the nearest ten (at most 5 off). A share p = a/b of such counts can be off by

    e = multiplier (d + 4 p) / b,   d = 4 for fives, 5 for tens

in the unit of the multiplier (100 for percent, 1,000 for per 1,000). Source: CBS topic descriptions
of Kerncijfers wijken en buurten; the 30 gemeenten of one wijk in 2020 stay within these bounds.
"""

from __future__ import annotations

DENOMINATOR_ERROR = 4.0
FIVES_ERROR = 4.0
TENS_ERROR = 5.0


def share_error(
    numerator: float, denominator: float, multiplier: float, numerator_error: float
) -> float:
    """Largest error of a share, in its own unit.

    Raises:
        ValueError: if the denominator is not positive.
    """
    if denominator <= 0:
        raise ValueError("a share needs a positive denominator")
    share = numerator / denominator
    return multiplier * (numerator_error + DENOMINATOR_ERROR * share) / denominator

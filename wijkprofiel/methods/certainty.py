"""What published limits say about a difference.

Standard errors are read back from 95% limits on the side where the other figure lies, since limits
of percentages are not symmetric. The rest of the gemeente gets the error that is left when the
wijk's part is taken out of the gemeente's:

    se_R = sqrt(max(se_G^2 - w^2 se_W^2, 0)) / (1 - w), and se_G where that is zero

    z_c = difference / sqrt(se_W^2 + se_B^2)

Errors of wijk and rest come from one model and are most likely positively correlated; taking them
as independent is the cautious side. Limits do not cover what the model does not know.
"""

from __future__ import annotations

from math import hypot, sqrt


def standard_error(
    value: float, lower: float, upper: float, towards: float, z: float = 1.96
) -> float:
    """Standard error from limits, on the side of the figure it is compared with.

    Raises:
        ValueError: if the value lies outside its limits.
    """
    if not lower <= value <= upper:
        raise ValueError(f"{value} lies outside [{lower}; {upper}]")
    return (value - lower if towards < value else upper - value) / z


def standard_error_of_rest(se_whole: float, se_part: float, share: float) -> float:
    """Standard error of the rest of the gemeente (0 <= share < 1)."""
    left = sqrt(max(se_whole**2 - (share * se_part) ** 2, 0.0))
    return left / (1 - share) if left > 0 else se_whole


def standardised_certainty(difference: float, se_value: float, se_benchmark: float) -> float | None:
    """Difference in standard errors; None where both errors are zero."""
    spread = hypot(se_value, se_benchmark)
    return difference / spread if spread > 0 else None

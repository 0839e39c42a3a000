"""The size of a difference, in units of the national spread between wijken.

z = difference / SD for most figures; for skewed ones on square roots,
z = (sqrt(x) - sqrt(b)) / SD(sqrt), because one rich or empty wijk would stretch the ruler.
A guard (what rounding alone can do) is taken off first: max(0, |difference| - guard).
"""

from __future__ import annotations

from math import copysign, sqrt


def shrink(difference: float, guard: float) -> float:
    """Take the guard off a difference, towards zero and never past it."""
    return copysign(max(0.0, abs(difference) - guard), difference)


def standardised(
    value: float, benchmark: float, sd: float, *, root: bool, guard: float = 0.0
) -> float:
    """Difference in units of the spread, rounded to 6 decimals.

    Rounding keeps a word from hanging on binary noise at exactly 0.5, 1 or 2.

    Args:
        value: figure of the area.
        benchmark: figure it is compared with.
        sd: spread on the scale that is used (of roots where `root`).
        root: judge on square roots.
        guard: error in the figure's own unit that a difference has to exceed.

    Raises:
        ValueError: if the spread is not positive, or a root of a negative number is asked.
    """
    if sd <= 0:
        raise ValueError("a spread must be positive to be a unit")
    difference = shrink(value - benchmark, guard)
    if not root:
        return round(difference / sd, 6)
    if min(value, benchmark) < 0:
        raise ValueError("no square root of a negative figure")
    return round((sqrt(max(0.0, benchmark + difference)) - sqrt(benchmark)) / sd, 6)

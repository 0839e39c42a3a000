"""Two areas beside each other: how far apart they lie, and whether that changed.

    z = (x_A - x_B) / SD, for skewed figures (sqrt(x_A) - sqrt(x_B)) / SD(sqrt)

SD is that of the wijken of the country: one ruler for every pair of areas. What rounding can do to
either figure is taken off first: each moves towards the other by its own error, and where they
meet there is no difference. So B beside A is always the opposite of A beside B.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from math import copysign, sqrt

from wijkprofiel.methods.difference import shrink
from wijkprofiel.methods.trend import DistanceChange, distance_change, reverses


class ApartChange(StrEnum):
    """What happened to the difference between two areas."""

    CLOSER = "dichter_bij_elkaar"
    FURTHER = "verder_uit_elkaar"
    TURNED = "omgekeerd"
    SAME = "ongeveer_gelijk"


_CHANGES = {
    DistanceChange.CLOSER: ApartChange.CLOSER,
    DistanceChange.FURTHER: ApartChange.FURTHER,
    DistanceChange.PASSED: ApartChange.TURNED,
    DistanceChange.SAME: ApartChange.SAME,
}


def standardised_apart(
    one: float,
    other: float,
    sd: float,
    *,
    root: bool,
    errors: tuple[float, float] = (0.0, 0.0),
) -> float:
    """Difference of two figures in units of the spread, rounded to 6 decimals.

    Args:
        one, other: the figures of the two areas.
        sd: spread on the scale that is used (of roots where `root`).
        root: judge on square roots.
        errors: how far rounding may put each figure off, in its own unit.

    Raises:
        ValueError: if the spread is not positive, or a root of a negative number is asked.
    """
    if sd <= 0:
        raise ValueError("a spread must be positive to be a unit")
    if shrink(one - other, sum(errors)) == 0:
        return 0.0
    side = copysign(1.0, one - other)
    near, far = one - side * errors[0], other + side * errors[1]
    if not root:
        return round((near - far) / sd, 6)
    if min(one, other) < 0:
        raise ValueError("no square root of a negative figure")
    return round((sqrt(max(0.0, near)) - sqrt(max(0.0, far))) / sd, 6)


def apart_change(differences: Sequence[float], threshold: float) -> ApartChange | None:
    """What happened to the difference over the rounds.

    Args:
        differences: z of one area minus the other per round, oldest first, at least two.
        threshold: the smallest change of z that is more than the estimates wobble.

    Returns:
        None where the difference went up and down by more than that: the numbers stand alone.

    Raises:
        ValueError: with fewer than two rounds.
    """
    if len(differences) < 2:
        raise ValueError("a change needs two rounds")
    if round(max(differences) - min(differences), 6) < threshold:
        return ApartChange.SAME
    if reverses(differences):
        return None
    return _CHANGES[distance_change(differences, threshold)]


def root_mean_square(differences: Sequence[float]) -> float:
    """The distance of two areas over several figures: sqrt of the mean of the squares.

    Raises:
        ValueError: without a figure.
    """
    if not differences:
        raise ValueError("a distance needs a figure")
    return sqrt(sum(each * each for each in differences) / len(differences))

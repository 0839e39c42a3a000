"""Whether the distance to the country changed, in units of each year's own spread.

Points mislead: the spread between areas shrinks with the level, so a gap of 17 points out of 41 can
be the same distance as 13 out of 27. Therefore z_t = (x_t - country_t) / SD_t with that year's SD,
and a change counts only if it is large and, with three rounds, goes one way. Estimates of small
areas wobble between rounds; on the figures of 2012 to 2020 the threshold of 0.75 names 4% (three
rounds) to 7% (two rounds) of the cases.

An area can also pass the country: from 0.6 below to 0.2 above it is a change of 0.8, while the
distance itself hardly changed. That is neither closer nor further.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise


class DistanceChange(StrEnum):
    """What happened to the distance between an area and the country."""

    CLOSER = "dichterbij"
    FURTHER = "verder_weg"
    PASSED = "voorbij"
    SAME = "ongeveer_gelijk"


def distance_change(distances: Sequence[float], threshold: float) -> DistanceChange:
    """The change over the rounds.

    Args:
        distances: z per round, oldest first, at least two.
        threshold: smallest change of z from first to last that counts; and of its size, where the
            area began on one side of the country and ended on the other.

    Raises:
        ValueError: with fewer than two rounds.
    """
    if len(distances) < 2:
        raise ValueError("a change needs two rounds")
    first, last = distances[0], distances[-1]
    if round(abs(last - first), 6) < threshold or reverses(distances):
        return DistanceChange.SAME
    nearer = round(abs(first) - abs(last), 6)
    if abs(nearer) < threshold:
        return DistanceChange.PASSED
    return DistanceChange.CLOSER if nearer > 0 else DistanceChange.FURTHER


def reverses(distances: Sequence[float]) -> bool:
    """Whether a series went both up and down."""
    steps = [after - before for before, after in pairwise(distances)]
    return any(step > 0 for step in steps) and any(step < 0 for step in steps)


class ChangeKind(StrEnum):
    """How a change of an area compares with that of the country."""

    AS_COUNTRY = "net_als"
    OTHERWISE = "anders"
    STRONGER = "sterker"
    WEAKER = "minder_sterk"


def differing_change(own: float, country: float) -> ChangeKind:
    """In which way a change differs from the country's: another way, or more or less of the same.

    Args:
        own, country: the changes, in the same unit.
    """
    if own * country <= 0:
        return ChangeKind.OTHERWISE
    return ChangeKind.STRONGER if abs(own) > abs(country) else ChangeKind.WEAKER

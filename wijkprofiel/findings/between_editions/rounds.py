"""A new round in the same table: what may be said of the area, and of the word that it has.

Words flip by themselves: between rounds 35 of every 100 words against the country are another one,
and of those 61 moved less than half a spread. A change of the area is therefore told only by the
rule of the trend (`methods.trend`): of one table, by three quarters of a spread or more, one way.
"""

from __future__ import annotations

from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.findings.between_editions.area_side import AreaSide
from wijkprofiel.findings.between_editions.changed_area import NewRound, WordChange
from wijkprofiel.findings.between_editions.figure_pair import FigurePair
from wijkprofiel.findings.trends import Trend
from wijkprofiel.methods.trend import DistanceChange, distance_change

BARELY = 0.5
"""Another word, where the figure moved by fewer spreads than this, is hardly another figure."""


def new_round(side: AreaSide, definition: IndicatorDefinition, pair: FigurePair) -> NewRound:
    """What may be said of a new year.

    Args:
        side: the area in the later edition, in whose table both years stand.
    """
    before, after = pair.before, pair.after
    if before is None or after is None or after.observation.age is not AgeGroup.ADULTS:
        return NewRound()
    trend = side.trend(definition)
    if trend is None or before.period not in trend.years or after.period not in trend.years:
        return NewRound()
    first, last = trend.years.index(before.period), trend.years.index(after.period)
    if first >= last or len(trend.distances) < len(trend.years):
        return NewRound(trend)
    distances = trend.distances[first : last + 1]
    moved = round(distances[-1] - distances[0], 6)
    return NewRound(trend, _told(side, trend, distances, abs(moved)), moved)


def _told(
    side: AreaSide, trend: Trend, distances: tuple[float, ...], moved: float
) -> DistanceChange | None:
    """The change that the rule of the trend lets through."""
    limits = side.limits.trend
    if side.adults is None or side.adults < limits.mensen or not trend.is_sound:
        return None
    if moved > limits.hoogstens_z:  # other people came to live there, or the model slipped
        return None
    found = distance_change(distances, limits.verandering_z)
    return None if found is DistanceChange.SAME else found


def word_change(pair: FigurePair) -> WordChange | None:
    """What became of the word; None where one of the two has none, or they are of two tables."""
    if pair.before is None or pair.after is None or pair.before.table != pair.after.table:
        return None
    one, other = pair.before.standing, pair.after.standing
    if one is None or other is None:
        return None
    if one.word == other.word:
        return WordChange.SAME
    if one.z is None or other.z is None:
        return WordChange.OTHER
    return WordChange.BARELY if round(abs(other.z - one.z), 6) < BARELY else WordChange.OTHER

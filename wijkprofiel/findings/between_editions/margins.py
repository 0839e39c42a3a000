"""What rounding of counts alone can make of a difference between two editions.

CBS rounds counts of people, households and dwellings at random to fives, so that one number is at
most 4 off, two of them differ by 8 without anybody having come or gone, and sums of k parts by 8k
(`methods.union`). A share is off by what both its counts are off. Anything else is rounded in one
way only: there the printed numbers have to be equal.
"""

from __future__ import annotations

from wijkprofiel.configuration.definitions import CountRounding, IndicatorDefinition, Kind
from wijkprofiel.domain.observation import Observation
from wijkprofiel.methods import union


def rounding_margin(
    definition: IndicatorDefinition, before: Observation, after: Observation, parts: int
) -> float:
    """The largest difference that rounding can make, in the unit of the figure.

    Args:
        parts: of how many regions it is put together.
    """
    return sum(_error(definition, each, parts) for each in (before, after))


def _error(definition: IndicatorDefinition, found: Observation, parts: int) -> float:
    source = definition.bron
    if source.afronding is CountRounding.NONE:
        return 0.0
    if definition.soort is Kind.COUNT:
        return union.fives_error(parts)
    if found.numerator is None or not found.denominator:
        return 0.0
    tens = source.afronding is CountRounding.TENS
    error = union.tens_error(parts) if tens else union.fives_error(parts)
    above = 1 if tens else len(source.teller or (None,))
    counts = found.numerator, found.denominator
    return union.share_error(counts, source.vermenigvuldig, above * error, parts)

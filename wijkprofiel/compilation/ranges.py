"""What a figure can be, given its unit. Anything else is a mistake, or a sign of another column."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from wijkprofiel.configuration.definitions import CountRounding, IndicatorDefinition, Kind, Unit

Range = tuple[float, float]

MOST = 100_000_000
"""More than the country has of anything that is counted: people, dwellings, hectares."""

COUNTS: Range = (0, MOST)
EVERYTHING: Range = (-inf, inf)

ROUNDED_BY: Mapping[CountRounding, float] = {
    CountRounding.FIVES: 4,
    CountRounding.TENS: 10,
    CountRounding.NONE: 1,
}
"""How far a count may be from the true one: CBS rounds at random, to a five below or above."""

USUAL_DIFFERENCE = 0.02
"""Of a whole, what its parts may differ from it without anything being counted beside them."""

_RANGES: dict[Unit, Range] = {
    Unit.PERCENT: (0, 100),
    Unit.PER_HOUSEHOLD: (0, 20),
    Unit.PER_KM2: (0, 200_000),
    Unit.ADDRESSES_PER_KM2: (0, 100_000),
    Unit.KM: (0, 100),
    Unit.THOUSAND_EUR: (0, 20_000),
    Unit.SCHOOLS: (0, 500),
    Unit.CLASS: (1, 9),
}


def possible_range(definition: IndicatorDefinition) -> Range:
    """Lowest and highest value that an indicator can have."""
    if definition.soort is Kind.CHANGE:
        return (-100, inf)
    return _RANGES.get(definition.eenheid, COUNTS)


def rounding_of_sum(definition: IndicatorDefinition, parts: float) -> float:
    """How far a count of parts and that of their whole may lie apart by rounding alone."""
    source = definition.bron
    return ROUNDED_BY[source.afronding] * len(source.teller or (1,)) * (parts + 1)


def in_words(allowed: Range) -> str:
    """What was expected, for a message."""
    low, high = allowed
    return f"minstens {low:g}" if high >= MOST else f"tussen {low:g} en {high:g}"

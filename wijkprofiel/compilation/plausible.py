"""Refuse figures that cannot be: then a column is not what its name says."""

from __future__ import annotations

from math import inf

from wijkprofiel.compilation.ranges import COUNTS, Range, possible_range
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.edition.packing import Floats


def check_published(definition: IndicatorDefinition, column: str, values: Floats) -> None:
    """Refuse published figures outside what their unit allows.

    Raises:
        SourceChangedError: naming the column and the first impossible value.
    """
    _check(definition.id, column, values, possible_range(definition))


def check_counts(indicator: str, column: str, values: Floats) -> None:
    """Refuse negative counts.

    Raises:
        SourceChangedError: naming the column and the first impossible value.
    """
    _check(indicator, column, values, COUNTS)


def _check(indicator: str, column: str, values: Floats, allowed: Range) -> None:
    low, high = allowed
    wrong = values[(values < low) | (values > high)]
    if len(wrong):
        expected = f"minstens {low:g}" if high == inf else f"tussen {low:g} en {high:g}"
        raise SourceChangedError(
            f"Indicator {indicator}: kolom {column} heeft {len(wrong)} onmogelijke waarden, zoals"
            f" {float(wrong[0]):g} (verwacht: {expected}).",
            remedy="Controleer of de kolom nog hetzelfde onderwerp heeft.",
        )

"""How each indicator of an edition was made: what a later edition may have made otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from wijkprofiel.compilation.figures import FigureColumn
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.fingerprint import rule_of
from wijkprofiel.edition.manifest import FigureRecipe


def recipes_of(
    indicators: Iterable[IndicatorDefinition], columns: Iterable[FigureColumn]
) -> dict[str, FigureRecipe]:
    """By indicator; one of which the tables have nothing has no topics."""
    topics = {column.figure.key.indicator: column.topics for column in columns}
    return {
        each.id: FigureRecipe(dict(topics.get(each.id, {})), each.definitie, rule_of(each))
        for each in indicators
    }

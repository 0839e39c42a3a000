"""How each indicator of an edition was made: what a later edition may have made otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from wijkprofiel.compilation.figures import FigureColumn, topics_of
from wijkprofiel.compilation.tables import JoinedTable
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.fingerprint import rule_of
from wijkprofiel.edition.manifest import FigureRecipe


def recipes_of(
    indicators: Iterable[IndicatorDefinition],
    columns: Iterable[FigureColumn],
    tables: Iterable[JoinedTable],
) -> dict[str, FigureRecipe]:
    """By indicator; one of which the tables have nothing has no topics."""
    by_name = {table.id: table for table in tables}
    origins = {
        column.figure.key.indicator: column.figure.origin
        for column in columns
        if column.figure.newest
    }

    def topics(definition: IndicatorDefinition) -> dict[str, str | None]:
        table = by_name.get(origins.get(definition.id) or "")
        return {} if table is None else topics_of(definition, table)

    return {
        each.id: FigureRecipe(topics(each), each.definitie, rule_of(each)) for each in indicators
    }

"""How each indicator of an edition was made: what a later edition may have made otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from wijkprofiel.compilation.figure_column import FigureColumn
from wijkprofiel.compilation.tables import JoinedTable
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.fingerprint import rule_of
from wijkprofiel.edition.manifest import FigureRecipe
from wijkprofiel.sources.tables import stem_of


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
        return {} if table is None else _topics(definition, table)

    return {
        each.id: FigureRecipe(topics(each), each.definitie, rule_of(each)) for each in indicators
    }


def _topics(definition: IndicatorDefinition, table: JoinedTable) -> dict[str, str | None]:
    """What a table itself calls what a figure is made of, with the titles that it gives.

    By keys without their numbers, which move when a table gets another column.
    """
    source = definition.bron
    single = source.onderwerp or source.verandering
    counts = [[each] for each in (*(source.teller or ()), *(source.noemer or ()))]
    found = [table.topic(each) for each in ([single] if single else counts)]
    return {stem_of(topic.key): topic.title for topic in found if topic is not None}

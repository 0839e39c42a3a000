"""How many areas have what: the figures of a status report, counted while compiling."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from wijkprofiel.compilation.figure_column import FigureColumn
from wijkprofiel.compilation.identity import Join
from wijkprofiel.compilation.tables import JoinedTable
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.edition.packing import Flags

Counted = dict[str, dict[str, int]]


def per_level(regions: pd.DataFrame, flags: Flags) -> dict[str, int]:
    """Number of flagged areas per level."""
    return {
        str(level): int(np.sum(flags & (regions["level"] == level).to_numpy()))
        for level in RegionLevel
    }


def coverage(
    indicators: Sequence[IndicatorDefinition],
    columns: Sequence[FigureColumn],
    regions: pd.DataFrame,
) -> Counted:
    """Per group of indicators: the areas with at least one of its newest figures."""
    groups = {indicator.id: indicator.bron.groep for indicator in indicators}
    flags: dict[str, Flags] = {}
    for column in columns:
        if column.figure.newest:
            group = groups[column.figure.key.indicator]
            flags[group] = ~np.isnan(column.values) | flags.get(group, False)
    return {group: per_level(regions, having) for group, having in flags.items()}


def left_out(tables: Sequence[JoinedTable], regions: pd.DataFrame) -> Counted:
    """Per table on another division: the areas whose figures were not joined."""
    return {
        table.id: per_level(regions, table.join == Join.OTHER_DIVISION)
        for table in tables
        if table.identity is not None
    }


def boundary_changed(tables: Sequence[JoinedTable], regions: pd.DataFrame) -> Counted:
    """Per table on another division: the areas joined although their land area differs."""
    return {
        table.id: per_level(regions, table.identity.changed)
        for table in tables
        if table.identity is not None
    }

"""The rows of an edition: everything of one gemeente together, as `store.area_figures` reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wijkprofiel.compilation.cleaning import Floats
from wijkprofiel.compilation.figures import GAP_STATUS, Column
from wijkprofiel.compilation.outlines import Outlines
from wijkprofiel.compilation.tables import JoinedTable
from wijkprofiel.domain.regions import NEDERLAND, RegionLevel, gemeente_code_of
from wijkprofiel.store.area_figures import shares
from wijkprofiel.store.packing import ColumnPool

Row = dict[str, Any]
Places = NDArray[np.intp]


def area_rows(
    regions: pd.DataFrame,
    columns: Sequence[Column],
    tables: Sequence[JoinedTable],
    outlines: Outlines | None,
) -> Iterator[tuple[str, Row]]:
    """One row per gemeente, and one for the country."""
    homes = np.array([gemeente_code_of(code) or NEDERLAND for code in regions.index])
    for home in np.unique(homes).tolist():
        places = np.flatnonzero(homes == home)
        group = regions.iloc[places]
        codes = group.index.tolist()
        row: Row = {
            "codes": codes,
            **_figures(columns, places),
            "b": _boundary_changes(codes, places, tables),
            "left_out": _left_out(codes, tables),
        }
        if outlines is not None:
            row["map"] = outlines.map_of(home, group.index[group["level"] == RegionLevel.WIJK])
        yield home, {name: part for name, part in row.items() if part}


def _figures(columns: Sequence[Column], places: Places) -> Row:
    pool = ColumnPool()
    row: Row = {"v": [], "n": {}, "x": {}, "l": {}, "s": {}}
    for slot, column in enumerate(columns):
        values = _plain(column.values[places])
        if column.counts is not None:
            parts, wholes = (_plain(part[places]) for part in column.counts)
            row["n"][str(slot)] = [pool.add(parts), pool.add(wholes)]
            if values == shares(parts, wholes, column.multiplier):
                row["x"][str(slot)] = column.multiplier
                values = []
        if column.limits is not None:
            row["l"][str(slot)] = [pool.add(_plain(part[places])) for part in column.limits]
        row["v"].append(pool.add(values) if any(value is not None for value in values) else None)
        if gaps := _gaps(column, places):
            row["s"][str(slot)] = gaps
    return {"columns": pool.columns, **row}


def _plain(values: Floats) -> list[float | None]:
    return [None if value != value else value for value in values.tolist()]


def _gaps(column: Column, places: Places) -> dict[str, list[int]]:
    """Places per reason; not for a figure that is empty for all, which says so itself."""
    if column.is_empty:
        return {}
    empty = np.flatnonzero(np.isnan(column.values[places]))
    if not len(empty):
        return {}
    gaps = column.gaps[places][empty]
    occurring = set(gaps.tolist())
    return {
        str(why): empty[gaps == gap].tolist() for gap, why in GAP_STATUS.items() if gap in occurring
    }


def _boundary_changes(
    codes: Sequence[str], places: Places, tables: Sequence[JoinedTable]
) -> dict[str, dict[str, list[int]]]:
    found: dict[str, dict[str, list[int]]] = {}
    for table in tables:
        if table.identity is None:
            continue
        here, there = table.identity.here_ha[places], table.identity.there_ha[places]
        for at in np.flatnonzero(table.identity.changed[places]).tolist():
            found.setdefault(codes[at], {})[table.id] = [int(here[at]), int(there[at])]
    return found


def _left_out(codes: Sequence[str], tables: Sequence[JoinedTable]) -> list[list[str]]:
    return [
        [code, table.id, table.identity.reasons[code]]
        for table in tables
        if table.identity is not None
        for code in codes
        if code in table.identity.reasons
    ]

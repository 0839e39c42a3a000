"""The rows of an edition: everything of one gemeente together, as `edition.area_figures` reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from wijkprofiel.compilation.cleaning import Flags, Floats
from wijkprofiel.compilation.figures import GAP_STATUS, Column, Pair
from wijkprofiel.compilation.outlines import Outlines
from wijkprofiel.compilation.tables import JoinedTable
from wijkprofiel.domain.regions import NEDERLAND, RegionLevel, gemeente_code_of
from wijkprofiel.edition.area_figures import shares
from wijkprofiel.edition.packing import ColumnPool, Groups, PackedColumn, Places

Row = dict[str, Any]


def area_rows(
    regions: pd.DataFrame,
    columns: Sequence[Column],
    tables: Sequence[JoinedTable],
    outlines: Outlines | None,
) -> Iterator[tuple[str, Row]]:
    """One row per gemeente, and one for the country."""
    groups = Groups.of([gemeente_code_of(code) or NEDERLAND for code in regions.index])
    packed = [_Packed.of(column, groups) for column in columns]
    for number, home in enumerate(groups.names):
        places = groups.places(number)
        group = regions.iloc[places]
        codes = group.index.tolist()
        row: Row = {
            "codes": codes,
            **_figures(packed, number, places),
            "b": _boundary_changes(codes, places, tables),
            "left_out": _left_out(codes, tables),
        }
        if outlines is not None:
            row["map"] = outlines.map_of(home, group.index[group["level"] == RegionLevel.WIJK])
        yield home, {name: part for name, part in row.items() if part}


@dataclass(frozen=True)
class _Packed:
    """A figure as it is kept.

    Attributes:
        follows: per group, whether the values follow from the counts exactly.
    """

    column: Column
    values: PackedColumn
    counts: tuple[PackedColumn, ...]
    limits: tuple[PackedColumn, ...]
    follows: Flags | None

    @classmethod
    def of(cls, column: Column, groups: Groups) -> _Packed:
        return cls(
            column,
            PackedColumn.of(column.values, groups),
            tuple(PackedColumn.of(part, groups) for part in column.counts or ()),
            tuple(PackedColumn.of(part, groups) for part in column.limits or ()),
            None if column.counts is None else groups.all_of(_follow(column, column.counts)),
        )


def _follow(column: Column, counts: Pair) -> Flags:
    """Whether a value is the share that its counts give."""
    parts, wholes = (_plain(part) for part in counts)
    computed = shares(parts, wholes, column.multiplier)
    pairs = zip(_plain(column.values), computed, strict=True)
    return np.array([value == share for value, share in pairs], dtype=np.bool_)


def _plain(values: Floats) -> list[float | None]:
    return [None if value != value else value for value in values.tolist()]


def _figures(packed: Sequence[_Packed], group: int, places: Places) -> Row:
    pool = ColumnPool()
    row: Row = {"v": [], "n": {}, "x": {}, "l": {}, "s": {}}
    for slot, figure in enumerate(packed):
        follows = figure.follows is not None and bool(figure.follows[group])
        if figure.counts:
            row["n"][str(slot)] = [pool.add(part.part(group)) for part in figure.counts]
        if follows:
            row["x"][str(slot)] = figure.column.multiplier
        if figure.limits:
            row["l"][str(slot)] = [pool.add(part.part(group)) for part in figure.limits]
        empty = follows or figure.values.is_empty(group)
        row["v"].append(None if empty else pool.add(figure.values.part(group)))
        if gaps := _gaps(figure.column, places):
            row["s"][str(slot)] = gaps
    return {"columns": pool.columns, **row}


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

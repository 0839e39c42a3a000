"""From joined tables to what an edition keeps of each area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from wijkprofiel.compilation.figure_column import ABSENCE_STATUS, FigureColumn
from wijkprofiel.compilation.outlines import Outlines
from wijkprofiel.compilation.putting_together import Composer, lengthened, parts_without
from wijkprofiel.compilation.tables import JoinedTable
from wijkprofiel.domain.editions import LeftOut
from wijkprofiel.domain.regions import NEDERLAND, RegionLevel, gemeente_code_of
from wijkprofiel.edition.area_rows import Row, StoredFigure, StoredRemarks, area_rows
from wijkprofiel.edition.packing import Places


def rows_of(
    regions: pd.DataFrame,
    columns: Sequence[FigureColumn],
    tables: Sequence[JoinedTable],
    outlines: Outlines | None,
    composer: Composer | None = None,
) -> Iterator[tuple[str, Row]]:
    """One row per gemeente, one for the country, and one for each composed area."""
    composed = [] if composer is None else [each.area.code for each in composer.areas]
    put_together = [] if composer is None else list(composer.figures())
    codes = [*regions.index.tolist(), *composed]

    def remarks(home: str, places: Places) -> StoredRemarks:
        if home in composed:
            lacking = parts_without(put_together, composed.index(home))
            return StoredRemarks({}, (), parts_without=lacking)
        group = regions.iloc[places]
        wijken = group.index[group["level"] == RegionLevel.WIJK]
        buurten = group.index[group["level"] == RegionLevel.BUURT]
        inside = group.index.tolist()
        return StoredRemarks(
            boundary_changes=_boundary_changes(inside, places, tables),
            left_out=_left_out(inside, tables),
            map=None if outlines is None else outlines.map_of(home, wijken),
            buurten={} if outlines is None else outlines.buurten_of(wijken, buurten),
        )

    homes = [gemeente_code_of(code) or NEDERLAND for code in regions.index] + composed
    longer = (
        [lengthened(*pair) for pair in zip(columns, put_together, strict=True)]
        if composed
        else columns
    )
    return area_rows(codes, homes, [_stored(column) for column in longer], remarks)


def _stored(column: FigureColumn) -> StoredFigure:
    return StoredFigure(
        values=column.values,
        gaps=column.gaps,
        reasons={int(gap): status for gap, status in ABSENCE_STATUS.items()},
        counts=column.counts,
        multiplier=column.multiplier,
        limits=column.limits,
        bases=column.bases,
        published=column.published,
    )


def _boundary_changes(
    codes: Sequence[str], places: Places, tables: Sequence[JoinedTable]
) -> dict[str, dict[str, tuple[int, int]]]:
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for table in tables:
        if table.identity is None:
            continue
        here, there = table.identity.here_ha[places], table.identity.there_ha[places]
        for at in np.flatnonzero(table.identity.changed[places]).tolist():
            found.setdefault(codes[at], {})[table.id] = (int(here[at]), int(there[at]))
    return found


def _left_out(codes: Sequence[str], tables: Sequence[JoinedTable]) -> list[LeftOut]:
    return [
        LeftOut(code, table.id, table.identity.reasons[code])
        for table in tables
        if table.identity is not None
        for code in codes
        if code in table.identity.reasons
    ]

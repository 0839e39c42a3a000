"""Writing the rows of an edition, as `edition.area_figures` reads them.

Figures come as whole arrays over all areas of the country; what goes into the row of one gemeente
is cut out of them here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wijkprofiel.domain.editions import LeftOut
from wijkprofiel.domain.observation import Basis, ValueStatus
from wijkprofiel.domain.outlines import GemeenteMap, Outline, WijkMap
from wijkprofiel.edition.area_figures import shares
from wijkprofiel.edition.packing import ColumnPool, Flags, Floats, Groups, PackedColumn, Places

Row = dict[str, Any]
Pair = tuple[Floats, Floats]


@dataclass(frozen=True)
class StoredFigure:
    """One figure of all areas, as it is kept.

    Attributes:
        values: NaN where there is none.
        gaps: per area the number of a reason; it only means something where there is no value.
        reasons: per number the status that it stands for; one that is left out is the figure's own.
        counts: numerators and denominators of a share computed from them.
        multiplier: what that share was multiplied with.
        limits: lower and upper limits that the source published.
        bases: per basis the areas whose figure is not simply that of the source.
        published: of those whose figure was put together from the wijken, the value and the counts
            that the source gives.
    """

    values: Floats
    gaps: NDArray[np.int8]
    reasons: Mapping[int, ValueStatus]
    counts: Pair | None = None
    multiplier: float = 100
    limits: Pair | None = None
    bases: Mapping[Basis, Flags] = field(default_factory=dict)
    published: tuple[Floats, Floats, Floats] | None = None


@dataclass(frozen=True)
class StoredRemarks:
    """What is kept of the areas of one gemeente beside their figures.

    Attributes:
        boundary_changes: per code and table on another division the land area (ha) here and there.
        left_out: figures that were not joined.
        map: outlines of its wijken.
        buurten: per code of a wijk the outlines of its buurten.
        parts_without: of a composed area per slot the share of the people behind a figure, and the
            codes of the parts without one.
    """

    boundary_changes: Mapping[str, Mapping[str, tuple[int, int]]]
    left_out: Sequence[LeftOut]
    map: GemeenteMap | None = None
    buurten: Mapping[str, WijkMap] = field(default_factory=dict)
    parts_without: Mapping[int, tuple[float, Sequence[str]]] = field(default_factory=dict)


Remarks = Callable[[str, Places], StoredRemarks]
"""What is kept beside the figures of the areas at these places, which are those of a gemeente."""


def area_rows(
    codes: Sequence[str], homes: Sequence[str], figures: Sequence[StoredFigure], remarks: Remarks
) -> Iterator[tuple[str, Row]]:
    """One row per gemeente, one for the country, and one for each composed area.

    Args:
        codes: of all areas.
        homes: per area the code in whose row it stands: its gemeente, the country, or itself.
        figures: in order of slot.
    """
    groups = Groups.of(homes)
    packed = [_Packed.of(figure, groups) for figure in figures]
    for number, home in enumerate(groups.names):
        places = groups.places(number)
        row: Row = {
            "codes": [codes[place] for place in places.tolist()],
            **_figures(packed, number, places),
            **_remarks(remarks(home, places)),
        }
        yield home, {name: part for name, part in row.items() if part}


@dataclass(frozen=True)
class _Packed:
    """A figure with its columns packed.

    Attributes:
        follows: per group, whether the values follow from the counts exactly.
    """

    figure: StoredFigure
    values: PackedColumn
    counts: tuple[PackedColumn, ...]
    limits: tuple[PackedColumn, ...]
    published: tuple[PackedColumn, ...]
    follows: Flags | None

    @classmethod
    def of(cls, figure: StoredFigure, groups: Groups) -> _Packed:
        return cls(
            figure,
            PackedColumn.of(figure.values, groups),
            tuple(PackedColumn.of(part, groups) for part in figure.counts or ()),
            tuple(PackedColumn.of(part, groups) for part in figure.limits or ()),
            tuple(PackedColumn.of(part, groups) for part in figure.published or ()),
            None if figure.counts is None else groups.all_of(_follow(figure, figure.counts)),
        )


def _follow(figure: StoredFigure, counts: Pair) -> Flags:
    """Whether a value is the share that its counts give, or its absence has a reason of its own."""
    parts, wholes = (_plain(part) for part in counts)
    computed = shares(parts, wholes, figure.multiplier)
    pairs = zip(_plain(figure.values), computed, strict=True)
    same = np.array([value == share for value, share in pairs], dtype=np.bool_)
    if np.isnan(figure.values).all():  # then no reasons are kept
        return same
    told = np.isin(figure.gaps, list(figure.reasons)) & np.isnan(figure.values)
    return np.asarray(same | told, dtype=np.bool_)


def _plain(values: Floats) -> list[float | None]:
    return [None if value != value else value for value in values.tolist()]


def _figures(packed: Sequence[_Packed], group: int, places: Places) -> Row:
    pool = ColumnPool()
    row: Row = {"v": [], "n": {}, "x": {}, "l": {}, "s": {}, "w": {}, "p": {}}
    for slot, item in enumerate(packed):
        follows = item.follows is not None and bool(item.follows[group])
        if item.counts:
            row["n"][str(slot)] = [pool.add(part.part(group)) for part in item.counts]
        if follows:
            row["x"][str(slot)] = item.figure.multiplier
        if item.limits:
            row["l"][str(slot)] = [pool.add(part.part(group)) for part in item.limits]
        empty = follows or item.values.is_empty(group)
        row["v"].append(None if empty else pool.add(item.values.part(group)))
        if gaps := _gaps(item.figure, places):
            row["s"][str(slot)] = gaps
        if bases := _bases(item.figure, places):
            row["w"][str(slot)] = bases
        if item.published and str(Basis.FROM_WIJKEN) in bases:
            row["p"][str(slot)] = [pool.add(part.part(group)) for part in item.published]
    return {"columns": pool.columns, **row}


def _gaps(figure: StoredFigure, places: Places) -> dict[str, list[int]]:
    """Places per reason; not for a figure that is empty for all, which says so itself."""
    if np.isnan(figure.values).all():
        return {}
    empty = np.flatnonzero(np.isnan(figure.values[places]))
    if not len(empty):
        return {}
    gaps = figure.gaps[places][empty]
    occurring = set(gaps.tolist())
    return {
        str(status): empty[gaps == gap].tolist()
        for gap, status in figure.reasons.items()
        if gap in occurring
    }


def _bases(figure: StoredFigure, places: Places) -> dict[str, list[int]]:
    found = {
        str(basis): np.flatnonzero(flags[places]).tolist() for basis, flags in figure.bases.items()
    }
    return {basis: at for basis, at in found.items() if at}


def _remarks(remarks: StoredRemarks) -> Row:
    return {
        "b": {
            code: {table: list(areas) for table, areas in tables.items()}
            for code, tables in remarks.boundary_changes.items()
        },
        "left_out": [[item.code, item.origin, item.reason] for item in remarks.left_out],
        **({} if remarks.map is None else {"map": _map(remarks.map, wijken=remarks.map.wijken)}),
        "buurten": {
            code: _map(drawn, buurten=drawn.buurten) for code, drawn in remarks.buurten.items()
        },
        "u": {
            str(slot): [covered, list(codes)]
            for slot, (covered, codes) in remarks.parts_without.items()
        },
    }


def _map(drawn: GemeenteMap | WijkMap, **parts: Sequence[Outline]) -> Row:
    return {
        "year": drawn.year,
        "outer": _outline(drawn.outer),
        **{name: [_outline(part) for part in outlines] for name, outlines in parts.items()},
        "outer_match": drawn.outer_match,
        "matches": dict(drawn.matches),
    }


def _outline(outline: Outline) -> Row:
    return {"code": outline.code, "name": outline.name, "rings": outline.rings}

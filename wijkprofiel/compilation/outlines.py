"""Outlines for the map: simplified so that neighbours keep sharing their border.

All wijken of the country are simplified as one coverage, because simplifying them one by one
opens gaps between neighbours. Where they do not fit together to begin with, they are made to
(`compilation/fitting.py`). A gemeente is the union of its wijken, so that the borders coincide.

Buurten are drawn on a map of their wijk: those of one wijk are simplified as one coverage, to what
can be seen at that size, and the wijk on that map is their union.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
import shapely

from wijkprofiel.compilation.cleaning import clean_codes, clean_text
from wijkprofiel.compilation.fitting import fit
from wijkprofiel.compilation.identity import Identity, Join
from wijkprofiel.domain.map_flaws import some, told
from wijkprofiel.domain.outlines import GemeenteMap, Outline, OutlineMatch, Ring, WijkMap
from wijkprofiel.domain.regions import RegionLevel, gemeente_code_of, level_of, wijk_code_of
from wijkprofiel.sources.tables import SourceTable

_SMALLEST_RING = 4  # three corners and the first one again
_PART_OF_SIDE = 1 / 300
"""Of the longer side of a wijk: a third of a millimetre on a map of ten centimetres."""
_FEWEST = 2
"""Buurten; one alone is the wijk itself."""


@dataclass(frozen=True)
class Outlines:
    """Simplified outlines of one division, and whether they still fit the edition's areas.

    Attributes:
        year: division of the outlines.
        names: by code, as the outlines' source writes them.
        wijken: geometry by code of the wijk.
        buurten: the same of buurten, not simplified yet.
        matches: by code of the edition's region.
        notes: in Dutch, what was mended so that it can be drawn.
        lacks: in Dutch, which areas of the map have no outline, and why.
    """

    year: int
    names: pd.Series[str]
    wijken: pd.Series[Any]
    buurten: pd.Series[Any]
    matches: Mapping[str, OutlineMatch]
    is_simplified: bool
    notes: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()

    def map_of(self, gemeente: str, wijken: Iterable[str]) -> GemeenteMap | None:
        """The map of a gemeente; None if it has no wijken here.

        Args:
            gemeente: code of the gemeente.
            wijken: codes of its wijken on the edition's division.
        """
        own = self.wijken[self.wijken.index.str.startswith("WK" + gemeente.removeprefix("GM"))]
        return None if own.empty else self._map(gemeente, own, wijken)

    def _map(self, gemeente: str, own: pd.Series[Any], wijken: Iterable[str]) -> GemeenteMap:
        return GemeenteMap(
            year=self.year,
            outer=self._outline(gemeente, _union(own.to_numpy())),
            wijken=tuple(self._outline(str(code), shape) for code, shape in own.items()),
            outer_match=self.matches[gemeente],
            matches={code: self.matches[code] for code in wijken},
        )

    def buurten_of(self, wijken: Iterable[str], buurten: Iterable[str]) -> dict[str, WijkMap]:
        """The map of each wijk that is drawn with two buurten or more.

        Args:
            wijken, buurten: codes of those of one gemeente on the edition's division.
        """
        inside: dict[str, list[str]] = {}
        for code in buurten:
            inside.setdefault(str(wijk_code_of(code)), []).append(code)
        found = {wijk: self._buurt_map(wijk, inside.get(wijk, [])) for wijk in wijken}
        return {wijk: drawn for wijk, drawn in found.items() if drawn is not None}

    def _buurt_map(self, wijk: str, buurten: Iterable[str]) -> WijkMap | None:
        own = self._drawn_by_wijk.get(wijk)
        if own is None or len(own) < _FEWEST:
            return None
        shapes = self._simplified(fit(own).shapes)
        return WijkMap(
            year=self.year,
            outer=self._outline(wijk, _union(shapes.to_numpy())),
            buurten=tuple(self._outline(str(code), shape) for code, shape in shapes.items()),
            outer_match=self.matches[wijk],
            matches={code: self.matches[code] for code in buurten},
        )

    @cached_property
    def _drawn_by_wijk(self) -> dict[str, pd.Series[Any]]:
        homes = self.buurten.index.to_series().map(wijk_code_of)
        return {str(wijk): own for wijk, own in self.buurten.groupby(homes)}

    def _simplified(self, own: pd.Series[Any]) -> pd.Series[Any]:
        if not self.is_simplified:
            return own
        left, bottom, right, top = shapely.total_bounds(own.to_numpy())
        return simplify(own, _PART_OF_SIDE * max(right - left, top - bottom))

    def _outline(self, code: str, shape: Any) -> Outline:
        return Outline(code, self.names.get(code, code), rings_of(shape))


def outlines_of(
    source: SourceTable, identity: Identity | None, regions: pd.DataFrame, tolerance: float
) -> Outlines:
    """Simplify the outlines of a table and match them with the edition's areas.

    Args:
        identity: on another division, which areas are the same; None on the same division.
        tolerance: in metres, for the map of a gemeente; 0 leaves every outline as it is.
    """
    assert source.outlines is not None  # the caller has checked it
    frame = source.outlines
    frame = frame.assign(code=clean_codes(frame["code"]), name=clean_text(frame["name"]))
    frame, notes = _known(frame, regions if identity is None else None)
    wijken = fit(_shapes(frame, RegionLevel.WIJK))
    left_out = [remark for remark in source.map_remarks if remark.flaw.left_out]
    mended = [remark for remark in source.map_remarks if not remark.flaw.left_out]
    return Outlines(
        year=source.origin.division,
        names=frame.set_index("code")["name"],
        wijken=simplify(wijken.shapes, tolerance),
        buurten=_shapes(frame, RegionLevel.BUURT),
        matches=_matches_by_code(identity, regions, frame["code"], wijken.shapes.index),
        is_simplified=tolerance > 0,
        notes=(*told(mended), *notes, *wijken.notes),
        lacks=tuple(told(left_out)),
    )


def _known(frame: pd.DataFrame, regions: pd.DataFrame | None) -> tuple[pd.DataFrame, list[str]]:
    """The outlines of areas that there are: on the division of the edition it knows all of them.

    Args:
        regions: None on another division, which may have other areas.
    """
    if regions is None:
        return frame, []
    known = frame["code"].isin(regions.index)
    unknown = [" ".join(each) for each in frame.loc[~known, ["code", "name"]].to_numpy()]
    if not unknown:
        return frame, []
    return frame[known], [f"niet in de kerntabel, en dus niet op de kaart: {some(unknown)}"]


def _shapes(frame: pd.DataFrame, level: RegionLevel) -> pd.Series[Any]:
    """The geometry of one level, in order of code."""
    rows = frame[frame["code"].map(level_of) == level].set_index("code").sort_index()
    return pd.Series(shapely.from_wkb(rows["wkb"].to_numpy()), index=rows.index, dtype=object)


def _matches_by_code(
    identity: Identity | None, regions: pd.DataFrame, codes: pd.Series[str], wijken: Iterable[str]
) -> dict[str, OutlineMatch]:
    """Per region of the edition whether its outline may stand for it.

    Args:
        codes: of all outlines of the source.
        wijken: of those that are drawn; a gemeente is drawn by its wijken.
    """
    drawn = set(wijken)
    found = drawn | {gemeente_code_of(code) for code in drawn}
    found |= {code for code in codes if level_of(code) is RegionLevel.BUURT}
    same: list[OutlineMatch] = [OutlineMatch.SAME] * len(regions)
    matches = same if identity is None else _matches(identity)
    return {
        code: match if code in found else OutlineMatch.NO_OUTLINE
        for code, match in zip(regions.index, matches, strict=True)
    }


def simplify(shapes: pd.Series[Any], tolerance: float) -> pd.Series[Any]:
    """Simplify wijken as one coverage; those of a gemeente that is no coverage stay as they are."""
    gemeenten = shapes.index.to_series().map(gemeente_code_of)
    sound = shapes.groupby(gemeenten).transform(_is_coverage).astype(bool)
    simple = shapes.copy()
    # Gemeenten that fit in themselves may still overlap each other; then each is done alone.
    parts = (
        [shapes[sound]]
        if _is_coverage(shapes[sound])
        else [group for _, group in shapes[sound].groupby(gemeenten[sound])]
    )
    for part in parts:
        simple[part.index] = shapely.coverage_simplify(part.to_numpy(), tolerance)
    return simple


def _is_coverage(shapes: pd.Series[Any]) -> bool:
    return bool(shapely.coverage_is_valid(shapes.to_numpy()))


def _union(shapes: Any) -> Any:
    if shapely.coverage_is_valid(shapes):
        return shapely.coverage_union_all(shapes)
    return shapely.union_all(shapes)


def rings_of(shape: Any) -> tuple[Ring, ...]:
    """All closed rings in whole metres, holes included; what collapses to a line is left out."""
    polygons = shapely.get_parts(shape)
    lines = shapely.get_rings(polygons)
    rings = [_whole_metres(line) for line in lines]
    return tuple(ring for ring in rings if len(ring) >= _SMALLEST_RING)


def _whole_metres(line: Any) -> Ring:
    points = np.rint(shapely.get_coordinates(line)).astype(int)
    moved = np.any(np.diff(points, axis=0) != 0, axis=1)
    return tuple((x, y) for x, y in points[np.concatenate([[True], moved])].tolist())


def _matches(identity: Identity) -> list[OutlineMatch]:
    joined = identity.join == Join.JOINED
    return list(
        np.select(
            [joined & identity.changed, joined, identity.known],
            [OutlineMatch.BOUNDARY_CHANGED, OutlineMatch.SAME, OutlineMatch.OTHER_AREA],
            OutlineMatch.NO_OUTLINE,
        )
    )

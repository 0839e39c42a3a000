"""The shapes of a map: one reader for the files and services that have one.

Shapes come as GeoJSON, in the Dutch grid (EPSG:28992) or in degrees, which are converted. What is
wrong with the shape of one area is mended or left out and told; a map of which most is wrong is no
map, and is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape

from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.domain.improbable import too_many
from wijkprofiel.domain.map_flaws import MapFlaw, MapRemark
from wijkprofiel.domain.regions import gemeente_code_of

GRID = "EPSG:28992"
_DEGREES = "OGC:CRS84"
_ARE_DEGREES = ("CRS84", "4326", "4258", "CRS84H")
"""Ends of the names of systems in degrees; those that are in use here lie within a metre."""

_NETHERLANDS = shapely.box(0, 290_000, 300_000, 640_000)
"""The country lies within this on the Dutch grid."""

_DEGREES_AROUND = (-180.0, -90.0, 180.0, 90.0)
"""Metres on the Dutch grid are never this small."""
_SWAPPED_DEGREES = (50.0, 3.0, 54.0, 8.0)
"""The country, with the latitude first."""
_SMALLEST = 1.0
"""Square metres; the smallest buurt is ten thousand times as large."""
SLIVER = 100.0
"""Square metres: a part or a hole of ten by ten metres cannot be seen on a map."""

_MOST_LEFT_OUT = 0.1
"""Part of the areas of a map that may have no usable shape."""

_ABROAD = frozenset({"GM0997", "GM0998", "GM0999"})
"""What CBS calls the gemeente of areas abroad, and of what it cannot place."""

_WATER = frozenset({"ja", "b", "true", "1"})
"""How maps write that an area is water, or lies abroad (`B`)."""

_PLACE = re.compile(r"\[(-?[\d.]+(?:e[+-]?\d+)?) (-?[\d.]+(?:e[+-]?\d+)?)")
_UNREADABLE = (ShapelyError, ValueError, TypeError, KeyError, AttributeError, IndexError)

Refusal = Callable[[str], SourceChangedError]
"""Makes the error of a source for what is wrong with its map as a whole."""


def is_no_land(code: str, water: object = None) -> bool:
    """Whether an area is water or lies abroad, by its code or by what the map says of it."""
    return str(water).strip().lower() in _WATER or gemeente_code_of(code) in _ABROAD


@dataclass(frozen=True)
class ShapeReader:
    """Reads the shapes of one map.

    Attributes:
        refuse: makes the error for a map that cannot be used.
        remarks: what was found so far.
    """

    refuse: Refusal
    remarks: list[MapRemark] = field(default_factory=list)

    def read(
        self,
        geometries: Sequence[object],
        labels: Sequence[tuple[str, str]],
        grid: str | None = None,
    ) -> list[Any]:
        """Per area its shape on the Dutch grid, without anything that is no surface.

        Args:
            geometries: GeoJSON of each, as it came.
            labels: code and name of each.
            grid: the name of the coordinate system, as the map gives it; None where it does not.

        Returns:
            Polygons and multipolygons; None of an area that has no usable shape.

        Raises:
            SourceChangedError: if the coordinate system is not one that we read.
        """
        parsed = [_parsed(geometry) for geometry in geometries]
        placed = self._on_the_grid(parsed, grid)
        self._tell_empty(placed, labels)
        return [
            None if one is None else self._mended(one, *label)
            for one, label in zip(placed, labels, strict=True)
        ]

    def _on_the_grid(self, shapes: list[Any], grid: str | None) -> list[Any]:
        """The same in metres of the Dutch grid."""
        known = np.array([each for each in shapes if each is not None], dtype=object)
        in_degrees = len(known) > 0 and _lie_in(known, _DEGREES_AROUND)
        said = (grid or "").rstrip("/").upper()
        says_degrees = said.endswith(_ARE_DEGREES)
        if said and not says_degrees and not said.endswith(GRID[-5:]):
            raise self.refuse(f"coördinaten in {grid} in plaats van {GRID}")
        if says_degrees and len(known) and not in_degrees:
            raise self.refuse(
                f"coördinaten in {grid} in plaats van {GRID}, terwijl het geen graden zijn"
            )
        if in_degrees and _lie_in(known, _SWAPPED_DEGREES):
            raise self.refuse("ligt niet in Nederland; breedte en lengte lijken verwisseld")
        if not in_degrees:
            return shapes
        moved = geopandas.GeoSeries(shapes, crs=_DEGREES).to_crs(GRID)
        return [one if _is_drawn(one) else None for one in moved]

    def _mended(self, drawn: Any, code: str, name: str) -> Any:
        """A shape of surfaces only, valid, without slivers; None if nothing is left."""

        def tell(flaw: MapFlaw, place: tuple[float, float] | None) -> None:
            at = None if place is None else (round(place[0]), round(place[1]))
            self.remarks.append(MapRemark(flaw, code, name, at))

        parts = list(_parts(drawn))
        if not any(part.geom_type == "Polygon" for part in parts):
            return None
        surfaces, other = _surfaces(parts)
        if other is not None:
            tell(MapFlaw.LINES, _middle(other))
        if not surfaces.is_valid:
            tell(MapFlaw.CROSSING, _crossing(surfaces))
            surfaces = _valid(surfaces)
        clean, sliver = _without_slivers(surfaces)
        if sliver is not None:
            tell(MapFlaw.SLIVERS, _middle(sliver))
        if clean.area < _SMALLEST:
            tell(MapFlaw.TOO_SMALL, None if drawn.is_empty else _middle(drawn))
            return None
        if not clean.within(_NETHERLANDS):
            tell(MapFlaw.OUTSIDE, _middle(clean))
            return None
        return clean

    def _tell_empty(self, shapes: list[Any], labels: Sequence[tuple[str, str]]) -> None:
        """What has no surface at all: nothing, a line or a point."""
        for drawn, (code, name) in zip(shapes, labels, strict=True):
            if drawn is None:
                self.remarks.append(MapRemark(MapFlaw.NO_SURFACE, code, name))
            elif not any(part.geom_type == "Polygon" for part in _parts(drawn)):
                place = _middle(drawn)
                at = (round(place[0]), round(place[1]))
                self.remarks.append(MapRemark(MapFlaw.NO_SURFACE, code, name, at))

    def check(self, number: int) -> None:
        """Refuse a map of which too much was left out.

        Args:
            number: of all areas that were read.

        Raises:
            SourceChangedError: if a tenth of them has no usable shape, or all of them.
        """
        lost = [remark for remark in self.remarks if remark.flaw.left_out]
        if len(lost) < number and not too_many(len(lost), number, _MOST_LEFT_OUT):
            return
        first = lost[0]
        many = f"{len(lost)} van de {number} gebieden"
        if first.flaw is MapFlaw.OUTSIDE:
            raise self.refuse(
                f"ligt niet in Nederland op het stelsel {GRID}: {many}, zoals"
                f" {first}{_hint(first.place)}"
            )
        what = "zonder vlak" if first.flaw is MapFlaw.NO_SURFACE else "zonder oppervlakte"
        raise self.refuse(f"{many} {what}, zoals {first}")

    def join(self, rows: pd.DataFrame, code: str, name: str, shape_column: str) -> pd.DataFrame:
        """Areas that come in pieces as one row each.

        Args:
            rows: with the shapes that were read.
            code, name, shape_column: its columns.

        Raises:
            SourceChangedError: if a code occurs twice for what are no pieces of one area.
        """
        codes = rows[code].astype(str).str.strip()
        if not codes.duplicated().any():
            return rows
        shapes = dict(zip(codes, rows[shape_column], strict=True))
        for twice in codes[codes.duplicated()].unique():
            pieces = rows[codes == twice]
            self._check_pieces(pieces, f"{twice} {pieces[name].iloc[0]}".strip(), shape_column)
            self.remarks.append(MapRemark(MapFlaw.PIECES, twice, str(pieces[name].iloc[0])))
            whole = shapely.union_all(pieces[shape_column].dropna().to_numpy())
            shapes[twice] = None if whole.is_empty else whole
        kept = rows[~codes.duplicated()]
        return kept.assign(**{shape_column: pd.Series(shapes, dtype=object).to_numpy()})

    def _check_pieces(self, pieces: pd.DataFrame, what: str, shape_column: str) -> None:
        """Pieces of one area have all in common but their shape."""
        where = " en ".join(str(place) for place in pieces.index[:2])
        if len(pieces.drop(columns=shape_column).astype(str).drop_duplicates()) > 1:
            raise self.refuse(f"{what} staat er dubbel op (vorm {where}), met andere gegevens")
        shapes = [one.normalize().wkb for one in pieces[shape_column].dropna()]
        if len(set(shapes)) < len(shapes):
            raise self.refuse(f"{what} staat er dubbel op (vorm {where}), twee keer hetzelfde")


def _parsed(geometry: object) -> Any:
    """A shape; None where there is none, or it cannot be read."""
    try:
        found = shapely.force_2d(shape(geometry))
    except _UNREADABLE:
        return None
    return found if _is_drawn(found) else None


def _is_drawn(one: Any) -> bool:
    """Whether there is something to draw, at places that exist."""
    coordinates = shapely.get_coordinates(one)
    return len(coordinates) > 0 and bool(np.isfinite(coordinates).all())


def _lie_in(shapes: Any, around: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = shapely.total_bounds(shapes)
    west, south, east, north = around
    return bool(left >= west and bottom >= south and right <= east and top <= north)


def _parts(drawn: Any) -> Iterator[Any]:
    """Polygons, lines and points, however they were put together."""
    for part in shapely.get_parts(drawn):
        if part.geom_type in ("Polygon", "LineString", "LinearRing", "Point"):
            yield from () if part.is_empty else (part,)
        else:
            yield from _parts(part)


def _surfaces(parts: Sequence[Any]) -> tuple[Any, Any]:
    """All polygons as one shape, and the first part that is none."""
    polygons = [part for part in parts if part.geom_type == "Polygon"]
    other = next((part for part in parts if part.geom_type != "Polygon"), None)
    return _joined(polygons), other


def _joined(polygons: Sequence[Any]) -> Any:
    return polygons[0] if len(polygons) == 1 else shapely.multipolygons(polygons)


def _valid(surfaces: Any) -> Any:
    """Rings that cross made to surfaces; a hole stays a hole, what collapses is left out."""
    mended = shapely.make_valid(surfaces, method="structure", keep_collapsed=False)
    # It can give surfaces that share a side, and those are no valid shape together.
    whole = shapely.union_all([part for part in _parts(mended) if part.geom_type == "Polygon"])
    polygons = [part for part in _parts(whole) if part.geom_type == "Polygon"]
    return _joined(polygons) if polygons else shapely.Polygon()


def _without_slivers(surfaces: Any) -> tuple[Any, Any]:
    """A shape without its smallest parts and holes, and the first of those."""
    polygons = list(_parts(surfaces))
    large = [each for each in polygons if each.area >= SLIVER]
    slivers = [each for each in polygons if large and each.area < SLIVER]
    whole = []
    for polygon in large or polygons:
        holes = [shapely.Polygon(line) for line in polygon.interiors]
        small = [hole for hole in holes if hole.area < SLIVER]
        slivers += small
        kept = [hole.exterior for hole in holes if hole.area >= SLIVER]
        whole.append(shapely.Polygon(polygon.exterior, kept) if small else polygon)
    if not slivers:
        return surfaces, None
    clean = _joined(whole)
    # What lay in a hole that is gone lies in the area itself now.
    return clean if clean.is_valid else _valid(clean), slivers[0]


def _crossing(surfaces: Any) -> tuple[float, float]:
    """Where a ring crosses itself or another one."""
    found = _PLACE.search(shapely.is_valid_reason(surfaces))
    return (float(found[1]), float(found[2])) if found else _middle(surfaces)


def _middle(drawn: Any) -> tuple[float, float]:
    left, bottom, right, top = drawn.bounds
    return (left + right) / 2, (bottom + top) / 2


def _hint(place: tuple[int, int] | None) -> str:
    """What it looks like, where that can be told."""
    if place is None or not shapely.Point(place[1], place[0]).within(_NETHERLANDS):
        return ""
    return "; x en y lijken verwisseld"

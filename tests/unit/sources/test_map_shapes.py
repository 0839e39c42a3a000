"""The one reader of shapes: what is mended, what is left out, and what is no map at all."""

from __future__ import annotations

from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from tests.support.odata_server.dutch_grid import to_lonlat
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.domain.map_flaws import MapFlaw, MapRemark, told
from wijkprofiel.sources.map_shapes import ShapeReader, is_no_land

X, Y = 155_000, 463_000


def ring(left: float, bottom: float, side: float = 1000) -> list[list[float]]:
    right, top = left + side, bottom + side
    return [[left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]]


SQUARE = {"type": "Polygon", "coordinates": [ring(X, Y)]}
HOLE = {"type": "Polygon", "coordinates": [ring(X, Y), ring(X + 400, Y + 400, 200)]}
BOWTIE = {
    "type": "Polygon",
    "coordinates": [[[X, Y], [X + 1000, Y + 1000], [X + 1000, Y], [X, Y + 1000], [X, Y]]],
}
LINE = {"type": "LineString", "coordinates": [[X, Y], [X + 5, Y + 5]]}
POINT = {"type": "Point", "coordinates": [X, Y]}


def refusal(problem: str) -> SourceChangedError:
    return SourceChangedError(problem, remedy="Pas de kaart aan.")


def read(*geometries: object, grid: str | None = None) -> tuple[list[Any], list[MapRemark]]:
    """What is read beside nine whole areas, so that one is no tenth of the map."""
    reader = ShapeReader(refusal)
    asked = [*geometries, *[SQUARE] * 19]
    labels = [(f"WK0001{number:02}", f"Wijk {number}") for number in range(len(asked))]
    found = reader.read(asked, labels, grid)
    reader.check(len(found))
    return found[: len(geometries)], reader.remarks


def read_alone(geometry: object, grid: str | None) -> None:
    reader = ShapeReader(refusal)
    reader.read([geometry], [("WK000101", "Oud")], grid)
    reader.check(1)


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        {},
        [],
        "POLYGON",
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[[1]]]},
        {"type": "Polygon", "coordinates": [["x", "y"]]},
        {"type": "Polygon", "coordinates": [[[float("nan"), Y], [X, Y], [X, 1], [X, Y]]]},
        {"type": "MultiPolygon", "coordinates": []},
        {"type": "GeometryCollection", "geometries": []},
        {"type": "Kaart", "coordinates": [X, Y]},
    ],
)
def test_what_is_no_shape_is_left_out_and_told(geometry: object) -> None:
    found, remarks = read(geometry)
    assert found == [None]
    assert remarks == [MapRemark(MapFlaw.NO_SURFACE, "WK000100", "Wijk 0")]


@pytest.mark.parametrize("geometry", [POINT, LINE, {**LINE, "type": "MultiPoint"}])
def test_lines_and_points_are_no_area_and_told_with_their_place(geometry: dict[str, Any]) -> None:
    (found,), (remark,) = read(geometry)
    assert found is None
    assert remark.flaw is MapFlaw.NO_SURFACE
    assert remark.place is not None
    assert remark.place[0] in range(X, X + 6)


def test_lines_beside_a_surface_are_left_out() -> None:
    (found,), (remark,) = read({"type": "GeometryCollection", "geometries": [SQUARE, LINE, POINT]})
    assert found.equals(shapely.box(X, Y, X + 1000, Y + 1000))
    assert str(remark) == f"WK000100 Wijk 0 bij {X + 2}, {Y + 2}"
    assert remark.flaw is MapFlaw.LINES


def test_a_ring_that_crosses_itself_becomes_the_surfaces_that_it_is() -> None:
    (found,), (remark,) = read(BOWTIE)
    assert found.is_valid
    assert found.area == pytest.approx(500_000)
    assert remark == MapRemark(MapFlaw.CROSSING, "WK000100", "Wijk 0", (X + 500, Y + 500))


def test_slivers_are_left_out_and_so_are_holes_of_that_size() -> None:
    shape = {
        "type": "MultiPolygon",
        "coordinates": [[ring(X, Y), ring(X + 100, Y + 100, 9)], [ring(X + 2000, Y, 9)]],
    }
    (found,), (remark,) = read(shape)
    assert found.equals(shapely.box(X, Y, X + 1000, Y + 1000))
    assert remark.flaw is MapFlaw.SLIVERS


def test_a_hole_that_can_be_seen_stays_a_hole_and_is_nothing_odd() -> None:
    (found,), remarks = read(HOLE)
    assert found.area == 1_000_000 - 40_000
    assert remarks == []


def test_an_area_that_is_one_sliver_stays() -> None:
    (found,), remarks = read({"type": "Polygon", "coordinates": [ring(X, Y, 8)]})
    assert found.area == 64
    assert remarks == []


def test_less_than_a_square_metre_is_no_area() -> None:
    found, (remark,) = read({"type": "Polygon", "coordinates": [ring(X, Y, 0.5)]})
    assert found == [None]
    assert remark.flaw is MapFlaw.TOO_SMALL


def test_heights_are_left_out() -> None:
    high = {"type": "Polygon", "coordinates": [[[*point, 3.5] for point in ring(X, Y)]]}
    (found,), remarks = read(high)
    assert (found.has_z, remarks) == (False, [])


def test_one_area_outside_the_country_is_left_out_with_its_place() -> None:
    found, (remark,) = read({"type": "Polygon", "coordinates": [ring(X + 900_000, Y)]})
    assert found == [None]
    assert remark == MapRemark(MapFlaw.OUTSIDE, "WK000100", "Wijk 0", (X + 900_500, Y + 500))


DEGREES = {"type": "Polygon", "coordinates": [[to_lonlat((x, y)) for x, y in ring(X, Y)]]}


@pytest.mark.parametrize("grid", [None, "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"])
def test_degrees_become_metres(grid: str | None) -> None:
    reader = ShapeReader(refusal)
    (found,) = reader.read([DEGREES], [("WK000101", "Oud")], grid)
    assert found.bounds == pytest.approx((X, Y, X + 1000, Y + 1000), abs=2)
    assert reader.remarks == []


@pytest.mark.parametrize(
    ("geometry", "grid", "says"),
    [
        (SQUARE, "urn:ogc:def:crs:EPSG::3857", "coördinaten in urn:ogc:def:crs:EPSG::3857"),
        (SQUARE, "EPSG:4326", "terwijl het geen graden zijn"),
        (
            {"type": "Polygon", "coordinates": [ring(52.15, 5.38, 0.01)]},
            None,
            "breedte en lengte lijken verwisseld",
        ),
        ({"type": "Polygon", "coordinates": [ring(Y, X)]}, None, "x en y lijken verwisseld"),
        ({"type": "Polygon", "coordinates": [ring(X * 10, Y)]}, None, "ligt niet in Nederland"),
        (POINT, None, "1 van de 1 gebieden zonder vlak, zoals WK000101 Oud"),
        (None, None, "1 van de 1 gebieden zonder vlak, zoals WK000101 Oud"),
    ],
)
def test_what_is_no_map_is_refused_with_code_and_reason(
    geometry: object, grid: str | None, says: str
) -> None:
    with pytest.raises(SourceChangedError) as caught:
        read_alone(geometry, grid)
    assert says in caught.value.message


def test_a_map_of_which_more_than_a_tenth_is_gone_is_no_map() -> None:
    assert read(None, None)[0] == [None, None]
    with pytest.raises(SourceChangedError, match="3 van de 22 gebieden zonder vlak"):
        read(None, None, None)


@pytest.mark.parametrize(
    ("code", "water", "no_land"),
    [
        ("WK000101", None, False),
        ("WK000101", "NEE", False),
        ("WK000199", "JA", True),
        ("GM0001", "ja", True),
        ("WK000199", True, True),
        ("WK000101", False, False),
        ("BU00010101", "B", True),
        ("WK099899", None, True),
        ("GM0998", None, True),
    ],
)
def test_water_and_abroad_are_known_by_mark_or_code(
    code: str, water: object, no_land: bool
) -> None:
    assert is_no_land(code, water) is no_land


def test_each_flaw_is_one_line_with_the_first_areas_and_their_number() -> None:
    remarks = [MapRemark(MapFlaw.CROSSING, f"WK{n:06}", "Wijk", (1, 2)) for n in range(13)]
    remarks.append(MapRemark(MapFlaw.NO_SURFACE, "WK000199", "Zonder"))
    first, second = told(remarks)
    assert first == "één gebied zonder vlak, en dus niet op de kaart: WK000199 Zonder"
    assert second.startswith(
        "13 gebieden met een rand die zichzelf kruist; hersteld: WK000000 Wijk"
    )
    assert second.endswith("; en nog 3")


POINTS = st.tuples(st.integers(0, 60), st.integers(0, 60))


@given(st.lists(POINTS, min_size=3, max_size=9))
def test_whatever_is_drawn_comes_out_valid_or_not_at_all(corners: list[tuple[int, int]]) -> None:
    path = [[X + 20 * x, Y + 20 * y] for x, y in [*corners, corners[0]]]
    reader = ShapeReader(refusal)
    drawn = {"type": "Polygon", "coordinates": [path]}
    (found,) = reader.read([drawn], [("WK000101", "Oud")])
    if found is None:
        assert [remark.flaw.left_out for remark in reader.remarks].count(True) == 1
    else:
        assert found.is_valid
        assert found.geom_type in ("Polygon", "MultiPolygon")
        assert found.area >= 1

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import shapely
from shapely.geometry import Polygon, box

from wijkprofiel.compilation.outlines import Outlines, outlines_of, rings_of, simplify
from wijkprofiel.domain.map_flaws import MapFlaw, MapRemark
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.outlines import OutlineMatch
from wijkprofiel.sources.tables import Roles, SourceTable

# Two neighbours with a border that is not straight, and a third in another gemeente.
BORDER = [(100, 0), (104, 25), (98, 50), (103, 75), (100, 100)]
LEFT = Polygon([(0, 0), *BORDER, (0, 100)])
RIGHT = Polygon([(200, 0), (200, 100), *reversed(BORDER)])


def test_neighbours_keep_sharing_their_border() -> None:
    simple = simplify(pd.Series({"WK000101": LEFT, "WK000102": RIGHT}), 20)
    assert shapely.get_num_coordinates(simple["WK000101"]) < shapely.get_num_coordinates(LEFT)
    assert shapely.coverage_is_valid(simple.to_numpy())
    assert simple["WK000101"].intersection(simple["WK000102"]).length > 0


def test_wijken_that_do_not_fit_together_stay_as_they_are() -> None:
    overlapping = Polygon([(90, 0), (200, 0), (200, 100), (95, 100)])
    apart = Polygon([(0, 200), (50, 201), (100, 200), (100, 300), (0, 300)])
    shapes = {"WK000101": LEFT, "WK000102": overlapping, "WK000201": apart}
    simple = simplify(pd.Series(shapes), 20)
    assert simple["WK000101"].equals(LEFT)
    assert simple["WK000102"].equals(overlapping)
    assert shapely.get_num_coordinates(simple["WK000201"]) < shapely.get_num_coordinates(apart)


def test_gemeenten_that_overlap_each_other_are_done_alone() -> None:
    apart = Polygon([(150, 0), (250, 1), (350, 0), (350, 100), (150, 100)])
    shapes = {"WK000101": LEFT, "WK000102": RIGHT, "WK000201": apart}
    simple = simplify(pd.Series(shapes), 20)
    assert shapely.coverage_is_valid(simple[["WK000101", "WK000102"]].to_numpy())
    assert shapely.get_num_coordinates(simple["WK000201"]) < shapely.get_num_coordinates(apart)


def test_rings_are_closed_and_in_whole_metres_with_their_holes() -> None:
    shape = box(0.4, 0, 100.4, 100).difference(box(40, 40, 60, 60))
    outer, hole = rings_of(shape)
    assert outer[0] == outer[-1]
    assert hole[0] == hole[-1]
    assert {type(number) for point in outer + hole for number in point} == {int}
    assert (100, 100) in outer


def test_what_is_smaller_than_a_metre_is_left_out() -> None:
    two = shapely.union_all([box(0, 0, 0.3, 0.3), box(5, 5, 9, 9)])
    (ring,) = rings_of(two)
    assert (9, 9) in ring
    assert rings_of(box(0, 0, 0.3, 0.3)) == ()


NAMES = {"BU00010101": "Haven", "BU00010102": "Dorp", "WK000101": "Oud", "WK000102": "Nieuw"}
MATCHES = {
    "WK000101": OutlineMatch.BOUNDARY_CHANGED,
    "WK000102": OutlineMatch.SAME,
    "WK000103": OutlineMatch.NO_OUTLINE,
    "BU00010101": OutlineMatch.SAME,
    "BU00010103": OutlineMatch.OTHER_AREA,
    "BU00010201": OutlineMatch.SAME,
    "BU00010301": OutlineMatch.NO_OUTLINE,
}
WIJKEN = ("WK000101", "WK000102", "WK000103")
BUURTEN = ("BU00010101", "BU00010103", "BU00010201", "BU00010301")


def outlines(*, is_simplified: bool = True) -> Outlines:
    """Two buurten in the first wijk, one in the second, none in the third."""
    drawn = {"BU00010101": LEFT, "BU00010102": RIGHT, "BU00010201": box(300, 0, 400, 100)}
    return Outlines(
        year=2022,
        names=pd.Series(NAMES),
        wijken=pd.Series(dtype=object),
        buurten=pd.Series(drawn),
        matches=MATCHES,
        is_simplified=is_simplified,
    )


def test_the_map_of_a_wijk_has_its_buurten_with_their_names() -> None:
    (found,) = outlines().buurten_of(WIJKEN, BUURTEN).items()
    wijk, drawn = found
    assert (wijk, drawn.year) == ("WK000101", 2022)
    assert (drawn.outer.code, drawn.outer.name) == ("WK000101", "Oud")
    assert [(each.code, each.name) for each in drawn.buurten] == [
        ("BU00010101", "Haven"),
        ("BU00010102", "Dorp"),
    ]


def test_the_map_of_a_wijk_says_which_outlines_may_be_coloured() -> None:
    drawn = outlines().buurten_of(WIJKEN, BUURTEN)["WK000101"]
    assert drawn.outer_match is OutlineMatch.BOUNDARY_CHANGED
    # Of the buurten that the edition has, drawn or not; of what was drawn later it says nothing.
    assert drawn.matches == {
        "BU00010101": OutlineMatch.SAME,
        "BU00010103": OutlineMatch.OTHER_AREA,
    }


def test_a_wijk_is_the_union_of_its_buurten_so_that_borders_meet() -> None:
    drawn = outlines().buurten_of(WIJKEN, BUURTEN)["WK000101"]
    points = [{p for ring in each.rings for p in ring} for each in drawn.buurten]
    assert {point for ring in drawn.outer.rings for point in ring} <= points[0] | points[1]
    assert len(points[0] & points[1]) >= 2


def test_borders_of_buurten_are_simplified_to_the_size_of_their_wijk() -> None:
    # On a map of 10 cm a bend of 0.2 in a wijk of 200 is a tenth of a millimetre, one of 4 is two.
    bend = [(100, 0), (100, 49), (100.2, 50), (100, 51), (100, 100)]
    straight = {
        "BU00010101": Polygon([(0, 0), *bend, (0, 100)]),
        "BU00010102": Polygon([(200, 0), (200, 100), *reversed(bend)]),
    }
    small = replace(outlines(), buurten=pd.Series(straight))
    (ring,) = small.buurten_of(WIJKEN, BUURTEN)["WK000101"].buurten[0].rings
    assert set(ring) == {(0, 0), (100, 0), (100, 100), (0, 100)}
    (ring,) = outlines().buurten_of(WIJKEN, BUURTEN)["WK000101"].buurten[0].rings
    assert (98, 50) in ring
    # An edition that simplifies nothing keeps every point.
    exact = replace(small, is_simplified=False)
    (ring,) = exact.buurten_of(WIJKEN, BUURTEN)["WK000101"].buurten[0].rings
    assert (100, 50) in ring


def test_a_wijk_with_one_buurt_or_none_has_no_map_of_them() -> None:
    assert set(outlines().buurten_of(WIJKEN, BUURTEN)) == {"WK000101"}
    assert outlines().buurten_of(WIJKEN[1:], BUURTEN) == {}


def source_of(shapes: dict[str, Polygon]) -> SourceTable:
    """A map without figures, as that of a service."""
    wkb = list(shapely.to_wkb(list(shapes.values())))
    return SourceTable(
        id="pdok_2022",
        origin=Origin("kaart", "Kaart", "Kadaster", "Kadaster", 2022, None, "CC BY 4.0"),
        rows=pd.DataFrame({"code": list(shapes)}),
        roles=Roles(code="code"),
        topics=(),
        outlines=pd.DataFrame({"code": list(shapes), "name": "Water", "wkb": wkb}),
        map_remarks=(
            MapRemark(MapFlaw.CROSSING, "WK000101", "Oud", (1, 2)),
            MapRemark(MapFlaw.NO_SURFACE, "WK000103", "Nergens"),
        ),
    )


REGIONS = pd.DataFrame(index=["NL00", "GM0001", "WK000101", "WK000102", "WK000103"])


def test_on_one_division_an_area_that_the_core_table_does_not_know_is_not_drawn() -> None:
    """Water that the map does not mark as such, for one; elsewhere it may be a newer wijk."""
    shapes = {"WK000101": LEFT, "WK000102": RIGHT, "WK000199": box(0, 100, 200, 400)}
    found = outlines_of(source_of(shapes), None, REGIONS, 0)
    assert list(found.wijken.index) == ["WK000101", "WK000102"]
    crossing, unknown = found.notes
    assert crossing.endswith("hersteld: WK000101 Oud bij 1, 2")
    assert unknown == "niet in de kerntabel, en dus niet op de kaart: WK000199 Water"
    assert found.lacks == ("één gebied zonder vlak, en dus niet op de kaart: WK000103 Nergens",)


def test_what_is_not_drawn_has_no_outline_and_a_gemeente_is_drawn_by_its_wijken() -> None:
    found = outlines_of(source_of({"WK000101": LEFT, "WK000102": RIGHT}), None, REGIONS, 0)
    assert found.matches == {
        "NL00": OutlineMatch.NO_OUTLINE,
        "GM0001": OutlineMatch.SAME,
        "WK000101": OutlineMatch.SAME,
        "WK000102": OutlineMatch.SAME,
        "WK000103": OutlineMatch.NO_OUTLINE,
    }


def test_a_wijk_that_lies_under_another_one_has_no_outline() -> None:
    """As an area that a map has under its old and its new code."""
    found = outlines_of(source_of({"WK000101": LEFT, "WK000102": LEFT}), None, REGIONS, 0)
    drawn = [code for code, match in found.matches.items() if match is OutlineMatch.SAME]
    assert len(found.wijken) == 1
    assert drawn == ["GM0001", *found.wijken.index]
    assert "lag geheel onder andere gebieden" in found.notes[-1]

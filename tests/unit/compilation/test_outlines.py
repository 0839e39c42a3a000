from __future__ import annotations

import pandas as pd
import shapely
from shapely.geometry import Polygon, box

from wijkprofiel.compilation.outlines import rings_of, simplify

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

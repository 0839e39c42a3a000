"""Neighbours that were each drawn apart share their borders again."""

from __future__ import annotations

import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Polygon, box

from wijkprofiel.compilation.fitting import SLIT, fit
from wijkprofiel.compilation.outlines import simplify
from wijkprofiel.domain.neighbours import neighbours
from wijkprofiel.domain.outlines import Outline

LEFT = Polygon([(0, 0), (1000, 0), (1010, 500), (1000, 1000), (0, 1000)])
OVER = Polygon([(2000, 0), (2000, 1000), (1000, 1000), (990, 500), (1000, 0)])


def test_what_fits_is_left_as_it_is() -> None:
    shapes = pd.Series({"WK000101": box(0, 0, 100, 100), "WK000102": box(100, 0, 200, 100)})
    found = fit(shapes)
    assert found.shapes is shapes
    assert found.notes == ()


def test_overlap_is_divided() -> None:
    found = fit(pd.Series({"WK000101": LEFT, "WK000102": OVER}))
    assert found.shapes["WK000101"].intersection(found.shapes["WK000102"]).length >= 1000
    assert shapely.area(found.shapes.to_numpy()).sum() == pytest.approx(2_000_000)
    (note,) = found.notes
    assert note.startswith("2 gebieden sloten niet op elkaar aan: 1 ha die dubbel was getekend")


@pytest.mark.parametrize(("wide", "closed"), [(30, True), (70, False)])
def test_a_slit_between_areas_is_closed_and_what_is_wider_stays_open(
    wide: int, closed: bool
) -> None:
    shapes = {
        "WK000101": box(0, 0, 1000, 1000),
        "WK000102": box(1000 + wide, 0, 2000, 1000),
        "WK000103": box(0, -500, 2000, 0),
        "WK000104": box(0, 1000, 2000, 1500),
    }
    found = fit(pd.Series(shapes)).shapes
    beside = found["WK000101"].intersection(found["WK000102"]).length
    assert (beside >= 1000) is closed
    missing = 2000 * 2000 - shapely.area(found.to_numpy()).sum()
    assert missing == pytest.approx(0 if closed else 1000 * wide)


def test_then_they_are_simplified_together_and_are_each_others_neighbour() -> None:
    shapes = pd.Series({"WK000101": LEFT, "WK000102": OVER})
    for fitted, beside in ((shapes, 0), (fit(shapes).shapes, 1)):
        drawn = simplify(fitted, 60)
        outlines = [
            Outline(str(code), "", (tuple((int(x), int(y)) for x, y in one.exterior.coords),))
            for code, one in drawn.items()
        ]
        assert len(neighbours(outlines, "WK000101")) == beside


def test_which_area_changed_much_is_told() -> None:
    shapes = pd.Series({"WK000101": box(0, 0, 1000, 1000), "WK000102": box(950, 0, 1050, 1000)})
    _, much = fit(shapes).notes
    assert much == "daardoor meer dan 5 procent groter of kleiner getekend: WK000102"


def test_an_area_under_another_one_is_told_and_not_drawn() -> None:
    shapes = pd.Series({"WK000101": box(0, 0, 1000, 1000), "WK000102": box(0, 0, 1000, 1000)})
    found = fit(shapes)
    assert len(found.shapes) == 1
    assert "lag geheel onder andere gebieden: WK00010" in found.notes[-1]


moved = st.integers(-20, 20)


@settings(max_examples=30, deadline=None)
@given(st.lists(moved, min_size=12, max_size=12))
def test_four_squares_of_which_every_corner_is_off_fit_together(off: list[int]) -> None:
    """Each is drawn with corners of its own, as a map is that was simplified area by area."""
    shapes = {}
    for number, (x, y) in enumerate([(0, 0), (1000, 0), (0, 1000), (1000, 1000)]):
        a, b, c = off[3 * number : 3 * number + 3]
        corners = [(x, y), (x + 1000 + a, y), (x + 1000 + b, y + 1000 + c), (x, y + 1000)]
        shapes[f"WK00010{number}"] = Polygon(corners)
    found = fit(pd.Series(shapes)).shapes
    assert list(found.index) == list(shapes)
    assert shapely.coverage_is_valid(found.to_numpy())
    drawn = shapely.union_all(list(shapes.values()))
    whole = shapely.union_all(found.to_numpy())
    assert whole.area == pytest.approx(shapely.area(found.to_numpy()).sum())
    # Nothing that was drawn is lost, and nothing is added but slits.
    assert drawn.difference(whole.buffer(0.01)).area < 1
    assert whole.difference(drawn).area <= 4 * 1000 * SLIT

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.profiles import utrecht_map
from tests.support.svg import corners, paths, title, view_box
from wijkprofiel.charts.locator_map import locator_map
from wijkprofiel.charts.palette import BLUE, HAIRLINE
from wijkprofiel.domain.outlines import GemeenteMap, Outline, OutlineMatch

UTRECHT = utrecht_map()


def draw(
    area: GemeenteMap = UTRECHT, code: str | None = "WK034403", *, merged: bool = False
) -> str:
    return draw_all(area, () if code is None else (code,), merged=merged)


def draw_all(area: GemeenteMap, codes: tuple[str, ...], *, merged: bool = False) -> str:
    return locator_map(area, codes, "Kaart van Utrecht.", width=600, height=400, merged=merged)


def test_one_path_per_wijk_and_one_of_them_blue() -> None:
    drawn = draw()
    assert len(paths(drawn, fill=HAIRLINE)) == 9
    assert len(paths(drawn, fill=BLUE)) == 1
    assert "<title>Overvecht</title>" in drawn


def test_one_path_per_colour_for_the_pdf() -> None:
    assert len(paths(draw(merged=True))) == 2


def test_the_chosen_wijk_lies_on_top() -> None:
    assert draw().rindex(HAIRLINE) < draw().index(BLUE)


def test_the_gemeente_colours_all_of_its_wijken() -> None:
    drawn = draw(code="GM0344")
    assert len(paths(drawn, fill=BLUE)) == 10
    assert not paths(drawn, fill=HAIRLINE)


def test_parts_of_a_werkgebied_are_blue_together_with_thin_borders_between_them() -> None:
    drawn = draw_all(UTRECHT, ("WK034402", "WK034403"))
    assert len(paths(drawn, fill=BLUE)) == 2
    assert drawn.count('stroke-width="0.5"') == 2
    assert 'stroke-width="0.5"' not in draw()


@pytest.mark.parametrize("merged", [True, False])
def test_one_border_lies_under_the_parts_so_that_what_is_inside_it_is_filled_over(
    merged: bool,
) -> None:
    """Twice as wide as the border of a wijk: half of it lies outside."""
    drawn = draw_all(UTRECHT, ("WK034402", "WK034403"), merged=merged)
    (around,) = paths(drawn, fill="none")
    assert len(corners(around)) == sum(len(corners(each)) for each in paths(drawn, fill=BLUE))
    assert 'fill="none" stroke="#FFFFFF" stroke-width="2.4"' in drawn
    assert drawn.rindex(HAIRLINE) < drawn.index('fill="none"') < drawn.index(BLUE)
    assert not paths(draw(merged=merged), fill="none")
    assert not paths(draw(code="GM0344", merged=merged), fill="none")


def test_buurten_of_a_werkgebied_lie_over_the_wijken() -> None:
    buurt = Outline("BU03440341", "Zambesidreef", UTRECHT.wijken[2].rings)
    with_buurt = replace(UTRECHT, buurten=(buurt,))
    drawn = draw_all(with_buurt, ("WK034404", "BU03440341"))
    assert len(paths(drawn, fill=BLUE)) == 2
    assert "<title>Zambesidreef</title>" in drawn
    assert len(paths(drawn, fill=HAIRLINE)) == 9
    assert len(paths(draw(with_buurt, "WK034403"), fill=BLUE)) == 1


def test_without_a_code_nothing_is_blue() -> None:
    assert not paths(draw(code=None), fill=BLUE)


def test_without_wijken_the_gemeente_itself_is_drawn() -> None:
    assert len(paths(draw(replace(UTRECHT, wijken=()), "GM0344"))) == 1


@pytest.mark.parametrize("merged", [True, False])
def test_everything_fits_and_fills_the_frame(merged: bool) -> None:
    drawn = draw(merged=merged)
    width, height = view_box(drawn)
    assert height == 400
    assert width <= 600
    places = [point for outline in paths(drawn) for point in corners(outline)]
    assert min(x for x, _ in places) == pytest.approx(1.2)
    assert max(y for _, y in places) == pytest.approx(height - 1.2)


def test_north_is_up_and_east_is_right() -> None:
    square = Outline("WK000100", "Vierkant", (((0, 0), (0, 10), (10, 10), (10, 0), (0, 0)),))
    north = Outline("WK000101", "Noord", (((0, 10), (0, 20), (10, 20), (10, 10), (0, 10)),))
    area = GemeenteMap(2022, square, (square, north), OutlineMatch.SAME)
    drawn = draw(area, "WK000101")
    (blue,), (grey,) = paths(drawn, fill=BLUE), paths(drawn, fill=HAIRLINE)
    assert max(y for _, y in corners(blue)) == min(y for _, y in corners(grey))


def test_holes_stay_holes() -> None:
    ring = ((0, 0), (0, 90), (90, 90), (90, 0), (0, 0))
    hole = ((30, 30), (30, 60), (60, 60), (60, 30), (30, 30))
    shape = Outline("WK000100", "Ring", (ring, hole))
    drawn = draw(GemeenteMap(2022, shape, (shape,), OutlineMatch.SAME), None)
    assert paths(drawn)[0].count("Z") == 2
    assert 'fill-rule="evenodd"' in drawn


def test_the_map_says_what_it_shows() -> None:
    assert title(draw()) == "Kaart van Utrecht."


def test_names_are_escaped() -> None:
    shape = replace(UTRECHT.wijken[0], name="<b>West</b>")
    assert "<b>" not in draw(replace(UTRECHT, wijken=(shape,)))

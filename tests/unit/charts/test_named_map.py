"""Names on a map: inside their own area, or a number that the list under the map explains."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import pytest

from tests.support.buurten_pages import made_up_wijk, square
from tests.support.profiles import utrecht_map
from tests.support.svg import paths, texts, title, view_box
from wijkprofiel.charts.data import NamedMap
from wijkprofiel.charts.map_labels import Lettering, label_inside, place_for, stretches
from wijkprofiel.charts.named_map import DrawnMap, named_map
from wijkprofiel.charts.palette import BLUE, HAIRLINE, MUTED, VERMILLION, WHITE
from wijkprofiel.domain.names import short_name
from wijkprofiel.domain.neighbours import neighbours
from wijkprofiel.yaml_files.text_size import width

LETTERS = Lettering(12, width)
WIJKEN = utrecht_map().wijken
OVERVECHT = NamedMap(
    outlines=WIJKEN,
    chosen="WK034403",
    named=tuple(each.code for each in neighbours(WIJKEN, "WK034403")),
    names={each.code: short_name(each.name) for each in WIJKEN},
    text="Kaart van Utrecht.",
)
MADE_UP = made_up_wijk()
BUURTEN = NamedMap(
    outlines=MADE_UP.buurten,
    chosen=None,
    named=tuple(each.code for each in MADE_UP.buurten),
    names={},
    text="Kaart van Overvecht.",
)


def draw(area: NamedMap, *, wide: float = 648, high: float = 390, merged: bool = True) -> DrawnMap:
    return named_map(area, LETTERS, width=wide, height=high, merged=merged)


def boxes(svg: str) -> list[tuple[float, float, float, float]]:
    """What each text takes, as wide as it is at most."""
    found = re.findall(r'<text x="([\d.-]+)" y="([\d.-]+)" font-size="([\d.]+)"[^>]*>(.*?)<', svg)
    return [
        (float(x), float(y) - 0.75 * float(size), float(x) + width(text) * float(size), float(y))
        for x, y, size, text in found
    ]


def test_the_area_and_its_neighbours_have_names_and_the_others_none() -> None:
    drawn = draw(OVERVECHT)
    said = {*texts(drawn.svg), *drawn.numbered, *drawn.unnumbered}
    assert {"Overvecht", "Noordoost", "Noordwest"} <= said
    assert not said & {"Zuid", "Leidsche Rijn", "Binnenstad"}


def test_the_area_stands_out_in_no_colour_of_a_verdict() -> None:
    svg = draw(OVERVECHT).svg
    assert len(paths(svg, fill=MUTED)) == len(paths(svg, fill=HAIRLINE)) == 1
    assert BLUE not in svg
    assert VERMILLION not in svg


@pytest.mark.parametrize("wide", [648, 310, 200, 120])
@pytest.mark.parametrize("area", [OVERVECHT, BUURTEN, replace(OVERVECHT, chosen="WK034406")])
def test_texts_meet_nowhere_and_stay_in_the_picture(area: NamedMap, wide: float) -> None:
    svg = draw(area, wide=wide).svg
    across, down = view_box(svg)
    for left, top, right, bottom in boxes(svg):
        assert left >= -0.5
        assert top >= -0.5
        assert right <= max(across, right - left) + 0.5
        assert bottom <= max(down, bottom - top) + 0.5
    for one, other in combinations(boxes(svg), 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


def test_a_name_that_does_not_fit_gets_a_number_and_stands_in_the_list() -> None:
    drawn = draw(BUURTEN)
    assert drawn.numbered == ("Kanaalstrook",)
    assert texts(drawn.svg).count("1") == 1
    assert drawn.unnumbered == ("Eilandje",)
    assert {"Tigrisdreef e.o."} < set(texts(drawn.svg))


def test_every_area_is_named_on_the_map_or_in_a_list() -> None:
    drawn = draw(BUURTEN, wide=120)
    on_map = " ".join(texts(drawn.svg))
    for each in MADE_UP.buurten:
        assert each.name in {*drawn.numbered, *drawn.unnumbered} or each.name.split()[0] in on_map


def test_without_numbers_what_does_not_fit_is_left_out() -> None:
    drawn = draw(replace(BUURTEN, numbers=False))
    assert (drawn.numbered, drawn.unnumbered) == ((), ())
    assert "Kanaalstrook" not in drawn.svg


def test_the_area_itself_is_named_beside_it_where_it_is_too_small() -> None:
    tiny = replace(BUURTEN, chosen="BU03440312")
    drawn = draw(tiny)
    assert "Kanaalstrook" in texts(drawn.svg)
    assert "Kanaalstrook" not in drawn.numbered
    assert paths(drawn.svg, fill="none")
    assert paths(drawn.svg, fill=WHITE)


def test_on_screen_every_area_tells_its_name() -> None:
    svg = draw(OVERVECHT, merged=False).svg
    assert svg.count("<title>") == len(WIJKEN) + 1
    assert title(svg) == "Kaart van Utrecht."


def test_a_name_takes_two_lines_before_it_becomes_a_number() -> None:
    rings = [[(0.0, 0.0), (80.0, 0.0), (80.0, 60.0), (0.0, 60.0), (0.0, 0.0)]]
    label = label_inside(rings, "Vleuten-De Meern", LETTERS)
    assert label is not None
    assert label.lines == ("Vleuten-", "De Meern")


def test_a_place_lies_in_the_area_and_not_in_its_hole() -> None:
    outer = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0), (0.0, 0.0)]
    hole = [(20.0, 5.0), (95.0, 5.0), (95.0, 95.0), (20.0, 95.0), (20.0, 5.0)]
    assert place_for([outer, hole], 40, 12) is None
    place = place_for([outer, hole], 15, 12)
    assert place is not None
    assert place[0] < 20


def test_a_letter_with_markup_is_text() -> None:
    area = replace(BUURTEN, names={"BU03440311": "<b> & 't Zand"})
    assert "<b>" not in draw(area, merged=False).svg


def test_neighbours_share_a_border_and_not_only_a_corner() -> None:
    shapes = (
        square("A", "A", 0, 0, 1, 1),
        square("B", "B", 1, 0, 2, 1),
        square("C", "C", 1, 1, 2, 2),
    )
    assert [each.code for each in neighbours(shapes, "A")] == ["B"]
    assert neighbours(shapes, "D") == ()


TOGETHER = replace(
    OVERVECHT, chosen=None, members=("WK034403", "WK034404"), named=("WK034402",), together="Samen"
)


@pytest.mark.parametrize("merged", [True, False])
def test_a_werkgebied_has_one_name_one_border_and_thin_ones_inside(merged: bool) -> None:
    svg = draw(TOGETHER, merged=merged).svg
    assert texts(svg).count("Samen") == 1
    assert not {"Overvecht", "Noordoost"} & set(texts(svg))
    assert 'fill="none" stroke="#6B7680" stroke-width="2"' in svg
    assert svg.count('stroke="#FFFFFF" stroke-width="0.5"') == (1 if merged else 2)
    assert svg.index('fill="none"') < svg.index(f'fill="{MUTED}"')


def test_the_name_of_a_werkgebied_may_lie_over_its_inner_borders_and_covers_them() -> None:
    halves = replace(
        BUURTEN,
        outlines=(
            square("BU03440311", "West", 0, 0, 1000, 800),
            square("BU03440312", "Oost", 1000, 0, 2000, 800),
        ),
        named=(),
        members=("BU03440311", "BU03440312"),
        together="Een lange naam over twee buurten",
    )
    svg = draw(halves, wide=240).svg
    assert not [part for part in paths(svg, fill=WHITE) if "stroke" in part]
    (x, _) = view_box(svg)
    (left, _, right, _) = boxes(svg)[0]
    assert left < x / 2 < right
    assert len(paths(svg, fill=MUTED)) == 2  # the area, and a plate under its name


def test_the_name_of_a_wijk_keeps_clear_of_the_buurten_that_lie_over_it() -> None:
    wijk = square("WK034403", "Overvecht", 0, 0, 1000, 1000)
    buurt = square("BU03440341", "Zambesidreef", 0, 300, 1000, 1000)
    area = replace(
        BUURTEN,
        outlines=(wijk, square("WK034404", "Noordoost", 1000, 0, 2000, 1000), buurt),
        named=("WK034403",),
        members=("WK034404", "BU03440341"),
        together="Samen",
    )
    svg = draw(area, wide=400, high=400).svg
    _, high = view_box(svg)
    (place,) = [
        box for box, text in zip(boxes(svg), texts(svg), strict=True) if text == "Overvecht"
    ]
    assert place[1] > 0.7 * high


def test_stretches_that_touch_are_one() -> None:
    rings = [
        [(0.0, 0.0), (10.0, 0.0), (10.0, 9.0), (0.0, 9.0), (0.0, 0.0)],
        [(10.0, 0.0), (30.0, 0.0), (30.0, 9.0), (10.0, 9.0), (10.0, 0.0)],
        [(40.0, 0.0), (50.0, 0.0), (50.0, 9.0), (40.0, 9.0), (40.0, 0.0)],
    ]
    assert stretches(rings, 4) == [(0, 30), (40, 50)]

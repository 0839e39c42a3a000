from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.svg import corners, paths, texts, title, view_box
from wijkprofiel.charts.data import Sign, SpineBenchmark, SpineData
from wijkprofiel.charts.palette import BAND, BLUE, INK, VERMILLION, WHITE
from wijkprofiel.charts.spine import Axis, axis_of, spine
from wijkprofiel.domain.verdict import Mark, Shape, Tone

UP = Mark(Shape.UP, Tone.FAVOURABLE)
DOWN = Mark(Shape.DOWN, Tone.UNFAVOURABLE)


def benchmarks(gemeente: float | None, land: float | None) -> tuple[SpineBenchmark, ...]:
    return (
        SpineBenchmark("gemeente", Sign.OPEN_DIAMOND, gemeente),
        SpineBenchmark("land", Sign.BAR, land),
    )


SMOKING = SpineData(
    value=23.1,
    benchmarks=benchmarks(19.4, 17.9),
    low=7.9,
    p5=12.0,
    p25=14.1,
    median=15.9,
    p75=18.4,
    p95=24.1,
    high=34.0,
    mirrored=True,
    judged=True,
    mark=DOWN,
    text="Rookt: 23; Utrecht 19; Nederland 18.",
)


@st.composite
def spines(draw: st.DrawFn) -> SpineData:
    figures = st.floats(-1e6, 1e6, allow_nan=False, allow_infinity=False)
    seven = sorted(draw(st.lists(figures, min_size=7, max_size=7)))
    known = st.one_of(st.none(), figures)
    return SpineData(
        value=draw(known),
        benchmarks=benchmarks(draw(known), draw(known)),
        low=seven[0],
        p5=seven[1],
        p25=seven[2],
        median=seven[3],
        p75=seven[4],
        p95=seven[5],
        high=seven[6],
        mirrored=draw(st.booleans()),
        judged=draw(st.booleans()),
        mark=draw(st.sampled_from([UP, DOWN])),
        text="tekst",
    )


@given(spines())
def test_everything_lies_inside_the_picture(data: SpineData) -> None:
    drawn = spine(data, "123")
    width, height = view_box(drawn)
    for outline in paths(drawn):
        for x, y in corners(outline):
            assert -0.05 <= x <= width + 0.05
            assert -0.05 <= y <= height + 0.05


@given(spines())
def test_the_area_is_drawn_where_it_is_or_has_an_arrow_and_its_figure(data: SpineData) -> None:
    drawn, axis = spine(data, "123 km"), axis_of(data)
    if data.value is None:
        assert "123 km" not in drawn
    elif axis.holds(data.value):
        assert "123 km" not in drawn
        centre = [x for x, _ in corners(paths(drawn)[-1])]
        assert (min(centre) + max(centre)) / 2 == pytest.approx(axis.place(data.value), abs=0.11)
    else:
        assert "123 km" in texts(drawn)


@given(spines())
def test_every_benchmark_lies_on_the_axis(data: SpineData) -> None:
    axis = axis_of(data)
    assert all(axis.holds(each.value) for each in data.benchmarks if each.value is not None)


@given(spines())
def test_the_axis_is_mirrored_only_where_low_is_favourable(data: SpineData) -> None:
    axis = axis_of(data)
    assert (axis.start > axis.end) == (data.mirrored and data.judged)
    assert axis.place(axis.start) < axis.place(axis.end)


@given(spines())
def test_the_band_is_always_visible(data: SpineData) -> None:
    band = [x for x, _ in corners(paths(spine(data, ""), fill=BAND)[0])]
    assert max(band) - min(band) >= 1.9


@given(spines())
def test_coordinates_carry_no_noise(data: SpineData) -> None:
    drawn = spine(data, "")
    assert not [c for outline in paths(drawn) for pair in corners(outline) for c in pair
                if round(c, 1) != c]  # fmt: skip


def test_favourable_is_right_for_low_is_good() -> None:
    axis = axis_of(SMOKING)
    assert axis.place(12.0) > axis.place(24.1)


def test_marks_are_drawn_with_their_own_shapes() -> None:
    drawn = spine(SMOKING, "23")
    assert len(paths(drawn, fill=VERMILLION)) == 1
    assert len(paths(drawn, fill=INK)) == 1, "one bar, for Nederland"
    assert len(paths(drawn, fill=WHITE, stroke=INK)) == 1, "one diamond, for the gemeente"


def test_a_second_diamond_is_filled() -> None:
    wijk, land = SMOKING.benchmarks
    gemeente = SpineBenchmark("gemeente", Sign.FULL_DIAMOND, 21.0)
    drawn = spine(replace(SMOKING, benchmarks=(wijk, gemeente, land)), "23")
    assert len(paths(drawn, fill=WHITE, stroke=INK)) == 1
    (filled,) = paths(drawn, fill=INK, stroke=WHITE)
    assert len(corners(filled)) == 4


def test_the_area_lies_on_top() -> None:
    assert spine(replace(SMOKING, value=19.4), "19").index(VERMILLION) > spine(SMOKING, "23").index(
        INK
    )


def test_a_figure_just_outside_the_band_is_drawn_where_it_is() -> None:
    drawn = spine(replace(SMOKING, value=30.0), "30")
    assert texts(drawn) == []


def test_a_figure_far_away_gets_an_arrow_at_its_own_side() -> None:
    high, low = (spine(replace(SMOKING, value=value), text) for value, text in
                 ((90.0, "90"), (-90.0, "−90")))  # fmt: skip
    assert texts(high) == ["90"]
    assert texts(low) == ["−90"]
    arrow = corners(paths(high, fill=INK)[-1])
    assert min(x for x, _ in arrow) == pytest.approx(0.5), "high is unfavourable, so left"


def test_an_axis_without_a_good_side_says_low_and_high() -> None:
    assert texts(spine(replace(SMOKING, judged=False, mirrored=False), "23")) == ["laag", "hoog"]
    assert texts(spine(SMOKING, "23")) == []


def test_an_arrow_takes_the_place_of_the_word_at_its_side() -> None:
    drawn = spine(replace(SMOKING, judged=False, mirrored=False, value=90.0), "90")
    assert texts(drawn) == ["laag", "90"]


def test_equal_wijken_give_a_picture_too() -> None:
    flat = replace(
        SMOKING, low=5, p5=5, p25=5, median=5, p75=5, p95=5, high=5, value=5,
        benchmarks=benchmarks(5, 5),
    )  # fmt: skip
    assert axis_of(flat).place(5) == pytest.approx(78)
    assert "nan" not in spine(flat, "5")


def test_no_value_leaves_the_bands_and_benchmarks() -> None:
    drawn = spine(replace(SMOKING, value=None), "–")
    assert paths(drawn, fill=BAND)
    assert not paths(drawn, fill=VERMILLION)
    assert not paths(drawn, fill=BLUE)


def test_the_picture_says_what_it_shows_and_escapes_it() -> None:
    text = "Zorg & <b>welzijn</b>: 5"
    assert title(spine(replace(SMOKING, text=text), "5")) == text
    assert "<b>" not in spine(replace(SMOKING, text=text), "5")


def test_a_figure_with_markup_is_escaped() -> None:
    drawn = spine(replace(SMOKING, value=90.0), "<i>90</i>")
    assert "<i>" not in drawn
    assert texts(drawn) == ["<i>90</i>"]


def test_writing_is_cheap_for_the_pdf() -> None:
    drawn = spine(replace(SMOKING, judged=False, value=90.0), "90")
    for dear in ("transform", "opacity", "text-anchor", "<g", "style=", " id="):
        assert dear not in drawn
    assert "font-family" in drawn.split(">", 1)[0]
    assert 'role="img"' in drawn.split(">", 1)[0]


def test_an_axis_places_its_ends_inside_the_edge() -> None:
    axis = Axis(0, 10)
    assert (axis.place(0), axis.place(10)) == (6.5, 149.5)

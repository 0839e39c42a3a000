"""One figure on an axis of places: where its mark is drawn, and what it looks like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.svg import corners, paths, title
from wijkprofiel.charts.palette import BLUE, GREY, VERMILLION, WHITE
from wijkprofiel.charts.place_line import WIDTH, place_on_axis, x_of
from wijkprofiel.domain.verdict import Mark, Shape, Tone
from wijkprofiel.words.opening import PLAIN_MARK

UP = Mark(Shape.UP, Tone.FAVOURABLE)
DOWN = Mark(Shape.DOWN, Tone.UNFAVOURABLE)


@given(st.floats(0, 100))
def test_a_mark_stays_inside_the_picture(place: float) -> None:
    (mark,) = paths(place_on_axis(place, DOWN, ""), fill=VERMILLION)
    assert all(0 <= x <= WIDTH for x, _ in corners(mark))


@given(st.floats(0, 99), st.floats(0.5, 1))
def test_more_favourable_is_further_to_the_right(place: float, more: float) -> None:
    assert x_of(place + more) > x_of(place)


def test_the_middle_of_the_axis_is_the_middle_of_the_picture() -> None:
    assert x_of(50) == pytest.approx(WIDTH / 2)


def test_a_strength_points_up_and_a_concern_down() -> None:
    (up,) = paths(place_on_axis(80, UP, ""), fill=BLUE)
    (down,) = paths(place_on_axis(20, DOWN, ""), fill=VERMILLION)
    assert min(corners(up), key=lambda corner: corner[1])[0] == pytest.approx(x_of(80), abs=0.1)
    assert max(corners(down), key=lambda corner: corner[1])[0] == pytest.approx(x_of(20), abs=0.1)


def test_what_was_not_chosen_is_a_grey_outline() -> None:
    drawn = place_on_axis(30, PLAIN_MARK, "")
    assert len(paths(drawn, fill=WHITE, stroke=GREY)) == 1
    assert not paths(drawn, fill=BLUE)
    assert not paths(drawn, fill=VERMILLION)


def test_an_unknown_place_has_an_axis_and_no_mark() -> None:
    assert len(paths(place_on_axis(None, UP, ""))) == 1


def test_the_picture_says_what_it_shows() -> None:
    assert title(place_on_axis(30, UP, "Rust & regelmaat")) == "Rust & regelmaat"

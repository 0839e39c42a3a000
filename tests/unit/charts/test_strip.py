from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.svg import corners, paths, title, view_box
from wijkprofiel.charts.palette import VERMILLION
from wijkprofiel.charts.strip import WIDTH, WIDTH_ON_SCREEN, stacked, strip
from wijkprofiel.documents.profile.pages import Strip, StripMark
from wijkprofiel.domain.verdict import Mark, Shape, Tone

DOWN = Mark(Shape.DOWN, Tone.UNFAVOURABLE)

places = st.lists(st.floats(0, 1), max_size=40)


def strip_of(*at: float) -> Strip:
    marks = tuple(StripMark(f"i{n:02}", f"Naam {n}", place, DOWN) for n, place in enumerate(at))
    return Strip("Leefstijl", marks=marks, text="Leefstijl: rookt ongunstiger.")


def centres(svg: str) -> list[tuple[float, float]]:
    found = []
    for outline in paths(svg, fill=VERMILLION):
        xs, ys = zip(*corners(outline), strict=True)
        found.append(((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2))
    return found


@given(places)
def test_every_mark_is_drawn_inside_the_picture(at: list[float]) -> None:
    drawn = strip(strip_of(*at))
    width, height = view_box(drawn)
    marks = [corners(outline) for outline in paths(drawn, fill=VERMILLION)]
    assert len(marks) == len(at)
    assert all(0 <= x <= width and 0 <= y <= height for mark in marks for x, y in mark)


@given(places)
def test_no_mark_hides_another(at: list[float]) -> None:
    where = centres(strip(strip_of(*at)))
    for n, (x, y) in enumerate(where):
        for other_x, other_y in where[n + 1 :]:
            assert abs(x - other_x) > 8.5 or abs(y - other_y) > 7


@given(places)
def test_marks_keep_their_place_along_the_strip(at: list[float]) -> None:
    drawn = sorted(x for x, _ in centres(strip(strip_of(*at))))
    wanted = sorted(6 + place * (WIDTH - 12) for place in at)
    assert drawn == pytest.approx(wanted, abs=0.11)


def test_marks_on_one_place_stack_both_ways() -> None:
    assert [level for _, level in stacked(strip_of(0.5, 0.5, 0.5, 0.5, 0.9).marks, WIDTH)] == [
        0, 1, -1, 2, 0,
    ]  # fmt: skip


def test_order_of_figures_does_not_matter() -> None:
    marks = strip_of(0.2, 0.2, 0.7).marks
    assert list(stacked(marks, WIDTH)) == list(stacked(reversed(marks), WIDTH))


def test_on_screen_marks_tell_their_names_and_are_larger() -> None:
    drawn = strip(strip_of(0.2, 0.7), width=WIDTH_ON_SCREEN, named=True)
    assert re.findall(r"<g><title>(.*?)</title><path", drawn) == ["Naam 0", "Naam 1"]
    assert view_box(drawn)[0] == WIDTH_ON_SCREEN < WIDTH
    assert "<g>" not in strip(strip_of(0.2, 0.7))


def test_an_empty_strip_is_a_line() -> None:
    drawn = strip(strip_of())
    assert centres(drawn) == []
    assert len(paths(drawn)) == 1


def test_a_strip_says_what_it_shows() -> None:
    assert title(strip(strip_of(0.5))) == "Leefstijl: rookt ongunstiger."

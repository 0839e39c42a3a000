from __future__ import annotations

import pytest

from tests.support.svg import corners, paths, title, view_box
from wijkprofiel.charts.data import PlaceData
from wijkprofiel.charts.palette import BLUE, MUTED
from wijkprofiel.charts.place_axis import HEIGHT, WIDTH, place_axis
from wijkprofiel.domain.verdict import Mark, Shape, Tone


def middle_of(place: float) -> float:
    drawn = place_axis(PlaceData(place, Mark(Shape.UP, Tone.FAVOURABLE), "proef"))
    (mark,) = paths(drawn, fill=BLUE)
    places = [x for x, _ in corners(mark)]
    return (min(places) + max(places)) / 2


@pytest.mark.parametrize("place", [0, 25, 50, 75, 100])
def test_a_mark_lies_at_its_place_and_inside(place: float) -> None:
    left, right = middle_of(0), middle_of(100)
    assert middle_of(place) == pytest.approx(left + place / 100 * (right - left), abs=0.1)
    assert 5 < left < right < WIDTH - 5


def test_it_says_what_it_shows() -> None:
    drawn = place_axis(PlaceData(4, Mark(Shape.DOWN, Tone.UNFAVOURABLE), "eenzaam: plaats 4"))
    assert title(drawn) == "eenzaam: plaats 4"
    assert view_box(drawn) == (WIDTH, HEIGHT)
    assert paths(drawn, fill=MUTED)

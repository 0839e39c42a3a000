"""Two areas on one line: both are always seen, in no colour but ink."""

from __future__ import annotations

import re

import pytest

from wijkprofiel.charts.data import BesideData
from wijkprofiel.charts.palette import BAND, INK, MUTED, WHITE
from wijkprofiel.charts.two_areas import HEIGHT, WIDTH, two_areas

SQUARE = re.compile(r'd="M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H[\d.]+Z" fill="([^"]+)" stroke')


def squares(first: float | None, second: float | None) -> list[tuple[float, ...]]:
    """Left, top, right and bottom of each mark."""
    svg = two_areas(BesideData(first, second, 50.0, "alles"))
    return [tuple(map(float, found[:4])) for found in SQUARE.findall(svg)]


@pytest.mark.parametrize(("first", "second"), [(0.0, 100.0), (78.0, 78.0), (50.0, 50.2)])
def test_neither_mark_hides_the_other_or_leaves_the_picture(first: float, second: float) -> None:
    one, other = squares(first, second)
    assert one[3] <= other[1] + 1.2  # no more than their edges
    for left, top, right, bottom in (one, other):
        assert 0 <= left < right <= WIDTH
        assert 0 <= top < bottom <= HEIGHT


def test_what_has_no_figure_has_no_mark() -> None:
    assert len(squares(20.0, None)) == 1
    assert squares(None, None) == []


def test_a_higher_figure_lies_further_to_the_right() -> None:
    places = [squares(value, None)[0][0] for value in (0.0, 12.0, 50.0, 99.0)]
    assert places == sorted(set(places))


def test_no_area_has_a_colour() -> None:
    svg = two_areas(BesideData(20.0, 60.0, 40.0, "Roken: A 20, B 60."))
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", svg)) <= {INK, MUTED, BAND, WHITE}
    assert "<title>Roken: A 20, B 60.</title>" in svg

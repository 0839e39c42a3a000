from __future__ import annotations

import re

from tests.support.profiles import cell
from tests.support.svg import corners, paths, title
from wijkprofiel.charts.palette import BLUE, INK, MUTED
from wijkprofiel.charts.trend import HEIGHT, WIDTH, trend
from wijkprofiel.documents.profile.pages import TrendLine

YEARS = (2012, 2016, 2020)
KEYS = ("gemeente", "land")


def line(*rounds: tuple[float | None, ...]) -> TrendLine:
    region, *others = (tuple(cell(value) for value in values) for values in rounds)
    return TrendLine("eenzaam", "Voelt zich eenzaam", region, tuple(others), None, "Eenzaam: 53.")


def stroke(svg: str, colour: str) -> list[tuple[float, float]]:
    outlines = paths(svg, fill="none", stroke=colour)
    return [point for outline in outlines for point in corners(outline)]


LONELY = line((53, 54, 58), (40, 43, 49), (40, 43, 47))


def test_each_area_has_a_line_of_its_own() -> None:
    drawn = trend(LONELY, YEARS, KEYS)
    for colour in (BLUE, INK, MUTED):
        assert len(paths(drawn, fill="none", stroke=colour)) == 1
    assert "stroke-dasharray" in re.findall(rf'<path [^>]*stroke="{MUTED}"[^>]*>', drawn)[0]


def test_higher_is_drawn_higher_and_later_further_right() -> None:
    xs, ys = zip(*stroke(trend(LONELY, YEARS, KEYS), BLUE), strict=True)
    assert list(xs) == sorted(xs)
    assert ys[-1] < ys[0]
    assert min(ys) > 0
    assert max(ys) < HEIGHT


def test_rounds_stand_where_their_years_are() -> None:
    xs = [x for x, _ in stroke(trend(LONELY, (2012, 2014, 2020), KEYS), BLUE)]
    assert xs == [3, 29, 29, 107]
    assert xs[-1] == WIDTH - 3


def test_a_missing_round_breaks_the_line() -> None:
    drawn = trend(line((53, None, 58), (40, 43, 49), (40, 43, 47)), YEARS, KEYS)
    assert stroke(drawn, BLUE) == []
    assert len(paths(drawn, fill=BLUE)) == 1, "two dots in one path"
    assert paths(drawn, fill=BLUE)[0].count("Z") == 2


def test_without_figures_nothing_is_drawn() -> None:
    drawn = trend(line((None,) * 3, (None,) * 3, (None,) * 3), YEARS, KEYS)
    assert paths(drawn) == []


def test_equal_figures_and_a_single_round_lie_in_the_middle() -> None:
    flat = stroke(trend(line((5, 5, 5), (5, 5, 5), (5, 5, 5)), YEARS, KEYS), BLUE)
    assert {y for _, y in flat} == {HEIGHT / 2}
    (dot,) = paths(trend(line((5,), (5,), (5,)), (2020,), KEYS), fill=BLUE)
    assert corners(dot) == [(WIDTH / 2 - 1.9, HEIGHT / 2)]


def test_figures_that_print_the_same_look_flat() -> None:
    """Decimals that nobody sees must not climb as steeply as a real rise."""
    flat = stroke(trend(line((4.8, 5.0, 5.2), (5, 5, 5), (5, 5, 5)), YEARS, KEYS), BLUE)
    steep = stroke(trend(line((14, 16, 18), (5, 5, 5), (5, 5, 5)), YEARS, KEYS), BLUE)
    assert flat[0][1] - flat[-1][1] <= 1
    assert steep[0][1] - steep[-1][1] > 3


def test_the_picture_says_its_figures() -> None:
    assert title(trend(LONELY, YEARS, KEYS)) == "Eenzaam: 53."

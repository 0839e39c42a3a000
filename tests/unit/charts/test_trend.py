from __future__ import annotations

import re
from dataclasses import replace

from tests.support.svg import corners, paths, title
from wijkprofiel.charts.data import RoundsData
from wijkprofiel.charts.palette import BLUE, INK, MUTED
from wijkprofiel.charts.trend import HEIGHT, WIDTH, trend
from wijkprofiel.domain.roles import Role

YEARS = (2012, 2016, 2020)
ROLES = (Role.NEAR, Role.COUNTRY)


def rounds(*figures: tuple[float | None, ...], years: tuple[int, ...] = YEARS) -> RoundsData:
    own, *others = figures
    return RoundsData(years, own, tuple(zip(ROLES, others, strict=True)), "Eenzaam: 53.")


def stroke(svg: str, colour: str) -> list[tuple[float, float]]:
    outlines = paths(svg, fill="none", stroke=colour)
    return [point for outline in outlines for point in corners(outline)]


LONELY = rounds((53, 54, 58), (40, 43, 49), (40, 43, 47))


def test_each_area_has_a_line_of_its_own() -> None:
    drawn = trend(LONELY)
    for colour in (BLUE, INK, MUTED):
        assert len(paths(drawn, fill="none", stroke=colour)) == 1
    assert "stroke-dasharray" in re.findall(rf'<path [^>]*stroke="{MUTED}"[^>]*>', drawn)[0]


def test_higher_is_drawn_higher_and_later_further_right() -> None:
    xs, ys = zip(*stroke(trend(LONELY), BLUE), strict=True)
    assert list(xs) == sorted(xs)
    assert ys[-1] < ys[0]
    assert min(ys) > 0
    assert max(ys) < HEIGHT


def test_rounds_stand_where_their_years_are() -> None:
    xs = [x for x, _ in stroke(trend(replace(LONELY, years=(2012, 2014, 2020))), BLUE)]
    assert xs == [3, 29, 29, 107]
    assert xs[-1] == WIDTH - 3


def test_a_missing_round_breaks_the_line() -> None:
    drawn = trend(rounds((53, None, 58), (40, 43, 49), (40, 43, 47)))
    assert stroke(drawn, BLUE) == []
    assert len(paths(drawn, fill=BLUE)) == 1, "two dots in one path"
    assert paths(drawn, fill=BLUE)[0].count("Z") == 2


def test_without_figures_nothing_is_drawn() -> None:
    drawn = trend(rounds((None,) * 3, (None,) * 3, (None,) * 3))
    assert paths(drawn) == []


def test_equal_figures_and_a_single_round_lie_in_the_middle() -> None:
    flat = stroke(trend(rounds((5, 5, 5), (5, 5, 5), (5, 5, 5))), BLUE)
    assert {y for _, y in flat} == {HEIGHT / 2}
    (dot,) = paths(trend(rounds((5,), (5,), (5,), years=(2020,))), fill=BLUE)
    assert corners(dot) == [(WIDTH / 2 - 1.9, HEIGHT / 2)]


def test_figures_that_print_the_same_look_flat() -> None:
    """Decimals that nobody sees must not climb as steeply as a real rise."""
    flat = stroke(trend(rounds((4.8, 5.0, 5.2), (5, 5, 5), (5, 5, 5))), BLUE)
    steep = stroke(trend(rounds((14, 16, 18), (5, 5, 5), (5, 5, 5))), BLUE)
    assert flat[0][1] - flat[-1][1] <= 1
    assert steep[0][1] - steep[-1][1] > 3


def test_the_picture_says_its_figures() -> None:
    assert title(trend(LONELY)) == "Eenzaam: 53."

from __future__ import annotations

import pytest

from tests.support.svg import corners, paths, title
from wijkprofiel.charts.data import BarData
from wijkprofiel.charts.palette import BLUE, MUTED, VERMILLION
from wijkprofiel.charts.share_bars import WIDTH, largest_share, share_bars


def bar(label: str, share: float | None) -> BarData:
    return BarData(share, f"{label}: {'–' if share is None else f'{share:.0f}%'}")


CHART = [bar("0 tot 15", 20), bar("15 tot 25", 10)]


def length(svg: str) -> float:
    return max(x for x, _ in corners(paths(svg, fill=MUTED)[0]))


def test_bars_share_one_scale_and_the_largest_takes_the_width() -> None:
    first, second = share_bars(CHART)
    assert length(first) == pytest.approx(2 * length(second), abs=0.11)
    assert length(first) == WIDTH


def test_charts_that_stand_together_share_one_scale() -> None:
    homes = [bar("Eén persoon", 60)]
    largest = largest_share([*CHART, *homes])
    (third, *_), (whole,) = (share_bars(one, largest=largest) for one in (CHART, homes))
    assert length(whole) == pytest.approx(3 * length(third), abs=0.2)


def test_who_live_here_is_drawn_in_no_colour_of_a_verdict() -> None:
    for drawn in share_bars(CHART):
        assert not paths(drawn, fill=BLUE)
        assert not paths(drawn, fill=VERMILLION)


def test_an_absent_share_has_no_bar() -> None:
    for drawn in share_bars([bar("0 tot 15", None)]):
        assert not paths(drawn)


def test_zero_is_a_bar_without_length() -> None:
    (drawn,) = share_bars([bar("0 tot 15", 0.0)])
    assert length(drawn) == 0


def test_a_bar_says_its_figure() -> None:
    assert title(share_bars(CHART)[0]) == "0 tot 15: 20%"

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.profiles import Names, cell, share_chart
from tests.support.svg import corners, paths, title
from wijkprofiel.charts.palette import BLUE, INK, WHITE
from wijkprofiel.charts.share_bars import WIDTH, largest_share, share_bars
from wijkprofiel.documents.profile.pages import ShareBar, ShareChart

AGES = (("0 tot 15", 20, 17, 16), ("15 tot 25", 10, 15, 40))
CHART = share_chart("Leeftijd", AGES, Names())


def length(svg: str) -> float:
    return max(x for x, _ in corners(paths(svg, fill=BLUE)[0]))


def only(bar: ShareBar) -> ShareChart:
    return replace(CHART, bars=(bar,))


def test_bars_share_one_scale() -> None:
    first, second = share_bars(CHART)
    assert length(first) == pytest.approx(2 * length(second), abs=0.11)


def test_charts_that_stand_together_share_one_scale() -> None:
    homes = share_chart("Huishoudens", (("Eén persoon", 60, 50, 40),), Names())
    largest = largest_share([CHART, homes])
    (half, *_), (whole,) = (share_bars(one, largest=largest) for one in (CHART, homes))
    assert length(whole) == pytest.approx(3 * length(half), abs=0.2)


def test_the_largest_figure_fits_with_its_mark() -> None:
    _, second = share_bars(CHART)
    tick = corners(paths(second, fill=INK)[0])
    assert max(x for x, _ in tick) < WIDTH
    assert length(second) < min(x for x, _ in tick)


def test_benchmarks_have_the_marks_of_the_spine() -> None:
    first, _ = share_bars(CHART)
    assert len(paths(first, fill=INK)) == 1
    assert len(paths(first, fill=WHITE, stroke=INK)) == 1


def test_an_absent_share_has_no_bar_and_an_absent_benchmark_no_mark() -> None:
    bar = ShareBar("0 tot 15", cell(None), (cell(None), cell(16, "16%")))
    (drawn,) = share_bars(only(bar))
    assert not paths(drawn, fill=BLUE)
    assert not paths(drawn, fill=WHITE, stroke=INK)
    assert paths(drawn, fill=INK)


def test_no_figures_at_all() -> None:
    bar = ShareBar("0 tot 15", cell(None), (cell(None), cell(None)))
    (drawn,) = share_bars(only(bar))
    assert not paths(drawn)


def test_zero_is_a_bar_without_length() -> None:
    bar = ShareBar("0 tot 15", cell(0.0, "0%"), (cell(0.0, "0%"), cell(0.0, "0%")))
    (drawn,) = share_bars(only(bar))
    assert length(drawn) == 0


def test_a_bar_says_its_figures() -> None:
    assert title(share_bars(CHART)[0]) == "0 tot 15: 20%, 17%, 16%"

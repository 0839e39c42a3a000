from __future__ import annotations

import pytest

from tests.support.svg import corners, paths, view_box
from wijkprofiel.charts.data import PartBarData
from wijkprofiel.charts.palette import BLUE, GREY, INK, VERMILLION
from wijkprofiel.charts.part_bars import part_bars
from wijkprofiel.domain.verdict import Tone

WHOLE = PartBarData(30, None, is_whole=True)


def part(value: float | None, tone: Tone = Tone.NEUTRAL) -> PartBarData:
    return PartBarData(value, tone, is_whole=False)


def ends(svg: str, colour: str) -> list[float]:
    return [max(x for x, _ in corners(outline)) for outline in paths(svg, fill=colour)]


def test_all_bars_begin_at_zero_and_share_one_scale() -> None:
    double, single = part_bars([part(60), part(30)], 30)
    assert ends(double, GREY)[0] == pytest.approx(2 * ends(single, GREY)[0], abs=0.2)
    starts = [min(x for x, _ in corners(paths(svg, fill=GREY)[0])) for svg in (double, single)]
    assert starts == [0, 0]


def test_the_area_is_a_line_at_the_same_place_in_every_bar_of_a_part() -> None:
    *parts, own = part_bars([part(60), part(10), WHOLE], 30)
    (line,) = {tuple(ends(svg, INK)) for svg in parts}
    (end,) = ends(own, INK)
    assert line[0] == pytest.approx(end, abs=2)


def test_colour_is_the_side_and_nothing_else() -> None:
    tones = (Tone.FAVOURABLE, Tone.UNFAVOURABLE, Tone.NEUTRAL, Tone.INK)
    drawn = part_bars([part(20, tone) for tone in tones], None)
    for svg, colour in zip(drawn, (BLUE, VERMILLION, GREY, GREY), strict=True):
        assert len(paths(svg)) == len(paths(svg, fill=colour)) == 1


def test_a_part_without_a_figure_has_no_bar_but_the_line() -> None:
    drawn, _ = part_bars([part(None), part(40)], 30)
    assert not paths(drawn, fill=GREY)
    assert paths(drawn, fill=INK)


def test_nothing_known_is_nothing_drawn() -> None:
    (drawn,) = part_bars([part(None)], None)
    assert not paths(drawn)


def test_everything_stays_in_the_picture() -> None:
    for svg in part_bars([part(60), part(10), WHOLE], 60):
        width, _ = view_box(svg)
        assert max(x for outline in paths(svg) for x, _ in corners(outline)) <= width


def test_zero_everywhere_divides_by_nothing() -> None:
    for svg in part_bars([part(0.0), part(0.0)], 0.0):
        assert ends(svg, GREY) == [0]

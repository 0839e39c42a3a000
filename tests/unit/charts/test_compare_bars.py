from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.svg import corners, paths, texts, title, view_box
from wijkprofiel.charts.compare_bars import NAME_SIZE, WIDTH, compare_bars, height
from wijkprofiel.charts.data import CompareBar, CompareData
from wijkprofiel.charts.palette import BLUE, GREY, VERMILLION
from wijkprofiel.domain.verdict import Tone

SMALLEST = 9.0
PIXEL = 0.75
OWN = CompareBar("Hier", "27", 27, Tone.UNFAVOURABLE)
NEAR = CompareBar("In Utrecht", "17", 17)
COUNTRY = CompareBar("In Nederland", "14", 14)
DATA = CompareData((OWN, NEAR, COUNTRY), 100, "Geld is vaker krap: Hier 27.")


def ends(drawn: str, colour: str) -> list[float]:
    return [max(x for x, _ in corners(outline)) for outline in paths(drawn, fill=colour)]


def test_every_bar_has_its_name_and_number_and_needs_no_legend() -> None:
    drawn = compare_bars(DATA)
    assert texts(drawn) == ["Hier", "27", "In Utrecht", "17", "In Nederland", "14"]
    assert title(drawn) == DATA.text


def test_bars_of_people_are_parts_of_a_hundred() -> None:
    own = ends(compare_bars(DATA), VERMILLION)
    others = ends(compare_bars(DATA), GREY)
    assert [round(end / own[0], 2) for end in (*own, *others)] == [1.0, 0.63, 0.52]
    full = compare_bars(replace(DATA, bars=(replace(OWN, printed="100", value=100),)))
    assert own[0] / ends(full, VERMILLION)[0] == pytest.approx(0.27, abs=0.01)


def test_without_a_whole_the_longest_takes_the_width() -> None:
    bars = (CompareBar("Hier", "3,3 km", 3.3, Tone.UNFAVOURABLE), CompareBar("Land", "1,1 km", 1.1))
    drawn = compare_bars(CompareData(bars, None, "ver"))
    assert ends(drawn, GREY)[0] == pytest.approx(ends(drawn, VERMILLION)[0] / 3, abs=0.1)


@pytest.mark.parametrize("value", [0, 1, 50, 90, 95, 99, 100])
def test_a_number_stands_behind_its_bar_and_inside_the_picture(value: float) -> None:
    bar = CompareBar("Hier", f"{value} km", value, Tone.FAVOURABLE)
    drawn = compare_bars(CompareData((bar,), 100, "proef"))
    written = drawn.rindex("<text x=")
    start = float(drawn[written:].split('"')[1])
    assert start > ends(drawn, BLUE)[0]
    assert start + 0.55 * 13.4 * len(bar.printed) < WIDTH


def test_no_letter_is_too_small_in_print() -> None:
    assert NAME_SIZE * PIXEL >= SMALLEST


def test_how_high_it_is_is_known_before() -> None:
    assert view_box(compare_bars(DATA)) == (WIDTH, height(DATA))

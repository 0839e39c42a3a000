from __future__ import annotations

import re
from itertools import combinations

import pytest

from tests.support.svg import paths, texts, title
from wijkprofiel.charts.curve import HEIGHT, TEXT_SIZE, WIDTH, curve
from wijkprofiel.charts.data import CurveData, CurveRound

YEARS = (2012, 2016, 2020)


def rounds(*numbers: int | None) -> tuple[CurveRound | None, ...]:
    return tuple(None if each is None else CurveRound(each, str(each)) for each in numbers)


def data(own: tuple[int | None, ...], country: tuple[int | None, ...]) -> CurveData:
    return CurveData(YEARS, rounds(*own), rounds(*country), "hier", "Nederland", "rondes")


def boxes(drawn: str) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of every text, as large as a letter is at most."""
    found = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)', drawn)
    return [
        (float(x), float(y) - TEXT_SIZE * 0.66, float(x) + len(said) * TEXT_SIZE * 0.5, float(y))
        for x, y, said in found
    ]


def test_numbers_and_years_stand_at_the_points_and_names_at_the_end() -> None:
    drawn = curve(data((53, 54, 58), (40, 43, 47)))
    assert sorted(texts(drawn)) == sorted(
        ["53", "40", "54", "43", "58 hier", "47 Nederland", "2012", "2016", "2020"]
    )
    assert title(drawn) == "rondes"


@pytest.mark.parametrize(
    ("own", "country"),
    [
        ((53, 54, 58), (40, 43, 47)),
        ((40, 40, 40), (40, 40, 40)),
        ((41, 40, 39), (40, 40, 40)),
        ((10, 30, 12), (20, 20, 12)),
        ((0, 0, 0), (1, 1, 1)),
        ((95, 20, 95), (20, 95, 94)),
        ((100, 99, 100), (99, 100, 99)),
    ],
)
def test_no_text_lies_on_another_or_outside(own: tuple[int, ...], country: tuple[int, ...]) -> None:
    found = boxes(curve(data(own, country)))
    for left, top, right, bottom in found:
        assert 0 <= left < right <= WIDTH
        assert 0 <= top < bottom <= HEIGHT
    for one, other in combinations(found, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


def test_a_round_without_a_figure_breaks_the_line() -> None:
    whole, broken = data((1, 2, 3), (4, 5, 6)), data((1, None, 3), (4, 5, 6))
    assert len(paths(curve(whole), fill="none")) == 2
    assert len(paths(curve(broken), fill="none")) == 1
    assert "2" not in texts(curve(broken))


def test_the_upper_of_two_has_its_number_above() -> None:
    drawn = curve(data((53, 54, 58), (40, 43, 47)))
    heights = dict(re.findall(r'y="([\d.]+)"[^>]*>(53|40)<', drawn))
    places = {said: float(y) for y, said in heights.items()}
    assert places["53"] < places["40"]

"""Regressions worked by hand, beside those of numpy, and where there is nothing to say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wijkprofiel.methods.regression import Regression, correlation

ONES = [1.0] * 4


def test_a_line_through_all_areas_goes_together_whole() -> None:
    regression = Regression.on([[1, 2, 3, 4]], ONES)
    assert regression.r_squared([5, 7, 9, 11]) == pytest.approx(1)


def test_by_hand() -> None:
    # x = 0 1 2 3, y = 1 0 2 3: covariance 4 over n, variances 5 and 5, so r = 4/5.
    assert Regression.on([[0, 1, 2, 3]], ONES).r_squared([1, 0, 2, 3]) == pytest.approx(0.64)
    assert correlation([0, 1, 2, 3], [1, 0, 2, 3], ONES) == pytest.approx(0.8)
    assert correlation([0, 1, 2, 3], [-1, 0, -2, -3], ONES) == pytest.approx(-0.8)


def test_an_area_with_twice_the_people_counts_as_two() -> None:
    weighed = correlation([0, 1, 4], [3, 1, 7], [1, 1, 2])
    assert weighed == pytest.approx(correlation([0, 1, 4, 4], [3, 1, 7, 7], ONES))
    columns = [[0.0, 1, 4, 2, 5], [1.0, 0, 0, 3, 2]]
    twice = [[*column, column[2]] for column in columns]
    figures = [3.0, 1, 7, 2, 4]
    found = Regression.on(columns, [1, 1, 2, 1, 1]).r_squared(figures)
    assert found == pytest.approx(Regression.on(twice, [1.0] * 6).r_squared([*figures, 7]))


def test_a_column_that_depends_on_the_others_adds_nothing() -> None:
    columns = [[0.0, 1, 4, 2, 5], [1.0, 0, 0, 3, 2]]
    figures = [3.0, 1, 7, 2, 4]
    both = [2 * a - b + 7 for a, b in zip(*columns, strict=True)]
    alone = Regression.on(columns, [1.0] * 5).r_squared(figures)
    assert Regression.on([*columns, both], [1.0] * 5).r_squared(figures) == pytest.approx(alone)


def test_what_is_the_same_everywhere_goes_together_with_nothing() -> None:
    assert Regression.on([[1, 2, 3, 4]], ONES).r_squared([5, 5, 5, 5]) is None
    assert Regression.on([[5, 5, 5, 5]], ONES).r_squared([1, 2, 3, 4]) == 0
    assert correlation([0.1, 0.1, 0.1, 0.1], [1, 2, 3, 4], ONES) is None
    assert correlation([1, 2, 3, 4], [0.1, 0.1, 0.1, 0.1], ONES) is None


@pytest.mark.parametrize(
    ("columns", "weights", "told"),
    [
        ([[1, 2]], [1, 1], "more areas than columns"),
        ([[1, 2, 3]], [1, 1, 0], "positive"),
        ([[1, 2]], [1, 1, 1], "one value per area"),
    ],
)
def test_what_cannot_be_computed_is_refused(
    columns: list[list[float]], weights: list[float], told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        Regression.on(columns, weights)


def test_there_is_one_figure_per_area() -> None:
    with pytest.raises(ValueError, match="one figure per area"):
        Regression.on([[1, 2, 3, 4]], ONES).r_squared([1, 2, 3])
    with pytest.raises(ValueError, match="both figures of every area"):
        correlation([1, 2, 3], [1, 2, 3, 4], ONES)


VALUES = st.integers(-1000, 1000).map(lambda number: number / 10)
AREAS = st.lists(st.tuples(VALUES, VALUES, VALUES, st.integers(1, 50_000)), min_size=6, max_size=30)


@given(AREAS)
def test_the_same_comes_out_of_numpy(areas: list[tuple[float, float, float, int]]) -> None:
    one, other, figures, weights = (np.array(column, float) for column in zip(*areas, strict=True))
    columns = np.column_stack([np.ones(len(one)), one, other]) * np.sqrt(weights)[:, None]
    assume(np.linalg.cond(columns) < 1e6)
    assume(np.ptp(figures) > 0)
    target = figures * np.sqrt(weights)
    left = target - columns @ np.linalg.lstsq(columns, target, rcond=None)[0]
    around = np.sum(weights * (figures - np.average(figures, weights=weights)) ** 2)
    found = Regression.on([one.tolist(), other.tolist()], weights.tolist())
    assert found.r_squared(figures.tolist()) == pytest.approx(1 - left @ left / around, abs=1e-6)
    covariance = np.cov(one, figures, aweights=weights)
    expected = covariance[0, 1] / np.sqrt(covariance[0, 0] * covariance[1, 1])
    r = correlation(one.tolist(), figures.tolist(), weights.tolist())
    assert r == pytest.approx(expected, abs=1e-6)

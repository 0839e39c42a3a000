from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wijkprofiel.compilation.spreads import spread_of
from wijkprofiel.domain.figures import Spread
from wijkprofiel.methods.spread import describe

PERCENTAGES = st.integers(0, 1000).map(lambda tenths: tenths / 10)


ONE, TWO = np.ones(1), np.ones(2)
PEOPLE = st.none() | st.integers(0, 5_000_000).map(lambda hundredths: hundredths / 100)


@given(st.lists(st.tuples(st.none() | PERCENTAGES, PEOPLE), min_size=1), st.integers(0, 2))
def test_columns_are_summarised_as_the_method_says(
    wijken: list[tuple[float | None, float | None]], decimals: int
) -> None:
    values, people = (list(column) for column in zip(*wijken, strict=True))
    assume(any(value is not None for value in values))
    found = spread_of(np.array(values, float), np.array(people, float), decimals)
    expected = describe(values, people, decimals)
    assert found is not None
    for field in fields(Spread):
        assert getattr(found, field.name) == pytest.approx(getattr(expected, field.name), abs=1e-6)


def test_missing_figures_do_not_count() -> None:
    found = spread_of(np.array([1.0, np.nan, 3.0]), np.array([5.0, 7.0, 11.0]), 1)
    assert found is not None
    assert (found.count, found.median, found.values, found.counts) == (2, 2, (1, 3), (1, 1))
    assert (found.wijken_total, found.people) == (3, (5, 11))


def test_without_figures_there_is_no_spread() -> None:
    assert spread_of(np.array([np.nan]), ONE, 1) is None


def test_one_figure_has_no_deviation_and_negative_ones_have_no_roots() -> None:
    one, negative = spread_of(np.array([4.0]), ONE, 1), spread_of(np.array([-1.0, 4.0]), TWO, 1)
    assert one is not None
    assert negative is not None
    assert one.sd is None
    assert negative.sd is not None
    assert negative.sd_root is None


def test_values_are_kept_at_the_precision_that_was_asked() -> None:
    found = spread_of(np.array([0.25, 0.251, 0.35, 10.04]), np.arange(4.0), 1)
    assert found is not None
    # As Python rounds, because the position of an area is looked up with Python's round.
    assert (found.values, found.counts) == ((0.2, 0.3, 10.0), (1, 2, 1))
    assert found.people == (0, 3, 3)

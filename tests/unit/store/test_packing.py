from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkprofiel.store.packing import ColumnPool, pack, unpack

FIGURES = st.integers(-(10**8), 10**8)
COLUMNS = st.integers(0, 6).flatmap(
    lambda decimals: st.lists(st.none() | FIGURES.map(lambda whole: whole / 10**decimals))
)


def test_figures_are_kept_as_steps_between_whole_numbers() -> None:
    assert pack([77.8, None, 78.1, 78.0]) == [1, 778, None, 3, -1]


@given(COLUMNS)
def test_no_digit_is_lost(values: list[float | None]) -> None:
    assert unpack(pack(values)) == values


def test_more_decimals_than_an_edition_keeps_are_refused() -> None:
    with pytest.raises(ValueError, match="more than 6 decimals"):
        pack([1 / 3])


def test_the_same_column_is_kept_once() -> None:
    pool = ColumnPool()
    assert [pool.add([1.0, 2.0]), pool.add([3.0]), pool.add([1.0, 2.0])] == [0, 1, 0]
    assert pool.columns == [[0, 1, 1], [0, 3]]

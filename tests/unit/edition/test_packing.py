from __future__ import annotations

from itertools import pairwise
from math import nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkprofiel.edition.packing import ColumnPool, Groups, PackedColumn
from wijkprofiel.edition.unpacking import unpack

FIGURES = st.integers(-(10**9), 10**9)
COLUMN = st.integers(0, 6).flatmap(
    lambda decimals: st.lists(
        st.none() | FIGURES.map(lambda whole: whole / 10**decimals), min_size=1, max_size=8
    )
)


def pack(*parts: list[float | None]) -> list[list[int | None]]:
    """Each part as a gemeente of its own, in one column."""
    homes = [f"GM{number:04}" for number, part in enumerate(parts) for _ in part]
    values = np.array([nan if value is None else value for part in parts for value in part])
    column = PackedColumn.of(values, Groups.of(homes))
    return [column.part(number) for number in range(len(parts))]


def test_figures_are_kept_as_steps_between_whole_numbers() -> None:
    assert pack([77.8, None, 78.1, 78.0]) == [[1, 778, None, 3, -1]]


def test_every_gemeente_begins_anew_with_decimals_of_its_own() -> None:
    assert pack([7.25, 7.5], [None, 3.0, 5.0], [None]) == [[2, 725, 25], [0, None, 3, 2], [0, None]]


def test_a_gemeente_without_figures_is_told() -> None:
    column = PackedColumn.of(np.array([nan, 1.0, nan]), Groups.of(["GM0001", "GM0002", "GM0002"]))
    assert [column.is_empty(group) for group in range(2)] == [True, False]


@given(st.lists(COLUMN, min_size=1, max_size=5))
def test_no_digit_is_lost(parts: list[list[float | None]]) -> None:
    for part, packed in zip(parts, pack(*parts), strict=True):
        assert unpack(packed) == part


def test_more_decimals_than_an_edition_keeps_are_refused() -> None:
    with pytest.raises(ValueError, match="more than 6 decimals"):
        pack([1 / 3])


def test_areas_are_found_back_by_their_home() -> None:
    groups = Groups.of(["GM0002", "NL00", "GM0001", "GM0002"])
    assert groups.names == ["GM0001", "GM0002", "NL00"]
    found = [groups.places(number).tolist() for number in range(3)]
    assert found == [[2], [0, 3], [1]]
    assert [end - start for start, end in pairwise(groups.starts.tolist())] == [1, 2, 1]
    assert groups.all_of(np.array([True, True, False, True])).tolist() == [False, True, True]


def test_the_same_column_is_kept_once() -> None:
    pool = ColumnPool()
    assert [pool.add([0, 1, 1]), pool.add([0, 3]), pool.add([0, 1, 1])] == [0, 1, 0]
    assert pool.columns == [[0, 1, 1], [0, 3]]

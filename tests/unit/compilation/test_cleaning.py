from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from wijkprofiel.compilation.cleaning import clean_codes, clean_numbers


def test_keys_lose_their_padding() -> None:
    codes = clean_codes(pd.Series(["WK034403  ", "GM0344    ", "BU03440311"]))
    assert codes.tolist() == ["WK034403", "GM0344", "BU03440311"]


def test_the_country_has_one_code_whatever_the_table_calls_it() -> None:
    assert clean_codes(pd.Series(["NL01      ", "NL00", "NL10"])).tolist() == ["NL00"] * 3


def test_a_buurt_of_amsterdam_is_not_the_country() -> None:
    codes = ["BU0363NL01", "BU0363NL02"]
    assert clean_codes(pd.Series(codes)).tolist() == codes


@pytest.mark.parametrize(
    ("cell", "marked"),
    [
        (".", True),
        ("         .", True),
        ("", False),
        ("   ", False),
        (None, False),
        ("-99995", True),
        ("-99997.0", True),
    ],
)
def test_every_way_to_write_missing_in_text(cell: str | None, *, marked: bool) -> None:
    found = clean_numbers(pd.Series([cell, "    76.1"]))
    assert np.isnan(found.values[0])
    assert found.marked.tolist() == [marked, False]
    assert found.values[1] == 76.1
    assert not found.strange.any()


@pytest.mark.parametrize(("cell", "marked"), [(-99995, True), (-99997.0, True), (np.nan, False)])
def test_every_way_to_write_missing_in_numbers(cell: float, *, marked: bool) -> None:
    found = clean_numbers(pd.Series([cell, 0]))
    assert np.isnan(found.values[0])
    assert found.values[1] == 0
    assert found.marked.tolist() == [marked, False]


def test_a_column_without_any_value() -> None:
    nothing: pd.Series[Any] = pd.Series([None, None])
    found = clean_numbers(nothing)
    assert np.isnan(found.values).all()
    assert not found.marked.any()
    assert not found.strange.any()


@pytest.mark.parametrize("cell", ["x", "12,5", "onbekend", "1e999", "inf"])
def test_anything_else_is_strange_and_no_way_to_write_missing(cell: str) -> None:
    found = clean_numbers(pd.Series(["1", cell]))
    assert found.strange.tolist() == [False, True]
    assert not found.marked.any()
    assert np.isnan(found.values[1])


def test_a_number_without_end_is_strange() -> None:
    found = clean_numbers(pd.Series([1.0, np.inf]))
    assert found.strange.tolist() == [False, True]

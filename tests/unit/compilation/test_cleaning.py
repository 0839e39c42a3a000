from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from wijkprofiel.compilation.cleaning import clean_codes, clean_numbers
from wijkprofiel.domain.errors import SourceChangedError


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
    values, marks = clean_numbers(pd.Series([cell, "    76.1"]), "kolom")
    assert np.isnan(values[0])
    assert marks.tolist() == [marked, False]
    assert values[1] == 76.1


@pytest.mark.parametrize(("cell", "marked"), [(-99995, True), (-99997.0, True), (np.nan, False)])
def test_every_way_to_write_missing_in_numbers(cell: float, *, marked: bool) -> None:
    values, marks = clean_numbers(pd.Series([cell, 0]), "kolom")
    assert np.isnan(values[0])
    assert values[1] == 0
    assert marks.tolist() == [marked, False]


def test_a_column_without_any_value() -> None:
    nothing: pd.Series[Any] = pd.Series([None, None])
    values, marks = clean_numbers(nothing, "kolom")
    assert np.isnan(values).all()
    assert not marks.any()


@pytest.mark.parametrize("cell", ["x", "12,5", "onbekend"])
def test_anything_else_is_refused_with_its_column(cell: str) -> None:
    with pytest.raises(SourceChangedError, match=f"Kolom koop bevat '{cell}'"):
        clean_numbers(pd.Series(["1", cell]), "koop")

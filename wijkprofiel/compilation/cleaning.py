"""The one place where raw cells become codes and numbers.

Missing is written in many ways: null, an empty field, a dot padded to the width of the column, or
a large negative number. A dot and a number say that the source knows and does not tell; null and
empty say no more than that nothing is there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from wijkprofiel.domain.regions import NEDERLAND
from wijkprofiel.edition.packing import Flags, Floats

_MARK = "."
_SENTINEL = -99990
"""PDOK writes -99995, -99997 and the like; no figure of ours comes near."""

# Anchored: Amsterdam has buurten such as BU0363NL01.
_COUNTRY = re.compile(r"^NL\d{2}$")


def clean_codes(raw: pd.Series[str]) -> pd.Series[str]:
    """Region codes without padding, with one code for the country."""
    # A table of many years has every code many times: each is cleaned once.
    places, cells = pd.factorize(raw.astype("str"), use_na_sentinel=False)
    codes = pd.Series(cells, dtype="str").str.strip().str.replace(_COUNTRY, NEDERLAND, regex=True)
    return pd.Series(codes.array.take(places), index=raw.index)


def clean_text(raw: pd.Series[str]) -> pd.Series[str]:
    """Text without the blanks that fill the column."""
    return raw.str.strip()


@dataclass(frozen=True)
class Cleaned:
    """A column as numbers.

    Attributes:
        values: NaN where there is no number.
        marked: where the source says itself that there is none.
        strange: where there is something else; the other two say nothing of it.
    """

    values: Floats
    marked: Flags
    strange: Flags


def clean_numbers(raw: pd.Series[str] | pd.Series[float]) -> Cleaned:
    """The numbers of a column, and where it has something that is no number."""
    if pd.api.types.is_numeric_dtype(raw):
        values = raw.to_numpy(dtype=np.float64, na_value=np.nan)
        infinite = np.isinf(values)
        found = Cleaned(np.where(infinite, np.nan, values), np.zeros_like(infinite), infinite)
    else:
        found = _parse(raw)
    sentinel = found.values <= _SENTINEL
    return Cleaned(np.where(sentinel, np.nan, found.values), found.marked | sentinel, found.strange)


def _parse(raw: pd.Series[str] | pd.Series[float]) -> Cleaned:
    # A column has few different cells: each is read once, however many rows there are.
    places, cells = pd.factorize(raw.astype("str"), use_na_sentinel=False)
    text = pd.Series(cells, dtype="str").fillna("").str.strip()
    marked = (text == _MARK).to_numpy(dtype=np.bool_)
    missing = text.isin({_MARK, ""})
    numbers = pd.to_numeric(text.where(~missing), errors="coerce").astype("float64").to_numpy()
    strange = (np.isnan(numbers) | np.isinf(numbers)) & ~missing.to_numpy(dtype=np.bool_)
    values = np.where(strange, np.nan, numbers)
    return Cleaned(values[places], marked[places], strange[places])

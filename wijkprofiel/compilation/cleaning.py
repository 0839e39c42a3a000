"""The one place where raw cells become codes and numbers.

Missing is written in many ways: null, an empty field, a dot padded to the width of the column, or
a large negative number. A dot and a number say that the source knows and does not tell; null and
empty say no more than that nothing is there.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from wijkprofiel.domain.errors import SourceChangedError
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


def clean_numbers(raw: pd.Series[str] | pd.Series[float], column: str) -> tuple[Floats, Flags]:
    """Numbers with NaN where there is none, and where the source marked it as missing.

    Raises:
        SourceChangedError: if a cell is neither a number nor a known way to write missing.
    """
    if pd.api.types.is_numeric_dtype(raw):
        values = raw.to_numpy(dtype=np.float64, na_value=np.nan)
        marked = np.zeros(len(raw), dtype=np.bool_)
    else:
        values, marked = _parse(raw, column)
    sentinel = values <= _SENTINEL
    return np.where(sentinel, np.nan, values), marked | sentinel


def _parse(raw: pd.Series[str] | pd.Series[float], column: str) -> tuple[Floats, Flags]:
    # A column has few different cells: each is read once, however many rows there are.
    places, cells = pd.factorize(raw.astype("str"), use_na_sentinel=False)
    text = pd.Series(cells, dtype="str").fillna("").str.strip()
    marked = (text == _MARK).to_numpy(dtype=np.bool_)
    numbers = pd.to_numeric(text.where(~text.isin({_MARK, ""})), errors="coerce")
    strange = (numbers.isna() | np.isinf(numbers)) & ~text.isin({_MARK, ""})
    if strange.any():
        times = int(strange.to_numpy()[places].sum())
        raise SourceChangedError(
            f"Kolom {column} bevat {text[strange].iloc[0]!r}; dat is geen getal ({times} cellen).",
            remedy="Controleer de bron; een nieuwe manier om `ontbreekt` te schrijven hoort"
            " in wijkprofiel zelf te worden toegevoegd.",
        )
    return numbers.to_numpy(dtype=np.float64)[places], marked[places]

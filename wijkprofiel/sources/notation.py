"""Numbers as a copy writes them: a notation that is declared, never one that is guessed.

A cell is a number, empty, or neither. What is neither is kept with its kind, so that a column is
refused with a remedy that helps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from math import isnan
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wijkprofiel.configuration.editions import CopyNotation

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Cells: TypeAlias = "pd.Series[Any]"

MISSING = ("", ".")
"""What a table of CBS or RIVM writes where it has no figure."""

_PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_MONTH = r"(jan|feb|mrt|maa|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\d{{1,2}}[-/ .]{_MONTH}([-/ ]\d{{2,4}})?|{_MONTH}[-/ ]\d{{1,4}}"
    r"|\d{4}[-/]\d{1,2}[-/]\d{1,2}([ T][\d:.]+)?|\d{1,2}[-/]\d{1,2}([-/]\d{2,4})?",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(\.\d{3})+")
_DIGITS = 15
"""Significant digits that a workbook keeps of a number."""

_USUAL = (
    CopyNotation(decimaal=","),
    CopyNotation(decimaal=",", duizendtal="."),
    CopyNotation(decimaal=".", duizendtal=","),
    CopyNotation(decimaal=".", duizendtal=" "),
    CopyNotation(decimaal=",", duizendtal=" "),
    CopyNotation(decimaal=".", duizendtal="'"),
)


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A column of figures, read.

    Attributes:
        values: NaN where there is no number.
        strange: where a cell is neither a number nor empty.
        cells: the cells as plain numbers (`0.5`), as they were given where nothing was declared.
    """

    values: Floats
    strange: Flags
    cells: Cells


def read_column(raw: Cells, notation: CopyNotation | None) -> ReadColumn:
    """Read the cells of a column."""
    if pd.api.types.is_numeric_dtype(raw) and not pd.api.types.is_bool_dtype(raw):
        values = raw.to_numpy(dtype=np.float64, na_value=np.nan)
        return ReadColumn(values, np.zeros(len(raw), dtype=np.bool_), raw)
    # A column has few different cells: each is read once, however many rows there are.
    places, found = pd.factorize(raw.astype("object"), use_na_sentinel=False)
    plain = [plain_number(cell, notation) for cell in found]
    strange = np.array([text is None for text in plain], dtype=np.bool_)
    values = np.array([_value(text) for text in plain], dtype=np.float64)
    shown = [
        as_text(cell) if text is None else text for cell, text in zip(found, plain, strict=True)
    ]
    cells = pd.Series(pd.array(shown, dtype="str").take(places), index=raw.index)
    return ReadColumn(values[places], strange[places], cells)


def plain_number(cell: object, notation: CopyNotation | None) -> str | None:
    """A cell as a number with a decimal point, or as it is where it is empty; None if neither."""
    if cell is None or (isinstance(cell, float) and isnan(cell)):
        return ""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):  # of a workbook, which keeps numbers without a notation
        return np.format_float_positional(cell, precision=_DIGITS, fractional=False, trim="-")
    if not isinstance(cell, str):
        return None
    text = cell.strip()
    if text in MISSING:
        return cell
    if notation is None:
        return cell if _PLAIN.fullmatch(text) else None
    return "" if text in notation.leeg else _translated(text, notation)


def _translated(text: str, notation: CopyNotation) -> str | None:
    spaced = text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2212", "-")
    whole = r"\d+"
    if notation.duizendtal is not None:
        whole = rf"[1-9]\d{{0,2}}({re.escape(notation.duizendtal)}\d{{3}})+|\d+"
    pattern = rf"(?P<sign>[+-]?)(?P<whole>{whole})({re.escape(notation.decimaal)}(?P<rest>\d+))?"
    found = re.fullmatch(pattern, spaced)
    if found is None:
        return None
    sign = found["sign"].replace("+", "")
    digits = re.sub(r"\D", "", found["whole"])
    return f"{sign}{digits}.{found['rest']}" if found["rest"] else f"{sign}{digits}"


def _value(text: str | None) -> float:
    return float("nan") if text is None or text.strip() in MISSING else float(text)


def as_text(cell: object) -> str:
    """A cell as text; nothing where it is empty."""
    return "" if cell is None or (isinstance(cell, float) and isnan(cell)) else str(cell)


def is_date(cell: object) -> bool:
    """Whether a cell is a day or a month, as spreadsheets make of `10-1` or `10.1`."""
    if isinstance(cell, date | time):
        return True
    return isinstance(cell, str) and _DATE.fullmatch(cell.strip()) is not None


def is_grouped(text: str) -> bool:
    """Whether a number may be one with points between thousands (`16.000`)."""
    return _GROUPED.fullmatch(text.strip()) is not None


def fitting(raw: Cells, declared: CopyNotation | None) -> CopyNotation | None:
    """The notation, of those that are usual, in which all cells of a column can be read."""
    cells = raw.astype("object").unique()
    empty = () if declared is None else declared.leeg
    for usual in _USUAL:
        notation = usual.model_copy(update={"leeg": empty})
        if all(plain_number(cell, notation) is not None for cell in cells):
            return usual
    return None

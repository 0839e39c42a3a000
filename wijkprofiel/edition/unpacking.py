"""Columns of numbers in few bytes, without losing a digit.

Neighbouring areas have similar figures, so a column is kept as whole numbers (the figure times a
power of ten) and each as its difference from the one before:

    [77.8, None, 78.1, 78.0]  becomes  [1, 778, None, 3, -1]     (1 = number of decimals)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

_KINDS = {int, type(None)}
_MOST_DECIMALS = 12
_LARGEST = 10**15


def unpack(packed: Sequence[int | None]) -> list[float | None]:
    """The column as it was.

    Raises:
        ValueError: if it is no packed column.
    """
    decimals, *steps = packed
    if not {type(step) for step in packed} <= _KINDS:
        raise ValueError("not a column of whole numbers")
    if not 0 <= (decimals or 0) <= _MOST_DECIMALS:
        raise ValueError("not a number of decimals")
    scale = 10 ** (decimals or 0)
    wholes = list(accumulate([step or 0 for step in steps]))
    if wholes and not -_LARGEST < min(wholes) <= max(wholes) < _LARGEST:
        raise ValueError("a number too large for a figure")
    pairs = zip(steps, wholes, strict=True)
    return [None if step is None else whole / scale for step, whole in pairs]

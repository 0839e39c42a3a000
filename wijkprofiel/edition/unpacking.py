"""Columns of numbers in few bytes, without losing a digit.

Neighbouring areas have similar figures, so a column is kept as whole numbers (the figure times a
power of ten) and each as its difference from the one before:

    [77.8, None, 78.1, 78.0]  becomes  [1, 778, None, 3, -1]     (1 = number of decimals)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


def unpack(packed: Sequence[int | None]) -> list[float | None]:
    """The column as it was."""
    decimals, *steps = packed
    scale = 10 ** (decimals or 0)
    wholes = accumulate([step or 0 for step in steps])
    pairs = zip(steps, wholes, strict=True)
    return [None if step is None else whole / scale for step, whole in pairs]

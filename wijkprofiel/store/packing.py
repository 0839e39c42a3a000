"""Columns of numbers in few bytes, without losing a digit.

Neighbouring areas have similar figures, so a column is kept as whole numbers (the figure times a
power of ten) and each as its difference from the one before:

    [77.8, None, 78.1, 78.0]  becomes  [1, 778, None, 3, -1]     (1 = number of decimals)
"""

from __future__ import annotations

from collections.abc import Sequence

Values = Sequence[float | None]
Packed = list[int | None]

_MOST_DECIMALS = 6


class ColumnPool:
    """Packed columns in order of first use; the same column is kept once."""

    def __init__(self) -> None:
        self.columns: list[Packed] = []
        self._places: dict[tuple[int | None, ...], int] = {}

    def add(self, values: Values) -> int:
        """Place of this column in the pool."""
        packed = pack(values)
        place = self._places.setdefault(tuple(packed), len(self.columns))
        if place == len(self.columns):
            self.columns.append(packed)
        return place


def pack(values: Values) -> Packed:
    """Pack a column.

    Raises:
        ValueError: if a value has more decimals than an edition keeps.
    """
    decimals = _decimals([value for value in values if value is not None])
    packed: Packed = [decimals]
    before = 0
    for value in values:
        if value is None:
            packed.append(None)
            continue
        whole = round(value * 10**decimals)
        packed.append(whole - before)
        before = whole
    return packed


def unpack(packed: Packed) -> list[float | None]:
    """The column as it was."""
    decimals, *steps = packed
    scale = 10 ** (decimals or 0)
    whole, values = 0, list[float | None]()
    for step in steps:
        if step is None:
            values.append(None)
        else:
            whole += step
            values.append(whole / scale)
    return values


def _decimals(values: Sequence[float]) -> int:
    """The fewest decimals that all of these can be written with."""
    for decimals in range(_MOST_DECIMALS + 1):
        scale = 10**decimals
        if all(round(value * scale) / scale == value for value in values):
            return decimals
    raise ValueError(f"there are figures with more than {_MOST_DECIMALS} decimals")

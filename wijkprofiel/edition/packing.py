"""Columns as `edition.unpacking` reads them, for all gemeenten at once.

There are a thousand columns of eighteen thousand areas: what is done per number is done with whole
arrays, and only what goes into a row becomes a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wijkprofiel.compilation.cleaning import Flags, Floats

Places = NDArray[np.intp]
Packed = list[int | None]

_MOST_DECIMALS = 6
_SMALL = np.iinfo(np.int32).max


class ColumnPool:
    """Packed columns in order of first use; the same column is kept once."""

    def __init__(self) -> None:
        self.columns: list[Packed] = []
        self._places: dict[tuple[int | None, ...], int] = {}

    def add(self, packed: Packed) -> int:
        """Place of this column in the pool."""
        place = self._places.setdefault(tuple(packed), len(self.columns))
        if place == len(self.columns):
            self.columns.append(packed)
        return place


@dataclass(frozen=True)
class Groups:
    """The areas of each gemeente together.

    Attributes:
        names: of the groups, in order.
        order: places of all areas, those of one group after each other.
        starts: where each group begins in that order, and where the last one ends.
    """

    names: Sequence[str]
    order: Places
    starts: Places

    @classmethod
    def of(cls, homes: Sequence[str]) -> Groups:
        """Group areas by the name of their home."""
        names, group = np.unique(np.array(homes), return_inverse=True)
        order = np.argsort(group, kind="stable")
        return cls(names.tolist(), order, np.searchsorted(group[order], np.arange(len(names) + 1)))

    def places(self, group: int) -> Places:
        """Places of the areas of one group."""
        return self.order[self.starts[group] : self.starts[group + 1]]

    def all_of(self, flags: Flags) -> Flags:
        """Per group whether all of its areas have this."""
        return np.logical_and.reduceat(flags[self.order], self.starts[:-1])


@dataclass(frozen=True)
class PackedColumn:
    """One column of figures, packed per group.

    Attributes:
        decimals: per group.
        steps: in the order of the groups, whole numbers as differences from the one before.
        known: in the same order, whether there is a figure.
    """

    groups: Groups
    decimals: list[int]
    steps: NDArray[np.integer]
    known: Flags

    @classmethod
    def of(cls, values: Floats, groups: Groups) -> PackedColumn:
        """Pack a column with NaN where there is nothing.

        Raises:
            ValueError: if a value has more decimals than an edition keeps.
        """
        ordered = values[groups.order]
        known = ~np.isnan(ordered)
        decimals = np.maximum.reduceat(_decimals(ordered, known), groups.starts[:-1])
        sizes = np.diff(groups.starts)
        places = np.flatnonzero(known)
        scales = 10.0 ** np.repeat(decimals, sizes)[places]
        wholes = np.rint(ordered[places] * scales).astype(np.int64)
        group = np.repeat(np.arange(len(sizes)), sizes)[places]
        same = np.diff(group, prepend=-1) == 0
        steps = np.zeros(len(ordered), dtype=np.int64)
        steps[places] = wholes - np.where(same, np.roll(wholes, 1), 0)
        if len(steps) and np.abs(steps).max() <= _SMALL:
            steps = steps.astype(np.int32)
        return cls(groups, decimals.tolist(), steps, known)

    def is_empty(self, group: int) -> bool:
        """Whether a group has no figures."""
        return not self.known[self._slice(group)].any()

    def part(self, group: int) -> Packed:
        """The column of one group."""
        here = self._slice(group)
        steps, known = self.steps[here].tolist(), self.known[here].tolist()
        if not all(known):
            steps = [step if there else None for step, there in zip(steps, known, strict=True)]
        return [self.decimals[group], *steps]

    def _slice(self, group: int) -> slice:
        return slice(self.groups.starts[group], self.groups.starts[group + 1])


def _decimals(values: Floats, known: Flags) -> NDArray[np.int8]:
    """Per value the fewest decimals that it can be written with."""
    found = np.zeros(len(values), dtype=np.int8)
    left = np.flatnonzero(known)
    for decimals in range(_MOST_DECIMALS + 1):
        scale = 10.0**decimals
        found[left] = decimals
        left = left[np.rint(values[left] * scale) / scale != values[left]]
        if not len(left):
            return found
    raise ValueError(f"there are figures with more than {_MOST_DECIMALS} decimals")

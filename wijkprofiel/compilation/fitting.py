"""Borders that neighbours share, where a map draws each area on its own.

A map of which every area was simplified by itself has slits and overlaps along its borders: no two
neighbours have a point in common, so they cannot be simplified together, and nobody is anybody's
neighbour. Such a map is made a coverage again: what two areas both have goes to the one with the
longest border to it, and a slit that is narrower than `SLIT` goes to a neighbour. A map that is a
coverage already is left as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import shapely

from wijkprofiel.domain.map_flaws import some

SLIT = 50.0
"""Metres: a slit between neighbours is at most as wide as what simplifying may move a border. From
here on all wijken of 2024 fit together; with 20 metres they do not."""
_MUCH = 0.05
"""Part of its size by which an area may change before it is told."""


@dataclass(frozen=True)
class Fitted:
    """Areas whose borders fit together, and what that took.

    Attributes:
        notes: in Dutch; none if they did fit together.
    """

    shapes: pd.Series[Any]
    notes: tuple[str, ...] = ()


def fit(shapes: pd.Series[Any]) -> Fitted:
    """Make areas share their borders; what nothing is left of has no shape any more.

    Args:
        shapes: polygons and multipolygons by code.
    """
    before = shapes.to_numpy()
    if shapely.coverage_is_valid(before):
        return Fitted(shapes)
    after = shapely.coverage_clean(before, gap_width=SLIT)
    kept = ~shapely.is_empty(after)
    fitted = pd.Series(after, index=shapes.index, dtype=object)[kept]
    return Fitted(fitted, tuple(_told(shapes, after, kept)))


def _told(shapes: pd.Series[Any], after: Any, kept: Any) -> list[str]:
    """How much was divided and filled, and which areas it changed most."""
    before = shapely.area(shapes.to_numpy())
    covered = shapely.union_all(shapes.to_numpy()).area
    overlap, slits = before.sum() - covered, shapely.area(after).sum() - covered
    divided = f"{_hectares(overlap)} ha die dubbel was getekend is verdeeld"
    filled = f"{_hectares(slits)} ha aan kieren is gedicht"
    notes = [f"{len(before)} gebieden sloten niet op elkaar aan: {divided}, en {filled}"]
    changed = np.abs(shapely.area(after) - before) / before
    order = np.argsort(-changed, kind="stable")
    much = [str(shapes.index[at]) for at in order if changed[at] > _MUCH and kept[at]]
    if much:
        notes.append(f"daardoor meer dan 5 procent groter of kleiner getekend: {some(much)}")
    if not kept.all():
        notes.append(f"lag geheel onder andere gebieden: {some(map(str, shapes.index[~kept]))}")
    return notes


def _hectares(square_metres: float) -> int:
    return round(max(square_metres, 0.0) / 10_000)

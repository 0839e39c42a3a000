"""Which areas lie beside an area on a map."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from wijkprofiel.domain.outlines import Outline

_Edge = frozenset[tuple[int, int]]


def neighbours(outlines: Iterable[Outline], code: str) -> tuple[Outline, ...]:
    """The outlines that share a stretch of border with one of them, in their own order.

    A corner in common is no border. Neighbours on one map share their border points, so that a
    stretch of border is the same two points in both.
    """
    shapes = tuple(outlines)
    own = {edge for shape in shapes if shape.code == code for edge in _edges(shape)}
    return tuple(
        shape
        for shape in shapes
        if shape.code != code and any(edge in own for edge in _edges(shape))
    )


def _edges(shape: Outline) -> Iterable[_Edge]:
    return (frozenset(pair) for ring in shape.rings for pair in pairwise(ring))

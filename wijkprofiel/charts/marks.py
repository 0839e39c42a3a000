"""The marks of a verdict: one shape for each, open for a small difference."""

from __future__ import annotations

from itertools import product

from wijkprofiel.charts.palette import TONES, WHITE
from wijkprofiel.charts.svg import circle, document, path, points
from wijkprofiel.domain.verdict import Mark, Shape, Tone

_EDGE = 1.3
_FLAT = 0.44
"""Half the height of a triangle, as part of its width: nearly equilateral."""

ICON_SIZE = 12


def mark_outline(shape: Shape, x: float, y: float, size: float) -> str:
    """The outline of a mark around a centre; `size` is its width."""
    half, flat = size / 2, size * _FLAT
    match shape:
        case Shape.UP:
            return points([(x - half, y + flat), (x, y - flat), (x + half, y + flat)])
        case Shape.DOWN:
            return points([(x - half, y - flat), (x + half, y - flat), (x, y + flat)])
        case Shape.RIGHT:
            return points([(x - flat, y - half), (x + flat, y), (x - flat, y + half)])
        case Shape.LEFT:
            return points([(x + flat, y - half), (x + flat, y + half), (x - flat, y)])
        case Shape.DOT | Shape.RING:
            return circle(x, y, size * 0.42)


def mark_path(mark: Mark, x: float, y: float, size: float, *, halo: bool = False) -> str:
    """A mark as path: filled in its colour, or white with a coloured edge.

    Args:
        halo: a white edge keeps a filled mark apart from what lies beneath it.
    """
    colour = TONES[mark.tone]
    if not mark.filled:
        outline = mark_outline(mark.shape, x, y, size - _EDGE)
        return path(outline, WHITE, stroke=colour, width=_EDGE)
    outline = mark_outline(mark.shape, x, y, size)
    return path(outline, colour, stroke=WHITE if halo else None)


def mark_icon(mark: Mark, title: str) -> str:
    """A mark as picture of its own."""
    middle = ICON_SIZE / 2
    return document(ICON_SIZE, ICON_SIZE, title, [mark_path(mark, middle, middle, ICON_SIZE - 2)])


def mark_name(mark: Mark) -> str:
    """Name of a mark for style sheets: `omlaag-open-ongunstig`."""
    return f"{mark.shape}-{'vol' if mark.filled else 'open'}-{mark.tone}"


def all_marks() -> tuple[Mark, ...]:
    """Every mark that a verdict can have, once for each shape, tone and filling."""
    pairs = (
        (Shape.UP, Tone.FAVOURABLE),
        (Shape.DOWN, Tone.UNFAVOURABLE),
        (Shape.RIGHT, Tone.INK),
        (Shape.LEFT, Tone.INK),
    )
    named = tuple(Mark(s, t, filled=f) for (s, t), f in product(pairs, (True, False)))
    return (*named, Mark(Shape.DOT, Tone.NEUTRAL), Mark(Shape.RING, Tone.NEUTRAL, filled=False))

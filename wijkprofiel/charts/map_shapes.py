"""Outlines of areas in a picture: metres become units, north stays up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from wijkprofiel.charts.map_labels import Box, Points
from wijkprofiel.charts.palette import GREY, WHITE
from wijkprofiel.charts.svg import number, path, points
from wijkprofiel.domain.outlines import Outline

_BORDER = 1.0


@dataclass(frozen=True, slots=True)
class Projection:
    """From whole metres to units of a picture of this size."""

    west: int
    north: int
    scale: float
    width: float
    height: float

    @classmethod
    def fitting(cls, shapes: Iterable[Outline], width: float, height: float) -> Projection:
        """The largest that lies inside a frame; the picture is no larger than what is drawn."""
        corners = [point for shape in shapes for ring in shape.rings for point in ring]
        west, east = min(x for x, _ in corners), max(x for x, _ in corners)
        south, north = min(y for _, y in corners), max(y for _, y in corners)
        across, down = max(east - west, 1), max(north - south, 1)
        scale = min((width - 2 * _BORDER) / across, (height - 2 * _BORDER) / down)
        return cls(west, north, scale, across * scale + 2 * _BORDER, down * scale + 2 * _BORDER)

    def holds(self, box: Box) -> bool:
        """Whether all of a rectangle lies inside the picture."""
        across = box.left >= 0 and box.right <= self.width
        return across and box.top >= 0 and box.bottom <= self.height

    def rings(self, shape: Outline) -> list[Points]:
        """The rings of an outline in the picture, each closed."""
        return [
            [
                (_BORDER + (x - self.west) * self.scale, _BORDER + (self.north - y) * self.scale)
                for x, y in ring
            ]
            for ring in shape.rings
        ]


@dataclass(frozen=True, slots=True)
class PlacedOutline:
    """An area in the picture."""

    code: str
    name: str
    rings: list[Points]


@dataclass(frozen=True, slots=True)
class Border:
    """How the border of an area is drawn."""

    colour: str = GREY
    width: float = _BORDER


USUAL_BORDER = Border()
INNER_BORDER = Border(WHITE, 0.5)
"""Between the parts of a werkgebied: it is one area, and its parts can be found."""


def drawn(
    shapes: Sequence[PlacedOutline], fill: str, *, merged: bool, border: Border = USUAL_BORDER
) -> list[str]:
    """Areas of one colour with their borders.

    Args:
        merged: one path for all, which a PDF draws quickly; else a path with its name for each.
    """
    if merged:
        outline = "".join(map(_outline, shapes))
        return [_path(outline, fill, "", border)] if outline else []
    return [_path(_outline(shape), fill, shape.name, border) for shape in shapes]


def drawn_together(shapes: Sequence[PlacedOutline], fill: str, *, merged: bool) -> list[str]:
    """The parts of a werkgebied: one border around all of them, and thin ones between them.

    The border is drawn under the parts, twice as wide as it shows: half of it lies outside. So it
    needs no outline of the whole, which parts that do not quite fit together would not give.
    """
    around = path("".join(map(_outline, shapes)), "none", stroke=GREY, width=2 * _BORDER)
    return [around, *drawn(shapes, fill, merged=merged, border=INNER_BORDER)]


def _outline(shape: PlacedOutline) -> str:
    return "".join(points(ring[:-1]) for ring in shape.rings)


def _path(outline: str, fill: str, name: str, border: Border) -> str:
    start = (
        f'<path d="{outline}" fill="{fill}" fill-rule="evenodd" '
        f'stroke="{border.colour}" stroke-width="{number(border.width)}"'
    )
    return f"{start}><title>{escape(name, quote=False)}</title></path>" if name else f"{start}/>"

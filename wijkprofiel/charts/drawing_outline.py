"""The outline of an area, large and pale, for people to draw and stick on.

All parts are drawn with a wide edge first and then filled again, so that of the wide edge only the
outside is left, even where the outlines of neighbours do not meet exactly. Borders inside are thin.
"""

from __future__ import annotations

from wijkprofiel.charts.data import DrawingData
from wijkprofiel.charts.map_labels import Lettering, Points, label_inside
from wijkprofiel.charts.map_shapes import PlacedOutline, Projection
from wijkprofiel.charts.palette import BAND, BLUE, MUTED
from wijkprofiel.charts.svg import document, points

_EDGE, _INNER = 7.0, 1.0
_GROUND = "#F3F7FA"
"""So pale that a pencil and a cheap copier both show on it."""


def drawing_outline(data: DrawingData, letters: Lettering, *, width: float, height: float) -> str:
    """Draw it inside a frame; the picture is as large as the outline allows."""
    frame = Projection.fitting(data.outlines, width - _EDGE, height - _EDGE)
    shapes = [
        PlacedOutline(each.code, data.names.get(each.code, ""), _moved(frame.rings(each)))
        for each in data.outlines
    ]
    outline = "".join(points(ring[:-1]) for shape in shapes for ring in shape.rings)
    parts = [_path(outline, _GROUND, BLUE, _EDGE), _path(outline, _GROUND, BAND, _INNER)]
    for shape in shapes:
        label = label_inside(shape.rings, shape.name, letters) if shape.name else None
        parts += [] if label is None else label.drawn(letters, MUTED)
    return document(frame.width + _EDGE, frame.height + _EDGE, data.text, parts)


def _moved(rings: list[Points]) -> list[Points]:
    """So that the wide edge lies inside the picture."""
    return [[(x + _EDGE / 2, y + _EDGE / 2) for x, y in ring] for ring in rings]


def _path(outline: str, fill: str, stroke: str, width: float) -> str:
    return (
        f'<path d="{outline}" fill="{fill}" fill-rule="evenodd" stroke="{stroke}"'
        f' stroke-width="{width:g}"/>'
    )

"""The map of the first page: the wijken of the gemeente, with the profiled area in blue."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from html import escape

from wijkprofiel.charts.palette import BLUE, GREY, HAIRLINE, WHITE
from wijkprofiel.charts.svg import document, number, path, points
from wijkprofiel.domain.outlines import GemeenteMap, Outline

_BORDER = 1.2
_INNER = 0.5
"""Border between the parts of a werkgebied: it is one area, and its parts can be found."""
_AROUND = 2 * _BORDER
"""Drawn under the parts, so that half of it shows around all of them together."""
_EDGES = {HAIRLINE: GREY, BLUE: WHITE}
"""Borders of what is pale keep its shape on a poor printer."""

Place = Callable[[int, int], tuple[float, float]]


def locator_map(
    area: GemeenteMap,
    codes: Collection[str],
    title: str,
    *,
    width: float,
    height: float,
    merged: bool,
) -> str:
    """Draw a gemeente inside a frame; the picture is as large as the gemeente allows.

    Args:
        codes: outlines to colour: a wijk, the parts of a werkgebied (buurten too), or the gemeente
            for all of it.
        merged: one path per colour, which a PDF draws quickly; else a path with its name per wijk.
    """
    shapes = area.wijken or (area.outer,)
    place, right, bottom = _projection(shapes, width, height)
    whole = area.outer.code in codes
    chosen = [shape for shape in (*shapes, *area.buurten) if whole or shape.code in codes]
    others = [shape for shape in shapes if not whole and shape.code not in codes]
    draw = _merged if merged else _named
    together = len(chosen) > 1 and not whole
    parts = [
        *draw(others, HAIRLINE, place),
        *(_around(chosen, place) if together else ()),
        *draw(chosen, BLUE, place, _INNER if together else _BORDER),
    ]
    return document(right, bottom, title, parts)


def _around(shapes: Iterable[Outline], place: Place) -> Iterator[str]:
    """The border of the parts of a werkgebied; what of it lies inside is filled over after this."""
    outline = "".join(_outline(shape, place) for shape in shapes)
    yield path(outline, "none", stroke=_EDGES[BLUE], width=_AROUND)


def _projection(
    shapes: Iterable[Outline], width: float, height: float
) -> tuple[Place, float, float]:
    """Scale metres to the frame, north up; returns also the size of the picture."""
    corners = [point for shape in shapes for ring in shape.rings for point in ring]
    west, east = min(x for x, _ in corners), max(x for x, _ in corners)
    south, north = min(y for _, y in corners), max(y for _, y in corners)
    inner_width, inner_height = width - 2 * _BORDER, height - 2 * _BORDER
    scale = min(inner_width / max(east - west, 1), inner_height / max(north - south, 1))

    def place(x: int, y: int) -> tuple[float, float]:
        return _BORDER + (x - west) * scale, _BORDER + (north - y) * scale

    return place, 2 * _BORDER + (east - west) * scale, 2 * _BORDER + (north - south) * scale


def _outline(shape: Outline, place: Place) -> str:
    return "".join(points(place(x, y) for x, y in ring[:-1]) for ring in shape.rings)


def _merged(shapes: list[Outline], colour: str, place: Place, border: float = _BORDER) -> list[str]:
    outline = "".join(_outline(shape, place) for shape in shapes)
    return [_path(outline, colour, "", border)] if outline else []


def _named(shapes: list[Outline], colour: str, place: Place, border: float = _BORDER) -> list[str]:
    return [_path(_outline(shape, place), colour, shape.name, border) for shape in shapes]


def _path(outline: str, colour: str, name: str, border: float) -> str:
    start = (
        f'<path d="{outline}" fill="{colour}" fill-rule="evenodd" '
        f'stroke="{_EDGES[colour]}" stroke-width="{number(border)}"'
    )
    label = f"<title>{escape(name, quote=False)}</title>"
    return f"{start}>{label}</path>" if name else f"{start}/>"

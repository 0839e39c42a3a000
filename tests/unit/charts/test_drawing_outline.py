"""The outline to draw on: the edge wide outside, thin inside, names only where they fit."""

from __future__ import annotations

from wijkprofiel.charts.data import DrawingData
from wijkprofiel.charts.drawing_outline import drawing_outline
from wijkprofiel.charts.map_labels import Lettering
from wijkprofiel.domain.outlines import Outline

LETTERS = Lettering(12.0, lambda text: 0.6 * len(text))


def square(code: str, west: int) -> Outline:
    ring = ((west, 0), (west + 1000, 0), (west + 1000, 1000), (west, 1000), (west, 0))
    return Outline(code, code, (ring,))


def drawn(*shapes: Outline, **names: str) -> str:
    data = DrawingData(shapes, names, "De omtrek.")
    return drawing_outline(data, LETTERS, width=400, height=300)


def test_parts_are_drawn_wide_and_then_filled_again() -> None:
    svg = drawn(square("a", 0), square("b", 1000))
    assert svg.count("<path") == 2
    assert svg.index('stroke-width="7"') < svg.index('stroke-width="1"')
    assert svg.count("M") >= 4


def test_a_name_stands_where_it_fits_and_nowhere_else() -> None:
    assert ">Noord<" in drawn(square("a", 0), a="Noord")
    assert "<text" not in drawn(square("a", 0), a="Noord" * 30)
    assert "<text" not in drawn(square("a", 0))


def test_the_picture_keeps_inside_its_frame() -> None:
    svg = drawn(square("a", 0))
    assert 'width="300"' in svg
    assert 'height="300"' in svg

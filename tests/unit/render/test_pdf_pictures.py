"""Our pictures as PDF instructions show what the same SVG shows when WeasyPrint reads it."""

from __future__ import annotations

import numpy as np
import pypdfium2
import pytest

from tests.support import profiles
from wijkprofiel.charts.icons import icons
from wijkprofiel.charts.palette import BLUE, INK
from wijkprofiel.charts.svg import box, circle, document, path, points
from wijkprofiel.render.html import print_page
from wijkprofiel.render.pdf_pictures import PathPicture, path_picture, ready_pictures
from wijkprofiel.render.pictures import data_url
from wijkprofiel.render.static_fonts import import_weasyprint
from wijkprofiel.render.style import PLAIN

ADDRESS = "beeld:1"
DASHED = (
    f'<path d="M2 5L38 5" fill="none" stroke="{INK}" stroke-width="1.1" stroke-dasharray="3 2"/>'
)
HOLE = (
    f'<path d="{box(2, 2, 30, 18)}{box(10, 6, 20, 14)}" fill="{BLUE}" fill-rule="evenodd" '
    'stroke="#FFFFFF" stroke-width="1.2"/>'
)
SHAPES = {
    "box": path(box(1, 2, 30, 12), BLUE),
    "circles": path(circle(10, 10, 7) + circle(28, 10, 4.5), INK, stroke=BLUE, width=1.3),
    "triangle": path(points([(3, 17), (20, 2), (37, 17)]), "#FFFFFF", stroke=INK, width=2),
    "dash, and a line after it": DASHED + path(box(2, 12, 38, 14), INK, stroke=INK),
    "hole": HOLE,
}


def drawn(svg: str, *, ready: bool) -> np.ndarray:
    """The picture on a page, as pixels."""
    source = ADDRESS if ready else data_url(svg)
    page = f'<style>@page{{size:120px 80px;margin:10px}}</style><img src="{source}" alt="beeld">'
    cache = {ADDRESS: path_picture(svg)} if ready else {}
    written = import_weasyprint().HTML(string=page).write_pdf(cache=cache)
    (only,) = pypdfium2.PdfDocument(written)
    return np.asarray(only.render(scale=4).to_numpy(), dtype=int)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_looks_the_same(shape: str) -> None:
    svg = document(40, 20, "", [SHAPES[shape]])
    ours, theirs = drawn(svg, ready=True), drawn(svg, ready=False)
    assert theirs.min() < 200, "there is something to see"
    assert np.abs(ours - theirs).mean() < 0.5


@pytest.mark.parametrize("name", sorted(icons()))
def test_an_icon_looks_the_same(name: str) -> None:
    svg = icons()[name]
    assert np.abs(drawn(svg, ready=True) - drawn(svg, ready=False)).mean() < 0.5


def test_size_comes_from_the_picture() -> None:
    picture = path_picture(document(40, 16, "", [SHAPES["box"]]))
    assert isinstance(picture, PathPicture)
    assert picture.get_intrinsic_size(1, 16) == (40, 16, 2.5)


@pytest.mark.parametrize(
    "part",
    [
        '<path d="M0 0C1 1 2 2 3 3" fill="#000000"/>',
        "<rect/>",
        '<text x="1" y="2">laag</text>',
        f'<path d="{box(0, 0, 1, 1)}" fill="#000000" opacity="0.5"/>',
        f'<g transform="scale(2)"><path d="{box(0, 0, 1, 1)}" fill="#000000"/></g>',
    ],
)
def test_what_we_do_not_write_is_not_read(part: str) -> None:
    with pytest.raises(ValueError, match=r"^(path command|element) "):
        path_picture(document(40, 20, "", [part]))


def test_every_short_address_of_a_page_is_handed_over() -> None:
    page = print_page(profiles.overvecht(), templates=None, style=PLAIN, density=0)
    assert len(page.pictures) > 20
    for address, svg in page.pictures.items():
        assert page.text.count(address) >= 1
        assert "<text" not in svg
    assert ready_pictures(page.pictures).keys() == page.pictures.keys()

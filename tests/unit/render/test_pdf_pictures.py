"""Our pictures as PDF instructions show what the same SVG shows when WeasyPrint reads it."""

from __future__ import annotations

import numpy as np
import pypdfium2
import pytest
from weasyprint.text.fonts import FontConfiguration

from tests.support import profiles
from tests.support.rendering import print_page
from wijkprofiel.charts.icons import icons
from wijkprofiel.charts.palette import BLUE, INK
from wijkprofiel.charts.svg import box, circle, document, path, points, text
from wijkprofiel.render.light_weasyprint import import_weasyprint
from wijkprofiel.render.pdf_pictures import Drawing, drawing, ready_pictures
from wijkprofiel.render.pictures import data_url

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
    (only,) = pypdfium2.PdfDocument(on_a_page(source, {ADDRESS: svg} if ready else {}))
    return np.asarray(only.render(scale=4).to_numpy(), dtype=int)


def on_a_page(source: str, pictures: dict[str, str]) -> bytes:
    """A PDF of one page with one picture."""
    page = f'<style>@page{{size:120px 80px;margin:10px}}</style><img src="{source}" alt="beeld">'
    html, fonts = import_weasyprint().HTML(string=page), FontConfiguration()
    written: bytes = html.write_pdf(font_config=fonts, cache=ready_pictures(pictures, fonts))
    return written


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


def test_text_looks_the_same_but_is_one_piece() -> None:
    words = "hoog & <laag>"
    svg = document(40, 20, "", [text(1, 12, words, size=8.6, fill=BLUE, weight=600)])
    ours = drawn(svg, ready=True)
    assert ours.min() < 200, "there is something to see"
    assert np.abs(ours - drawn(svg, ready=False)).mean() < 1.5, "letters may stand a bit closer"
    (only,) = pypdfium2.PdfDocument(on_a_page(ADDRESS, {ADDRESS: svg}))
    assert only.get_textpage().get_text_range() == words


def test_size_comes_from_the_picture() -> None:
    svg = document(40, 16, "", [SHAPES["box"]])
    (picture,) = ready_pictures({ADDRESS: svg}, FontConfiguration()).values()
    assert picture.get_intrinsic_size(1, 16) == (40, 16, 2.5)
    assert drawing(svg) == Drawing(40, 16, drawing(svg).instructions, words=())


@pytest.mark.parametrize(
    "part",
    [
        '<path d="M0 0C1 1 2 2 3 3" fill="#000000"/>',
        "<rect/>",
        '<text x="1" y="2" dx="3">laag</text>',
        f'<path d="{box(0, 0, 1, 1)}" fill="#000000" opacity="0.5"/>',
        f'<g transform="scale(2)"><path d="{box(0, 0, 1, 1)}" fill="#000000"/></g>',
    ],
)
def test_what_we_do_not_write_is_not_read(part: str) -> None:
    with pytest.raises(ValueError, match=r"^(path command|element) "):
        drawing(document(40, 20, "", [part]))


def test_every_short_address_of_a_page_is_handed_over() -> None:
    page = print_page(profiles.overvecht())
    assert len(page.pictures) > 20
    for address, svg in page.pictures.items():
        assert page.text.count(address) >= 1
        assert drawing(svg).instructions
    assert any(drawing(svg).words for svg in page.pictures.values())
    assert ready_pictures(page.pictures, FontConfiguration()).keys() == page.pictures.keys()

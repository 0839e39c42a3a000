"""Which pictures of somebody else may be shown, and which may not."""

from __future__ import annotations

import time
from base64 import b64encode

import pytest

from tests.support.pixels import png
from wijkprofiel.charts.icons import icons
from wijkprofiel.render.svg_check import svg_flaw

SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
PIXELS = f"data:image/png;base64,{b64encode(png(2, 2)).decode()}"


def svg(inside: str, before: str = "") -> str:
    return f'{before}<svg {SPACES} viewBox="0 0 9 9">{inside}</svg>'


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<rect onload="alert(1)"/>', "'onload'"),
        ('<foreignObject><img xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', "foreignOb"),
        ('<g><body xmlns="http://www.w3.org/1999/xhtml"/></g>', "<body>"),
        ('<animate attributeName="href" to="javascript:x"/>', "<animate>"),
        ('<set attributeName="href" to="x"/>', "<set>"),
        ('<marker id="m"/>', "<marker>"),
        ('<feImage href="#a"/>', "<feImage>"),
        ('<linearGradient spreadMethod="repeat" x2="0.0000001"/>', "'spreadMethod'"),
        ('<g xml:base="http://elders/"/>', "'base'"),
        ('<a href="javascript:alert(1)"><rect/></a>', "javascript"),
        (r"<style>rect{fill:u\72l(http://elders/x)}</style>", "een \\"),
        (r'<rect style="fill:u\72l(x)"/>', "een \\"),
        (r'<rect fill="u\72l(x)"/>', "een \\"),
        ("<style>rect{fill:u/**/rl(http://elders/x)}</style>", "rl(…)"),
        ('<style>rect{background:image-set("http://elders/x.png" 1x)}</style>', "image-set(…)"),
        ("<style>rect{behavior:none}</style>", "'behavior'"),
        ("<style>@media print{rect{fill:red}}</style>", "'@media"),
        ("<style>@namespace x url(http://elders);</style>", "@namespace"),
        ("<style>@font-face{src:url(data:text/html;base64,AA)}</style>", "lettertype"),
        ("<style>rect{fill:red</style>", "rect{fill:red"),
        ('<rect style="fill:expression(alert(1))"/>', "expression(…)"),
        ('<rect fill="url(data:image/png;base64,AA)"/>', "als kleur of vorm"),
        ('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>', "geen gave png of jpeg"),
        ('<image href="data:image/png;base64,AAAA"/>', "geen gave png of jpeg"),
        ('<use href="data:image/png;base64,AAAA"/>', "gebruikt 'data:"),
        ("<g>", "beschadigd of niet compleet"),
    ],
)
def test_what_acts_or_fetches_is_refused(inside: str, said: str) -> None:
    assert said in (svg_flaw(svg(inside)) or "")


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ('<?xml-stylesheet href="http://elders/x.css"?>', "<?xml-stylesheet"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>', "<!DOCTYPE svg ["),
        ('<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://elders">%a;]>', "<!DOCTYPE svg ["),
        ('<?xml version="1.0" encoding="cp037"?>', "opgeslagen in cp037"),
        ('<?xml version="1.0" encoding="utf-16"?>', "opgeslagen in utf-16"),
    ],
)
def test_what_stands_before_the_picture_is_looked_at(before: str, said: str) -> None:
    assert said in (svg_flaw(svg("", before)) or "")


def nested(levels: int, each: int = 10) -> str:
    """Parts that each name the one before."""
    parts = ['<g id="a0"><rect width="1" height="1"/></g>']
    for level in range(1, levels + 1):
        use = f'<use href="#a{level - 1}"/>'
        parts.append(f'<g id="a{level}">{use * each}</g>')
    return svg("".join(parts))


def patterns(levels: int) -> str:
    rect = '<rect width="1" height="1" fill="url(#p{})"/>'
    parts = ['<pattern id="p0"><rect width="1" height="1"/></pattern>']
    for level in range(1, levels + 1):
        parts.append(f'<pattern id="p{level}">{rect.format(level - 1) * 10}</pattern>')
    return svg("".join(parts))


def by_rules(levels: int) -> str:
    rules, masks = "", '<mask id="m0"><rect/></mask>'
    for level in range(1, levels + 1):
        rules += f".a{level}{{mask:url(#m{level - 1})}}"
        rect = f'<rect class="x a{level}"/>'
        masks += f'<mask id="m{level}">{rect * 10}</mask>'
    return svg(f"<style>{rules}</style>{masks}")


MUCH, ROUND, DEEP = "te veel onderdelen", "zichzelf weer gebruikt", "te diep in elkaar"


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (nested(8), MUCH),
        (patterns(8), MUCH),
        (by_rules(8), MUCH),
        (svg('<path d="' + "M0 0" * 100_000 + '" id="a"/>' + '<use href="#a"/>' * 9), MUCH),
        (svg("<rect/>" * 10_001), MUCH),
        (svg("<text>" + "x" * 20_001 + "</text>"), MUCH),
        (svg('<g id="a"><use href="#a"/></g>'), ROUND),
        (svg('<g id="a"><use xlink:href="#b"/></g><g id="b"><use href="#a"/></g>'), ROUND),
        (svg('<pattern id="p"><rect fill="url(#p)"/></pattern>'), ROUND),
        (svg('<style>*{fill:url(#p)}</style><pattern id="p"><rect/></pattern>'), ROUND),
        (svg('<clipPath id="c"><rect style="clip-path:url(\'#c\')"/></clipPath>'), ROUND),
        (svg("<g>" * 200 + "</g>" * 200), DEEP),
        (nested(60, each=1), DEEP),
    ],
)
def test_what_repeats_without_end_is_refused_at_once(picture: str, said: str) -> None:
    start = time.perf_counter()
    assert said in (svg_flaw(picture) or "")
    assert time.perf_counter() - start < 1


INKSCAPE = (
    '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"'
    ' pagecolor="#ffffff"/><defs id="defs2"/><g inkscape:label="Laag 1" inkscape:groupmode="layer"'
    ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"><path style="font-variation-'
    "settings:normal;opacity:1;fill:#1a5276;fill-opacity:1;stroke:none;-inkscape-stroke:none;"
    'stroke-width:0.26;paint-order:stroke fill markers" d="M0 0H9V9Z" id="path1"/></g>'
)
ILLUSTRATOR = (
    "<defs><style>.cls-1{fill:none;}.cls-2{clip-path:url(#clip-path);}.cls-3{fill:url(#verloop);}"
    '</style><clipPath id="clip-path"><rect class="cls-1" width="9" height="9"/></clipPath>'
    '<linearGradient id="verloop" x1="1" gradientUnits="userSpaceOnUse"><stop offset="0"'
    ' stop-color="#fff"/></linearGradient></defs><g id="Laag_1" data-name="Laag 1"><g'
    ' class="cls-2"><rect class="cls-3" width="9" height="9" transform="translate(-1 2)'
    ' rotate(-45)"/></g></g>'
)
FIGMA = (
    '<g filter="url(#f0)"><mask id="m0" style="mask-type:luminance" maskUnits="userSpaceOnUse">'
    '<path d="M0 0H9V9Z" fill="white"/></mask><g mask="url(#m0)"><circle r="3"/></g></g><defs>'
    '<filter id="f0" x="0" y="0" color-interpolation-filters="sRGB"><feFlood flood-opacity="0"'
    ' result="b"/><feBlend mode="normal" in="SourceGraphic" in2="b"/></filter></defs>'
)


@pytest.mark.parametrize(
    "inside",
    [
        INKSCAPE,
        ILLUSTRATOR,
        FIGMA,
        f'<image width="2" height="2" href="{PIXELS}"/>',
        '<a href="https://ggd.nl"><text font-family="Curlz MT">GGD</text></a>',
        '<symbol id="s"><rect/></symbol>' + '<use href="#s"/>' * 50,
        '<title>GGD</title><desc>Een hart</desc><metadata><x xmlns="http://purl.org/dc"/></metadata>',
    ],
)
def test_what_drawing_programs_write_is_fine(inside: str) -> None:
    assert svg_flaw(svg(inside)) is None


@pytest.mark.parametrize(
    "before",
    [
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- Generator -->\n',
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">',
    ],
)
def test_a_usual_beginning_is_fine(before: str) -> None:
    assert svg_flaw(svg("<rect/>", before)) is None


def test_our_own_pictures_are_fine() -> None:
    for picture in icons().values():
        assert svg_flaw(picture) is None

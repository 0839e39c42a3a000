"""Pages of somebody else's templates: only what shows, and nothing from elsewhere."""

from __future__ import annotations

import time
from base64 import b64encode
from collections.abc import Callable

import pytest

from tests.support import profiles
from tests.support.pixels import png
from tests.support.rendering import print_page, render_html
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.errors import RenderError
from wijkprofiel.render.page_check import require_self_contained
from wijkprofiel.render.style import Picture, Style

PIXELS = f"data:image/png;base64,{b64encode(png(2, 2)).decode()}"


def flaw(inside: str) -> str:
    """What is said of a page with this in it; empty if it is fine."""
    page = f"<!DOCTYPE html>\n<html lang='nl'><body>{inside}</body></html>"
    try:
        require_self_contained(page, {"beeld:1"})
    except RenderError as error:
        return f"{error.message} {error.remedy or 'geen raad'}"
    return ""


@pytest.mark.parametrize(
    "make",
    [
        profiles.overvecht,
        profiles.longest_names,
        profiles.hostile_names,
        profiles.without_map,
        profiles.everything_missing,
    ],
)
def test_our_own_pages_are_fine(make: Callable[[], Profile]) -> None:
    style = Style(logo=Picture(PIXELS, "x"), font="Fira Sans", accent="#7a1f5c")
    require_self_contained(render_html(make(), style=style), ())
    printed = print_page(make())
    require_self_contained(printed.text, printed.pictures)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<SCRIPT src=x></SCRIPT>",
        "<!-- <script> -->",
        '<iframe src="https://elders"></iframe>',
        '<object data="file:///etc/passwd"></object>',
        '<embed src="file:///etc/passwd"/>',
        '<link rel="attachment" href="file:///etc/hostname"/>',
        '<link rel="stylesheet" href="https://elders/x.css"/>',
        '<link rel="stylesheet" href="/etc/passwd"/>',
        '<base href="https://elders/"/>',
        '<form action="https://elders"><p>x</p></form>',
        '<video poster="x"></video>',
        "<picture><source srcset='x'/></picture>",
        "<template><p>x</p></template>",
        "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
    ],
)
def test_elements_that_do_more_than_show_are_refused(inside: str) -> None:
    assert "bevat <" in flaw(inside)


@pytest.mark.parametrize(
    "inside",
    [
        '<p onclick="alert(1)">x</p>',
        '<img src="" onerror="alert(1)" alt=""/>',
        '<img srcset="https://elders/x.png 1x" alt=""/>',
        '<table background="https://elders/x.png"></table>',
        '<a href="#x" ping="https://elders">x</a>',
        '<meta http-equiv="refresh" content="0;url=https://elders"/>',
        '<p xmlns="http://www.w3.org/1999/xhtml">x</p>',
    ],
)
def test_attributes_that_act_are_refused(inside: str) -> None:
    assert "heeft het kenmerk" in flaw(inside)


@pytest.mark.parametrize(
    "inside",
    [
        '<img src="https://elders/x.png" alt=""/>',
        '<img src="//elders/x.png" alt=""/>',
        "<img src=file:///etc/x.png alt=x>",
        '<img src="&#102;ile:///etc/x.png" alt=""/>',
        '<img src="x.png" alt=""/>',
        '<img src="beeld:2" alt=""/>',
        '<img src=" javascript:alert(1)" alt=""/>',
        '<p style="background:url(https://elders/x.png)">x</p>',
        '<p style="background:url(&quot;x.png&quot;)">x</p>',
        "<style>p{background:URL( 'file:///etc/x.png' )}</style>",
        "<style>@font-face{font-family:x;src:url(https://elders/x.woff2)}</style>",
        '<style>p{content:"/*";background:url(https://elders/*x*/)}</style>',
        "<style>p{cursor:url(x.png),auto}</style>",
        "<!-- <style>p{background:url(x.png)}</style> -->",
        '<!--><img src="x.png" alt=""/>-->',
        '<title><img src="x.png"></title>',
        '<p title=">"><img src="x.png" alt=""/></p>',
    ],
)
def test_what_lies_elsewhere_is_refused(inside: str) -> None:
    assert flaw(inside)


@pytest.mark.parametrize(
    "inside",
    [
        "<style>@import 'x.css';</style>",
        '<style>@IMPORT url("https://elders/x.css");</style>',
        "<style>@namespace x url(https://elders);</style>",
        "<style>p{background:image-set('x.png' 1x)}</style>",
        "<style>p{background:-webkit-image-set('x.png' 1x)}</style>",
        "<style>p{background:image('x.png')}</style>",
        "<style>@font-face{src:src('x.woff')}</style>",
        r"<style>p{background:u\72l(https://elders)}</style>",
        r"<style>@\69mport 'x.css';</style>",
        '<style>p{content:"a\n;background:url(x.png)"}</style>',
        "<style>/* p{background:url(x.png)}</style>",
        "<style>p{background:url(x.png 'y')}</style>",
        "<p style=\"background:image-set('x.png' 1x)\">x</p>",
    ],
)
def test_style_rules_that_fetch_are_refused(inside: str) -> None:
    assert "in een stijlregel" in flaw(inside)


@pytest.mark.parametrize(
    "inside",
    [
        '<a href="file:///etc/passwd">x</a>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="java&#10;script:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<a href="bijlage.pdf">x</a>',
    ],
)
def test_links_lead_to_pages_and_people(inside: str) -> None:
    assert "verwijst naar" in flaw(inside)


def test_a_link_is_no_attachment() -> None:
    assert "bijlage" in flaw('<a rel="noopener ATTACHMENT" href="https://elders">x</a>')


def test_a_page_is_in_one_encoding() -> None:
    assert "niet in UTF-8" in flaw('<meta charset="iso-2022-jp"/>')
    assert flaw('<meta charset="utf-8"/>') == ""


BOMB = "".join(
    f'<g id="a{n + 1}">' + f'<use href="#a{n}"/>' * 10 + "</g>" for n in range(8)
)  # each draws the one before ten times
SVG = 'xmlns="http://www.w3.org/2000/svg"'


@pytest.mark.parametrize(
    "inside",
    [
        f'<svg {SVG}><g id="a0"><rect/></g>{BOMB}</svg>',
        f'<svg {SVG}><image href="https://elders/x.png"/></svg>',
        f"<svg {SVG}><foreignObject/></svg>",
        f"<svg {SVG}><!--><img src='x.png'>--></svg>",
        f"<svg {SVG}><title><p>x</p></title></svg>",
        f"<svg {SVG}><style>p{{}}</style>",
        f'<svg {SVG}><img xmlns="urn:x" src="https://elders/x.png"/></svg>',
        f'<svg {SVG}><metadata><x:r xmlns:x="urn:x"/></metadata></svg>',
        f'<svg {SVG}><a xmlns:xlink="urn:x" xlink:href="javascript:x"><rect/></a></svg>',
        f'<svg {SVG} xmlns:x="urn:x"><rect x:y="z"/></svg>',
        f'<svg {SVG}><title><image src="x.png"/></title></svg>',
        f"<svg {SVG}><style>@import 'x.css';</style></svg>",
    ],
)
def test_a_picture_in_the_page_is_looked_at(inside: str) -> None:
    assert flaw(inside)


@pytest.mark.parametrize(
    "inside",
    [
        "<?php x ?>",
        "<![CDATA[<img src='x.png'/>]]>",
        '<!ENTITY x "y">',
        "<x:img src='x.png'/>",
        "<_a/>",
        "<é src='x.png'/>",
        "<p <img src='x.png'>",
        '<p title="<img src=x>">x</p>',
        "<!-- x --!><img src='x.png'>",
    ],
)
def test_what_parsers_do_not_agree_on_is_refused(inside: str) -> None:
    assert flaw(inside)


@pytest.mark.parametrize(
    "address",
    [
        "data:text/html,<p>x</p>",
        "data:image/png;base64,AAAA",
        "data:image/svg+xml;base64," + b64encode(f"<svg {SVG}><script/></svg>".encode()).decode(),
        "data:image/png;base64," + b64encode(png(30_000, 30_000)).decode(),
        "data:text/css," + PIXELS,
        "data:image/png;base64,***",
        "data:image/png;base64," + b64encode(png(2, 2) + bytes(500_001)).decode(),
    ],
)
def test_an_address_that_holds_its_content_is_looked_into(address: str) -> None:
    quoted = address.replace("<", "&lt;")
    assert "gebruikt 'data:" in flaw(f'<img src="{quoted}" alt=""/>')


@pytest.mark.parametrize(
    "inside",
    [
        f'<img src="{PIXELS}" alt="een punt"/><img src="beeld:1" alt=""/>',
        f"<style>p{{background:url({PIXELS})}}</style>",
        "<style>p{background:url(beeld:1)} q{mask:url(#vorm)}</style>",
        '<a href="https://ggd.nl" rel="noopener">x</a> <a href="tel:030123">x</a>',
        '<a href="mailto:a@b.nl">x</a> <a href="#inhoud">x</a>',
        "<style>@media (min-width: 60em) and (width < 9em) { p { width: calc(5% - 1em) } }</style>",
        "<style>@page { @top-left { content: element(x) string(y) '\\201C' } }</style>",
        '<style>p:not(.a):nth-child(2n+1)::after { content: "url(x)"; color: rgb(1,2,3) }</style>',
        "<p>Wie url(x) of @import schrijft, &lt;script&gt; of 3 < 4: <!-- hier --> mag het.</p>",
        '<p data-plek="https://elders" aria-label="x">x</p>',
    ],
)
def test_what_only_shows_is_fine(inside: str) -> None:
    assert flaw(inside) == ""


def test_a_page_without_end_is_refused() -> None:
    assert "groter dan 10 MB" in flaw("x" * 10_000_001)


def test_looking_takes_no_longer_than_the_page_is_long() -> None:
    start = time.perf_counter()
    flaw("<p title='x' " * 20_000)
    flaw("<p>" * 100_000)
    flaw("<style>" + "url(" * 50_000 + "</style>")
    assert time.perf_counter() - start < 5

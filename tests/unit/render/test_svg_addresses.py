"""What an SVG takes from elsewhere."""

from __future__ import annotations

import pytest

from wijkprofiel.render.svg_addresses import outside_address

SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
LICENCE = (
    '<metadata><l xmlns:rdf="r" rdf:resource="https://creativecommons.org/by/4.0"/></metadata>'
)


def svg(inside: str) -> str:
    return f"<svg {SPACES}>{inside}</svg>"


@pytest.mark.parametrize(
    ("inside", "address"),
    [
        ('<image href="https://ggd.nl/logo.png"/>', "https://ggd.nl/logo.png"),
        ('<image xlink:href=" //ggd.nl/logo.png"/>', "//ggd.nl/logo.png"),
        ('<g><use xlink:href="tekens.svg#hart"/></g>', "tekens.svg#hart"),
        ('<image href="file:///C:/logo.png"/>', "file:///C:/logo.png"),
        ("<path fill=\"url('verf.svg#blauw')\"/>", "verf.svg#blauw"),
        ('<path style="fill:red;mask:URL( vorm.svg )"/>', "vorm.svg"),
        ("<style>@import 'stijl.css';</style>", "stijl.css"),
        ("<style>@import url(stijl.css);</style>", "stijl.css"),
        ('<style>@font-face{src:url("https://letters.nl/a.woff")}</style>', "https://letters.nl"),
    ],
)
def test_what_lies_elsewhere_is_found(inside: str, address: str) -> None:
    assert (outside_address(svg(inside)) or "").startswith(address)


@pytest.mark.parametrize(
    "inside",
    [
        '<use href="#hart"/><use xlink:href="#hart"/>',
        '<image href="data:image/png;base64,AAAA"/><image href="DATA:image/png;base64,AAAA"/>',
        '<path fill="url(#verf)" style="mask:url(\'#vorm\')"/>',
        "<style>@namespace url(http://www.w3.org/2000/svg); a{fill:url(#verf)}</style>",
        "<style>@font-face{src:url(data:font/woff;base64,AAAA)}</style>",
        '<a href="https://ggd.nl"><text>zie url(x) op ggd.nl</text></a>',
        '<image href=""/><!-- <image href="oud.png"/> -->',
        LICENCE,
    ],
)
def test_what_is_in_the_picture_is_no_matter(inside: str) -> None:
    assert outside_address(svg(inside)) is None

"""Whether a page made by somebody else's templates is complete in itself, and only shows.

The check reads the text and not a tree: a browser, WeasyPrint and a parser of XML make different
trees of one text. Every place where an element could begin is looked at, also in what one of
them takes for a remark, so nothing that any of them sees is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from html import unescape

from wijkprofiel.domain.errors import RenderError
from wijkprofiel.render.fetching import OUTSIDE, address_flaw
from wijkprofiel.render.page_styles import styles_flaw
from wijkprofiel.render.svg_check import svg_flaw
from wijkprofiel.yaml_files.messages import shown

LARGEST_PAGE = 10_000_000

_ATTRIBUTE = r"""[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
_NAMED = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_BEGIN = re.compile(r"<[A-Za-z]")
_ELEMENT = re.compile(rf"<([A-Za-z][A-Za-z0-9]*)((?:\s+{_ATTRIBUTE})*)\s*/?>")
_NO_ELEMENT = re.compile(
    r"<\?|<!(?!--(?!-?>)|doctype html>)|<(?=[_:]|[^\x00-\x7f])|--!>", re.IGNORECASE
)
_END_OF_STYLE = re.compile(r"</style(?=[\s/>])", re.IGNORECASE)
_END_OF_PICTURE = re.compile(r"</svg\s*>", re.IGNORECASE)

_ELEMENTS = frozenset(
    name
    for line in (
        "html head title meta style body header footer main nav section article aside div p span",
        "h1 h2 h3 h4 h5 h6 hgroup a img figure figcaption ul ol li dl dt dd br wbr hr address",
        "table caption colgroup col thead tbody tfoot tr th td",
        "abbr b bdi bdo blockquote cite code data del dfn em i ins kbd mark pre q rp rt ruby s",
        "samp small strong sub sup time u var details summary svg",
    )
    for name in line.split()
)
_ATTRIBUTES = frozenset(
    name
    for line in (
        "class id style lang dir title role tabindex hidden translate",
        "alt src width height loading decoding href rel target hreflang download",
        "colspan rowspan scope headers abbr span start value reversed type datetime open",
        "name content charset media",
    )
    for name in line.split()
)
_NOTES = ("aria-", "data-")
_LINK = re.compile(r"#|https?:|mailto:|tel:|wijkprofiel-[a-z0-9-]+\.(?:html|pdf)$", re.IGNORECASE)
_XHTML = "http://www.w3.org/1999/xhtml"
_REMEDY = (
    "Een bladzijde toont alleen, en haalt niets op. Een bestand uit uw configuratiemap zet u zo in"
    " een sjabloon: {{ 'naam.png' | bestand }}. Zie docs/sjablonen.md."
)


def require_self_contained(page: str, pictures: Container[str]) -> None:
    """Refuse a page that takes something in from elsewhere, or that does more than show.

    Args:
        pictures: addresses of pictures that are handed over with the page.

    Raises:
        RenderError: with the first of what does not belong there.
    """
    if len(page) > LARGEST_PAGE:
        size = LARGEST_PAGE // 1_000_000
        raise RenderError(
            f"De bladzijde is groter dan {size} MB.",
            remedy="Kijk welke lus in uw sjabloon te vaak rondgaat.",
        )
    flaw = next(_flaws(page, pictures), None)
    if flaw is not None:
        raise RenderError(f"De bladzijde {flaw}", remedy=_REMEDY)


def _flaws(page: str, pictures: Container[str]) -> Iterator[str]:
    if strange := _NO_ELEMENT.search(page):
        yield f"heeft '{_quoted(page, strange.start())}', en dat hoort niet in een bladzijde."
    past = 0
    for begin in _BEGIN.finditer(page):
        at = begin.start()
        if at < past:
            continue  # within a picture that was looked at whole
        element = _ELEMENT.match(page, at)
        if element is None:
            yield f"heeft een element dat niet goed is geschreven: '{_quoted(page, at)}'."
            return
        yield from _element_flaws(element[1].lower(), element[2], pictures)
        if element[1].lower() == "svg":
            past = _end(_END_OF_PICTURE, page, at)
            yield from _picture_flaws(page[at:past])
        elif element[1].lower() == "style":
            inside = page[element.end() : _end(_END_OF_STYLE, page, at)]
            if flaw := styles_flaw(inside, pictures):
                yield flaw


def _end(pattern: re.Pattern[str], page: str, start: int) -> int:
    found = pattern.search(page, start)
    return found.end() if found else len(page)


def _picture_flaws(svg: str) -> Iterator[str]:
    if "<!--" in svg:
        yield "heeft een opmerking in een svg; haal haar weg."
    if flaw := svg_flaw(svg, inline=True):
        yield f"heeft een svg die niet kan: zij {flaw}"


def _element_flaws(name: str, attributes: str, pictures: Container[str]) -> Iterator[str]:
    if name not in _ELEMENTS:
        yield f"bevat <{name}>."
    if name == "svg":
        return
    for key, *values in _NAMED.findall(attributes):
        flaw = _attribute_flaw(name, key.lower(), unescape("".join(values)), pictures)
        if flaw:
            yield flaw


def _attribute_flaw(element: str, name: str, value: str, pictures: Container[str]) -> str | None:
    if name.startswith(_NOTES) or (element == "html" and name == "xmlns" and value == _XHTML):
        return None
    if name not in _ATTRIBUTES:
        return f"heeft het kenmerk {shown(name)} bij <{element}>."
    if name == "style":
        return styles_flaw(value, pictures)
    if name == "src":
        flaw = address_flaw(value, pictures) if element == "img" else OUTSIDE
        return f"gebruikt '{shown(value)}': dat {flaw}" if flaw else None
    if name == "href" and not (element == "a" and _LINK.match(value.strip())):
        return (
            f"verwijst naar '{shown(value)}'; dat kan alleen naar #, https, mailto, tel, en een"
            " document van wijkprofiel dat ernaast ligt."
        )
    if name == "charset" and value.lower() != "utf-8":
        return f"is opgeslagen in {shown(value)}, niet in UTF-8."
    if name == "rel" and "attachment" in value.lower().split():
        return "geeft een bijlage mee; dat kan niet."
    return None


def _quoted(page: str, at: int) -> str:
    return shown(page[at : at + 40])

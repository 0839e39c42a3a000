"""The texts that stand in a template itself, where a reader of the document would see them.

A template is taken as if every branch of it were printed: what Jinja fills in is left out, except
literal text. Of the page that gives, text between tags counts, and attributes that are read aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, nodes

_ATTRIBUTES = {"alt", "aria-label", "aria-description", "title", "content", "data-kopregel"}
_UNITS = {"%", "°C", "cm", "ha", "km", "m", "mm"}
_WORD = re.compile(r"[^\W\d_]{2,}|[^\W\d_]+")
_CONTENT = re.compile(r"content\s*:\s*([^;}]*)")
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_TECHNICAL_META = {"viewport"}


def texts_of(path: Path) -> list[str]:
    """What a reader would see of a template, or of a style sheet, that comes from no voice."""
    source = path.read_text(encoding="utf-8")
    found = in_style_sheet(source) if path.suffix == ".css" else in_template(source)
    return list(found)


def in_style_sheet(source: str) -> Iterator[str]:
    """Texts that a style sheet adds to the page."""
    for content in _CONTENT.findall(re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)):
        for double, single in _QUOTED.findall(content):
            if _says_something(double or single):
                yield double or single


def in_template(source: str) -> Iterator[str]:
    """Texts between tags, and in what is read aloud."""
    page = _Page()
    page.feed("".join(_printed(Environment().parse(source))))
    page.close()
    yield from page.found


def _printed(node: nodes.Node) -> Iterator[str]:
    """The page with every branch of a template, one after the other."""
    if isinstance(node, nodes.TemplateData):
        yield node.data
    elif isinstance(node, nodes.Output):
        for each in node.nodes:
            yield from (each.data,) if isinstance(each, nodes.TemplateData) else _literals(each)
    else:
        for child in node.iter_child_nodes():
            yield from _printed(child)


def _literals(node: nodes.Node) -> Iterator[str]:
    """Literal text that an expression prints; what a function is given is a name, if in small."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr):
        yield from (text for each in (node.expr1, node.expr2) if each for text in _literals(each))
    elif isinstance(node, nodes.BinExpr):
        yield from (text for each in (node.left, node.right) for text in _literals(each))
    elif isinstance(node, nodes.Concat):
        yield from (text for each in node.nodes for text in _literals(each))
    elif isinstance(node, nodes.Filter) and node.node is not None:
        yield from _literals(node.node)
        yield from _given(node.args)
    elif isinstance(node, nodes.Call):
        yield from _given([*node.args, *(each.value for each in node.kwargs)])


def _given(arguments: list[nodes.Expr]) -> Iterator[str]:
    """Arguments that are text, and no name of a place, a class or an attribute."""
    for text in (text for each in arguments for text in _literals(each)):
        if re.search(r"[A-ZÀ-Þ]|\w[,:;.!?]?\s+\w|\w\s+$|^\s+\w", text):
            yield text


class _Page(HTMLParser):
    """Collects what a reader sees or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta" and dict(attrs).get("name") in _TECHNICAL_META:
            return
        for name, value in attrs:
            if name in _ATTRIBUTES and _says_something(value or ""):
                self.found.append((value or "").strip())

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is None and _says_something(data):
            self.found.append(" ".join(data.split()))


def _says_something(text: str) -> bool:
    return any(word not in _UNITS for word in _WORD.findall(text))

"""A document to HTML: one file that needs no network and no script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.document import Content, Layout
from wijkprofiel.documents.profile.maker import PROFILE
from wijkprofiel.render.environment import Context, fill
from wijkprofiel.render.pictures import Pictures
from wijkprofiel.render.style import PLAIN, Style


def render_html(
    content: Content,
    texts: Texts,
    *,
    document: Layout = PROFILE,
    templates: Path | None = None,
    style: Style = PLAIN,
    booklet: str | None = None,
) -> str:
    """The document for the screen.

    Args:
        content: what the document says.
        texts: the voice that it is in, for what templates print.
        document: whose template and rules are used.
        templates: the user's folder of templates, searched before ours.
        style: the look of an organisation.
        booklet: where the booklet of the edition lies, seen from this document; None if it does
            not lie beside it.

    Raises:
        RenderError: a template cannot be filled in.
    """
    pictures = Pictures(as_images=False)
    context = _context(content, texts, document, style, pictures, booklet=booklet)
    return fill(context, templates, document.template)


@dataclass(frozen=True, slots=True)
class PrintPage:
    """A page that is ready to be turned into a PDF.

    Attributes:
        text: the page, as HTML.
        pictures: SVG by the address that the page has for it.
    """

    text: str
    pictures: Mapping[str, str]


def print_page(
    content: Content,
    texts: Texts,
    *,
    document: Layout = PROFILE,
    templates: Path | None,
    style: Style,
    density: int,
    booklet: str | None = None,
) -> PrintPage:
    """The document for print.

    Args:
        content: what the document says.
        texts: the voice that it is in, for what templates print.
        document: whose template and rules are used.
        density: how close things stand on what has to stay one page (0, 1 or 2).
        booklet: where the booklet of the edition lies, as in `render_html`.

    Raises:
        RenderError: a template cannot be filled in.
    """
    pictures = Pictures(as_images=True)
    context = _context(
        content,
        texts,
        document,
        style,
        pictures,
        for_print=True,
        density=density,
        booklet=booklet,
    )
    return PrintPage(fill(context, templates, document.template), pictures.handed_over)


def _context(
    content: Content,
    texts: Texts,
    document: Layout,
    style: Style,
    pictures: Pictures,
    *,
    for_print: bool = False,
    density: int = 0,
    booklet: str | None = None,
) -> Context:
    return Context(
        called=document.called,
        content=content,
        teksten=texts,
        beeld=pictures,
        tekens=pictures.icon_style(),
        huisstijl=style,
        druk=for_print,
        dichtheid=density,
        boekje_ernaast=booklet,
    )

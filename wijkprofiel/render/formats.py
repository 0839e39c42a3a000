"""Every format that a document can be written in, each with what makes it.

What a format needs is imported when it is asked for: WeasyPrint alone takes a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.comparison.content import ComparisonContent
from wijkprofiel.documents.document import Content, Layout
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.errors import ConfigurationError, Problem, UsageError
from wijkprofiel.render.style import PLAIN, Style


class OutputFormat(StrEnum):
    """What a document can be written as."""

    HTML = "html"
    PDF = "pdf"
    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Look:
    """What the documents of one area are dressed in.

    Attributes:
        texts: what templates say themselves, in the voice of the content.
        unprintable: texts of the profile file that the PDF cannot show.
        booklet: name, without the end that says its format, of the booklet of the edition where it
            lies beside them; None where it does not.
    """

    texts: Texts
    style: Style = PLAIN
    unprintable: tuple[Problem, ...] = ()
    booklet: str | None = None

    def booklet_as(self, kind: OutputFormat) -> str | None:
        """Where the booklet lies in one format, seen from a document beside it."""
        return None if self.booklet is None else f"{self.booklet}.{kind}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document that is to be written.

    Attributes:
        templates: the user's own templates, if any.
    """

    document: Layout
    content: Content
    look: Look
    templates: Path | None = None


def render(sheet: Sheet, kind: OutputFormat) -> bytes:
    """A document in one format; the same bytes for the same content.

    Raises:
        ConfigurationError: if texts of the profile file cannot be shown in this format.
        RenderError: if it cannot be drawn.
    """
    return _RENDERERS[kind](sheet)


def formats_of(document: Layout) -> tuple[OutputFormat, ...]:
    """The formats that a document can be had in: not each has every figure, for CSV."""
    return tuple(kind for kind in OutputFormat if kind is not OutputFormat.CSV or document.figures)


def require_formats(document: Layout, kinds: Iterable[OutputFormat]) -> None:
    """Refuse a format that a document cannot be had in.

    Raises:
        UsageError: naming those that it can be had in.
    """
    if wrong := [kind for kind in kinds if kind not in formats_of(document)]:
        raise UsageError(
            f"Het document {document.name} is er niet als {', '.join(wrong)}.",
            remedy=f"Kies uit: {', '.join(formats_of(document))}.",
        )


def _html(sheet: Sheet) -> bytes:
    from wijkprofiel.render.html import render_html

    return render_html(
        sheet.content,
        sheet.look.texts,
        document=sheet.document,
        templates=sheet.templates,
        style=sheet.look.style,
        booklet=sheet.look.booklet_as(OutputFormat.HTML),
    ).encode()


def _pdf(sheet: Sheet) -> bytes:
    if sheet.look.unprintable:
        raise ConfigurationError(sheet.look.unprintable)
    from wijkprofiel.render.pdf import render_pdf

    return render_pdf(
        sheet.content,
        sheet.look.texts,
        document=sheet.document,
        templates=sheet.templates,
        style=sheet.look.style,
        booklet=sheet.look.booklet_as(OutputFormat.PDF),
    )


def _json(sheet: Sheet) -> bytes:
    from wijkprofiel.render.export import to_json

    return to_json(sheet.content).encode()


def _csv(sheet: Sheet) -> bytes:
    if isinstance(sheet.content, ComparisonContent):
        from wijkprofiel.render.export_compared import compared_to_csv

        return compared_to_csv(sheet.content).encode()
    from wijkprofiel.render.export import to_csv

    assert isinstance(sheet.content, Profile)  # see `formats_of`
    return to_csv(sheet.content).encode()


_RENDERERS: dict[OutputFormat, Callable[[Sheet], bytes]] = {
    OutputFormat.HTML: _html,
    OutputFormat.PDF: _pdf,
    OutputFormat.JSON: _json,
    OutputFormat.CSV: _csv,
}

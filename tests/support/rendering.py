"""Documents in the shipped voice, for tests that are not about voices."""

from __future__ import annotations

from typing import Any

from tests.support.catalogue import CATALOGUE
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.render import html, pdf
from wijkprofiel.render.style import PLAIN, Style


def render_html(profile: Profile, **options: Any) -> str:
    """The page for the screen."""
    return html.render_html(profile, CATALOGUE.texts, **options)


def render_pdf(profile: Profile, **options: Any) -> bytes:
    """The document for print."""
    return pdf.render_pdf(profile, CATALOGUE.texts, **options)


def print_page(profile: Profile, style: Style = PLAIN) -> html.PrintPage:
    """The page that becomes a PDF."""
    return html.print_page(profile, CATALOGUE.texts, templates=None, style=style, density=0)

"""Profile to HTML: one file that needs no network and no script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.render.environment import Context, fill
from wijkprofiel.render.pictures import Pictures
from wijkprofiel.render.style import PLAIN, Style


def render_html(
    profile: Profile, texts: Texts, *, templates: Path | None = None, style: Style = PLAIN
) -> str:
    """The document for the screen.

    Args:
        texts: the voice that the profile is in, for what templates print.
        templates: the user's folder of templates, searched before ours.
        style: the look of an organisation.

    Raises:
        RenderError: a template cannot be filled in.
    """
    return _filled(profile, texts, templates, style, Pictures(as_images=False))


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
    profile: Profile, texts: Texts, *, templates: Path | None, style: Style, density: int
) -> PrintPage:
    """The document for print.

    Args:
        texts: the voice that the profile is in, for what templates print.
        density: how close things stand on the page that has to stay one page (0, 1 or 2).

    Raises:
        RenderError: a template cannot be filled in.
    """
    pictures = Pictures(as_images=True)
    text = _filled(profile, texts, templates, style, pictures, for_print=True, density=density)
    return PrintPage(text, pictures.handed_over)


def _filled(
    profile: Profile,
    texts: Texts,
    templates: Path | None,
    style: Style,
    pictures: Pictures,
    *,
    for_print: bool = False,
    density: int = 0,
) -> str:
    context = Context(
        profiel=profile,
        teksten=texts,
        beeld=pictures,
        tekens=pictures.icon_style(),
        huisstijl=style,
        druk=for_print,
        dichtheid=density,
    )
    return fill(context, templates)

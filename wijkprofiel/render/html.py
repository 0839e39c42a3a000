"""Profile to HTML: one file that needs no network and no script."""

from __future__ import annotations

from pathlib import Path

from wijkprofiel.profile.model import Profile
from wijkprofiel.render.environment import Context, fill
from wijkprofiel.render.pictures import Pictures, icon_style
from wijkprofiel.render.style import PLAIN, Style


def render_html(profile: Profile, *, templates: Path | None = None, style: Style = PLAIN) -> str:
    """The document for the screen.

    Args:
        templates: the user's folder of templates, searched before ours.
        style: the look of an organisation.

    Raises:
        RenderError: a template cannot be filled in.
    """
    return render_page(profile, templates=templates, style=style, for_print=False)


def render_page(
    profile: Profile, *, templates: Path | None, style: Style, for_print: bool, density: int = 0
) -> str:
    """The page as it is shown on screen, or as it is turned into a PDF.

    Args:
        density: how close things stand on the page that has to stay one page (0, 1 or 2).
    """
    context = Context(
        profiel=profile,
        beeld=Pictures(as_images=for_print),
        tekens=icon_style(),
        huisstijl=style,
        druk=for_print,
        dichtheid=density,
    )
    return fill(context, templates)

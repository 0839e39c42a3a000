"""How large the title of the first page can be, and what stands of it above the other pages.

The outline stands beside the title: WeasyPrint has no flex that is cheap enough. So what a title
takes is worked out before. The sizes are those of `templates/stijl/druk.css`.
"""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.documents.profile.front_fit import TITLE_SIZES, title_size
from wijkprofiel.yaml_files.text_size import width

_RUNNING = 32.0
"""Em of the line above a page that are the title's."""


@dataclass(frozen=True, slots=True)
class TitleSize:
    """How a title is set.

    Attributes:
        name: class of the style sheet; empty for the usual size.
        running: the title above every page, where it is too long to stand there whole.
    """

    name: str
    running: str | None


def title_sizes(title: str) -> TitleSize:
    """The largest size in which a title keeps to its lines."""
    return TitleSize(TITLE_SIZES[title_size(title)].name, _running(title))


def _running(title: str) -> str | None:
    """The beginning of a title that is too long for the line above a page."""
    if width(title) <= _RUNNING:
        return None
    kept = len(title)
    while width(f"{title[:kept]}…") > _RUNNING:
        kept -= 1
    return f"{title[:kept].rstrip()}…"

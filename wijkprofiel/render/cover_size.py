"""How large the title, the map and the small print of the printed cover can be.

Nothing on the cover moves aside for anything else: WeasyPrint has no flex that is cheap enough. So
what a title takes is worked out before, and the sizes are chosen by that. The numbers are those of
`templates/stijl/druk.css`.
"""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.documents.profile.pages import Cover
from wijkprofiel.yaml_files.text_size import lines, width

_MM = 25.4 / 72
"""Millimetres in a point."""
_WIDE, _NARROW = 172.0, 80.0
_MAP_WIDTH = 164.0
_HEIGHT = 180.0
_ABOVE = 28.0
"""Down to where the title begins."""
_BETWEEN = 3.0
_FREE = 2.0
_TITLE = 1.06
_LONG = 22
"""Letters of a title that is set smaller in any case."""
_ROOM_BELOW = 69.0
_SMALL_PRINT = 8.6
_RUNNING = 34.0
"""Em of the line above a page that are the title's."""


@dataclass(frozen=True, slots=True)
class CoverSizes:
    """Classes of the style sheet: for the title, for the whole cover, and for its small print.

    Attributes:
        running: the title above every page, where it is too long to stand there whole.
    """

    title: str
    cover: str
    small_print: str
    running: str | None


@dataclass(frozen=True, slots=True)
class _Choice:
    """One way to set a cover: points of the title, and millimetres that the map may take."""

    points: float
    title: str
    map: float
    cover: str = ""


_CHOICES = (
    _Choice(46, "", 106),
    _Choice(37, "lang", 106),
    _Choice(28, "langer", 106),
    _Choice(28, "langer", 88, "kaart-kleiner"),
    _Choice(22, "langst", 88, "kaart-kleiner"),
    _Choice(22, "langst", 70, "kaart-klein"),
)


def cover_sizes(cover: Cover) -> CoverSizes:
    """The largest title with which nothing on the cover overlaps."""
    first = 1 if len(cover.title) > _LONG else 0
    fitting = (each for each in _CHOICES[first:] if _height(cover, each) <= _HEIGHT)
    chosen = next(fitting, _CHOICES[-1])
    small_print = "" if _has_room(cover) else "klein"
    return CoverSizes(chosen.title, chosen.cover, small_print, _running(cover.title))


def _running(title: str) -> str | None:
    """The beginning of a title that is too long for the line above a page."""
    if width(title) <= _RUNNING:
        return None
    kept = len(title)
    while width(f"{title[:kept]}…") > _RUNNING:
        kept -= 1
    return f"{title[:kept].rstrip()}…"


def _height(cover: Cover, choice: _Choice) -> float:
    """Millimetres from the top of the cover to its foot, all below one another."""
    title = _set(cover.title, choice.points, _WIDE, _TITLE)
    below = _set(cover.subtitle, 14, _WIDE, 1.4)
    note = _set(cover.locator.note, 7.8, _MAP_WIDTH, 1.4) + 2 if cover.locator.note else 0
    return _ABOVE + title + _BETWEEN + below + _FREE + choice.map + note


def _has_room(cover: Cover) -> bool:
    """Whether the small print stays on the page at its usual size."""
    details = sum(
        _set(text, _SMALL_PRINT, _NARROW, 1.36) + 7.8 * 1.36 * _MM + 1.4
        for _, text in cover.details
    )
    rest = _set(cover.figures, 7.8, _NARROW, 1.36) + 7.8 * 1.36 * _MM + 2 * 1.4 + 2.6
    return details + rest <= _ROOM_BELOW


def _set(text: str, points: float, room: float, leading: float) -> float:
    """The height of a text in millimetres."""
    return lines(text, room / (points * _MM)) * points * leading * _MM

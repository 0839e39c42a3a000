"""Small pictures that stand before words, as backgrounds of a style sheet."""

from __future__ import annotations

from wijkprofiel.charts.marks import ICON_SIZE, all_marks, mark_icon, mark_name
from wijkprofiel.charts.palette import BAND, BLUE, INK, MUTED, WHITE
from wijkprofiel.charts.spine import diamond
from wijkprofiel.charts.svg import box, document, path
from wijkprofiel.charts.two_areas import square

_MIDDLE = ICON_SIZE / 2


def icons() -> dict[str, str]:
    """Every icon by the name that a style sheet uses for it."""
    marks = {mark_name(mark): mark_icon(mark, "") for mark in all_marks()}
    return marks | {name: document(width, ICON_SIZE, "", [part]) for name, width, part in _LEGEND}


_BAND_WIDTH = 2 * ICON_SIZE


def _line(colour: str, width: float, *, dashed: bool = False) -> str:
    """A piece of a line of the chart of rounds."""
    ends = ((0.0, 4.0), (8.0, 12.0)) if dashed else ((0.0, 12.0),)
    outline = "".join(box(a, _MIDDLE - width / 2, b, _MIDDLE + width / 2) for a, b in ends)
    return path(outline, colour)


_LEGEND = (
    ("spreiding", _BAND_WIDTH, path(box(0, 5.2, _BAND_WIDTH, 6.8), BAND)),
    ("helft", _BAND_WIDTH, path(box(0, 3, _BAND_WIDTH, 9), BAND)),
    ("streep", ICON_SIZE, path(box(_MIDDLE - 0.8, 0, _MIDDLE + 0.8, ICON_SIZE), INK)),
    ("lijn-eigen", ICON_SIZE, _line(BLUE, 2.6)),
    ("lijn-land", ICON_SIZE, _line(INK, 1.4)),
    ("lijn-ander", ICON_SIZE, _line(MUTED, 1.4, dashed=True)),
    ("vierkant-vol", ICON_SIZE, path(square(_MIDDLE, _MIDDLE, 4.2), INK)),
    ("vierkant", ICON_SIZE, path(square(_MIDDLE, _MIDDLE, 3.6), WHITE, stroke=INK, width=1.2)),
    ("ruit-vol", ICON_SIZE, path(diamond(_MIDDLE, _MIDDLE), INK)),
    ("ruit", ICON_SIZE, path(diamond(_MIDDLE, _MIDDLE), WHITE, stroke=INK, width=1.2)),
)

"""How high a map can be on the page that says who live here, before that page is laid out.

A map that does not fit goes to a page of its own, and leaves two pages half empty. Sizes and
margins are those of `templates/stijl/wonen.css`: who changes one there changes it here.
"""

from __future__ import annotations

from collections.abc import Iterable

from wijkprofiel.documents.profile.area_maps import AreaMap
from wijkprofiel.documents.profile.pages import KeyFigures, ShareChart
from wijkprofiel.documents.profile.story_layout import PAGE
from wijkprofiel.yaml_files.text_size import height, width

_MM = 25.4 / 72
"""Millimetres in a point."""
_SMALL, _BODY, _ROW, _NAME = 9.0, 10.5, 10.0, 11.0
_BOLD = 1.06
_WIDE = 150.0
_MAPS = ((172.0,), (64.0, 100.5))
"""How wide each map is: of one alone, and of two beside each other."""
_HEAD = 13.4
_LABEL, _COLUMN = 45.0, 24.0
_LEADING = 1.3
_AFTER_NAME = 3.4


def room_for_map(page: KeyFigures, shown: AreaMap) -> float:
    """Millimetres that a map can have on the page, with the list of its numbers.

    Args:
        page: with everything that stands above its maps.
        shown: one of its maps; what is said under it takes its part.
    """
    wide = min(_WIDE, _width_of(page, shown))
    said = height(shown.text, _BODY, wide, 1.34) if shown.text else 0.0
    note = height(shown.note, _SMALL, wide, _LEADING) + 0.6 if shown.note else 0.0
    heading = height(shown.heading, _NAME, _width_of(page, shown) / _BOLD, 1.3) + 1.4
    return PAGE - _above(page) - 4.0 - heading - 1.4 - said - note


def height_of_names(page: KeyFigures, shown: AreaMap, numbered: Iterable[str], few: str) -> float:
    """Millimetres that the names take that do not stand on the map itself.

    Args:
        numbered: names of the areas with number 1, 2 and so on.
        few: the names of areas that are too small for a number, with a comma between them.
    """
    wide = min(_WIDE, _width_of(page, shown))
    # The sentence around the names of the small ones is a voice's own: a line is enough for it.
    small = height(few, _SMALL, wide, _LEADING) + _line() if few else 0.0
    return _lines(numbered, wide) * _line() + small


def _width_of(page: KeyFigures, shown: AreaMap) -> float:
    widths = _MAPS[min(len(page.maps), len(_MAPS)) - 1]
    return widths[min(page.maps.index(shown), len(widths) - 1)]


def _line() -> float:
    return _SMALL * _LEADING * _MM


def _lines(numbered: Iterable[str], wide: float) -> int:
    """Lines of names with their numbers, none of which is broken."""
    count, used = 0, wide
    for number, name in enumerate(numbered, start=1):
        needed = (width(str(number)) * _BOLD + width(f" {name} ")) * _SMALL * _MM + _AFTER_NAME
        if used + needed - _AFTER_NAME > wide:
            count, used = count + 1, 0.0
        used += needed
    return count


def _above(page: KeyFigures) -> float:
    """The heading, the charts and what is said of them."""
    sources = (f"00 {each.text}" for each in page.sources)
    notes = height(" ".join((*page.notes, *sources)), _SMALL, _WIDE, _LEADING)
    lead = height(page.lead, _BODY, _WIDE, 1.34)
    return _HEAD + lead + sum(map(_chart, page.charts)) + 2.0 + notes


def _chart(chart: ShareChart) -> float:
    heads = (height(each.header, _SMALL, _COLUMN / _BOLD, 1.22) for each in chart.columns)
    head = max(height(chart.title, _NAME, _LABEL, 1.22), *heads) + 1.1
    rows = sum(1.6 + height(bar.label, _ROW, _LABEL, 1.19) for bar in chart.bars)
    return 3.0 + head + rows

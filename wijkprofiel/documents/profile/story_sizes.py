"""How high the parts of a story are in print, before they are laid out.

Sizes and margins are those of `templates/stijl/verhalen_druk.css`: who changes one there changes
it here.
"""

from __future__ import annotations

from collections.abc import Iterable

from wijkprofiel.charts import compare_bars, curve
from wijkprofiel.documents.profile.story_layout import FEWEST_LINES, LINE
from wijkprofiel.documents.profile.story_pages import (
    StoryCard,
    StoryQuestion,
    StoryRow,
    StorySide,
    StoryTable,
)
from wijkprofiel.yaml_files.text_size import height

_MM = 25.4 / 72
"""Millimetres in a point."""
_PX = 25.4 / 96
"""Millimetres in a pixel of a picture."""
_BODY, _SMALL, _TABLE = 10.5, 9.0, 9.6
_WIDE, _NOTES = 122.0, 102.0
"""Room for 80 letters of the size of the text and of notes."""
_BESIDE, _MARGIN = 86.0, 44.0
_PICTURE = 80.0
_NEAR = 20.0


def side_head(side: StorySide, notes: Iterable[str]) -> float:
    """The heading of a side and what stands under it, before its first story."""
    note = " ".join(notes)
    facts = sum(height(f"– {fact}", _BODY, _WIDE - 4, 1.34) + 0.8 for fact in side.facts)
    return sum(
        (
            13.4,
            height(note, _SMALL, _NOTES, 1.3) + 1.0 if note else 0.0,
            sum(height(text, _BODY, _WIDE, 1.34) + 1.6 for text in side.empty),
            facts + 2.0 if facts else 0.0,
            height(side.lead, _BODY, _WIDE, 1.34) + 1.6 if side.lead else 0.0,
        )
    )


def side_end() -> float:
    """What stays open after a side."""
    return 3.0


def card(story: StoryCard) -> float:
    """A story without its question."""
    title = height(story.title, 15, _WIDE, 1.16) + 1.0
    return 3.6 + title + _told(story) + table(story.table)


def _told(story: StoryCard) -> float:
    """The sentences with the pictures under or beside them."""
    bars = _SMALL * 1.3 * _MM + compare_bars.height(story.bars) * _PX
    room = _BESIDE if story.rounds is None else _MARGIN
    small = sum(height(each, _SMALL, room, 1.3) + 1.0 for each in (*story.small, *story.notes))
    if story.rounds is None:
        return max(bars, height(story.sentences, _BODY, _BESIDE, 1.34) + small)
    curves = height(story.rounds.title, _SMALL, _PICTURE, 1.3) + curve.HEIGHT * _PX
    return max(height(story.sentences, _BODY, _WIDE, 1.34), small + 0.6) + 1.6 + max(bars, curves)


def table(shown: StoryTable) -> float:
    """The small table with its notes."""
    name = 72.0 if shown.near is None else 50.0
    heads = ((shown.unit, name - 2), (shown.near or "", _NEAR))
    head = max(2 * _SMALL * 1.16 * _MM, *(height(text, _SMALL, room, 1.16) for text, room in heads))
    rows = sum(_row(each, name) for each in shown.rows)
    note = " ".join(shown.notes)
    return 1.8 + head + 1.1 + rows + (height(note, _SMALL, _NOTES, 1.3) + 1.0 if note else 0.0)


def _row(row: StoryRow, name: float) -> float:
    room = name - 4 if row.is_part else name
    small = filter(None, (row.elderly, *row.remarks))
    extra = sum(height(text, _SMALL, room, 1.18) for text in small)
    return 1.4 + height(row.name, _TABLE, room, 1.18) + extra


def question(asked: StoryQuestion) -> float:
    """A question with the fewest lines to write on."""
    head = 2.6 + 2.2
    if asked.professionals is None:
        said = height(asked.residents, 13, 150, 1.24)
    else:
        said = max(
            height(asked.residents, 13, 84, 1.24),
            0.6 + height(asked.professionals, _BODY, 74, 1.28) + 5,
        )
    return head + said + _write_head() + FEWEST_LINES * LINE + 3.0


def _write_head() -> float:
    return 1.4 + _SMALL * 1.3 * _MM - 3.4


def end(others: Iterable[str], small_print: str) -> float:
    """What has no point, with the sources beside it."""
    listed = sum(height(f"– {each}", _BODY, _WIDE - 4, 1.34) for each in others)
    beside = height(small_print, _SMALL, _MARGIN, 1.3)
    return 2.0 + max(5.4 + listed if listed else 0.0, beside)

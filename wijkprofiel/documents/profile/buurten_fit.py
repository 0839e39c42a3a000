"""How much of the page of the parts is left to write on, before it is laid out.

Sizes and margins are those of `templates/stijl/buurten.css`: who changes one there changes it here.
"""

from __future__ import annotations

from itertools import zip_longest

from wijkprofiel.documents.profile import story_sizes
from wijkprofiel.documents.profile.buurten_page import BuurtChart, Buurten
from wijkprofiel.documents.profile.story_layout import FEWEST_LINES, LINE, MOST_LINES, PAGE
from wijkprofiel.documents.profile.story_pages import StoryQuestion
from wijkprofiel.yaml_files.text_size import height

_WIDE, _COLUMN = 150.0, 82.0
_SMALL, _TEXT, _BODY = 9.0, 10.0, 10.5
_BAR = 3.45
_HEAD = 13.4


def lines_to_write(page: Buurten, question: StoryQuestion) -> int:
    """How many lines fit under a question at the end of the page; 0 if there is no room for it."""
    left = PAGE - _height(page) - story_sizes.question(question)
    if left < 0:
        return 0
    return min(FEWEST_LINES + int(left / LINE), MOST_LINES)


def _height(page: Buurten) -> float:
    lead = " ".join(filter(None, (page.lead, page.choice and f"{page.choice} {page.choice}")))
    pairs = zip_longest(page.charts[::2], page.charts[1::2])
    return sum(
        (
            _HEAD + height(lead, _BODY, _WIDE, 1.3),
            sum(max(_chart(each) for each in pair if each is not None) for pair in pairs),
            2.4 + max(_said(page), _notes(page)),
        )
    )


def _chart(chart: BuurtChart) -> float:
    said = height(chart.text, _TEXT, _COLUMN, 1.2) + 0.6
    return 2.6 + height(chart.heading, 11, _COLUMN, 1.2) + said + len(chart.bars) * _BAR


def _said(page: Buurten) -> float:
    """What the marks are, and which parts and figures have no bars."""
    marks = ", ".join(f"00 {each.word}" for each in page.marks)
    texts = (f"{page.line} {page.marks_lead} {marks}.", page.others, page.few)
    return sum(height(text, _SMALL, _COLUMN, 1.25) + 1.0 for text in texts if text)


def _notes(page: Buurten) -> float:
    sources = (f"00 {each.text}" for each in page.sources)
    return height(" ".join((*page.notes, *sources)), _SMALL, _COLUMN, 1.25)

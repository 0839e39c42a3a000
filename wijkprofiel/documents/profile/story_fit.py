"""Chooses the rows and the writing lines with which the stories take few and full pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wijkprofiel.documents.profile import story_sizes
from wijkprofiel.documents.profile.story_layout import (
    MOST_LINES,
    MOST_LINES_ALONE,
    USUAL_ROWS,
    Block,
    Share,
    plan,
)
from wijkprofiel.documents.profile.story_pages import StoryCard, StoryPages, StorySide

Ways = Sequence[StoryCard]
"""One story with each number of rows that it may have, the fewest first."""


def fitted(pages: StoryPages, stories: Sequence[Sequence[Ways]]) -> StoryPages:
    """The pages with of every story the card that fits.

    Args:
        pages: everything but the stories.
        stories: those of each side.
    """
    blocks = [
        block
        for number, (side, ways) in enumerate(zip(pages.sides, stories, strict=True))
        for block in _of_side(side, ways, pages.notes if number == 0 else ())
    ]
    small_print = " ".join(pages.small_print)
    found = plan([*blocks, Block((story_sizes.end(pages.others, small_print),))])
    shares = iter(found.shares)
    sides = [_chosen(side, ways, shares) for side, ways in zip(pages.sides, stories, strict=True)]
    starts = next(shares).starts_page
    return replace(pages, sides=tuple(sides), room=found.room, end_starts_page=starts)


def _of_side(side: StorySide, stories: Sequence[Ways], notes: Sequence[str]) -> Iterator[Block]:
    """A side in parts that stay together: the question stands with the first story."""
    head = story_sizes.side_head(side, notes)
    asked = 0.0 if side.question is None else story_sizes.question(side.question)
    if not stories:
        most = 0 if side.question is None else MOST_LINES_ALONE
        yield Block((head + asked + story_sizes.side_end(),), most)
    for number, ways in enumerate(stories):
        more = head + asked if number == 0 else 0.0
        more += story_sizes.side_end() if number + 1 == len(stories) else 0.0
        heights = tuple(more + story_sizes.card(each) for each in ways)
        asks = side.question is not None and number == 0
        usual = sum(len(each.table.rows) < USUAL_ROWS for each in ways[:-1])
        yield Block(heights, MOST_LINES if asks else 0, usual, is_story=not asks)


def _chosen(side: StorySide, stories: Sequence[Ways], shares: Iterator[Share]) -> StorySide:
    """A side with its stories as they fit."""
    got = [next(shares) for _ in range(max(1, len(stories)))]
    cards = [
        replace(
            ways[share.choice],
            lines=share.spare,
            starts_page=share.starts_page and number > 0,
        )
        for number, (ways, share) in enumerate(zip(stories, got, strict=False))
    ]
    asked = side.question
    question = None if asked is None else replace(asked, lines=got[0].lines)
    return replace(side, cards=tuple(cards), question=question, starts_page=got[0].starts_page)

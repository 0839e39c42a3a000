"""Stories on pages: few pages, full pages, and nothing that is cut off."""

from __future__ import annotations

from itertools import product

import pytest

from wijkprofiel.documents.profile.story_layout import (
    LINE,
    MOST_LINES,
    MOST_PAGES,
    PAGE,
    Block,
    Plan,
    plan,
)


def story(fewest: float, *, asks: bool = False, rows: int = 5) -> Block:
    """A story of which each row is 6 mm, usually with one row more than the fewest."""
    heights = tuple(fewest + 6 * number for number in range(rows))
    return Block(heights, MOST_LINES if asks else 0, usual=min(1, rows - 1))


def used(blocks: list[Block], found: Plan) -> list[float]:
    """Millimetres on each page, worked out from what every block got."""
    left = iter(blocks)
    pages = []
    for page in found.pages:
        total = 0.0
        for share in page:
            block = next(left)
            extra = share.lines - 2 if block.most_lines else share.spare
            total += block.heights[share.choice] + extra * LINE
        pages.append(total)
    return pages


@pytest.mark.parametrize(
    "heights", list(product((70.0, 90.0), (130.0, 160.0), (80.0, 95.0), (20.0, 60.0)))
)
def test_no_page_is_fuller_than_a_page(heights: tuple[float, ...]) -> None:
    blocks = [story(each, asks=each > 100) for each in heights[:-1]] + [Block((heights[-1],))]
    found = plan(blocks)
    assert len(found.shares) == len(blocks)
    assert all(page <= PAGE for page in used(blocks, found))
    assert len(found.pages) <= MOST_PAGES


def test_a_row_more_is_worth_more_than_white() -> None:
    found = plan([story(80, asks=True), Block((40.0,))])
    assert found.shares[0].choice == 4


def test_rows_are_left_out_before_there_is_a_page_more() -> None:
    blocks = [story(120, asks=True), story(110), Block((12.0,))]
    found = plan(blocks)
    assert len(found.pages) == 1
    assert found.shares[0].choice == 1


def test_fewer_rows_than_usual_only_where_there_would_be_too_many_pages() -> None:
    tight = [story(125.0) for _ in range(6)]
    found = plan(tight)
    assert len(found.pages) == MOST_PAGES
    assert min(share.choice for share in found.shares) == 0
    assert all(share.choice for share in plan([story(105.0) for _ in range(3)]).shares)


def test_what_is_left_becomes_lines_to_write_on() -> None:
    found = plan([story(80, asks=True, rows=1), story(200, rows=1), Block((40.0,))])
    assert found.shares[0].lines == MOST_LINES
    assert [share.starts_page for share in found.shares] == [False, True, False]


def test_a_block_that_is_higher_than_a_page_stands_alone() -> None:
    found = plan([Block((300.0,)), Block((40.0,))])
    assert [len(page) for page in found.pages] == [1, 1]

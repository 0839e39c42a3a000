"""How the stories lie on pages: where a page ends, how many rows and how many writing lines fit.

At most three pages, and no page with a large white end. What does not fit is chosen, not shrunk: a
table has fewer rows; what is left of a page becomes lines to write on, under the question that
stands there. Sizes and margins are those of `templates/stijl/verhalen_druk.css`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from math import ceil

PAGE = 258.5
"""Millimetres that are filled at most: heights are rounded up, and a page has 259."""
MOST_PAGES = 3
WHITE = 84.0
"""A larger white end looks like something that is missing: a third of a page is 86."""
LINE = 7.6
FEWEST_LINES = 2
MOST_LINES, MOST_LINES_ALONE = 10, 11
"""Lines to write on under a question; where a side has nothing but a question there are more."""
FEWEST_ROWS, USUAL_ROWS, MOST_ROWS = 2, 3, 6
"""Rows of a table; with fewer than the usual number only where all would take too many pages."""

_ROOM_HEAD, _SPARE_HEAD = 12.0, 2.2
_FEWEST_ROOM, _MOST_ROOM = 3, 12


@dataclass(frozen=True, slots=True)
class Block:
    """Something that stays on one page.

    Attributes:
        heights: millimetres with each number of rows that it may have, the fewest first; with the
            fewest lines to write on.
        most_lines: lines to write on, at most; 0 without a question.
        usual: the place among the heights of the fewest rows that it usually has.
        fewest_lines: lines to write on with which its heights were taken.
        is_story: a story without a question, which may get lines as well.
    """

    heights: tuple[float, ...]
    most_lines: int = 0
    usual: int = 0
    is_story: bool = False
    fewest_lines: int = FEWEST_LINES

    def with_fewest(self) -> Block:
        """The same, which may have fewer rows than usual, and one line to write on."""
        if not self.most_lines:
            return replace(self, usual=0)
        less = (FEWEST_LINES - 1) * LINE
        heights = tuple(height - less for height in self.heights)
        return replace(self, heights=heights, usual=0, fewest_lines=1)

    @property
    def least(self) -> float:
        """The height from which rows are added."""
        return self.heights[self.usual]


@dataclass(frozen=True, slots=True)
class Share:
    """What a block got.

    Attributes:
        choice: which of its heights.
        lines: to write on under its question.
        spare: lines to write on under a story without a question.
        starts_page: whether it begins a page.
    """

    choice: int
    lines: int
    spare: int
    starts_page: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """How all blocks lie.

    Attributes:
        pages: the blocks of each page, as they got.
        room: lines to write on at the end of the last page.
        white: millimetres that stay empty on each page.
    """

    pages: tuple[tuple[Share, ...], ...]
    room: int
    white: tuple[float, ...]

    @property
    def shares(self) -> tuple[Share, ...]:
        """What every block got, in their order."""
        return tuple(share for page in self.pages for share in page)

    @property
    def flaws(self) -> tuple[int, float]:
        """Pages beyond the most, and millimetres of white beyond a third of a page."""
        beyond = sum(max(0.0, white - WHITE) for white in self.white)
        return max(0, len(self.pages) - MOST_PAGES), round(beyond, 1)

    @property
    def cost(self) -> tuple[tuple[int, float], int, int]:
        """What makes one plan worse than another: flaws, pages, rows left out."""
        return self.flaws, len(self.pages), -sum(share.choice for share in self.shares)


def plan(blocks: Sequence[Block]) -> Plan:
    """The best way to lay blocks on pages; a block that is too high has a page of its own."""
    found = _best(blocks)
    if not any(found.flaws):
        return found
    other = _best([block.with_fewest() for block in blocks])
    return min(found, other, key=lambda each: each.flaws)


def _best(blocks: Sequence[Block]) -> Plan:
    return min((_laid(pages) for pages in _ways(blocks)), key=lambda found: found.cost)


def _ways(blocks: Sequence[Block]) -> Iterator[list[Sequence[Block]]]:
    """Every division on which all fits, over the most pages or, where it must, over more."""
    found = False
    for cuts in range(len(blocks)):
        for places in combinations(range(1, len(blocks)), cuts):
            edges = [0, *places, len(blocks)]
            pages = [blocks[start:end] for start, end in pairwise(edges)]
            if all(len(page) == 1 or _least(page) <= PAGE for page in pages):
                found = True
                yield pages
        if found and cuts + 1 >= MOST_PAGES:
            return


def _least(page: Iterable[Block]) -> float:
    return sum(block.least for block in page)


def _laid(pages: Sequence[Sequence[Block]]) -> Plan:
    shares: list[tuple[Share, ...]] = []
    whites: list[float] = []
    for page in pages:
        choices, left = _with_rows(page, PAGE - _least(page))
        lines, left = _with_lines(page, left)
        spare, left = _with_spare(page, left)
        starts = [bool(shares) and place == 0 for place in range(len(page))]
        got = zip(choices, lines, spare, starts, strict=True)
        shares.append(tuple(Share(*each) for each in got))
        whites.append(left)
    room = min(_MOST_ROOM, int((whites[-1] - _ROOM_HEAD) / LINE))
    if room < _FEWEST_ROOM:
        room = 0
    else:
        whites[-1] -= _ROOM_HEAD + room * LINE
    return Plan(tuple(shares), room, tuple(whites))


def _with_spare(page: Sequence[Block], left: float) -> tuple[list[int], float]:
    """Lines under the last story of a page that would end in too much white."""
    spare = [0] * len(page)
    last = max((place for place, block in enumerate(page) if block.is_story), default=None)
    if last is not None and left > WHITE:
        spare[last] = min(MOST_LINES, ceil((left - WHITE) / LINE) + 1)
        left -= spare[last] * LINE + _SPARE_HEAD
    return spare, left


def _with_rows(page: Sequence[Block], left: float) -> tuple[list[int], float]:
    """Give rows back in turn, the first block first, as long as there is room."""
    choices = [block.usual for block in page]
    changed = True
    while changed:
        changed = False
        for place, block in enumerate(page):
            after = choices[place] + 1
            if after == len(block.heights):
                continue
            more = block.heights[after] - block.heights[after - 1]
            if more <= left:
                choices[place], left, changed = after, left - more, True
    return choices, left


def _with_lines(page: Sequence[Block], left: float) -> tuple[list[int], float]:
    """Make lines to write on of what is left, in turn for each question."""
    lines = [min(block.fewest_lines, block.most_lines) for block in page]
    changed = True
    while changed:
        changed = False
        for place, block in enumerate(page):
            if lines[place] < block.most_lines and left >= LINE:
                lines[place], left, changed = lines[place] + 1, left - LINE, True
    return lines, left

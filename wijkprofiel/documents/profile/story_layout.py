"""How the stories lie on pages: where a page ends, how many rows and how many writing lines fit.

At most three pages, and no page with a large white end. What does not fit is chosen, not shrunk: a
table has fewer rows; what is left of a page becomes lines to write on, under the question that
stands there. Sizes and margins are those of `templates/stijl/verhalen_druk.css`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

PAGE = 254.0
"""Millimetres that are filled at most: 259 of a page, less what an estimate may be off."""
WHITE = 259.0 / 3
"""A larger white end looks like something that is missing."""
LINE = 7.6
FEWEST_LINES = 2
MOST_LINES, MOST_LINES_ALONE = 6, 10
"""Lines to write on under a question; where a side has nothing but a question there are more."""
FEWEST_ROWS, MOST_ROWS = 3, 6

_ROOM_HEAD = 12.0
_FEWEST_ROOM, _MOST_ROOM = 3, 12


@dataclass(frozen=True, slots=True)
class Block:
    """Something that stays on one page.

    Attributes:
        heights: millimetres with each number of rows that it may have, the fewest first; with the
            fewest lines to write on.
        most_lines: lines to write on, at most; 0 without a question.
    """

    heights: tuple[float, ...]
    most_lines: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """What a block got: which of its heights, lines to write on, and whether it begins a page."""

    choice: int
    lines: int
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
    def cost(self) -> tuple[int, float, int]:
        """What makes one plan worse than another: pages, white beyond a third, rows left out."""
        beyond = sum(max(0.0, white - WHITE) for white in self.white)
        return len(self.pages), round(beyond, 1), -sum(share.choice for share in self.shares)


def plan(blocks: Sequence[Block]) -> Plan:
    """The best way to lay blocks on pages; a block that is too high has a page of its own."""
    return min((_laid(pages) for pages in _ways(blocks)), key=lambda found: found.cost)


def _ways(blocks: Sequence[Block]) -> Iterator[list[Sequence[Block]]]:
    """Every division over the fewest pages on which all fits, and over one page more."""
    found = 0
    for cuts in range(len(blocks)):
        for places in combinations(range(1, len(blocks)), cuts):
            edges = [0, *places, len(blocks)]
            pages = [blocks[start:end] for start, end in pairwise(edges)]
            if all(len(page) == 1 or _least(page) <= PAGE for page in pages):
                found = found or cuts + 1
                yield pages
        if found and cuts + 1 >= found:
            return


def _least(page: Iterable[Block]) -> float:
    return sum(block.heights[0] for block in page)


def _laid(pages: Sequence[Sequence[Block]]) -> Plan:
    shares: list[tuple[Share, ...]] = []
    whites: list[float] = []
    for page in pages:
        choices, left = _with_rows(page, PAGE - _least(page))
        lines, left = _with_lines(page, left)
        starts = [bool(shares) and place == 0 for place in range(len(page))]
        shares.append(tuple(Share(*each) for each in zip(choices, lines, starts, strict=True)))
        whites.append(left)
    room = min(_MOST_ROOM, int((whites[-1] - _ROOM_HEAD) / LINE))
    if room < _FEWEST_ROOM:
        room = 0
    else:
        whites[-1] -= _ROOM_HEAD + room * LINE
    return Plan(tuple(shares), room, tuple(whites))


def _with_rows(page: Sequence[Block], left: float) -> tuple[list[int], float]:
    """Give rows back in turn, the first block first, as long as there is room."""
    choices = [0] * len(page)
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
    lines = [min(FEWEST_LINES, block.most_lines) for block in page]
    changed = True
    while changed:
        changed = False
        for place, block in enumerate(page):
            if lines[place] < block.most_lines and left >= LINE:
                lines[place], left, changed = lines[place] + 1, left - LINE, True
    return lines, left

"""The messages of docs/fouten.md as patterns: `…` stands for whatever is filled in."""

from __future__ import annotations

import re
from functools import cache

from tests.support.source_tree import ROOT

PAGE = ROOT / "docs" / "fouten.md"
_MESSAGE = re.compile(r"^\| `(.+?)` \|", re.MULTILINE)


@cache
def messages() -> tuple[str, ...]:
    """Every message in the tables of the page, as it is written there."""
    return tuple(_MESSAGE.findall(PAGE.read_text(encoding="utf-8")))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    parts = (re.escape(text.strip("… ")).replace("…", "[^\n]+?") for text in messages())
    return tuple(re.compile(part) for part in parts)


def documented(said: str, part: str | None = None) -> bool:
    """Whether the page has the message that was said, or the one of which this is a part."""
    start = 0 if part is None else said.index(part)
    end = len(said) if part is None else start + len(part)
    return any(
        match.start() < end and match.end() > start
        for pattern in _patterns()
        for match in pattern.finditer(said)
    )

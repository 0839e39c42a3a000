"""What `doctor` found, on a screen: what to do first, or all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from textwrap import wrap

from wijkprofiel.sources.checkup import Finding, Health
from wijkprofiel.words.formatting import number

WIDTH, HEIGHT = 80, 40
"""A screen that everybody has."""

_PROMPT = 2
_INDENT = " " * 8
_FIRST = [Health.BAD, Health.NEW, Health.NOTE]
_WORDS = {Health.GOOD: "goed", Health.NEW: "nieuw", Health.NOTE: "opmerking", Health.BAD: "fout"}
_MANY = {Health.NOTE: "opmerkingen", Health.BAD: "fouten"}

_SENDS_HERE = re.compile(r"(;| met)? `wijkprofiel doctor`[^.]*")
"""What other commands say of this one: whoever reads this, has just done that."""

Sections = Mapping[str, Sequence[Finding]]


def whole_report(sections: Sections) -> Iterator[str]:
    """Everything that was looked at, under its headings."""
    for heading, findings in sections.items():
        if findings:
            yield from ("", heading)
            for item in findings:
                yield from _lines(item)


def short_report(sections: Sections, below: int = 0) -> Iterator[str]:
    """One line per heading, and then what to do first, as far as it fits a screen.

    Args:
        below: lines that come under it.
    """
    wide = max(map(len, sections), default=0) + 2
    head = [f"{heading:<{wide}}{_counts(found)}" for heading, found in sections.items() if found]
    yield from head
    todo = [item for found in sections.values() for item in found if item.health in _FIRST]
    if not todo:
        return
    later = [item for item in todo if item.is_consequence]
    todo = [item for item in todo if not item.is_consequence]
    todo.sort(key=lambda item: (item.is_detail, _FIRST.index(item.health)))
    yield from ("", "Eerst doen:")
    # Left over: the two lines above, what is said after this, and the prompt.
    room = HEIGHT - len(head) - 2 - 3 - below - _PROMPT
    shown = 0
    for item in todo:
        lines = list(_lines(item))
        height = sum(ceil(len(line) / WIDTH) for line in lines)
        if height > room:
            break
        yield from lines
        room, shown = room - height, shown + 1
    if left := len(todo) + len(later) - shown:
        yield f"Nog {number(left)} meer, en wat goed is: `wijkprofiel doctor --all`."


def totals(sections: Sections) -> str:
    """How many failures and remarks there are."""
    found = [item.health for findings in sections.values() for item in findings]
    notes = sum(health in (Health.NOTE, Health.NEW) for health in found)
    return f"{_counted(found.count(Health.BAD), Health.BAD)}, {_counted(notes, Health.NOTE)}."


def _counts(findings: Sequence[Finding]) -> str:
    health = [item.health for item in findings]
    counts = ((each, health.count(each)) for each in (*_FIRST, Health.GOOD))
    return ", ".join(_counted(count, each) for each, count in counts if count)


def _counted(count: int, health: Health) -> str:
    word = _WORDS[health] if count == 1 else _MANY.get(health, _WORDS[health])
    return f"{number(count)} {word}"


def _lines(item: Finding) -> Iterator[str]:
    """One finding: how it is, what and with which result; then what to do, and what to paste."""
    first = f"{item.health.value:<8}{item.what}: {item.result}"
    yield from _wrapped(first)
    if advice := _SENDS_HERE.sub("", item.advice):
        yield from _wrapped(f"{_INDENT}{advice}")
    # Lines to paste are not wrapped: they have to stay as they are.
    yield from (f"{_INDENT}  {line}" for line in item.lines)


def _wrapped(text: str) -> list[str]:
    """Lines of a screen; an address stays whole, so that it can be copied."""
    return wrap(
        text, WIDTH, subsequent_indent=_INDENT, break_long_words=False, break_on_hyphens=False
    )

"""The blocks of docs/handleiding.md: what to type, what to write in a file, what comes back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.support.source_tree import ROOT

PAGE = ROOT / "docs" / "handleiding.md"
NEXT_YEAR = "10. Het is volgend jaar"
"""The chapter that needs services that changed; the others need none, or are marked."""

_BLOCK = re.compile(
    r"(?:<!-- (?P<note>[^>]*?) -->\n)?```(?P<kind>\w+)\n(?P<text>.*?)```", re.DOTALL
)
_CHAPTER = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """One block of the guide: what to type, what to write in a file, or what comes back."""

    kind: str
    text: str
    note: str


def chapters() -> dict[str, list[Step]]:
    """The blocks of the guide by chapter, in their order."""
    _, *parts = _CHAPTER.split(PAGE.read_text(encoding="utf-8"))
    return {title: _steps(text) for title, text in zip(parts[::2], parts[1::2], strict=True)}


def _steps(text: str) -> list[Step]:
    return [Step(m["kind"], m["text"], m["note"] or "") for m in _BLOCK.finditer(text)]

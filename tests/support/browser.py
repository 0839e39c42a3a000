"""A browser without network, and what it finds wrong with a page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Browser, Page, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's chromium."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        yield opened
        opened.close()


def open_page(opened: Browser, file: Path, width: int) -> Page:
    """A page in a window of this width."""
    page = opened.new_page(viewport={"width": width, "height": 800})
    page.goto(file.as_uri())
    return page


@cache
def _axe() -> str:
    (script,) = Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")
    return script.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe finds, by rule and element."""
    page.evaluate(_axe())
    ask = "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})"
    result: dict[str, Any] = page.evaluate(ask, RULES)
    return [
        f"{one['id']}: {node['html'][:120]}"
        for one in result["violations"]
        for node in one["nodes"]
    ]


def scrolls_sideways(page: Page) -> bool:
    """Whether the page is wider than its window."""
    width = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    return bool(page.evaluate(width))


def clipped_texts(page: Page) -> list[str]:
    """Elements whose text is cut off, outside the regions that scroll on purpose."""
    script = """() => [...document.querySelectorAll('h1,h2,h3,p,th,td,li,a,figcaption')]
        .filter(e => e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1)
        .map(e => e.tagName + ': ' + e.textContent.trim().slice(0, 60))"""
    found: list[str] = page.evaluate(script)
    return found

"""The page in a browser: WCAG 2.2 AA as far as a machine can tell, and no sideways scrolling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support import profiles
from tests.support.browser import browser, clipped_texts, open_page, scrolls_sideways, violations
from tests.support.rendering import render_html
from wijkprofiel.documents.profile.model import Profile

NAMES = ("overvecht", "longest_names", "hostile_names", "everything_missing")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module", params=[(n, w) for n in NAMES for w in (320, 1280)], ids=str)
def shown(
    request: pytest.FixtureRequest, chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    name, width = request.param
    file: Path = tmp_path_factory.mktemp(name) / "profiel.html"
    file.write_text(render_html(getattr(profiles, name)()), encoding="utf-8")
    page = open_page(chromium, file, width)
    yield page
    page.close()


def test_axe_finds_nothing(shown: Page) -> None:
    assert violations(shown) == []


def test_it_does_not_scroll_sideways(shown: Page) -> None:
    assert not scrolls_sideways(shown)


def test_no_text_is_cut_off(shown: Page) -> None:
    assert clipped_texts(shown) == []


def test_tables_can_be_scrolled_with_the_keyboard(shown: Page) -> None:
    regions = shown.locator(".rol")
    assert regions.count() > 3
    shown.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    regions.first.focus()
    assert shown.evaluate("document.activeElement.getAttribute('aria-label')")


def test_the_skip_link_comes_first_and_leads_to_the_text(shown: Page) -> None:
    shown.keyboard.press("Tab")
    shown.evaluate("document.querySelector('.sprong').focus()")
    assert shown.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    shown.keyboard.press("Enter")
    assert shown.evaluate("document.activeElement.id") == "inhoud"


def _with_three_benchmarks() -> Profile:
    """A buurt: its bars stand beside those of the wijk, the gemeente and the country."""
    profile = profiles.overvecht()
    charts = tuple(
        replace(
            chart,
            columns=(
                replace(chart.columns[0], key="wijk", header="Wijk 1 Binnenstad"),
                *chart.columns,
            ),
            bars=tuple(
                replace(bar, benchmarks=(bar.benchmarks[0], *bar.benchmarks)) for bar in chart.bars
            ),
        )
        for chart in profile.key_figures.charts
    )
    return replace(profile, key_figures=replace(profile.key_figures, charts=charts))


def test_bars_show_every_benchmark_or_keep_their_names_in_sight(
    chromium: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "profiel.html"
    file.write_text(render_html(_with_three_benchmarks()), encoding="utf-8")
    wide, narrow = (open_page(chromium, file, width) for width in (1280, 320))
    charts = "[...document.querySelectorAll('.staafgrafiek, .buurtgrafiek')]"
    hidden = f"{charts}.map(e => e.scrollWidth - e.clientWidth)"
    for shown in (wide, narrow):
        assert set(shown.evaluate(hidden)) == {0}
    narrow.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    for table in (".cijfers", ".rondes", ".buurtcijfers"):
        name = f"document.querySelector('{table} tbody .naam')"
        assert narrow.evaluate(f"getComputedStyle({name}).position") == "sticky", table
    wide.close()
    narrow.close()

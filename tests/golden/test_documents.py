"""The documents of hard areas, made whole: they fit, nothing is cut off, every figure says when."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import page as validator
import pypdfium2
import pytest
from playwright.sync_api import Browser

from tests.golden.whole_country import (
    MOST_PAGES,
    MOST_PAGES_OF_ACCOUNT,
    in_print,
    on_screen,
)
from tests.support.browser import browser, clipped_texts, open_page, scrolls_sideways, violations
from tests.support.pdf_pages import ACCOUNT, chapters, page_counts, seen, white_end
from tests.support.pdf_structure import faults
from tests.support.rendering import render_html, render_pdf
from tests.support.shipped import open_shop
from wijkprofiel.documents.profile.model import Profile

AREAS = (
    "WK034403",  # Overvecht: five points, everything known
    "WK030703",  # Soesterkwartier: only small differences
    "WK054609",  # Stevenshof
    "WK010930",  # Oosterhesselen: rural
    "WK169008",  # Ruinen: older
    "WK007401",  # Heerenveen: more than half of its gemeente
    "WK006000",  # Ameland: equal to its gemeente
    "WK030722",  # Calveen: tiny
    "WK051838",  # the largest wijk of Den Haag
    "WK191601",  # the longest name
    "WK044801",  # the most words on the first page
    "BU03440311",
    "GM0344",
    "GM0363",  # 99 wijken
    "NL00",
)
PRINTED = (
    *("WK034403", "WK006000", "WK191601", "BU03440311"),
    "WK029601",  # Wijchen kern: 39 buurten
    "GM0363",
)
IN_BROWSER = ("WK007401", "WK191601", "BU03440311", "GM0363")

MOST_BYTES = {"html": 600_000, "pdf": 400_000}
POINTS_PER_MM = 72 / 25.4
MARGIN = 19 * POINTS_PER_MM


@cache
def profile_of(code: str) -> Profile:
    with tempfile.TemporaryDirectory() as folder:
        for shop in open_shop(Path(folder)):
            region = shop.edition.region(code)
            assert region is not None
            return shop.profile(region)
    raise AssertionError("no workshop")


@cache
def html_of(code: str) -> str:
    return render_html(profile_of(code))


@cache
def pdf_of(code: str) -> bytes:
    return render_pdf(profile_of(code))


def sections(page: str) -> dict[str, str]:
    """Every section by its id."""
    found = re.findall(r'<section class="[^"]*" id="([^"]+)".*?>(.*?)</section>', page, re.DOTALL)
    return dict(found)


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).strip()


@pytest.mark.parametrize("code", AREAS)
def test_no_section_is_empty(code: str) -> None:
    found = sections(html_of(code))
    profile = profile_of(code)
    expected = 7 + (profile.buurten is not None)
    assert len(found) == expected
    for name, section in found.items():
        body = text_of(section.split("</h2>", 1)[1])
        assert len(body) > 70, name


YEAR = re.compile(r'<span class="jaar">(\d{4}(?:–\d{4})?)(?:<sup>(.)</sup>)?</span>')


@pytest.mark.parametrize("code", AREAS)
def test_every_row_has_its_year_and_every_table_its_source(code: str) -> None:
    blocks = re.findall(
        r'<table class="cijfers[^"]*">(.*?)</table>\s*</div>\s*<p class="noot">(.*?)</p>',
        html_of(code),
        re.DOTALL,
    )
    tables = sum(len(theme.tables) for theme in profile_of(code).themes)
    assert len(blocks) == tables
    for table, note in blocks:
        letters = re.findall(r"<sup>([A-Z])</sup>", note)
        assert "Bron: " in note or ("Bronnen: " in note and letters)
        head, body = table.split("</thead>")
        shared = YEAR.search(head)
        assert not (shared and letters)  # of more than one source each row says its own
        for row in re.findall(r"<tr>.*?</tr>", body, re.DOTALL):
            own = YEAR.search(row)
            assert bool(own) != bool(shared), row
            assert bool(letters) <= bool(own and own[2] in letters), row


@pytest.mark.parametrize("code", AREAS)
def test_every_chart_and_part_says_its_year(code: str) -> None:
    page, profile = html_of(code), profile_of(code)
    charts = re.findall(r'<table class="staven[^"]*">.*?class="jaar">(\d{4})', page, re.DOTALL)
    assert len(charts) == len(profile.key_figures.charts)
    if profile.buurten is not None and profile.buurten.charts:
        bars = re.findall(r'<div class="buurtgrafiek">\s*<h3>.*?class="jaar">\s*20\d\d', page)
        assert len(bars) == len(profile.buurten.charts)
        head = re.search(r'<table class="buurtcijfers[^"]*">.*?</thead>', page, re.DOTALL)
        assert head
        assert len(re.findall(r"20\d\d<sup>[A-Z]</sup>", head[0])) == len(profile.buurten.headers)


@pytest.mark.parametrize("code", AREAS)
def test_the_page_is_small(code: str) -> None:
    assert len(html_of(code).encode()) < MOST_BYTES["html"]


@pytest.mark.parametrize("code", AREAS)
def test_nobody_calls_a_country_or_gemeente_a_wijk(code: str) -> None:
    level = profile_of(code).area.kind.value
    others = {"wijk", "buurt", "gemeente", "land"} - {level}
    heads = re.findall(r"<th[^>]*>(.*?)</th>", html_of(code), re.DOTALL)
    said = {text_of(head) for head in heads}
    assert not said & {f"deze {other}" for other in others}
    assert "deze land" not in html_of(code)
    if level != "wijk":
        assert "deze wijk" not in html_of(code)


@pytest.mark.parametrize("code", AREAS)
def test_a_reason_that_holds_for_a_whole_table_is_said_once(code: str) -> None:
    for theme in profile_of(code).themes:
        for table in theme.tables:
            for reason in filter(None, table.shared_reasons):
                assert sum(reason in note for note in table.notes) == 1
                compared = [row for row in table.rows if row.value.value is not None]
                assert len(compared) > 1
                for row in compared:
                    loud = {j.reason for j in row.judgements if not j.is_silent}
                    assert not loud or reason in loud


@pytest.mark.parametrize("code", AREAS)
def test_a_caveat_of_several_rows_is_said_once(code: str) -> None:
    for theme in profile_of(code).themes:
        for table in theme.tables:
            texts = [caveat.text for caveat in table.caveats]
            assert len(texts) == len(set(texts))


# In print.


@pytest.mark.parametrize("code", PRINTED)
def test_it_is_valid_and_can_be_walked(code: str, tmp_path: Path) -> None:
    path = tmp_path / "profiel.pdf"
    path.write_bytes(pdf_of(code))
    result = validator.validate_pdf(str(path), profile="ua1")
    assert [(one.rule_id, one.message) for one in result.failures] == []
    assert faults(pdf_of(code)) == []
    assert len(pdf_of(code)) < MOST_BYTES["pdf"]


@pytest.mark.parametrize("code", PRINTED)
def test_it_has_the_size_that_a_meeting_can_read(code: str) -> None:
    begins = chapters(pypdfium2.PdfDocument(pdf_of(code)))
    assert begins["Drie dingen om mee te beginnen"] == 1
    assert begins["Wie wonen hier"] == 2, "the first page is one page"
    body, account = page_counts(pdf_of(code))
    assert body <= MOST_PAGES
    assert account <= MOST_PAGES_OF_ACCOUNT


@pytest.mark.parametrize("code", PRINTED)
def test_the_parts_beside_each_other_are_one_page(code: str) -> None:
    profile, begins = profile_of(code), chapters(pypdfium2.PdfDocument(pdf_of(code)))
    if profile.buurten is not None and profile.buurten.charts:
        assert begins[profile.unsaid.title] == begins[profile.buurten.title] + 1


@pytest.mark.parametrize("code", PRINTED)
def test_nothing_falls_off_a_page_and_no_page_is_half_empty(code: str) -> None:
    document = seen(pdf_of(code))
    last_of_body = chapters(document)[ACCOUNT] - 1
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        width, height = page.get_size()
        texts = page.get_textpage()
        rects = [texts.get_rect(n) for n in range(texts.count_rects())]
        for left, bottom, right, top in rects:
            assert MARGIN - 1 <= left < right <= width - MARGIN + 1, number
            assert 0 <= bottom < top <= height, number
        white = white_end(page)
        if 2 < number < last_of_body:
            assert white < 0.4, f"page {number} ends in {white:.0%} white"
        if number == last_of_body:
            assert white < 0.15, f"the page to write on ends in {white:.0%} white"


@pytest.mark.parametrize("code", PRINTED)
def test_what_to_fill_in_stands_on_one_page(code: str) -> None:
    document = seen(pdf_of(code))
    subjects = [gap.subject for gap in profile_of(code).unsaid.gaps if gap.has_room]
    text = document[chapters(document)[ACCOUNT] - 2].get_textpage().get_text_range()
    assert subjects
    assert [subject for subject in subjects if subject not in text] == []


def test_what_is_made_of_the_whole_country_has_the_hard_areas() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for shop in open_shop(Path(folder)):
            printed, shown = in_print(shop.edition), on_screen(shop.edition)
    assert len(printed) == len(set(printed)) >= 60
    assert {"WK029601", "WK191601", "WK030722", "GM0363"} <= set(printed)
    levels = Counter(code[:2] for code in shown)
    assert levels == {"WK": 3_177, "GM": 355, "BU": levels["BU"]}
    assert levels["BU"] >= 500


# On screen.


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.mark.parametrize("code", IN_BROWSER)
@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_accessible_on_any_screen(
    code: str, width: int, chromium: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "profiel.html"
    file.write_text(html_of(code), encoding="utf-8")
    page = open_page(chromium, file, width)
    assert violations(page) == []
    assert not scrolls_sideways(page)
    assert clipped_texts(page) == []
    page.close()

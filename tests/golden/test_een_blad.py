"""The one page of hard areas, made whole: it is one page, it can be read, it says what is so."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import page as validator
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from playwright.sync_api import Browser

from tests.golden.areas import each
from tests.support.browser import browser, clipped_texts, open_page, scrolls_sideways, violations
from tests.support.catalogue import CATALOGUE
from tests.support.pdf_structure import faults
from tests.support.shipped import open_shop
from wijkprofiel.documents.een_blad.content import OnePage
from wijkprofiel.documents.een_blad.maker import EEN_BLAD
from wijkprofiel.domain.area import Area
from wijkprofiel.render.formats import Look, OutputFormat, Sheet, render

AREAS = (
    "WK034403",  # five points, everything known
    "WK030703",  # only small differences
    "WK006000",  # equal to its gemeente
    "WK030723",  # nearly nobody: nothing is judged
    "WK060605",  # nobody at all
    "WK191601",  # the longest name
    "WK044801",  # the most words
    "BU03440311",
    "GM0363",
    "NL00",
)
NOTHING_JUDGED = ("WK030723", "WK060605")
IN_BROWSER = ("WK034403", "WK191601", "WK030723")
SMALLEST_TYPE = 9.0
MOST_BYTES = {OutputFormat.HTML: 60_000, OutputFormat.PDF: 120_000}


@cache
def page_of(code: str) -> OnePage:
    with tempfile.TemporaryDirectory() as folder:
        for shop in open_shop(Path(folder)):
            region = shop.edition.region(code)
            assert region is not None
            content = shop.content(EEN_BLAD, shop.findings([Area.of(region)]))
            assert isinstance(content, OnePage)
            return content
    raise AssertionError("no workshop")


@cache
def written(code: str, kind: OutputFormat) -> bytes:
    return render(Sheet(EEN_BLAD, page_of(code), Look(CATALOGUE.texts)), kind)


def sizes(document: pypdfium2.PdfDocument) -> set[float]:
    """The sizes in points of every letter on every page."""
    found: set[float] = set()
    for number in range(len(document)):
        text = document[number].get_textpage()
        for index in range(text.count_chars()):
            if chr(pdfium.FPDFText_GetUnicode(text.raw, index)).strip():
                found.add(round(pdfium.FPDFText_GetFontSize(text.raw, index), 2))
    return found


@pytest.mark.parametrize("code", each(AREAS))
def test_it_is_one_page_that_can_be_read_and_walked(code: str, tmp_path: Path) -> None:
    pdf = written(code, OutputFormat.PDF)
    path = tmp_path / "blad.pdf"
    path.write_bytes(pdf)
    result = validator.validate_pdf(str(path), profile="ua1")
    assert [(one.rule_id, one.message) for one in result.failures] == []
    assert faults(pdf) == []
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    assert min(sizes(document)) >= SMALLEST_TYPE
    for kind, most in MOST_BYTES.items():
        assert len(written(code, kind)) < most, kind


@pytest.mark.parametrize("code", each(AREAS))
def test_print_and_screen_say_every_sentence_of_the_page(code: str) -> None:
    page = page_of(code)
    said = [page.title, page.subtitle, page.question, page.room, page.source, page.made_with]
    said += [group.heading for group in page.groups if group.points or group.empty]
    said += [group.empty for group in page.groups if group.empty]
    for point in (point for group in page.groups for point in group.points):
        said += filter(None, [point.headline, point.comparison, point.people])
    said += filter(None, [page.lead, page.notice, page.locator.note, page.made_again])
    html = plain(re.sub(r"<[^>]*>", " ", written(code, OutputFormat.HTML).decode()))
    text = pypdfium2.PdfDocument(written(code, OutputFormat.PDF))[0].get_textpage()
    pdf = plain(text.get_text_bounded())
    for sentence in map(plain, said):
        assert sentence in html
        assert sentence in pdf


def plain(text: str) -> str:
    """A text without what only serves the lines: soft hyphens and white space."""
    text = text.replace("&#39;", "'").replace("&amp;", "&").replace("\xad", "").replace("\x02", "")
    return re.sub(r"\s+|\ufffe", "", text.replace("-", "").replace("\u2011", ""))


@pytest.mark.parametrize("code", each(AREAS))
def test_it_says_what_stands_out_or_why_nothing_does(code: str) -> None:
    page = page_of(code)
    points = [point for group in page.groups for point in group.points]
    assert bool(page.notice) == (code in NOTHING_JUDGED)
    if page.notice:
        assert not points
        assert not any(group.empty for group in page.groups)
    else:
        assert all(group.points or group.empty for group in page.groups)
    assert all(re.search(r"\d", point.headline) for point in points)
    assert page.lines > 0


@pytest.mark.parametrize("code", each(AREAS))
def test_it_cites_what_it_prints_and_nothing_else(code: str) -> None:
    page = page_of(code)
    has_health = any(group.points for group in page.groups)
    assert ("Gezondheidsmonitor" in page.source) == has_health
    assert ("modelschattingen" in page.source) == has_health
    assert ("Kerncijfers" in page.source) == (page.lead is not None)


def test_nobody_lives_there_and_nothing_is_made_up() -> None:
    """A wijk that CBS knows without inhabitants has no lead with invented figures."""
    page = page_of("WK060605")
    assert page.lead is None or not re.search(r"\b0 (inwoners|huishoudens)", page.lead)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("code", each(IN_BROWSER))
def test_it_works_on_a_small_screen(
    code: str, width: int, chromium: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "blad.html"
    file.write_bytes(written(code, OutputFormat.HTML))
    page = open_page(chromium, file, width)
    assert not scrolls_sideways(page)
    assert clipped_texts(page) == []
    assert violations(page) == []

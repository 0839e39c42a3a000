"""The one page of hard areas, made whole: it is one page, it can be read, it says what is so."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import page as validator
import pypdfium2
import pytest
from playwright.sync_api import Browser

from tests.support.browser import browser, clipped_texts, open_page, scrolls_sideways, violations
from tests.support.catalogue import CATALOGUE
from tests.support.pdf_pages import letters
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


@pytest.mark.parametrize("code", AREAS)
def test_it_is_one_page_that_can_be_read_and_walked(code: str, tmp_path: Path) -> None:
    pdf = written(code, OutputFormat.PDF)
    path = tmp_path / "blad.pdf"
    path.write_bytes(pdf)
    result = validator.validate_pdf(str(path), profile="ua1")
    assert [(one.rule_id, one.message) for one in result.failures] == []
    assert faults(pdf) == []
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    assert min(letter.size for letter in letters(document[0])) >= SMALLEST_TYPE
    for kind, most in MOST_BYTES.items():
        assert len(written(code, kind)) < most, kind


@pytest.mark.parametrize("code", AREAS)
def test_print_and_screen_say_every_sentence_of_the_page(code: str) -> None:
    page = page_of(code)
    said = [page.title, page.subtitle, page.question, page.room, page.source, page.made_with]
    said += [page.heading, page.question_heading, *page.box]
    said += [f"{each.title}. {each.text}" for each in page.statements]
    said += filter(None, (each.note for each in page.statements))
    said += filter(None, [page.lead, page.remark, page.locator.note, page.made_again])
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


@pytest.mark.parametrize("code", AREAS)
def test_it_says_three_things_and_asks_one(code: str) -> None:
    page = page_of(code)
    assert len({each.title for each in page.statements}) == 3
    assert page.question.endswith("?")
    assert page.lines > 0
    assert bool(page.box) == (code not in NOTHING_JUDGED)


@pytest.mark.parametrize("code", AREAS)
def test_it_cites_what_it_prints_and_nothing_else(code: str) -> None:
    page = page_of(code)
    said = " ".join((*(each.text for each in page.statements), *page.box))
    has_health = "volwassenen" in said and code not in NOTHING_JUDGED
    assert ("Gezondheidsmonitor" in page.source) == has_health
    assert ("modelschattingen" in page.source) == has_health
    if page.lead is not None:
        assert "Kerncijfers" in page.source


def test_nobody_lives_there_and_nothing_is_made_up() -> None:
    """A wijk that CBS knows without inhabitants has no lead with invented figures."""
    page = page_of("WK060605")
    assert page.lead is None or not re.search(r"\b0 (inwoners|huishoudens)", page.lead)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("code", IN_BROWSER)
def test_it_works_on_a_small_screen(
    code: str, width: int, chromium: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "blad.html"
    file.write_bytes(written(code, OutputFormat.HTML))
    page = open_page(chromium, file, width)
    assert not scrolls_sideways(page)
    assert clipped_texts(page) == []
    assert violations(page) == []

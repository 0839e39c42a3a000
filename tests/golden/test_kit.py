"""What lies on the table, of hard areas, made whole: it fits, can be read, and says what is so."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

import page as validator
import pypdfium2
import pytest
from playwright.sync_api import Browser

from tests.support.browser import browser, clipped_texts, open_page, scrolls_sideways, violations
from tests.support.catalogue import CATALOGUE
from tests.support.pdf_pages import letters, overlaps
from tests.support.pdf_structure import faults
from tests.support.shipped import open_shop
from wijkprofiel.documents.document import Document
from wijkprofiel.documents.kit.content import CARDS_ON_A_PAGE, MOST_POSTERS, KitSheet
from wijkprofiel.documents.kit.maker import KIT
from wijkprofiel.render.formats import Look, OutputFormat, Sheet, render
from wijkprofiel.workshop.workshop import Workshop

AREAS = (
    "WK034403",  # concerns, and what is there
    "WK010930",  # strengths of one signal, and a distance
    "WK029601",  # no points
    "WK030723",  # nearly nobody: nothing is judged
    "WK191601",  # the longest name
    "BU03440311",
    "GM0344",
    "Koppel/Schothorst",
)
SHEETS = {sheet.name: sheet for sheet in KIT}
IN_BROWSER = ("WK034403", "WK191601")
ON_A_WALL = ("posters", "praatplaat", "vraagkaarten", "werkbladen", "uitnodiging")
SMALLEST, SMALLEST_ON_A_WALL = 9.0, 14.0
ONE_PAGE = ("praatplaat", "bestuursblad")
PAGES = {"uitnodiging": 2, "werkbladen": 3, "draaiboek": 2, **dict.fromkeys(ONE_PAGE, 1)}
CASES = [(area, name) for area in AREAS for name in SHEETS]


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    with tempfile.TemporaryDirectory() as folder:
        yield from open_shop(Path(folder))


@cache
def content_of(shop: Workshop, area: str) -> KitSheet:
    content = shop.content(KIT[0], shop.findings([shop.find(area)]))
    assert isinstance(content, KitSheet)
    return content


@cache
def written(shop: Workshop, area: str, name: str, kind: OutputFormat) -> bytes:
    document: Document = SHEETS[name]
    return render(Sheet(document, content_of(shop, area), Look(CATALOGUE.texts)), kind)


@pytest.mark.parametrize(("area", "name"), CASES)
def test_a_sheet_fits_and_can_be_read_and_walked(
    shop: Workshop, area: str, name: str, tmp_path: Path
) -> None:
    pdf = written(shop, area, name, OutputFormat.PDF)
    path = tmp_path / "blad.pdf"
    path.write_bytes(pdf)
    result = validator.validate_pdf(str(path), profile="ua1")
    assert [(one.rule_id, one.message) for one in result.failures] == []
    assert faults(pdf) == []
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == _pages(content_of(shop, area), name)
    for page in document:
        assert overlaps(page) == [], page
        inside(page)
        assert min(letter.size for letter in letters(page)) >= SMALLEST


def _pages(content: KitSheet, name: str) -> int:
    counts = {"posters": len(content.posters) + 1, "vraagkaarten": 2 * len(content.cards)}
    return counts[name] if name in counts else PAGES[name]


def inside(page: pypdfium2.PdfPage) -> None:
    """No letter lies on the edge of the sheet, where a printer does not reach."""
    width, height = page.get_size()
    text = page.get_textpage()
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        assert min(left, bottom) > 10, text.get_text_bounded(left, bottom, right, top)
        assert right < width - 10
        assert top < height - 10


@pytest.mark.parametrize("name", ON_A_WALL)
@pytest.mark.parametrize("area", AREAS)
def test_only_source_lines_are_small_on_what_hangs_or_lies_there(
    shop: Workshop, area: str, name: str
) -> None:
    """Letters under 14 points are those of the source and of what it is made with."""
    content = content_of(shop, area)
    statuses = [surface.message.status for surface in content.surfaces]
    names = content.drawing.names.values() if content.drawing else ()
    small_print = [content.source, content.made_with, content.made_again, content.drawing_note]
    allowed = "".join(filter(None, [*small_print, *statuses, *names, content.title]))
    allowed = "".join(allowed.split())
    document = pypdfium2.PdfDocument(written(shop, area, name, OutputFormat.PDF))
    for page in document:
        for small, run in groupby(letters(page), lambda each: each.size < SMALLEST_ON_A_WALL - 0.1):
            said = "".join(letter.sign for letter in run)
            pieces = [said] if len(said) < 40 else [said[i : i + 8] for i in range(0, 40, 8)]
            assert not small or any(piece in allowed for piece in pieces), said


@pytest.mark.parametrize("area", AREAS)
def test_the_order_is_the_three_things_then_the_points_then_the_rows(
    shop: Workshop, area: str
) -> None:
    found = shop.findings([shop.find(area)]).only
    content = content_of(shop, area)
    told = [surface.message.indicator for surface in content.surfaces]
    assert [surface.place for surface in content.surfaces] == list(range(1, len(told) + 1))
    named = [key for key in told if key is not None]
    assert len(named) == len(set(named)), "a figure has one poster"
    later = [row.indicator for row in found.opening.rows]
    assert told[3:] == [key for key in later if key not in told[:3]]
    assert [s.message.title for s in content.surfaces[:3]] == [s.title for s in content.statements]
    assert len(content.posters) <= MOST_POSTERS


@pytest.mark.parametrize("area", AREAS)
def test_numbers_are_those_of_the_profile(shop: Workshop, area: str) -> None:
    """As many circles are filled as the sentence says, and the sentence is that of page 1."""
    content = content_of(shop, area)
    for surface in content.surfaces:
        message = surface.message
        if message.filled is not None:
            assert message.claim.startswith(f"{message.filled} van de 100 ")
            assert message.number == str(message.filled)
            assert surface.waffle is not None
            assert surface.waffle.filled == message.filled
    for surface, statement in zip(content.surfaces, content.statements, strict=False):
        if surface.message.number is not None and surface.message.counted is not None:
            assert surface.message.number in statement.text or "ongeveer" in statement.text.lower()


@pytest.mark.parametrize("area", AREAS)
def test_cards_fill_their_pages_and_two_are_empty(shop: Workshop, area: str) -> None:
    pages = content_of(shop, area).cards
    assert all(len(page) == CARDS_ON_A_PAGE for page in pages)
    assert sum(card is None for page in pages for card in page) >= 2


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("area", IN_BROWSER)
def test_on_a_screen(
    shop: Workshop, chromium: Browser, tmp_path: Path, area: str, name: str, width: int
) -> None:
    path = tmp_path / "blad.html"
    path.write_bytes(written(shop, area, name, OutputFormat.HTML))
    page = open_page(chromium, path, width)
    assert violations(page) == []
    assert not scrolls_sideways(page)
    assert clipped_texts(page) == []


@pytest.mark.parametrize("width", [320, 900, 1280])
@pytest.mark.parametrize("area", IN_BROWSER)
def test_on_a_screen_no_island_lies_over_the_strip(
    shop: Workshop, chromium: Browser, tmp_path: Path, area: str, width: int
) -> None:
    path = tmp_path / "blad.html"
    path.write_bytes(written(shop, area, "praatplaat", OutputFormat.HTML))
    page = open_page(chromium, path, width)
    feet = page.eval_on_selector_all(
        ".eiland", "all => all.map(each => each.getBoundingClientRect().bottom)"
    )
    head = page.eval_on_selector(".strook", "each => each.getBoundingClientRect().top")
    assert max(feet) <= head

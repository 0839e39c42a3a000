"""The booklet of the shipped edition, made whole: it can be read, walked, and defended."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import page as validator
import pypdfium2
import pytest
from playwright.sync_api import Browser

from tests.support.browser import browser, clipped_texts, open_page, scrolls_sideways, violations
from tests.support.catalogue import CATALOGUE
from tests.support.pdf_lines import lines_of, type_sizes
from tests.support.pdf_pages import chapters
from tests.support.pdf_structure import faults
from tests.support.shipped import open_shop
from wijkprofiel.configuration.booklet_texts import BookletPart
from wijkprofiel.documents.booklet.content import Booklet
from wijkprofiel.documents.booklet.maker import BOOKLET
from wijkprofiel.edition.reader import Edition
from wijkprofiel.render.formats import Look, OutputFormat, Sheet, render
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

SMALLEST_TYPE = 9.0
BODY_TYPE = 10.5
LONGEST_LINE = 80
MOST_PAGES = 18
MOST_BYTES = {OutputFormat.HTML: 80_000, OutputFormat.PDF: 250_000}


@cache
def indicators() -> list[str]:
    """Those of which the edition has the table, in the order of the catalogue."""
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as edition:
        return list(CATALOGUE.of_tables(edition.origins).indicators)


@cache
def booklet() -> Booklet:
    with tempfile.TemporaryDirectory() as folder:
        for shop in open_shop(Path(folder)):
            content = shop.edition_content()
            assert isinstance(content, Booklet)
            return content
    raise AssertionError("no workshop")


def made(kind: OutputFormat) -> bytes:
    return render(Sheet(BOOKLET, booklet(), Look(CATALOGUE.texts)), kind)


written = cache(made)


def printed() -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(written(OutputFormat.PDF))


def plain(text: str) -> str:
    """A text without what only serves the lines: soft hyphens and white space."""
    return re.sub(r"[\s\xad\x02\ufffe\u2011-]+", "", text)


def all_texts() -> Iterator[str]:
    found = booklet()
    yield from (found.kicker, found.title, found.subtitle, found.made_with, found.checksum)
    yield from (*found.spreads, *found.rounds, *found.sources)
    for chapter in found.chapters:
        yield chapter.title
        for passage in chapter.passages:
            yield from (passage.heading or "", passage.text, *passage.enumerated)
    for group in found.groups:
        yield group.title
        for each in group.definitions:
            yield from (each.name, each.definition, each.about, each.origin, *each.remarks)
            yield each.caveat or ""


def test_it_is_valid_and_can_be_walked(tmp_path: Path) -> None:
    path = tmp_path / "boekje.pdf"
    path.write_bytes(written(OutputFormat.PDF))
    result = validator.validate_pdf(str(path), profile="ua1")
    assert [(one.rule_id, one.message) for one in result.failures] == []
    assert faults(written(OutputFormat.PDF)) == []
    assert len(printed()) <= MOST_PAGES
    for kind, most in MOST_BYTES.items():
        assert len(written(kind)) < most, kind


def test_the_same_edition_gives_the_same_bytes() -> None:
    for kind in (OutputFormat.HTML, OutputFormat.PDF, OutputFormat.JSON):
        assert made(kind) == written(kind)


def test_letters_and_lines_can_be_read_on_paper() -> None:
    letters: Counter[float] = Counter()
    too_long = []
    for page in printed():
        letters.update(size for _, size in type_sizes(page))
        too_long += [line for line in lines_of(page) if len(line) > LONGEST_LINE]
    assert too_long == []
    assert min(letters) >= SMALLEST_TYPE
    assert letters.most_common(1)[0][0] == BODY_TYPE


def test_print_and_screen_say_all_of_it() -> None:
    html = plain(unescape(re.sub(r"<[^>]*>", " ", written(OutputFormat.HTML).decode())))
    pdf = plain("".join(page.get_textpage().get_text_bounded() for page in printed()))
    for text in map(plain, all_texts()):
        assert text in html
        assert text[:40] in pdf, "a page may end halfway a text"


def test_the_list_of_contents_leads_to_each_chapter() -> None:
    begins = chapters(printed())
    titles = [chapter.title for chapter in booklet().chapters]
    assert [title for title in titles if title not in begins] == []
    first = printed()[0].get_textpage().get_text_bounded()
    numbers = [int(number) for number in re.findall(r"^\d+\s*$", first, re.MULTILINE)]
    assert numbers == [begins[title] for title in titles]


class Headings(HTMLParser):
    """The levels of the headings of a page, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []

    def handle_starttag(self, tag: str, _: object) -> None:
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))


def test_no_level_of_headings_is_skipped() -> None:
    page = Headings()
    page.feed(written(OutputFormat.HTML).decode())
    assert page.levels.count(1) == 1
    assert page.levels.count(2) == len(booklet().chapters)
    assert page.levels.count(4) == len(indicators())
    assert all(
        after <= before + 1 for before, after in zip(page.levels, page.levels[1:], strict=False)
    )


def test_every_indicator_is_defined_once_in_the_order_of_the_document() -> None:
    defined = [each for group in booklet().groups for each in group.definitions]
    assert [each.indicator for each in defined] == indicators()
    for each in defined:
        definition = CATALOGUE.indicators[each.indicator]
        assert definition.populatie in each.about
        assert re.search(r"Tabel \d+NED: 20\d\d", each.origin), each.origin
        assert each.caveat == definition.voorbehoud


def test_every_part_of_the_edition_has_its_chapter() -> None:
    parts = [chapter.part for chapter in booklet().chapters if chapter.part]
    assert sorted(parts) == sorted(BookletPart)


def test_spreads_that_rest_on_part_of_the_wijken_are_told() -> None:
    income = "Gemiddeld inkomen per inwoner (2024): 1.529 van de 3.051 wijken"
    assert income in booklet().spreads
    names = " ".join(booklet().spreads)
    assert "eenzaam" not in names
    assert "Aantal inwoners" not in names


def test_it_says_the_limits_that_are_judged_by() -> None:
    said = " ".join(all_texts())
    size, people = CATALOGUE.limits.grootte, CATALOGUE.limits.mensen
    assert f"vanaf {size.iets:g} keer".replace(".", ",") in said
    assert f"vanaf {size.duidelijk:g} keer" in said
    assert f"onder {people.geen_oordeel_onder:g} inwoners" in said
    assert f"{CATALOGUE.limits.punten.sterkte:g} keer de spreiding".replace(".", ",") in said


def test_it_never_explains_a_difference_by_who_lives_there() -> None:
    said = " ".join(all_texts()).lower()
    for word in ("verklaard door", "veroorzaakt", "achterstand", "significant"):
        assert word not in said


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_accessible_on_any_screen(width: int, chromium: Browser, tmp_path: Path) -> None:
    file = tmp_path / "boekje.html"
    file.write_bytes(written(OutputFormat.HTML))
    page = open_page(chromium, file, width)
    assert violations(page) == []
    assert not scrolls_sideways(page)
    assert clipped_texts(page) == []
    page.close()

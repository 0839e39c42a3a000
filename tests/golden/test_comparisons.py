"""Comparisons of hard areas, made whole: pages, tags, screens, and what may never be said."""

from __future__ import annotations

import csv
import json
import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import page as validator
import pypdfium2
import pytest
from playwright.sync_api import Browser
from pydantic import TypeAdapter

from tests.support.browser import browser, clipped_texts, open_page, scrolls_sideways, violations
from tests.support.pdf_pages import letters
from tests.support.pdf_structure import faults
from tests.support.shipped import open_shop
from wijkprofiel.documents.comparison.content import ComparedRow, ComparisonContent
from wijkprofiel.documents.comparison.maker import VERGELIJKING
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.findings.wishes import USUAL
from wijkprofiel.render.export import to_json
from wijkprofiel.render.export_compared import COMPARED_FIELDS
from wijkprofiel.render.formats import OutputFormat, Sheet, render
from wijkprofiel.render.schema import comparison_schema
from wijkprofiel.workshop.comparing import Comparing

SCHEMA = Path(__file__).parents[2] / "docs" / "vergelijking.schema.json"
PAIR = ("WK034403", "WK030703")
FOUR = ("WK034403", "WG-amersfoort-koppelschothorst", "WK010913", "WK051833")
UNIONS = (
    *("WG-denhaag-denhaagzuidwest", "WG-amersfoort-amersfoortzuid"),
    *("WG-alphenaandenrijn-alphennoord", "WG-amersfoort-koppelschothorst"),
)
CASES = (
    PAIR,
    FOUR,  # a werkgebied, and a wijk of fewer than a hundred adults
    UNIONS,  # the longest: four werkgebieden with their 65-plussers
    ("GM0513", "WK054609"),  # a gemeente beside a wijk of another
    ("WK030705", "WK030706"),  # one gemeente, ages far apart
    ("WK060605", "WK030703"),  # nobody lives there: no figures and no rounds
    ("BU03440311", "BU03080000", "WK030706"),
)
IN_BROWSER = (PAIR, FOUR)
SMALLEST_TYPE = 9.0
MOST_PAGES = 4
MOST_BYTES = {OutputFormat.HTML: 200_000, OutputFormat.PDF: 200_000}
FORBIDDEN = re.compile(
    r"\b(beter|slechter|best|slechtst|koploper|achterblijver|rang\w*|loopt achter|lopen achter"
    r"|doordat|dankzij|effect\w*|significant\w*|verbeterd\w*|verslechterd\w*|sinds de"
    r"|gemiddeld over de gebieden|plaats \d+)\b",
    re.IGNORECASE,
)
ALWAYS = (
    "Modelschattingen: het verschil komt voor een groot deel uit wie er woont."
    " Wat een wijkaanpak deed, staat hier niet in."
)
Codes = tuple[str, ...]


@cache
def made(codes: Codes) -> tuple[ComparisonContent, dict[OutputFormat, bytes]]:
    with tempfile.TemporaryDirectory() as folder:
        for shop in open_shop(Path(folder)):
            comparing = Comparing(shop, tuple(shop.find(code) for code in codes), USUAL)
            content = comparing.content(comparing.findings())
            assert isinstance(content, ComparisonContent)
            sheet = Sheet(VERGELIJKING, content, comparing.look)
            return content, {kind: render(sheet, kind) for kind in OutputFormat}
    raise AssertionError("no workshop")


@pytest.mark.parametrize("codes", CASES, ids=" ".join)
def test_it_can_be_read_and_walked_in_at_most_four_pages(codes: Codes, tmp_path: Path) -> None:
    _, files = made(codes)
    path = tmp_path / "vergelijking.pdf"
    path.write_bytes(files[OutputFormat.PDF])
    result = validator.validate_pdf(str(path), profile="ua1")
    assert [(one.rule_id, one.message) for one in result.failures] == []
    assert faults(files[OutputFormat.PDF]) == []
    document = pypdfium2.PdfDocument(files[OutputFormat.PDF])
    assert 2 <= len(document) <= MOST_PAGES
    sizes = [letter.size for page in document for letter in letters(page)]
    assert min(sizes) >= SMALLEST_TYPE
    for kind, most in MOST_BYTES.items():
        assert len(files[kind]) < most, kind


@pytest.mark.parametrize("codes", CASES, ids=" ".join)
def test_what_may_never_be_said_is_not_said_and_what_must_be_is(codes: Codes) -> None:
    content, files = made(codes)
    html = plain(files[OutputFormat.HTML].decode())
    pages = pypdfium2.PdfDocument(files[OutputFormat.PDF])
    pdf = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    for text in (html, pdf, files[OutputFormat.JSON].decode()):
        assert FORBIDDEN.findall(text) == []
    assert content.always == ALWAYS
    assert ALWAYS in re.sub(r"\s+", " ", html)
    assert ALWAYS in re.sub(r"[\s\x02\ufffe]+", " ", pdf)


def plain(html: str) -> str:
    """What a reader of the page sees."""
    return re.sub(r"<[^>]*>", " ", re.sub(r"<style.*?</style>", " ", html, flags=re.DOTALL))


@pytest.mark.parametrize("codes", CASES, ids=" ".join)
def test_areas_stand_in_the_order_in_which_they_were_named(codes: Codes) -> None:
    content, _ = made(codes)
    assert tuple(each.area.code for each in content.areas) == codes
    turned, _ = made(codes[::-1]) if codes == PAIR else (None, None)
    if turned is not None:
        assert tuple(each.area.code for each in turned.areas) == codes[::-1]


@pytest.mark.parametrize("codes", CASES, ids=" ".join)
def test_only_against_the_country_is_anything_favourable(codes: Codes) -> None:
    content, _ = made(codes)
    words = {each.word for each in content.figures}
    assert not any("gunstig" in word for word in words)
    rows = content.health.rows if content.health else ()
    marked = {
        cell.judgement.verdict.benchmark for row in rows for cell in row.cells if cell.judgement
    }
    assert marked <= {"land"}


@pytest.mark.parametrize("codes", CASES, ids=" ".join)
def test_every_difference_is_that_of_the_printed_numbers(codes: Codes) -> None:
    content, _ = made(codes)
    printed = {
        (each.code, each.indicator, each.observation.age): each.printed for each in content.figures
    }
    told = [each for each in content.figures if each.apart.printed_difference is not None]
    for each in told:
        ends = (each.apart.first, each.apart.second)
        one, other = (printed[(code or "", each.indicator, each.apart.age)] for code in ends)
        assert one is not None
        assert other is not None
        assert each.apart.printed_difference == pytest.approx(one - other, abs=1e-6)


def row_of(
    content: ComparisonContent, indicator: str, age: AgeGroup = AgeGroup.ADULTS
) -> ComparedRow:
    assert content.health is not None
    (row,) = (
        each for each in content.health.rows if (each.indicator, each.age) == (indicator, age)
    )
    return row


def test_of_two_areas_there_is_a_difference_with_a_sign_and_a_side() -> None:
    row = row_of(made(PAIR)[0], "moeite_met_rondkomen")
    assert row.apart is not None
    assert (row.apart.text, row.apart.word) == ("+11", "duidelijk hoger")
    words = [cell.judgement.word for cell in row.cells if cell.judgement]
    assert words == ["duidelijk ongunstiger", "ongeveer gelijk"]
    rook = row_of(made(PAIR)[0], "roker").apart
    assert rook is not None
    assert (rook.text, rook.word) == ("+3", "klein verschil")


def test_of_more_areas_there_is_from_and_to_without_who_is_too_small() -> None:
    content, _ = made(FOUR)
    row = row_of(content, "ervaren_gezondheid_goed")
    assert [cell.cell.text for cell in row.cells] == ["70", "76", "84", "67"]
    assert row.apart is not None
    assert (row.apart.text, row.apart.word) == ("67 tot 76", "duidelijk verschil")
    assert content.health is not None
    notes = " ".join(content.health.notes)
    assert "Weijerswold: minder dan 100 volwassenen." in notes
    assert content.areas[1].about.startswith("werkgebied in Amersfoort, geen wijk van het CBS: De")


def test_where_ages_are_far_apart_the_65_plussers_stand_below() -> None:
    content, _ = made(("WK030705", "WK030706"))
    assert content.health is not None
    assert content.health.has_elderly
    ages = [row.age for row in content.health.rows[:2]]
    assert ages == [AgeGroup.ADULTS, AgeGroup.ELDERLY]
    stress = row_of(content, "veel_stress")
    assert stress.notes == ("hangt samen met meer 65-plussers in Bosgebied",)
    assert any("veel stress" in sentence for sentence in content.age)
    calm, _ = made(PAIR)
    assert calm.health is not None
    assert not calm.health.has_elderly


def test_a_gemeente_has_no_gemeente_to_lie_beside() -> None:
    content, _ = made(("GM0513", "WK054609"))
    assert content.near is not None
    assert content.near.columns == (("Stevenshof", "Leiden"),)
    assert content.near.notes == ("Gouda is zelf een gemeente en staat hier niet.",)


def test_nobody_lives_there_and_nothing_is_made_up() -> None:
    """A wijk without figures has dashes with a reason, no rounds with words and no difference."""
    content, _ = made(("WK060605", "WK030703"))
    assert content.health is not None
    assert {row.cells[0].cell.text for row in content.health.rows} == {"–"}
    assert {row.apart.text for row in content.health.rows if row.apart} == {"–"}
    assert any(note.startswith("Geen cijfers van") for note in content.health.notes)
    assert content.rounds is None or {row.word for row in content.rounds.rows} == {None}


@pytest.mark.parametrize("codes", CASES, ids=" ".join)
def test_json_loses_nothing(codes: Codes) -> None:
    content, files = made(codes)
    text = files[OutputFormat.JSON].decode()
    again: ComparisonContent = TypeAdapter(ComparisonContent).validate_json(text)
    assert again == content
    assert to_json(again) == text


def test_the_published_schema_is_that_of_the_model() -> None:
    """Write it again with: python -m tools.comparison_schema."""
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == comparison_schema()


@pytest.mark.parametrize("codes", CASES, ids=" ".join)
def test_csv_has_a_line_per_figure_and_area(codes: Codes) -> None:
    content, files = made(codes)
    text = files[OutputFormat.CSV].decode()
    assert text.startswith("\ufeff")
    lines = list(csv.DictReader(text.removeprefix("\ufeff").splitlines(), delimiter=";"))
    assert list(lines[0]) == list(COMPARED_FIELDS)
    assert len(lines) == len(content.figures)
    assert len(lines) % len(codes) == 0


def test_csv_says_what_the_page_says() -> None:
    text = made(PAIR)[1][OutputFormat.CSV].decode().removeprefix("\ufeff")
    lines = csv.DictReader(text.splitlines(), delimiter=";")
    one, other = (
        line
        for line in lines
        if (line["indicator"], line["leeftijd"]) == ("moeite_met_rondkomen", "18+")
    )
    assert (one["code"], one["waarde"], one["afgedrukte_waarde"]) == ("WK034403", "27,2", "27")
    assert (other["code"], other["waarde"], other["plaats"]) == ("WK030703", "16,2", "2")
    for line in (one, other):
        assert (line["eerste"], line["tweede"]) == ("WK034403", "WK030703")
        assert (line["afgedrukt_verschil"], line["z_verschil"]) == ("11", "2,3067")
        assert (line["grootte_verschil"], line["woord_verschil"]) == (
            "duidelijk",
            "duidelijk hoger",
        )
    assert (one["woord_nederland"], other["kant_nederland"]) == ("duidelijk ongunstiger", "")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("codes", IN_BROWSER, ids=" ".join)
def test_it_works_on_a_small_screen(
    codes: Codes, width: int, chromium: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "vergelijking.html"
    file.write_bytes(made(codes)[1][OutputFormat.HTML])
    page = open_page(chromium, file, width)
    assert not scrolls_sideways(page)
    assert clipped_texts(page) == []
    assert violations(page) == []

"""The last pages of a profile: what it cannot say, what to add, and how it was made."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from tests.support.catalogue import CATALOGUE
from tests.support.pdf_lines import lines_of, type_sizes
from tests.support.pdf_pages import ACCOUNT, seen
from tests.support.rendering import render_html, render_pdf
from tests.support.shipped import open_shop
from wijkprofiel.documents.profile.model import Profile

AREAS = (
    "WK034403",
    "WK191601",  # the longest name
    "WK048930",  # figures left out for three reasons
    "WK008800",  # two tables that were not joined
    "BU03440341",
    "GM0344",
    "NL00",
)
SMALLEST_TYPE = 9.0
LONGEST_LINE = 80
FULLEST = 0.85
"""Part of the page with what to add that is filled at least."""
FOOT = 51
"""Points from the bottom, where the number of the page stands."""


@cache
def profile_of(code: str) -> Profile:
    with tempfile.TemporaryDirectory() as folder:
        for shop in open_shop(Path(folder)):
            region = shop.edition.region(code)
            assert region is not None
            return shop.profile(region)
    raise AssertionError("no workshop")


@cache
def printed(code: str) -> pypdfium2.PdfDocument:
    return seen(render_pdf(profile_of(code)))


def pages_with(code: str, *texts: str) -> list[int]:
    """The pages that have one of these texts, from zero."""
    return [
        number
        for number, page in enumerate(printed(code))
        if any(text in flat(page.get_textpage().get_text_bounded()) for text in texts)
    ]


def flat(text: str) -> str:
    return " ".join(text.replace("\ufffe", "-").split())


@pytest.mark.parametrize("code", AREAS)
def test_what_it_cannot_say_and_what_to_add_are_one_page(code: str) -> None:
    unsaid = profile_of(code).unsaid
    asked = [gap.prompt for gap in unsaid.gaps if gap.has_room]
    pages = pages_with(code, unsaid.title, CATALOGUE.texts.niet_gezegd.aanvullen, *asked)
    assert len(pages) == 1
    page = printed(code)[pages[0]]
    said = flat(page.get_textpage().get_text_bounded())
    for sentence in (*asked, *(whole[:30] for _, whole in unsaid.paragraphs)):
        assert sentence in said
    assert unsaid.gaps_without_room is not None
    assert unsaid.gaps_without_room[:30] in said
    text = page.get_textpage()
    rects = [text.get_rect(number) for number in range(text.count_rects())]
    lowest = min(bottom for _, bottom, _, _ in rects if bottom > FOOT)
    assert 1 - lowest / page.get_height() > FULLEST


@pytest.mark.parametrize("code", AREAS)
def test_how_it_was_made_is_one_page(code: str) -> None:
    account = profile_of(code).account
    pages = pages_with(code, ACCOUNT, "Gemaakt met wijkprofiel", account.booklet[:30])
    assert len(pages) == 1
    said = flat(printed(code)[pages[0]].get_textpage().get_text_bounded())
    texts = (*account.sources_in_print, *account.left_out_in_print)
    for text in (account.booklet, account.made_with, *texts):
        assert flat(text)[:40] in said
    assert "wijkprofiel booklet --edition 2020" in said


@pytest.mark.parametrize("code", AREAS)
def test_they_can_be_read_on_paper(code: str) -> None:
    for number in pages_with(code, ACCOUNT, profile_of(code).unsaid.title):
        page = printed(code)[number]
        assert min(size for _, size in type_sizes(page)) >= SMALLEST_TYPE
        assert [line for line in lines_of(page) if len(line) > LONGEST_LINE] == []


@pytest.mark.parametrize("code", AREAS)
def test_no_command_stands_before_the_page_that_says_how_it_was_made(code: str) -> None:
    made = pages_with(code, ACCOUNT)[0]
    assert pages_with(code, "--edition", "wijkprofiel build") == [made]


@pytest.mark.parametrize("code", AREAS)
def test_a_screen_has_every_subject_and_definition(code: str) -> None:
    page, profile = render_html(profile_of(code)), profile_of(code)
    for gap in profile.unsaid.gaps:
        assert gap.subject in page
        assert gap.prompt in page
    assert page.count("<details") >= 1
    assert CATALOGUE.texts.verantwoording.een_voor_een in page
    assert 'schrijflijn"' not in page, "lines to write on are for paper"

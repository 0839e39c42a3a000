"""Page 1 of hard areas as it is printed: one page, large enough, and with a name at every mark."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from tests.support.pdf_pages import chapters, letters, longest_line, numbers, overlaps, seen
from tests.support.rendering import render_pdf
from tests.support.shipped import open_shop
from wijkprofiel.configuration.profiles import Contact, Meeting
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.findings.wishes import Wishes

AREAS = (
    "WK034403",  # Overvecht: three concerns, a change, long sentences
    "WK030703",  # Soesterkwartier: looks like elsewhere
    "WK010930",  # Oosterhesselen: rural
    "WK006000",  # Ameland: equal to its gemeente, ten rows
    "WK030722",  # Calveen: tiny
    "WK030723",  # Park Schothorst: nearly nobody
    "WK051838",  # the largest wijk of Den Haag
    "WK191601",  # the longest name
    "WK044801",  # the most words
    "BU03440341",
    "GM0344",
    "NL00",
)
NOTE = "WK030723"
STORIES = tuple(code for code in AREAS if code != NOTE)
"""Those with more than a note."""
SMALLEST, LONGEST_LINE, MOST_NUMBERS = 9.0, 80, 80
MM = 72 / 25.4
LEFT, RIGHT, TOP, FOOT = 19 * MM, 191 * MM, 286 * MM, 9 * MM


def _profile(code: str, wishes: Wishes) -> Profile:
    with tempfile.TemporaryDirectory() as folder:
        for shop in open_shop(Path(folder)):
            region = shop.edition.region(code)
            assert region is not None
            return shop.profile(region, wishes)
    raise AssertionError("no workshop")


@cache
def profile_of(code: str) -> Profile:
    return _profile(code, Wishes())


@cache
def pdf_of(code: str) -> bytes:
    return render_pdf(profile_of(code))


@cache
def crowded() -> bytes:
    """What a working group may ask for, in the wijk with the most words."""
    meeting = {"aanleiding": "Eerste wijkbijeenkomst", "datum": "2027-01-21", "tijd": "19:30"}
    wishes = Wishes(
        meeting=Meeting.model_validate(meeting | {"plaats": "Buurthuis De Boog, Gamlanstraat"}),
        makers=("GGD", "gemeente", "huisartsen", "welzijn", "bewoners"),
        contact=Contact(naam="A. de Wit", email="a.dewit@voorbeeld.nl", telefoon="030 123 45 67"),
        key_message="Wij willen elkaar vaker ontmoeten, en samen doen wat er al goed gaat.",
        pinned=("roker",),
        dropped=frozenset({"eenzaam"}),
    )
    return render_pdf(_profile("WK044801", wishes))


@cache
def pages() -> dict[str, bytes]:
    return {**{code: pdf_of(code) for code in AREAS}, "crowded": crowded()}


def first_page(pdf: bytes) -> pypdfium2.PdfPage:
    return seen(pdf)[0]


@pytest.mark.parametrize("code", [*STORIES, "crowded"])
def test_it_is_one_page(code: str) -> None:
    document = seen(pages()[code])
    begins = chapters(document)
    assert begins["Drie dingen om mee te beginnen"] == 1
    assert min(at for title, at in begins.items() if not title.startswith("Drie")) == 2


@pytest.mark.parametrize("code", [*AREAS, "crowded"])
def test_it_can_be_read_in_a_room(code: str) -> None:
    page = first_page(pages()[code])
    assert min(letter.size for letter in letters(page)) >= SMALLEST
    assert longest_line(page) <= LONGEST_LINE
    assert len(numbers(page)) <= MOST_NUMBERS


@pytest.mark.parametrize("code", [*AREAS, "crowded"])
def test_nothing_leaves_the_page(code: str) -> None:
    for letter in letters(first_page(pages()[code])):
        assert LEFT - 1 <= letter.left <= letter.right <= RIGHT + 1, letter
        assert FOOT - 1 <= letter.bottom <= letter.top <= TOP + 1, letter


@pytest.mark.parametrize("code", [*AREAS, "crowded"])
def test_no_text_lies_on_another(code: str) -> None:
    assert overlaps(first_page(pages()[code])) == []


@pytest.mark.parametrize("code", AREAS)
def test_every_mark_has_a_name_and_a_number_in_its_row(code: str) -> None:
    chart = profile_of(code).front.chart
    text = "".join(first_page(pdf_of(code)).get_textpage().get_text_range().split())
    for row in chart.rows if chart else ():
        told = "".join(
            part for part in (row.name, row.counted, row.here, row.near, row.country) if part
        )
        assert "".join(told.split()) in text, row


@pytest.mark.parametrize("code", [*AREAS, "crowded"])
def test_no_text_of_any_page_is_under_nine_points(code: str) -> None:
    document = seen(pages()[code])
    for number in range(len(document)):
        small = [one for one in letters(document[number]) if one.size < SMALLEST]
        assert not small, (number + 1, "".join(one.sign for one in small)[:60])

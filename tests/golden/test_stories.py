"""The pages with stories, of areas of every size: what they say is so, and they fit."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from tests.golden.areas import sample
from tests.support.pdf_lines import lines_of, type_sizes
from tests.support.pdf_pages import chapters, seen, white_end
from tests.support.rendering import render_pdf
from tests.support.shipped import open_shop
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.documents.profile.story_layout import MOST_PAGES
from wijkprofiel.documents.profile.story_pages import StoryCard, StoryPages, StoryRow
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.verdict import Shape, Tone
from wijkprofiel.edition.reader import Edition
from wijkprofiel.workshop.workshop import Workshop

PRINTED = (
    "WK034403",  # Overvecht: no strength, three concerns
    "WK030703",  # Soesterkwartier: no points
    "WK054609",  # Stevenshof
    "WK010930",  # Oosterhesselen: a distance among the points
    "WK037702",  # Aerdenhout: three strengths
    "WK036326",  # Zuid Pijp: a strength and three concerns
    "WK077004",  # Wintelre: five points
    "WK014701",  # Buitengebied Borne: five points, and as much text as there is
    "WK030722",  # Calveen: tiny
    "WK191601",  # the longest name
    "GM0060",  # Ameland: nothing near to compare with
    "BU03440341",
    "NL00",
)
SMALLEST_PT, LONGEST_LINE = 9.0, 80
MOST_POINTS, MOST_ROWS = 5, 6
WHITE = 1 / 3
"""Of a page, at its end."""
FAVOURABLE, UNFAVOURABLE = {"gunstiger", "dichterbij"}, {"ongunstiger", "verder weg"}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def profiles(shop: Workshop) -> list[Profile]:
    """Of areas of every size, those that tell stories."""
    found = [shop.profile(region) for region in _regions(shop.edition)]
    return [profile for profile in found if profile.stories is not None]


def _regions(edition: Edition) -> Iterator[Region]:
    for code in sample(edition):
        region = edition.region(code)
        assert region is not None
        yield region


def stories_of(profile: Profile) -> StoryPages:
    assert profile.stories is not None
    return profile.stories


def all_cards(profiles: list[Profile]) -> list[tuple[str, StoryCard]]:
    found = [
        (profile.area.code, card)
        for profile in profiles
        for side in stories_of(profile).sides
        for card in side.cards
    ]
    assert len(found) > 40
    return found


def all_rows(profiles: list[Profile]) -> list[tuple[str, StoryRow]]:
    return [(code, row) for code, card in all_cards(profiles) for row in card.table.rows]


def test_a_side_counts_what_it_says(profiles: list[Profile]) -> None:
    """A strength is of more people than in the country, and so is a concern."""
    for code, card in all_cards(profiles):
        own, *_, country = card.bars.bars
        least = 2 if card.bars.whole else 1
        assert round(own.value - country.value, 1) >= least, (code, card.title)


def test_bars_and_sentence_have_the_same_numbers(profiles: list[Profile]) -> None:
    for code, card in all_cards(profiles):
        for bar in card.bars.bars:
            assert bar.printed.removesuffix("\u00a0km") in card.sentences, (code, card.title)


def test_a_mark_lies_on_the_half_of_its_colour(profiles: list[Profile]) -> None:
    for code, row in all_rows(profiles):
        if row.axis is not None and row.mark.tone is Tone.FAVOURABLE:
            assert row.axis.place >= 50, (code, row.name)
        if row.axis is not None and row.mark.tone is Tone.UNFAVOURABLE:
            assert row.axis.place <= 50, (code, row.name)


def test_a_word_says_what_its_mark_says(profiles: list[Profile]) -> None:
    for code, row in all_rows(profiles):
        plain = row.word.removeprefix("iets ").removeprefix("duidelijk ")
        tone = (
            Tone.FAVOURABLE
            if plain in FAVOURABLE
            else Tone.UNFAVOURABLE
            if plain in UNFAVOURABLE
            else Tone.NEUTRAL
        )
        assert row.mark.tone is tone, (code, row.name)
        assert row.mark.filled is not row.word.startswith("iets ") or row.mark.shape is Shape.RING
        assert row.mark.bold is row.word.startswith("duidelijk "), (code, row.name)


def test_the_point_comes_first_and_no_figure_twice(profiles: list[Profile]) -> None:
    for code, card in all_cards(profiles):
        names = [row.indicator for row in card.table.rows]
        assert names[0] == card.indicator, code
        assert len(set(names)) == len(names) <= MOST_ROWS, code


def test_a_caveat_is_said_once_in_a_table(profiles: list[Profile]) -> None:
    for code, card in all_cards(profiles):
        said = [*card.table.notes, *(text for row in card.table.rows for text in row.remarks)]
        assert len(set(said)) == len(said), (code, card.title)


def test_every_story_is_told_once(profiles: list[Profile], shop: Workshop) -> None:
    """As a point, or in a few lines at the end; only its figure can be missing."""
    heads = [story.rij for story in shop.catalogue.stories.values() if story.rij is not None]
    for profile in profiles:
        pages = stories_of(profile)
        told = sum(len(side.cards) for side in pages.sides)
        assert told <= MOST_POINTS
        assert len(pages.others) <= len(heads)
        assert told + len(pages.others) >= len(heads) - 2, profile.area.code


def test_every_side_that_may_say_something_has_one_question(profiles: list[Profile]) -> None:
    for profile in profiles:
        sides = stories_of(profile).sides
        compared = profile.area.code != "NL00"
        assert all((side.question is not None) is compared for side in sides), profile.area.code


def test_all_of_it_is_planned_on_three_pages(profiles: list[Profile]) -> None:
    most = {profile.area.code: stories_of(profile).print_pages for profile in profiles}
    assert max(most.values()) <= MOST_PAGES, most


@cache
def printed(code: str) -> tuple[Profile, pypdfium2.PdfDocument]:
    with tempfile.TemporaryDirectory() as folder:
        for opened in open_shop(Path(folder)):
            region = opened.edition.region(code)
            assert region is not None
            profile = opened.profile(region)
            return profile, seen(render_pdf(profile))
    raise AssertionError("no workshop")


def page_range(code: str) -> tuple[StoryPages, list[pypdfium2.PdfPage]]:
    """The pages on which stories stand, and what belongs to them."""
    profile, document = printed(code)
    pages, begins = stories_of(profile), chapters(document)
    first = begins[pages.sides[0].heading] - 1
    end = next(
        number
        for number in range(len(document) - 1, first - 1, -1)
        if "De andere onderwerpen, kort" in said_on(document[number])
        or pages.sides[-1].heading in said_on(document[number])
    )
    return pages, [document[number] for number in range(first, end + 1)]


def said_on(page: pypdfium2.PdfPage) -> str:
    text: str = page.get_textpage().get_text_range()
    return " ".join(text.split())


@pytest.mark.parametrize("code", PRINTED)
def test_there_are_three_pages_at_most(code: str) -> None:
    pages, found = page_range(code)
    assert len(found) == pages.print_pages <= MOST_PAGES


@pytest.mark.parametrize("code", PRINTED)
def test_a_question_stands_with_its_story(code: str) -> None:
    pages, found = page_range(code)
    for side in pages.sides:
        if side.question is not None:
            title = side.cards[0].title if side.cards else side.empty[0]
            on = [page for page in map(said_on, found) if side.question.residents in page]
            assert any(title in page and side.heading in page for page in on), side.heading


@pytest.mark.parametrize("code", PRINTED)
def test_no_letter_is_too_small_and_no_line_too_long(code: str) -> None:
    for page in page_range(code)[1]:
        assert min(size for _, size in type_sizes(page)) >= SMALLEST_PT
        # What lies behind a line break is a letter of the next line that reaches into this one.
        lines = [line.split("\r\n")[0].strip() for line in lines_of(page)]
        assert not [line for line in lines if len(line) > LONGEST_LINE]


@pytest.mark.parametrize("code", PRINTED)
def test_no_page_but_the_last_ends_in_much_white(code: str) -> None:
    """The last one is followed by the next chapter."""
    for page in page_range(code)[1][:-1]:
        assert white_end(page) <= WHITE, code

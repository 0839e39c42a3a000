"""The printed first page: whatever a file may ask for, it is one page and nothing overlaps."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from tests.support import profiles
from tests.support.rendering import print_page
from wijkprofiel.documents.profile.front_page import Front, KeyMessage
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.render import pdf
from wijkprofiel.render.style import PLAIN, Picture, Style
from wijkprofiel.render.title_size import title_sizes
from wijkprofiel.yaml_files.fields import LONGEST_LINE

SQUARE = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"
LOGO = Style(logo=Picture(SQUARE, "Logo"))
WIDE = ("WWWWW " * LONGEST_LINE)[: LONGEST_LINE - 1] + "W"
TITLES = [
    "Overvecht",
    "W" * 22,
    "WWWW " * 9,
    "Samen gezond in Overvecht: zo staat het met de gezondheid van onze bewoners",
    WIDE,
    "W" * LONGEST_LINE,
    "ẀẂ" * (LONGEST_LINE // 2),
]
PARTS = {"h1", "kaart", "aanhef", "aantallen", "dingen", "kader", "rijen", "vraag", "eerlijk"}
TINY = 0.5
PX_PER_MM = 96 / 25.4

Box = tuple[float, float, float, float]


def titled(title: str, **changed: Any) -> Profile:
    """A first page of which only the title matters, with little else in the document."""
    profile = profiles.overvecht()
    front = replace(profile.front, title=title, **changed)
    return replace(profile, front=front, themes=(), buurten=None)


def laid_out(profile: Profile, style: Style) -> tuple[dict[str, Box], int]:
    """What stands on the first page (left, top, right, bottom in pixels), and its last page."""
    pages = pdf._laid_out(print_page(profile, style)).pages
    found: dict[str, Box] = {}
    for box in pages[0]._page_box.descendants():
        element = getattr(box, "element", None)
        names = {element.tag, *element.get("class", "").split()} if element is not None else set()
        for name in names & {*PARTS, "logo"} - found.keys():
            left, top = box.position_x, box.position_y
            found[name] = (left, top, left + box.margin_width(), top + box.margin_height())
    first = next(n for n, page in enumerate(pages, 1) if "wie-wonen-hier" in page.anchors)
    return found, first - 1


@pytest.mark.parametrize("style", [PLAIN, LOGO], ids=["plain", "logo"])
@pytest.mark.parametrize("title", TITLES)
def test_nothing_overlaps(title: str, style: Style) -> None:
    subtitle = "wijk De Zijde / Duivenvoorde / Park Veursehout, gemeente Leidschendam-Voorburg"
    found, last = laid_out(titled(title, subtitle=subtitle), style)
    assert last == 1
    assert found.keys() >= PARTS
    assert ("logo" in found) == (style is LOGO)
    for (one, a), (other, b) in combinations(found.items(), 2):
        apart = a[2] <= b[0] + TINY or b[2] <= a[0] + TINY or a[3] <= b[1] + TINY
        assert apart or b[3] <= a[1] + TINY, (one, a, other, b)
    assert max(box[3] for box in found.values()) <= 288 * PX_PER_MM + TINY


def at_its_longest(front: Front) -> Front:
    """Twelve lines are what a profile file may ask for."""
    line = "regelvan27emWWWWWWWWWWWWWW"
    details = (("Voor", " ".join([line] * 2)), ("Gemaakt door", line), ("Vragen", line))
    message = KeyMessage("Kernboodschap van de werkgroep", "Wij ontmoeten elkaar vaker. " * 8)
    return replace(front, details=details, key_message=message, title="W" * 22)


def test_all_that_a_file_may_ask_for_stays_on_one_page() -> None:
    profile = titled("Overvecht")
    full = replace(profile, front=at_its_longest(profile.front))
    assert laid_out(full, LOGO)[1] == 1


def test_the_title_above_a_page_is_cut_where_it_would_meet_what_stands_beside_it() -> None:
    assert title_sizes("Overvecht").running is None
    running = title_sizes(WIDE).running
    assert running is not None
    assert WIDE.startswith(running.removesuffix("…"))


def test_a_longer_title_is_set_smaller() -> None:
    names = [title_sizes(title).name for title in ("Overvecht", "W" * 10, "WWWW " * 5, WIDE)]
    assert names == ["", "lang", "langer", "langst"]

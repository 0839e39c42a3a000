"""The printed cover: whatever title a file may have, nothing lies over anything else."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from wijkprofiel.render.cover_size import cover_sizes

from tests.support import profiles
from tests.support.rendering import print_page
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.render import pdf
from wijkprofiel.render.style import PLAIN, Picture, Style
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
PARTS = {"h1", "ondertitel", "kaart", "logo", "aanhef", "colofon", "inhoudsopgave"}
TINY = 0.5


def titled(title: str, **changed: Any) -> Profile:
    """Only a cover: the rest of the document says nothing about it."""
    profile = profiles.overvecht()
    return replace(profile, cover=replace(profile.cover, title=title, **changed), themes=())


def boxes(profile: Profile, style: Style) -> dict[str, tuple[float, float, float, float]]:
    """What stands on the first page, in pixels: left, top, right, bottom."""
    page = print_page(profile, style)
    first = pdf._laid_out(page).pages[0]
    found: dict[str, tuple[float, float, float, float]] = {}
    for box in first._page_box.descendants():
        element = getattr(box, "element", None)
        names = {element.tag, *element.get("class", "").split()} if element is not None else set()
        for name in names & PARTS - found.keys():
            left, top = box.position_x, box.position_y
            found[name] = (left, top, left + box.margin_width(), top + box.margin_height())
    found["page"] = (0.0, 0.0, 794.0, 1123.0 - 68)
    return found


@pytest.mark.parametrize("style", [PLAIN, LOGO], ids=["plain", "logo"])
@pytest.mark.parametrize("title", TITLES)
def test_nothing_overlaps(title: str, style: Style) -> None:
    subtitle = "wijk De Zijde / Duivenvoorde / Park Veursehout, gemeente Leidschendam-Voorburg"
    found = boxes(titled(title, subtitle=subtitle), style)
    foot = found.pop("page")[3]
    assert found.keys() >= PARTS - {"logo"}
    for (one, a), (other, b) in combinations(found.items(), 2):
        apart = a[2] <= b[0] + TINY or b[2] <= a[0] + TINY or a[3] <= b[1] + TINY
        assert apart or b[3] <= a[1] + TINY, (one, a, other, b)
    assert max(box[3] for box in found.values()) <= foot


def test_small_print_at_its_longest_stays_on_the_page() -> None:
    """Twelve lines are what a profile file may ask for; the heads and the sources come with it."""
    long = " ".join(["regelvan27emWWWWWWWWWWWWWW"] * 4)
    details = (("Bijeenkomst", long), ("Gemaakt door", long), ("Contact", long))
    profile = titled("Overvecht", details=details)
    assert cover_sizes(profile.cover).small_print == "klein"
    found = boxes(profile, PLAIN)
    assert found["colofon"][3] <= found["page"][3]


def test_the_title_above_a_page_is_cut_where_it_would_meet_what_stands_beside_it() -> None:
    assert cover_sizes(titled("Overvecht").cover).running is None
    running = cover_sizes(titled(WIDE).cover).running
    assert running is not None
    assert WIDE.startswith(running.removesuffix("…"))

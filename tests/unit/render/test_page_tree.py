"""A page read the quick way is the page that WeasyPrint reads itself."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element  # noqa: TID251 - only looked at

import pytest

from tests.support import profiles
from tests.support.rendering import print_page
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.render.light_weasyprint import import_weasyprint
from wijkprofiel.render.page_tree import read_page, well_formed


def printed(profile: Profile) -> str:
    return print_page(profile).text


def shape(element: Element) -> object:
    """Everything that a page is laid out from; white space between elements is not."""
    text, tail = ((part or "").strip() for part in (element.text, element.tail))
    return element.tag, dict(element.attrib), text, tail, [shape(child) for child in element]


@pytest.mark.parametrize(
    "make",
    [
        profiles.overvecht,
        profiles.longest_names,
        profiles.hostile_names,
        profiles.without_map,
        profiles.everything_missing,
    ],
)
def test_both_readings_of_our_page_are_equal(make: Callable[[], Profile]) -> None:
    page = printed(make())
    quick = well_formed(page)
    assert quick is not None, "a template is not well-formed: a PDF would take longer"
    assert shape(quick) == shape(import_weasyprint().HTML(string=page).etree_element)


def test_white_space_stays_where_text_may_stand() -> None:
    tree = well_formed("<ul> <li> a <b>b</b> <i>c</i> </li> </ul>")
    assert tree is not None
    assert tree.text is None
    (item,) = tree
    assert item.tail is None
    assert item.text == " a "
    assert [child.tail for child in item] == [" ", " "]


@pytest.mark.parametrize("page", ["<p>een<br>twee</p>", "<p>&nbsp;</p>", "<p>een", ""])
def test_a_page_that_is_not_well_formed_is_left_to_weasyprint(page: str) -> None:
    assert well_formed(page) is None
    repaired = import_weasyprint().HTML(string=page).etree_element
    assert shape(read_page(page, None).etree_element) == shape(repaired)

"""Names as CBS writes them, and as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkprofiel.domain.names import is_unnamed, same_name, search_key, short_name, wijk_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Wijk 03 Overvecht", "Overvecht"),
        ("Wijk 02: Schin op Geul - Oud-Valkenburg", "Schin op Geul - Oud-Valkenburg"),
        ("Wijk 5 Borgele en Platvoet", "Borgele en Platvoet"),
        ("Wijk11-Molenaarsgraaf", "Molenaarsgraaf"),
        ("Wijk02 Kunrade", "Kunrade"),
        ("Wijke 52 Fluitenberg", "Fluitenberg"),
        ("Wijk 05 's-Heer-Arendskerke", "'s-Heer-Arendskerke"),
        ("Verspreide huizen wijk 11", "Verspreide huizen wijk 11"),
        ("Wijk Mariaparochie", "Mariaparochie"),
        ("1e Exloërmond", "1e Exloërmond"),
        ("Wijk 00", "Wijk 00"),
        ("Wijk 52", "Wijk 52"),
        ("Wijk aan Zee", "Wijk aan Zee"),
        ("Wijk en Aalburg", "Wijk en Aalburg"),
        ("Wijk C", "Wijk C"),
        ("  Soesterkwartier ", "Soesterkwartier"),
        ("Sassenheim  West", "Sassenheim West"),
    ],
)
def test_the_numbering_is_no_part_of_the_name(title: str, name: str) -> None:
    assert short_name(title) == name


def test_a_number_behind_the_name_of_a_wijk_is_no_part_of_it() -> None:
    assert wijk_name("Nieuwerkerk aan den IJssel wijk 04") == "Nieuwerkerk aan den IJssel"
    assert wijk_name("Wijk 02") == "Wijk 02"


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("overvecht", "Wijk 03 Overvecht"),
        ("OVERVECHT", "Overvecht"),
        ("wijk 03 overvecht", "Overvecht"),
        ("s gravenhage", "'s-Gravenhage"),
        ("sudwest fryslan", "Súdwest-Fryslân"),
        ("schothorst-zuid", "Schothorst Zuid"),
        ("t zand", "'t Zand"),
    ],
)
def test_how_a_name_is_typed_does_not_matter(typed: str, title: str) -> None:
    assert search_key(typed) == search_key(title)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Wijk 06 Van Stolkpark en Scheveningse Bo", "Van Stolkpark en Scheveningse Bosjes", True),
        ("Isselt", "Eemkwartier", False),
        ("Wijk 03 Soesterkwartier", "Soesterkwartier", True),
        ("Noord", "Noordoost", False),
        ("", "", False),
    ],
)
def test_cut_titles_still_name_the_same_area(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("title", "unnamed"),
    [
        ("Wijk 00", True),
        ("Buurt 3", True),
        ("Wijk C", False),
        ("Buurt 4 Oost", False),
        ("Wijk aan Zee", False),
    ],
)
def test_a_number_identifies_nothing(title: str, unnamed: bool) -> None:
    assert is_unnamed(title) is unnamed


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    key = search_key(text)
    assert key == search_key(key) or key.startswith("wijk")

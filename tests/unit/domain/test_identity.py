"""Whether a code stands for the same area in two divisions."""

from __future__ import annotations

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkprofiel.domain.identity import (
    AreaFacts,
    NameMatch,
    Refusal,
    compare_areas,
    match_names,
    same_gemeente,
)


@pytest.mark.parametrize(
    ("here", "there", "match"),
    [
        ("Wijk 5 Borgele en Platvoet", "Wijk 05 Borgele en Platvoet", NameMatch.SAME),
        ("Wijk11-Molenaarsgraaf", "Molenaarsgraaf", NameMatch.SAME),
        ("Wijk02 Kunrade", "Wijk 02: Kunrade", NameMatch.SAME),
        ("Wijke 52 Fluitenberg", "Fluitenberg", NameMatch.SAME),
        ("Zevenhuizen wijk 02", "Zevenhuizen", NameMatch.BEGINNING),
        ("Wijk 12 Haarle", "Wijk Haarle", NameMatch.SAME),
        ("Wijk 00", "Wijk 00", NameMatch.NUMBER),
        ("Wijk 33 Bouwlust en Vrederust", "Wijk 33 Bouwlust", NameMatch.BEGINNING),
        ("Wijk 31 Wehl", "Wehl / Nieuw Wehl", NameMatch.BEGINNING),
        ("Wijk 02", "Wijk 02 't Harde", NameMatch.BEGINNING),
        ("Wijk 02", "Overstegen", NameMatch.OTHER),
        ("Wijk 1", "Wijk 12", NameMatch.OTHER),
        ("Wijk 05 Bosgebied", "Isselt", NameMatch.OTHER),
        ("Wijk 03 Kloosterhaar", "Den Ham", NameMatch.OTHER),
    ],
)
def test_names_of_one_code(here: str, there: str, match: NameMatch) -> None:
    assert match_names(here, there) is match
    assert match_names(there, here) is match


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hengelo", "Hengelo (O.)"), ("Bergen (NH.)", "Bergen"), ("Utrecht (gemeente)", "Utrecht")],
)
def test_a_suffix_of_cbs_does_not_make_another_gemeente(one: str, other: str) -> None:
    assert same_gemeente(one, other)


def _facts(
    name: str, inhabitants: float | None, land: float | None, gemeente: str = "G"
) -> AreaFacts:
    return AreaFacts(name, gemeente, inhabitants, land)


@pytest.mark.parametrize(
    ("here", "there", "refusal"),
    [
        # Real wijken of 2020 and 2024: inhabitants and hectares as CBS published them.
        (("Wijk 33 Bouwlust en Vrederust", 29500, 417), ("Wijk 33 Bouwlust", 29530, 416), None),
        (("Wijk 01 Driebergen-Rijssenburg", 18875, 2634), ("Driebergen", 19000, 2634), None),
        (("Wijk 31 Wehl", 6990, 2361), ("Wehl / Nieuw Wehl", 7095, 2358), None),
        (("Bunders / Levenskerk", 3980, 137), ("Bunders", 2425, 107), Refusal.PEOPLE_APART),
        (("Waterhoef / Klompven", 3450, 108), ("Waterhoef", 3045, 59), Refusal.LAND_UNPROVEN),
        (("Wijk 03 Kloosterhaar", 5820, 2688), ("Den Ham", 5990, 2678), Refusal.OTHER_NAME),
        (("Wijk 05 Bosgebied", 1570, 374), ("Isselt", 155, 143), Refusal.OTHER_NAME),
        (("Wijk 03 Soesterkwartier", 11955, 155), ("Soesterkwartier", 12190, 206), None),
        # Many more people within the same border: all 15 buurten are the same.
        (("Wijk 09 Leidsche Rijn", 41290, 1047), ("Wijk 09 Leidsche Rijn", 49310, 1046), None),
        (("Muiden", 6665, 1212), ("Muiden", 8565, 1198), Refusal.PEOPLE_APART),
        (("Wijk 06", 5725, 96), ("Wijk 06", 6665, 96), None),
        (("Wijk 00", 5725, 96), ("Wijk 00", 5725, 110), Refusal.LAND_UNPROVEN),
        (("Wijk 00", 5725, None), ("Wijk 00", 5725, None), Refusal.LAND_UNPROVEN),
        (("Noord", None, 100), ("Noord", 500, 104), Refusal.PEOPLE_UNKNOWN),
    ],
)
def test_the_first_rule_that_says_no(
    here: tuple[str, float | None, float | None],
    there: tuple[str, float | None, float | None],
    refusal: Refusal | None,
) -> None:
    found = compare_areas(_facts(*here), _facts(*there))
    assert (found.refusal, found.same) == (refusal, refusal is None)


def test_the_border_of_soesterkwartier_moved() -> None:
    found = compare_areas(
        _facts("Soesterkwartier", 11955, 155), _facts("Soesterkwartier", 12190, 206)
    )
    assert found.border_moved
    assert found.land_apart == pytest.approx(51 / 155)


def test_a_renamed_area_needs_the_same_land_too() -> None:
    here = _facts("Wijk 02", 6730, 319)
    assert compare_areas(here, _facts("Overstegen", 6555, 319), renamed=True).same
    assert compare_areas(here, _facts("Overstegen", 6555, 319)).refusal is Refusal.OTHER_NAME
    moved = compare_areas(here, _facts("Overstegen", 6555, 350), renamed=True)
    assert (moved.name, moved.refusal) == (NameMatch.RENAMED, Refusal.LAND_UNPROVEN)


def test_nobody_is_nobody_also_where_a_table_leaves_zeros_empty() -> None:
    here = AreaFacts("Sportpark Zuid", "G", 0, 46)
    there = AreaFacts("Sportpark Zuid", "G", nan, 44.9, zero_is_empty=True)
    assert compare_areas(here, there).people_apart == 0
    assert compare_areas(here, there).same
    unknown = AreaFacts("Sportpark Zuid", "G", nan, 44.9)
    assert compare_areas(here, unknown).refusal is Refusal.PEOPLE_UNKNOWN
    elsewhere = AreaFacts("Sportpark Zuid", "G", nan, 60, zero_is_empty=True)
    assert compare_areas(here, elsewhere).refusal is Refusal.LAND_UNPROVEN


def test_another_gemeente_and_a_code_that_is_gone() -> None:
    here = _facts("Noord", 100, 10)
    assert compare_areas(here, _facts("Noord", 100, 10, "H")).refusal is Refusal.OTHER_GEMEENTE
    assert compare_areas(here, None).refusal is Refusal.NOT_THERE


_NUMBERS = st.one_of(st.none(), st.floats(0, 1e6, allow_nan=False))


@given(name=st.text(min_size=1, max_size=20), people=_NUMBERS, land=st.floats(1, 1e5))
def test_what_did_not_change_is_the_same_area(name: str, people: float | None, land: float) -> None:
    facts = _facts(name, people, land)
    assert compare_areas(facts, facts).same


@given(people=st.tuples(_NUMBERS, _NUMBERS), land=st.tuples(_NUMBERS, _NUMBERS))
def test_a_name_that_is_only_a_beginning_never_proves_more_than_a_whole_one(
    people: tuple[float | None, float | None], land: tuple[float | None, float | None]
) -> None:
    here = _facts("Wijk 33 Bouwlust en Vrederust", people[0], land[0])
    partly = compare_areas(here, _facts("Bouwlust", people[1], land[1]))
    whole = compare_areas(here, _facts("Bouwlust en Vrederust", people[1], land[1]))
    assert whole.same or not partly.same

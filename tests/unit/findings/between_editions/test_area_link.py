"""Is it one area in two editions? By real wijken of 2020 and 2024, and by what they may become."""

from __future__ import annotations

import pytest

from wijkprofiel.domain.area import Area
from wijkprofiel.domain.identity import NameMatch
from wijkprofiel.domain.regions import Region
from wijkprofiel.findings.between_editions.area_link import AreaLink, link_areas
from wijkprofiel.findings.between_editions.causes import Cause


def wijk(
    name: str,
    land: int | None = 417,
    people: int | None = 29_500,
    code: str = "WK051833",
    division: int = 2020,
) -> Area:
    return Area.of(
        Region(
            code=code,
            division=division,
            name=name,
            title=name,
            gemeente_name="'s-Gravenhage",
            inhabitants=people,
            land_ha=land,
        )
    )


def union(division: int, *members: tuple[str, int | None, int], name: str = "Koppel") -> Area:
    regions = tuple(
        wijk(code, land, people, code, division).members[0] for code, land, people in members
    )
    return Area(regions, name, "WG-amersfoort-koppel")


def linked(before: Area | None, after: Area | None) -> AreaLink:
    return link_areas(before, after)


def test_what_one_edition_has_is_gone_or_new() -> None:
    gone, new = linked(wijk("Zonnehof"), None), linked(None, wijk("Eemkwartier"))
    assert gone.causes == new.causes == (Cause.GONE_OR_NEW,)
    assert (gone.after, new.before) == (None, None)
    known = link_areas(wijk("Weesp", code="WK045700"), None, successors={"GM0363": "Amsterdam"})
    assert known.successors == {"GM0363": "Amsterdam"}
    with pytest.raises(ValueError, match="no edition"):
        linked(None, None)


def test_a_code_with_another_name_is_another_area() -> None:
    """WK030705 was Bosgebied in 2020, and is Isselt in 2024."""
    found = linked(wijk("Bosgebied", code="WK030705"), wijk("Isselt", code="WK030705"))
    assert found.causes == (Cause.CODE_REUSED,)
    assert not found.is_one_area


@pytest.mark.parametrize(
    ("before", "after"),
    [("Bouwlust en Vrederust", "Bouwlust"), ("Bouwlust", "Bouwlust en Vrederust")],
)
def test_a_name_that_begins_like_the_other_is_a_rename_where_the_border_is_the_same(
    before: str, after: str
) -> None:
    found = linked(wijk(before, 417, 29_500), wijk(after, 416, 29_530))
    assert (found.causes, found.names) == ((Cause.RENAMED,), NameMatch.BEGINNING)
    assert found.is_one_area
    far = linked(wijk(before, 417), wijk(after, 600))
    assert far.causes == (Cause.CODE_REUSED,)
    unknown = linked(wijk(before, None, None), wijk(after, None, None))
    assert unknown.causes == (Cause.CODE_REUSED,)


def test_a_list_says_that_another_name_is_the_same_area() -> None:
    def says(code: str, before: str, after: str) -> bool:
        return (code, before, after) == ("WK051833", "Wijk 02", "Overstegen")

    same = link_areas(wijk("Wijk 02"), wijk("Overstegen"), says)
    assert (same.causes, same.names) == ((Cause.RENAMED,), NameMatch.RENAMED)
    moved = link_areas(wijk("Wijk 02"), wijk("Overstegen", 600), says)
    assert moved.causes == (Cause.RENAMED, Cause.BORDER_MOVED)
    assert not moved.is_one_area
    assert link_areas(wijk("Wijk 02"), wijk("Elders"), says).causes == (Cause.CODE_REUSED,)


@pytest.mark.parametrize(
    ("land", "people", "causes"),
    [
        (100, 1000, ()),
        (105, 1000, ()),
        (106, 1000, (Cause.BORDER_MOVED,)),
        (94, 1000, (Cause.BORDER_MOVED,)),
        (100, 1150, ()),
        (100, 1151, (Cause.BORDER_MOVED,)),
        (100, 849, (Cause.BORDER_MOVED,)),
        (None, 1000, ()),
        (100, None, ()),
    ],
)
def test_a_border_moved_by_land_or_by_people(
    land: int | None, people: int | None, causes: tuple[Cause, ...]
) -> None:
    found = linked(wijk("Oud", 100, 1000), wijk("Oud", land, people))
    assert found.causes == causes


def test_the_border_of_soesterkwartier_moved() -> None:
    """From 155 to 206 hectares, with 2% more inhabitants."""
    before = wijk("Wijk 03 Soesterkwartier", 155, 11_955, "WK030703")
    after = wijk("Soesterkwartier", 206, 12_200, "WK030703")
    found = linked(before, after)
    assert (found.causes, found.land_moved, found.people_moved) == (
        (Cause.BORDER_MOVED,),
        True,
        False,
    )
    assert (found.land_before, found.land_after) == (155, 206)


def test_people_alone_are_told_apart_from_land() -> None:
    grown = linked(wijk("Oud", 100, 1000), wijk("Oud", 100, 1300))
    assert (grown.causes, grown.land_moved, grown.people_moved) == (
        (Cause.BORDER_MOVED,),
        False,
        True,
    )
    slightly = linked(wijk("Oud", 100), wijk("Oud", 103))
    assert (slightly.causes, slightly.border_slightly_moved) == ((), True)


def test_a_number_is_no_name() -> None:
    same = linked(wijk("Wijk 00", 100, 1000), wijk("Wijk 00", 100, 1000))
    assert (same.names, same.causes) == (NameMatch.NUMBER, ())
    unknown = linked(wijk("Wijk 00", None, 1000), wijk("Wijk 00", None, 1000))
    assert unknown.causes == (Cause.BORDER_MOVED,)


def test_a_gemeente_keeps_its_name_without_what_tells_it_from_another() -> None:
    one, other = wijk("Bergen (NH.)", code="GM0373"), wijk("Bergen", code="GM0373")
    assert linked(one, other).causes == ()


PARTS_2020 = (("WK030706", 55, 3_175), ("WK030708", 70, 4_485), ("WK030709", 100, 7_165))
PARK = ("WK030723", 95, 55)
PARTS_2024 = (("WK030706", 55, 3_170), ("WK030708", 71, 4_440), ("WK030709", 186, 7_160))


def test_a_werkgebied_is_judged_as_a_whole() -> None:
    """Koppel/Schothorst: 225 and 312 hectares without Park Schothorst, and 320 and 312 with it."""
    without = linked(union(2020, *PARTS_2020), union(2024, *PARTS_2024))
    assert without.causes == (Cause.OTHER_MEMBERS,)
    assert (without.land_before, without.land_after) == (225, 312)
    whole = linked(union(2020, *PARTS_2020, PARK), union(2024, *PARTS_2024))
    assert (whole.causes, whole.is_one_area) == ((), True)
    assert whole.border_slightly_moved


def test_a_werkgebied_of_the_same_parts_is_the_same_whatever_is_known_of_them() -> None:
    unknown = tuple((code, None, people) for code, _, people in PARTS_2020)
    assert linked(union(2020, *unknown), union(2020, *unknown)).causes == ()
    assert linked(union(2020, *unknown), union(2024, *unknown)).causes == (Cause.OTHER_MEMBERS,)


def test_a_list_that_lost_a_part_is_another_werkgebied() -> None:
    found = linked(union(2020, *PARTS_2020), union(2020, *PARTS_2020[:2]))
    assert found.causes == (Cause.OTHER_MEMBERS,)


def test_two_regions_with_codes_of_their_own_are_never_laid_beside_each_other() -> None:
    with pytest.raises(ValueError, match="two regions"):
        linked(wijk("Oud"), wijk("Oud", code="WK051834"))

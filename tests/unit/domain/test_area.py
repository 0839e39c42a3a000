"""An area is one region or a union, and never counts anybody twice or anything missing as zero."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkprofiel.domain.area import Area, AreaKind, as_area
from wijkprofiel.domain.regions import Region

LAND = Region("NL00", 2020, "Nederland", "Nederland", "Nederland", 17_000_000, 14_000_000.0)
UTRECHT = Region("GM0344", 2020, "Utrecht", "Utrecht", "Utrecht", 357_597, 283_815.0, 37_276)
EAST = Region("WK034406", 2020, "Oost", "Wijk 06 Oost", "Utrecht", 31_000, 26_000.0, 3_000)
NORTH = Region("WK034403", 2020, "Overvecht", "Wijk 03", "Utrecht", 34_295, 26_635.0, 4_885)
DREEF = Region("BU03440311", 2020, "Taag", "Taag", "Utrecht", 4_125, 3_100.0, 800)
LEIDEN = Region("WK054609", 2020, "Stevenshof", "Wijk 09", "Leiden", 11_000, 9_000.0, 2_000)

numbers = st.one_of(st.none(), st.integers(0, 100_000))


def union(*members: Region) -> Area:
    return Area(members, "Samen", "samen")


def test_one_region_is_that_region() -> None:
    area = Area.of(NORTH)
    assert (area.code, area.name, area.kind) == ("WK034403", "Overvecht", AreaKind.WIJK)
    assert (area.inhabitants, area.adults, area.elderly) == (34_295, 26_635.0, 4_885)
    assert (area.gemeente_code, area.gemeente_name) == ("GM0344", "Utrecht")
    assert area.region is NORTH
    assert as_area(NORTH) == as_area(area) == area


def test_a_union_counts_its_members() -> None:
    area = union(NORTH, EAST)
    assert area.kind is AreaKind.UNION
    assert area.region is None
    assert (area.inhabitants, area.adults, area.elderly) == (65_295, 52_635.0, 7_885)
    assert area.gemeente_code == "GM0344"


def test_a_union_across_gemeenten_lies_in_none_of_them() -> None:
    area = union(NORTH, LEIDEN)
    assert area.gemeente_code is None
    assert area.gemeente_name == "Utrecht, Leiden"


@given(st.lists(numbers, min_size=1, max_size=9))
def test_a_sum_is_known_exactly_when_all_of_it_is(counts: list[int | None]) -> None:
    members = tuple(
        Region(f"WK0344{place:02}", 2020, "Wijk", "Wijk", "Utrecht", count)
        for place, count in enumerate(counts)
    )
    area = Area(members, "Samen", members[0].code if len(members) == 1 else "samen")
    known = [count for count in counts if count is not None]
    assert area.inhabitants == (sum(known) if len(known) == len(counts) else None)


@pytest.mark.parametrize(
    ("members", "why"),
    [
        ((), "at least one"),
        ((NORTH, NORTH), "twice"),
        ((NORTH, DREEF), "inside another"),
        ((DREEF, NORTH), "inside another"),
        ((UTRECHT, NORTH), "inside another"),
        ((LAND, UTRECHT), "inside another"),
        ((NORTH, Region("WK034406", 2022, "Oost", "Oost", "Utrecht")), "different divisions"),
    ],
)
def test_an_area_that_cannot_be_is_refused(members: tuple[Region, ...], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        union(*members)


@pytest.mark.parametrize("members", [(NORTH, EAST), (NORTH,)])
def test_an_area_does_not_take_the_code_of_another_region(members: tuple[Region, ...]) -> None:
    with pytest.raises(ValueError, match="code"):
        Area(members, "Samen", "WK034409")


def test_an_area_needs_a_name() -> None:
    with pytest.raises(ValueError, match="name"):
        Area((NORTH, EAST), " ", "samen")


@pytest.mark.parametrize(
    ("part", "whole", "inside"),
    [
        (Area.of(NORTH), Area.of(UTRECHT), True),
        (Area.of(DREEF), Area.of(NORTH), True),
        (Area.of(UTRECHT), Area.of(LAND), True),
        (union(NORTH, EAST), Area.of(UTRECHT), True),
        (Area.of(DREEF), union(NORTH, EAST), True),
        (Area.of(NORTH), union(NORTH, EAST), True),
        (union(NORTH, LEIDEN), Area.of(UTRECHT), False),
        (Area.of(UTRECHT), Area.of(NORTH), False),
        (Area.of(NORTH), Area.of(NORTH), False),
        (Area.of(EAST), Area.of(NORTH), False),
    ],
)
def test_what_lies_in_what(part: Area, whole: Area, inside: bool) -> None:
    assert part.lies_in(whole) is inside

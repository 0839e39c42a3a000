"""The lists of a werkgebied on two divisions are one area, judged on all of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.division_2024 import wijken, write_2024
from tests.support.shipped import open_shop
from wijkprofiel.areas.divisions import is_same_area, land_of
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.regions import Region
from wijkprofiel.workshop.work_area_check import check_work_areas
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.paths import SearchPath

SHIPPED = ("Alphen-Noord", "Amersfoort-Zuid", "Den Haag Zuidwest", "Koppel/Schothorst")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """A folder with the edition of 2024 beside the shipped one."""
    folder = tmp_path_factory.mktemp("edities")
    write_2024(folder)
    return Workplace(SearchPath.with_user_folder(None), folder)


def union(name: str, regions: list[Region], *codes: str) -> Area:
    return Area(tuple(each for each in regions if each.code in codes), name, f"WG-{name}")


def test_the_shipped_lists_fit_both_divisions(both: Workplace, shop: Workshop) -> None:
    found = check_work_areas(both, shop.catalogue)
    assert found.problems == []
    assert found.divisions == {2020, 2024}
    assert sorted(found.areas) == sorted(SHIPPED)
    assert all(set(areas) == {2020, 2024} for areas in found.areas.values())
    lands = {
        name: tuple(land_of(found.areas[name][year]) for year in (2020, 2024)) for name in SHIPPED
    }
    assert lands["Koppel/Schothorst"] == (320, 312)
    assert lands["Amersfoort-Zuid"] == (1326, 1274)
    people = {name: found.areas[name][2024].inhabitants for name in SHIPPED}
    assert people == {
        "Koppel/Schothorst": 14770,
        "Amersfoort-Zuid": 23380,
        "Den Haag Zuidwest": 71820,
        "Alphen-Noord": 33330,
    }


def test_without_park_schothorst_it_is_another_area(shop: Workshop) -> None:
    codes = ("WK030706", "WK030708", "WK030709")
    earlier = union("K", shop.edition.regions(gemeente="GM0307"), *codes)
    later = union("K", wijken(), *codes)
    assert (land_of(earlier), land_of(later)) == (225, 312)
    assert not is_same_area(earlier, later)
    with_park = union("K", shop.edition.regions(gemeente="GM0307"), *codes, "WK030723")
    assert is_same_area(with_park, later)


def test_what_is_told_of_two_lists_that_are_not_one_area(both: Workplace, tmp_path: Path) -> None:
    (tmp_path / "gebieden").mkdir()
    file = tmp_path / "gebieden" / "mijn.yaml"
    file.write_text(
        "Koppel en meer:\n  gemeente: Amersfoort\n  delen:\n    2020:\n      WK030706: De Koppel\n"
        "      WK030708: Schothorst Zuid\n      WK030709: Schothorst Noord\n    2024:\n"
        "      WK030706: De Koppel\n      WK030708: Schothorst-Zuid\n"
        "      WK030709: Schothorst-Noord\n  bron: De werkgroep.\n",
        encoding="utf-8",
    )
    place = Workplace(SearchPath.with_user_folder(tmp_path), both.data)
    with Workshop(place, "2020") as shop:
        (problem,) = check_work_areas(place, shop.catalogue).problems
        alone = Workplace(place.search, tmp_path)
        assert check_work_areas(alone, shop.catalogue).problems == []  # only one division is there
    assert (problem.file, problem.line) == (str(file), 8)
    assert "225 ha land met 14.825 inwoners in 2020" in problem.message
    assert "312 ha land met 14.770 inwoners in 2024" in problem.message


def test_a_code_that_became_another_wijk_is_told_for_its_year(
    both: Workplace, tmp_path: Path
) -> None:
    (tmp_path / "gebieden").mkdir()
    file = tmp_path / "gebieden" / "mijn.yaml"
    parts = "      WK030705: Bosgebied\n      WK030716: Leusderkwartier\n"
    file.write_text(
        f"Zuidrand:\n  gemeente: Amersfoort\n  delen:\n    2020:\n{parts}    2024:\n{parts}"
        "  bron: De werkgroep.\n",
        encoding="utf-8",
    )
    place = Workplace(SearchPath.with_user_folder(tmp_path), both.data)
    with Workshop(place, "2020") as shop:
        (problem,) = check_work_areas(place, shop.catalogue).problems
    assert (problem.line, problem.key) == (8, "Zuidrand.delen.2024.WK030705")
    assert "WK030705 heet Isselt, en niet Bosgebied. Bedoelde u Bosgebied (WK030734)" in (
        problem.message
    )


lands = st.integers(min_value=1, max_value=2_000)


@given(st.lists(st.tuples(lands, lands), min_size=2, max_size=6))
def test_borders_that_moved_inside_cancel(sizes: list[tuple[int, int]]) -> None:
    """Only the whole counts: land and people may go from one part to another."""

    def area(year: int, parts: list[tuple[int, int]]) -> Area:
        regions = tuple(
            Region(f"WK0001{n:02}", year, "A", "A", "Adam", inhabitants=people, land_ha=land)
            for n, (land, people) in enumerate(parts)
        )
        return Area(regions, "U", "WG-u")

    moved = [*sizes]
    (land, people), (other, others) = moved[:2]
    moved[:2] = [(land + other, people + others), (0, 0)]
    assert is_same_area(area(2020, sizes), area(2024, moved))
    much = [(2 * land, people) for land, people in sizes]
    assert not is_same_area(area(2020, sizes), area(2024, much))

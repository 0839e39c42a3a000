"""A werkgebied is found by its name; what does not fit the edition is told at its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.shipped import open_shop
from wijkprofiel.areas.work_areas import as_record
from wijkprofiel.domain.area import AreaKind
from wijkprofiel.domain.errors import AmbiguousRegionError, ConfigurationError, RegionError
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.paths import SearchPath

NORTH = "WK034402: Noordwest"
OVERVECHT = "WK034403: Overvecht"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


def own(folder: Path, *parts: str, name: str = "Samen", gemeente: str = "Utrecht") -> Workshop:
    """A workshop with one more werkgebied."""
    (folder / "gebieden").mkdir(exist_ok=True)
    listed = "".join(f"      {part}\n" for part in parts)
    (folder / "gebieden" / "utrecht.yaml").write_text(
        f"{name}:\n  gemeente: {gemeente}\n  delen:\n    2020:\n{listed}  bron: De werkgroep.\n",
        encoding="utf-8",
    )
    return Workshop(Workplace(SearchPath.with_user_folder(folder), folder), "2020")


def wrong(folder: Path, *parts: str, name: str = "Samen", gemeente: str = "Utrecht") -> str:
    with (
        own(folder, *parts, name=name, gemeente=gemeente) as shop,
        pytest.raises(ConfigurationError) as raised,
    ):
        shop.find(name, "Utrecht")
    return raised.value.message


@pytest.mark.parametrize(
    "typed",
    [
        "Koppel/Schothorst",
        "koppel schothorst",
        "koppel-schothorst",
        "WG-amersfoort-koppelschothorst",
    ],
)
def test_it_is_found_by_its_name(typed: str, shop: Workshop) -> None:
    area = shop.find(typed)
    assert (area.name, area.kind) == ("Koppel/Schothorst", AreaKind.UNION)
    assert [each.code for each in area.members] == ["WK030706", "WK030708", "WK030709", "WK030723"]
    assert shop.find(typed, "Amersfoort") == area
    assert shop.areas.knows(typed)


def test_it_is_of_its_own_gemeente(shop: Workshop) -> None:
    with pytest.raises(RegionError):
        shop.find("Koppel/Schothorst", "Utrecht")


def test_the_shipped_ones_fit_the_shipped_edition(shop: Workshop) -> None:
    names = [area.name for area in shop.areas.work_areas_in()]
    assert names == ["Alphen-Noord", "Koppel/Schothorst", "Amersfoort-Zuid", "Den Haag Zuidwest"]
    assert [area.name for area in shop.areas.work_areas_in(["Den Haag"])] == ["Den Haag Zuidwest"]
    assert [area.name for area in shop.areas.search("zuidwest", "Den Haag")] == [
        "Den Haag Zuidwest"
    ]


def test_people_in_an_institution_do_not_weigh(shop: Workshop) -> None:
    south = shop.find("Amersfoort-Zuid")
    assert south.at_home[0] == pytest.approx(0.46, abs=0.01)
    assert set(south.at_home[1:]) == {1.0}
    assert south.parts[0].adults == pytest.approx(0.46 * 1339.4, rel=0.02)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((NORTH, "WK034499: Kanaleneiland"), "WK034499 komt niet voor"),
        ((NORTH, "WK034403: Zuidwest"), "heet Overvecht, en niet Zuidwest. Bedoelde u Zuidwest"),
        ((NORTH, "GM0344: Utrecht"), "geen wijk of buurt"),
        (
            (NORTH, "WK030706: De Koppel"),
            "De Koppel ligt in Amersfoort, en die staat niet bij gemeente.",
        ),
        ((OVERVECHT, "BU03440311: Taagdreef, Wolgadreef en omgeving"), "hoort al bij Overvecht"),
    ],
)
def test_a_part_that_does_not_fit_is_told_at_its_line(
    parts: tuple[str, ...], said: str, tmp_path: Path, shop: Workshop
) -> None:
    if "BU0344" in parts[1]:
        buurt = shop.edition.region("BU03440311")
        assert buurt is not None
        parts = (parts[0], f'BU03440311: "{buurt.name}"')
    message = wrong(tmp_path, *parts)
    assert said in message
    assert re.search(r"utrecht\.yaml:6", message)


def test_other_mistakes(tmp_path: Path) -> None:
    unknown = wrong(tmp_path, NORTH, OVERVECHT, gemeente="Utrech")
    assert "Er is geen gemeente 'Utrech' in editie 2020. Bedoelde u Utrecht" in unknown
    assert re.search(r"utrecht\.yaml:2", unknown)
    taken = wrong(tmp_path, NORTH, OVERVECHT, name="Zuidwest")
    assert "zo heet ook wijk Zuidwest (WK034408)" in taken


def test_a_list_leaves_out_what_lies_in_no_gemeente_of_the_edition(tmp_path: Path) -> None:
    with own(tmp_path, NORTH, OVERVECHT, gemeente="Atlantis") as made:
        assert "Samen" not in [area.name for area in made.areas.work_areas_in()]
    with (
        own(tmp_path, NORTH, OVERVECHT, gemeente="Utrech") as made,
        pytest.raises(ConfigurationError, match="Bedoelde u Utrecht"),
    ):
        made.areas.work_areas_in()


def test_more_parts_than_anybody_can_look_at(tmp_path: Path, shop: Workshop) -> None:
    buurten = [each for each in shop.edition.regions(gemeente="GM0344") if each.code[:2] == "BU"]
    parts = [f'{each.code}: "{each.name}"' for each in buurten[:26]]
    assert "meer dan 25 delen" in wrong(tmp_path, *parts)


def test_too_few_people_are_no_werkgebied(tmp_path: Path, shop: Workshop) -> None:
    empty = [
        each
        for each in shop.edition.regions(gemeente="GM0344")
        if each.code[:2] == "BU" and (each.adults or 0) < 50
    ][:2]
    message = wrong(tmp_path, *(f'{each.code}: "{each.name}"' for each in empty))
    assert "minder dan 100 volwassenen" in message


def test_all_of_a_wijk_is_the_wijk_and_all_of_a_gemeente_the_gemeente(
    tmp_path: Path, shop: Workshop
) -> None:
    everything = shop.edition.regions(gemeente="GM0344")
    buurten = [each for each in everything if each.code.startswith("BU034403")]
    quoted = [f'{each.code}: "{each.name}"' for each in buurten]
    with own(tmp_path, *quoted) as made:
        assert made.find("Samen").code == "WK034403"
    with own(tmp_path, NORTH, *quoted) as made:
        assert [each.code for each in made.find("Samen").members] == ["WK034402", "WK034403"]
    wijken = [f'{each.code}: "{each.name}"' for each in everything if each.code[:2] == "WK"]
    with own(tmp_path, *wijken) as made:
        assert made.find("Samen").code == "GM0344"


def test_another_division_is_not_guessed(tmp_path: Path) -> None:
    with own(tmp_path, NORTH, OVERVECHT) as made:
        file = tmp_path / "gebieden" / "utrecht.yaml"
        file.write_text(file.read_text("utf-8").replace("2020", "2024"), encoding="utf-8")
        place = made.place
    with Workshop(place, "2020") as made, pytest.raises(RegionError, match="indeling van 2024"):
        made.find("Samen")


def test_a_name_that_is_also_elsewhere_asks_for_the_gemeente(tmp_path: Path) -> None:
    with own(tmp_path, NORTH, OVERVECHT, name="De Koppel") as made:
        with pytest.raises(RegionError, match="is een werkgebied in Utrecht, en zo heet ook"):
            made.find("De Koppel")
        assert made.find("De Koppel", "Utrecht").is_union
        assert made.find("De Koppel", "Amersfoort").code == "WK030706"


def test_an_alias_of_several_wijken_says_how_to_make_them_one(
    tmp_path: Path, shop: Workshop
) -> None:
    with pytest.raises(AmbiguousRegionError) as raised:
        shop.find("Schothorst")
    record = (raised.value.remedy or "").split("\n\n")[1]
    folder = tmp_path / "gebieden"
    folder.mkdir()
    (folder / "schothorst.yaml").write_text(record, encoding="utf-8")
    with Workshop(Workplace(SearchPath.with_user_folder(tmp_path), tmp_path), "2020") as made:
        found = made.find("Schothorst")
    assert [each.code for each in found.members] == ["WK030708", "WK030709"]


def test_names_in_a_ready_record_are_read_back(shop: Workshop) -> None:
    members = [shop.edition.region(code) for code in ("WK051833", "WK051834")]
    record = as_record("Zuid: west", [each for each in members if each is not None])
    assert record.startswith('"Zuid: west":\n')
    assert 'gemeente: "\'s-Gravenhage"' in record

"""Names that fit more than one area: all of them are shown, and none wins without a word."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from tests.support.shipped import open_shop
from wijkprofiel.areas.told import in_a_file, on_one_line
from wijkprofiel.domain.errors import AmbiguousRegionError, RegionError
from wijkprofiel.domain.names import bare_key, search_key
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.paths import SHIPPED_DATA


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


def several(shop: Workshop, name: str, *gemeenten: str) -> AmbiguousRegionError:
    with pytest.raises(AmbiguousRegionError) as raised:
        shop.areas.find(name, *gemeenten)
    return raised.value


def test_a_buurt_never_wins_from_two_gemeenten_that_bear_the_name(shop: Workshop) -> None:
    error = several(shop, "bergen")
    assert {area.code for area in error.candidates} == {"GM0373", "GM0893", "BU07721120"}
    told = in_a_file(error)
    assert all(area.code in told for area in error.candidates)


@pytest.mark.parametrize(
    ("typed", "gemeente", "code"),
    [
        ("Bergen (NH.)", None, "GM0373"),
        ("bergen l", None, "GM0893"),
        ("bergen", "eindhoven", "BU07721120"),
        ("bergen", "bergen (nh.)", "GM0373"),
        ("haaksbergen", None, "GM0158"),  # its wijken "Haaksbergen (dorp)" lie inside it
        ("axel", None, "WK071519"),  # officially "Kern Axel"; nothing else bears the name
    ],
)
def test_one_area(shop: Workshop, typed: str, gemeente: str | None, code: str) -> None:
    assert shop.areas.find(typed, *filter(None, [gemeente])).code == code


def test_the_gemeente_option_names_all_gemeenten_of_a_name(shop: Workshop) -> None:
    with pytest.raises(AmbiguousRegionError) as raised:
        shop.areas.gemeente("bergen")
    assert [area.name for area in raised.value.candidates] == ["Bergen (NH.)", "Bergen (L.)"]
    assert raised.value.remedy is not None
    assert "voluit" in raised.value.remedy
    assert "Bergen (L.)" in on_one_line(raised.value)
    assert shop.areas.gemeente("bergen (l.)").code == "GM0893"


def test_a_name_is_looked_for_in_any_of_several_gemeenten(shop: Workshop) -> None:
    assert shop.areas.find("overvecht", "leiden", "utrecht").code == "WK034403"
    everywhere = several(shop, "centrum").candidates
    some = {everywhere[0].gemeente_name, everywhere[-1].gemeente_name}
    homes = {area.gemeente_name for area in several(shop, "centrum", *some).candidates}
    assert homes == some
    with pytest.raises(RegionError, match="in Gouda of Leiden"):
        shop.areas.find("overvecht", "gouda", "leiden")


def test_a_gemeente_is_only_named_as_a_way_to_choose_where_it_helps(shop: Workshop) -> None:
    twice = several(shop, "meerwijk", "uithoorn")
    assert "--gemeente" not in (twice.remedy or "")
    assert "code" in (twice.remedy or "")
    told = in_a_file(twice)
    assert "WK045165" in told
    assert "inwoners" in told
    assert "gemeente erbij" not in told
    assert "--gemeente" in (several(shop, "bergen").remedy or "")


def test_what_the_remedy_says_of_a_gemeente_is_so(shop: Workshop) -> None:
    names = {key for key, _ in shop.edition.names()}
    for name in sorted(names)[::12]:
        error = _ambiguity(shop, name)
        if error is not None:
            homes = {area.gemeente_code for area in error.candidates}
            alone = [_ambiguity(shop, name, home) is None for home in homes if home]
            assert any(alone) == ("--gemeente" in (error.remedy or ""))
            assert all(alone) == (error.way.name == "GEMEENTE")


def _ambiguity(shop: Workshop, name: str, *gemeenten: str) -> AmbiguousRegionError | None:
    try:
        shop.areas.find(name, *gemeenten)
    except AmbiguousRegionError as error:
        return error
    return None


def test_every_name_with_something_added_is_found_without_it(shop: Workshop) -> None:
    decorated = {
        area.code: area.name
        for area in shop.edition.regions()
        if bare_key(area.name) not in ("", search_key(area.name))
    }
    assert len(decorated) > 500
    for code, name in decorated.items():
        assert code in {area.code for area in shop.edition.named_barely(bare_key(name))}, name


def test_every_full_name_still_finds_what_it_found(shop: Workshop) -> None:
    connection = sqlite3.connect(SHIPPED_DATA / "2020.sqlite")
    names = connection.execute("SELECT key, code FROM names ORDER BY key").fetchall()
    connection.close()
    for name, code in names[::15]:
        error = _ambiguity(shop, name)
        one = [] if error is not None else [shop.areas.find(name)]
        found = {area.code for area in (one if error is None else error.candidates)}
        named = {area.code for area in shop.edition.named(name)}
        assert found & named
        assert code in found or len(found) == 1

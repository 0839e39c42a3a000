"""GGD regions and provinces by name, and records that do not fit the gemeenten of a division."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.shipped import open_shop
from wijkprofiel.areas.compositions import Division
from wijkprofiel.configuration.composition_records import load_compositions
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.composed import ComposedArea
from wijkprofiel.domain.errors import ConfigurationError, RegionError
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS, SearchPath

GGD, PROVINCE = AreaKind.GGD_REGION, AreaKind.PROVINCE
OWN = """standaard: {{soort: provincie, bron: De werkgroep.}}
Oost: {{code: PV90, gemeenten: {{2020: {{{east}}}}}}}
West: {{code: {code}, gemeenten: {{2020: {{{west}}}}}}}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


@pytest.mark.parametrize(
    ("kind", "typed", "name"),
    [
        (GGD, "utrecht", "GGD regio Utrecht"),
        (GGD, "GGDrU", "GGD regio Utrecht"),
        (GGD, "ggd regio utrecht", "GGD regio Utrecht"),
        (GGD, "hollands midden", "GGD Hollands Midden"),
        (GGD, "Hollands-Midden", "GGD Hollands Midden"),
        (GGD, "ggd-hollands-midden", "GGD Hollands Midden"),
        (GGD, "zaanstreek/waterland", "GGD Zaanstreek-Waterland"),
        (GGD, "Gelderland-Midden", "VGGM"),
        (GGD, "vggm", "VGGM"),
        (GGD, "ZHZ", "Dienst Gezondheid & Jeugd ZHZ"),
        (GGD, "zuid-holland zuid", "Dienst Gezondheid & Jeugd ZHZ"),
        (GGD, "friesland", "GGD Fryslân"),
        (GGD, "rijnmond", "GGD Rotterdam-Rijnmond"),
        (PROVINCE, "utrecht", "Utrecht"),
        (PROVINCE, "provincie Fryslan", "Fryslân"),
        (PROVINCE, "pv27", "Noord-Holland"),
        (PROVINCE, "brabant", "Noord-Brabant"),
    ],
)
def test_a_region_is_found_forgivingly(
    kind: AreaKind, typed: str, name: str, shop: Workshop
) -> None:
    found = shop.areas.composed.named(kind, typed)
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    ("kind", "typed", "says"),
    [
        (GGD, "hollands", "kan meer dan één GGD-regio zijn: GGD Hollands Midden, GGD Hollands N"),
        (GGD, "holland midn", "Er is geen GGD-regio 'holland midn' in editie 2020. Bedoelde u GGD"),
        (GGD, "PV26", "Er is geen GGD-regio 'PV26'"),
        (GGD, "xx", "Er is geen GGD-regio 'xx' in editie 2020."),
        (PROVINCE, "holland", "meer dan één provincie zijn: Noord-Holland, Zuid-Holland."),
        (PROVINCE, "zeelant", "Bedoelde u Zeeland"),
    ],
)
def test_what_is_no_region_is_told(kind: AreaKind, typed: str, says: str, shop: Workshop) -> None:
    with pytest.raises(RegionError) as raised:
        shop.areas.composed.named(kind, typed)
    assert says in raised.value.message
    assert raised.value.remedy


def test_a_gemeente_is_still_what_its_name_means(shop: Workshop) -> None:
    assert shop.find("Utrecht").code == "GM0344"
    assert shop.find("provincie Utrecht").code == "PV26"
    assert shop.find("pv26").code == "PV26"
    assert shop.find("GGD regio Utrecht").code == "GGD-REGIO-UTRECHT"
    found = [area.code for area in shop.areas.search("utrecht")]
    assert found[0] == "GM0344"
    assert set(found[-2:]) == {"PV26", "GGD-REGIO-UTRECHT"}
    with pytest.raises(RegionError, match="Er is geen gebied 'GGD Atlantis'"):
        shop.find("GGD Atlantis")


def test_a_name_is_looked_for_in_its_gemeenten(shop: Workshop) -> None:
    places = shop.areas.composed.places(None, ["gooi"], None)
    assert places == ["GM0376", "GM0402", "GM0406", "GM0417", "GM0457", "GM1696", "GM1942"]
    assert shop.find("Bussum Centrum", *places).gemeente_name == "Gooise Meren"
    assert shop.areas.composed.places(["Soest"], ["gooi"], ["flevoland"]) == [
        *("Soest", *places),
        *("GM0034", "GM0050", "GM0171", "GM0184", "GM0303", "GM0995"),
    ]
    with pytest.raises(RegionError, match="'Overvecht' in deze 7 gemeenten in editie 2020"):
        shop.find("Overvecht", *places)


def test_what_lies_around_an_area(shop: Workshop) -> None:
    around = shop.areas.composed.around
    assert around(GGD, shop.find("Overvecht")).name == "GGD regio Utrecht"
    assert around(GGD, shop.find("Koppel/Schothorst")).name == "GGD regio Utrecht"
    assert around(PROVINCE, shop.find("Leiden")).name == "Zuid-Holland"
    with pytest.raises(RegionError, match=r"Nederland ligt niet in één GGD-regio\."):
        around(GGD, shop.find("NL00"))
    apart = [shop.edition.region(code) for code in ("WK034403", "WK054609")]
    both = Area(tuple(each for each in apart if each), "Beide", "beide")
    with pytest.raises(RegionError, match="niet in één GGD-regio, maar in GGD Hollands Midden en"):
        around(GGD, both)


def test_an_edition_without_regions_says_what_to_do(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    wijk = shop.find("Overvecht")
    utrecht = [each for each in shop.edition.composed if each.area.code == "GGD-GOOI"]
    monkeypatch.setitem(shop.edition.__dict__, "composed", tuple(utrecht))
    with pytest.raises(RegionError, match="Overvecht ligt in editie 2020 in geen enkele") as raised:
        shop.areas.composed.around(GGD, wijk)
    assert "Zet Utrecht in configs/regios" in (raised.value.remedy or "")
    with pytest.raises(RegionError, match="Editie 2020 heeft geen provincies") as raised:
        shop.areas.composed.around(PROVINCE, wijk)
    assert "wijkprofiel data compile 2020" in (raised.value.remedy or "")


def division(shop: Workshop) -> Division:
    return Division(shop.edition.regions(RegionLevel.GEMEENTE), 2020)


def test_ours_have_every_gemeente_once(shop: Workshop) -> None:
    records = load_compositions(SearchPath((SHIPPED_CONFIGS,)))
    assert list(division(shop).problems(records)) == []
    assert division(shop).is_whole(records)
    kinds = [each.record.soort for each in records.values()]
    assert (kinds.count(GGD), kinds.count(PROVINCE)) == (25, 12)
    for year, gemeenten in ((2020, 355), (2022, 345), (2024, 342)):
        for kind in (GGD, PROVINCE):
            of_kind = [each.record for each in records.values() if each.record.soort is kind]
            assert sum(len(each.gemeenten[year]) for each in of_kind) == gemeenten
    assert {each.bron for each in (placed.record for placed in records.values())}


def own(folder: Path, east: str, west: str = "GM0344: Utrecht", code: str = "PV91") -> SearchPath:
    (folder / "regios").mkdir()
    written = OWN.format(east=east, west=west, code=code)
    (folder / "regios" / "provincie.yaml").write_text(written, encoding="utf-8")
    return SearchPath((folder,))


@pytest.mark.parametrize(
    ("east", "says"),
    [
        ("GM9999: Amersfort", "2: Oost.gemeenten.2020.GM9999: de code GM9999 komt niet voor in de"),
        ("GM9999: Amersfort", "Bedoelde u Amersfoort (GM0307)?"),
        ("GM0307: Soest", "GM0307 heet Amersfoort, en niet Soest. Bedoelde u Soest (GM0342)"),
    ],
)
def test_what_does_not_fit_the_division_is_told_at_its_line(
    tmp_path: Path, east: str, says: str, shop: Workshop
) -> None:
    found = list(division(shop).problems(load_compositions(own(tmp_path, east))))
    assert says in str(found[0])
    assert not division(shop).is_whole({}), "nothing is known of any division"
    last = str(found[-1])
    assert last.endswith("staat bij geen enkele provincie; zet haar met code en naam bij de juiste")


@pytest.mark.parametrize(
    ("east", "code", "says"),
    [
        ("GM0344: Utrecht", "PV91", "Utrecht staat in de indeling van 2020 ook bij Oost"),
        ("GM0307: Amersfoort", "PV90", "PV90 is al van Oost"),
        ("GM0307: Amersfoort", "GGD-OOST", "is geen code van een provincie (zoals PV26"),
        ("WK034403: Overvecht", "PV91", "WK034403 is geen gemeente (zoals GM0344)"),
    ],
)
def test_what_contradicts_itself_is_told(tmp_path: Path, east: str, code: str, says: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        load_compositions(own(tmp_path, east, code=code))
    assert says in raised.value.message


def test_only_what_is_complete_is_put_together(tmp_path: Path, shop: Workshop) -> None:
    records = load_compositions(own(tmp_path, "GM9999: Nergens, GM0307: Amersfoort"))
    (made,) = division(shop).composed(records)
    assert (made.area.code, made.codes, made.source) == ("PV91", ("GM0344",), "De werkgroep.")


def test_a_composed_area_is_of_gemeenten_in_order(shop: Workshop) -> None:
    soest, utrecht = (shop.edition.region(code) for code in ("GM0342", "GM0344"))
    assert soest is not None
    assert utrecht is not None
    with pytest.raises(ValueError, match="gemeenten in order of code"):
        ComposedArea(Area((utrecht, soest), "Oost", "PV90", composed=PROVINCE), (), "wij")
    with pytest.raises(ValueError, match="no composed area"):
        ComposedArea(Area.of(utrecht), (), "wij")
    with pytest.raises(ValueError, match="no kind of composed area"):
        Area((utrecht,), "Oost", "PV90", composed=AreaKind.WIJK)
    one = Area((utrecht,), "Oost", "PV90", composed=PROVINCE)
    assert (one.is_union, one.region, one.kind, one.gemeente_name) == (True, None, PROVINCE, "")

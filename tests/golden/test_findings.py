"""Findings are complete, plain and without a text for readers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from tests.support.shipped import open_shop
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import RegionError
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.as_data import findings_schema, findings_to_json
from wijkprofiel.findings.findings import AreaFindings, Findings
from wijkprofiel.findings.lack import Lack, LackKind
from wijkprofiel.words.notice import notice
from wijkprofiel.words.voice import Voice
from wijkprofiel.words.wording import Wording
from wijkprofiel.workshop.workshop import Workshop

SCHEMA = Path(__file__).parents[2] / "docs" / "bevindingen.schema.json"
AREAS = ("WK034403", "WK030723", "BU03440311", "GM0344", "NL00")

NAMES = frozenset({"name", "title", "gemeente_name", "producer", "short", "licence", "via"})
"""What people gave a name; the rest are keys of ours, which have no spaces."""
FROM_COMPILING = frozenset({"reason"})


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


def found(shop: Workshop, *codes: str) -> Any:
    areas = [shop.areas.find(code) for code in codes]
    return json.loads(findings_to_json(shop.findings(areas)))


def texts(data: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text with the key that it stands under."""
    match data:
        case dict():
            for name, value in data.items():
                yield from texts(value, name)
        case list():
            for value in data:
                yield from texts(value, key)
        case str():
            yield key, data


@pytest.mark.parametrize("code", AREAS)
def test_findings_hold_no_text_for_readers(shop: Workshop, code: str) -> None:
    told = [
        (key, text)
        for key, text in texts(found(shop, code))
        if " " in text and key not in NAMES | FROM_COMPILING
    ]
    assert not told


@pytest.mark.parametrize("code", AREAS)
def test_nothing_is_lost_on_the_way_to_json_and_back(shop: Workshop, code: str) -> None:
    findings = shop.findings([shop.areas.find(code)])
    back = TypeAdapter(Findings).validate_json(findings_to_json(findings), strict=True)
    assert back == findings


def test_the_published_schema_is_that_of_the_model() -> None:
    """Write it again with: python -m tools.findings_schema."""
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == findings_schema()


def test_the_same_findings_give_the_same_text(shop: Workshop) -> None:
    once, again = (findings_to_json(shop.findings([shop.areas.find("WK034403")])) for _ in range(2))
    assert once == again


def test_up_to_four_areas_stand_side_by_side(shop: Workshop) -> None:
    codes = ["WK034403", "WK030703", "WK054609", "WK010930"]
    data = found(shop, *codes)
    assert [item["area"]["code"] for item in data["areas"]] == codes
    for code, item in zip(codes, data["areas"], strict=True):
        assert item == found(shop, code)["areas"][0], code
    with pytest.raises(ValueError, match="1 to 4"):
        shop.findings([shop.areas.find(code) for code in [*codes, "WK007401"]])


def test_an_area_that_the_edition_does_not_hold_is_an_error_and_no_profile(shop: Workshop) -> None:
    nowhere = Region("WK034499", 2020, "Nergens", "Nergens", "Utrecht", 31_000, 25_000.0)
    for region in (nowhere, replace(nowhere, code="WK034403", division=2022)):
        with pytest.raises(RegionError, match="editie 2020"):
            shop.profile(region)


def words_of(shop: Workshop, item: AreaFindings) -> Wording:
    return Wording.of(Voice.of(shop.catalogue), item.area, item.benchmarks, item.namesakes)


def test_why_there_are_no_figures_is_what_came_with_them(shop: Workshop) -> None:
    """With enough people no number of inhabitants is blamed."""
    region = shop.areas.find("BU03634103")  # Mercatorpark: 1,645 adults, no health figures
    item = shop.findings([region]).only
    assert item.lack == Lack(LackKind.NO_FIGURES, (ValueStatus.MISSING,), too_few_people=False)
    said = notice(item, words_of(shop, item)) or ""
    assert "ontbreekt of is door de bron niet gegeven" in said
    assert "te weinig inwoners" not in said
    late = replace(item, lack=replace(item.lack, statuses=(ValueStatus.NOT_DELIVERED,)))
    assert "nog niet geleverd" in (notice(late, words_of(shop, late)) or "")


def test_few_people_are_named_where_few_people_live(shop: Workshop) -> None:
    item = shop.findings([shop.areas.find("WK030723")]).only
    assert "te weinig mensen" in (notice(item, words_of(shop, item)) or "")


def test_a_union_of_one_is_that_region(shop: Workshop) -> None:
    region = shop.areas.find("WK034403")
    assert shop.profile(Area((region,), region.name, region.code)) == shop.profile(region)


@pytest.mark.parametrize(
    ("name", "age", "people", "sign"),
    [
        ("eenzaam", AgeGroup.ADULTS, "adults", -1),
        ("ervaren_gezondheid_goed", AgeGroup.ELDERLY, "elderly", 1),
        ("aandeel_65_plus", AgeGroup.ALL, "adults", 0),
    ],
)
def test_places_are_counted_over_all_wijken_by_who_lives_there(
    shop: Workshop, name: str, age: AgeGroup, people: str, sign: int
) -> None:
    """Counted again from the figures of all wijken, for an area of every size."""
    weights = list(weighed(shop.edition, FigureKey(name, age, 2020), people))
    everybody = sum(number for _, number in weights)
    for code in ("WK034403", "BU03440311", "GM0344"):
        value = shop.findings([shop.areas.find(code)]).only.values.by_key[name, age]
        assert value.observation.value is not None
        own, favourable = round(value.observation.value, 1), -1 if sign < 0 else 1
        behind = sum(n for figure, n in weights if favourable * (own - figure) > 1e-9)
        equal = sum(n for figure, n in weights if abs(own - figure) <= 1e-9)
        assert value.sign == sign
        assert value.place == pytest.approx(100 * (behind + equal / 2) / everybody, abs=1e-6)


def weighed(edition: Edition, key: FigureKey, people: str) -> Iterator[tuple[float, float]]:
    """Per wijk with 100 people or more its figure, as it is kept, and who lives there."""
    for gemeente in edition.regions(RegionLevel.GEMEENTE):
        row = edition.area(gemeente.code)
        for wijk in edition.regions(RegionLevel.WIJK, gemeente.code):
            counting = wijk.inhabitants if key.age is AgeGroup.ALL else getattr(wijk, people)
            value = row.observation(wijk.code, key).value
            if value is not None and (counting or 0) >= 100:
                yield round(value, 1), getattr(wijk, people)


def test_an_area_without_a_figure_has_no_place(shop: Workshop) -> None:
    item = shop.findings([shop.areas.find("WK030723")]).only
    assert {value.place for value in item.values.all if value.observation.value is None} == {None}

"""The profile's JSON: whole, of the published schema, and back again without loss."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from tests.golden.oracle import read_number
from tests.support.shipped import open_shop
from wijkprofiel.configuration.definitions import Scale
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.area import Area
from wijkprofiel.render.export import CSV_FIELDS, to_csv, to_json
from wijkprofiel.render.schema import profile_schema
from wijkprofiel.workshop.workshop import Workshop

SCHEMA = Path(__file__).parents[2] / "docs" / "profiel.schema.json"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


def test_the_published_schema_is_that_of_the_model() -> None:
    """Write it again with: python -m tools.profile_schema."""
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == profile_schema()


@pytest.mark.parametrize("code", ["WK034403", "WK030723", "GM0344", "BU03440311", "NL00"])
def test_json_loses_nothing(code: str, shop: Workshop) -> None:
    text = to_json(shop.profile(shop.areas.find(code)))
    again: Profile = TypeAdapter(Profile).validate_json(text)
    assert to_json(again) == text


def test_csv_has_a_line_per_figure_and_benchmark(shop: Workshop) -> None:
    profile = shop.profile(shop.areas.find("WK034403"))
    lines = to_csv(profile).removeprefix("\ufeff").splitlines()
    assert lines[0].split(";") == list(CSV_FIELDS)
    assert len(lines) == 1 + 2 * len(profile.figures)
    eenzaam = dict(zip(CSV_FIELDS, _line(lines, "eenzaam", "18+", "2020", "land"), strict=True))
    assert eenzaam["waarde"] == "58,2"
    assert eenzaam["woord"] == "duidelijk ongunstiger"
    assert eenzaam["tabel"] == "50090NED"
    assert eenzaam["z"].startswith("2,02")


def test_the_rest_is_rounded_once_and_the_csv_says_what_is_printed(shop: Workshop) -> None:
    """The rest of Coevorden without Oosterhesselen is 4.465: 4, and not 4.5 and then 5."""
    lines = to_csv(shop.profile(shop.areas.find("WK010930"))).splitlines()
    found = _line(lines, "geluidhinder_buren", "18+", "2020", "gemeente")
    line = dict(zip(CSV_FIELDS, found, strict=True))
    assert line["waarde_rest"] == "4,4654"
    assert line["afgedrukte_vergelijking"] == "4"
    assert line["afgedrukte_waarde"] == "3"
    assert line["afgedrukt_verschil"] == "-1"


def test_the_csv_says_on_which_scale_a_difference_is_measured(shop: Workshop) -> None:
    profile = shop.profile(shop.areas.find("WK034403"))
    found = dict(zip(_column(profile, "indicator"), _column(profile, "schaal"), strict=True))
    assert found["eenzaam"] == "lineair"
    assert found["bijstand_per_1000"] == "wortel"
    roots = {key for key, each in shop.catalogue.indicators.items() if each.schaal is Scale.ROOT}
    assert {key for key, scale in found.items() if scale == "wortel"} == roots & found.keys()


@pytest.mark.parametrize("code", ["WK034403", "WK010930", "WK007401", "BU03440311", "GM0344"])
def test_what_the_export_calls_printed_stands_in_the_tables(code: str, shop: Workshop) -> None:
    profile = shop.profile(shop.areas.find(code))
    records = {
        (record.indicator, record.observation.age): record
        for record in reversed(profile.figures)
        if record.judgements
    }
    rows = [row for theme in profile.themes for table in theme.tables for row in table.rows]
    compared = 0
    for row in rows:
        record = records[row.indicator, row.age]
        thousands = 1000 if record.unit == "duizend_euro" else 1
        cells = [row.value, *row.benchmarks]
        numbers = [record.printed, *record.printed_benchmarks]
        for cell, number in zip(cells, numbers, strict=False):
            if cell.value is not None and number is not None and record.unit != "klasse":
                assert float(read_number(cell.text)) == pytest.approx(number * thousands), row.name
                compared += 1
    assert compared > 100


def test_csv_of_the_country_has_no_benchmarks(shop: Workshop) -> None:
    profile = shop.profile(shop.areas.find("NL00"))
    lines = to_csv(profile).splitlines()
    assert len(lines) == 1 + len(profile.figures)


def test_a_name_is_no_formula_in_a_spreadsheet(shop: Workshop) -> None:
    profile = shop.profile(shop.areas.find("WK034403"))
    region = replace(profile.area.members[0], name="=1+1", gemeente_name="'t Zandt")
    renamed = replace(profile, area=Area.of(region))
    first = next(csv.DictReader(to_csv(renamed).splitlines(), delimiter=";"))
    assert (first["gebied"], first["gemeente"]) == ("'=1+1", "'t Zandt")
    assert "-" in {number[0] for number in _column(profile, "verschil") if number}


def _column(profile: Profile, name: str) -> list[str]:
    return [line[name] for line in csv.DictReader(to_csv(profile).splitlines(), delimiter=";")]


def _line(lines: list[str], *wanted: str) -> list[str]:
    places = [CSV_FIELDS.index(key) for key in ("indicator", "leeftijd", "jaar", "vergeleken_met")]
    (found,) = (
        cells
        for line in lines[1:]
        if [(cells := line.split(";"))[place] for place in places] == list(wanted)
    )
    return found

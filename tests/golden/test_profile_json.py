"""The profile's JSON: whole, of the published schema, and back again without loss."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from tests.support.shipped import open_shop
from wijkprofiel.documents.profile.model import Profile
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


def test_csv_of_the_country_has_no_benchmarks(shop: Workshop) -> None:
    profile = shop.profile(shop.areas.find("NL00"))
    lines = to_csv(profile).splitlines()
    assert len(lines) == 1 + len(profile.figures)


def test_a_name_is_no_formula_in_a_spreadsheet(shop: Workshop) -> None:
    profile = shop.profile(shop.areas.find("WK034403"))
    region = replace(profile.region, name="=1+1", gemeente_name="'t Zandt")
    first = next(
        csv.DictReader(to_csv(replace(profile, region=region)).splitlines(), delimiter=";")
    )
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

"""The national files say what the edition says."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from bench.prepare import EDITION, Country, Line, write_lines, write_outlines
from tests.support.catalogue import CATALOGUE
from tests.support.source_tree import ROOT, Module
from wijkprofiel.domain.outlines import Outline
from wijkprofiel.domain.regions import Region
from wijkprofiel.edition.reader import Edition

OVERVECHT = "WK034403"
HEALTHY = "ervaren_gezondheid_goed"


@pytest.fixture(scope="module")
def country() -> Iterator[Country]:
    with Edition.open(EDITION) as edition:
        country = Country(edition, CATALOGUE)
        country.regions = [area(edition, code) for code in ("NL00", "GM0344", OVERVECHT)]
        yield country


def area(edition: Edition, code: str) -> Region:
    region = edition.region(code)
    assert region is not None
    return region


def records(lines: Iterator[Line]) -> list[dict[str, object]]:
    header, *rows = lines
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def test_register_figures_stand_in_one_row_per_area(country: Country) -> None:
    *_, wijk = records(country.wide(country.register_figures("kwb_2020")))
    assert (wijk["code"], wijk["naam"], wijk["soort"]) == (OVERVECHT, "Overvecht", "wijk")
    assert wijk["inwoners"] == 34_295


def test_a_computed_share_stands_there_as_its_counts(country: Country) -> None:
    *_, wijk = records(country.wide(country.register_figures("kwb_2020")))
    assert (wijk["aandeel_0_tot_15_teller"], wijk["aandeel_0_tot_15_noemer"]) == (6_425, 34_295)
    assert "aandeel_0_tot_15" not in wijk


def test_health_figures_stand_in_a_row_per_age_and_year(country: Country) -> None:
    found = {
        (row["code"], row["jaar"]): row[HEALTHY]
        for row in records(country.long())
        if row["leeftijd"] == "18+"
    }
    years = [found[OVERVECHT, year] for year in (2012, 2016, 2020)]
    assert years == [65.8, 63.5, 69.9]
    assert found["NL00", 2020] == 78.4


def test_every_figure_of_the_edition_has_its_place(country: Country) -> None:
    rows = {str(row["id"]): row for row in records(country.indicators())}
    assert list(rows) == [name for name in CATALOGUE.indicators if name in rows]
    health, *_ = records(country.long())
    for name, row in rows.items():
        if row["bestand"] == "gezondheid":
            assert name in health
        else:
            figures = country.register_figures(str(row["bestand"]))
            wide, *_ = records(country.wide(figures))
            assert (name in wide) is (row["vermenigvuldig"] is None)


def test_outlines_of_the_whole_country(country: Country) -> None:
    wijken, gemeenten = country.outlines()
    assert OVERVECHT in {outline.code for outline in wijken}
    assert len(gemeenten) > 300


def test_files_can_be_read_back(tmp_path: Path) -> None:
    write_lines(tmp_path / "x.csv", [["code", "n"], ["WK034403", None], ["GM0344", 1.5]])
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [["code", "n"], ["WK034403", ""], ["GM0344", "1.5"]]
    square = Outline("WK000101", "Plein", (((0, 0), (0, 9), (9, 9)),))
    write_outlines(tmp_path / "x.geojson", [square])
    (feature,) = json.loads((tmp_path / "x.geojson").read_text())["features"]
    assert feature["geometry"]["coordinates"] == [[[[0, 0], [0, 9], [9, 9], [0, 0]]]]


def test_the_reference_script_uses_nothing_of_ours() -> None:
    path = ROOT / "bench" / "naive.py"
    module = Module(PurePosixPath("bench/naive.py"), path.read_text(encoding="utf-8"))
    assert not [use.name for use in module.imports() if use.name.startswith("wijkprofiel")]

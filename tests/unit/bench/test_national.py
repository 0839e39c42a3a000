"""The made-up country has the shape that the real code asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.made_up import EDITION, HEALTH, Country
from bench.measure import Cost, Job
from bench.national import REGISTER, Intake, tables
from tests.support.catalogue import CATALOGUE
from wijkprofiel.compilation.edition import compile_edition
from wijkprofiel.compilation.tables_of_edition import Terms
from wijkprofiel.configuration.sources import load_sources
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import level_of
from wijkprofiel.edition.reader import Edition

SMALL = Country(gemeenten=2, wijken=7, buurten=20)


def test_there_are_as_many_areas_as_in_2024() -> None:
    codes = Country().codes
    assert len(codes) == len(set(codes)) == 18_310
    assert all(level_of(code) is not None for code in codes)


def test_the_country_compiles_with_the_limits_of_its_figures(tmp_path: Path) -> None:
    SMALL.write(tmp_path)
    manifest = compile_edition(
        SMALL.edition,
        list(CATALOGUE.indicators.values()),
        CATALOGUE.limits,
        tmp_path,
        tmp_path,
        terms=Terms(load_sources(SMALL.search).other_names()),
    )
    assert manifest.regions == {"land": 1, "gemeente": 2, "wijk": 7, "buurt": 20}
    with Edition.open(tmp_path / f"{EDITION}.sqlite") as edition:
        years = [key.period for key in edition.figures if key.indicator == "eenzaam"]
        area = edition.area("GM0000")
        key = FigureKey("eenzaam", AgeGroup.ADULTS, 2024)
        found = [area.observation(code, key) for code in area.codes]
    assert sorted(years) == sorted([2012, 2016, 2020, 2022, 2024] * 3)
    assert any(each.lower is not None for each in found)
    assert area.map is not None


@pytest.mark.parametrize("name", [HEALTH, REGISTER])
def test_rows_are_taken_in_through_the_whole_client(name: str) -> None:
    (seconds,) = Intake.of(SMALL, name).seconds(1)
    assert seconds > 0


def test_what_it_took_is_told_beside_the_guide() -> None:
    compiling = Job("compile", [], costs=[Cost(70.0, 80.0, 1600.0, {})])
    parts = {HEALTH: [0.00002, 0.00001], REGISTER: [0.0001]}
    intake = Job("intake", [], costs=[Cost(1.0, 1.0, 1.0, parts)])
    text = tables(compiling, intake)
    assert "| compiling a national edition | 70.0 | 70.0 | 80.0 | 1600 | 90, 2048 MiB |" in text
    assert "| health per wijk and buurt | 66 667 | 66 667 | 50 000 |" in text

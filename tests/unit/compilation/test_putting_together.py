"""GGD regions and provinces in an edition: what is stored of them, and when that is not so.

The country is so small that every figure of its one region can be made by hand.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.small_country import SmallCountry, compile_country, indicator, indicators, limits
from tests.unit.compilation.test_verification import adapt, alter, refused
from wijkprofiel.compilation.figure_column import FigureColumn
from wijkprofiel.compilation.putting_together import Composer, lengthened
from wijkprofiel.compilation.tables_of_edition import Terms
from wijkprofiel.compilation.verification import verify_edition
from wijkprofiel.configuration.composition_records import Compositions, load_compositions
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.composed import ComposedArea
from wijkprofiel.domain.figures import Figure, FigureKey
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.regions import Region
from wijkprofiel.edition.manifest import read_manifest
from wijkprofiel.edition.reader import Edition
from wijkprofiel.yaml_files.paths import SearchPath

CODE = "GGD-KLEIN"
OURS = {each.id: each for each in indicators()}
RECORDS = """standaard: {soort: ggd_regio, bron: De werkgroep.}
GGD Klein:
  code: GGD-KLEIN
  ook: [Klein]
  gemeenten:
    2020: {GM0001: Adam, GM0002: %s}
    2030: {GM0003: Cdam}
"""
ROW = "SELECT data FROM areas WHERE code = ?"


def compositions(folder: Path, second: str = "Bdam") -> Compositions:
    (folder / "regios").mkdir(parents=True)
    (folder / "regios" / "eigen.yaml").write_text(RECORDS % second, encoding="utf-8")
    return load_compositions(SearchPath((folder,)))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("regio")
    terms = Terms(compositions=compositions(folder / "eigen"))
    compile_country(SmallCountry(), folder, terms=terms)
    return folder / "klein.sqlite"


@pytest.fixture
def copy(made: Path, tmp_path: Path) -> Path:
    for suffix in (".sqlite", ".json"):
        shutil.copy(made.with_suffix(suffix), tmp_path)
    return tmp_path / made.name


def test_figures_of_a_region_are_made_of_its_gemeenten(made: Path) -> None:
    with Edition.open(made) as edition:
        (composed,) = edition.composed
        row = edition.area(CODE)
        by_indicator = {
            (key.indicator, key.age, key.period): row.observation(CODE, key)
            for key in edition.figures
        }
        adults = [edition.region(code).adults for code in ("GM0001", "GM0002")]  # type: ignore[union-attr]
    assert (composed.area.name, composed.also, composed.source) == (
        "GGD Klein",
        ("Klein",),
        "De werkgroep.",
    )
    assert composed.area.kind is AreaKind.GGD_REGION
    assert composed.codes == ("GM0001", "GM0002")
    assert composed.area.inhabitants == 6000
    first, second = (number or 0.0 for number in adults)
    healthy = (73.1 * first + 77.1 * second) / (first + second)
    found = by_indicator["gezond", AgeGroup.ADULTS, 2020]
    assert found.value == pytest.approx(healthy, abs=1e-6)
    assert by_indicator["gezond", AgeGroup.ELDERLY, 2020].value == pytest.approx(
        (73.1 * 800 + 77.1 * 400) / 1200, abs=1e-6
    )
    assert by_indicator["inwoners", AgeGroup.ALL, 2020].value == 6000
    assert by_indicator["gezond", AgeGroup.WORKING_AGE, 2020].status is not ValueStatus.AVAILABLE
    working = dict.fromkeys(by_indicator)
    assert working


def test_the_manifest_counts_them(made: Path) -> None:
    manifest = read_manifest(made)
    assert manifest.composed == {"ggd_regio": 1}
    assert manifest.warnings == ()
    assert verify_edition(made, OURS).areas == 8


def test_the_same_records_give_the_same_bytes(made: Path, tmp_path: Path) -> None:
    terms = Terms(compositions=compositions(tmp_path / "eigen"))
    again = compile_country(SmallCountry(), tmp_path, terms=terms)
    assert (tmp_path / "klein.sqlite").read_bytes() == made.read_bytes()
    other = Terms(compositions=compositions(tmp_path / "ander", "Edam"))
    changed = compile_country(SmallCountry(), tmp_path, terms=other)
    assert again.made_of != changed.made_of


def test_a_record_that_does_not_fit_is_told_and_leaves_the_region_out(tmp_path: Path) -> None:
    terms = Terms(compositions=compositions(tmp_path / "eigen", "Edam"))
    manifest = compile_country(SmallCountry(), tmp_path, terms=terms)
    assert manifest.composed == {}
    (told,) = manifest.warnings
    assert told == (
        "regios/eigen.yaml:6: GGD Klein.gemeenten.2020.GM0002: GM0002 heet Bdam, en niet Edam."
        " Bedoelde u Bdam (GM0002) of Adam (GM0001)?"
    )
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        assert edition.composed == ()


def test_a_part_of_the_country_has_no_regions_and_says_nothing(tmp_path: Path) -> None:
    country = SmallCountry()
    for rows in (country.core, country.health):
        rows[:] = [row for row in rows if row["WijkenEnBuurten"][2:6] != "0002"]
    terms = Terms(compositions=compositions(tmp_path / "eigen"))
    manifest = compile_country(country, tmp_path, terms=terms)
    assert manifest.composed == {}
    assert not [text for text in manifest.warnings if "GGD Klein" in text]


def change(path: Path, **parts: Any) -> None:
    """Change the row of the region, and make the manifest fit."""
    with sqlite3.connect(path) as connection:
        ((stored,),) = connection.execute(ROW, (CODE,))
    row = json.loads(zlib.decompress(stored)) | parts
    alter(
        path,
        "UPDATE areas SET data = ? WHERE code = ?",
        zlib.compress(json.dumps(row).encode()),
        CODE,
    )
    adapt(path)


def test_a_changed_figure_is_told(copy: Path) -> None:
    with sqlite3.connect(copy) as connection:
        ((stored,),) = connection.execute(ROW, (CODE,))
        slots = connection.execute(
            "SELECT slot FROM figures WHERE indicator = 'gezond' AND age = '18+' AND period = 2020"
        ).fetchall()
    row = json.loads(zlib.decompress(stored))
    column = row["columns"][row["v"][slots[0][0]]]
    column[1] += 100  # of a millionth
    change(copy, columns=row["columns"])
    assert "GGD-KLEIN gezond 18+ 2020: het cijfer is niet wat de gemeenten samen geven" in refused(
        copy, OURS
    )


@pytest.mark.parametrize(
    ("statement", "values", "says"),
    [
        ("DELETE FROM areas WHERE code = ?", (CODE,), "geen cijfers van GGD-KLEIN"),
        ("DELETE FROM composed WHERE code = ?", (CODE,), "het aantal GGD-regio's en provincies"),
        ("UPDATE composed SET kind = 'wijk'", (), "samengestelde gebieden"),
        ("UPDATE composed SET name = ''", (), "samengestelde gebieden"),
        ("UPDATE composed SET data = '{}'", (), "samengestelde gebieden"),
        (
            "UPDATE composed SET data = ?",
            ('{"also":[],"members":["GM0002","GM0001"],"source":"x"}',),
            "samengestelde gebieden",
        ),
        (
            "UPDATE composed SET data = ?",
            ('{"also":[],"members":["GM0009"],"source":"x"}',),
            "samengestelde gebieden",
        ),
        (
            "UPDATE composed SET data = ?",
            ('{"also":[],"members":["GM0001"],"source":"x"}',),
            "het cijfer is niet wat de gemeenten samen geven",
        ),
        (
            "INSERT INTO composed VALUES ('GGD-TWEE', 'ggd_regio', 'Twee', ?)",
            ('{"also":[],"members":["GM0001"],"source":"x"}',),
            "samengestelde gebieden",
        ),
    ],
)
def test_what_was_changed_is_told(
    copy: Path, statement: str, values: tuple[str, ...], says: str
) -> None:
    alter(copy, statement, *values)
    adapt(copy)
    assert says in refused(copy, OURS)


def test_a_changed_composition_changes_the_content(copy: Path) -> None:
    alter(copy, "UPDATE composed SET name = 'GGD Groot'")
    adapt(copy, content=False)
    assert "de inhoud past niet bij de hash ervan" in refused(copy, OURS)


@pytest.mark.parametrize(
    "parts",
    [
        {"u": {"0": [2.0, ["GM0001"]]}},
        {"u": {"0": [0.9, [""]]}},
        {"u": {"0": [0.9, ["GM0009"]]}},
        {"codes": ["GM0001"]},
    ],
)
def test_a_changed_row_is_told(copy: Path, parts: dict[str, Any]) -> None:
    change(copy, **parts)
    assert CODE in refused(copy, OURS)


PEOPLE = st.integers(min_value=1, max_value=1_000_000)
SHARES = st.one_of(st.none(), st.floats(min_value=0, max_value=100))


@given(st.lists(st.tuples(SHARES, PEOPLE), min_size=1, max_size=12))
def test_a_mean_lies_between_its_parts_or_is_not_there(
    parts: list[tuple[float | None, int]],
) -> None:
    """Whatever is missing: it never counts as zero, and too much of it leaves no figure."""
    codes = [f"GM{number:04}" for number in range(len(parts))]
    people = [float(number) for _, number in parts]
    frame = pd.DataFrame(
        {"adults": people, "elderly": people, "inhabitants": people, "land": people}, index=codes
    )
    key = FigureKey("eens", AgeGroup.ADULTS, 2020)
    values = np.array([np.nan if value is None else value for value, _ in parts])
    column = FigureColumn(
        Figure(key, "t", ValueStatus.MISSING), values, np.zeros(len(parts), dtype=np.int8)
    )
    definition = indicator(
        "eens",
        {"groep": "gezondheid", "onderwerp": "Eens"},
        methode="modelschatting",
        leeftijden=["18+"],
        eenheid="per_100",
    )
    regions = tuple(
        Region(code, 2020, code, code, code, adults=each)
        for code, each in zip(codes, people, strict=True)
    )
    area = ComposedArea(Area(regions, "Samen", "PV99", composed=AreaKind.PROVINCE), (), "wij")
    ((found,),) = Composer([area], frame, [column], [definition], limits()).figures()
    known = [(value, number) for value, number in parts if value is not None]
    share = sum(number for _, number in known) / sum(people)
    assert found.covered == pytest.approx(share)
    assert len(found.lacking) == len(parts) - len(known)
    if abs(share - 0.8) > 1e-9:
        assert (found.value is not None) == (share > 0.8)
    if found.value is not None:
        only = [value for value, _ in known]
        assert min(only) - 1e-6 <= found.value <= max(only) + 1e-6
    longer = lengthened(column, [found])
    assert len(longer.values) == len(longer.gaps) == len(parts) + 1
    assert np.isnan(longer.values[-1]) == (found.value is None)

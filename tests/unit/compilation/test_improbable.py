"""Figures that cannot be: one is left out and told, many are another column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.small_country import SmallCountry, compile_country
from tests.unit.compilation.test_edition import observed
from wijkprofiel.compilation.tables_of_edition import Terms
from wijkprofiel.domain.errors import SourceChangedError, StrictFailure
from wijkprofiel.domain.improbable import ImprobableCell
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.edition.manifest import read_manifest
from wijkprofiel.edition.reader import Edition


def is_of(row: dict[str, Any], code: str) -> bool:
    """Whether a row is the one of adults of this area in the newest year."""
    key = (row["WijkenEnBuurten"].strip(), row["Leeftijd"], row["Perioden"])
    return key == (code, "20300", "2020JJ00")


@pytest.mark.parametrize("value", [100.1, -1])
def test_one_impossible_percentage_is_left_out_and_told(tmp_path: Path, value: float) -> None:
    country = SmallCountry()
    row = next(row for row in country.health if is_of(row, "WK000101"))
    row["Gezond_4"] = value
    manifest = compile_country(country, tmp_path)
    cell = ImprobableCell("gezondheid", "Gezond_4", "WK000101", 2020, AgeGroup.ADULTS, f"{value:g}")
    assert (manifest.improbable, manifest.improbable_count) == ((cell,), 1)
    assert str(cell).startswith("tabel gezondheid, kolom Gezond_4, WK000101 (2020, 18+): ")
    assert read_manifest(tmp_path / "klein.sqlite") == manifest
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        found = observed(edition, "WK000101", "gezond", age=AgeGroup.ADULTS)
        beside = observed(edition, "WK000102", "gezond", age=AgeGroup.ADULTS)
    assert (found.value, found.status) == (None, ValueStatus.IMPROBABLE)
    assert beside.status is ValueStatus.AVAILABLE


def test_too_many_impossible_percentages_are_refused(tmp_path: Path) -> None:
    country = SmallCountry()
    for row in country.health:
        if is_of(row, "WK000101") or is_of(row, "WK000102"):
            row["Gezond_4"] = 140
    with pytest.raises(SourceChangedError, match="op 7 cellen 2 onmogelijke waarden, zoals 140"):
        compile_country(country, tmp_path)
    terms = Terms(most_improbable=0.3)
    assert compile_country(country, tmp_path, terms=terms).improbable_count == 2


def test_who_is_strict_gets_no_edition_with_an_impossible_figure(tmp_path: Path) -> None:
    country = SmallCountry()
    country.core[2]["Uitkeringen_83"] = -1
    with pytest.raises(StrictFailure, match="kolom Uitkeringen_83, WK000101"):
        compile_country(country, tmp_path, terms=Terms(strict=True))
    assert not list(tmp_path.glob("*.sqlite"))


def test_a_share_of_an_impossible_count_is_left_out(tmp_path: Path) -> None:
    country = SmallCountry()
    country.core[2]["Uitkeringen_83"] = -1
    manifest = compile_country(country, tmp_path)
    assert [cell.column for cell in manifest.improbable] == ["Uitkeringen_83"]
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        found = observed(edition, "WK000101", "uitkering")
    assert (found.status, found.numerator) == (ValueStatus.IMPROBABLE, None)


def test_an_impossible_number_of_inhabitants_is_unknown_in_all_that_uses_it(tmp_path: Path) -> None:
    country = SmallCountry()
    country.core[2]["AantalInwoners_5"] = -2500
    manifest = compile_country(country, tmp_path)
    assert [(cell.region, cell.value) for cell in manifest.improbable] == [("WK000101", "-2500")]
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        region = edition.region("WK000101")
        for name, period in (("inwoners", 2020), ("jong", 2020)):
            assert observed(edition, "WK000101", name, period).status is ValueStatus.IMPROBABLE
    assert region is not None
    assert (region.inhabitants, region.adults) == (None, None)


def test_more_than_all_of_them_is_left_out(tmp_path: Path) -> None:
    country = SmallCountry()
    country.core[4] |= {"k_0Tot15Jaar_8": 1757}
    manifest = compile_country(country, tmp_path)
    (cell,) = manifest.improbable
    assert (cell.column, cell.value) == ("k_0Tot15Jaar_8 / AantalInwoners_5", "122.013888889")
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        assert observed(edition, "WK000102", "jong").status is ValueStatus.IMPROBABLE


def test_one_figure_outside_its_own_limits_is_left_out(tmp_path: Path) -> None:
    country = SmallCountry()
    rows = [row for row in country.health if row["Marges"] == "MW00000"]
    for margin, limit in (("MOG0095", 0.0), ("MBG0095", 100.0)):
        country.health.extend(
            row | {"Marges": margin, "Gezond_4": 1.0 if is_of(row, "WK000101") else limit}
            for row in rows
        )
    manifest = compile_country(country, tmp_path)
    assert [cell.region for cell in manifest.improbable] == ["WK000101"]
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        found = observed(edition, "WK000101", "gezond", age=AgeGroup.ADULTS)
    assert (found.status, found.lower) == (ValueStatus.IMPROBABLE, None)

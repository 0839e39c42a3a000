from __future__ import annotations

import errno
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.support.small_country import SmallCountry, feature, recipe, square_rows, write_geojson
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.sources.files import read_record
from wijkprofiel.sources.local_files import read_table


@pytest.fixture
def country() -> SmallCountry:
    return SmallCountry()


def refused(name: str, folder: Path, **changes: Any) -> str:
    """Message and remedy of the refusal."""
    with pytest.raises(SourceChangedError) as caught:
        read_table(recipe(name, **changes), folder)
    return f"{caught.value.message} {caught.value.remedy}"


def test_values_and_keys_stay_as_they_were_given(country: SmallCountry, tmp_path: Path) -> None:
    table = read_table(recipe("kern"), country.write(tmp_path))
    assert table.rows["WijkenEnBuurten"].iloc[2] == "WK000101  "
    assert table.rows["Uitkeringen_83"].tolist()[:2] == [240, 150]
    assert table.regions is not None
    assert table.regions["Title"].iloc[2] == "Wijk 01 Oud "


def test_the_table_tells_its_own_modification_date(country: SmallCountry, tmp_path: Path) -> None:
    assert read_table(recipe("kern"), country.write(tmp_path)).origin.modified == "2021-03-26"


def test_a_copy_without_description_has_no_date_and_no_titles(
    country: SmallCountry, tmp_path: Path
) -> None:
    table = read_table(recipe("gezondheid"), country.write(tmp_path))
    assert table.origin.modified is None
    assert [topic.stem for topic in table.topics] == ["Gezond", "Stress"]
    assert {topic.title for topic in table.topics} == {None}
    assert (table.url, table.retrieved_at) == (None, None)


def test_columns_that_the_recipe_does_not_name_are_not_taken(
    country: SmallCountry, tmp_path: Path
) -> None:
    table = read_table(recipe("later"), country.write(tmp_path))
    assert "gezond" not in table.rows.columns
    assert {topic.stem for topic in table.topics} == {
        "AantalInwoners",
        "Koopwoningen",
        "Woningwaarde",
    }


def test_text_files_are_read_as_text(country: SmallCountry, tmp_path: Path) -> None:
    rows = read_table(recipe("later"), country.write(tmp_path)).rows
    assert rows["woz"].tolist()[2:4] == ["293.0", ""]


def test_outlines_come_with_code_and_name(country: SmallCountry, tmp_path: Path) -> None:
    table = read_table(recipe("grenzen"), country.write(tmp_path))
    assert table.outlines is not None
    assert table.outlines["code"].tolist() == [
        *("GM0001", "GM0002"),
        *("WK000101", "WK000102", "WK000104", "WK000201"),
    ]


def test_a_missing_file_is_named(country: SmallCountry, tmp_path: Path) -> None:
    folder = country.write(tmp_path)
    (folder / "later.csv").unlink()
    assert "later.csv bestaat niet" in refused("later", folder)


@pytest.mark.parametrize("text", ["", "geen\x00 parquet"])
def test_a_file_in_another_format_is_refused(
    country: SmallCountry, tmp_path: Path, text: str
) -> None:
    folder = country.write(tmp_path)
    (folder / "gezondheid.parquet").write_text(text)
    message = refused("gezondheid", folder)
    assert "is niet te lezen als parquet (de inhoud is anders dan verwacht)." in message


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"{\n", "geen geldige JSON, regel 2"), (b'{"value": "\xff"}', "geen tekst in UTF-8")],
)
def test_a_description_that_is_no_json_is_refused_in_dutch(
    tmp_path: Path, content: bytes, why: str
) -> None:
    path = tmp_path / "info.json"
    path.write_bytes(content)
    with pytest.raises(SourceChangedError) as caught:
        read_record(path)
    assert caught.value.message == f"Het bestand {path} is niet te lezen als json ({why})."


def test_a_file_that_may_not_be_read_is_refused(
    country: SmallCountry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    folder = country.write(tmp_path)
    monkeypatch.setattr(pd, "read_parquet", closed)
    assert "niet te lezen als parquet (geen toestemming)" in refused("gezondheid", folder)


def test_another_separator_shows_what_was_found(country: SmallCountry, tmp_path: Path) -> None:
    files = [{"bestand": "later.csv", "vorm": "csv", "scheiding": ","}]
    message = refused("later", country.write(tmp_path), gegevens=files)
    assert "kolom code staat er niet in" in message
    assert "code;name;gm_naam" in message


def test_a_missing_column_says_what_was_expected_and_what_to_edit(
    country: SmallCountry, tmp_path: Path
) -> None:
    for row in country.later:
        row["koopwoningen"] = row.pop("koop")
    message = refused("later", country.write(tmp_path))
    assert "kolom koop staat er niet in" in message
    assert "koopwoningen" in message
    assert "configs/import/later.yaml" in message


def test_a_stem_that_fits_two_columns_is_no_column(country: SmallCountry, tmp_path: Path) -> None:
    for row in country.core:
        row["AantalInwoners_6"] = 0
    assert "past op meer kolommen: AantalInwoners_5" in refused("kern", country.write(tmp_path))


def test_rows_that_occur_twice_are_refused(country: SmallCountry, tmp_path: Path) -> None:
    country.health.append({**country.health[0], "ID": 999})
    message = refused("gezondheid", country.write(tmp_path))
    assert "1 rijen staan er dubbel in, zoals NL01 20300 MW00000 2016JJ00" in message


def test_padding_does_not_hide_a_double_row(country: SmallCountry, tmp_path: Path) -> None:
    country.health.append({**country.health[0], "WijkenEnBuurten": "NL01"})
    assert "dubbel" in refused("gezondheid", country.write(tmp_path))


def test_an_unknown_kind_of_area_is_refused(country: SmallCountry, tmp_path: Path) -> None:
    country.health[0]["WijkenEnBuurten"] = "PV20      "
    assert "1 regiocodes kennen we niet, zoals 'PV20'" in refused(
        "gezondheid", country.write(tmp_path)
    )


def test_letters_in_codes_of_amsterdam_are_fine(country: SmallCountry, tmp_path: Path) -> None:
    country.later[2]["code"] = "WK0363SE"
    country.later[3]["code"] = "BU0363NL00"
    assert len(read_table(recipe("later"), country.write(tmp_path)).rows) == len(country.later)


def test_an_area_that_the_region_list_lacks_is_refused(
    country: SmallCountry, tmp_path: Path
) -> None:
    country.core[2]["WijkenEnBuurten"] = "WK000109  "
    assert "1 regiocodes staan niet in regiolijst.parquet, zoals WK000109" in refused(
        "kern", country.write(tmp_path)
    )


def test_an_unknown_age_group_is_refused(country: SmallCountry, tmp_path: Path) -> None:
    country.health[0]["Leeftijd"] = "10000"
    message = refused("gezondheid", country.write(tmp_path))
    assert "leeftijden 10000, 20300, 53115, 80200 gevonden" in message


def test_metadata_of_another_table_is_refused(country: SmallCountry, tmp_path: Path) -> None:
    country.identifier = "9NED"
    assert "hoort bij tabel 9NED, niet bij 1NED" in refused("kern", country.write(tmp_path))


@pytest.mark.parametrize("text", ["{", "[]"])
def test_metadata_that_is_no_description_is_refused(
    country: SmallCountry, tmp_path: Path, text: str
) -> None:
    folder = country.write(tmp_path)
    (folder / "metadata.json").write_text(text)
    assert "metadata.json" in refused("kern", folder)


def test_a_description_of_columns_that_are_not_there_is_refused(
    country: SmallCountry, tmp_path: Path
) -> None:
    for row in country.core:
        del row["Appartement_56"]
    assert "beschrijft kolommen die de tabel niet heeft: Appartement_56" in refused(
        "kern", country.write(tmp_path)
    )


def test_an_empty_table_is_refused(country: SmallCountry, tmp_path: Path) -> None:
    folder = country.write(tmp_path)
    pd.DataFrame(country.health).head(0).to_parquet(folder / "gezondheid.parquet")
    assert "geen rijen" in refused("gezondheid", folder)


def test_a_file_of_another_level_is_refused(country: SmallCountry, tmp_path: Path) -> None:
    folder = country.write(tmp_path)
    (folder / "gemeente.geojson").write_text((folder / "wijk.geojson").read_text())
    assert "zou alleen het niveau gemeente bevatten; gevonden: wijk" in refused("grenzen", folder)


def test_outlines_on_another_grid_are_refused(country: SmallCountry, tmp_path: Path) -> None:
    folder = country.write(tmp_path)
    write_geojson(folder / "wijk.geojson", [feature(row) for row in square_rows()], grid="4326")
    assert "in plaats van EPSG:28992" in refused("grenzen", folder)


def test_rows_of_a_service_are_read_from_json(country: SmallCountry, tmp_path: Path) -> None:
    folder = country.write(tmp_path)
    (folder / "later.json").write_text(json.dumps({"value": country.later}))
    files = [{"bestand": "later.json", "vorm": "json"}]
    assert len(read_table(recipe("later", gegevens=files), folder).rows) == len(country.later)

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from tests.support.small_country import TABLES, SmallCountry, recipe
from wijkprofiel.archive.exclusive import LOCK
from wijkprofiel.archive.snapshots import import_tables, read_snapshot
from wijkprofiel.domain.errors import OutputError, SourceChangedError
from wijkprofiel.sources.local_files import read_table


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    return SmallCountry().write(tmp_path / "kopie")


@pytest.mark.parametrize("name", sorted(TABLES))
def test_what_was_imported_is_read_back(copies: Path, tmp_path: Path, name: str) -> None:
    info = import_tables(recipe(name), copies, tmp_path)
    read, table = read_snapshot(tmp_path, name)
    given = read_table(recipe(name), copies)
    assert read == info
    assert (table.origin, table.topics, table.roles) == (given.origin, given.topics, given.roles)
    pd.testing.assert_frame_equal(table.rows, given.rows)


def test_the_sidecar_says_where_the_table_comes_from(copies: Path, tmp_path: Path) -> None:
    import_tables(recipe("kern"), copies, tmp_path)
    sidecar = json.loads((tmp_path / "kern.json").read_text())
    assert sidecar["origin"]["table"] == "1NED"
    assert sidecar["origin"]["modified"] == "2021-03-26"
    assert sidecar["origin"]["licence"] == "CC BY 4.0"
    assert (sidecar["url"], sidecar["retrieved_at"]) == (None, None)
    assert sidecar["parts"]["rows"]["rows"] == 8
    assert len(sidecar["parts"]["rows"]["sha256"]) == 64


def test_the_same_copy_gives_the_same_bytes(copies: Path, tmp_path: Path) -> None:
    for folder in ("een", "twee"):
        import_tables(recipe("kern"), copies, tmp_path / folder)
    files = [sorted((tmp_path / folder).iterdir()) for folder in ("een", "twee")]
    one, two = ({path.name: path.read_bytes() for path in paths} for paths in files)
    assert one == two


def test_nothing_unfinished_is_left_behind(copies: Path, tmp_path: Path) -> None:
    import_tables(recipe("kern"), copies, tmp_path / "momentopnamen")
    names = {path.name for path in (tmp_path / "momentopnamen").iterdir()}
    assert names - {LOCK} == {"kern.json", "kern.regions.parquet", "kern.rows.parquet"}


def test_a_missing_snapshot_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(SourceChangedError) as caught:
        read_snapshot(tmp_path, "kern")
    assert "wijkprofiel data import kern MAP" in str(caught.value.remedy)


def test_altered_rows_are_refused(copies: Path, tmp_path: Path) -> None:
    import_tables(recipe("kern"), copies, tmp_path)
    import_tables(recipe("later"), copies, tmp_path)
    (tmp_path / "kern.rows.parquet").write_bytes((tmp_path / "later.rows.parquet").read_bytes())
    with pytest.raises(SourceChangedError, match=r"kern\.rows\.parquet is veranderd"):
        read_snapshot(tmp_path, "kern")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "geen geldige JSON, regel 1"),
        ("{}", "format ontbreekt"),
        ("[]", "de inhoud is anders dan verwacht"),
        ('{"format": 99}', "indeling 99 in plaats van 1"),
        ('{"format": 1, "parts": {"rows": {"file": "x", "sha256": ""}}}', "bestaat niet"),
    ],
)
def test_a_damaged_sidecar_is_refused(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "kern.json").write_text(text)
    with pytest.raises(SourceChangedError) as caught:
        read_snapshot(tmp_path, "kern")
    assert f"kern.json is onleesbaar of beschadigd ({why})." in caught.value.message


def test_a_damaged_replacement_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    (tmp_path / "kern.json.nieuw").write_text("{")
    with pytest.raises(OutputError, match=r"te vervangen \(geen geldige JSON, regel 1\)"):
        read_snapshot(tmp_path, "kern")


def test_a_folder_that_cannot_be_written_is_named(copies: Path, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    with pytest.raises(OutputError, match="niet te schrijven"):
        import_tables(recipe("kern"), copies, tmp_path / "bestand")

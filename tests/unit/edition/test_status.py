from __future__ import annotations

import json
from pathlib import Path

import pytest

from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.origin import Origin
from wijkprofiel.edition.manifest import Manifest, TableRecord, read_manifest, write_manifest
from wijkprofiel.edition.status import edition_status

ORIGIN = Origin("1NED", "Tabel", "CBS", "CBS", 2020, "2021-03-26", "CC BY 4.0")
MANIFEST = Manifest(
    info=EditionInfo("2020", "Titel", "2021-04-01", 2020, "f" * 64),
    size=3,
    sha256="0" * 64,
    tables=(TableRecord("kern", ORIGIN, None, None, "1" * 64, 8, 2020, 2020),),
    regions={"land": 1, "wijk": 3},
    coverage={"bevolking": {"land": 1, "wijk": 3}},
    left_out={},
    boundary_changed={},
)


def place(folder: Path, name: str = "2020", content: bytes = b"abc") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.sqlite"
    path.write_bytes(content)
    write_manifest(path, MANIFEST)
    return path


def test_a_manifest_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    assert read_manifest(place(tmp_path)) == MANIFEST


def test_editions_are_found_without_opening_them(tmp_path: Path) -> None:
    path = place(tmp_path)
    (found,) = edition_status([tmp_path, tmp_path / "er_is_niets"])
    assert (found.path, found.manifest, found.problem) == (path, MANIFEST, None)


def test_the_first_folder_wins(tmp_path: Path) -> None:
    own, shipped = place(tmp_path / "eigen"), place(tmp_path / "meegeleverd")
    other = place(tmp_path / "meegeleverd", "2022")
    found = edition_status([own.parent, shipped.parent])
    assert [each.path for each in found] == [own, other]


def test_a_file_of_another_size_is_a_problem(tmp_path: Path) -> None:
    place(tmp_path, content=b"abcd")
    (found,) = edition_status([tmp_path])
    assert found.problem == "het bestand is 4 bytes groot, volgens 2020.json 3"


@pytest.mark.parametrize("text", [None, "{", json.dumps({"format": 99})])
def test_an_edition_without_a_sound_manifest_is_listed_with_its_problem(
    tmp_path: Path, text: str | None
) -> None:
    path = place(tmp_path)
    manifest = path.with_suffix(".json")
    manifest.unlink()
    if text is not None:
        manifest.write_text(text)
    (found,) = edition_status([tmp_path])
    assert found.manifest is None
    assert "2020.json" in str(found.problem)

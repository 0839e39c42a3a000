"""`wijkprofiel data import` with a table of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.functional.conftest import Run

RECIPE = """id: eigen
bron:
  tabel: 85163NED
  titel: Scores per wijk
  producent: CBS
  kort: CBS 2019
  licentie: CC BY 4.0
  indeling: 2020
gegevens:
  - bestand: scores.csv
    vorm: csv
    scheiding: ";"
regio:
  code: Code
  naam: Naam
dimensies:
  jaar: 2019
kolommen:
  - kolom: Score
    stam: Score
    titel: Score
    eenheid: punten
"""
HEAD = '"Scores"\r\n\r\n"Naam";"Code";"Score"\r\n'
FOOT = '"Bron: CBS."\r\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "configs/import").mkdir(parents=True)
    (tmp_path / "tabel").mkdir()
    write_recipe(tmp_path, "")
    return tmp_path


def write_recipe(folder: Path, more: str) -> None:
    (folder / "configs/import/eigen.yaml").write_text(RECIPE + more)


def write_rows(folder: Path, *rows: str) -> None:
    text = HEAD + "".join(f"{row}\r\n" for row in rows) + FOOT
    (folder / "tabel/scores.csv").write_text(text, encoding="cp1252", newline="")


def test_a_download_and_a_copy_saved_from_a_spreadsheet(command: Run, folder: Path) -> None:
    write_rows(folder, '"Caf\u00e9wijk";"WK034403  ";"  -0.401"')
    ended = command("data", "import", "eigen", "tabel")
    assert ended.code == 0
    assert "1 rijen" in ended.err
    write_rows(folder, "Overvecht;WK034403;-0,401")
    refused = command("data", "import", "eigen", "tabel")
    assert refused.code == 13
    assert "scores.csv, rij 4: '-0,401'" in refused.err
    assert 'notatie: {decimaal: ","}' in refused.err
    write_recipe(folder, 'notatie: {decimaal: ","}\n')  # what the message says works
    assert command("data", "import", "eigen", "tabel").code == 0


def test_a_refused_copy_leaves_no_snapshot(command: Run, folder: Path) -> None:
    write_rows(folder, "Utrecht;GM0344;1.5", "Overvecht;WK034403;10-jan")
    ended = command("data", "import", "eigen", "tabel")
    assert ended.code == 13
    assert "kolom Score: 1 van de 1 wijken valt uit" in ended.err
    assert "scores.csv, rij 5: '10-jan'" in ended.err
    assert not list((folder / "eigen").rglob("eigen*"))


def test_one_sign_for_two_things_is_told_with_its_line(command: Run, folder: Path) -> None:
    write_rows(folder, "Utrecht;GM0344;1.5")
    write_recipe(folder, "notatie:\n  decimaal: ','\n  duizendtal: ','\n")
    ended = command("data", "import", "eigen", "tabel")
    assert ended.code == 10
    assert "decimaal en duizendtal kunnen niet hetzelfde teken zijn" in ended.err

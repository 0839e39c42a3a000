"""`wijkprofiel config`: check everything, start a profile file, help an editor."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.functional.conftest import Run
from tests.support.source_tree import ROOT
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS


def test_what_we_ship_is_in_order(command: Run) -> None:
    ended = command("config", "check")
    assert ended.code == 0, ended.err
    assert re.fullmatch(r"In orde: \d\d bestanden bekeken, geen fouten\.\n", ended.err)
    assert ended.out == ""


def test_every_mistake_of_every_file_comes_at_once(command: Run, tmp_path: Path) -> None:
    own = tmp_path / "configs"
    shutil.copytree(SHIPPED_CONFIGS, own)
    change(own / "oordeel.yaml", "iets: 0.5", "iets: half")
    change(own / "edities/2020.yaml", "stand: 2026-11-24", "stand: 24-11-2026")
    change(own / "import/kwb_2020.yaml", "regio:", "regoi:")
    (own / "profielen/mijn.yaml").write_text("gebied: [x]\ntitels: y\n")
    (tmp_path / "wijk.yaml").write_text("makers: GGD\n")
    ended = command("config", "check", "wijk.yaml")
    assert ended.code == 10
    for part in (
        "stand: '24-11-2026' is geen datum; schrijf jjjj-mm-dd. Bedoelde u 2026-11-24?",
        "regoi: deze sleutel kennen we niet. Bedoelde u regio?",
        "grootte.iets: 'half' is geen getal",
        "mijn.yaml:2: titels: deze sleutel kennen we niet. Bedoelde u titel?",
        "wijk.yaml: gebied ontbreekt",
        "wijk.yaml:1: makers: moet een lijst zijn",
    ):
        assert part in ended.err


def test_names_are_looked_up_in_the_edition(command: Run, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map/a.yaml").write_text("gebied: Overvegt\nhuisstijl: {accentkleur: geel}\n")
    (tmp_path / "map/b.yml").write_text("gebied: Centrum\nthemas: rvim\n")
    ended = command("config", "check", "map")
    assert ended.code == 10
    for part in ("a.yaml:1: gebied: ", "a.yaml:2: huisstijl", "b.yml:1: gebied: ", "b.yml:2: them"):
        assert part in ended.err


@pytest.mark.parametrize("name", ["Centrum", "Oudorp-Noordd", "Oud"])
def test_at_most_three_areas_are_offered_on_a_line(command: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "wijk.yaml").write_text(f"gebied: {name}\n")
    ended = command("config", "check", "wijk.yaml")
    assert ended.code == 10
    assert len(re.findall(r"\((?:wijk|buurt) in ", ended.err)) == 3, ended.err


def test_a_group_that_no_edition_has(command: Run, tmp_path: Path) -> None:
    own = tmp_path / "configs"
    shutil.copytree(SHIPPED_CONFIGS, own)
    change(own / "indicatoren/sociale_omgeving.yaml", "groep: gezondheid", "groep: gezonheid")
    ended = command("config", "check")
    assert ended.code == 10
    assert "bron.groep: geen editie heeft bij volgorde de groep 'gezonheid'" in ended.err
    assert "Bedoelde u gezondheid?" in ended.err


@pytest.mark.parametrize(
    ("file", "folder", "meant"),
    [
        ("profiel/wijk.yaml", "profiel", "profielen"),
        ("Themas/rivm.yaml", "Themas", "themas"),
        ("tekst/leeg.txt", "tekst", "teksten"),
        ("sjablonen/profiel.html.j2", "sjablonen", "templates"),
    ],
)
def test_a_folder_with_a_misspelt_name_is_told_once(
    command: Run, tmp_path: Path, file: str, folder: str, meant: str
) -> None:
    path = tmp_path / "configs" / file
    path.parent.mkdir(parents=True)
    path.write_text("x: 1\n")
    ended = command("config", "check")
    assert ended.code == 10
    message = f"configs/{folder}: deze map wordt niet gelezen. Bedoelde u {meant}?"
    assert ended.err.startswith(f"Fout: Eén fout in de configuratie:\n  {message}\n")


def test_other_folders_may_lie_there(command: Run, tmp_path: Path) -> None:
    for name in ("logos", ".git", "schema", "templates", "teksten", "profielen"):
        (tmp_path / "configs" / name).mkdir(parents=True)
    assert command("config", "check").code == 0


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("overvecht",), "overvecht.yaml"),
        (("stevenshof",), "stevenshofdistrict.yaml"),
        (("Den Haag",), "s-gravenhage.yaml"),
        (("binnenstad", "--gemeente", "utrecht"), "binnenstad.yaml"),
        (("BU03440311", "--output", "map/taag.yml"), "map/taag.yml"),
        (("WK034403", "--output", "a b.yaml"), "a b.yaml"),
        (("BU07861347",), "wisseveld-industrieterrein.yaml"),
        (("BU02431003",), "bedrijventerrein-de-sypel.yaml"),
    ],
)
def test_a_new_profile_file_is_right_at_once(
    command: Run, words: tuple[str, ...], file: str
) -> None:
    ended = command("config", "new", *words)
    assert ended.code == 0, ended.err
    assert ended.out == f"{file}\n"
    assert f"wijkprofiel build {file}" in ended.err
    assert command("config", "check", file).code == 0
    built = command("build", file, "--format", "json", "--quiet")
    assert built.code == 0, built.err
    assert len(built.out.splitlines()) == 1


def test_a_name_that_is_not_clear_becomes_its_code(command: Run, tmp_path: Path) -> None:
    with_code = command("areas", "search", "meerwijk", "--gemeente", "GM0451").out.split()
    code = next(word for word in with_code if word.startswith("WK"))
    assert command("config", "new", code, "--output", "x.yaml").code == 0
    assert f"\ngebied: {code}\n" in (tmp_path / "x.yaml").read_text(encoding="utf-8")


def test_everything_that_a_new_file_offers_can_be_used(command: Run, tmp_path: Path) -> None:
    assert command("config", "new", "overvecht").code == 0
    path = tmp_path / "overvecht.yaml"
    text = path.read_text(encoding="utf-8")
    offered = re.sub(r"^# (?=( *- |[ a-z_]+:( |$)))", "", text, flags=re.MULTILINE)
    shutil.copy(ROOT / "tests/functional/logo.svg", tmp_path / "logo.svg")
    path.write_text(offered.replace("Controleren:", "# ").replace("Maken:", "# "))
    assert "\nhuisstijl:\n  logo:\n" in offered
    ended = command("config", "check", "overvecht.yaml")
    assert ended.code == 0, ended.err


def test_a_new_file_points_at_a_schema_that_lies_there(command: Run, tmp_path: Path) -> None:
    schema = command("config", "schema")
    assert schema.code == 0
    assert len(schema.out.splitlines()) == len(list((tmp_path / "configs/schema").iterdir()))
    command("config", "new", "overvecht", "--output", "map/wijk.yaml")
    first = (tmp_path / "map/wijk.yaml").read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=../configs/schema/profielen.schema.json"


@pytest.mark.parametrize("name", ["overvecht", "soesterkwartier", "stevenshof"])
def test_the_shipped_profiles_can_be_made(command: Run, tmp_path: Path, name: str) -> None:
    path = SHIPPED_CONFIGS / "profielen" / f"{name}.yaml"
    ended = command("build", str(path), "--format", "json", "--quiet")
    assert ended.code == 0, ended.err
    profile = json.loads((tmp_path / ended.out.strip()).read_text(encoding="utf-8"))
    assert name in profile["front"]["title"].lower()


def test_a_profile_file_asks_for_its_edition(command: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("gebied: Overvecht\neditie: 2020\n")
    (tmp_path / "b.yaml").write_text("gebied: Oost\ngemeente: Utrecht\neditie: 2020\n")
    ended = command("build", "a.yaml", "b.yaml", "--format", "json")
    assert ended.code == 0, ended.err
    assert ended.err.startswith("Cijfers: editie 2020 (")
    assert "Dit is de editie die met wijkprofiel meekomt." in ended.err
    assert len(ended.out.splitlines()) == 2

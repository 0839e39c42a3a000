"""Many areas at once: lists from a spreadsheet, and folders of profile files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.functional.conftest import Ended, Run
from tests.support.documented import documented

JSON = ("--format", "json", "--quiet")


def built(command: Run, folder: Path, text: str, *words: str) -> Ended:
    (folder / "w.csv").write_bytes(text.encode("cp1252"))
    return command("build", "--list", "w.csv", *JSON, *words)


def made(ended: Ended) -> list[str]:
    return [Path(line).name for line in ended.out.splitlines()]


def test_a_list_from_excel(command: Run, tmp_path: Path) -> None:
    text = "wijk;gemeente\r\nOost;Utrecht\r\n;\r\nStevenshof;Leiden\r\n"
    ended = built(command, tmp_path, text)
    assert ended.code == 0, ended.err
    assert [name.split("-")[1] for name in made(ended)] == ["utrecht", "leiden"]


def test_a_gemeente_on_the_line_goes_before_that_of_the_command(
    command: Run, tmp_path: Path
) -> None:
    text = "Binnenstad, Utrecht\nStevenshof\n"
    ended = built(command, tmp_path, text, "--gemeente", "leiden")
    assert ended.code == 0, ended.err
    assert [name.split("-")[1] for name in made(ended)] == ["utrecht", "leiden"]


def test_a_name_with_a_comma_or_brackets_stays_one_name(command: Run, tmp_path: Path) -> None:
    ended = built(command, tmp_path, "Lasonder, Zeggelt\nBergen (NH.)\n")
    assert ended.code == 0, ended.err
    assert "lasonder" in made(ended)[0]
    assert "bergen" in made(ended)[1]


def test_what_is_wrong_is_told_by_its_line_and_the_rest_is_made(
    command: Run, tmp_path: Path
) -> None:
    text = "naam;gemeente\nOvervecht;Utrecht\nOvervecht;Utrect\nCentrum;\nOost;Leiden\n"
    ended = built(command, tmp_path, text)
    assert ended.code == 18
    assert len(made(ended)) == 1
    assert "w.csv:3: Overvecht, Utrect: Er is geen gemeente 'Utrect'" in ended.err
    assert "Bedoelde u Utrecht?" in ended.err
    assert "w.csv:4: Centrum: 'Centrum' kan" in ended.err
    assert "w.csv:5: Oost, Leiden: Er is geen gebied 'Oost' in Leiden" in ended.err


def test_a_list_without_a_name_makes_nothing(command: Run, tmp_path: Path) -> None:
    ended = built(command, tmp_path, "Overvecht;Utrecht;35000\n")
    assert (ended.code, ended.out) == (2, "")
    assert "w.csv:1: wij zien niet wat hier de naam van het gebied is." in ended.err
    assert documented(ended.err)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two profile files, and what is none."""
    place = tmp_path / "wijken"
    (place / "map.d").mkdir(parents=True)
    (place / "b.yaml").write_text("gebied: Overvecht\n")
    (place / "a.yml").write_text("gebied: Soesterkwartier\n")
    (place / "lees-mij.txt").write_text("x")
    return place


@pytest.mark.parametrize("typed", ["./wijken", "wijken/", "../{}/wijken", "{here}/wijken"])
def test_a_folder_is_its_profile_files(
    command: Run, tmp_path: Path, folder: Path, typed: str
) -> None:
    path = typed.format(tmp_path.name, here=folder.parent)
    assert command("config", "check", path).code == 0
    ended = command("build", path, *JSON)
    assert ended.code == 0, ended.err
    assert [name.split("-")[1] for name in made(ended)] == ["amersfoort", "utrecht"]


def test_a_name_without_a_slash_is_an_area(command: Run, folder: Path) -> None:
    folder.rename(folder.parent / "overvecht")
    ended = command("build", "overvecht", *JSON)
    assert made(ended) == ["wijkprofiel-utrecht-overvecht-2020.json"]


def test_a_folder_stands_beside_other_names(command: Run, folder: Path) -> None:
    ended = command("build", "stevenshof", f"./{folder.name}", *JSON)
    assert ended.code == 0, ended.err
    assert len(made(ended)) == 3


def test_every_mistake_in_a_folder_is_told_and_the_rest_is_made(command: Run, folder: Path) -> None:
    (folder / "c.yaml").write_text("gebied: Overvegt\n")
    (folder / "d.yaml").write_text("titels: x\n")
    ended = command("build", "./wijken", *JSON)
    assert ended.code == 18
    assert len(made(ended)) == 2
    assert "Niet gemaakt: wijken/c.yaml.\n" in ended.err
    assert "wijken/c.yaml:1: gebied: Er is geen gebied 'Overvegt'" in ended.err
    assert "wijken/d.yaml:1: titels" in ended.err


def test_what_is_typed_itself_has_to_fit_before_anything_is_made(
    command: Run, tmp_path: Path, folder: Path
) -> None:
    (folder / "c.yaml").write_text("gebied: Overvegt\n")
    ended = command("build", "./wijken", "soester", "kwartier", *JSON)
    assert ended.code == 2
    assert "'soester kwartier' is één naam, maar staat er als losse woorden." in ended.err
    assert not (tmp_path / "profielen").exists()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("wijken", "Er is wel een map wijken: schrijf ./wijken."),
        ("a.txt", "a.txt is een bestand; een lijst noemt u met --list a.txt."),
        ("./a.txt", "./a.txt is een bestand; een lijst noemt u met --list ./a.txt."),
    ],
)
def test_a_folder_or_a_list_that_is_typed_as_an_area(
    command: Run, folder: Path, typed: str, told: str
) -> None:
    (folder.parent / "a.txt").write_text("Overvecht\n")
    ended = command("build", typed, *JSON)
    assert ended.code in (2, 11)
    assert told in ended.err


def test_a_gemeente_behind_a_comma_or_in_brackets_is_read_as_in_a_list(command: Run) -> None:
    ended = command("build", "Oost, Utrecht", "Stevenshof (Leiden)", "Bergen (NH.)", *JSON)
    assert ended.code == 0, ended.err
    assert [name.split("-")[1] for name in made(ended)] == ["utrecht", "leiden", "bergen"]


@pytest.mark.parametrize("line", ["WK034403;Stevenshof;Leiden", "WK034403;Overvecht;Leiden"])
def test_a_code_that_contradicts_its_line_is_warned_of(
    command: Run, tmp_path: Path, line: str
) -> None:
    ended = built(command, tmp_path, f"code;naam;gemeente\n{line}\n", "--strict")
    assert ended.code == 16
    assert made(ended) == ["wijkprofiel-utrecht-overvecht-2020.json"]
    said = line.split(";")
    told = f"w.csv:2: WK034403 is Overvecht (Utrecht), niet {said[1]} ({said[2]}). De code geldt."
    assert told in ended.err


@pytest.mark.parametrize(
    "line",
    [
        "WK034403;Overvecht;Utrecht",
        "BU03440311;Overvecht;Utrecht",
        "WK034403;Anna",
        "GM0344;Utrecht",
    ],
)
def test_a_code_that_fits_its_line_gives_no_warning(
    command: Run, tmp_path: Path, line: str
) -> None:
    assert built(command, tmp_path, f"{line}\n", "--strict").code == 0


def test_a_code_of_an_earlier_line_is_warned_of_as_well(command: Run, tmp_path: Path) -> None:
    ended = built(command, tmp_path, "WK034403;Overvecht\nWK034403;Stevenshof\n")
    assert (ended.code, len(made(ended))) == (0, 1)
    assert "w.csv:2: WK034403 is Overvecht (Utrecht), niet Stevenshof." in ended.err


def test_headings_that_we_do_not_know_are_told_with_those_that_we_do(
    command: Run, tmp_path: Path
) -> None:
    ended = built(command, tmp_path, "Naam wijk;Gem\nOost;Utrecht\nStevenhof;Leiden\n")
    assert ended.code == 18
    assert "Niet gemaakt: w.csv:1: Naam wijk, Gem." in ended.err
    hint = "Is dit een kop? Wij kennen code, naam (of wijk, buurt) en gemeente."
    assert ended.err.count(hint) == 1


@pytest.mark.parametrize("words", [("build",), ("config", "check")])
def test_a_link_to_itself_in_a_folder_is_told(
    command: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "self.yaml").symlink_to("self.yaml")
    ended = command(*words, "./s/")
    assert ended.code == 10
    assert "s/self.yaml: kan niet worden gelezen (een verwijzing wijst naar zichzelf)" in ended.err


def test_what_computers_lay_beside_profile_files_is_none(command: Run, folder: Path) -> None:
    for name in ("._b.yaml", ".#b.yaml", "~$b.yaml", ".b.yaml"):
        (folder / name).write_bytes(b"\x00")
    assert command("config", "check", "./wijken").code == 0
    ended = command("build", "./wijken", *JSON)
    assert (ended.code, len(made(ended))) == (0, 2), ended.err


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("./wijken/map.d", "In de map wijken/map.d staan geen profielbestanden (.yaml, .yml)."),
        ("./nergens", "./nergens is geen map."),
        ("nergens/", "nergens/ is geen map."),
        ("./wijken/lees-mij.txt", "./wijken/lees-mij.txt is geen map."),
        ("./configs", "In de map configs staan geen profielbestanden (.yaml, .yml)."),
    ],
)
def test_a_folder_of_nothing(
    command: Run, tmp_path: Path, folder: Path, typed: str, told: str
) -> None:
    assert folder.is_dir()
    (tmp_path / "configs").mkdir()
    (tmp_path / "configs" / "aliassen.yaml").write_text("gemeenten: {}\nwijken: {}\n")
    ended = command("build", typed, *JSON)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert documented(ended.err)


@pytest.mark.skipif(os.name == "nt", reason="names have no slash there")
def test_an_area_with_a_slash_in_its_name(command: Run) -> None:
    ended = command("build", "Vleuterweide-Noord/Oost/Centrum", *JSON)
    assert ended.code == 0, ended.err


def test_a_folder_that_cannot_be_looked_into(
    command: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", closed)
    ended = command("build", f"./{folder.name}", *JSON)
    assert ended.code == 2
    assert "wijken is niet te lezen (geen toestemming)." in ended.err

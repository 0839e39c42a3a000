"""`wijkprofiel build`, from the words that are typed to the files that lie there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.functional.conftest import Run


def test_one_wijk_gives_html_and_pdf(command: Run, tmp_path: Path) -> None:
    ended = command("build", "overvecht")
    assert ended.code == 0, ended.err
    assert ended.out.splitlines() == [
        "profielen/wijkprofiel-utrecht-overvecht-2020.html",
        "profielen/wijkprofiel-utrecht-overvecht-2020.pdf",
    ]
    for line in ended.out.splitlines():
        assert (tmp_path / line).stat().st_size > 10_000
    assert (tmp_path / "profielen").stat()
    assert len(list((tmp_path / "profielen").iterdir())) == 2


@pytest.mark.parametrize(
    "typed",
    ["Overvecht", "WK034403", "wk034403", "Wijk 03 Overvecht", "OVERVÉCHT", "over-vecht"],
)
def test_a_wijk_by_any_spelling(command: Run, typed: str) -> None:
    ended = command("build", typed, "--format", "json")
    assert ended.code == 0, ended.err
    assert ended.out.strip() == "profielen/wijkprofiel-utrecht-overvecht-2020.json"


def test_several_areas_of_every_level(command: Run) -> None:
    ended = command("build", "soesterkwartier", "Den Haag", "BU03440311", "--format", "html")
    assert ended.code == 0, ended.err
    assert [Path(line).name for line in ended.out.splitlines()] == [
        "wijkprofiel-amersfoort-soesterkwartier-2020.html",
        "wijkprofiel-den-haag-2020.html",
        "wijkprofiel-utrecht-taag-en-rubicondreef-en-omgeving-2020.html",
    ]


def test_an_ambiguous_name_is_a_table_to_choose_from(command: Run, tmp_path: Path) -> None:
    ended = command("build", "overvecht", "centrum")
    assert ended.code == 11
    assert "'centrum' kan" in ended.err
    assert "WK030801" in ended.err or "WK0" in ended.err
    assert "--gemeente" in ended.err
    assert ended.out == ""
    assert not (tmp_path / "profielen").exists()


def test_the_gemeente_makes_a_name_clear(command: Run) -> None:
    ended = command("build", "binnenstad", "--gemeente", "utrecht", "--format", "json")
    assert ended.code == 0, ended.err
    assert "wijkprofiel-utrecht-binnenstad" in ended.out


def test_an_unknown_name_gets_the_nearest(command: Run) -> None:
    ended = command("build", "overvegt")
    assert ended.code == 11
    assert "Overvecht (wijk in Utrecht, WK034403)" in ended.err


def test_an_unknown_gemeente_gets_the_nearest(command: Run) -> None:
    ended = command("build", "centrum", "--gemeente", "Amersvoort")
    assert ended.code == 11
    assert "Bedoelde u Amersfoort" in ended.err


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["build", "overvecht", "--format", "docx"], 2, "Het formaat 'docx' kennen we niet."),
        (["build", "overvecht", "--format", ","], 2, "kennen we niet"),
        (["build", "overvecht", "--edition", "1999"], 14, "Editie '1999' is er niet."),
        (
            ["build", "overvecht", "--config", "nergens"],
            2,
            "De map nergens (--config) bestaat niet.",
        ),
        (["build"], 2, "Het argument GEBIED ontbreekt."),
        (["build", "overvecht", "--formaat", "pdf"], 2, "De optie --formaat bestaat niet."),
        (["bouw"], 2, "De opdracht 'bouw' bestaat niet."),
        (["build", "WK999999"], 11, "De code WK999999 komt niet voor"),
    ],
)
def test_what_is_typed_wrong(command: Run, words: list[str], code: int, message: str) -> None:
    ended = command(*words)
    assert ended.code == code
    assert message in ended.err


def test_a_folder_that_cannot_be_written(command: Run, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("in de weg")
    ended = command("build", "overvecht", "--format", "html", "--output", "bestand")
    assert ended.code == 17
    assert "is niet te schrijven" in ended.err


def test_a_mistake_in_yaml_is_named_by_file_line_and_key(command: Run, tmp_path: Path) -> None:
    (tmp_path / "configs").mkdir()
    shipped = Path(__file__).parents[2] / "configs" / "oordeel.yaml"
    text = shipped.read_text(encoding="utf-8").replace("iets: 0.5", "iets: half")
    (tmp_path / "configs" / "oordeel.yaml").write_text(text, encoding="utf-8")
    ended = command("build", "overvecht")
    line = text.splitlines().index("  iets: half") + 1
    assert ended.code == 10
    assert f"oordeel.yaml:{line}: grootte.iets: 'half' is geen getal" in ended.err


def test_two_builds_give_the_same_bytes(command: Run, tmp_path: Path) -> None:
    for folder in ("een", "twee"):
        words = ["build", "stevenshof", "--format", "html,pdf,json", "--output", folder]
        assert command(*words).code == 0
    one, two = (sorted((tmp_path / folder).iterdir()) for folder in ("een", "twee"))
    assert [path.name for path in one] == [path.name for path in two]
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_the_json_is_the_whole_profile(command: Run, tmp_path: Path) -> None:
    assert command("build", "overvecht", "--format", "json").code == 0
    text = (tmp_path / "profielen/wijkprofiel-utrecht-overvecht-2020.json").read_text()
    profile = json.loads(text)
    assert profile["area"]["code"] == "WK034403"
    assert profile["edition"]["id"] == "2020"
    assert profile["themes"]


def test_two_profiles_with_one_file_name_are_refused(command: Run, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text("gebied: Overvecht\n")
    ended = command("build", "overvecht", "c.yaml", "--format", "json")
    assert ended.code == 2
    assert "'overvecht' en 'c.yaml' gaan allebei over Overvecht (WK034403)" in ended.err
    assert not (tmp_path / "profielen").exists()
    once = command("build", "overvecht", "WK034403", "--format", "json")
    assert once.code == 0
    assert len(once.out.splitlines()) == 1


def test_the_same_benchmark_by_another_name_is_told(command: Run, tmp_path: Path) -> None:
    text = "gebied: Overvecht\nvergelijken_met: [gemeente, {gebied: GM0344}]\n"
    (tmp_path / "c.yaml").write_text(text)
    ended = command("build", "c.yaml", "--format", "json")
    assert ended.code == 10
    assert "Utrecht staat er twee keer" in ended.err


def made_from(text: str, command: Run, folder: Path) -> dict[str, Any]:
    """The profile that a profile file gives, read back."""
    (folder / "c.yaml").write_text(text)
    ended = command("build", "c.yaml", "--format", "json")
    assert ended.code == 0, ended.err
    read: dict[str, Any] = json.loads(Path(ended.out.strip()).read_text(encoding="utf-8"))
    return read


def test_a_benchmark_by_its_code_is_the_one_by_its_word(command: Run, tmp_path: Path) -> None:
    text = "gebied: WK007401\nvergelijken_met: [{gebied: GM0074}, {gebied: NL00}]\n"
    profile = made_from(text, command, tmp_path)
    assert [column["key"] for column in profile["columns"]] == ["gemeente", "land"]


def test_a_wrong_name_in_a_list_does_not_stop_the_rest(command: Run, tmp_path: Path) -> None:
    (tmp_path / "w.txt").write_text("Overvegt\n# een regel\nOvervecht\nc.yaml\n")
    (tmp_path / "c.yaml").write_text("gebied: Soesterkwartier\nweglatn: [eenzaam]\n")
    ended = command("build", "--list", "w.txt", "--format", "json", "--report", "r.json")
    assert ended.code == 18
    assert len(ended.out.splitlines()) == 1
    assert "2 van de 3 profielen zijn niet gemaakt" in ended.err
    assert "w.txt:1: Overvegt: Er is geen gebied 'Overvegt'" in ended.err
    assert "c.yaml:2: weglatn" in ended.err
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (report["gevraagd"], report["gemaakt"], report["mislukt"]) == (3, 1, 2)
    assert [area["code"] for area in report["gebieden"]] == [None, None, "WK034403"]
    assert report["compleet"] is False
    assert report["afgebroken"] is None


def test_only_a_wrong_name_in_a_list_is_that_error(command: Run, tmp_path: Path) -> None:
    (tmp_path / "w.txt").write_text("Overvegt\n")
    ended = command("build", "--list", "w.txt", "--format", "json")
    assert ended.code == 11
    assert "Bedoelde u" in ended.err


def test_the_document_says_what_the_makers_left_out(command: Run, tmp_path: Path) -> None:
    text = "gebied: Overvecht\nweglaten: [roker]\nalleen_themas: [participatie]\n"
    profile = made_from(text, command, tmp_path)
    figures, themes = profile["account"]["left_out"][:2]
    assert figures == "Weggelaten door de makers van dit profiel: Rookt."
    assert themes.startswith("Thema's die de makers van dit profiel weglieten: Bevolking, ")
    assert "Participatie" not in themes

"""Areas beside each other from the command line: files, report, imprint, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import wijkprofiel
from tests.functional.conftest import Run
from wijkprofiel.domain.errors import RegionError, UsageError

WORDS = ("compare", "overvecht", "soesterkwartier")
STEM = "wijkprofiel-utrecht-overvecht-amersfoort-soesterkwartier-2020-vergelijking"


def test_it_writes_what_is_asked_for(command: Run) -> None:
    ended = command("compare", "overvecht", "soesterkwartier", "--format", "html,json,csv")
    assert ended.code == 0, ended.err
    names = [Path(line).name for line in ended.out.split()]
    assert names == [f"{STEM}.{kind}" for kind in ("html", "json", "csv")]
    assert "editie 2020" in ended.err
    found = json.loads(Path(f"profielen/{STEM}.json").read_text(encoding="utf-8"))
    assert found["imprint"]["command"] == "wijkprofiel compare WK034403 WK030703 --edition 2020"
    assert [area["name"] for area in found["areas"]] == ["Overvecht", "Soesterkwartier"]


def test_the_command_of_the_imprint_makes_the_same_bytes(command: Run) -> None:
    words = ("compare", "koppel/schothorst", "stevenshof", "--format", "json", "--quiet")
    first = command(*words, "--output", "een")
    (file,) = (Path(line) for line in first.out.split())
    again = json.loads(file.read_text(encoding="utf-8"))["imprint"]["data_command"].split()[1:]
    second = command(*again, "--output", "twee", "--quiet", "--format", "json")
    assert second.code == 0, second.err
    assert Path("twee", file.name).read_bytes() == file.read_bytes()


def test_areas_of_different_gemeenten_by_name_at_gemeente(command: Run) -> None:
    ended = command("compare", "centrum@arnhem", " Centrum @ Apeldoorn ", "--format", "csv")
    assert ended.code == 0, ended.err
    assert "wijkprofiel-arnhem-centrum-apeldoorn-centrum-2020-vergelijking.csv" in ended.out
    named = command("compare", "west", "oost", "--gemeente", "utrecht", "--format", "csv")
    assert named.code == 0, named.err
    both = command("compare", "binnenstad@utrecht", "stevenshof@leiden", "--format", "json")
    assert both.code == 0, both.err
    assert "wijkprofiel-utrecht-binnenstad-leiden-stevenshof-2020-vergelijking.json" in both.out


def test_two_of_one_name_are_told_apart(command: Run) -> None:
    ended = command("compare", "WK001400", "WK063700", "--format", "json", "--output", ".")
    assert ended.code == 0, ended.err
    found = json.loads(Path(Path(ended.out.strip()).name).read_text(encoding="utf-8"))
    assert [each["name"] for each in found["areas"]] == [
        "Centrum (Groningen)",
        "Centrum (Zoetermeer)",
    ]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("overvecht",), 2, "Naast één gebied staat niets."),
        (("overvecht", "WK034403"), 2, "Overvecht (WK034403) staat er twee keer."),
        (("overvecht", "GM0344"), 2, "Overvecht is een deel van Utrecht"),
        (("BU03440311", "overvecht"), 2, "een deel van Overvecht"),
        (("koppel/schothorst", "WK030708"), 2, "Schothorst Zuid is een deel van Koppel/Schothorst"),
        (("overvecht", "NL00"), 2, "Overvecht is een deel van Nederland"),
        (
            ("overvecht", "soesterkwartier", "GM0513", "stevenshof", "WK051833"),
            2,
            "U noemde 5 gebieden",
        ),
        (("overvecht@", "soesterkwartier"), 2, "In 'overvecht@' ontbreekt de gemeente."),
        (("@utrecht", "soesterkwartier"), 2, "ontbreekt de naam van een gebied"),
        (("overvecht@utreg", "soesterkwartier"), 11, "Er is geen gemeente 'utreg'"),
        (("overvegt", "soesterkwartier"), 11, "Bedoelde u"),
        (("binnenstad", "soesterkwartier"), 11, "binnenstad@gemeente"),
        (("de", "koppel", "soesterkwartier"), 2, "'de koppel' is één naam"),
        (("overvecht", "mijn-wijk.yaml"), 2, "mijn-wijk.yaml is een profielbestand"),
        (("overvecht", "soesterkwartier", "--voice", "fr"), 2, "Stem 'fr' is er niet."),
        (("overvecht", "soesterkwartier", "--format", "xlsx"), 2, "Het formaat 'xlsx'"),
        (("overvecht", "soesterkwartier", "--edition", "1999"), 14, "Editie '1999'"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    words: tuple[str, ...], code: int, told: str, *, command: Run
) -> None:
    ended = command("compare", *words)
    assert (ended.code, ended.out) == (code, "")
    assert told in ended.err
    assert not Path("profielen").exists()


def test_all_names_that_do_not_fit_are_told_at_once(command: Run) -> None:
    ended = command("compare", "overvegt", "soestercwartier")
    assert ended.code == 11
    assert ended.err.count("Fout:") == 2


def test_the_report_says_what_was_made(command: Run) -> None:
    ended = command(
        *("compare", "overvecht", "soesterkwartier", "--format", "csv"),
        *("--report", "verslag.json", "--quiet"),
    )
    assert (ended.code, ended.err) == (0, "")
    (entry,) = json.loads(Path("verslag.json").read_text(encoding="utf-8"))["gebieden"]
    assert entry["naam"] == "de vergelijking van Overvecht en Soesterkwartier"
    assert [Path(name).name for name in entry["bestanden"]] == [f"{STEM}.csv"]
    assert entry["documenten"]["vergelijking"]["opdracht"].startswith("wijkprofiel compare")


def test_an_input_is_never_written_over(command: Run) -> None:
    ended = command(*WORDS, "--format", "csv", "--report", "x.json", "--quiet")
    assert ended.code == 0
    clash = command(
        *("compare", "overvecht", "soesterkwartier", "--format", "json", "--output", "."),
        *("--report", f"{STEM}.json"),
    )
    assert clash.code == 17
    assert "zou twee keer worden geschreven" in clash.err
    assert not Path(f"{STEM}.json").exists()


def test_it_is_no_document_of_one_area(command: Run) -> None:
    ended = command("build", "overvecht", "--document", "vergelijking")
    assert ended.code == 2
    assert "wijkprofiel compare" in ended.err


def test_python_gives_the_same_bytes(command: Run) -> None:
    ended = command("compare", "overvecht", "soesterkwartier", "--format", "csv,json,html")
    assert ended.code == 0, ended.err
    with wijkprofiel.open("2020") as opened:
        found = opened.compare("overvecht", "soesterkwartier@amersfoort")
        assert Path(f"profielen/{STEM}.json").read_text(encoding="utf-8") == found.json()
        assert Path(f"profielen/{STEM}.csv").read_bytes().decode() == found.csv()
        assert Path(f"profielen/{STEM}.html").read_text(encoding="utf-8") == found.html()
        assert found.findings.side_by_side is not None
        assert [area.code for area in found.areas] == ["WK034403", "WK030703"]
        with pytest.raises(UsageError, match="twee keer"):
            opened.compare("overvecht", found.areas[0])
        with pytest.raises(RegionError):
            opened.compare("overvecht", "nergenshuizen")


def test_names_that_are_too_long_together_give_way_to_codes(command: Run) -> None:
    with wijkprofiel.open("2020") as opened:
        wijken = [area for area in opened.shop.edition.regions() if area.code.startswith("WK")]
    longest = sorted(wijken, key=lambda area: len(area.name) + len(area.gemeente_name))[-4:]
    codes = [area.code for area in longest]
    ended = command("compare", *codes, "--format", "json", "--quiet")
    assert ended.code == 0, ended.err
    name = Path(ended.out.strip()).name
    assert len(name) < 255
    assert all(code.lower() in name for code in codes)

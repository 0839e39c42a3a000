"""What a command writes never takes the place of what it reads, or of what else it writes."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.functional.conftest import Run
from tests.support.documented import documented
from tests.support.source_tree import ROOT
from tests.support.tampered import copy_of_shipped
from wijkprofiel.render.file_names import FileNames

DOCUMENT = "wijkprofiel-utrecht-overvecht-2020.json"
LOGO = Path(__file__).with_name("logo.svg")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Everything that a run may be given, in one folder."""
    shutil.copy(LOGO, tmp_path / "logo.svg")
    (tmp_path / "w.yaml").write_text(
        "gebied: Overvecht\nhuisstijl:\n  logo: {bestand: logo.svg, alt: Logo}\n"
    )
    (tmp_path / "lijst.txt").write_text("w.yaml\n")
    shutil.copytree(ROOT / "configs/teksten", tmp_path / "eigen/configs/teksten")
    (tmp_path / "eigen/configs/templates").mkdir()
    (tmp_path / "eigen/configs/templates/extra.css").write_text("")
    copy_of_shipped(tmp_path / "eigen")
    (tmp_path / "eigen/momentopnamen").mkdir()
    (tmp_path / "eigen/momentopnamen/kwb.json").write_text("{}")
    return tmp_path


@pytest.mark.parametrize(
    ("report", "told"),
    [
        ("w.yaml", "w.yaml is een profielbestand van deze opdracht"),
        ("./w.yaml", "w.yaml is een profielbestand van deze opdracht"),
        ("lijst.txt", "lijst.txt is de lijst van deze opdracht"),
        ("logo.svg", "logo.svg is het logo van deze opdracht"),
        ("eigen/configs/teksten/nl.yaml", "nl.yaml is een instelling van deze opdracht"),
        ("eigen/configs/templates/extra.css", "extra.css is een sjabloon van deze opdracht"),
        ("eigen/x.sqlite", "x.sqlite is een editie van deze opdracht"),
        ("eigen/momentopnamen/kwb.json", "kwb.json is een momentopname van deze opdracht"),
        ("eigen/x.json", "x.json is het manifest van een editie van deze opdracht"),
        (f"profielen/{DOCUMENT}", "zou twee keer worden geschreven: als het profiel van Overvecht"),
    ],
)
def test_a_report_never_takes_the_place_of_anything(
    command: Run, folder: Path, report: str, told: str
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    words = ("build", "--list", "lijst.txt", "--config", "eigen/configs", "--format", "json")
    ended = command(*words, "--report", report)
    assert ended.code == 17
    assert told in ended.err
    assert documented(ended.err, told)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["pijp", "verwijzing", "los"])
def test_a_report_is_never_written_through_something_else(
    command: Run, tmp_path: Path, name: str
) -> None:
    os.mkfifo(tmp_path / "pijp")
    (tmp_path / "verwijzing").symlink_to("pijp")
    (tmp_path / "los").symlink_to("nergens")
    ended = command("build", "overvecht", "--format", "json", "--report", name)
    assert ended.code == 17
    assert "en blijft zoals het is." in ended.err
    assert documented(ended.err)
    assert not (tmp_path / "profielen").exists()


def test_a_document_never_takes_the_place_of_an_input(command: Run, tmp_path: Path) -> None:
    """A list may have any name, that of a document too."""
    (tmp_path / DOCUMENT).write_text("Overvecht\n")
    ended = command("build", "--list", DOCUMENT, "--format", "json", "--output", ".")
    assert ended.code == 17
    assert f"{DOCUMENT} is de lijst van deze opdracht en blijft zoals het is." in ended.err
    assert (tmp_path / DOCUMENT).read_text() == "Overvecht\n"


def test_a_document_is_never_written_through_a_link(command: Run, tmp_path: Path) -> None:
    (tmp_path / "van-u").write_text("van u")
    (tmp_path / "profielen").mkdir()
    (tmp_path / "profielen" / DOCUMENT).symlink_to("../van-u")
    ended = command("build", "overvecht", "--format", "html,json")
    assert ended.code == 17
    assert (tmp_path / "van-u").read_text() == "van u"
    assert [path.name for path in (tmp_path / "profielen").iterdir()] == [DOCUMENT]


def test_the_documents_of_an_area_come_together(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full after the first leaves both as they were, and the report is true."""
    whole, sizes = Path.write_bytes, []

    def full(path: Path, content: bytes) -> int:
        sizes.append(len(content))
        if len(sizes) == 4:
            raise OSError(28, "No space left on device", str(path))
        return whole(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    words = ("build", "overvecht", "stevenshof", "soesterkwartier", "--format", "json,csv")
    ended = command(*words, "--report", "r.json")
    assert ended.code == 18
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (report["gemaakt"], report["mislukt"], report["compleet"]) == (2, 1, False)
    listed = [name for area in report["gebieden"] for name in area["bestanden"]]
    assert sorted(listed) == sorted(str(each) for each in Path("profielen").iterdir())
    assert report["gebieden"][1]["fout"]["soort"] == "OutputError"


def test_a_copy_may_not_lie_where_the_snapshots_are(command: Run, tmp_path: Path) -> None:
    (tmp_path / "eigen/momentopnamen").mkdir(parents=True)
    ended = command("data", "import", "kwb_2020", "eigen/momentopnamen")
    assert ended.code == 17
    assert documented(ended.err)


def test_prune_cleans_up_what_a_kill_left_in_the_data_folder(command: Run, tmp_path: Path) -> None:
    copy_of_shipped(tmp_path / "eigen")
    (tmp_path / "eigen/.wijkprofiel-1-0.tmp").write_text("half")
    (tmp_path / "eigen/x.json.nieuw").write_text("{}")
    assert command("data", "prune", "--dry-run").out.count("overblijfsel") == 2
    assert command("data", "prune").out.count("overblijfsel") == 2
    assert sorted(path.name for path in (tmp_path / "eigen").iterdir()) == ["x.json", "x.sqlite"]


def test_an_edition_whose_manifest_still_waits_is_whole(command: Run, tmp_path: Path) -> None:
    """As a kill between the two files leaves it."""
    path = copy_of_shipped(tmp_path / "eigen")
    new = path.with_suffix(".json").rename(tmp_path / "eigen/x.json.nieuw")
    path.with_suffix(".json").write_text(new.read_text().replace('"sha256": "', '"sha256": "0', 1))
    words = ("build", "overvecht", "--edition", "x", "--format", "json")
    assert command(*words).code == 0
    assert command("data", "prune").out == ""
    assert not new.exists()
    assert command(*words).code == 0


def test_two_documents_of_one_run_never_share_a_name(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FileNames, "of", lambda *_: "profiel.json")
    ended = command("build", "overvecht", "stevenshof", "--format", "json")
    assert ended.code == 17
    told = "als het profiel van Overvecht (WK034403) en als het profiel van Stevenshofdistrict"
    assert told in ended.err
    assert not (tmp_path / "profielen").exists()


def test_one_foreign_file_among_editions_is_named(command: Run, tmp_path: Path) -> None:
    (tmp_path / "eigen").mkdir()
    with closing(sqlite3.connect(tmp_path / "eigen/klanten.sqlite")) as connection:
        connection.execute("CREATE TABLE klanten (naam)")
    for words in (("build", "overvecht", "--format", "json"), ("data", "verify", "klanten")):
        ended = command(*words)
        assert ended.code == 14
        assert "klanten.sqlite" in ended.err
        assert "haal" in ended.err.splitlines()[1]
        assert documented(ended.err)

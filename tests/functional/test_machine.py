"""When the machine refuses, the user stops us, or we are wrong ourselves."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.functional.conftest import Run
from tests.support.documented import documented
from tests.support.source_tree import ROOT
from wijkprofiel.areas.search import AreaSearch
from wijkprofiel.cli import build
from wijkprofiel.cli.app import run
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.regions import Region
from wijkprofiel.findings.findings import Findings
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.workshop.workshop import Workshop

JSON = ("build", "overvecht", "--format", "json")


def refusing(number: int) -> Callable[..., None]:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), str(path))

    return refuse


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EROFS, "hier mag alleen worden gelezen"),
        (errno.EDQUOT, "uw ruimte op de schijf is op"),
        (errno.EIO, "de schijf geeft een fout"),
        (errno.EOVERFLOW, f"foutcode {errno.EOVERFLOW}"),
    ],
)
def test_a_disk_that_refuses_leaves_nothing_half_written(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    monkeypatch.setattr(Path, "write_bytes", refusing(number))
    ended = command(*JSON)
    assert ended.code == 17
    assert f"is niet te schrijven ({reason})." in ended.err
    assert documented(ended.err)
    assert not list((tmp_path / "profielen").iterdir())


def test_a_folder_without_permission(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "mkdir", refusing(errno.EACCES))
    ended = command(*JSON)
    assert ended.code == 17
    assert "is niet te schrijven (geen toestemming)." in ended.err


def test_a_profile_file_without_permission(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.open

    def closed(path: str | Path, *words: int, **named: int) -> int:
        if Path(path).name == "wijk.yaml":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return whole(path, *words, **named)

    (tmp_path / "wijk.yaml").write_text("gebied: Overvecht\n")
    monkeypatch.setattr(os, "open", closed)
    ended = command("build", "wijk.yaml")
    assert ended.code == 10
    assert "wijk.yaml: kan niet worden gelezen (geen toestemming)" in ended.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("config", "check", "dicht"), "'PAD': 'dicht'"),
        (("config", "check", "geheim.yaml"), "'PAD': 'geheim.yaml'"),
        (("build", "overvecht", "--config", "dicht"), "'--config': 'dicht'"),
        (("build", "--list", "geheim.yaml"), "'--list': 'geheim.yaml'"),
    ],
)
def test_a_path_without_permission(
    command: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    told: str,
) -> None:
    (tmp_path / "dicht").mkdir()
    (tmp_path / "geheim.yaml").write_text("gebied: Overvecht\n")
    monkeypatch.setattr(os, "access", lambda *_: False)
    ended = command(*words)
    assert ended.code == 2
    assert f"Ongeldige waarde voor {told} is niet te lezen (geen toestemming)." in ended.err
    assert documented(ended.err)


def test_a_path_in_a_folder_without_permission(
    command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Path.stat

    def closed(path: Path, **named: bool) -> os.stat_result:
        if "dicht" in path.parts:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return whole(path, **named)

    monkeypatch.setattr(Path, "stat", closed)
    for words in (("config", "check", "dicht/x.yaml"), ("data", "import", "kwb_2020", "dicht/x")):
        ended = command(*words)
        assert ended.code == 2
        assert f"{words[-1]} is niet te lezen (geen toestemming)." in ended.err


def test_a_report_that_cannot_be_written_is_told_before_the_work(
    command: Run, tmp_path: Path
) -> None:
    (tmp_path / "weg").write_text("x")
    ended = command(*JSON, "--report", "weg/verslag.json")
    assert ended.code == 17
    assert not (tmp_path / "profielen").exists()


def test_ctrl_c_ends_without_a_traceback(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Workshop, "build", interrupt)
    ended = command(*JSON)
    assert ended.code == 130
    assert "Afgebroken. Wat al gemaakt was, blijft staan." in ended.err


@pytest.mark.parametrize("wrong", [ZeroDivisionError, MemoryError, RecursionError, AssertionError])
def test_a_bug_in_one_area_does_not_stop_the_others(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: type[Exception]
) -> None:
    whole = Workshop.findings

    def sometimes(shop: Workshop, areas: list[Area], wishes: Wishes) -> Findings:
        if areas[0].code == "WK054609":
            raise wrong("onverwacht")
        return whole(shop, areas, wishes)

    monkeypatch.setattr(Workshop, "findings", sometimes)
    words = ("build", "overvecht", "stevenshof", "soesterkwartier", "--format", "json")
    ended = command(*words, "--report", "r.json")
    assert ended.code == 18
    place = "workshop/workshop.py regel "
    told = f"Dit is een fout in wijkprofiel zelf ({wrong.__name__}: onverwacht, {place}"
    assert f"Stevenshofdistrict (WK054609): {told}" in ended.err
    assert "Meld het aan de makers, met deze regel en de opdracht die u typte." in ended.err
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (report["gemaakt"], report["mislukt"], report["compleet"]) == (2, 1, False)
    failure = report["gebieden"][1]["fout"]
    assert (failure["code"], failure["soort"]) == (1, "InternalError")
    assert failure["tekst"].startswith(told)


def test_a_bug_while_looking_up_one_line_of_a_list_does_not_stop_the_others(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = AreaSearch.find

    def sometimes(search: AreaSearch, text: str, *gemeenten: str) -> Region:
        if text == "stevenshof":
            raise ZeroDivisionError
        return whole(search, text, *gemeenten)

    monkeypatch.setattr(AreaSearch, "find", sometimes)
    (tmp_path / "w.txt").write_text("stevenshof\novervecht\n")
    ended = command("build", "--list", "w.txt", "--format", "json")
    assert ended.code == 18
    assert (
        "w.txt:1: stevenshof: Dit is een fout in wijkprofiel zelf (ZeroDivisionError" in ended.err
    )
    assert len(ended.out.splitlines()) == 1


def test_a_bug_in_the_only_area_shows_a_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def wrong(*_: object) -> None:
        raise ZeroDivisionError("onverwacht")

    monkeypatch.setattr(Workshop, "findings", wrong)
    monkeypatch.chdir(tmp_path)
    assert run([*JSON]) == 1
    said = capsys.readouterr().err
    assert said.count("Traceback") == 1
    assert "ZeroDivisionError: onverwacht" in said
    assert "InternalError" not in said
    assert documented(said)


def test_ctrl_c_between_areas_stands_in_the_report(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Workshop.findings

    def until(shop: Workshop, areas: list[Area], wishes: Wishes) -> Findings:
        if areas[0].code == "WK054609":
            raise KeyboardInterrupt
        return whole(shop, areas, wishes)

    monkeypatch.setattr(Workshop, "findings", until)
    words = ("build", "overvecht", "stevenshof", "--format", "json", "--report", "r.json")
    assert command(*words).code == 130
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (report["gemaakt"], report["gevraagd"], report["compleet"]) == (1, 2, False)
    assert report["afgebroken"] == "gestopt met Ctrl-C"


def test_only_a_bug_of_ours_shows_a_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(*_: object) -> None:
        raise ZeroDivisionError("onverwacht")

    monkeypatch.setattr(build, "find_all", wrong)
    assert run([*JSON]) == 1
    said = capsys.readouterr().err
    assert "Traceback" in said
    assert "ZeroDivisionError: onverwacht" in said
    assert "Dit is een fout in wijkprofiel zelf; u deed niets verkeerd." in said
    assert documented(said)


def started(*words: str, **streams: int) -> subprocess.Popen[bytes]:
    program = [sys.executable, "-m", "wijkprofiel", *words]
    return subprocess.Popen(program, cwd=ROOT, stderr=subprocess.PIPE, **streams)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize("words", [("areas", "list"), ("--help",), ("indicators", "list")])
def test_a_reader_that_stops_is_no_failure(words: tuple[str, ...]) -> None:
    readable, writable = os.pipe()
    os.close(readable)
    process = started(*words, stdout=writable)
    os.close(writable)
    _, said = process.communicate()
    assert process.returncode == 141
    assert said in (b"", b"Kies een gemeente om haar wijken te zien: --gemeente NAAM.\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_output_that_does_not_fit_is_told() -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    process = started("areas", "list", stdout=full)
    os.close(full)
    _, said = process.communicate()
    assert process.returncode == 17
    assert said.decode().splitlines()[0] == (
        "Fout: De uitvoer is niet te schrijven (de schijf is vol)."
    )
    assert b"Traceback" not in said


def test_closed_streams_do_no_harm(tmp_path: Path) -> None:
    program = f'"{sys.executable}" -m wijkprofiel build overvecht --format json --output "$0"'
    ended = subprocess.run(
        ["sh", "-c", f"{program} <&- >&- 2>&-", str(tmp_path)], cwd=ROOT, check=False
    )
    assert ended.returncode == 0
    assert len(list(tmp_path.iterdir())) == 1

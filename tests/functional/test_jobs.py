"""`build --jobs`: more processes make what one makes, in the same order, and end with it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.functional.conftest import Ended, Run
from tests.functional.test_stopping import ENDED, WHY, hidden, report, wait_for
from tests.support.documented import documented
from tests.support.small_country import SmallCountry, compile_country
from wijkprofiel.cli import build as build_command
from wijkprofiel.workshop import processes

NAME = "wijkprofiel-adam-{}-klein.{}"
SMALL = ("--data-dir", "land", "--report", "r.json")
UTRECHT = ("-m", "wijkprofiel", "build", "--gemeente", "utrecht", "--all")

pytestmark = pytest.mark.usefixtures("hears_signals")

Begin = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    compile_country(SmallCountry(), tmp_path / "land")
    (tmp_path / "nieuw.yaml").write_text("gebied: WK000102\ntitel: Wij \U0001f642\n")
    return tmp_path


def both(command: Run, folder: Path, *words: str) -> tuple[Ended, dict[str, bytes]]:
    """How a run of two processes ends, which has to be how a run of one does."""
    found = []
    for jobs in ("1", "2"):
        ended = command("build", *words, *SMALL, "--jobs", jobs)
        made = {path.name: path.read_bytes() for path in (folder / "profielen").rglob("*.*")}
        found.append((ended, {**made, "r.json": (folder / "r.json").read_bytes()}))
        for name in made:
            (folder / "profielen" / name).unlink()
    assert found[0] == found[1]
    return found[1]


def test_two_processes_make_what_one_makes(command: Run, small: Path) -> None:
    """In every format, with a PDF that fails in the middle, and hundreds of messages in order."""
    words = ("oud", "nieuw.yaml", "WK000103", "adam", "--format", "html,pdf,json,csv")
    ended, made = both(command, small, *words)
    assert ended.code == 18
    assert len(made) == 4 * 4 - 1 + 1
    assert ended.err.count("Waarschuwing: ") > 200
    assert "1 van de 4 profielen is niet gemaakt" in ended.err


def test_an_area_that_fails_stops_no_other(command: Run, small: Path) -> None:
    words = ("oud", "nieuw.yaml", "WK000103", "adam", "bdam", "--format", "pdf")
    ended, made = both(command, small, *words)
    assert ended.code == 18
    assert len(made) == 4 + 1
    told = json.loads(made["r.json"])
    assert [area["fout"] and area["fout"]["soort"] for area in told["gebieden"]] == [
        *(None, "ConfigurationError"),
        *(None, None, None),
    ]


def test_a_name_that_is_taken_is_told_of_its_area(command: Run, small: Path) -> None:
    """Only the process that knows all the names of the run writes."""
    (small / "profielen" / NAME.format("nieuw", "csv")).mkdir(parents=True)
    words = ("--gemeente", "adam", "--all", "--format", "csv,json")
    codes = [command("build", *words, *SMALL, "--jobs", jobs) for jobs in ("1", "2")]
    assert codes[0] == codes[1]
    assert codes[1].code == 18
    assert "Nieuw (WK000102)" in codes[1].err
    assert not (small / "profielen" / NAME.format("nieuw", "json")).exists()
    assert not hidden(small)


def test_what_the_run_reads_stays_in_more_processes_too(command: Run, small: Path) -> None:
    """A profile file that has the name of a document."""
    (small / "profielen").mkdir()
    target = small / "profielen" / NAME.format("nieuw", "json")
    target.with_suffix(".yaml").write_text("gebied: WK000102\n")
    os.link(target.with_suffix(".yaml"), target)
    words = ("oud", f"profielen/{target.stem}.yaml", "adam", "--format", "json")
    ended = command("build", *words, *SMALL, "--jobs", "2")
    assert ended.code == 17
    assert "is een profielbestand van deze opdracht" in ended.err
    assert target.read_text() == "gebied: WK000102\n"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("0", "Ongeldige waarde voor '--jobs': het moet 1 of meer zijn."),
        ("-2", "Ongeldige waarde voor '--jobs': het moet 1 of meer zijn."),
        ("veel", "Ongeldige waarde voor '--jobs': dit is geen heel getal."),
        ("1.5", "Ongeldige waarde voor '--jobs': dit is geen heel getal."),
    ],
)
def test_a_number_that_is_none(command: Run, tmp_path: Path, typed: str, told: str) -> None:
    ended = command("build", "overvecht", "--jobs", typed)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert documented(ended.err, "Ongeldige waarde")
    assert not (tmp_path / "profielen").exists()


def test_the_usual_number_is_that_of_the_cores(
    command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(build_command, "_cores", lambda: 7)
    monkeypatch.setattr(processes.Crew, "hire", lambda _, size: asked.append(size))
    words = ("--gemeente", "utrecht", "--all", "--format")
    assert command("build", *words, "json").code == 0
    assert asked == []  # ten are made sooner than a second process is there
    monkeypatch.setattr(processes, "_WORTH_IT", 3)
    assert command("build", *words, "json").code == 0
    assert command("build", *words, "json", "--jobs", "40").code == 0
    assert asked == [3, 10]


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    running: list[subprocess.Popen[bytes]] = []

    def started(*words: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, *UTRECHT, "--jobs", "2", "--report", "r.json", *words],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        running.append(process)
        return process

    yield started
    for process in running:
        process.kill()
        process.communicate()


def workers(process: subprocess.Popen[bytes]) -> list[int]:
    """The processes that draw for this one."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    found = [int(number) for number in children.read_text().split()]
    return [number for number in found if b"spawn_main" in _words(number)]


def _words(number: int) -> bytes:
    try:
        return Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return b""


needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")


@needs_proc
def test_a_process_that_dies_costs_one_area(begin: Begin, tmp_path: Path) -> None:
    process = begin("--format", "html")
    wait_for(lambda: len(workers(process)) == 2)
    os.kill(workers(process)[0], signal.SIGKILL)
    out, said = process.communicate(timeout=120)
    assert process.returncode == 18
    told = "maakte, is onverwacht gestopt (signaal KILL)."
    assert said.decode().count(told) == 1
    assert documented(said.decode(), told)
    found = report(tmp_path)
    assert (found["gemaakt"], found["mislukt"], found["afgebroken"]) == (9, 1, None)
    [lost] = [area for area in found["gebieden"] if area["fout"]]
    assert lost["fout"]["code"] == 15
    assert f"Het proces dat {lost['naam']} ({lost['code']}) maakte" in lost["fout"]["tekst"]
    assert len(out.splitlines()) == 9


@needs_proc
@pytest.mark.parametrize(
    ("number", "to_all"),
    [
        *((each, False) for each in ENDED if each != signal.SIGINT),
        *((each, True) for each in (signal.SIGINT, signal.SIGTERM)),
    ],
)
def test_a_signal_ends_all(begin: Begin, tmp_path: Path, number: int, to_all: bool) -> None:
    process = begin("--format", "html,pdf")
    wait_for(lambda: len(workers(process)) == 2)
    wait_for(lambda: report(tmp_path)["gemaakt"] >= 1)
    busy = workers(process)
    (os.killpg if to_all else os.kill)(process.pid, number)
    _, said = process.communicate(timeout=60)
    assert process.returncode == ENDED[signal.Signals(number)]
    wait_for(lambda: not any(b"spawn_main" in _words(each) for each in busy))
    assert b"Traceback" not in said
    found = report(tmp_path)
    assert found["afgebroken"] == WHY.get(signal.Signals(number))
    assert found["mislukt"] == 0
    if number != signal.SIGKILL:
        listed = [name for area in found["gebieden"] for name in area["bestanden"]]
        made = [str(path.relative_to(tmp_path)) for path in (tmp_path / "profielen").glob("*")]
        assert sorted(made) == sorted(listed)
        assert not hidden(tmp_path)


@needs_proc
def test_a_signal_while_processes_start(begin: Begin) -> None:
    process = begin("--format", "pdf")
    wait_for(lambda: bool(workers(process)))
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, b"Traceback" in said) == (130, False)

"""A command that is stopped from outside leaves no half file, and a report that is true."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from tests.functional.conftest import Run
from tests.support.documented import documented
from tests.support.small_country import SmallCountry, compile_country

ENDED = {signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGINT: 130, signal.SIGKILL: -9}
WHY = {
    signal.SIGTERM: "gestopt met het signaal TERM",
    signal.SIGHUP: "gestopt met het signaal HUP",
    signal.SIGINT: "gestopt met Ctrl-C",
}

pytestmark = pytest.mark.usefixtures("hears_signals")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    running: list[subprocess.Popen[bytes]] = []

    def begin(*program: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, *program],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.communicate()


def wait_for(condition: Callable[[], bool]) -> None:
    end = monotonic() + 60
    while not condition():
        assert monotonic() < end, "it never happened"
        sleep(0.002)


def report(folder: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((folder / "r.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {"gemaakt": 0}
    return found


def hidden(folder: Path) -> list[Path]:
    return [path for path in folder.rglob(".wijkprofiel-*") if path.is_file()]


BATCH = (
    *("-m", "wijkprofiel", "build", "--gemeente", "utrecht", "--all"),
    *("--report", "r.json", "--data-dir", "eigen"),
)


@pytest.mark.parametrize("number", ENDED)
@pytest.mark.parametrize("after", [0, 2])
def test_a_build_that_is_stopped(
    start: Callable[..., subprocess.Popen[bytes]], tmp_path: Path, number: int, after: int
) -> None:
    process = start(*BATCH, "--format", "html,csv")
    wait_for(lambda: (tmp_path / "r.json").exists() and report(tmp_path)["gemaakt"] >= after)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert process.returncode == ENDED[signal.Signals(number)]
    assert b"Traceback" not in said
    found = report(tmp_path)
    assert after <= found["gemaakt"] == len(found["gebieden"]) < found["gevraagd"] == 10
    assert (found["compleet"], found["afgebroken"]) == (False, WHY.get(signal.Signals(number)))
    for area in found["gebieden"]:
        for name in area["bestanden"]:
            assert (tmp_path / name).read_text(encoding="utf-8").endswith("\n")
    if number == signal.SIGKILL:
        return
    listed = [name for area in found["gebieden"] for name in area["bestanden"]]
    made = [str(path.relative_to(tmp_path)) for path in (tmp_path / "profielen").glob("*")]
    assert sorted(made) == sorted(listed)
    assert not hidden(tmp_path)
    assert documented(said.decode())


def test_the_next_run_cleans_up_after_a_kill(
    start: Callable[..., subprocess.Popen[bytes]], command: Run, tmp_path: Path
) -> None:
    process = start(*BATCH, "--format", "html")
    wait_for(lambda: bool(hidden(tmp_path)) or process.poll() is not None)
    process.kill()
    process.communicate()
    (tmp_path / "profielen").mkdir(exist_ok=True)
    (tmp_path / "profielen/.wijkprofiel-1-0.tmp").write_text("half")
    assert command("build", "overvecht", "--format", "json").code == 0
    assert not hidden(tmp_path / "profielen")


SLOW_COMPILE = """
import signal, sys
from pathlib import Path
from tests.support.small_country import compile_country, SmallCountry
from wijkprofiel.cli import signals
from wijkprofiel.edition import writer

def wait(*_):
    print("bezig", flush=True)
    signal.pause()

signals.listen()
writer.content_hash = wait
compile_country(SmallCountry(), Path(sys.argv[1]))
"""
SLOW_IMPORT = """
import signal, sys
from pathlib import Path
from tests.support.small_country import SmallCountry, recipe
from wijkprofiel.cli import signals
from wijkprofiel.archive import snapshots

def wait(*_, **__):
    print("bezig", flush=True)
    signal.pause()

signals.listen()
copies = SmallCountry().write(Path(sys.argv[1]) / "kopie")
snapshots.pq.write_table = wait
snapshots.import_tables(recipe("kern"), copies, Path(sys.argv[1]) / "momentopnamen")
"""


@pytest.mark.parametrize("number", ENDED)
@pytest.mark.parametrize("program", [SLOW_COMPILE, SLOW_IMPORT], ids=["compile", "import"])
def test_an_edition_that_is_being_replaced(
    start: Callable[..., subprocess.Popen[bytes]], tmp_path: Path, number: int, program: str
) -> None:
    home = tmp_path / "eigen"
    compile_country(SmallCountry(), home)
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    del before[home / "kopie/metadata.json"]
    process = start(
        "-c", f"import sys\nsys.path.insert(0, {str(Path.cwd())!r})\n{program}", str(home)
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"bezig\n"
    process.send_signal(number)
    process.communicate(timeout=60)
    after = {path: path.read_bytes() for path in before}
    assert after == before
    if number == signal.SIGKILL:
        assert hidden(home)
        return
    assert not hidden(home)


def test_a_signal_that_is_ignored_stays_so(tmp_path: Path) -> None:
    """As `nohup` does."""
    program = "trap '' HUP; exec \"$@\""
    words = [sys.executable, "-m", *BATCH[1:], "--format", "csv"]
    process = subprocess.Popen(
        ["sh", "-c", program, "sh", *words],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for((tmp_path / "r.json").exists)
    process.send_signal(signal.SIGHUP)
    assert process.wait(120) == 0
    assert report(tmp_path)["compleet"] is True


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_talk_that_nobody_takes_does_not_stop_the_work(tmp_path: Path) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    words = [sys.executable, "-m", "wijkprofiel", "build", "overvecht", "--format", "json"]
    ended = subprocess.run(words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=full, check=False)
    os.close(full)
    assert ended.returncode == 0
    assert ended.stdout == b"profielen/wijkprofiel-utrecht-overvecht-2020.json\n"

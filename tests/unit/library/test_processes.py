"""One opened edition in several threads, in a copy of the process, and in a new process."""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import wijkprofiel
from tests.support.source_tree import ROOT
from tests.support.tampered import alter, copy_of_shipped, fit
from wijkprofiel import AreaProfile, Wijkprofiel

AREAS = ("WK034403", "WK030701", "BU03440111", "GM0344", "WK054609", "WK034406")


def test_threads_make_what_one_makes(shared: Wijkprofiel) -> None:
    alone = [shared.profile(code).json() for code in AREAS]
    with ThreadPoolExecutor(4) as pool:
        together = pool.map(lambda code: shared.profile(code).json(), AREAS * 3)
        assert list(together) == alone * 3


def test_threads_write_what_one_writes(shared: Wijkprofiel) -> None:
    def write(code: str, folder: str) -> list[bytes]:
        (made,) = shared.build(code, formats=["html", "pdf"], output=folder)
        return [path.read_bytes() for path in made.files]

    alone = [write(code, "apart") for code in AREAS[:2]]
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(lambda code: write(code, "samen"), AREAS[:2]))
    assert together == alone


def code_of(profile: AreaProfile) -> tuple[str, int]:
    return profile.area.code, len(profile.html())


def find_in(opened: Wijkprofiel, name: str) -> str:
    return opened.find(name).code


def test_a_new_process_opens_the_same_edition(shared: Wijkprofiel) -> None:
    profile = shared.profile("overvecht")
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(find_in, (shared, "overvecht")) == "WK034403"
        assert pool.apply(code_of, (profile,)) == code_of(profile)


def test_a_new_process_refuses_another_edition_of_that_name(empty_folder: Path) -> None:
    path = copy_of_shipped(empty_folder / "eigen", "x")
    with wijkprofiel.open("x") as opened:
        reopen, arguments = opened.__reduce__()
        reopen(*arguments).close()
        change_content(path)
        with pytest.raises(wijkprofiel.EditionError, match="De editie x is veranderd sinds"):
            reopen(*arguments)


def change_content(path: Path) -> None:
    """Let it say that other figures are in it."""
    other = "1" * 64
    alter(path, "UPDATE meta SET value = ? WHERE key = 'content'", other)
    stored = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    fit(path, info={**stored["info"], "content": other})


FORKING = """
import os, signal, sys, threading, wijkprofiel

opened = wijkprofiel.open("2020")
alone = opened.profile("overvecht").json()
stop = threading.Event()

def work():
    while not stop.is_set():
        assert opened.profile("overvecht").json() == alone
        opened.all_areas("gemeente", "eenzaam")

busy = [threading.Thread(target=work, daemon=True) for _ in range(2)]
for each in busy:
    each.start()
for _ in range(8):
    child = os.fork()
    if not child:
        signal.alarm(20)  # a copy that waits for ever ends with a signal
        same = opened.profile("overvecht").json() == alone
        os._exit(0 if same and opened.find("utrecht").code == "GM0344" else 1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0, status
stop.set()
for each in busy:
    each.join()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system copies no processes")
def test_a_copy_of_a_process_that_is_busy_goes_on() -> None:
    ended = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", FORKING],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr

"""PDFs drawn in several threads, and in a process that is a copy: the same bytes as one by one."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support import profiles
from tests.support.rendering import render_pdf
from tests.support.source_tree import ROOT
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.errors import RenderError


def of_two_days() -> list[Profile]:
    """Two profiles that differ in the date that their fonts get."""
    first = profiles.overvecht()
    return [first, replace(first, edition=replace(first.edition, as_of="2021-04-01"))]


def test_threads_write_the_bytes_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    contents = of_two_days()
    alone = [render_pdf(each) for each in contents]
    assert alone[0] != alone[1]
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(render_pdf, [*contents, *reversed(contents)]))
    assert together == [*alone, *reversed(alone)]
    assert os.environ["SOURCE_DATE_EPOCH"] == "86400"  # noqa: TID251


def test_what_another_thread_draws_is_not_held_against_ours() -> None:
    log, done = logging.getLogger("weasyprint"), threading.Event()

    def complain() -> None:
        while not done.wait(0.001):
            log.warning("Ignored something of somebody else")

    other = threading.Thread(target=complain)
    other.start()
    try:
        assert render_pdf(profiles.overvecht()).startswith(b"%PDF")
    finally:
        done.set()
        other.join()


@pytest.mark.parametrize("silence", ["level", "everything"])
def test_a_silenced_log_hides_no_half_page(silence: str, tmp_path: Path) -> None:
    """In a notebook people silence WeasyPrint; a page without half a chart may still not pass."""
    sheet = tmp_path / "stijl" / "druk.css"
    sheet.parent.mkdir()
    sheet.write_text("p { groote: 3 }", encoding="utf-8")
    log = logging.getLogger("weasyprint")
    if silence == "level":
        log.setLevel(logging.CRITICAL)
    else:
        logging.disable(logging.CRITICAL)
    try:
        with pytest.raises(RenderError, match="groote"):
            render_pdf(replace(profiles.overvecht(), themes=()), templates=tmp_path)
        assert log.level == (logging.CRITICAL if silence == "level" else logging.NOTSET)
    finally:
        log.setLevel(logging.NOTSET)
        logging.disable(logging.NOTSET)


FORKING = """
import os, sys, threading, time
from tests.support import profiles
from tests.support.rendering import render_pdf
from wijkprofiel.render import pdf

alone = render_pdf(profiles.overvecht())
fonts = pdf._fonts()[0]._folder
started = threading.Event()

def draw():
    started.set()
    assert render_pdf(profiles.overvecht()) == alone

busy = threading.Thread(target=draw, daemon=True)
busy.start()
started.wait()
time.sleep(0.1)  # by now it is drawing
child = os.fork()
if not child:
    same = render_pdf(profiles.overvecht()) == alone
    sys.exit(0 if same and "SOURCE_DATE_EPOCH" not in os.environ else 1)
busy.join()
_, status = os.waitpid(child, 0)
assert os.waitstatus_to_exitcode(status) == 0
assert fonts.exists()  # the copy threw away only its own
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system copies no processes")
def test_a_copy_of_a_process_that_is_drawing_draws_the_same() -> None:
    environment = {key: os.environ[key] for key in os.environ if key != "SOURCE_DATE_EPOCH"}  # noqa: TID251
    ended = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", FORKING],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr


def test_no_fonts_are_left_behind(tmp_path: Path) -> None:
    program = (
        "from tests.support import profiles\n"
        "from tests.support.rendering import render_pdf\n"
        "render_pdf(profiles.overvecht())"
    )
    environment = {**os.environ, "TMPDIR": str(tmp_path)}  # noqa: TID251
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, check=True)
    assert list(tmp_path.iterdir()) == []

"""A machine without Pango, which PDF is drawn with: the rest is made, and the way is told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.documented import documented
from tests.support.source_tree import ROOT

HIDDEN = """\
import cffi.api

whole = cffi.api.FFI.dlopen


def dlopen(self, name, flags=0):
    if "pango" in str(name):
        raise OSError(f"cannot load library {name!r}")
    return whole(self, name, flags)


cffi.api.FFI.dlopen = dlopen
"""
STEM = "profielen/wijkprofiel-utrecht-overvecht-2020"


def build(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own, where the system does not have the library."""
    (folder / "sitecustomize.py").write_text(HIDDEN)
    environment = {
        "PATH": os.defpath,
        "HOME": str(folder),
        "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}",
        "WIJKPROFIEL_DATA": str(folder / "eigen"),
    }
    return subprocess.run(
        [sys.executable, "-m", "wijkprofiel", "build", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_everything_but_the_pdf_is_made(tmp_path: Path) -> None:
    ended = build(tmp_path, "overvecht", "--format", "pdf,html,json,csv")
    assert ended.returncode == 18
    assert ended.stdout.split() == [f"{STEM}.{kind}" for kind in ("html", "json", "csv")]
    assert (
        "De PDF van Overvecht (WK034403) is niet gemaakt, de andere bestanden wel." in ended.stderr
    )
    assert "Traceback" not in ended.stderr


def test_the_way_to_a_pdf_is_told_for_every_system(tmp_path: Path) -> None:
    ended = build(tmp_path, "overvecht", "--format", "pdf")
    assert (ended.returncode, ended.stdout) == (15, "")
    assert not (tmp_path / "profielen").exists()
    assert documented(ended.stderr)
    packages = (ROOT / "system-packages/run.txt").read_text().split("\n")[1:]
    assert f"sudo apt install {' '.join(packages).strip()};" in ended.stderr
    for way in ("dnf install pango", "brew install pango", "pacman -S mingw-w64-ucrt-x86_64-pango"):
        assert way in ended.stderr
    assert "of maak alleen HTML: --format html." in ended.stderr


@pytest.mark.parametrize("kind", ["html", "json"])
def test_who_wants_no_pdf_hears_nothing_of_it(tmp_path: Path, kind: str) -> None:
    ended = build(tmp_path, "overvecht", "--format", kind)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == f"{STEM}.{kind}\n"
    assert "Pango" not in ended.stderr

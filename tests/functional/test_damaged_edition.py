"""An edition that was cut off or overwritten somewhere: a profile or a message, never a bug."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.functional.conftest import Run
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

EDITION = SHIPPED_DATA / "2020.sqlite"
SIZE = EDITION.stat().st_size
BLOCK = 8192


def build(command: Run) -> int:
    ended = command("build", "overvecht", "--edition", "x", "--format", "json", "--quiet")
    assert ended.code in (0, 14), ended.err
    if ended.code == 14:
        assert "is onleesbaar of beschadigd (" in ended.err
        assert ended.out == ""
    return ended.code


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    (tmp_path / "eigen").mkdir()
    return Path(shutil.copy(EDITION, tmp_path / "eigen/x.sqlite"))


@pytest.mark.parametrize("part", [0, 1, 100, 4096, SIZE // 3, SIZE // 2, SIZE - BLOCK])
def test_an_edition_that_was_cut_off(command: Run, copy: Path, part: int) -> None:
    with copy.open("r+b") as file:
        file.truncate(part)
    assert build(command) == 14


@pytest.mark.parametrize("place", [0, *range(BLOCK, SIZE, SIZE // 12)])
def test_an_edition_that_was_overwritten(command: Run, copy: Path, place: int) -> None:
    with copy.open("r+b") as file:
        file.seek(place)
        file.write(bytes((place + number) % 251 for number in range(BLOCK)))
    build(command)


@pytest.mark.parametrize("filler", [b"\x00", b"\xff"])
def test_an_edition_of_which_only_the_size_is_right(
    command: Run, copy: Path, filler: bytes
) -> None:
    copy.write_bytes(filler * SIZE)
    assert build(command) == 14

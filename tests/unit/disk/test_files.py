from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from wijkprofiel.disk import files
from wijkprofiel.disk.files import leftovers, replacing, write_text
from wijkprofiel.disk.outputs import YAML, Outputs
from wijkprofiel.domain.errors import OutputError

STALE = ".wijkprofiel-1-0.tmp"


@contextmanager
def umask(mask: int) -> Iterator[None]:
    kept = os.umask(mask)
    try:
        yield
    finally:
        os.umask(kept)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(("mask", "expected"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_gets_what_the_umask_leaves(tmp_path: Path, mask: int, expected: int) -> None:
    with umask(mask):
        write_text(tmp_path / "a", "x")
    assert mode(tmp_path / "a") == expected


@pytest.mark.parametrize("kept", [0o600, 0o664, 0o444])
def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "a"
    path.write_text("oud")
    path.chmod(kept)
    write_text(path, "nieuw")
    assert (path.read_text(), mode(path)) == ("nieuw", kept)


def place_fifo(path: Path) -> None:
    os.mkfifo(path)


def place_link(path: Path) -> None:
    path.with_name("doel").write_text("van u")
    path.symlink_to("doel")


def place_dangling(path: Path) -> None:
    path.symlink_to("nergens")


def place_link_to_fifo(path: Path) -> None:
    os.mkfifo(path.with_name("doel"))
    path.symlink_to("doel")


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (place_fifo, "is geen gewoon bestand en blijft zoals het is."),
        (place_link, "is een verwijzing en blijft zoals het is."),
        (place_dangling, "is een verwijzing en blijft zoals het is."),
        (place_link_to_fifo, "is een verwijzing en blijft zoals het is."),
        (Path.mkdir, "is niet te schrijven (dit is een map, geen bestand)."),
    ],
)
def test_only_a_regular_file_is_replaced(tmp_path: Path, place: object, told: str) -> None:
    path = tmp_path / "a"
    place(path)  # type: ignore[operator]
    before = sorted((each.name, each.lstat().st_ino) for each in tmp_path.iterdir())
    with pytest.raises(OutputError) as caught:
        write_text(path, "x")
    assert caught.value.message == f"{path} {told}"
    assert sorted((each.name, each.lstat().st_ino) for each in tmp_path.iterdir()) == before


def test_what_becomes_a_link_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a"

    def work() -> None:
        with replacing(path):
            path.symlink_to("elders")

    with pytest.raises(OutputError, match="verwijzing"):
        work()
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("stop", [ZeroDivisionError, KeyboardInterrupt, SystemExit])
def test_nothing_is_left_of_what_was_stopped(tmp_path: Path, stop: type[BaseException]) -> None:
    path = tmp_path / "a"
    path.write_text("oud")

    def work() -> None:
        with replacing(path) as temporary:
            temporary.write_text("half")
            raise stop

    with pytest.raises(stop):
        work()
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("a", "oud")]


def test_nothing_is_left_where_a_signal_comes_as_the_file_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files, "_hold", interrupted)
    with pytest.raises(KeyboardInterrupt), replacing(tmp_path / "a.txt"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_thrown_away(tmp_path: Path) -> None:
    (tmp_path / STALE).write_text("half")
    (tmp_path / ".wijkprofiel-van-u.tmp").write_text("van u")
    write_text(tmp_path / "a", "x")
    assert sorted(each.name for each in tmp_path.iterdir()) == [".wijkprofiel-van-u.tmp", "a"]


HOLDER = """
import sys
from pathlib import Path
from wijkprofiel.disk.files import replacing
with replacing(Path(sys.argv[1])) as temporary:
    temporary.write_text("van een ander")
    print(temporary, flush=True)
    sys.stdin.readline()
"""


def test_what_another_process_is_writing_is_left_alone_until_it_is_killed(tmp_path: Path) -> None:
    target = tmp_path / "ander"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(target)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        temporary = Path(other.stdout.readline().strip())
        assert leftovers(tmp_path) == []
        write_text(tmp_path / "a", "x")
        assert temporary.read_text() == "van een ander"
        other.kill()
        other.wait()
    assert leftovers(tmp_path) == [temporary]
    assert not target.exists()


def test_a_link_with_a_name_of_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "van-u").write_text("x")
    (tmp_path / STALE).symlink_to("van-u")
    write_text(tmp_path / "a", "x")
    assert (tmp_path / STALE).is_symlink()


def test_an_input_is_known_under_every_name(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    given = tmp_path / "w.yaml"
    given.write_text("gebied: Overvecht\n")
    (tmp_path / "naam").hardlink_to(given)
    (tmp_path / "via").symlink_to("w.yaml")
    outputs = Outputs()
    outputs.reads(given, "een profielbestand")
    for name in ("w.yaml", "map/../w.yaml", "naam", "via"):
        with pytest.raises(OutputError, match="is een profielbestand van deze opdracht"):
            outputs.claim(tmp_path / name, "het verslag")
    outputs.claim(tmp_path / "ander.yaml", "het verslag")


def test_a_folder_of_inputs_may_get_new_files(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("x")
    (tmp_path / "a.json").write_text("x")
    outputs = Outputs()
    outputs.reads_folder(tmp_path, YAML, "een instelling")
    outputs.claim(tmp_path / "b.yaml", "het verslag")
    outputs.claim(tmp_path / "a.json", "het verslag")
    with pytest.raises(OutputError, match="is een instelling van deze opdracht"):
        outputs.claim(tmp_path / "a.yaml", "het verslag")


def test_two_outputs_never_share_a_name(tmp_path: Path) -> None:
    outputs = Outputs()
    outputs.claim(tmp_path / "a", "het profiel van Oud")
    outputs.claim(tmp_path / "a", "het profiel van Oud")
    with pytest.raises(OutputError, match="als het profiel van Oud en als het verslag"):
        outputs.claim(tmp_path / "x" / ".." / "a", "het verslag")

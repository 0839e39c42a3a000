"""Whatever a name leads to: no waiting, no reading without end, one kind of error."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path

import pytest

from wijkprofiel.disk.regular_files import is_inside, read_regular
from wijkprofiel.domain.reasons import reason


def refused(path: Path) -> int | None:
    with pytest.raises(OSError, match=r"\S") as caught:
        read_regular(path, 10)
    assert "foutcode" not in reason(caught.value)
    return caught.value.errno


def test_a_file_is_read_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"0123456789")
    assert read_regular(path, 10) == b"0123456789"
    assert read_regular(path, 9) is None


def test_a_file_of_eight_gigabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with path.open("wb") as file:
        file.truncate(8 << 30)
    assert read_regular(path, 10) is None


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    (tmp_path / "b").symlink_to("a")
    assert refused(tmp_path / "a") == refused(tmp_path / "b") == errno.ENXIO


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_no_file(device: str, tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(device)
    assert refused(tmp_path / "a") == errno.ENXIO


def test_a_socket_and_a_folder_are_no_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("a")
        assert refused(Path("a")) == errno.ENXIO
    assert refused(tmp_path) == errno.EISDIR


def test_names_that_cannot_be(tmp_path: Path) -> None:
    assert refused(tmp_path / "a\0b") == errno.EINVAL
    assert refused(tmp_path / "\ud800") in (errno.EINVAL, errno.ENOENT)
    assert refused(tmp_path / ("a" * 300)) == errno.ENAMETOOLONG
    (tmp_path / "a").symlink_to("a")
    assert refused(tmp_path / "a") == errno.ELOOP


def test_a_link_counts_for_where_it_leads(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "uit"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / "a").write_text("x", encoding="utf-8")
    (inside / "weg").symlink_to(outside / "a")
    (inside / "hier").symlink_to("a")
    (inside / "rond").symlink_to("rond")
    (tmp_path / "ook").symlink_to(inside)
    assert is_inside(inside / "a", [outside, inside])
    assert is_inside(inside / "hier", [tmp_path / "ook"])
    assert is_inside(inside / "nog-niet", [inside])
    for name in ("weg", "../uit/a", "rond", "a\0"):
        assert not is_inside(inside / name, [inside]), name
    assert not is_inside(tmp_path / "invloed", [inside])

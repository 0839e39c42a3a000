"""What a file is that is none: a pipe, a device, eight gigabytes of nothing. No waiting for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.functional.conftest import Run

LOGO = "gebied: Overvecht\nhuisstijl: {logo: {bestand: l.png, alt: x}}\n"
NO_FILE = "(dit is geen gewoon bestand)"


def pipe(path: Path) -> None:
    os.mkfifo(path)


def zero(path: Path) -> None:
    path.symlink_to("/dev/zero")


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(8 << 30)


@pytest.mark.parametrize(
    ("make", "logo_says", "yaml_says", "list_says"),
    [
        (pipe, NO_FILE, NO_FILE, NO_FILE),
        (zero, NO_FILE, NO_FILE, NO_FILE),
        (sparse, "is groter dan 500 kB", "groter dan 1 MB; dit is", "is groter dan 1 MB; dat is"),
    ],
)
def test_it_is_told_at_once(
    make: Callable[[Path], None],
    logo_says: str,
    yaml_says: str,
    list_says: str,
    command: Run,
    tmp_path: Path,
) -> None:
    make(tmp_path / "l.png")
    make(tmp_path / "w.yaml")
    make(tmp_path / "l.txt")
    (tmp_path / "configs").mkdir()
    (tmp_path / "logo.yaml").write_text(LOGO, encoding="utf-8")
    json = ("--format", "json")
    for words, code, said in (
        (("build", "logo.yaml", *json), 10, "logo.yaml:2: huisstijl.logo.bestand: Het logo l.png"),
        (("build", "logo.yaml", *json), 10, logo_says),
        (("build", "w.yaml", *json), 10, yaml_says),
        (("config", "check", "w.yaml"), 10, yaml_says),
        (("build", "--list", "l.txt", *json), 2, list_says),
    ):
        ended = command(*words)
        assert (ended.code, ended.out) == (code, "")
        assert said in ended.err


def test_a_configuration_that_is_a_pipe_is_told(command: Run, tmp_path: Path) -> None:
    folder = tmp_path / "configs" / "indicatoren"
    folder.mkdir(parents=True)
    pipe(folder / "bevolking.yaml")
    ended = command("build", "overvecht", "--format", "json")
    assert ended.code == 10
    assert f"indicatoren/bevolking.yaml: kan niet worden gelezen {NO_FILE}" in ended.err


@pytest.mark.parametrize("name", ["oordeel", "verhalen", "opmerkingen", "aliassen"])
def test_a_pipe_never_lets_our_own_file_hold_silently(
    command: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / "configs").mkdir()
    pipe(tmp_path / f"configs/{name}.yaml")
    ended = command("build", "overvecht", "--format", "json")
    assert ended.code == 10
    assert f"{name}.yaml: kan niet worden gelezen {NO_FILE}" in ended.err


def test_a_link_that_leads_nowhere_is_told(command: Run, tmp_path: Path) -> None:
    (tmp_path / "configs").mkdir()
    (tmp_path / "configs/oordeel.yaml").symlink_to("weg.yaml")
    ended = command("build", "overvecht", "--format", "json")
    assert ended.code == 10
    assert "configs/oordeel.yaml: kan niet worden gelezen" in ended.err


def test_a_zero_byte_in_the_name_of_a_logo(command: Run, tmp_path: Path) -> None:
    text = 'gebied: Overvecht\nhuisstijl:\n  logo: {bestand: "a\\0.png", alt: x}\n'
    (tmp_path / "w.yaml").write_text(text, encoding="utf-8")
    ended = command("build", "w.yaml", "--format", "json")
    assert ended.code == 10
    assert "w.yaml:3: huisstijl.logo.bestand: er staat een onzichtbaar stuurteken in" in ended.err

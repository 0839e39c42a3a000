"""`make demo` and what it does first: it tells what it does, waits its turn, and stops in words."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.source_tree import ROOT
from wijkprofiel.cli.app import run

BUSY = "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 1 (apt-get)"
APT = """\
echo "apt-get $*" >> {log}
case $1 in
update) grep -c 'apt-get update' {log} | grep -qx '{turns}' || {{ echo '{said}' >&2; exit 100; }} ;;
esac
"""


class Machine:
    """A bare machine: nothing is installed, and what would install only writes down its words."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.log = folder, folder / "log"
        self.log.touch()
        (folder / "tools").mkdir()
        shutil.copy(ROOT / "tools/setup.sh", folder / "tools")
        shutil.copytree(ROOT / "system-packages", folder / "system-packages")
        self.program("python3", "exit 0")
        self.program("sleep", f'echo "sleep $1" >> {self.log}')
        self.program("dpkg-query", "exit 1")
        self.program("id", "echo 0")
        self.program("../.venv/bin/python", f'echo "python $*" >> {self.log}')
        self.apt(turns=1)

    def apt(self, turns: int, said: str = BUSY) -> None:
        """Let `apt-get update` work at this turn only, and say this before."""
        self.program("apt-get", APT.format(log=self.log, turns=turns, said=said))

    def program(self, name: str, script: str) -> None:
        """Put a program on the path."""
        path = self.folder / "bin" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def set_up(self) -> subprocess.CompletedProcess[str]:
        """Run the script for who builds profiles."""
        path = f"{self.folder / 'bin'}:{os.defpath}"
        return subprocess.run(
            ["sh", "tools/setup.sh", "run"],
            cwd=self.folder,
            env={"PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def done(self) -> list[str]:
        """What was done, in order."""
        return self.log.read_text().splitlines()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_it_tells_each_step_how_much_and_how_long(machine: Machine) -> None:
    ended = machine.set_up()
    assert ended.returncode == 0, ended.stderr
    told = ended.stdout.splitlines()
    assert "een tot vijf minuten" in told[0]
    assert [line[:3] for line in told if line[0].isdigit()] == ["1/2", "2/2"]
    assert re.search(r"\d+ MB ophalen, \d+ MB op schijf", ended.stdout)
    assert "libpango-1.0-0" in ended.stdout
    assert (machine.folder / ".venv/ready-to-run").exists()


def test_it_waits_for_another_that_installs(machine: Machine) -> None:
    machine.apt(turns=3)
    ended = machine.set_up()
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.count("Een ander programma installeert nog") == 1
    assert machine.done.count("sleep 5") == 2
    (install,) = (line for line in machine.done if line.startswith("apt-get install"))
    assert "-o DPkg::Lock::Timeout=600" in install


def test_it_does_not_wait_forever(machine: Machine) -> None:
    machine.apt(turns=0)
    ended = machine.set_up()
    assert ended.returncode == 1
    assert "houdt apt-get al tien minuten bezet" in ended.stderr
    assert machine.done.count("sleep 5") == 120


def test_another_failure_is_no_reason_to_wait(machine: Machine) -> None:
    machine.apt(turns=0, said="E: Temporary failure resolving deb.debian.org")
    ended = machine.set_up()
    assert ended.returncode == 1
    assert "Temporary failure" in ended.stderr
    assert "Is er internet?" in ended.stderr
    assert not any(line.startswith("sleep") for line in machine.done)


def test_who_may_not_install_gets_the_line_to_type(machine: Machine) -> None:
    machine.program("id", "echo 1000")
    ended = machine.set_up()
    assert ended.returncode == 1
    assert "sudo apt-get update && sudo apt-get install" in ended.stderr
    assert machine.done == []


def test_the_demo_ends_with_files_that_it_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    values = dict(re.findall(r"^(DEMO\w*) := (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert run(["build", *values["DEMO"].split(), "--format", "html"]) == 0
    assert f"profielen/{values['DEMO_FILE']}.html\n" in capsys.readouterr().out

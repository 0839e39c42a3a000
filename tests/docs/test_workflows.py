"""The workflow files: what they run exists, and they fail loudly."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer.main
import yaml

from tests.functional.conftest import Run, command
from tests.support.source_tree import ROOT
from wijkprofiel.cli.app import app

__all__ = ["command"]  # a fixture
GITHUB = ROOT / ".github/workflows/jaarlijks.yml"
GITLAB = ROOT / "docs/ci/gitlab-jaarlijks.yml"
YEARLY = pytest.mark.parametrize("path", [GITHUB, GITLAB], ids=lambda path: path.name)


def scripts(node: Any) -> list[str]:
    """Everything that a workflow hands to a shell."""
    if isinstance(node, list):
        return [text for item in node for text in scripts(item)]
    if not isinstance(node, dict):
        return []
    own = [node[key] for key in ("run", "script", "before_script") if key in node]
    flat = [line for each in own for line in ([each] if isinstance(each, str) else each)]
    return [*flat, *(text for value in node.values() for text in scripts(value))]


def commands(path: Path) -> list[list[str]]:
    """The words of each wijkprofiel command in a workflow."""
    text = "\n".join(scripts(yaml.safe_load(path.read_text(encoding="utf-8"))))
    return [shlex.split(found) for found in re.findall(r"wijkprofiel ([^;\n]+)", text)]


@YEARLY
def test_every_command_and_option_exists(path: Path) -> None:
    for words in commands(path):
        found: Any = typer.main.get_command(app)
        names = [word for word in words if not word.startswith("-")]
        while hasattr(found, "commands"):
            found = found.commands[names.pop(0)]
        options = {name for param in found.params for name in param.opts}
        assert {word for word in words if word.startswith("--")} <= options


@YEARLY
def test_the_job_builds_checks_and_keeps_documents(path: Path) -> None:
    words = commands(path)
    assert [each[:2] for each in words if each[0] != "build"] == [
        ["config", "check"],
        ["data", "pull"],
        ["data", "verify"],
    ]
    (build,) = (each for each in words if each[0] == "build")
    for option in ("--gemeente", "--all", "--strict", "--report"):
        assert option in build
    text = path.read_text(encoding="utf-8")
    assert "tools/check_report.py verslag.json" in text
    assert "profielen/" in text
    for quiet in ("continue-on-error", "allow_failure", "|| true"):
        assert quiet not in text


def test_keeping_documents_does_not_hide_which_step_failed() -> None:
    (job,) = yaml.safe_load(GITHUB.read_text(encoding="utf-8"))["jobs"].values()
    (kept,) = (step for step in job["steps"] if "upload-artifact" in step.get("uses", ""))
    assert kept["if"] == "${{ !cancelled() }}"
    assert kept["with"]["if-no-files-found"] == "warn"


def test_every_change_runs_what_developers_run() -> None:
    path = ROOT / ".github/workflows/ci.yml"
    assert scripts(yaml.safe_load(path.read_text(encoding="utf-8"))) == ["make test"]


def judged(folder: Path) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, str(ROOT / "tools/check_report.py"), "verslag.json"]
    return subprocess.run(program, cwd=folder, capture_output=True, text=True, check=False)


def test_the_report_is_held_against_the_files(command: Run, tmp_path: Path) -> None:
    words = ("build", "overvecht", "stevenshof", "--format", "html", "--report", "verslag.json")
    ended = command(*words, "--strict")
    assert ended.code == 0, ended.err
    report = json.loads((tmp_path / "verslag.json").read_text(encoding="utf-8"))
    assert (report["compleet"], report["gevraagd"], report["mislukt"]) == (True, 2, 0)
    assert judged(tmp_path).returncode == 0
    one, other = ended.out.splitlines()
    (tmp_path / one).unlink()
    (tmp_path / other).write_text("half")
    second = judged(tmp_path)
    assert second.returncode == 1
    assert second.stderr.splitlines() == [f"{one} ontbreekt", f"{other} is maar 4 bytes groot"]
    (tmp_path / "verslag.json").write_text("{}")
    assert "is geen verslag van wijkprofiel" in judged(tmp_path).stderr


def test_one_that_fails_does_not_stop_the_rest(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkprofiel.domain.errors import EditionError
    from wijkprofiel.workshop.workshop import Workshop

    whole = Workshop.findings

    def sometimes(shop: Workshop, areas: Any, *rest: Any) -> Any:
        if areas[0].name == "Zuidwest":
            raise EditionError("stuk")
        return whole(shop, areas, *rest)

    monkeypatch.setattr(Workshop, "findings", sometimes)
    words = ("build", "--gemeente", "utrecht", "--all", "--format", "json")
    ended = command(*words, "--report", "verslag.json")
    assert ended.code == 18
    assert len(ended.out.splitlines()) == 9
    assert "Klaar: 9 gemaakt, 1 mislukt" in ended.err
    assert "1 van de 10 profielen is niet gemaakt" in ended.err
    assert judged(tmp_path).stderr == "Zuidwest: stuk\n"

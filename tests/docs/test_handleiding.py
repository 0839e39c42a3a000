"""docs/handleiding.md, done as it is written: every command, file and answer, in its order."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.guide import NEXT_YEAR, PAGE, Step, chapters
from tests.support.source_tree import ROOT
from wijkprofiel.configuration.profiles import Contact, Meeting, ProfileDefinition
from wijkprofiel.yaml_files.fields import Record

SHIM = """#!/bin/sh
case "$1 $*" in
"build "*--format*) ;;
"build "*) set -- "$@" --format json ;;
esac
exec "{python}" -m wijkprofiel "$@"
"""


class Adviser:
    """Somebody who does what the guide says. To spare time, a build without format makes JSON."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.place = folder / "wijkprofiel"
        self.said = ""
        self._folder = folder
        self.place.symlink_to(ROOT)
        bin_folder = folder / "bin"
        bin_folder.mkdir()
        shim = bin_folder / "wijkprofiel"
        shim.write_text(SHIM.format(python=sys.executable))
        shim.chmod(0o755)
        monkeypatch.setenv("PATH", str(bin_folder), prepend=os.pathsep)
        monkeypatch.setenv("PYTHONPATH", str(ROOT))
        monkeypatch.setenv("WIJKPROFIEL_DATA", str(folder / "cijfers"))
        monkeypatch.setenv("COLUMNS", "200")

    def do(self, step: Step) -> None:
        """Carry out one step."""
        action, _, name = step.note.partition(": ")
        if action == "niet in de test":
            return
        if step.kind == "sh":
            for line in step.text.splitlines():
                self._type(line, fails=action == "mislukt")
        elif action == "uitvoer":
            for line in step.text.splitlines():
                assert line.replace(".pdf", ".json").replace(".html", ".json") in self.said
        else:
            self._write(step, action, self.place / name)

    def _type(self, line: str, *, fails: bool) -> None:
        if line.startswith("cd "):
            # As a person goes there: `..` of a linked folder is where the link lies.
            self.place = Path(os.path.normpath(self.place / line.removeprefix("cd ")))
            return
        where = self._folder if ".." in line and self.place.name == "wijkprofiel" else self.place
        typed = line.replace("../", "") if where == self._folder else line
        ended = subprocess.run(
            ["sh", "-c", typed],
            cwd=where,
            capture_output=True,
            text=True,
            check=False,
        )
        self.said = ended.stdout + ended.stderr
        assert (ended.returncode != 0) == fails, f"{line}: {self.said}"
        assert "Traceback" not in self.said

    def _write(self, step: Step, action: str, path: Path) -> None:
        assert action in ("bestand", "voeg toe"), f"say of this block what it is: {step.text}"
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text(encoding="utf-8") if action == "voeg toe" else ""
        path.write_text(f"{before}\n{step.text}" if before else step.text, encoding="utf-8")
        if "logo.svg" in step.text:
            shutil.copy(ROOT / "tests/functional/logo.svg", path.parent)


def test_the_guide_works_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    adviser = Adviser(tmp_path, monkeypatch)
    for title, steps in chapters().items():
        for step in steps if title != NEXT_YEAR else ():
            adviser.do(step)
    made = {path.name for path in (tmp_path / "mijn-profielen/profielen").iterdir()}
    assert "wijkprofiel-amersfoort-soesterkwartier-2020.json" in made
    assert len(made) > 10


def test_the_guide_leads_through_everything() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for subject in ("make demo", "config new", "config check", "huisstijl:", "data pull"):
        assert subject in text


@pytest.mark.parametrize(
    ("told", "model"),
    [
        ("Alleen {} is altijd nodig", ProfileDefinition),
        ("`bijeenkomst`, dan hoort daar een {} bij", Meeting),
        ("bij `contact` een {}", Contact),
    ],
)
def test_the_guide_says_what_cannot_be_left_out(told: str, model: type[Record]) -> None:
    (required,) = (name for name, field in model.model_fields.items() if field.is_required())
    text = " ".join(PAGE.read_text(encoding="utf-8").split())
    assert told.format(f"`{required}`") in text


@pytest.mark.parametrize("page", ["handleiding.md", "fouten.md", "cli.md"])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https:)([^)#]+)(?:#[^)]*)?\)", text):
        assert (ROOT / "docs" / target).resolve().exists(), target
    anchors = {anchor_of(title) for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    for anchor in re.findall(r"\]\(#([^)]+)\)", text):
        assert anchor in anchors


def test_every_chapter_is_in_the_list() -> None:
    text = PAGE.read_text(encoding="utf-8")
    listed = re.findall(r"^(\d+)\. \[(.+)\]\(#", text.partition("\n## ")[0], re.MULTILINE)
    numbered = [title for title in chapters() if title[0].isdigit()]
    assert [f"{number}. {title}" for number, title in listed] == numbered


def anchor_of(title: str) -> str:
    """The anchor that GitHub and GitLab give a heading."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")

"""docs/python.md, done as it is written: every block of code, and what it prints."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

import wijkprofiel
from tests.support.source_tree import ROOT

PAGE = ROOT / "docs" / "python.md"
BLOCK = re.compile(r"```python\n(.*?)```(?:\n\n```text\n(.*?)```)?", re.DOTALL)


def test_the_page_works_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WIJKPROFIEL_DATA", str(tmp_path / "eigen"))
    names: dict[str, Any] = {}
    text = PAGE.read_text(encoding="utf-8")
    for found in BLOCK.finditer(text):
        line = text.count("\n", 0, found.start()) + 2
        code = compile("\n" * (line - 1) + found[1], str(PAGE), "exec")
        with redirect_stdout(StringIO()) as printed:
            exec(code, names)
        assert found[2] != "", f"{PAGE.name}:{line}: say what is printed"
        assert printed.getvalue() == (found[2] or ""), f"{PAGE.name}:{line}"
    assert len(list((tmp_path / "profielen").iterdir())) == 4


def test_every_block_of_output_is_of_a_block_of_code() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text.count("```text") == sum(found[2] is not None for found in BLOCK.finditer(text))


@pytest.mark.parametrize("name", sorted(wijkprofiel.__all__))
def test_the_page_names_what_there_is(name: str) -> None:
    inside = {"Area", "AreaProfile", "Made", "Wijkprofiel"}
    elsewhere = {"SourceChangedError", "SourceGoneError", "SourceUnreachableError", "StrictFailure"}
    told = re.search(rf"\b{name}\b", PAGE.read_text(encoding="utf-8")) is not None
    assert told == (name not in inside | elsewhere)


def test_the_page_names_every_column() -> None:
    from wijkprofiel.library.frames import COLUMNS

    rows = re.findall(r"^\| (`.+?) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert set(COLUMNS) <= named


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)", PAGE.read_text(encoding="utf-8")):
        assert (PAGE.parent / target).exists(), target

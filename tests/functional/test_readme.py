"""The areas that README.md builds are there."""

from __future__ import annotations

import re

import pytest

from tests.functional.conftest import Run
from tests.support.source_tree import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
AREAS = re.findall(r"wijkprofiel build ([^\s-][^\s`.]*(?: --gemeente \S+)?)(?=[\s`])", README)


@pytest.mark.parametrize("words", sorted(set(AREAS)))
def test_every_area_that_the_readme_builds_is_one_area(command: Run, words: str) -> None:
    ended = command("config", "new", *words.split(), "--output", "gevonden.yaml")
    assert ended.code == 0, ended.err


def test_the_readme_shows_an_area_that_needs_its_gemeente() -> None:
    assert any("--gemeente" in words for words in AREAS)

"""docs/huis.md: its tables are the rules of the house, and what it names exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.rules import BANS, ORDER
from tests.support.source_tree import PACKAGE, ROOT, read_package
from tools.house import BEGIN, END, PAGE, page, sentence

TEXT = PAGE.read_text(encoding="utf-8")
WRITTEN = TEXT.partition(BEGIN)[0] + TEXT.partition(END)[2]
NAMES = sorted(set(re.findall(r"`([^` ]+)`", WRITTEN)))
PATHS = [name for name in NAMES if "/" in name]
CLASSES = [name for name in NAMES if re.fullmatch(r"[A-Z][a-z]+([A-Z][a-z]+)*", name)]
LINKS = re.findall(r"\]\(([^)#:]+)\)", TEXT)


def test_the_tables_are_fresh() -> None:
    assert page(TEXT) == TEXT, "run `python -m tools.house`"


def test_the_tables_have_every_room_and_every_ban() -> None:
    table = TEXT.partition(BEGIN)[2].partition(END)[0]
    assert all(f"| `{room}` | " in table for room in ORDER)
    assert all(ban.instead in table for ban in BANS)


@pytest.mark.parametrize("room", ORDER)
def test_every_room_says_what_it_is_in_one_sentence(room: str) -> None:
    said = sentence(room)
    assert said.endswith(".")
    assert said.count(". ") == 0


@pytest.mark.parametrize("name", PATHS)
def test_a_path_that_is_named_exists(name: str) -> None:
    assert any((folder / name).exists() for folder in (PACKAGE, ROOT))


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_that_is_named_exists(name: str) -> None:
    known = {node.name for module in read_package() for node in module.classes()}
    assert name in known


@pytest.mark.parametrize("link", LINKS)
def test_a_link_leads_somewhere(link: str) -> None:
    assert (PAGE.parent / Path(link)).exists()

"""docs/fouten.md: every exit code and every message, as they are."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.support.documented import PAGE, messages
from tests.support.source_tree import read_package
from tools.error_docs import page
from wijkprofiel.cli.app import BUG, INTERRUPTED
from wijkprofiel.cli.dutch import OUTPUT_CLOSED
from wijkprofiel.cli.signals import STOPPED
from wijkprofiel.domain import errors

CODES = re.compile(r"^\| (\d+) \| (.+?) \|", re.MULTILINE)
KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type)
    and issubclass(kind, errors.WijkprofielError)
    and kind is not errors.WijkprofielError
]


def rows() -> dict[int, str]:
    return {int(code): text for code, text in CODES.findall(PAGE.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_error_stands_with_its_exit_code(
    kind: type[errors.WijkprofielError],
) -> None:
    assert f"`{kind.__name__}`" in rows()[kind.exit_code]


def test_there_are_no_other_exit_codes() -> None:
    stopped = {INTERRUPTED, OUTPUT_CLOSED, *STOPPED.values()}
    expected = {0, BUG, *stopped, *(kind.exit_code for kind in KINDS)}
    assert set(rows()) == expected


def test_the_part_from_the_code_is_fresh() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert page(text) == text, "run `python -m tools.error_docs`"


@cache
def texts_in_the_code() -> str:
    found: list[str] = []
    for module in read_package():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(" ".join(node.value.replace(r"\1", "").split()))
    return "\n".join(found)


@pytest.mark.parametrize("message", sorted(set(messages())))
def test_no_message_is_of_yesterday(message: str) -> None:
    parts = [part.strip(" .'") for part in re.split(r"…|; ", message.replace("\\|", "|"))]
    words = [part for part in parts if len(part) > 3]
    assert words
    for part in words:
        assert part in texts_in_the_code()

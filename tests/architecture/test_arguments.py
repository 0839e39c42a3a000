"""Nobody has to count arguments."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from tests.architecture.arguments import (
    LONG_CALLS,
    LONG_SIGNATURES,
    long_calls,
    long_signatures,
    own_classes,
)
from tests.support.source_tree import Module, read_package

MODULES = read_package()
SIGNATURES = [each for module in MODULES for each in long_signatures(module)]
OWN = own_classes(MODULES)
CALLS = [each for module in MODULES for each in long_calls(module, OWN)]


def test_functions_take_few_arguments_by_place() -> None:
    found = [breach for key, breach in SIGNATURES if key not in LONG_SIGNATURES]
    assert not found, "\n".join(found)


def test_objects_are_made_with_few_arguments_by_place() -> None:
    found = [breach for key, breach in CALLS if key not in LONG_CALLS]
    assert not found, "\n".join(found)


def test_every_exception_is_still_needed() -> None:
    assert LONG_SIGNATURES.keys() <= {key for key, _ in SIGNATURES}
    assert LONG_CALLS.keys() <= {key for key, _ in CALLS}


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("def f(a, b, c, d, e): ...", False),
        ("def f(a, b, c, d, e, f): ...", True),
        ("def f(a, b, c, d, e, *, f, g): ...", False),
        ("class C:\n    def f(self, a, b, c, d, e): ...", False),
        ("class C:\n    def f(self, a, b, c, d, e, f): ...", True),
    ],
)
def test_a_long_signature_is_seen(source: str, *, seen: bool) -> None:
    found = list(long_signatures(Module(PurePosixPath("words/x.py"), source)))
    assert bool(found) is seen
    assert all("by place; instead:" in breach for _, breach in found)


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("Point(1, 2, 3, 4, 5, level=6)", False),
        ("points.Point(1, 2, 3, 4, 5, 6)", True),
        ("other(1, 2, 3, 4, 5, 6)", False),
    ],
)
def test_a_long_call_is_seen(source: str, *, seen: bool) -> None:
    module = Module(PurePosixPath("words/x.py"), source)
    found = list(long_calls(module, frozenset({"Point"})))
    assert bool(found) is seen
    assert all("instead: write `name=`" in breach for _, breach in found)

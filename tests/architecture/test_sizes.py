from __future__ import annotations

from pathlib import PurePosixPath
from statistics import quantiles

from tests.support.source_tree import Module, length, read_package

LONGEST_FUNCTION = 60
LONGEST_MODULE = 400
MODULES = read_package()


def long_functions(modules: list[Module], limit: int) -> list[str]:
    return [
        f"{module.at(function.lineno)}: {function.name} has {length(function)} lines"
        for module in modules
        for function in module.functions()
        if length(function) > limit
    ]


def long_modules(modules: list[Module], limit: int) -> list[str]:
    counts = ((module, len(module.source.splitlines())) for module in modules)
    return [f"{module.at(1)}: {lines} lines" for module, lines in counts if lines > limit]


def test_no_function_is_too_long_to_read_at_once() -> None:
    found = long_functions(MODULES, LONGEST_FUNCTION)
    assert not found, "split by what each part does:\n" + "\n".join(found)


def test_functions_are_short_as_a_rule() -> None:
    lengths = [length(function) for module in MODULES for function in module.functions()]
    median, ninth_decile = quantiles(lengths, n=10)[4], quantiles(lengths, n=10)[8]
    assert median <= 8
    assert ninth_decile < 30


def test_no_module_is_too_long_to_know() -> None:
    found = long_modules(MODULES, LONGEST_MODULE)
    assert not found, "split by subject:\n" + "\n".join(found)


def test_what_is_too_long_is_seen() -> None:
    source = "def f():\n" + "    x = 1\n" * LONGEST_FUNCTION
    module = Module(PurePosixPath("render/x.py"), source)
    assert long_functions([module], LONGEST_FUNCTION) == [
        "wijkprofiel/render/x.py:1: f has 61 lines"
    ]
    assert long_modules([module], limit=60) == ["wijkprofiel/render/x.py:1: 61 lines"]

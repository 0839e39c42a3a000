"""Arguments told apart by their place alone: more than a reader can count, as data and rules."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence

from tests.support.source_tree import Module

MOST = 5

_OPTIONS = "its arguments are the options of a command, which Typer passes by name"
# Functions that take more, by module and name, with the reason.
LONG_SIGNATURES: Mapping[str, str] = {
    "cli/areas.py similar": _OPTIONS,
    "cli/compare.py compare": _OPTIONS,
    "cli/areas.py search": _OPTIONS,
    "cli/booklet.py booklet": _OPTIONS,
    "cli/build.py build": _OPTIONS,
    "cli/data_pull.py pull": _OPTIONS,
    "cli/indicators.py explain": _OPTIONS,
    "cli/kit.py kit": _OPTIONS,
}
# Classes that are made with more, by module and name, with the reason.
LONG_CALLS: Mapping[str, str] = {}


def long_signatures(module: Module) -> Iterator[tuple[str, str]]:
    """Functions with too many arguments that a caller may pass by place: (key, breach)."""
    for function in module.functions():
        names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
        count = len(names) - (names[:1] in (["self"], ["cls"]))
        if count > MOST:
            breach = (
                f"{module.at(function.lineno)}: {function.name} takes {count} arguments by place; "
                "instead: `*` after the first few, or one value that holds what belongs together"
            )
            yield f"{module.path} {function.name}", breach


def long_calls(module: Module, own: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Objects of our own that are made with too many arguments by place: (key, breach)."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and _last_name(node.func) in own and len(node.args) > MOST:
            name = _last_name(node.func)
            breach = (
                f"{module.at(node.lineno)}: {name}(…) gets {len(node.args)} arguments by place; "
                "instead: write `name=` before all but the first few"
            )
            yield f"{module.path} {name}", breach


def own_classes(modules: Sequence[Module]) -> frozenset[str]:
    """The names of all classes of the package."""
    return frozenset(node.name for module in modules for node in module.classes())


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""

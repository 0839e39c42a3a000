"""The package asks for every library that it imports, also for one that another brings along."""

from __future__ import annotations

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.source_tree import ROOT, read_package


def imported() -> set[str]:
    """The top names of everything that is imported, here and inside functions."""
    names: set[str] = set()
    for module in read_package():
        for node in ast.walk(ast.parse(module.source)):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module is not None:
                names.add(node.module.split(".")[0])
    return names - sys.stdlib_module_names - {"wijkprofiel"}


def test_every_library_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    installed = packages_distributions()
    needed = {name: {canonicalize_name(each) for each in installed[name]} for name in imported()}
    assert "pandas" in needed
    assert [name for name, packages in sorted(needed.items()) if not packages & asked] == []

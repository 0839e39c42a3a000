"""Python source as data: modules, what they use, and how long they are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "wijkprofiel"


@dataclass(frozen=True)
class Use:
    """A name from elsewhere that a module uses, written in full: `datetime.datetime.now`."""

    line: int
    name: str


@dataclass(frozen=True)
class Module:
    """One source file; `path` is relative to the package and uses forward slashes."""

    path: PurePosixPath
    source: str

    @property
    def room(self) -> str:
        """The top-level name inside the package: `render` for render/pdf.py."""
        return self.path.parts[0].removesuffix(".py")

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed source."""
        return ast.parse(self.source)

    def at(self, line: int) -> str:
        """A place in this module that editors understand."""
        return f"wijkprofiel/{self.path}:{line}"

    def imports(self) -> Iterator[Use]:
        """Everything imported, anywhere in the module, also by name at run time."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (Use(node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                origin = self._origin(node)
                yield from (Use(node.lineno, f"{origin}.{alias.name}") for alias in node.names)
            elif isinstance(node, ast.Call):
                yield from _import_by_name(node)

    def uses(self) -> Iterator[Use]:
        """All imports, all attributes of imported names, and `print`."""
        yield from self.imports()
        known = self._imported_names()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Attribute) and (dotted := _dotted(node)):
                first, _, rest = dotted.partition(".")
                if first in known:
                    yield Use(node.lineno, f"{known[first]}.{rest}")
            elif isinstance(node, ast.Name) and node.id == "print":
                yield Use(node.lineno, "print")

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """All functions and methods."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def classes(self) -> Iterator[ast.ClassDef]:
        """All classes."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))

    def _origin(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        folder = ("wijkprofiel", *self.path.parent.parts)
        base = folder[: len(folder) - node.level + 1]
        return ".".join((*base, node.module) if node.module else base)

    def _imported_names(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    first = alias.name.partition(".")[0]
                    names[alias.asname or first] = alias.name if alias.asname else first
            elif isinstance(node, ast.ImportFrom):
                origin = self._origin(node)
                names |= {a.asname or a.name: f"{origin}.{a.name}" for a in node.names}
        return names


def read_package(package: Path = PACKAGE) -> list[Module]:
    """All modules of the package, in a fixed order."""
    return [
        Module(PurePosixPath(path.relative_to(package).as_posix()), path.read_text("utf-8"))
        for path in sorted(package.rglob("*.py"))
        if "_bundled" not in path.parts
    ]


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function, from its first to its last."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _dotted(node: ast.expr) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (front := _dotted(node.value)):
        return f"{front}.{node.attr}"
    return None


def _import_by_name(call: ast.Call) -> Iterator[Use]:
    if _dotted(call.func) not in ("__import__", "import_module", "importlib.import_module"):
        return
    if call.args and isinstance(call.args[0], ast.Constant):
        yield Use(call.lineno, str(call.args[0].value))

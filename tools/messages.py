"""The messages that the code can give, read from the code itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from wijkprofiel.domain import errors

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "wijkprofiel"
GAP = "…"
_WHERE = {
    "aliases": "`configs/aliassen.yaml`",
    "crosscheck": "`configs/indicatoren`, `configs/themas` of `configs/verhalen.yaml`",
    "definitions": "`configs/indicatoren`",
    "editions": "`configs/edities` of `configs/import`",
    "limits": "`configs/oordeel.yaml`",
    "sources": "`configs/bronnen.yaml`",
    "patterns": "`configs/teksten`",
    "texts": "`configs/teksten`",
    "voices": "`configs/teksten`",
}
_CURES = {
    12: "Probeer het later opnieuw; `wijkprofiel doctor` zegt wat er te bereiken is.",
    13: "Probeer het later opnieuw, of kies een andere editie.",
    15: "Haal uw eigen sjablonen weg; blijft de melding, meld het dan aan de makers.",
    18: "Doe bij elk gebied wat erachter staat, en maak alleen die opnieuw.",
}
_CURE = "De melding zegt wat wel kan."
_READS_YAML = {"configuration", "yaml_files"}
_IN_YAML = {"problem", "Problem", "_complain", "ValueError"}


@dataclass(frozen=True, order=True)
class Message:
    """What is said, with … for what is filled in; its exit code; and what to do."""

    code: int
    text: str
    cure: str


def messages() -> list[Message]:
    """Every message of an expected failure, each once, by exit code and then by text."""
    found: dict[tuple[int, str], Message] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if "_bundled" not in path.parts:
            for message in _in_module(path):
                found.setdefault((message.code, message.text), message)
    return sorted(found.values())


def _in_module(path: Path) -> Iterator[Message]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            names = _texts_by_name(function)
            for node in ast.walk(function):
                if isinstance(node, ast.Call):
                    yield from _from_call(path, node, names)
                elif isinstance(node, ast.Yield) and path.parent.name in _READS_YAML:
                    yield from _in_a_file(path, _text(node.value, names) or "")


def _texts_by_name(function: ast.FunctionDef) -> dict[str, str]:
    """Texts that a function gives a name before it uses them."""
    found: dict[str, str] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            text = _text(node.value, {})
            if text:
                found[node.targets[0].id] = text
    return found


def _from_call(path: Path, call: ast.Call, names: Mapping[str, str]) -> Iterator[Message]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else _name(call.func)
    texts = [text for argument in call.args if (text := _text(argument, names))]
    if not texts:
        return
    kind = getattr(errors, name, None)
    if isinstance(kind, type) and issubclass(kind, errors.WijkprofielError):
        yield from _error(kind, texts[0], call, names)
    elif name in _IN_YAML and path.parent.name in _READS_YAML:
        yield from _in_a_file(path, texts[-1])
    elif name == "_changed" and len(texts) > 1:
        cure = f"Controleer de bron, of pas {texts[-1]} aan."
        yield from _worded(errors.SourceChangedError.exit_code, texts[-2], cure)
    elif name == "_changed" and isinstance(call.args[-1], ast.Constant):
        cure = "Probeer het later opnieuw; de fout zit in de bron."
        yield from _worded(errors.SourceChangedError.exit_code, texts[-1], cure)


def _in_a_file(path: Path, text: str) -> Iterator[Message]:
    """A mistake in a file that a module reads; several of them are told one by one."""
    where = _WHERE.get(path.stem, "uw configuratie")
    cure = f"Verbeter de genoemde regel in {where}."
    yield from _worded(errors.ConfigurationError.exit_code, text, cure)


def _error(
    kind: type[errors.WijkprofielError], text: str, call: ast.Call, names: Mapping[str, str]
) -> Iterator[Message]:
    remedy = next((each.value for each in call.keywords if each.arg == "remedy"), None)
    cure = _text(remedy, names) if remedy is not None else None
    yield from _worded(kind.exit_code, text, cure or _CURES.get(kind.exit_code, _CURE))


def _worded(code: int, text: str, cure: str) -> Iterator[Message]:
    """The message, if it has words of its own."""
    text = " ".join(text.replace("`", "").split())
    if any(letter.isalpha() for letter in text):
        yield Message(code, text, " ".join(cure.split()))


def _text(node: ast.expr | None, names: Mapping[str, str]) -> str | None:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else GAP for part in node.values)
        return "".join(str(part) for part in parts)
    if isinstance(node, ast.BinOp):
        return (_text(node.left, names) or GAP) + (_text(node.right, names) or GAP)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _text(node.func.value, names) if node.func.attr == "replace" else None
    return names.get(_name(node))


def _name(node: ast.expr | None) -> str:
    return node.id if isinstance(node, ast.Name) else ""

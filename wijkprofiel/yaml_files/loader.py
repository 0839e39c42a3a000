"""Read YAML as strings and remember the line of every key.

Every scalar stays the text that was typed, so that YAML 1.1 has no surprises (19:30 is not
1170, 0344 is not 228, nee is not a boolean yet); pydantic converts afterwards. A key that
occurs twice is a mistake, not the last one's victory.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from wijkprofiel.domain.errors import ConfigurationError, Problem
from wijkprofiel.domain.reasons import reason
from wijkprofiel.yaml_files.messages import hint, wrong_value
from wijkprofiel.yaml_files.syntax import INVISIBLE, LOADER, explained, missing_space

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
KeyPath: TypeAlias = tuple[str | int, ...]

M = TypeVar("M", bound=BaseModel)

_CORE_TAGS = "tag:yaml.org,2002:"
_PYTHON_TAGS = "tag:yaml.org,2002:python"
_LARGEST = 1_000_000
_DEEPEST = 50
_WIDEST = 400
_REMARK = re.compile(r"[ \t]+#+[^\s#]")
"""A remark without a space after its sign, which may have been meant as text: `Top #1`."""


@dataclass(frozen=True)
class Document:
    """One YAML file: its data as strings, and the line on which each key or item starts.

    Attributes:
        files: where a key stands, if that is in another file, which this one builds on.
    """

    file: str
    data: dict[str, Data]
    lines: dict[KeyPath, int] = field(default_factory=dict)
    files: dict[KeyPath, str] = field(default_factory=dict)

    def _nearest(self, path: KeyPath) -> KeyPath:
        """A key, or the nearest key around it that the file does have; empty if there is none."""
        while path and path not in self.lines:
            path = path[:-1]
        return path

    def line_of(self, path: KeyPath) -> int | None:
        """Line of a key, or of the nearest key around it that the file does have."""
        known = self._nearest(path)
        return self.lines[known] if known else None

    def file_of(self, path: KeyPath) -> str:
        """The file in which that line is."""
        return self.files.get(self._nearest(path), self.file)

    def problem(self, path: KeyPath, message: str) -> Problem:
        """A mistake at a place in this file."""
        key = ".".join(str(part) for part in path)
        return Problem(self.file_of(path), self.line_of(path), key, message)


def load(path: Path) -> Document:
    """Read one YAML file whose top level is a mapping.

    Raises:
        ConfigurationError: if it cannot be read, is no YAML, has duplicate keys, aliases or tags.
    """
    text = _read_text(path)
    node = _compose(path, text)
    reader = _Reader(str(path), text)
    data = reader.read(node, ()) if node is not None else {}
    if reader.problems:
        raise ConfigurationError(reader.problems)
    if not isinstance(data, dict):
        message = f"verwacht sleutels met waarden{missing_space(data)}"
        raise ConfigurationError([Problem(str(path), 1, "", message)])
    return Document(str(path), data, reader.lines)


def _read_text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) <= _LARGEST:
            return content.decode("utf-8-sig").replace("\r\n", "\n")
        size = _LARGEST // 1_000_000
        problem = Problem(str(path), None, "", f"groter dan {size} MB; dit is geen configuratie")
    except UnicodeDecodeError:
        problem = Problem(str(path), None, "", "dit is geen tekstbestand in UTF-8")
    except OSError as error:
        problem = Problem(str(path), None, "", f"kan niet worden gelezen ({reason(error)})")
    raise ConfigurationError([problem])


def _compose(path: Path, text: str) -> yaml.Node | None:
    try:
        if _is_too_deep(text):
            message = f"meer dan {_DEEPEST} niveaus in elkaar; schrijf het platter op"
            raise ConfigurationError([Problem(str(path), None, "", message)])
        return yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        line, message = explained(text, error)
        raise ConfigurationError([Problem(str(path), line, "", message)]) from None


def _is_too_deep(text: str) -> bool:
    """Whether the text nests so deeply that composing it would exhaust the stack.

    Only text that could is looked at: a level takes a bracket, or a longer line.
    """
    if text.count("[") + text.count("{") < _DEEPEST and max(map(len, text.split("\n"))) < _WIDEST:
        return False
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            return True
    return False


class _Reader:
    """Turns yaml nodes into strings, lists and dicts, collecting lines and mistakes."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._text = text
        self.lines: dict[KeyPath, int] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, path: KeyPath) -> Data:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if id(node) in self._seen:
            self._complain(
                node.start_mark, path, "verwijzen met & en * kan hier niet; schrijf de waarde uit"
            )
            return None
        self._seen.add(id(node))
        if not node.tag.startswith(_CORE_TAGS) or node.tag.startswith(_PYTHON_TAGS):
            self._complain(
                node.start_mark, path, "een type met ! kan hier niet; schrijf alleen de waarde"
            )
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*path, n)) for n, item in enumerate(node.value)]
        return self._mapping(node, path)

    def _scalar(self, node: yaml.ScalarNode, path: KeyPath) -> str | None:
        if not node.style and _REMARK.match(self._text, node.end_mark.index):
            message = (
                "wat achter # staat valt weg; zet de hele tekst tussen aanhalingstekens,"
                " of zet een spatie achter # als het een opmerking is"
            )
            self._complain(node.end_mark, path, message)
        return None if node.value == "" and not node.style else str(node.value)

    def _mapping(self, node: yaml.Node, path: KeyPath) -> dict[str, Data]:
        result: dict[str, Data] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if key is None:
                self._complain(key_node.start_mark, path, "een sleutel moet gewone tekst zijn")
            elif not key.isprintable():
                seen = "".join(filter(str.isprintable, key))
                self._complain(key_node.start_mark, (*path, seen), INVISIBLE)
            elif key in result:
                self._complain(key_node.start_mark, (*path, key), "deze sleutel staat er twee keer")
            else:
                self.lines[(*path, key)] = key_node.start_mark.line + 1
                result[key] = self.read(value_node, (*path, key))
        return result

    def _complain(self, mark: yaml.Mark, path: KeyPath, message: str) -> None:
        key = ".".join(str(part) for part in path)
        self.problems.append(Problem(self.file, mark.line + 1, key, message))


def validate(
    model: type[M], document: Document, data: Data, path: KeyPath, problems: list[Problem]
) -> M | None:
    """Check one record; add what is wrong to `problems` and return None if anything is."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for detail in error.errors():
            if not _only_left_out(detail):
                problems.append(_explain(model, document, detail, path))
        return None


def _only_left_out(detail: ErrorDetails) -> bool:
    """Whether a list is too short for pydantic, because what is wrong in it does not count."""
    if detail["type"] != "too_short":
        return False
    return len(detail["input"]) >= int(detail["ctx"]["min_length"])


def _explain(
    model: type[BaseModel], document: Document, detail: ErrorDetails, path: KeyPath
) -> Problem:
    place = (*path, *_known_part(document, path, detail["loc"]))
    kind = detail["type"]
    if kind == "extra_forbidden":
        return document.problem(place, _unknown_key(model, detail["loc"]))
    if kind == "missing":
        return document.problem(place, f"{detail['loc'][-1]} ontbreekt")
    return document.problem(place, wrong_value(detail))


def _known_part(document: Document, base: KeyPath, loc: tuple[str | int, ...]) -> KeyPath:
    """Pydantic names union branches in its location; keep only what the file really has."""
    kept: KeyPath = ()
    for part in loc:
        if (*base, *kept, part) in document.lines:
            kept = (*kept, part)
    return kept


def _unknown_key(model: type[BaseModel], loc: tuple[str | int, ...]) -> str:
    inner = _record_at(model, loc[:-1])
    fields = inner.model_fields.items() if inner else ()
    known = [field.alias or name for name, field in fields]
    near = hint(str(loc[-1]), known)
    allowed = f" Toegestaan: {', '.join(known)}." if known and not near else ""
    return f"deze sleutel kennen we niet.{near}{allowed}"


def _record_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The record that a location of pydantic leads to; list and dict keys lead nowhere new."""
    current: type[BaseModel] | None = model
    for part in loc:
        declared = current.model_fields.get(str(part)) if current else None
        if declared is not None:
            current = _record_in(declared.annotation)
    return current


def _record_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_record_in(part) for part in get_args(annotation))
    return next((record for record in found if record is not None), None)

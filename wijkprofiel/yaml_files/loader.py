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

from wijkprofiel.disk.regular_files import read_regular
from wijkprofiel.domain.errors import MOST_TOLD, ConfigurationError, Problem
from wijkprofiel.domain.reasons import reason
from wijkprofiel.yaml_files.messages import hint, shown, wrong_value
from wijkprofiel.yaml_files.syntax import INVISIBLE, LOADER, explained, missing_space

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
KeyPath: TypeAlias = tuple[str | int, ...]

M = TypeVar("M", bound=BaseModel)

_CORE_TAGS = "tag:yaml.org,2002:"
_PYTHON_TAGS = "tag:yaml.org,2002:python"
_LARGEST = 1_000_000
_DEEPEST = 50
_WIDEST = 400
_MOST = 20_000
"""Keys and values in one file; the largest of ours has 1,200."""
_SHORTEST = 2
"""Characters that a key or value takes at least, with what stands between two of them."""
_NO_TEXT = (
    "dit is geen tekstbestand in UTF-8; bewaar het opnieuw met codering UTF-8"
    " (in Kladblok: Opslaan als, Codering UTF-8)"
)
_REMARK = re.compile(r"[ \t]+#+[^\s#]")
"""A remark without a space after its sign, which may have been meant as text: `Top #1`."""


@dataclass(frozen=True)
class YamlDocument:
    """One YAML file: its data as strings, and the line on which each key or item starts.

    Attributes:
        problems: what is wrong with how it is written; the rest can be looked at all the same.
        unread: the places of which nothing more can be said, because of those.
        files: where a key stands, if that is in another file, which this one builds on.
    """

    file: str
    data: dict[str, Data]
    lines: dict[KeyPath, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    unread: frozenset[KeyPath] = frozenset()
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
        return Problem(self.file_of(path), self.line_of(path), _written(path), message)


def _written(path: KeyPath) -> str:
    """A place as people read it: items of a list are counted from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else shown(part) for part in path)


def load(path: Path) -> YamlDocument:
    """Read one YAML file whose top level is a mapping.

    Duplicate keys, aliases, tags and the like are told in the document's `problems`.

    Raises:
        ConfigurationError: if it cannot be read, is no YAML, or too large to be configuration.
    """
    text = read_text(path)
    node = _compose(path, text)
    reader = _Reader(str(path), text)
    data = reader.read(node, ()) if node is not None else {}
    if not isinstance(data, dict):
        message = f"verwacht sleutels met waarden{missing_space(data)}"
        only = Problem(str(path), 1, "", message)
        raise ConfigurationError(reader.problems or [only])
    return YamlDocument(
        str(path), data, reader.lines, tuple(reader.problems), frozenset(reader.unread)
    )


def read_text(path: Path) -> str:
    """What a file of the configuration holds.

    Raises:
        ConfigurationError: if it cannot be read, is too large or no text.
    """
    try:
        content = read_regular(path, _LARGEST)
        if content is not None:
            return content.decode("utf-8-sig").replace("\r\n", "\n")
        size = _LARGEST // 1_000_000
        problem = Problem(str(path), None, "", f"groter dan {size} MB; dit is geen configuratie")
    except UnicodeDecodeError:
        problem = Problem(str(path), None, "", _NO_TEXT)
    except OSError as error:
        problem = Problem(str(path), None, "", f"kan niet worden gelezen ({reason(error)})")
    raise ConfigurationError([problem])


def _compose(path: Path, text: str) -> yaml.Node | None:
    try:
        if (too_much := _too_much(text)) is not None:
            raise ConfigurationError([Problem(str(path), None, "", too_much)])
        return yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        line, message = explained(text, error)
        raise ConfigurationError([Problem(str(path), line, "", message)]) from None


def _too_much(text: str) -> str | None:
    """What is too much of a text to compose it: how deep it nests, or how much it holds.

    Only text that could is looked at: a level takes a bracket, or a longer line.
    """
    could_be_deep = text.count("[") + text.count("{") >= _DEEPEST
    could_be_deep = could_be_deep or max(map(len, text.split("\n"))) >= _WIDEST
    if not could_be_deep and len(text) < _MOST * _SHORTEST:
        return None
    depth = values = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.ScalarEvent):
            values += 1
        if depth > _DEEPEST:
            return f"meer dan {_DEEPEST} niveaus in elkaar; schrijf het platter op"
        if values > _MOST:
            return f"meer dan {_MOST} sleutels en waarden; dit is geen configuratie"
    return None


class _Reader:
    """Turns yaml nodes into strings, lists and dicts, collecting lines and mistakes."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._text = text
        self.lines: dict[KeyPath, int] = {}
        self.problems: list[Problem] = []
        self.unread: set[KeyPath] = set()
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
                self._complain(key_node.start_mark, (*path, seen.strip()), INVISIBLE)
            elif key in result:
                self._complain(key_node.start_mark, (*path, key), "deze sleutel staat er twee keer")
            else:
                self.lines[(*path, key)] = key_node.start_mark.line + 1
                result[key] = self.read(value_node, (*path, key))
        return result

    def _complain(self, mark: yaml.Mark, path: KeyPath, message: str) -> None:
        self.problems.append(Problem(self.file, mark.line + 1, _written(path), message))
        self.unread.add(path)


def validate(
    model: type[M], document: YamlDocument, data: Data, path: KeyPath, problems: list[Problem]
) -> M | None:
    """Check one record; add what is wrong to `problems` and return None if anything is."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            if not _only_left_out(detail) and not _is_unread(document, path, detail):
                near = len(problems) < MOST_TOLD  # finding near names takes time
                problems.append(_explain(model, document, detail, path, near=near))
        return None


def _is_unread(document: YamlDocument, path: KeyPath, detail: ErrorDetails) -> bool:
    """Whether a complaint is about something that could not be read, which was told before."""
    place = (*path, *_known_part(document, path, detail["loc"]))
    if detail["type"] == "missing":
        place = (*place, detail["loc"][-1])
    return any(place[:length] in document.unread for length in range(1, len(place) + 1))


def _only_left_out(detail: ErrorDetails) -> bool:
    """Whether a list is too short for pydantic, because what is wrong in it does not count."""
    if detail["type"] != "too_short":
        return False
    return len(detail["input"]) >= int(detail["ctx"]["min_length"])


def _explain(
    model: type[BaseModel],
    document: YamlDocument,
    detail: ErrorDetails,
    path: KeyPath,
    *,
    near: bool,
) -> Problem:
    place = (*path, *_known_part(document, path, detail["loc"]))
    kind = detail["type"]
    if kind == "extra_forbidden":
        return document.problem(place, _unknown_key(model, detail["loc"], near=near))
    if kind == "missing":
        return document.problem(place, f"{detail['loc'][-1]} ontbreekt")
    return document.problem(place, wrong_value(detail))


def _known_part(document: YamlDocument, base: KeyPath, loc: tuple[str | int, ...]) -> KeyPath:
    """Pydantic names union branches in its location; keep only what the file really has."""
    kept: KeyPath = ()
    for part in loc:
        if (*base, *kept, part) in document.lines:
            kept = (*kept, part)
    return kept


def _unknown_key(model: type[BaseModel], loc: tuple[str | int, ...], *, near: bool) -> str:
    if not near:
        return "deze sleutel kennen we niet."
    inner = _record_at(model, loc[:-1])
    fields = inner.model_fields.items() if inner else ()
    known = [field.alias or name for name, field in fields]
    meant = hint(str(loc[-1]), known)
    allowed = f" Toegestaan: {', '.join(known)}." if known and not meant else ""
    return f"deze sleutel kennen we niet.{meant}{allowed}"


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

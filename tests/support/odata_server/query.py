"""The part of OData's query language that CBS's service understands: $filter and $select."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Record = Mapping[str, object]
Value = Callable[[Record], object]
Condition = Callable[[Record], bool]
Ignored = Callable[[str, str], bool]
"""Whether the service silently drops a comparison of this column with this operator."""

_TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<number>-?\d+(?:\.\d+)?)|(?P<word>[A-Za-z_]\w*)"
    r"|(?P<mark>[(),]))"
)
_OPERATORS: dict[str, Callable[[str, str], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "ge": operator.ge,
    "lt": operator.lt,
    "le": operator.le,
}
_CONDITIONS: dict[str, Callable[[str, str], bool]] = {
    "startswith": lambda text, part: text.startswith(part),
    "endswith": lambda text, part: text.endswith(part),
    "substringof": lambda part, text: part in text,
}
_FUNCTIONS: dict[str, Callable[..., str]] = {
    "substring": lambda text, start, length="99": text[int(start) : int(start) + int(length)],
    "tolower": lambda text: text.lower(),
    "toupper": lambda text: text.upper(),
    "trim": lambda text: text.strip(),
}


class QueryError(ValueError):
    """The query is not one that the service can read."""


@dataclass
class Filter:
    """A condition on records, with the columns that it names."""

    holds: Condition
    columns: set[str] = field(default_factory=set)


def parse_filter(text: str, ignored: Ignored = lambda _column, _operator: False) -> Filter:
    """Read a $filter.

    Raises:
        QueryError: if it is malformed.
    """
    parser = _Parser(_tokens(text), ignored)
    condition = parser.either()
    if parser.rest:
        raise QueryError(f"Syntax error at '{parser.rest[0]}'.")
    return Filter(condition, parser.columns)


def select(records: Sequence[Record], columns: Sequence[str]) -> list[dict[str, object]]:
    """Keep the columns asked for, in the order asked."""
    return [{name: record[name] for name in columns if name in record} for record in records]


def _tokens(text: str) -> list[str]:
    found, position = [], 0
    text = text.strip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise QueryError(f"Syntax error at position {position} in '{text}'.")
        found.append(match.group().strip())
        position = match.end()
    return found


class _Parser:
    def __init__(self, tokens: list[str], ignored: Ignored) -> None:
        self.rest = tokens
        self.columns: set[str] = set()
        self._ignored = ignored

    def either(self) -> Condition:
        parts = [self._all()]
        while self._take_if("or"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else lambda row: any(part(row) for part in parts)

    def _all(self) -> Condition:
        parts = [self._one()]
        while self._take_if("and"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else lambda row: all(part(row) for part in parts)

    def _one(self) -> Condition:
        if self._take_if("not"):
            inner = self._one()
            return lambda row: not inner(row)
        if self._take_if("("):
            condition = self.either()
            self._expect(")")
            return condition
        if self.rest and self.rest[0] in _CONDITIONS:
            return self._called_condition()
        return self._comparison()

    def _called_condition(self) -> Condition:
        test = _CONDITIONS[self._take()]
        first, second = self._arguments(2)
        if self._take_if("eq"):
            self._expect("true")
        return lambda row: test(_text(first(row)), _text(second(row)))

    def _comparison(self) -> Condition:
        before = set(self.columns)
        left = self._value()
        name = self._take()
        if name not in _OPERATORS:
            raise QueryError(f"Unknown operator '{name}'.")
        right, compare = self._value(), _OPERATORS[name]
        if any(self._ignored(column, name) for column in self.columns - before):
            return lambda _row: True
        return lambda row: compare(_text(left(row)), _text(right(row)))

    def _value(self) -> Value:
        token = self._take()
        if token.startswith("'"):
            literal = token[1:-1].replace("''", "'")
            return lambda _row: literal
        if token in _FUNCTIONS:
            function, arguments = _FUNCTIONS[token], self._arguments(None)
            return lambda row: function(*(_text(argument(row)) for argument in arguments))
        if not token[0].isalpha():
            return lambda _row: token
        self.columns.add(token)
        return lambda row: row.get(token)

    def _arguments(self, count: int | None) -> list[Value]:
        self._expect("(")
        found = [self._value()]
        while self._take_if(","):
            found.append(self._value())
        self._expect(")")
        if count is not None and len(found) != count:
            raise QueryError(f"{count} arguments expected, {len(found)} found.")
        return found

    def _take(self) -> str:
        if not self.rest:
            raise QueryError("The filter ends too early.")
        return self.rest.pop(0)

    def _take_if(self, token: str) -> bool:
        if self.rest and self.rest[0] == token:
            self.rest.pop(0)
            return True
        return False

    def _expect(self, token: str) -> None:
        found = self._take()
        if found != token:
            raise QueryError(f"'{token}' expected at '{found}'.")


def _text(value: object) -> str:
    return "" if value is None else str(value)

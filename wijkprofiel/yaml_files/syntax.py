"""Where text that is no YAML goes wrong, and what to do about it, in Dutch.

A parser stops where it can make nothing of what comes next. What was typed wrong often stands
before that: a quote that was left open runs on to the next one, and `titel:Zo` is a text like any
other until a key turns up in it.
"""

from __future__ import annotations

import re
from contextlib import suppress

import yaml

LOADER: type[yaml.Loader] = getattr(yaml, "CLoader", yaml.Loader)
INVISIBLE = (
    "hier staat een onzichtbaar teken, zoals een vaste spatie;"
    " typ de regel opnieuw in plaats van hem te plakken"
)
_TAB = "hier staat een tab; gebruik spaties om in te springen"
_NO_YAML = "geen geldige YAML; "
_OPEN_QUOTE = f"{_NO_YAML}een aanhalingsteken wordt niet gesloten"
_NO_SPACE = "achter de dubbele punt ontbreekt een spatie"
_IN_QUOTES = "while scanning a quoted scalar"
_IN_KEY = "while scanning a simple key"
_GLUED = re.compile(r" *(?:- +)*[A-Za-z]\w*:[^\s/]")
"""A key with its value right behind it; `https://` is none."""
_FIRST = re.compile(r"^[ -]*(?:\w+:)?(.)", re.MULTILINE)
"""The first character after what indents a line, and after its key if it has one."""


def explained(text: str, error: yaml.YAMLError) -> tuple[int | None, str]:
    """The line of a mistake, counted from 1, and what is wrong there."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return None, "er staat een onzichtbaar teken in dat geen tekst is"
    mark = error.problem_mark
    if (hidden := _invisible(text, mark)) is not None:
        return text.count("\n", 0, hidden) + 1, INVISIBLE
    begun, left_open = _begun(text, error, mark)
    if left_open:
        return begun.line + 1, _OPEN_QUOTE
    if _GLUED.match(text, _line_start(text, begun)):
        return begun.line + 1, f"{_NO_YAML}{_NO_SPACE}"
    wrong = begun if error.context == _IN_KEY else mark
    if "\t" in text[_line_start(text, wrong) :].partition("\n")[0]:
        return wrong.line + 1, _TAB
    return wrong.line + 1, f"{_NO_YAML}{_advice(error.problem)}"


def missing_space(value: object) -> str:
    """What is added to a complaint where `key:value` was read as text; empty for anything else."""
    return f"; {_NO_SPACE}" if isinstance(value, str) and _GLUED.match(value) else ""


def _invisible(text: str, mark: yaml.Mark) -> int | None:
    """Where something that looks like a space, and is none, stands in the place of one."""
    for found in _FIRST.finditer(text, 0, mark.index + 1):
        if not found[1].isprintable() and found[1] not in "\t\r":
            return found.start(1)
    return None


def _begun(text: str, error: yaml.MarkedYAMLError, mark: yaml.Mark) -> tuple[yaml.Mark, bool]:
    """Where the text begins that the parser was reading, and whether it is a quote left open."""
    if error.context_mark is not None and error.context in (_IN_QUOTES, _IN_KEY):
        return error.context_mark, error.context == _IN_QUOTES
    before = _text_before(text, mark)
    if before is None:
        return mark, False
    runs_on = before.start_mark.line < before.end_mark.line == mark.line
    return before.start_mark, runs_on and before.style in ("'", '"')


def _text_before(text: str, mark: yaml.Mark) -> yaml.ScalarToken | None:
    """The last text that begins before a mark."""
    last = None
    with suppress(yaml.YAMLError):
        for token in yaml.scan(text, Loader=LOADER):
            if token.start_mark.index >= mark.index:
                break
            if isinstance(token, yaml.ScalarToken):
                last = token
    return last


def _line_start(text: str, mark: yaml.Mark) -> int:
    return text.rfind("\n", 0, mark.index) + 1


def _advice(problem: str | None) -> str:
    known = (advice for part, advice in _SYNTAX.items() if problem and part in problem)
    return next(known, "let op inspringing en aanhalingstekens")


_SYNTAX = {
    "mapping values are not allowed": (
        "er staat een dubbele punt te veel, of de regel springt verkeerd in;"
        " zet tekst met een dubbele punt tussen aanhalingstekens"
    ),
    "cannot start any token": (
        "een waarde begint met een teken dat hier niet kan; zet haar tussen aanhalingstekens"
    ),
    "unknown escape character": (
        "een \\ tussen dubbele aanhalingstekens; gebruik enkele aanhalingstekens"
    ),
    "hexdecimal number": "een \\ tussen dubbele aanhalingstekens; gebruik enkele aanhalingstekens",
    "Unicode character escape": (
        "een \\ tussen dubbele aanhalingstekens; gebruik enkele aanhalingstekens"
    ),
    "',' or ']'": "de lijst na [ heeft een komma of een ] nodig",
    "',' or '}'": "wat na { staat heeft een komma of een } nodig",
    "'-' indicator": (
        "de regel hoort niet bij de lijst erboven; zet elk deel recht onder het vorige"
    ),
    "block sequence entries": "begin een lijst met - op een nieuwe regel",
    "expected ':'": "achter een sleutel hoort een dubbele punt en een spatie",
    "another document": "er staat --- in; een bestand bevat één geheel",
    "document start": "er staat tekst achter het einde; een bestand bevat één geheel",
    "undefined alias": (
        "een waarde begint met * of &; zet haar tussen aanhalingstekens (verwijzen kan hier niet)"
    ),
    "duplicate anchor": "een waarde begint met &; zet haar tussen aanhalingstekens",
    "undefined tag": "een waarde begint met !; zet haar tussen aanhalingstekens",
    "expected key": (
        "de regel springt verkeerd in, of er staat een aanhalingsteken midden in een tekst"
    ),
    "expected node content": "er staat een haakje of komma te veel",
}

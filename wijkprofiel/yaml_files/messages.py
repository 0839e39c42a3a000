"""What pydantic says, in Dutch: what is wrong, and what is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from pydantic_core import ErrorDetails

from wijkprofiel.yaml_files.syntax import missing_space

KEY_PATTERN = r"^[a-z][a-z0-9_]*$"
_LONGEST = 60
_DASHED = re.compile(r"-([^\s-].*?)(?=\s+-|$)", re.DOTALL)


def hint(name: str, known: Iterable[str], most: int = 1) -> str:
    """A question that offers the nearest names, with a space before it; empty if none is near."""
    names, name = list(known), name[:_LONGEST]
    near = get_close_matches(name, names, n=most) or get_close_matches(name.lower(), names, n=most)
    if not near:
        return ""
    *others, last = near
    return f" Bedoelde u {', '.join(others)} of {last}?" if others else f" Bedoelde u {last}?"


def wrong_value(detail: ErrorDetails) -> str:
    """One complaint of pydantic in Dutch."""
    kind, context = detail["type"], _dutch(detail.get("ctx", {}))
    if detail["input"] is None:
        return "is leeg; vul een waarde in of haal de regel weg"
    if kind in ("enum", "literal_error"):
        return _choice(str(detail["input"]), context["expected"])
    if kind == "string_pattern_mismatch" and context["pattern"] != KEY_PATTERN:
        return f"'{shown(detail['input'])}' heeft niet de vorm die hier hoort"
    if kind == "string_too_long":
        return _too_long(str(detail["input"]).strip(), int(context["max_length"]))
    if kind == "string_type" and (meant := _with_colon(detail["input"])):
        return f'er staat een dubbele punt in; zet de tekst tussen aanhalingstekens: "{meant}"'
    if kind in ("list_type", "tuple_type") and (name := _behind_dash(detail["input"])):
        return f"moet een lijst zijn; achter het streepje ontbreekt een spatie: - {name}"
    template = _VALUES.get(kind, "deze waarde kan hier niet: '{gegeven}'")
    space = missing_space(detail["input"]) if kind == "model_type" else ""
    return template.format(**context, gegeven=shown(detail["input"])) + space


def shown(value: object) -> str:
    """A value as it can stand in a message: on one line and not too long."""
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _too_long(text: str, most: int) -> str:
    over = len(text) - most
    much = "1 teken" if over == 1 else f"{over} tekens"
    return f"is {much} te lang; er passen er hoogstens {most}, en nu zijn het er {len(text)}"


def _with_colon(value: object) -> str:
    """What was meant as one text, where a colon in it made a key of its beginning."""
    if not isinstance(value, dict) or len(value) != 1:
        return ""
    ((before, after),) = value.items()
    return shown(f"{before}: {after}") if isinstance(after, str) else ""


def _behind_dash(value: object) -> str:
    """The first item of what was meant as a list, where `-Naam` was read as text."""
    found = _DASHED.match(value) if isinstance(value, str) else None
    return shown(found[1]) if found else ""


def _choice(given: str, expected: str) -> str:
    names = re.findall(r"'([^']*)'", expected)
    near = hint(given, names)
    return f"'{shown(given)}' kan hier niet; toegestaan: {expected}" + (f".{near}" if near else "")


def _dutch(context: Mapping[str, object]) -> dict[str, str]:
    return {key: str(value).replace("' or '", "' of '") for key, value in context.items()}


_NO_LIST = (
    "moet een lijst zijn; zet elk deel op een eigen regel, met een streepje en een spatie: - Naam"
)
_VALUES = {
    "string_type": "moet tekst zijn",
    "string_too_short": "mag niet leeg zijn",
    "string_pattern_mismatch": "'{gegeven}': gebruik kleine letters, cijfers en _",
    "int_parsing": "'{gegeven}' is geen heel getal",
    "int_parsing_size": "'{gegeven}' is een te groot getal",
    "int_from_float": "'{gegeven}' is geen heel getal",
    "int_type": "moet een heel getal zijn",
    "float_parsing": "'{gegeven}' is geen getal (gebruik een punt, geen komma)",
    "float_type": "moet een getal zijn",
    "finite_number": "'{gegeven}' is geen getal om mee te rekenen",
    "greater_than": "moet groter zijn dan {gt}",
    "greater_than_equal": "moet minstens {ge} zijn",
    "less_than_equal": "mag hoogstens {le} zijn",
    "list_type": _NO_LIST,
    "tuple_type": _NO_LIST,
    "dict_type": "moet sleutels met waarden hebben",
    "model_type": "moet sleutels met waarden hebben",
    "too_short": "heeft minstens {min_length} nodig",
    "too_long": "mag er hoogstens {max_length} hebben",
    "union_tag_not_found": "'{gegeven}' kan hier niet",
    "value_error": "{error}",
}

"""Hold data against a JSON Schema, as far as our schemas go."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

_TYPES: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "null": lambda value: value is None,
    "boolean": lambda value: isinstance(value, bool),
}
_KNOWN = {
    *("$schema", "$ref", "additionalProperties", "anyOf", "definitions", "description", "enum"),
    *("enumDescriptions", "const", "exclusiveMinimum", "format", "items", "maxItems", "maximum"),
    "maxLength",
    *(
        "minItems",
        "minLength",
        "minProperties",
        "minimum",
        "oneOf",
        "pattern",
        "patternProperties",
        "properties",
    ),
    *("propertyNames", "required", "type", "uniqueItems"),
}


def complaints(schema: dict[str, Any], data: Any) -> Iterator[str]:
    """What in the data does not fit."""
    yield from _check(schema, data, "", schema)


def _check(rule: dict[str, Any], data: Any, at: str, whole: dict[str, Any]) -> Iterator[str]:
    assert rule.keys() <= _KNOWN, sorted(rule.keys() - _KNOWN)
    if "$ref" in rule:
        yield from _check(whole["definitions"][rule["$ref"].rpartition("/")[2]], data, at, whole)
        return
    types = rule.get("type", [])
    allowed = [types] if isinstance(types, str) else types
    if allowed and not any(_TYPES[name](data) for name in allowed):
        yield f"{at}: {data!r} is no {allowed}"
        return
    if "enum" in rule and data not in rule["enum"]:
        yield f"{at}: {data!r} is none of {rule['enum'][:5]}"
    for key in ("anyOf", "oneOf"):
        if key in rule and all(any(_check(one, data, at, whole)) for one in rule[key]):
            yield f"{at}: {data!r} fits none of {key}"
    yield from _check_value(rule, data, at)
    if isinstance(data, dict):
        yield from _check_object(rule, data, at, whole)
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield from _check(rule.get("items", {}), item, f"{at}.{number}", whole)


def _check_value(rule: dict[str, Any], data: Any, at: str) -> Iterator[str]:
    if isinstance(data, str) and len(data) > rule.get("maxLength", len(data)):
        yield f"{at}: {data[:30]!r} is too long"
    if isinstance(data, str) and "pattern" in rule and not re.search(rule["pattern"], data):
        yield f"{at}: {data!r} has not the form {rule['pattern']}"
    if isinstance(data, int | float):
        low, above, high = (rule.get(k) for k in ("minimum", "exclusiveMinimum", "maximum"))
        if (low is not None and data < low) or (high is not None and data > high):
            yield f"{at}: {data} is out of range"
        if above is not None and data <= above:
            yield f"{at}: {data} is out of range"
    if isinstance(data, list) and not (
        rule.get("minItems", 0) <= len(data) <= rule.get("maxItems", len(data))
    ):
        yield f"{at}: {len(data)} items"


def _check_object(
    rule: dict[str, Any], data: dict[str, Any], at: str, whole: dict[str, Any]
) -> Iterator[str]:
    if len(data) < rule.get("minProperties", 0):
        yield f"{at}: {len(data)} keys"
    yield from (f"{at}: {key} is missing" for key in rule.get("required", ()) if key not in data)
    own, patterns = rule.get("properties", {}), rule.get("patternProperties", {})
    other = rule.get("additionalProperties", {})
    for key, value in data.items():
        fits = [one for pattern, one in patterns.items() if re.search(pattern, str(key))]
        inner = own.get(key) or (fits[0] if fits else other)
        if inner is False:
            yield f"{at}: {key} is not known"
        elif isinstance(inner, dict):
            yield from _check(inner, value, f"{at}.{key}", whole)
        yield from _check(rule.get("propertyNames", {}), str(key), f"{at}.{key}", whole)

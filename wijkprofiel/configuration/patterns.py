"""What a sentence pattern may name between { }, and which texts a set of words has to have.

A typing mistake in YAML is found when it is read, and not in the middle of a document.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from string import Formatter
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def fills(*names: str) -> Callable[[str], str]:
    """Validator of a pattern that may use these names between { } and no others."""

    def check(text: str) -> str:
        try:
            gaps = [gap for gap in Formatter().parse(text) if gap[1] is not None]
        except ValueError as error:
            raise ValueError("een { of } te veel of te weinig") from error
        if any(form or conversion for _, _, form, conversion in gaps):
            raise ValueError("tussen { } mag alleen een naam staan, zonder : of !")
        if unknown := sorted({str(name) for _, name, _, _ in gaps} - set(names)):
            allowed = ", ".join(f"{{{name}}}" for name in names) or "geen"
            raise ValueError(f"{{{unknown[0]}}} kennen we hier niet; toegestaan: {allowed}")
        return text

    return check


def covers(members: Iterable[StrEnum]) -> Callable[[dict[K, V]], dict[K, V]]:
    """Validator of a mapping that has to have a text for each of these keys."""
    wanted = frozenset(members)

    def check(texts: dict[K, V]) -> dict[K, V]:
        if missing := sorted(member.value for member in wanted if member not in texts):
            raise ValueError(f"{missing[0]} ontbreekt")
        return texts

    return check

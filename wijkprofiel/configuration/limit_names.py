"""The limits of judging by name, so that a text can tell one instead of repeating it.

`{grootte_iets}` is `iets` under `grootte` in oordeel.yaml. A text that holds a limit itself would
go on saying it after somebody changed it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from wijkprofiel.configuration.limits import JudgementLimits


def named_limits(limits: JudgementLimits) -> dict[str, float]:
    """Every limit that is a number, by its name; fractions as so many of 100."""
    return {
        name: 100 * value if _is_fraction(field) else value
        for name, field, value in _numbers(limits)
    }


def _numbers(limits: BaseModel, before: str = "") -> Iterator[tuple[str, FieldInfo, float]]:
    for key, field in type(limits).model_fields.items():
        value = getattr(limits, key)
        if isinstance(value, BaseModel):
            yield from _numbers(value, f"{before}{key}_")
        elif isinstance(value, (int, float)):
            yield f"{before}{key}", field, value


def _is_fraction(field: FieldInfo) -> bool:
    return any(getattr(each, "le", None) == 1 for each in field.metadata)


def limit_names(record: type[BaseModel] = JudgementLimits, before: str = "") -> tuple[str, ...]:
    """The names that `named_limits` gives, known before any file is read."""
    found: list[str] = []
    for key, field in record.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            found.extend(limit_names(kind, f"{before}{key}_"))
        elif kind in (int, float):
            found.append(f"{before}{key}")
    return tuple(found)

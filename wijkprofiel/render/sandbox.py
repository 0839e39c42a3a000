"""The template engine as somebody else's templates may use it: to show, not to act.

Jinja's own sandbox keeps a template from what it knows to be dangerous. Here it is turned round:
per kind of object the names are listed that a template may read, and everything else is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import BuiltinMethodType, MethodType
from typing import Any

from jinja2 import Undefined
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel

from wijkprofiel.render.pictures import Pictures


def _names(written: str) -> frozenset[str]:
    return frozenset(written.split())


FILTERS = _names("""
    abs capitalize count d default dictsort e escape first float groupby int items join last
    length list lower map max min reject rejectattr replace reverse round safe select selectattr
    sort string striptags sum title trim truncate unique upper urlencode
    """)
"""Of Jinja; the others make large texts of small ones, write code, or differ from time to time."""
TESTS = _names("""
    boolean defined divisibleby eq equalto even false float ge greaterthan gt in integer
    iterable le lessthan lower lt mapping ne none number odd sameas sequence string true
    undefined upper == != > >= < <=
    """)
PICTURES = (
    *("plaats", "rij", "rondes", "kaart", "teken", "staven", "tekennaam"),
    *("naast_elkaar", "as_met_teken", "verloop", "schrijfregels", "deelstaven"),
    *("namenkaart", "tekenkaart", "rondjes", "twee_gebieden"),
)

_LOOP = _names("""
    index index0 revindex revindex0 first last length depth depth0 previtem nextitem changed
    cycle
    """)
_TEXT = _names("""
    capitalize casefold count endswith find isdigit isnumeric lower lstrip partition
    removeprefix removesuffix replace rstrip split splitlines startswith strip title upper
    """)
_PAIRS = ("get", "items", "keys", "values")
_MOST_BITS = 1_000
"""Of a whole number; larger ones take longer with every step."""


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment of templates that read what they are given, and call nothing else."""

    intercepted_binops = frozenset(["*", "**", "%"])

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What `obj.attribute` is in a template."""
        kind: type = type(obj)
        if attribute in readable(kind):
            return getattr(obj, attribute)
        return self._other(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What `obj[argument]` is in a template; also the parts of `map(attribute='a.b')`."""
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        try:
            return obj[argument]
        except (TypeError, LookupError):
            return self.undefined(obj=obj, name=argument)

    def _other(self, obj: Any, attribute: str) -> Any:
        """What has names of its own, or a name that is not there or not for templates."""
        if isinstance(obj, Undefined):
            return str(obj)  # an error that tells its name
        if attribute.startswith("_"):
            raise SecurityError(f"'{attribute}' is niet voor sjablonen.")
        if isinstance(obj, TemplateModule) and attribute in vars(obj):
            return vars(obj)[attribute]
        if isinstance(obj, (Mapping, TemplateReference)):
            try:
                return obj[attribute]
            except LookupError:
                return self.undefined(obj=obj, name=attribute)
        if hasattr(type(obj), attribute):
            raise SecurityError(f"'{attribute}' is niet voor sjablonen.")
        return self.undefined(obj=obj, name=attribute)

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call this: what it made itself, or was allowed to read."""
        made = (Macro, BlockReference, LoopContext)
        known = isinstance(obj, (*made, MethodType, BuiltinMethodType, Undefined))
        return known or obj is Pictures.tekennaam

    def call(self, context: Context, obj: Any, /, *args: Any, **options: Any) -> Any:
        """Call what a template may call."""
        if not self.is_safe_callable(obj):
            raise SecurityError("dit kan een sjabloon niet aanroepen.")
        return context.call(obj, *args, **options)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Compute with numbers only, and not with endless ones."""
        if not isinstance(left, (int, float)) or not isinstance(right, (int, float)):
            raise SecurityError(f"'{operator}' kan alleen met getallen.")
        if _bits(left) * (abs(right) if operator == "**" else 1) + _bits(right) > _MOST_BITS:
            raise SecurityError(f"'{operator}' geeft hier een te groot getal.")
        return super().call_binop(context, operator, left, right)


def _bits(value: float) -> int:
    return value.bit_length() if isinstance(value, int) else 0


@cache
def readable(kind: type) -> frozenset[str]:
    """The names that a template may read of an object of this kind."""
    if issubclass(kind, Pictures):
        return frozenset(PICTURES)
    if is_dataclass(kind):
        return frozenset({each.name for each in fields(kind)} | _properties(kind))
    if issubclass(kind, BaseModel):
        return frozenset(set(kind.model_fields) | _properties(kind))
    found: set[str] = set()
    if issubclass(kind, LoopContext):
        found.update(_LOOP)
    if issubclass(kind, str):
        found.update(_TEXT)
    if issubclass(kind, Mapping):
        found.update(_PAIRS)
    if issubclass(kind, Enum):
        found.update(("name", "value"))
    if issubclass(kind, BlockReference):
        found.add("super")
    return frozenset(found | set(getattr(kind, "_fields", ())))


def _properties(kind: type) -> set[str]:
    return {
        name
        for each in kind.__mro__
        if each is not BaseModel
        for name, value in vars(each).items()
        if isinstance(value, property) and not name.startswith("_")
    }

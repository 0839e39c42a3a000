"""Which faults there are, and which are due on a request."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from tests.support.odata_server.exchange import Asked

ALWAYS = 1_000_000_000
"""For `times`: until `heal()`."""


class Stage(IntEnum):
    """Where an answer is spoilt, in the order in which it is made."""

    CONNECTION = 1  # before anything is sent; only real where the adapter stands in between
    TABLE = 2  # the table is another one: the fault is the same in all its documents
    PAYLOAD = 3  # one document or page, before it is written as JSON
    REPLY = 4  # status, headers and bytes
    WIRE = 5  # how the bytes go over the line


@dataclass(frozen=True)
class Situation:
    """What a fault may need to know."""

    asked: Asked
    options: dict[str, Any]

    def option(self, name: str, usual: Any) -> Any:
        return self.options.get(name, usual)


@dataclass(frozen=True)
class Fault:
    """One way to go wrong.

    Attributes:
        apply: takes what the stage makes and the situation, gives the spoilt version back.
        times: how many requests meet it, unless the test says otherwise.
        nth, entity: likewise, the first request that does, and the document that it is about.
    """

    name: str
    about: str
    stage: Stage
    apply: Callable[..., Any]
    times: int
    nth: int = 1
    entity: str | None = None


FAULTS: dict[str, Fault] = {}
"""All faults by name; `about` says in one line what happens and which options there are."""


def fault(
    name: str,
    about: str,
    stage: Stage,
    *,
    nth: int = 1,
    entity: str | None = None,
    times: int | None = None,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Enter a function in the list. Faults in tables last, the others happen once."""
    usual = ALWAYS if stage is Stage.TABLE else 1

    def enter(apply: Callable[..., Any]) -> Callable[..., Any]:
        if name in FAULTS:
            raise ValueError(f"fault {name} exists")
        FAULTS[name] = Fault(name, about, stage, apply, times or usual, nth, entity)
        return apply

    return enter


@dataclass
class Rule:
    """A fault that a test asked for."""

    fault: Fault
    table: str | None
    entity: str | None
    nth: int
    times: int
    options: dict[str, Any] = field(default_factory=dict)
    met: int = 0

    def fits(self, asked: Asked) -> bool:
        if self.table is not None and self.table != asked.table:
            return False
        return self.entity is None or self.entity == asked.entity

    def due(self) -> bool:
        """Count one more request that fits, and say whether it meets the fault."""
        self.met += 1
        return self.nth <= self.met < self.nth + self.times


class FaultBook:
    """The faults of one server. Requests come in on many threads."""

    def __init__(self) -> None:
        self._rules: list[Rule] = []
        self._lock = threading.Lock()

    def add(self, rule: Rule) -> None:
        with self._lock:
            self._rules.append(rule)

    def clear(self) -> None:
        with self._lock:
            self._rules.clear()

    def due(self, asked: Asked, stages: Collection[Stage]) -> list[Rule]:
        """The faults of these stages that this request meets, in the order of the stages."""
        with self._lock:
            rules = [rule for rule in self._rules if rule.fault.stage in stages]
            found = [rule for rule in rules if rule.fits(asked) and rule.due()]
        return sorted(found, key=lambda rule: rule.fault.stage)

    def of_table(self, table: str) -> list[Rule]:
        """Faults of a table that show in the catalogue as well; nothing is counted."""
        with self._lock:
            return [
                rule
                for rule in self._rules
                if rule.fault.stage is Stage.TABLE and rule.table in (None, table)
                if rule.nth == 1 and rule.entity is None
            ]

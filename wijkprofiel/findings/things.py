"""What a meeting may begin with: the kinds of things to say, each with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from wijkprofiel.domain.observation import ValueStatus
from wijkprofiel.domain.roles import Role
from wijkprofiel.findings.lack import AgeEffect
from wijkprofiel.findings.points import TalkingPoint
from wijkprofiel.findings.present import Present
from wijkprofiel.findings.ranges import PartRange


class ThingKind(StrEnum):
    """What sort of thing it is, which decides its sentence and its question."""

    STRENGTH = "kracht"
    CONCERN = "zorg"
    THERE = "er"
    ALIKE = "lijkt"
    APART = "verschillen"
    ALSO = "ook"
    SMALL = "klein"
    NO_FIGURES = "geen"
    AROUND = "rond"
    ASK = "vraag"
    OWN = "eigen"
    NOT_SHOWN = "niet_getoond"


@dataclass(frozen=True, slots=True)
class Told:
    """A talking point."""

    kind: ThingKind
    point: TalkingPoint


@dataclass(frozen=True, slots=True)
class There:
    """What is there."""

    fact: Present
    kind: ThingKind = field(default=ThingKind.THERE, init=False)


@dataclass(frozen=True, slots=True)
class Alike:
    """That the area looks like others.

    Attributes:
        roles: those with which more than half of the figures are about equal; none if neither.
        compared: those that it was compared with at all; none where nothing could be compared.
    """

    roles: tuple[Role, ...]
    compared: tuple[Role, ...]
    kind: ThingKind = field(default=ThingKind.ALIKE, init=False)


@dataclass(frozen=True, slots=True)
class Apart:
    """That the parts of the area differ."""

    range: PartRange
    kind: ThingKind = field(default=ThingKind.APART, init=False)


@dataclass(frozen=True, slots=True)
class Also:
    """A figure that touches many people everywhere, and so here as well.

    Attributes:
        differs: whether the printed numbers differ enough from the country to say more or less.
        age: what that hangs together with, where age explains most of it.
    """

    indicator: str
    story: str
    differs: bool
    age: AgeEffect | None
    kind: ThingKind = field(default=ThingKind.ALSO, init=False)


@dataclass(frozen=True, slots=True)
class NoFigures:
    """That there are no health figures, for the reason that came with them."""

    status: ValueStatus
    kind: ThingKind = field(default=ThingKind.NO_FIGURES, init=False)


@dataclass(frozen=True, slots=True)
class DoneAround:
    """How many people do something in a gemeente, and the place of that figure."""

    people: int
    place: float | None


@dataclass(frozen=True, slots=True)
class Around:
    """What people do in the gemeente around a place that is too small for figures of its own.

    Attributes:
        people: about how many do, in the gemeente.
    """

    indicator: str
    people: int
    kind: ThingKind = field(default=ThingKind.AROUND, init=False)


@dataclass(frozen=True, slots=True)
class Bare:
    """A thing that needs no figure: too few people, ask the people, no figures asked for."""

    kind: ThingKind


Thing = Told | There | Alike | Apart | Also | NoFigures | Around | Bare


def told_by(thing: Thing) -> tuple[str, ...]:
    """The figures of the area itself that a thing tells; those of its parts are other numbers."""
    match thing:
        case Told(point=point):
            return (point.indicator,)
        case There(fact=fact):
            return fact.indicators
        case Also(indicator=indicator):
            return (indicator,)
        case _:
            return ()


def printed_by(thing: Thing) -> tuple[str, ...]:
    """The figures that a thing prints, of the area or of its parts."""
    return (thing.range.indicator,) if isinstance(thing, Apart) else told_by(thing)

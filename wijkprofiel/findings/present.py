"""What is there: facts that are always true and never compared.

What people do, which services are near, who cares, what is told without a side, and one change.
A place that has no strength in the figures still begins with one of these.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.findings.changes import Change
from wijkprofiel.findings.points import Points
from wijkprofiel.findings.value_set import Values
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.methods.rounding import half_up

_MIDDLE = 50.0


class PresentKind(StrEnum):
    """What sort of fact it is, which decides its sentence."""

    PEOPLE = "wat_mensen_doen"
    NEARBY = "dichtbij"
    CARE = "zorgzaam"
    NEUTRAL = "neutraal"
    CHANGE = "verandering"


@dataclass(frozen=True, slots=True)
class Present:
    """One fact.

    Attributes:
        indicators: the figures that it tells; of NEARBY every service that is near.
        change: what changed, of CHANGE alone.
    """

    kind: PresentKind
    indicators: tuple[str, ...]
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class PresentFinder:
    """Finds the facts of one area.

    Attributes:
        changes: per indicator the change that may be told.
    """

    values: Values
    points: Points
    changes: Mapping[str, Change]
    limits: JudgementLimits

    def first_ones(self) -> tuple[Present, ...]:
        """Facts that an area may begin with, the one with the highest place first."""
        found = [(self._place(fact), fact) for fact in (*self._people(), *self.nearby())]
        return tuple(fact for _, fact in sorted(found, key=lambda item: -item[0]))

    def box(self, told: Collection[str]) -> tuple[Present, ...]:
        """What stands under the three things, without what these tell.

        Args:
            told: the figures of the three things.
        """
        first = [fact for fact in self.first_ones() if not set(fact.indicators) & set(told)]
        lines = (*first, *self._care(), *self._neutral(), *self._change(told))
        return lines[: self.limits.opening.doos_hoogstens]

    def nearby(self) -> Iterator[Present]:
        """The services at a short distance, if there are enough and none is a concern."""
        opening = self.limits.opening
        if self._is_concern(opening.nabijheid):
            return
        near = [
            key
            for key in opening.nabijheid
            if (value := self._value(key)) is not None and _printed_km(value) <= opening.dichtbij_km
        ]
        if len(near) >= opening.dichtbij_aantal:
            yield Present(PresentKind.NEARBY, tuple(near))

    def _people(self) -> Iterator[Present]:
        for key, silenced_by in self.limits.opening.wat_mensen_doen.items():
            if self._value(key) is not None and not self._is_concern(silenced_by):
                yield Present(PresentKind.PEOPLE, (key,))

    def _care(self) -> Iterator[Present]:
        key = self.limits.opening.zorgzaam
        if key is not None and self._value(key) is not None:
            yield Present(PresentKind.CARE, (key,))

    def _neutral(self) -> Iterator[Present]:
        key = self.limits.opening.neutraal
        value = None if key is None else self._value(key)
        if value is None or value.place is None:
            return
        if value.place >= self.limits.opening.neutraal_plaats:
            yield Present(PresentKind.NEUTRAL, (value.indicator,))

    def _change(self, told: Collection[str]) -> Iterator[Present]:
        """One change: of something that went otherwise, or else of what fell everywhere."""
        left = {key: change for key, change in self.changes.items() if key not in told}
        otherwise = [
            change
            for key, change in left.items()
            if change.differs and change.distance > 0 and self._place_of(key) > _MIDDLE
        ]
        if otherwise:
            best = max(otherwise, key=lambda change: change.distance)
            yield Present(PresentKind.CHANGE, (best.indicator,), best)
            return
        for key in self.limits.trend.in_de_doos:
            change = left.get(key)
            if change is not None and change.fell and change.as_country:
                yield Present(PresentKind.CHANGE, (key,), change.told_as_country)
                return

    def _is_concern(self, keys: Collection[str]) -> bool:
        return any(point.indicator in keys for point in self.points.concerns)

    def _place(self, fact: Present) -> float:
        return fmean(self._place_of(key) for key in fact.indicators)

    def _place_of(self, key: str) -> float:
        value = self._value(key)
        return 0.0 if value is None or value.place is None else value.place

    def _value(self, key: str) -> IndicatorValue | None:
        value = self.values.main(key)
        return None if value is None or value.observation.value is None else value


def _printed_km(value: IndicatorValue) -> float:
    assert value.observation.value is not None
    return half_up(value.observation.value, 1)

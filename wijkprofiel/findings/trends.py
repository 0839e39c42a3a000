"""Rounds of the health monitor on one line: numbers always, a word only through the gate."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.definitions import IndicatorDefinition, TrendRounds
from wijkprofiel.configuration.limits import TrendLimits
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.methods.trend import DistanceChange, distance_change, reverses

_ROUNDS = {TrendRounds.THREE: 3, TrendRounds.TWO: 2}


@dataclass(frozen=True, slots=True)
class Trend:
    """The rounds of one indicator.

    Attributes:
        own: the area's figure per year.
        benchmarks: per benchmark, in their order, its figures per year.
        country: the figures of the country per year, also where no column shows them.
        distances: z per round against the country, where that is known for every round.
        change: of the distance to the country; None where nothing may be said of it.
        is_sound: whether its figures may be told as a change: not of a union whose weights do not
            give the published figures of a round.
    """

    indicator: str
    years: tuple[int, ...]
    own: tuple[Observation, ...]
    benchmarks: tuple[tuple[Observation, ...], ...]
    country: tuple[Observation, ...]
    distances: tuple[float, ...]
    change: DistanceChange | None
    is_sound: bool = True

    @property
    def reverses(self) -> bool:
        """Whether the distance to the country went up and down."""
        return reverses(self.distances)


@dataclass(frozen=True, slots=True)
class TrendMaker:
    """Makes trends of one area.

    Attributes:
        benchmarks: areas whose rounds are shown beside those of the area.
        country: what the distance is measured from, also where it is not shown.
    """

    book: FigureBook
    limits: TrendLimits
    area: Area
    benchmarks: tuple[Area, ...]
    country: Area

    def trend(self, definition: IndicatorDefinition) -> Trend | None:
        """The rounds of one indicator; None where rounds may not be put on one line."""
        keys = self._rounds(definition)
        return self._trend(definition, keys) if len(keys) > 1 else None

    def working_age(self, definition: IndicatorDefinition) -> Trend | None:
        """The rounds of 18 to 64 year olds that may stand beside each other; never judged.

        The gate is that of everybody: where rounds of adults may not be put on one line, those of
        a part of them may not either. Of an indicator without a trend only the last one is left.
        """
        known = [
            figure.key
            for figure in self.book.rounds(definition.id, AgeGroup.WORKING_AGE)
            if figure.absent is ValueStatus.MISSING
        ]
        allowed = {key.period for key in self._rounds(definition)}
        keys = [key for key in known if key.period in allowed] or known[-1:]
        return replace(self._trend(definition, keys), change=None) if keys else None

    def _trend(self, definition: IndicatorDefinition, keys: list[FigureKey]) -> Trend:
        own, country = (self._series(area, keys) for area in (self.area, self.country))
        distances = self._distances(keys, own, country)
        is_sound = all(self.book.is_sound(self.area, key) for key in keys)
        return Trend(
            indicator=definition.id,
            years=tuple(key.period for key in keys),
            own=own,
            benchmarks=tuple(self._beside(area, keys) for area in self.benchmarks),
            country=country,
            distances=distances,
            change=self._change(distances, len(keys)) if is_sound else None,
            is_sound=is_sound,
        )

    def _series(self, area: Area, keys: list[FigureKey]) -> tuple[Observation, ...]:
        return tuple(self.book.observation(area, key) for key in keys)

    def _beside(self, around: Area, keys: list[FigureKey]) -> tuple[Observation, ...]:
        return tuple(self.book.beside(self.area, around, key) for key in keys)

    def _rounds(self, definition: IndicatorDefinition) -> list[FigureKey]:
        """The rounds of the table that the profile shows; never two tables in one trend."""
        newest = self.book.newest(definition.id, AgeGroup.ADULTS)
        if newest is None or definition.trend not in _ROUNDS:
            return []
        periods = [
            figure.key
            for figure in self.book.rounds(definition.id, AgeGroup.ADULTS)
            if figure.origin == newest.origin
        ]
        return periods[-_ROUNDS[definition.trend] :]

    def _distances(
        self,
        keys: list[FigureKey],
        own: tuple[Observation, ...],
        country: tuple[Observation, ...],
    ) -> tuple[float, ...]:
        """Z per round against the country, as far as they are known."""
        if self.area.code == self.country.code:
            return ()
        distances = []
        for key, figure, theirs in zip(keys, own, country, strict=True):
            spread = self.book.spread(key)
            if figure.value is not None and theirs.value is not None and spread and spread.sd:
                distances.append((figure.value - theirs.value) / spread.sd)
        return tuple(distances)

    def _change(self, distances: tuple[float, ...], rounds: int) -> DistanceChange | None:
        people = people_of(self.area, AgeGroup.ADULTS)
        if len(distances) < rounds or people is None or people < self.limits.mensen:
            return None
        return distance_change(distances, self.limits.verandering_z)

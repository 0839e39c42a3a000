"""Indicator values: a figure with its benchmarks, verdicts and position."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.areas.parts import rest_people, share_of
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.limits import JudgementLimits, PositionLimits
from wijkprofiel.domain.figures import Figure, Spread
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.verdict import Outcome, Position, Reason, Verdict
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.findings.judge import Judge, Subject
from wijkprofiel.methods.spread import percentile


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What the region is compared with; `print_rest` says that the rest of it is printed."""

    key: str
    region: Region
    print_rest: bool


@dataclass(frozen=True, slots=True)
class BenchmarkFigure:
    """A benchmark's own figure and the verdict against it (or the rest of it)."""

    benchmark: Benchmark
    figure: Observation
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """One indicator for one age group, judged.

    Attributes:
        figure: what the edition knows of it; None if it is not in the edition (any more).
        percentile: mid-rank percentile (0-100) among the wijken of the country.
        position: the same as a word, None where nothing was compared.
    """

    definition: IndicatorDefinition
    age: AgeGroup
    figure: Figure | None
    observation: Observation
    benchmarks: tuple[BenchmarkFigure, ...]
    spread: Spread | None = None
    percentile: float | None = None
    position: Position | None = None

    @property
    def leading(self) -> Verdict | None:
        """The verdict that gives shape and colour: the first one that could be made.

        None where nothing is compared with; where nothing could be, the first one says why.
        """
        made = [each for each in self.verdicts if each.outcome is not Outcome.NOT_COMPARED]
        return next(iter([*made, *self.verdicts]), None)

    @property
    def has_too_few_people(self) -> bool:
        """Whether the area is too small for a verdict, and so for a place among the wijken."""
        return any(verdict.reason is Reason.TOO_FEW_PEOPLE for verdict in self.verdicts)

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts in the order of the benchmarks."""
        return tuple(item.verdict for item in self.benchmarks)


@dataclass(frozen=True, slots=True)
class Valuer:
    """Makes indicator values of one region against its benchmarks."""

    book: FigureBook
    limits: JudgementLimits
    region: Region
    benchmarks: tuple[Benchmark, ...]

    def value(self, definition: IndicatorDefinition, age: AgeGroup) -> IndicatorValue:
        """Look up and judge one indicator for one age group."""
        figure = self._current_figure(definition, age)
        if figure is None:
            nothing = Observation.absent(
                ValueStatus.NOT_IN_EDITION, self.book.edition.info.division, age
            )
            return self._judged(definition, age, None, nothing)
        return self._judged(definition, age, figure, self.book.observation(self.region, figure.key))

    def _current_figure(self, definition: IndicatorDefinition, age: AgeGroup) -> Figure | None:
        """The edition's figure, unless the definition now points at another source."""
        stored = self.book.edition.fingerprints.get(definition.id)
        fits = stored == definition.bron.fingerprint()
        return self.book.newest(definition.id, age) if fits else None

    def _judged(
        self,
        definition: IndicatorDefinition,
        age: AgeGroup,
        figure: Figure | None,
        own: Observation,
    ) -> IndicatorValue:
        spread = None if figure is None else self.book.spread(figure.key)
        judge = Judge(definition, self.limits, age, spread)
        benchmarks = tuple(
            self._compared(judge, benchmark, figure, own) for benchmark in self.benchmarks
        )
        rank = None
        if spread is not None and own.value is not None:
            rank = percentile(spread, own.value, definition.decimalen + 1)
        compared = any(item.verdict.outcome is Outcome.JUDGED for item in benchmarks)
        word = None if rank is None or not compared else position(rank, self.limits.positie)
        return IndicatorValue(definition, age, figure, own, benchmarks, spread, rank, word)

    def _compared(
        self, judge: Judge, benchmark: Benchmark, figure: Figure | None, own: Observation
    ) -> BenchmarkFigure:
        theirs = self._theirs(benchmark.region, figure, own)
        verdict = judge.verdict(
            Subject(self.region, own),
            Subject(benchmark.region, theirs),
            benchmark.key,
            print_rest=benchmark.print_rest,
        )
        return BenchmarkFigure(benchmark, theirs, verdict)

    def _theirs(self, region: Region, figure: Figure | None, own: Observation) -> Observation:
        if figure is None:
            return Observation.absent(ValueStatus.NOT_IN_EDITION, own.period, own.age)
        return self.book.observation(region, figure.key)


def benchmarks_for(
    region: Region, regions: dict[str, Region], limits: JudgementLimits
) -> tuple[Benchmark, ...]:
    """The benchmarks of a region: those that contain it, from near to far, then the country.

    Args:
        region: the profiled region.
        regions: per benchmark key (`wijk`, `gemeente`, `land`) the area, where there is one.
        limits: decides from which share of the people the rest is printed.
    """
    return tuple(
        Benchmark(key, area, _prints_rest(region, area, limits))
        for key, area in regions.items()
        if area.code != region.code
    )


def _prints_rest(region: Region, area: Region, limits: JudgementLimits) -> bool:
    share = share_of(region, area, AgeGroup.ADULTS)
    if (
        share is None
        or rest_people(region, area, AgeGroup.ADULTS) < limits.mensen.rest_van_gemeente
    ):
        return False
    return limits.rest.toon_rest_vanaf <= share <= limits.rest.niet_vergelijken_boven


def position(rank: float, limits: PositionLimits) -> Position:
    """The word for a mid-rank percentile; only the ends get more than a word for the middle."""
    if rank <= 100 * limits.uiterste:
        return Position.LOWEST_5
    if rank >= 100 * (1 - limits.uiterste):
        return Position.HIGHEST_5
    if rank <= 100 * limits.vijfde_deel:
        return Position.LOWEST_20
    return Position.HIGHEST_20 if rank >= 100 * (1 - limits.vijfde_deel) else Position.MIDDLE

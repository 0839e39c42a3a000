"""Indicator values: a figure with its benchmarks, verdicts and position."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wijkprofiel.areas.parts import contains, people_of
from wijkprofiel.configuration.definitions import CountRounding, IndicatorDefinition
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import Figure, Residents, SpreadSummary
from wijkprofiel.domain.observation import AgeGroup, Basis, Observation, ValueStatus
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import Outcome, Reason, Verdict
from wijkprofiel.findings.benchmarks import Benchmark, Benchmarks
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.findings.joined import Joined
from wijkprofiel.findings.judge import Judge, Subject
from wijkprofiel.findings.portions import Portion, in_proportion
from wijkprofiel.findings.rests import Rests
from wijkprofiel.methods.spread import percentile, place_among_people
from wijkprofiel.methods.union import covered


@dataclass(frozen=True, slots=True)
class BenchmarkFigure:
    """A benchmark's own figure and the verdict against it (or the rest of it).

    Attributes:
        joined: what stands behind the figure of a GGD region or province; None for any other.
        portions: what it rests on, per gemeente, for an area that lies in several; else nothing.
    """

    key: str
    role: Role
    figure: Observation
    verdict: Verdict
    joined: Joined | None = None
    portions: tuple[Portion, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """One indicator for one age group, judged.

    Attributes:
        sign: +1 if high is favourable, -1 if low is, 0 without a good side.
        is_health: whether it is a share of people from the health monitor.
        figure: what the edition knows of it; None if it is not in the edition (any more).
        compared: the figure against everything that it is compared with: first what the page
            shows, in the order of its columns, then what only the choice needs.
        columns: how many of those the page shows.
        percentile: mid-rank percentile (0-100) among the wijken of the country.
        place: of every 100 adults (65-plussers for a figure of those) in the country, how many
            live in a wijk with a less favourable figure, half of an equal one included; without a
            good side, with a lower one. For an area of any size, judged or not.
        residents: how its differences go together with who lives where, over the whole country.
        joined: what stands behind the figure of a union; None for one region.
    """

    indicator: str
    age: AgeGroup
    sign: int
    is_health: bool
    figure: Figure | None
    observation: Observation
    compared: tuple[BenchmarkFigure, ...]
    columns: int
    spread: SpreadSummary | None = None
    percentile: float | None = None
    place: float | None = None
    residents: Residents | None = None
    joined: Joined | None = None

    @property
    def benchmarks(self) -> tuple[BenchmarkFigure, ...]:
        """What the page shows, in the order of its columns."""
        return self.compared[: self.columns]

    def by_role(self, role: Role) -> BenchmarkFigure | None:
        """The figure against the benchmark of one role; None where there is none of that role."""
        return next((item for item in self.compared if item.role is role), None)

    @property
    def for_choice(self) -> tuple[BenchmarkFigure, ...]:
        """Near and country, as far as there are: what decides whether a figure stands out."""
        known = (self.by_role(role) for role in (Role.NEAR, Role.COUNTRY))
        return tuple(item for item in known if item is not None)

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
        return any(item.verdict.reason is Reason.TOO_FEW_PEOPLE for item in self.compared)

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts that the page shows, in the order of its columns."""
        return tuple(item.verdict for item in self.benchmarks)


@dataclass(frozen=True, slots=True)
class Valuer:
    """Makes indicator values of one area against its benchmarks.

    Attributes:
        of_one_year: never show an earlier year where the newest cannot be joined: the figures
            stand beside those of other areas.
    """

    book: FigureBook
    limits: JudgementLimits
    area: Area
    benchmarks: Benchmarks
    of_one_year: bool = False

    @property
    def rests(self) -> Rests:
        """What is left of the benchmarks without the area."""
        return self.book.rests(self.limits.werkgebieden.dekking.cijfer)

    def value(self, definition: IndicatorDefinition, age: AgeGroup) -> IndicatorValue:
        """Look up and judge one indicator for one age group."""
        figure = self._current_figure(definition, age)
        if figure is None:
            nothing = Observation.absent(
                ValueStatus.NOT_IN_EDITION, self.book.edition.info.division, age
            )
            return self._judged(definition, age, None, nothing)
        return self._judged(definition, age, figure, self.book.observation(self.area, figure.key))

    def _current_figure(self, definition: IndicatorDefinition, age: AgeGroup) -> Figure | None:
        """The edition's figure, unless the definition now points at another source."""
        stored = self.book.edition.fingerprints.get(definition.id)
        fits = stored == definition.bron.fingerprint()
        if not fits:
            return None
        if self.of_one_year:
            return self.book.newest(definition.id, age)
        return self.book.shown(self.area, definition.id, age)

    def _judged(
        self,
        definition: IndicatorDefinition,
        age: AgeGroup,
        figure: Figure | None,
        own: Observation,
    ) -> IndicatorValue:
        spread = None if figure is None else self.book.spread(figure.key)
        joined = self._joined(figure, own)
        cover, enough = 1.0 if joined is None else joined.covered, self.limits.werkgebieden.dekking
        judge = Judge(
            definition,
            self.limits,
            age,
            spread,
            is_thin=cover < enough.noemen,
            is_partial=cover < enough.stil,
            otherwise=joined is not None and joined.otherwise,
            cover=cover,
        )
        items = tuple(
            self._compared(judge, benchmark, figure, own) for benchmark in self.benchmarks.all
        )
        sign, decimals = definition.direction_for(age).sign, definition.decimalen + 1
        rank = place = None
        compared = own.basis is not Basis.ABOVE_CEILING
        if spread is not None and own.value is not None and compared:
            rank = percentile(spread, own.value, decimals)
            place = favourable(place_among_people(spread, own.value, decimals), sign)
        return IndicatorValue(
            indicator=definition.id,
            age=age,
            sign=sign,
            is_health=definition.is_health,
            figure=figure,
            observation=own,
            compared=items,
            columns=len(self.benchmarks.shown),
            spread=None if spread is None else spread.summary,
            percentile=rank,
            place=place,
            residents=None if figure is None else self.book.residents(figure.key),
            joined=joined,
        )

    def _joined(self, figure: Figure | None, own: Observation) -> Joined | None:
        """What stands behind the figure of a union, and how many of its people agree with it."""
        joined = None if figure is None else self.book.joined(self.area, figure.key)
        country = self.benchmarks.country
        if figure is None or joined is None or own.value is None or country is None:
            return joined
        theirs = self.book.observation(country.area, figure.key).value
        return (
            joined
            if theirs is None
            else replace(joined, agreeing=self._agreeing(figure, own.value - theirs, theirs))
        )

    def _agreeing(self, figure: Figure, difference: float, country: float) -> float:
        found = [
            (people_of(part, AgeGroup.ADULTS) or 0.0, (value - country) * difference > 0)
            for part in self.area.parts
            if (value := self.book.observation(part, figure.key).value) is not None
        ]
        return covered(found)

    def _compared(
        self, judge: Judge, benchmark: Benchmark, figure: Figure | None, own: Observation
    ) -> BenchmarkFigure:
        if figure is not None and benchmark.area.is_gemeenten:
            return self._in_proportion(judge, benchmark, figure, own)
        theirs = self._theirs(benchmark.area, figure, own)
        verdict = judge.verdict(
            Subject(self.area, own),
            Subject(self._with_figure(benchmark.area, figure), theirs),
            benchmark.key,
            print_rest=benchmark.print_rest,
            knows_rest=self._knows_rest(judge, self.area, benchmark.area, figure),
        )
        theirs = self._told(self.area, benchmark.area, judge.definition, theirs)
        made = figure is not None and benchmark.area.composed is not None
        joined = self.book.joined(benchmark.area, figure.key) if figure and made else None
        return BenchmarkFigure(benchmark.key, benchmark.role, theirs, verdict, joined)

    def _knows_rest(self, judge: Judge, area: Area, whole: Area, figure: Figure | None) -> bool:
        """Whether the rest of a whole is known by more than subtraction; hectares are nobody's."""
        if figure is None or not judge.takes_apart:
            return True
        if whole.is_union and whole.composed is None:
            return self.book.leaves_a_rest(area, whole, figure.key)
        nobody = judge.definition.bron.afronding is CountRounding.NONE
        return nobody or self.rests.is_known(area, whole, figure.key)

    def _told(
        self, area: Area, whole: Area, definition: IndicatorDefinition, figure: Observation
    ) -> Observation:
        """The figure of a whole, without counts that show a few people beside those of a part."""
        if definition.bron.afronding is CountRounding.NONE or not contains(whole, area):
            return figure
        left = (whole.inhabitants or 0) - (area.inhabitants or 0)
        if not 0 < left < self.limits.aantallen.niet_onder:
            return figure
        return replace(figure, numerator=None, denominator=None)

    def _with_figure(self, area: Area, figure: Figure | None) -> Area:
        """What a figure is of: of a union only the members that have one."""
        joined = None if figure is None else self.book.joined(area, figure.key)
        return area if joined is None else area.without(joined.lacking)

    def _in_proportion(
        self, judge: Judge, benchmark: Benchmark, figure: Figure, own: Observation
    ) -> BenchmarkFigure:
        """Against several gemeenten, each part against the rest of its own."""
        beside = [
            replace(each, knows_rest=self._knows_rest(judge, *each.areas, figure))
            for each in self.book.portions(self.area, benchmark.area, figure.key)
        ]
        theirs = self.book.in_proportion(beside, figure.key)
        around = Subject(benchmark.area, theirs)
        verdict, portions = in_proportion(
            judge, Subject(self.area, own), around, benchmark.key, beside
        )
        told = tuple(
            replace(portion, whole=self._told(*each.areas, judge.definition, portion.whole))
            for portion, each in zip(portions, beside, strict=True)
        )
        return BenchmarkFigure(benchmark.key, benchmark.role, theirs, verdict, portions=told)

    def _theirs(self, area: Area, figure: Figure | None, own: Observation) -> Observation:
        if figure is None:
            return Observation.absent(ValueStatus.NOT_IN_EDITION, own.period, own.age)
        return self.book.observation(area, figure.key)


def favourable(place: float | None, sign: int) -> float | None:
    """A place counted from the unfavourable end, where there is one."""
    return 100 - place if place is not None and sign < 0 else place

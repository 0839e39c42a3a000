"""From a figure and a benchmark to a verdict, by the limits of `configs/oordeel.yaml`.

The order of the questions is the order of the reasons: is there a figure, may it be compared, are
there enough people, is there a rest of the gemeente; then size, then certainty. A difference that
cannot be proven is "te onzeker" and never "ongeveer gelijk": no proof is not equality.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from wijkprofiel.areas.parts import people_of, rest_people, share_of
from wijkprofiel.configuration.definitions import CountRounding, IndicatorDefinition, Method, Scale
from wijkprofiel.configuration.limits import JudgementLimits, SizeLimits
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.figures import Spread
from wijkprofiel.domain.observation import AgeGroup, Basis, Observation
from wijkprofiel.domain.verdict import (
    BenchmarkMethod,
    BenchmarkScope,
    Certainty,
    Outcome,
    Reason,
    Side,
    SizeClass,
    Verdict,
)
from wijkprofiel.methods import certainty, register, rest, union
from wijkprofiel.methods.difference import standardised
from wijkprofiel.methods.rounding import half_up

_OF_A_REST = (BenchmarkMethod.REST_FROM_SHARE, BenchmarkMethod.IN_PROPORTION)


@dataclass(frozen=True, slots=True)
class Subject:
    """An area with its figure."""

    area: Area
    figure: Observation


@dataclass(frozen=True, slots=True)
class BenchmarkValue:
    """The value that is judged against, and the one that is printed."""

    judged: float
    printed: float
    scope: BenchmarkScope
    method: BenchmarkMethod
    guard: float = 0.0


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges one indicator for one age group.

    Attributes:
        spread: the figure's spread over the wijken of the country; one ruler for all benchmarks,
            levels and profiles of an edition.
        is_thin: whether so many people of a union live in members without a figure that only a
            large difference gets a word.
        is_partial: whether so many do that counts cannot be taken off those of the gemeente.
        otherwise: whether members of a union were weighed by the other weights of their rule.
        cover: the share of the people of a union that live in members with a figure.
    """

    definition: IndicatorDefinition
    limits: JudgementLimits
    age: AgeGroup
    spread: Spread | None
    is_thin: bool = False
    is_partial: bool = False
    otherwise: bool = False
    cover: float = 1.0

    def verdict(
        self,
        subject: Subject,
        benchmark: Subject,
        key: str,
        *,
        print_rest: bool,
        knows_rest: bool = True,
    ) -> Verdict:
        """Judge an area against one benchmark.

        Args:
            subject: the profiled area.
            benchmark: what it is compared with; if it contains the area, the rest of it.
            key: name of the benchmark in the result.
            print_rest: whether the rest is what stands on the page beside the figure.
            knows_rest: whether most people of the rest live where a figure is given.
        """
        share = self.share(subject.area, benchmark.area)
        reason = self.refusal_of_area(subject, benchmark)
        if reason is None and share is not None:
            reason = self.refusal_of_rest(
                subject.area, benchmark.area, share, knows_rest=knows_rest
            )
        elif reason is None and self.takes_apart and not knows_rest:
            reason = Reason.REST_UNKNOWN  # no other member has a figure: the area itself is left
        value = None if reason else self.beside(subject, benchmark, share, print_rest=print_rest)
        if value is not None:
            return self.judged(subject, benchmark, key, share, value)
        return self.refused(key, reason or Reason.NO_BENCHMARK, share, benchmark.figure.value)

    def share(self, area: Area, benchmark: Area) -> float | None:
        """W: the area's share of the people of what it lies in; None where it does not."""
        return share_of(area, benchmark, self.age)

    def refused(
        self, key: str, reason: Reason, share: float | None, printed: float | None
    ) -> Verdict:
        """No judgement, with the reason and what is printed of the benchmark."""
        refused = Verdict.not_compared(key, reason, self._known_without_limits)
        return replace(refused, share=share, printed_value=printed)

    @property
    def _known_without_limits(self) -> Certainty:
        counted = self.definition.methode is Method.REGISTER
        return Certainty.COUNTED if counted else Certainty.UNKNOWN

    def refusal_of_area(self, subject: Subject, benchmark: Subject) -> Reason | None:
        """Why a figure is not compared, whatever is left of what the area lies in."""
        if not self.definition.vergelijken or self.age is AgeGroup.WORKING_AGE:
            return Reason.NOT_JUDGED
        if subject.figure.basis is Basis.ABOVE_CEILING:
            return Reason.ABOVE_CEILING
        if subject.figure.value is None:
            return Reason.NO_VALUE
        if benchmark.figure.value is None:
            return Reason.NO_BENCHMARK
        if benchmark.figure.basis is Basis.ABOVE_CEILING:
            return Reason.ABOVE_CEILING
        if benchmark.figure.basis is Basis.BESIDE_WIJKEN and _lies_in_wijken(subject.area):
            return Reason.BESIDE_WIJKEN
        if subject.figure.period != benchmark.figure.period:
            return Reason.OTHER_PERIOD
        if self.spread is None or not self._unit():
            return Reason.NO_SPREAD
        people = people_of(subject.area, self.age)
        if people is None or people < self.limits.mensen.geen_oordeel_onder:
            return Reason.TOO_FEW_PEOPLE
        return None

    def refusal_of_rest(
        self, area: Area, benchmark: Area, share: float, *, knows_rest: bool = True
    ) -> Reason | None:
        """Why an area is not compared with what it lies in: too little is left, or is known of it.

        Args:
            knows_rest: whether most people of the rest live where a figure is given.
        """
        if share > self.limits.rest.niet_vergelijken_boven:
            return Reason.NEARLY_WHOLE
        left = rest_people(area, benchmark, self.age)
        if self.takes_apart and left < self.limits.mensen.rest_van_gemeente:
            return Reason.REST_TOO_SMALL
        return None if knows_rest or not self.takes_apart else Reason.REST_UNKNOWN

    def _unit(self) -> float | None:
        if self.spread is None:
            return None
        return self.spread.sd_root if self.definition.schaal is Scale.ROOT else self.spread.sd

    def beside(
        self, subject: Subject, benchmark: Subject, share: float | None, *, print_rest: bool = True
    ) -> BenchmarkValue | None:
        """What a figure is held against: a benchmark, or the rest of it; None without a rest."""
        whole, part = benchmark.figure.value, subject.figure.value
        assert whole is not None  # refused before
        assert part is not None
        guard = self.guard(subject)
        is_made = benchmark.area.is_union and benchmark.area.composed is None
        if is_made and self.definition.methode is Method.REGISTER:
            guard += self._union_guard(benchmark)
        if share is None or not self.takes_apart:
            return BenchmarkValue(whole, whole, BenchmarkScope.WHOLE, BenchmarkMethod.WHOLE, guard)
        if self.definition.bron.computed:
            left = rest.rest_from_counts(
                _counts(benchmark.figure),
                _counts(subject.figure),
                self.definition.bron.vermenigvuldig,
            )
            method = BenchmarkMethod.REST_FROM_COUNTS
        else:
            left = rest.rest_of_whole(whole, part, share)
            method = BenchmarkMethod.REST_FROM_SHARE
            guard = rest.rounding_error(share) if share >= self.limits.rest.rem_vanaf else 0.0
        if left is None:
            return None
        printed = left if print_rest else whole
        return BenchmarkValue(left, printed, BenchmarkScope.REST, method, guard)

    @property
    def takes_apart(self) -> bool:
        """Whether an area is compared with the rest of what it lies in.

        Of means and percentages that CBS publishes the weights are not: these are compared with the
        whole, which understates the difference with its rest and so is the careful side.
        """
        counted = self.definition.bron.computed and not self.is_partial
        return self.definition.methode is not Method.REGISTER or counted

    def guard(self, subject: Subject) -> float:
        """What rounding, or putting members together, can do to a figure, in its own unit."""
        source, figure = self.definition.bron, subject.figure
        if subject.area.is_union:
            return self._union_guard(subject)
        if (
            not source.computed
            or figure.denominator is None
            or source.afronding is CountRounding.NONE
        ):
            return 0.0
        tens = source.afronding is CountRounding.TENS
        error = register.TENS_ERROR if tens else register.FIVES_ERROR
        return register.share_error(*_counts(figure), source.vermenigvuldig, error)

    def _union_guard(self, subject: Subject) -> float:
        """What putting members together may be off; of health figures less than is printed."""
        source, figure, parts = self.definition.bron, subject.figure, len(subject.area.members)
        if not source.computed or figure.denominator is None:
            has_buurten = any(each.wijk_code is not None for each in subject.area.members)
            rule = self.definition.together
            rule = rule.otherwise if self.otherwise else rule
            return rule.margin(figure.value or 0.0, buurten=has_buurten, cover=self.cover)
        if source.afronding is CountRounding.NONE:
            return 0.0
        tens = source.afronding is CountRounding.TENS
        error = union.tens_error(parts) if tens else union.fives_error(parts)
        above = 1 if tens else len(source.teller or ())
        return union.share_error(_counts(figure), source.vermenigvuldig, above * error, parts)

    def judged(
        self,
        subject: Subject,
        benchmark: Subject,
        key: str,
        share: float | None,
        value: BenchmarkValue,
    ) -> Verdict:
        """The verdict of a figure against what it is held against."""
        unit, figure = self._unit(), subject.figure.value
        assert unit is not None
        assert figure is not None
        root = self.definition.schaal is Scale.ROOT
        z = standardised(figure, value.judged, unit, root=root, guard=value.guard)
        z_certainty = self._z_certainty(subject.figure, benchmark.figure, value, share)
        known = self._known_without_limits
        if z_certainty is not None:
            outside = abs(z_certainty) >= self.limits.zekerheid_z
            known = Certainty.OUTSIDE if outside else Certainty.WITHIN
        printed_difference = self._printed_difference(figure, value.printed)
        size = self._size(subject.area, z, printed_difference, limits_known=z_certainty is not None)
        uncertain = known is Certainty.WITHIN and size is not SizeClass.EQUAL
        named = size is not SizeClass.EQUAL and not uncertain
        return Verdict(
            benchmark=key,
            outcome=Outcome.TOO_UNCERTAIN if uncertain else Outcome.JUDGED,
            certainty=known,
            scope=value.scope,
            benchmark_value=value.judged,
            printed_value=value.printed,
            share=share,
            difference=figure - value.judged,
            printed_difference=printed_difference,
            z=z,
            spread=unit,
            size=None if uncertain else size,
            side=self._side(z) if named else None,
            z_certainty=z_certainty,
            caution_small=self._is_small(subject.area),
            guard=value.guard,
            method=value.method,
        )

    def _printed_difference(self, figure: float, printed: float) -> float:
        decimals = self.definition.decimalen
        return half_up(half_up(figure, decimals) - half_up(printed, decimals), decimals)

    def _is_small(self, area: Area) -> bool:
        """Whether the model's wobble in an area of this size is as large as a small difference."""
        people = people_of(area, self.age) or 0
        modelled = self.definition.methode is not Method.REGISTER
        return modelled and people < self.limits.mensen.alle_klassen_vanaf

    def _size(
        self, area: Area, z: float, printed_difference: float, *, limits_known: bool
    ) -> SizeClass:
        below_threshold = abs(printed_difference) < self.definition.drempel
        if printed_difference == 0 or below_threshold:
            return SizeClass.EQUAL
        size = size_class(abs(z), self.limits.grootte)
        if size is SizeClass.SLIGHT and self._is_small(area) and not limits_known:
            return SizeClass.EQUAL
        if self.is_thin and abs(z) < self.limits.werkgebieden.genoemd_vanaf:
            return SizeClass.EQUAL
        return size

    def _side(self, z: float) -> Side:
        sign = self.definition.direction_for(self.age).sign
        if sign == 0:
            return Side.HIGHER if z > 0 else Side.LOWER
        return Side.FAVOURABLE if sign * z > 0 else Side.UNFAVOURABLE

    def _z_certainty(
        self, figure: Observation, whole: Observation, value: BenchmarkValue, share: float | None
    ) -> float | None:
        error = _standard_error(figure, value.judged)
        part_value = figure.value
        if error is None or part_value is None:
            return None
        error_benchmark = _standard_error(whole, part_value)
        if error_benchmark is None:
            return None
        of_rest = value.scope is BenchmarkScope.REST and value.method in _OF_A_REST
        if of_rest and share is not None:
            error_benchmark = certainty.standard_error_of_rest(error_benchmark, error, share)
        return certainty.standardised_certainty(part_value - value.judged, error, error_benchmark)


def size_class(size: float, limits: SizeLimits) -> SizeClass:
    """The class of a difference of `size` spreads (not negative)."""
    if size < limits.iets:
        return SizeClass.EQUAL
    if size < limits.gewoon:
        return SizeClass.SLIGHT
    return SizeClass.PLAIN if size < limits.duidelijk else SizeClass.CLEAR


def _lies_in_wijken(area: Area) -> bool:
    """Whether it is a wijk, or less or more of them: then what lies in no wijk is no part of it."""
    return area.kind not in (AreaKind.GEMEENTE, AreaKind.LAND)


def _counts(figure: Observation) -> tuple[float, float]:
    assert figure.numerator is not None
    assert figure.denominator is not None
    return figure.numerator, figure.denominator


def _standard_error(figure: Observation, towards: float) -> float | None:
    if figure.value is None or figure.lower is None or figure.upper is None:
        return None
    return certainty.standard_error(figure.value, figure.lower, figure.upper, towards)

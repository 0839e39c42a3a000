"""An area that lies in several gemeenten beside each of them, and all of them in proportion.

Each part is held against its own gemeente, and what comes of that is weighed by what the figure of
the area counts there:

    x_B = sum(q_g x_g),   q_g = weight of the area in gemeente g / its weight as a whole

with x_g the rest of that gemeente, or the whole of it where the rest cannot be had. So an area of
which every part is as its own gemeente differs from nothing. All gemeenten as one would not do
that: there the largest rules, however little of the area lies in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wijkprofiel.configuration.definitions import IndicatorDefinition, Unit
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import Basis, Observation, Published, ValueStatus
from wijkprofiel.domain.verdict import BenchmarkMethod, BenchmarkScope, Reason, Verdict
from wijkprofiel.findings.judge import BenchmarkValue, Judge, Subject
from wijkprofiel.methods.rounding import half_up
from wijkprofiel.methods.union import weighted_mean


@dataclass(frozen=True, slots=True)
class PartBeside:
    """What of an area lies in one gemeente, with its figure, beside that gemeente.

    Attributes:
        knows_rest: whether most people of the rest of the gemeente live where a figure is given.
    """

    part: Subject
    whole: Subject
    weight: float
    knows_rest: bool = True

    @property
    def areas(self) -> tuple[Area, Area]:
        """The part and the gemeente."""
        return self.part.area, self.whole.area


@dataclass(frozen=True, slots=True)
class Portion:
    """One gemeente of several, and what of the area lies in it.

    Attributes:
        gemeente: its code.
        weight: q, of what the figure of the area counts the share that lies here.
        share: w, of the people of the gemeente the share that lives in the area.
        figure: that of what of the area lies here.
        whole: that of the gemeente.
        beside: what the part is held against: the rest of the gemeente, or the whole of it.
        scope, method: which of the two, and how it was obtained.
        reason: why there is nothing to hold it against; else None.
    """

    gemeente: str
    weight: float
    share: float
    figure: Observation
    whole: Observation
    beside: float | None
    scope: BenchmarkScope
    method: BenchmarkMethod | None
    reason: Reason | None


def as_published(definition: IndicatorDefinition, value: float) -> float:
    """A mean without digits that no source gives: thousands of euros are printed in full."""
    in_full = definition.eenheid is Unit.THOUSAND_EUR
    return half_up(value, definition.decimalen) if in_full else value


def blended(figures: Sequence[Observation], weights: Sequence[float]) -> Observation:
    """Figures of several gemeenten in proportion; if one has none, there is none.

    Limits are blended alike: errors come from one model, so they do not average out.
    """
    first, lacking = figures[0], next((each for each in figures if each.value is None), None)
    if lacking is not None:
        return lacking
    if len({each.period for each in figures}) > 1:
        return Observation.absent(ValueStatus.PARTS_UNKNOWN, first.period, first.age)
    lower = _mean([each.lower for each in figures], weights)
    upper = _mean([each.upper for each in figures], weights)
    basis, published = _based(figures, weights)
    return Observation(
        first.period,
        first.age,
        ValueStatus.AVAILABLE,
        _mean([each.value for each in figures], weights),
        lower=None if upper is None else lower,
        upper=None if lower is None else upper,
        origin=first.origin,
        boundary_changed=any(each.boundary_changed for each in figures),
        basis=basis,
        published=published,
    )


def _based(
    figures: Sequence[Observation], weights: Sequence[float]
) -> tuple[Basis, Published | None]:
    """What is so of one of the figures is so of their mean, and what the sources give instead."""
    found = {each.basis for each in figures}
    if found == {Basis.SOURCE}:
        return Basis.SOURCE, None
    if found - {Basis.SOURCE, Basis.FROM_WIJKEN}:
        return Basis.BESIDE_WIJKEN, None
    given = [each.value if each.published is None else each.published.value for each in figures]
    return Basis.FROM_WIJKEN, Published(_mean(given, weights), None, None)


def _mean(values: Iterable[float | None], weights: Sequence[float]) -> float | None:
    known = [value for value in values if value is not None]
    return round(weighted_mean(known, weights), 6) if len(known) == len(weights) else None


def in_proportion(
    judge: Judge, subject: Subject, whole: Subject, key: str, beside: Sequence[PartBeside]
) -> tuple[Verdict, tuple[Portion, ...]]:
    """The verdict on an area in several gemeenten, and what it rests on per gemeente.

    Args:
        whole: the gemeenten as one, with their figure in proportion.
        key: name of the benchmark in the result.
        beside: per gemeente what of the area lies in it.
    """
    made = [_one(judge, each) for each in beside]
    portions = tuple(portion for portion, _ in made)
    values = [value for _, value in made if value is not None]
    weights = [each.weight for each in beside]
    share = weighted_mean([each.share for each in portions], weights)
    refused = next((each for each in portions if each.reason is not None), None)
    reason = judge.refusal_of_area(subject, whole) or (refused and refused.reason)
    if reason is None and len(values) == len(made):
        value = _together(judge, subject, values, weights)
        return judge.judged(subject, whole, key, share, value), portions
    verdict = judge.refused(key, reason or Reason.NO_BENCHMARK, share, whole.figure.value)
    by = refused if reason is not None and refused is not None else None
    if by is not None and by.reason is reason:
        verdict = replace(verdict, refused_by=by.gemeente)
    return verdict, portions


def _one(judge: Judge, beside: PartBeside) -> tuple[Portion, BenchmarkValue | None]:
    part, whole = beside.part, beside.whole
    share = judge.share(part.area, whole.area)
    reason = judge.refusal_of_rest(
        part.area,
        whole.area,
        1.0 if share is None else share,
        knows_rest=beside.knows_rest,
    )
    known = part.figure.value is not None and whole.figure.value is not None
    value = judge.beside(part, whole, share) if known and reason is None else None
    if value is None and reason is None:
        reason = Reason.NO_BENCHMARK
    return (
        Portion(
            gemeente=whole.area.code,
            weight=beside.weight,
            share=1.0 if share is None else share,
            figure=part.figure,
            whole=whole.figure,
            beside=None if value is None else value.judged,
            scope=BenchmarkScope.WHOLE if value is None else value.scope,
            method=None if value is None else value.method,
            reason=reason,
        ),
        value,
    )


def _together(
    judge: Judge, subject: Subject, values: Sequence[BenchmarkValue], weights: Sequence[float]
) -> BenchmarkValue:
    of_rest = all(each.scope is BenchmarkScope.REST for each in values)
    from_share = all(each.method is BenchmarkMethod.REST_FROM_SHARE for each in values)
    guards = weighted_mean([each.guard for each in values], weights)
    judged = weighted_mean([each.judged for each in values], weights)
    return BenchmarkValue(
        judged,
        as_published(judge.definition, judged),
        BenchmarkScope.REST if of_rest else BenchmarkScope.WHOLE,
        BenchmarkMethod.IN_PROPORTION,
        guards if from_share else judge.guard(subject),
    )

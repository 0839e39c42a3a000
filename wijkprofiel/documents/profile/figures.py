"""Every figure of a profile with its status, verdicts and origin, for the exports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wijkprofiel.configuration.definitions import IndicatorDefinition, Scale
from wijkprofiel.documents.profile.model import FigureRecord
from wijkprofiel.domain.observation import Observation
from wijkprofiel.domain.verdict import Verdict
from wijkprofiel.findings.portions import Portion
from wijkprofiel.findings.trends import Trend
from wijkprofiel.findings.value_set import Values
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.words.wording import Wording


def figure_records(
    values: Values, rounds: Iterable[Trend], wording: Wording
) -> tuple[FigureRecord, ...]:
    """The figures that are judged, then the older rounds that only stand beside them."""
    judged = [_judged(value, wording) for value in values.all]
    known = {_identity(record) for record in judged}
    older = [record for trend in rounds for record in _rounds(trend, wording)]
    return (*judged, *(record for record in older if _identity(record) not in known))


def _identity(record: FigureRecord) -> tuple[str, str, int]:
    return record.indicator, record.observation.age, record.observation.period


def _judged(value: IndicatorValue, wording: Wording) -> FigureRecord:
    record = _record(
        wording.definition(value.indicator),
        wording,
        value.observation,
        tuple(item.figure for item in value.benchmarks),
        percentile=value.percentile,
        verdicts=value.verdicts,
        portions=tuple(item.portions for item in value.benchmarks),
    )
    return replace(record, joined=value.joined)


def _rounds(trend: Trend, wording: Wording) -> Iterator[FigureRecord]:
    definition = wording.definition(trend.indicator)
    for place, observation in enumerate(trend.own):
        theirs = tuple(series[place] for series in trend.benchmarks)
        yield _record(definition, wording, observation, theirs)


def _record(
    definition: IndicatorDefinition,
    wording: Wording,
    own: Observation,
    theirs: tuple[Observation, ...],
    *,
    percentile: float | None = None,
    verdicts: tuple[Verdict, ...] = (),
    portions: tuple[tuple[Portion, ...], ...] = (),
) -> FigureRecord:
    beside = [verdict.printed_value for verdict in verdicts] or [each.value for each in theirs]
    return FigureRecord(
        indicator=definition.id,
        name=definition.naam,
        unit=definition.eenheid.value,
        method=definition.methode.value,
        observation=own,
        percentile=percentile,
        benchmark_figures=theirs,
        judgements=tuple(wording.judgement(definition, verdict) for verdict in verdicts),
        scale="wortel" if definition.schaal is Scale.ROOT else "lineair",
        printed=wording.printed_number(definition, own.value),
        printed_benchmarks=tuple(wording.printed_number(definition, each) for each in beside),
        portions=portions if any(portions) else (),
    )

"""Every figure of a profile with its status, verdicts and origin, for the exports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wijkprofiel.documents.profile.model import FigureRecord
from wijkprofiel.domain.observation import Observation
from wijkprofiel.findings.trends import Trend
from wijkprofiel.findings.value_set import Values
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.words.wording import Wording


def figure_records(
    values: Values, rounds: Iterable[Trend], wording: Wording
) -> tuple[FigureRecord, ...]:
    """The figures that are judged, then the older rounds that only stand beside them."""
    judged = [_judged(value, wording) for value in values.by_key.values()]
    known = {_identity(record) for record in judged}
    older = [record for trend in rounds for record in _rounds(trend)]
    return (*judged, *(record for record in older if _identity(record) not in known))


def _identity(record: FigureRecord) -> tuple[str, str, int]:
    return record.indicator, record.observation.age, record.observation.period


def _judged(value: IndicatorValue, wording: Wording) -> FigureRecord:
    definition = value.definition
    return FigureRecord(
        indicator=definition.id,
        name=definition.naam,
        unit=definition.eenheid.value,
        method=definition.methode.value,
        observation=value.observation,
        percentile=value.percentile,
        benchmark_figures=tuple(item.figure for item in value.benchmarks),
        judgements=tuple(wording.judgement(definition, verdict) for verdict in value.verdicts),
    )


def _rounds(trend: Trend) -> Iterator[FigureRecord]:
    definition = trend.definition
    for place, observation in enumerate(trend.region):
        theirs: tuple[Observation, ...] = tuple(series[place] for series in trend.benchmarks)
        yield FigureRecord(
            indicator=definition.id,
            name=definition.naam,
            unit=definition.eenheid.value,
            method=definition.methode.value,
            observation=observation,
            percentile=None,
            benchmark_figures=theirs,
            judgements=(),
        )

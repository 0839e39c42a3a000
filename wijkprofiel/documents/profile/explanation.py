"""How a figure came to its word, step by step, for whoever wants to redo it by hand."""

from __future__ import annotations

from collections.abc import Iterator

from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.documents.profile.model import FigureRecord, Profile
from wijkprofiel.domain.observation import Observation
from wijkprofiel.domain.verdict import BenchmarkMethod, Verdict
from wijkprofiel.methods.rounding import toward_zero
from wijkprofiel.words.cells import Column, Judgement
from wijkprofiel.words.formatting import MISSING, number, signed


def explanation(
    profile: Profile, definition: IndicatorDefinition, limits: JudgementLimits
) -> Iterator[str]:
    """Lines of text: the figure, and per benchmark every step to the word."""
    yield f"{definition.naam}, {profile.region.name} ({profile.region.code})"
    yield f"  {definition.definitie}"
    for record in profile.figures:
        if record.indicator == definition.id:
            yield from _record(profile, record, limits)


def _record(profile: Profile, record: FigureRecord, limits: JudgementLimits) -> Iterator[str]:
    own = record.observation
    yield ""
    yield f"{own.age}, {own.period}: {_figure(own)}{_origin(profile, own)}"
    if record.percentile is not None:
        yield f"  plaats tussen de wijken van Nederland: percentiel {number(record.percentile, 1)}"
    for column, theirs, judgement in zip(
        profile.columns, record.benchmark_figures, record.judgements, strict=False
    ):
        yield from _judgement(column, theirs, judgement, limits)


def _figure(observation: Observation) -> str:
    if observation.value is None:
        return f"{MISSING} ({observation.status.value.replace('_', ' ')})"
    text = _exact(observation.value)
    if observation.lower is not None and observation.upper is not None:
        text += f" [{_exact(observation.lower)}; {_exact(observation.upper)}]"
    if observation.numerator is not None and observation.denominator is not None:
        text += f" = {number(observation.numerator)} / {number(observation.denominator)}"
    return text


def _origin(profile: Profile, observation: Observation) -> str:
    if observation.origin is None:
        return ""
    origin = profile.origins[observation.origin]
    return f" (tabel {origin.table}, indeling {origin.division})"


def _judgement(
    column: Column, theirs: Observation, judgement: Judgement, limits: JudgementLimits
) -> Iterator[str]:
    verdict = judgement.verdict
    yield f"  tegenover {column.header}: {_figure(theirs)}"
    if judgement.reason is not None:
        yield f"    {judgement.word}: {judgement.reason}"
        return
    yield from _steps(verdict, theirs)
    yield f"    {_limits(limits)}"
    yield f"    afgedrukt verschil {judgement.difference or MISSING}: {judgement.word}"


def _steps(verdict: Verdict, theirs: Observation) -> Iterator[str]:
    assert verdict.benchmark_value is not None  # only judged figures have steps
    if verdict.method is BenchmarkMethod.REST_FROM_SHARE and verdict.share is not None:
        yield (
            f"    rest = ({_exact(theirs.value or 0)} − w × cijfer) / (1 − w) ="
            f" {_exact(verdict.benchmark_value)}, met w = {number(verdict.share, 4)}"
        )
    elif verdict.method is BenchmarkMethod.REST_FROM_COUNTS:
        yield f"    rest uit de aantallen = {_exact(verdict.benchmark_value)}"
    yield f"    verschil {signed(verdict.difference or 0, 4)}{_guard(verdict)}"
    if verdict.z is not None and verdict.spread is not None:
        yield (
            f"    z = {number(toward_zero(verdict.z), 1)} (precies {number(verdict.z, 4)}),"
            f" spreiding {number(verdict.spread, 4)}"
        )
    if verdict.z_certainty is not None:
        yield f"    z van de zekerheid = {number(verdict.z_certainty, 3)}"


def _guard(verdict: Verdict) -> str:
    return f", min {number(verdict.guard, 4)} voor de afronding" if verdict.guard else ""


def _limits(limits: JudgementLimits) -> str:
    size = limits.grootte
    steps = (number(each, 1) for each in (size.iets, size.gewoon, size.duidelijk))
    return "grenzen {}, {} en {}".format(*steps)


def _exact(value: float) -> str:
    """A figure with the decimals it has, four at most."""
    text = number(value, 4).rstrip("0")
    return text.rstrip(",")

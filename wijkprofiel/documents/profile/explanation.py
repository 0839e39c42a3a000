"""How a figure came to its word, step by step, for whoever wants to redo it by hand.

Every number that a step starts from is printed before it or in it, with so many decimals that the
number that comes out can be had from what is printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from wijkprofiel.configuration.definitions import IndicatorDefinition, Scale
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.documents.profile.model import FigureRecord, Profile
from wijkprofiel.domain.observation import Observation
from wijkprofiel.domain.verdict import BenchmarkMethod, Verdict
from wijkprofiel.methods.difference import shrink
from wijkprofiel.methods.rounding import toward_zero
from wijkprofiel.words.cells import Column, Judgement
from wijkprofiel.words.formatting import MINUS, MISSING, number, signed

_DECIMALS = 6
_SHARE_DECIMALS = 8
"""Of w: near 1 its last decimals count for much."""


def explanation(
    profile: Profile, definition: IndicatorDefinition, limits: JudgementLimits
) -> Iterator[str]:
    """Lines of text: the figure, and per benchmark every step to the word."""
    yield f"{definition.naam}, {profile.area.name} ({profile.area.code})"
    yield f"  {definition.definitie}"
    for record in profile.figures:
        if record.indicator == definition.id:
            yield from _Steps(profile, definition, limits, record).lines()


@dataclass(frozen=True, slots=True)
class _Steps:
    """The steps of one figure."""

    profile: Profile
    definition: IndicatorDefinition
    limits: JudgementLimits
    record: FigureRecord

    def lines(self) -> Iterator[str]:
        own = self.record.observation
        yield ""
        yield f"{own.age}, {own.period}: {self._figure(own)}{self._origin(own)}"
        if self.record.percentile is not None:
            place = number(self.record.percentile, 1)
            yield f"  plaats tussen de wijken van Nederland: percentiel {place}"
        for column, theirs, judgement, printed in zip(
            self.profile.columns,
            self.record.benchmark_figures,
            self.record.judgements,
            self.record.printed_benchmarks,
            strict=False,
        ):
            yield from self._judgement(column, theirs, judgement, printed)

    def _figure(self, observation: Observation) -> str:
        if observation.value is None:
            return f"{MISSING} ({observation.status.value.replace('_', ' ')})"
        text = _exact(observation.value)
        if observation.lower is not None and observation.upper is not None:
            text += f" [{_exact(observation.lower)}; {_exact(observation.upper)}]"
        if observation.numerator is not None and observation.denominator is not None:
            text += f" = {self._times} × {_exact(observation.numerator)}"
            text += f" / {_exact(observation.denominator)}"
            text += f" {MINUS} {self._times}" if self.definition.bron.verandering else ""
        return text

    @property
    def _times(self) -> str:
        """What a share of counts is multiplied by."""
        return _exact(self.definition.bron.vermenigvuldig)

    def _origin(self, observation: Observation) -> str:
        if observation.origin is None:
            return ""
        origin = self.profile.origins[observation.origin]
        return f" (tabel {origin.table}, indeling {origin.division})"

    def _judgement(
        self, column: Column, theirs: Observation, judgement: Judgement, printed: float | None
    ) -> Iterator[str]:
        verdict = judgement.verdict
        yield f"  tegenover {column.header}: {self._figure(theirs)}"
        if judgement.reason is not None:
            yield f"    {judgement.word}: {judgement.reason}"
            return
        yield from self._rest(verdict, theirs)
        yield from self._distance(verdict)
        yield f"    {_limits(self.limits)}"
        yield (
            f"    afgedrukt {_exact(self.record.printed or 0)} tegenover {_exact(printed or 0)},"
            f" verschil {judgement.difference or MISSING}: {judgement.word}"
        )

    def _rest(self, verdict: Verdict, theirs: Observation) -> Iterator[str]:
        """How the rest follows from the whole and the part, where that is compared with."""
        own = self.record.observation
        assert verdict.benchmark_value is not None  # only judged figures have steps
        found = _exact(verdict.benchmark_value)
        if verdict.method is BenchmarkMethod.REST_FROM_SHARE and verdict.share is not None:
            yield (
                f"    rest = ({_exact(theirs.value or 0)} {MINUS} w × {_term(own.value or 0)})"
                f" / (1 {MINUS} w) = {found}, met w = {number(verdict.share, _SHARE_DECIMALS)}"
            )
        elif verdict.method is BenchmarkMethod.REST_FROM_COUNTS:
            above = f"{_exact(theirs.numerator or 0)} {MINUS} {_exact(own.numerator or 0)}"
            below = f"{_exact(theirs.denominator or 0)} {MINUS} {_exact(own.denominator or 0)}"
            yield f"    rest uit de aantallen = {self._times} × ({above}) / ({below}) = {found}"

    def _distance(self, verdict: Verdict) -> Iterator[str]:
        """The difference, what rounding may do to it, and both in units of the spread."""
        own, other = self.record.observation.value, verdict.benchmark_value
        assert own is not None
        assert other is not None
        assert verdict.z is not None
        difference = own - other
        yield f"    verschil = {_exact(own)} {MINUS} {_term(other)} = {_signed(difference)}"
        if verdict.guard:
            difference = shrink(difference, verdict.guard)
            yield (
                f"    na aftrek van {_exact(verdict.guard)} voor de afronding:"
                f" {_signed(difference)}"
            )
        yield from self._root(other, difference)
        yield (
            f"    z = {self._measured(other, difference)} / {_exact(verdict.spread or 0)}"
            f" = {number(verdict.z, 4)}; afgekapt {number(toward_zero(verdict.z), 1)}"
        )
        if verdict.z_certainty is not None:
            yield f"    z van de zekerheid = {number(verdict.z_certainty, 3)}"

    def _root(self, other: float, difference: float) -> Iterator[str]:
        if self.definition.schaal is Scale.ROOT:
            upper = max(0.0, other + difference)
            yield (
                f"    op de wortelschaal: √{_exact(upper)} = {_exact(sqrt(upper))},"
                f" √{_exact(other)} = {_exact(sqrt(other))}"
            )

    def _measured(self, other: float, difference: float) -> str:
        """What is divided by the spread: the difference, or that of the roots."""
        if self.definition.schaal is not Scale.ROOT:
            return _exact(difference)
        upper = max(0.0, other + difference)
        return f"({_exact(sqrt(upper))} {MINUS} {_exact(sqrt(other))})"


def _limits(limits: JudgementLimits) -> str:
    size = limits.grootte
    steps = (number(each, 1) for each in (size.iets, size.gewoon, size.duidelijk))
    return "grenzen {}, {} en {}".format(*steps)


def _exact(value: float) -> str:
    """A figure with the decimals it has, six at most."""
    return _bare(number(value, _DECIMALS))


def _signed(value: float) -> str:
    return _bare(signed(value, _DECIMALS))


def _bare(text: str) -> str:
    return text.rstrip("0").rstrip(",")


def _term(value: float) -> str:
    """A figure that something is taken off or multiplied by."""
    text = _exact(value)
    return f"({text})" if text.startswith(MINUS) else text

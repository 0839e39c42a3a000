"""How a figure came to its word, step by step, for whoever wants to redo it by hand.

Every number that a step starts from is printed before it or in it, with so many decimals that the
number that comes out can be had from what is printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from wijkprofiel.configuration.definitions import IndicatorDefinition, Scale
from wijkprofiel.configuration.explanation_texts import StepTexts
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.documents.profile.explanation_digits import SHARE_DECIMALS, Digits
from wijkprofiel.documents.profile.explanation_union import UnionSteps
from wijkprofiel.documents.profile.model import FigureRecord, Profile
from wijkprofiel.domain.observation import Basis, Observation
from wijkprofiel.domain.verdict import BenchmarkMethod, Verdict
from wijkprofiel.findings.portions import Portion
from wijkprofiel.methods.difference import shrink
from wijkprofiel.methods.rounding import toward_zero
from wijkprofiel.words.absence import absence
from wijkprofiel.words.cells import Column, Judgement
from wijkprofiel.words.formatting import MISSING, Notation
from wijkprofiel.words.voice import Voice


def explanation(
    profile: Profile, indicator: str, voice: Voice, limits: JudgementLimits
) -> Iterator[str]:
    """Lines of text: the figure, and per benchmark every step to the word.

    Args:
        voice: that of the profile.
    """
    definition = voice.indicators[indicator]
    yield f"{definition.naam}, {profile.area.name} ({profile.area.code})"
    yield f"  {definition.definitie}"
    digits = Digits(Notation.of(voice.texts))
    for record in profile.figures:
        if record.indicator == indicator:
            yield from _Steps(
                profile, definition, limits, record=record, voice=voice, digits=digits
            ).lines()


@dataclass(frozen=True, slots=True)
class _Steps:
    """The steps of one figure."""

    profile: Profile
    definition: IndicatorDefinition
    limits: JudgementLimits
    record: FigureRecord
    voice: Voice
    digits: Digits

    @property
    def _texts(self) -> StepTexts:
        return self.voice.texts.narekenen

    def lines(self) -> Iterator[str]:
        own = self.record.observation
        yield ""
        yield self._texts.cijfer.format(leeftijd=own.age, jaar=own.period, cijfer=self._sourced())
        yield from (f"  {line}" for line in self._rebuilt(own))
        yield from (f"  {step}" for step in self._together())
        if self.record.percentile is not None:
            place = self.digits.notation.number(self.record.percentile, 1)
            yield f"  {self._texts.plaats.format(percentiel=place)}"
        for number, (column, theirs, judgement, printed) in enumerate(
            zip(
                self.profile.columns,
                self.record.benchmark_figures,
                self.record.judgements,
                self.record.printed_benchmarks,
                strict=False,
            )
        ):
            compared = {"gebied": column.header, "cijfer": self._figure(theirs)}
            yield f"  {self._texts.tegenover.format(**compared)}"
            yield from (f"    {line}" for line in self._rebuilt(theirs))
            yield from (f"    {step}" for step in self._composed(column, theirs))
            portions = self.record.portions[number] if self.record.portions else ()
            if judgement.reason is None:
                yield from (f"    {step}" for step in self._in_proportion(portions, judgement))
            yield from (f"    {step}" for step in self._judgement(theirs, judgement, printed))

    def _composed(self, column: Column, theirs: Observation) -> Iterator[str]:
        """That the figure of a GGD region or province is ours."""
        for each in self.profile.composed:
            is_of = (
                column.role.value == each.area.kind.value or column.key == each.area.code.lower()
            )
            if is_of and theirs.value is not None:
                yield self._texts.samengesteld.format(aantal=len(each.members))

    def _together(self) -> Iterator[str]:
        """How the figure of a werkgebied was made of those of its parts."""
        joined = self.record.joined
        if joined is not None:
            least = self.limits.werkgebieden.dekking.cijfer
            yield from UnionSteps(
                self.profile,
                self.definition,
                self.record,
                joined,
                least=max(self.definition.together.least, least),
                voice=self.voice,
                digits=self.digits,
            ).lines()

    def _sourced(self) -> str:
        observation = self.record.observation
        text = self._figure(observation)
        if observation.origin is None:
            return text
        origin = self.profile.origins[observation.origin]
        return self._texts.met_herkomst.format(
            cijfer=text, tabel=origin.table, indeling=origin.division
        )

    def _figure(self, observation: Observation) -> str:
        if observation.value is None:
            reason = absence(self.voice.texts, self.definition, observation)
            return self._texts.zonder_cijfer.format(streep=MISSING, reden=reason)
        text, exact = self.digits.exact(observation.value), self.digits.exact
        if observation.lower is not None and observation.upper is not None:
            limits = {"van": exact(observation.lower), "tot": exact(observation.upper)}
            text = self._texts.met_marges.format(cijfer=text, **limits)
        if observation.numerator is None or observation.denominator is None:
            return text
        if not self._follows_from_counts(observation):
            return text
        changes = self.definition.bron.verandering
        pattern = self._texts.met_verandering if changes else self._texts.met_aantallen
        return pattern.format(
            cijfer=text,
            maal=self._times,
            teller=exact(observation.numerator),
            noemer=exact(observation.denominator),
        )

    def _follows_from_counts(self, observation: Observation) -> bool:
        """Whether it was computed, and not published with its counts beside it."""
        of_union = self.profile.area.is_union and observation is self.record.observation
        published = self.definition.bron.onderwerp is not None
        return not published or of_union or observation.basis is Basis.FROM_WIJKEN

    def _rebuilt(self, observation: Observation) -> Iterator[str]:
        """How a figure was put together from the wijken, and what the source gives instead."""
        given, exact = observation.published, self.digits.exact
        if given is None:
            return
        text = MISSING if given.value is None else exact(given.value)
        counts = given.numerator, given.denominator
        if self.definition.bron.computed and counts[0] is not None and counts[1] is not None:
            text = self._texts.met_aantallen.format(
                cijfer=text, maal=self._times, teller=exact(counts[0]), noemer=exact(counts[1])
            )
        yield self._texts.uit_wijken.format(zonder=self.definition.zonder, cijfer=text)

    @property
    def _times(self) -> str:
        """What a share of counts is multiplied by."""
        return self.digits.exact(self.definition.bron.vermenigvuldig)

    def _judgement(
        self, theirs: Observation, judgement: Judgement, printed: float | None
    ) -> Iterator[str]:
        if judgement.reason is not None:
            yield self._texts.geen_oordeel.format(woord=judgement.word, reden=judgement.reason)
            return
        yield from self._rest(judgement.verdict, self.record.observation, theirs)
        yield from self._distance(judgement.verdict)
        yield self._limits()
        yield self._texts.afgedrukt.format(
            eigen=self.digits.exact(self.record.printed or 0),
            ander=self.digits.exact(printed or 0),
            verschil=judgement.difference or MISSING,
            woord=judgement.word,
        )

    def _in_proportion(self, portions: tuple[Portion, ...], judgement: Judgement) -> Iterator[str]:
        """How each of several gemeenten is held against its own part, and what that makes."""
        exact, number = self.digits.exact, self.digits.notation.number
        homes = {each.gemeente_code: each.gemeente_name for each in self.profile.area.members}
        terms = []
        for each in portions:
            beside = exact(each.beside or 0)
            steps = list(self._rest(each, each.figure, each.whole)) or [
                self._texts.geheel.format(geheel=beside)
            ]
            for step in steps:
                yield self._texts.per_gemeente.format(gemeente=homes[each.gemeente], stap=step)
            terms.append(
                f"{number(each.weight, SHARE_DECIMALS)} × {self.digits.term(each.beside or 0)}"
            )
        if terms:
            yield self._texts.naar_verhouding.format(
                som=" + ".join(terms), uitkomst=exact(judgement.verdict.benchmark_value or 0)
            )

    def _rest(
        self, verdict: Verdict | Portion, own: Observation, theirs: Observation
    ) -> Iterator[str]:
        """How the rest follows from the whole and the part, where that is compared with."""
        exact = self.digits.exact
        beside = verdict.beside if isinstance(verdict, Portion) else verdict.benchmark_value
        assert beside is not None  # only judged figures have steps
        found = exact(beside)
        if verdict.method is BenchmarkMethod.REST_FROM_SHARE and verdict.share is not None:
            yield self._texts.rest_uit_aandeel.format(
                geheel=exact(theirs.value or 0),
                deel=self.digits.term(own.value or 0),
                rest=found,
                aandeel=self.digits.notation.number(verdict.share, SHARE_DECIMALS),
            )
        elif verdict.method is BenchmarkMethod.REST_FROM_COUNTS:
            yield self._texts.rest_uit_aantallen.format(
                maal=self._times,
                teller=exact(theirs.numerator or 0),
                min_teller=exact(own.numerator or 0),
                noemer=exact(theirs.denominator or 0),
                min_noemer=exact(own.denominator or 0),
                rest=found,
            )

    def _distance(self, verdict: Verdict) -> Iterator[str]:
        """The difference, what rounding may do to it, and both in units of the spread."""
        own, other = self.record.observation.value, verdict.benchmark_value
        assert own is not None
        assert other is not None
        assert verdict.z is not None
        exact, signed, number = self.digits.exact, self.digits.signed, self.digits.notation.number
        difference = own - other
        yield self._texts.verschil.format(
            eigen=exact(own), ander=self.digits.term(other), verschil=signed(difference)
        )
        if verdict.guard:
            difference = shrink(difference, verdict.guard)
            yield self._texts.afronding.format(
                rem=exact(verdict.guard), verschil=signed(difference)
            )
        measured = exact(difference)
        if self.definition.schaal is Scale.ROOT:
            roots = self._roots(other, difference)
            yield self._texts.wortelschaal.format(**roots)
            measured = self._texts.verschil_van_wortels.format(**roots)
        yield self._texts.z.format(
            maat=measured,
            spreiding=exact(verdict.spread or 0),
            z=number(verdict.z, 4),
            afgekapt=number(toward_zero(verdict.z), 1),
        )
        if verdict.z_certainty is not None:
            yield self._texts.zekerheid.format(z=number(verdict.z_certainty, 3))

    def _roots(self, other: float, difference: float) -> dict[str, str]:
        """Both figures of a difference on the root scale, with their roots."""
        upper = max(0.0, other + difference)
        pair = {"boven": upper, "onder": other}
        exact = self.digits.exact
        roots = {f"wortel_{name}": exact(sqrt(value)) for name, value in pair.items()}
        return {**{name: exact(value) for name, value in pair.items()}, **roots}

    def _limits(self) -> str:
        size, number = self.limits.grootte, self.digits.notation.number
        return self._texts.grenzen.format(
            iets=number(size.iets, 1),
            gewoon=number(size.gewoon, 1),
            duidelijk=number(size.duidelijk, 1),
        )

"""Sentences about one figure: what it is, how it compares, about how many people.

Nothing here can say more than the verdict does: the size of a difference is that of the printed
numbers, "ongeveer evenveel" stands exactly where the verdict says so, and what is too uncertain is
never called more, less or equal.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from wijkprofiel.configuration.limits import CountLimits
from wijkprofiel.configuration.texts import SentenceTexts
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.verdict import BenchmarkScope, Certainty, Outcome, Position, Verdict
from wijkprofiel.indicators.parts import people_of
from wijkprofiel.indicators.values import BenchmarkFigure, IndicatorValue
from wijkprofiel.methods.people import number_of_people
from wijkprofiel.profile.formatting import capitalised, enumeration, number
from wijkprofiel.profile.wording import Wording


@dataclass(frozen=True, slots=True)
class Sentences:
    """Makes sentences about the figures of one region."""

    wording: Wording
    region: Region
    counts: CountLimits

    @property
    def _texts(self) -> SentenceTexts:
        return self.wording.texts.zinnen

    def headline(self, value: IndicatorValue) -> str:
        """The figure as a sentence: `58 van de 100 volwassenen voelen zich eenzaam`."""
        figure = value.observation.value
        assert figure is not None  # only figures become sentences
        printed, parts = number(figure), value.definition.zin
        if parts.heel is not None:
            return parts.heel.format(waarde=printed)
        if printed == "1":
            return self._texts.kop_een.format(wie=parts.wie, doet=parts.doet)
        return self._texts.kop.format(getal=printed, wie=parts.wie, doen=parts.doen)

    def comparison(self, value: IndicatorValue, said: Collection[str] = ()) -> str:
        """The benchmarks in one sentence, and another one for each that is not compared.

        Args:
            said: refusals that stand elsewhere on the page.
        """
        parts = [part for item in value.benchmarks if (part := self._part(item)) is not None]
        sentences = []
        if parts:
            single = parts[0].startswith("1 ")
            pattern = self._texts.vergelijking_een if single else self._texts.vergelijking
            sentences.append(pattern.format(delen=enumeration(parts)))
        return " ".join([*sentences, *(text for text in self.refusals(value) if text not in said)])

    def _part(self, item: BenchmarkFigure) -> str | None:
        verdict = item.verdict
        if verdict.outcome is Outcome.NOT_COMPARED or verdict.printed_value is None:
            return None
        place = self._place(item)
        printed = number(verdict.printed_value)
        if verdict.outcome is Outcome.TOO_UNCERTAIN:
            return self._texts.onzeker.format(plaats=place, getal=printed)
        difference = verdict.printed_difference or 0.0
        if verdict.side is None or difference == 0:
            return self._texts.evenveel.format(plaats=place, getal=printed)
        pattern = self._texts.meer if difference > 0 else self._texts.minder
        return pattern.format(verschil=number(abs(difference)), plaats=place, getal=printed)

    def _place(self, item: BenchmarkFigure) -> str:
        printed_rest = item.benchmark.print_rest and item.verdict.scope is BenchmarkScope.REST
        pattern = self._texts.in_rest if printed_rest else self._texts.in_
        return pattern.format(naam=item.benchmark.region.name)

    def refusals(self, value: IndicatorValue) -> Iterator[str]:
        """With which benchmarks a figure is not compared, and why."""
        for item in value.benchmarks:
            judgement = self.wording.judgement(value.definition, item.verdict)
            if judgement.reason is not None:
                name = item.benchmark.region.name
                yield self._texts.niet_vergeleken.format(naam=name, reden=judgement.reason)

    def people(self, value: IndicatorValue) -> str | None:
        """About how many adults that are; None where a number claims too much."""
        adults = people_of(self.region, AgeGroup.ADULTS)
        if value.observation.value is None or adults is None:
            return None
        count = number_of_people(
            value.observation.value,
            adults,
            at_least=self.counts.niet_onder,
            area_at_least=self.counts.mensen,
            figures=self.counts.cijfers,
        )
        return None if count is None else self._texts.aantal.format(aantal=number(count))

    def position(self, value: IndicatorValue) -> str | None:
        """Where the region lies among the wijken; the middle needs no sentence."""
        if value.position is None or value.position is Position.MIDDLE:
            return None
        words = self.wording.texts.posities[value.position]
        return self._texts.positie.format(gebied=self.region.name, positie=words)

    def certainty(self, value: IndicatorValue, verdict: Verdict) -> str:
        """What is known of the margins of a difference, and the caution for a small area."""
        known = self._margins(value, verdict)
        return f"{known}; {self.wording.texts.tabel.klein}" if verdict.caution_small else known

    def _margins(self, value: IndicatorValue, verdict: Verdict) -> str:
        figure = value.observation
        if figure.lower is None or figure.upper is None:
            known = Certainty.UNKNOWN if verdict.z_certainty is None else verdict.certainty
            return self._texts.zekerheid[known].format(laag="", hoog="")
        return self._texts.zekerheid[verdict.certainty].format(
            laag=number(figure.lower), hoog=number(figure.upper)
        )

    def whole(self, value: IndicatorValue) -> str:
        """Headline and number of people as running text."""
        sentence = f"{capitalised(self.headline(value))}."
        people = self.people(value)
        return sentence if people is None else f"{sentence} {people}"

"""Sentences about one figure: what it is, how it compares, about how many people.

Nothing here can say more than the verdict does: the size of a difference is that of the printed
numbers, "ongeveer evenveel" stands exactly where the verdict says so, and what is too uncertain is
never called more, less or equal.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.definitions import Sentence
from wijkprofiel.configuration.limits import CountLimits
from wijkprofiel.configuration.texts import SentenceTexts
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.verdict import BenchmarkScope, Outcome, Position, Verdict
from wijkprofiel.findings.values import BenchmarkFigure, IndicatorValue
from wijkprofiel.methods.people import number_of_people
from wijkprofiel.words.formatting import Notation, capitalised
from wijkprofiel.words.wording import Wording

_REMARK = re.compile(r" \([^)]*\)$")
"""What stands between brackets in the headline need not be said again under it."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """Makes sentences about the figures of one area."""

    wording: Wording
    area: Area
    counts: CountLimits

    @property
    def _texts(self) -> SentenceTexts:
        return self.wording.texts.zinnen

    @property
    def _notation(self) -> Notation:
        return self.wording.notation

    def _printed(self, verdict: Verdict) -> str:
        assert verdict.printed_value is not None  # only such benchmarks have a part
        return self._notation.number(verdict.printed_value)

    def _parts_of(self, value: IndicatorValue) -> Sentence:
        return self.wording.definition(value.indicator).zin

    def headline(self, value: IndicatorValue) -> str:
        """The figure as a sentence: `58 van de 100 volwassenen voelen zich eenzaam`."""
        figure = value.observation.value
        assert figure is not None  # only figures become sentences
        printed, parts = self._notation.number(figure), self._parts_of(value)
        if parts.heel is not None:
            return parts.heel.format(waarde=printed)
        if printed == "1":
            return self._texts.kop_een.format(wie=parts.wie, doet=parts.doet)
        return self._texts.kop.format(getal=printed, wie=parts.wie, doen=parts.doen)

    def comparison(self, value: IndicatorValue, said: Collection[str] = ()) -> str:
        """The benchmarks in one sentence, and another one for each that is not compared.

        What a point rests on is told, also where no column of the page shows it.

        Args:
            said: refusals that stand elsewhere on the page.
        """
        shown = [item for item in value.compared if _has_part(item.verdict)]
        different = {self._printed(item.verdict) for item in shown if item.verdict.side is not None}
        sentences = []
        if shown:
            parts = [self._part(item, different) for item in shown]
            pattern = self._comparison_pattern(shown[0].verdict)
            sentences.append(pattern.format(delen=self._notation.enumeration(parts)))
        return " ".join([*sentences, *(text for text in self.refusals(value) if text not in said)])

    def _comparison_pattern(self, first: Verdict) -> str:
        """How the sentence starts: that depends on the number of what comes first."""
        if first.side is None:
            return self._texts.vergelijking_gelijk
        single = abs(first.printed_difference or 0.0) == 1
        return self._texts.vergelijking_een if single else self._texts.vergelijking

    def _part(self, item: BenchmarkFigure, different: Collection[str]) -> str:
        """One benchmark; `different` are printed numbers of which a difference is named."""
        verdict, place = item.verdict, self._place(item)
        printed = self._printed(verdict)
        if verdict.outcome is Outcome.TOO_UNCERTAIN:
            return self._texts.onzeker.format(plaats=place, getal=printed)
        if verdict.side is None:
            rounded = printed in different
            equal = self._texts.evenveel_afgerond if rounded else self._texts.evenveel
            return equal.format(plaats=place, getal=printed)
        difference = verdict.printed_difference or 0.0
        pattern = self._texts.meer if difference > 0 else self._texts.minder
        size = self._notation.number(abs(difference))
        return pattern.format(verschil=size, plaats=place, getal=printed)

    def _place(self, item: BenchmarkFigure) -> str:
        """In what it is put beside: a figure of the whole is not said of the rest."""
        named = self.wording.named[item.key]
        rest = item.verdict.scope is BenchmarkScope.REST
        return self._texts.in_.format(naam=named.spoken if rest else named.whole)

    def refusals(self, value: IndicatorValue) -> Iterator[str]:
        """With which benchmarks a figure is not compared, and why."""
        for item in value.benchmarks:
            definition = self.wording.definition(value.indicator)
            judgement = self.wording.judgement(definition, item.verdict)
            if judgement.reason is not None:
                name = self.wording.wholes[item.key]
                yield self._texts.niet_vergeleken.format(naam=name, reden=judgement.reason)

    def people(self, value: IndicatorValue) -> str | None:
        """About how many adults that are, with what they do; None where that claims too much."""
        count, parts = self.count(value), self._parts_of(value)
        if count is None:
            return None
        if parts.doen is None:
            return self._texts.aantal.format(aantal=count)
        doing = _REMARK.sub("", parts.doen)
        return self._texts.aantal_van.format(aantal=count, wie=parts.wie, doen=doing)

    def count(self, value: IndicatorValue) -> str | None:
        """About how many adults that are; None where that claims too much."""
        adults = people_of(self.area, AgeGroup.ADULTS)
        if value.observation.value is None or adults is None:
            return None
        count = number_of_people(
            value.observation.value,
            adults,
            at_least=self.counts.niet_onder,
            area_at_least=self.counts.mensen,
            figures=self.counts.cijfers,
        )
        return None if count is None else self._notation.number(count)

    def position(self, value: IndicatorValue) -> str | None:
        """Where the area lies among the wijken; the middle needs no sentence."""
        if value.position is None or value.position is Position.MIDDLE:
            return None
        words = self.wording.texts.posities[value.position]
        is_wijk = self.area.kind is AreaKind.WIJK
        pattern = self._texts.positie if is_wijk else self._texts.positie_anders
        return pattern.format(gebied=self.wording.area, positie=words)

    def certainty(self, value: IndicatorValue, verdict: Verdict) -> str:
        """What is known of the margins of a difference, and the caution for a small area."""
        known = self._margins(value, verdict)
        return f"{known}; {self.wording.texts.tabel.klein}" if verdict.caution_small else known

    def _margins(self, value: IndicatorValue, verdict: Verdict) -> str:
        limits = (value.observation.lower, value.observation.upper)
        low, high = ("" if limit is None else self._notation.number(limit) for limit in limits)
        return self._texts.zekerheid[verdict.certainty].format(laag=low, hoog=high)

    def whole(self, value: IndicatorValue) -> str:
        """Headline and number of people as running text."""
        sentence = f"{capitalised(self.headline(value))}."
        count = self.count(value)
        return (
            sentence if count is None else f"{sentence} {self._texts.aantal.format(aantal=count)}"
        )


def _has_part(verdict: Verdict) -> bool:
    return verdict.outcome is not Outcome.NOT_COMPARED and verdict.printed_value is not None

"""Sentences about one figure: what it is, how it compares, about how many people.

Nothing here can say more than the verdict does: the size of a difference is that of the printed
numbers, "ongeveer evenveel" stands exactly where the verdict says so, and what is too uncertain is
never called more, less or equal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.definitions import Sentence
from wijkprofiel.configuration.limits import CountLimits
from wijkprofiel.configuration.texts import SentenceTexts
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.methods.people import number_of_people
from wijkprofiel.words.formatting import Notation
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

    def people(self, value: IndicatorValue) -> str | None:
        """About how many adults that are, with what they do; None where that claims too much."""
        count, parts = self.count(value), self._parts_of(value)
        if count is None or parts.doen is None:
            return None
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

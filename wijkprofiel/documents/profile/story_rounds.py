"""Earlier rounds of a figure as a line, in its own form, with the numbers at the points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wijkprofiel.charts.data import CurveData, CurveRound
from wijkprofiel.configuration.story_texts import StoryChartTexts
from wijkprofiel.documents.profile.story_pages import StoryRounds
from wijkprofiel.domain.observation import Observation
from wijkprofiel.findings.trends import Trend
from wijkprofiel.methods.rounding import half_up
from wijkprofiel.words.opening import OpeningWords
from wijkprofiel.words.wording import Wording

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class StoryRoundsMaker:
    """Makes the lines of one area; which rounds may be on one was decided in findings."""

    wording: Wording
    opening: OpeningWords

    @property
    def _texts(self) -> StoryChartTexts:
        return self.wording.texts.verhalen.beeld

    def rounds(self, trend: Trend | None) -> StoryRounds | None:
        """The rounds of one figure; None with fewer than two of the area itself."""
        if trend is None or sum(figure.value is not None for figure in trend.own) < _FEWEST:
            return None
        name = self.opening.row_name(trend.indicator)
        own = self._rounds(trend.indicator, trend.own)
        country = self._rounds(trend.indicator, trend.country)
        names = (self._texts.hier, self._country)
        said = "; ".join(
            self._texts.reeks.format(naam=whose, delen=", ".join(self._spoken(trend.years, line)))
            for whose, line in zip(names, (own, country), strict=True)
            if any(each is not None for each in line)
        )
        text = self._texts.staven.format(kop=name, delen=said)
        curve = CurveData(trend.years, own, country, *names, text)
        return StoryRounds(self._texts.verloop.format(naam=name), curve)

    def _rounds(
        self, indicator: str, figures: Iterable[Observation]
    ) -> tuple[CurveRound | None, ...]:
        decimals = self.wording.definition(indicator).decimalen
        return tuple(
            None
            if figure.value is None
            else CurveRound(
                half_up(figure.value, decimals),
                self.wording.notation.number(figure.value, decimals),
            )
            for figure in figures
        )

    def _spoken(self, years: Iterable[int], line: Iterable[CurveRound | None]) -> Iterable[str]:
        return (
            self._texts.ronde.format(jaar=year, getal=each.printed)
            for year, each in zip(years, line, strict=True)
            if each is not None
        )

    @property
    def _country(self) -> str:
        country = self.wording.compared.country
        return "" if country is None else self.wording.spoken(country.key)

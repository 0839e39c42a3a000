"""What changed since an earlier round: as everywhere, or otherwise than in the country.

A change is told only in printed numbers that differ enough to be seen. "As everywhere" is nearly
always true and therefore never something of the area itself. "Otherwise" also asks for a change of
the distance in each year's own spread, without a reversal; above an upper limit other people came
to live there, or the model slipped, and nothing is said. Nothing here says why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.limits import TrendLimits
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.findings.trends import Trend
from wijkprofiel.methods.rounding import half_up
from wijkprofiel.methods.trend import ChangeKind, differing_change


@dataclass(frozen=True, slots=True)
class Change:
    """The change of one figure from the first round to the last, in printed whole numbers.

    Attributes:
        kind: how it compares with the country; what differs goes before what is the same.
        as_country: whether it may also be told as a change that the whole country saw.
        first_year, last_year: of the rounds that are compared.
        before, now: printed numbers of the area; `country_before`, `country_now` of the country.
        distance: how far z moved; positive in the favourable direction.
    """

    indicator: str
    kind: ChangeKind
    as_country: bool
    first_year: int
    last_year: int
    before: float
    now: float
    country_before: float
    country_now: float
    distance: float

    @property
    def differs(self) -> bool:
        """Whether it went otherwise than in the country, or more or less so."""
        return self.kind is not ChangeKind.AS_COUNTRY

    @property
    def told_as_country(self) -> Change:
        """The same change, told as one that the whole country saw."""
        return replace(self, kind=ChangeKind.AS_COUNTRY)

    @property
    def fell(self) -> bool:
        """Whether the number of the area went down."""
        return self.now < self.before


@dataclass(frozen=True, slots=True)
class ChangeFinder:
    """Finds changes of one area."""

    area: Area
    limits: TrendLimits

    def change(self, trend: Trend, sign: int) -> Change | None:
        """The change that may be told of a figure; None where none may.

        Args:
            trend: the rounds of the figure.
            sign: +1 if high is favourable, -1 if low is.
        """
        people = people_of(self.area, AgeGroup.ADULTS)
        if people is None or people < self.limits.mensen or not trend.is_sound:
            return None
        numbers = [trend.own[0], trend.own[-1], trend.country[0], trend.country[-1]]
        values = [half_up(figure.value) for figure in numbers if figure.value is not None]
        if len(values) < len(numbers):
            return None
        before, now, country_before, country_now = values
        own, country = now - before, country_now - country_before
        as_country, differs = self._follows(trend, own, country), self._differs(trend, own, country)
        if not (as_country or differs):
            return None
        return Change(
            indicator=trend.indicator,
            kind=differing_change(own, country) if differs else ChangeKind.AS_COUNTRY,
            as_country=as_country,
            first_year=trend.years[0],
            last_year=trend.years[-1],
            before=before,
            now=now,
            country_before=country_before,
            country_now=country_now,
            distance=sign * (trend.distances[-1] - trend.distances[0]) if trend.distances else 0.0,
        )

    def _follows(self, trend: Trend, own: float, country: float) -> bool:
        least = self.limits.verschil
        together = own * country > 0 and abs(own) >= least and abs(country) >= least
        return trend.indicator in self.limits.ook_hier and together

    def _differs(self, trend: Trend, own: float, country: float) -> bool:
        if trend.indicator not in self.limits.anders or trend.reverses:
            return False
        if len(trend.distances) < len(trend.years):
            return False
        moved = round(abs(trend.distances[-1] - trend.distances[0]), 6)
        large = self.limits.verandering_z <= moved <= self.limits.hoogstens_z
        return large and abs(own - country) >= self.limits.verschil

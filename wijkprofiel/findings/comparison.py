"""All that is so for areas together: differences, rounds beside each other, and age."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.domain.apart import AreasApart
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, Observation
from wijkprofiel.findings.age_check import share_of_elderly
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.findings.side_by_side import ApartMaker, ComparedSide, in_one_gemeente, limit_for
from wijkprofiel.findings.trends import Trend
from wijkprofiel.methods.apart import ApartChange, apart_change


@dataclass(frozen=True, slots=True)
class RoundsBeside:
    """The rounds of one indicator of several areas.

    Attributes:
        own: per area, in their order, its figure per year.
        country: the figures of the country per year.
        differences: z of the first area minus the second per round, by that round's own spread;
            empty where one is not known, and for more than two areas.
        change: of that difference; None where nothing may be said of it.
    """

    indicator: str
    years: tuple[int, ...]
    own: tuple[tuple[Observation, ...], ...]
    country: tuple[Observation, ...]
    differences: tuple[float, ...] = ()
    change: ApartChange | None = None


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What is so for two to four areas together.

    Attributes:
        one_gemeente: whether all of them lie in the same gemeente.
        differences: per indicator and age group how far they lie apart.
        rounds: of every indicator whose rounds may be put beside each other.
        elderly_shares: per area the 65-plussers per adult (0 to 1); None where not known.
        shows_elderly: whether those shares differ so much that figures of 65-plussers belong here.
    """

    one_gemeente: bool
    differences: tuple[AreasApart, ...]
    rounds: tuple[RoundsBeside, ...]
    elderly_shares: tuple[float | None, ...]
    shows_elderly: bool

    def of(self, indicator: str, age: AgeGroup) -> AreasApart:
        """The difference in one figure; there is one of each that the areas have a value of."""
        return next(
            each for each in self.differences if (each.indicator, each.age) == (indicator, age)
        )


@dataclass(frozen=True, slots=True)
class ComparisonMaker:
    """Lays areas beside each other.

    Attributes:
        sides: the areas with their figures, in the order in which they were named.
        trends: per area and indicator its rounds, in the same order.
    """

    book: FigureBook
    limits: JudgementLimits
    definitions: Sequence[IndicatorDefinition]
    sides: tuple[ComparedSide, ...]
    trends: tuple[Mapping[str, Trend], ...]

    def side_by_side(self) -> SideBySide:
        """Everything together."""
        shares = tuple(share_of_elderly(side.area) for side in self.sides)
        areas = [side.area for side in self.sides]
        able = [share for share, area in zip(shares, areas, strict=True) if self._has_elderly(area)]
        known = [share for share in able if share is not None]
        apart = max(known) - min(known) if len(known) > 1 else 0.0
        return SideBySide(
            one_gemeente=all(in_one_gemeente(areas[0], other) for other in areas[1:]),
            differences=tuple(ApartMaker(self.sides, self.definitions, self.limits).all()),
            rounds=tuple(self._rounds()),
            elderly_shares=shares,
            shows_elderly=round(apart, 6) >= self.limits.naast_elkaar.ouderen,
        )

    def _has_elderly(self, area: Area) -> bool:
        """Whether so many live there that a figure of them may be compared."""
        people = people_of(area, AgeGroup.ELDERLY) or 0.0
        return people >= self.limits.mensen.geen_oordeel_onder

    def _rounds(self) -> Iterator[RoundsBeside]:
        for definition in self.definitions:
            found = [mine[definition.id] for mine in self.trends if definition.id in mine]
            if len(found) == len(self.sides) and any(map(_has_figures, found)):
                yield self._beside(definition, found)

    def _beside(self, definition: IndicatorDefinition, trends: Sequence[Trend]) -> RoundsBeside:
        years = trends[0].years
        differences = tuple(self._differences(definition.id, trends)) if len(trends) == 2 else ()
        complete = differences if len(differences) == len(years) else ()
        return RoundsBeside(
            indicator=definition.id,
            years=years,
            own=tuple(trend.own for trend in trends),
            country=trends[0].country,
            differences=complete,
            change=self._change(complete) if all(trend.is_sound for trend in trends) else None,
        )

    def _differences(self, indicator: str, trends: Sequence[Trend]) -> Iterator[float]:
        """Z per round, as far as both figures and the spread of that round are known."""
        for year, one, other in zip(trends[0].years, trends[0].own, trends[1].own, strict=True):
            spread = self.book.spread(FigureKey(indicator, AgeGroup.ADULTS, year))
            if one.value is not None and other.value is not None and spread and spread.sd:
                yield round((one.value - other.value) / spread.sd, 6)

    def _change(self, differences: tuple[float, ...]) -> ApartChange | None:
        beside, areas = self.limits.naast_elkaar, [side.area for side in self.sides]
        if not differences or any(map(self._is_small, areas)):
            return None
        return apart_change(differences, limit_for(beside.trend, *areas))

    def _is_small(self, area: Area) -> bool:
        return (people_of(area, AgeGroup.ADULTS) or 0.0) < self.limits.naast_elkaar.mensen


def _has_figures(trend: Trend) -> bool:
    return any(each.value is not None for each in trend.own)

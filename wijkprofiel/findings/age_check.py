"""What is left of a difference once the share of 65-plussers is accounted for."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.verdict import BenchmarkScope, Outcome, Verdict
from wijkprofiel.findings.benchmarks import Benchmarks
from wijkprofiel.findings.values import BenchmarkFigure, IndicatorValue
from wijkprofiel.methods.age import explained_by_age


@dataclass(frozen=True, slots=True)
class AgeCheck:
    """Adjusts the differences of one indicator of one area.

    Attributes:
        area: the profiled area.
        adults, elderly: the indicator for 18+ and for 65+.
    """

    area: Area
    benchmarks: Benchmarks
    adults: IndicatorValue
    elderly: IndicatorValue

    def adjusted_z(self, item: BenchmarkFigure) -> float | None:
        """The difference of adults with one benchmark without what age explains, in spreads.

        None where it cannot be computed: without figures of 65-plussers there is no adjustment.
        """
        verdict = item.verdict
        elderly = self.elderly.by_role(item.role)
        explained = None if elderly is None else self._explained(item, elderly)
        if explained is None or verdict.z is None or verdict.spread is None:
            return None
        return verdict.z - explained / verdict.spread

    def _explained(self, adults: BenchmarkFigure, elderly: BenchmarkFigure) -> float | None:
        around = self.benchmarks.by_key(adults.key).area
        if around.is_gemeenten:
            return self._explained_in_proportion(around, adults, elderly)
        area, whole = share_of_elderly(self.area), share_of_elderly(around)
        if area is None or whole is None:
            return None
        if adults.figure.value is None or elderly.figure.value is None:
            return None
        return explained_by_age(
            share_area=area,
            share_benchmark=whole,
            all_adults=adults.figure.value,
            elderly=elderly.figure.value,
            part=_part(adults.verdict),
        )

    def _explained_in_proportion(
        self, around: Area, adults: BenchmarkFigure, elderly: BenchmarkFigure
    ) -> float | None:
        """The same of several gemeenten: each part beside its own, and then their mean."""
        homes = {home.code: home for home in around.parts}
        parts = {part.gemeente_code: part for part in self.area.per_gemeente}
        older = {each.gemeente: each.whole.value for each in elderly.portions}
        found = 0.0
        for each in adults.portions:
            area = share_of_elderly(parts[each.gemeente])
            whole, of_elderly = share_of_elderly(homes[each.gemeente]), older.get(each.gemeente)
            theirs = each.whole.value
            if area is None or whole is None or theirs is None or of_elderly is None:
                return None
            found += each.weight * explained_by_age(
                share_area=area,
                share_benchmark=whole,
                all_adults=theirs,
                elderly=of_elderly,
                part=each.share if each.scope is BenchmarkScope.REST else 0.0,
            )
        return found if adults.portions else None

    def adjusted_strength(self, clip: float) -> float | None:
        """S (see `findings.points`) without what age explains; None where that is unknown."""
        sign = self.adults.sign
        left = [
            max(-clip, min(clip, sign * z))
            for item in self.adults.for_choice
            if item.verdict.outcome is not Outcome.NOT_COMPARED
            and (z := self.adjusted_z(item)) is not None
        ]
        return sum(left) / len(left) if left else None

    def holds(self, strength: float, limits: JudgementLimits) -> bool:
        """Whether enough of S is left; without figures of 65-plussers nothing is taken off."""
        adjusted = self.adjusted_strength(limits.punten.hoogstens_z)
        if adjusted is None:
            return True
        side = 1 if strength > 0 else -1
        return side * adjusted >= limits.leeftijd.houdt_over * abs(strength)

    @property
    def has_more_elderly(self) -> bool:
        """Whether the area has a larger share of 65-plussers than the country."""
        own, country = share_of_elderly(self.area), self.benchmarks.country
        theirs = None if country is None else share_of_elderly(country.area)
        return own is not None and theirs is not None and own > theirs


def share_of_elderly(area: Area) -> float | None:
    """65-plussers per adult; None where that is not known."""
    if area.elderly is None or not area.adults:
        return None
    return min(0.999, area.elderly / area.adults)


def _part(verdict: Verdict) -> float:
    return verdict.share or 0.0 if verdict.scope is BenchmarkScope.REST else 0.0

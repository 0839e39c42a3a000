"""What is left of a difference once the share of 65-plussers is accounted for."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.verdict import BenchmarkScope, Outcome, Verdict
from wijkprofiel.findings.values import BenchmarkFigure, IndicatorValue
from wijkprofiel.methods.age import explained_by_age


@dataclass(frozen=True, slots=True)
class AgeCheck:
    """Adjusts the differences of one indicator of one region.

    Attributes:
        region: the profiled region.
        adults, elderly: the indicator for 18+ and for 65+.
    """

    region: Region
    adults: IndicatorValue
    elderly: IndicatorValue

    def adjusted_z(self, place: int) -> float | None:
        """The difference with one benchmark without what age explains, in spreads.

        None where it cannot be computed: without figures of 65-plussers there is no adjustment.
        """
        item = self.adults.benchmarks[place]
        verdict = item.verdict
        explained = self._explained(item, self.elderly.benchmarks[place])
        if explained is None or verdict.z is None or verdict.spread is None:
            return None
        return verdict.z - explained / verdict.spread

    def _explained(self, adults: BenchmarkFigure, elderly: BenchmarkFigure) -> float | None:
        area = share_of_elderly(self.region)
        whole = share_of_elderly(adults.benchmark.region)
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

    def adjusted_strength(self, clip: float) -> float | None:
        """S (see `findings.points`) without what age explains; None where that is unknown."""
        sign = self.adults.definition.direction_for(self.adults.age).sign
        left = [
            max(-clip, min(clip, sign * z))
            for place, verdict in enumerate(self.adults.verdicts)
            if verdict.outcome is not Outcome.NOT_COMPARED
            and (z := self.adjusted_z(place)) is not None
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
        """Whether the region has more 65-plussers than the last benchmark (the country)."""
        own = share_of_elderly(self.region)
        theirs = share_of_elderly(self.adults.benchmarks[-1].benchmark.region)
        return own is not None and theirs is not None and own > theirs


def share_of_elderly(region: Region) -> float | None:
    """65-plussers per adult; None where that is not known."""
    if region.elderly is None or not region.adults:
        return None
    return min(0.999, region.elderly / region.adults)


def _part(verdict: Verdict) -> float:
    return verdict.share or 0.0 if verdict.scope is BenchmarkScope.REST else 0.0

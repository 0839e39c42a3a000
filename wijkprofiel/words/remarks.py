"""What holds for a round is said where a figure of that round is shown, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wijkprofiel.configuration.remarks import RoundRemark
from wijkprofiel.domain.observation import AgeGroup, Observation
from wijkprofiel.findings.trends import Trend
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.words.formatting import Notation


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure that a reader sees: its table, its year, and whom and what it is about."""

    table: str
    period: int
    age: AgeGroup
    indicator: str


@dataclass(frozen=True, slots=True)
class RoundRemarks:
    """All remarks of the configuration, in its order, as one voice writes years."""

    remarks: tuple[RoundRemark, ...]
    notation: Notation

    def _filled(self, pattern: str, years: Iterable[int]) -> str:
        return pattern.format(jaren=self.notation.years(years))

    def sentences(self, shown: Iterable[Shown], said: Iterable[Shown] = ()) -> tuple[str, ...]:
        """What has to be said with these figures, without what is said with others beside them."""
        figures, others = tuple(shown), tuple(said)
        general = (each for each in self.remarks if not each.ontbreekt and not each.indicatoren)
        years = ((each, _years(each, figures) - _years(each, others)) for each in general)
        return tuple(self._filled(remark.tekst, found) for remark, found in years if found)

    def in_short(self, shown: Iterable[Shown]) -> tuple[str, ...]:
        """The same in a few words each."""
        figures = tuple(shown)
        years = ((each.kort, _years(each, figures)) for each in self.remarks if not each.ontbreekt)
        return tuple(self._filled(short, found) for short, found in years if short and found)

    def of_rows(self, values: Iterable[IndicatorValue]) -> Iterator[str]:
        """Remarks about the indicators of these values alone."""
        special = [each for each in self.remarks if each.indicatoren]
        for value in values:
            for remark in special:
                if found := _years(remark, shown_values([value])):
                    yield self._filled(remark.tekst, found)

    def absences(self, shown: Iterable[Shown]) -> tuple[str, ...]:
        """Rounds of which our copy of the same table has nothing for this age group."""
        figures = tuple(shown)
        seen = {figure.period for figure in figures}
        lacking = (
            (each, set(each.perioden) - seen)
            for each in self.remarks
            if each.ontbreekt and any(each.is_about(one.table, one.age) for one in figures)
        )
        return tuple(self._filled(remark.tekst, years) for remark, years in lacking if years)


def shown_values(values: Iterable[IndicatorValue | None]) -> tuple[Shown, ...]:
    """The figures of rows: of the area, or of what it is compared with."""
    return tuple(
        Shown(figure.origin, figure.key.period, value.age, value.indicator)
        for value in values
        if value is not None
        and (figure := value.figure) is not None
        and figure.origin is not None
        and _is_seen((value.observation, *(item.figure for item in value.benchmarks)))
    )


def shown_rounds(trends: Iterable[Trend]) -> tuple[Shown, ...]:
    """The figures of rounds beside each other."""
    return tuple(
        Shown(each.origin, each.period, each.age, trend.indicator)
        for trend in trends
        for series in (trend.own, *trend.benchmarks)
        for each in series
        if each.value is not None and each.origin is not None
    )


def _is_seen(observations: Iterable[Observation]) -> bool:
    return any(each.value is not None for each in observations)


def _years(remark: RoundRemark, shown: Iterable[Shown]) -> set[int]:
    return {
        each.period
        for each in shown
        if each.period in remark.perioden
        and remark.is_about(each.table, each.age)
        and (not remark.indicatoren or each.indicator in remark.indicatoren)
    }

"""Rounds of the monitor beside each other: the numbers always, a sentence where it may be made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from wijkprofiel.configuration.texts import TrendTexts
from wijkprofiel.documents.profile.pages import TrendLine, TrendTable
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.origin import Origin
from wijkprofiel.findings.trends import Trend
from wijkprofiel.words.cells import Cell, Column, SourceNote
from wijkprofiel.words.formatting import Notation
from wijkprofiel.words.remarks import shown_rounds
from wijkprofiel.words.wording import Wording


@dataclass(frozen=True, slots=True)
class TrendTableMaker:
    """Makes trend tables of one area. Columns are the whole areas: rounds have no rest."""

    wording: Wording
    columns: tuple[Column, ...]
    origins: Mapping[str, Origin]

    @property
    def _texts(self) -> TrendTexts:
        return self.wording.texts.trend

    def table(self, trends: Iterable[Trend]) -> TrendTable | None:
        """One table of all rounds; what may not stand on one line with the others is a dash."""
        known = [trend for trend in trends if any(f.value is not None for f in trend.own)]
        if not known:
            return None
        years = _all_years(known)
        return self._table(years, [_over(trend, years, AgeGroup.ADULTS) for trend in known])

    def working_age(self, trends: list[Trend]) -> TrendTable | None:
        """All rounds of 18 to 64 year olds in one table; a round without a figure is a dash."""
        known = [trend for trend in trends if any(f.value is not None for f in trend.own)]
        if not known:
            return None
        years = _all_years(known)
        shown = [_over(trend, years, AgeGroup.WORKING_AGE) for trend in known]
        table = self._table(years, shown)
        rounds, remarks = shown_rounds(known), self.wording.remarks
        said = "".join(
            f"{each} " for each in (*remarks.absences(rounds), *remarks.sentences(rounds))
        )
        note = self._texts.noot_18_64.format(rondes=said)
        return replace(table, heading=self._texts.kop_18_64, note=note)

    def _table(self, years: tuple[int, ...], trends: list[Trend]) -> TrendTable:
        origin = next(f.origin for t in trends for f in t.own if f.origin is not None)
        source = self.origins[origin]
        rounds = self.wording.remarks.in_short(shown_rounds(trends))
        written = Notation.of(self.wording.texts).years(years)
        return TrendTable(
            heading=self._texts.kop.format(jaren=written),
            years=years,
            columns=self.columns,
            lines=tuple(self._line(trend) for trend in trends),
            source=SourceNote(
                "A",
                self.wording.texts.tabel.bron.format(
                    kort=source.short, tabel=source.table, jaren=written
                ),
            ),
            note=self._texts.noot.format(rondes=f": {', '.join(rounds)}" if rounds else ""),
        )

    def _line(self, trend: Trend) -> TrendLine:
        name = self.wording.definition(trend.indicator).korte_naam
        region = self._cells(trend, trend.own)
        benchmarks = tuple(self._cells(trend, figures) for figures in trend.benchmarks)
        names = [self.wording.area, *(column.header for column in self.columns)]
        series = [
            self._texts.reeks.format(gebied=name, cijfers=", ".join(cell.text for cell in cells))
            for name, cells in zip(names, (region, *benchmarks), strict=True)
        ]
        return TrendLine(
            indicator=trend.indicator,
            name=name,
            region=region,
            benchmarks=benchmarks,
            change=self.change(trend),
            text=self._texts.plaatje.format(naam=name, reeksen="; ".join(series)),
        )

    def _cells(self, trend: Trend, figures: tuple[Observation, ...]) -> tuple[Cell, ...]:
        definition = self.wording.definition(trend.indicator)
        return tuple(self.wording.cell(definition, figure) for figure in figures)

    def change(self, trend: Trend) -> str | None:
        """The word for the distance to the country; None where nothing may be said."""
        return None if trend.change is None else self._texts.woorden[trend.change]


def _all_years(trends: Iterable[Trend]) -> tuple[int, ...]:
    return tuple(sorted({year for trend in trends for year in trend.years}))


def _over(trend: Trend, years: tuple[int, ...], age: AgeGroup) -> Trend:
    """The same trend over more years; rounds that it does not have are not applicable."""

    def series(figures: tuple[Observation, ...]) -> tuple[Observation, ...]:
        known = dict(zip(trend.years, figures, strict=True))
        return tuple(
            known.get(year) or Observation.absent(ValueStatus.NOT_APPLICABLE, year, age)
            for year in years
        )

    return replace(
        trend,
        years=years,
        own=series(trend.own),
        benchmarks=tuple(series(figures) for figures in trend.benchmarks),
    )

"""Rounds of the monitor of several areas beside each other, and each area by its own gemeente."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wijkprofiel.configuration.comparison_texts import ComparisonTexts
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.limit_names import named_limits
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.comparison.content import (
    NearCell,
    NearRow,
    NearTable,
    RoundsRow,
    RoundsTable,
)
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.roles import Role
from wijkprofiel.findings.comparison import RoundsBeside, SideBySide
from wijkprofiel.findings.findings import AreaFindings, Findings
from wijkprofiel.words.cells import Cell, SourceNote
from wijkprofiel.words.compared import ApartWording
from wijkprofiel.words.formatting import Notation
from wijkprofiel.words.remarks import Shown
from wijkprofiel.words.wording import Wording


@dataclass(frozen=True)
class RoundsMaker:
    """Puts the rounds of the areas of one comparison beside each other."""

    findings: Findings
    beside: SideBySide
    words: ApartWording
    limits: JudgementLimits

    @property
    def _all(self) -> Texts:
        return self.words.wording.texts

    @property
    def _texts(self) -> ComparisonTexts:
        return self._all.vergelijking

    @property
    def _notation(self) -> Notation:
        return Notation.of(self._all)

    def table(self, definitions: Sequence[IndicatorDefinition]) -> RoundsTable | None:
        """All rounds in one table, in the order of the definitions; None without any."""
        found = {rounds.indicator: rounds for rounds in self.beside.rounds}
        shown = [(each, found[each.id]) for each in definitions if each.id in found]
        if not shown:
            return None
        years = tuple(sorted({year for _, rounds in shown for year in rounds.years}))
        written = self._notation.years(years)
        rows = tuple(self._row(definition, rounds, years) for definition, rounds in shown)
        return RoundsTable(
            caption=self._texts.rondes.bijschrift.format(
                gebieden=self._notation.enumeration(list(self.words.names.values())),
                jaren=written,
            ),
            years=years,
            rows=rows,
            notes=tuple(self._notes(rows)),
            sources=self._sources([rounds for _, rounds in shown], written),
        )

    def _row(
        self, definition: IndicatorDefinition, rounds: RoundsBeside, years: Sequence[int]
    ) -> RoundsRow:
        change = rounds.change
        places = {year: place for place, year in enumerate(rounds.years)}
        return RoundsRow(
            indicator=definition.id,
            name=definition.korte_naam,
            areas=tuple(
                self._cells(definition, [_at(series, places.get(year)) for year in years])
                for series in rounds.own
            ),
            country=self._cells(
                definition, [_at(rounds.country, places.get(year)) for year in years]
            ),
            word=None if change is None else self._texts.rondes.woorden[change],
        )

    def _cells(
        self, definition: IndicatorDefinition, series: Sequence[Observation | None]
    ) -> tuple[Cell, ...]:
        wording = self.words.wording
        return tuple(
            wording.absent(ValueStatus.NOT_APPLICABLE)
            if each is None
            else wording.cell(definition, each)
            for each in series
        )

    def _sources(self, rounds: Sequence[RoundsBeside], years: str) -> tuple[SourceNote, ...]:
        keys = dict.fromkeys(
            each.origin
            for one in rounds
            for series in (*one.own, one.country)
            for each in series
            if each.origin is not None
        )
        origins = [self.findings.origins[key] for key in keys]
        return tuple(
            SourceNote(
                "A",
                self._all.tabel.bron.format(kort=each.short, tabel=each.table, jaren=years),
            )
            for each in origins
        )

    def _notes(self, rows: Sequence[RoundsRow]) -> Iterator[str]:
        """What has to be said with the rounds, each once."""
        shown = [
            Shown(each.origin, each.period, each.age, rounds.indicator)
            for rounds in self.beside.rounds
            for series in rounds.own
            for each in series
            if each.value is not None and each.origin is not None
        ]
        remarks = self.words.wording.remarks.in_short(shown)
        yield self._all.trend.noot.format(rondes=f": {', '.join(remarks)}" if remarks else "")
        if len(self.words.names) == 2 and any(row.word is None for row in rows):
            limits = named_limits(self.limits).items()
            names = {name: self._notation.number(value) for name, value in limits}
            yield self._texts.rondes.zonder_woord.format(**names)


def _at(series: Sequence[Observation], place: int | None) -> Observation | None:
    return None if place is None else series[place]


@dataclass(frozen=True)
class NearMaker:
    """Puts each area beside its own gemeente."""

    findings: Findings
    wordings: tuple[Wording, ...]
    words: ApartWording

    @property
    def _texts(self) -> ComparisonTexts:
        return self.words.wording.texts.vergelijking

    @property
    def _here(self) -> list[tuple[AreaFindings, Wording]]:
        pairs = zip(self.findings.areas, self.wordings, strict=True)
        return [(found, wording) for found, wording in pairs if found.benchmarks.near is not None]

    def table(self, definitions: Sequence[IndicatorDefinition]) -> NearTable | None:
        """Every health figure; None where no area has a gemeente to lie beside."""
        if not self._here or not definitions:
            return None
        return NearTable(
            caption=self._texts.gemeenten.bijschrift,
            columns=tuple(self._columns()),
            rows=tuple(
                NearRow(each.id, each.korte_naam, tuple(self._cells(each))) for each in definitions
            ),
            notes=tuple(self._notes()),
        )

    def _columns(self) -> Iterator[tuple[str, str]]:
        for found, wording in self._here:
            near = found.benchmarks.near
            assert near is not None  # see `_here`
            yield self.words.names[found.area.code], wording.benchmarks[near.key]

    def _cells(self, definition: IndicatorDefinition) -> Iterator[NearCell]:
        for found, wording in self._here:
            value = found.values.by_key[(definition.id, AgeGroup.ADULTS)]
            item = value.by_role(Role.NEAR)
            assert item is not None  # see `_here`
            yield NearCell(
                cell=wording.cell(definition, value.observation),
                near=wording.benchmark_cell(definition, item.figure, item.verdict, None),
                judgement=wording.judgement(definition, item.verdict),
            )

    def _notes(self) -> Iterator[str]:
        texts = self._texts.gemeenten
        for found in self.findings.areas:
            if found.benchmarks.near is None:
                pattern = texts.zelf if found.gemeente is not None else texts.geen
                yield pattern.format(gebied=self.words.names[found.area.code])

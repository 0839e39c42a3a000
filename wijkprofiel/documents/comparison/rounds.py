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
    RoundsBlock,
    RoundsRow,
)
from wijkprofiel.domain.observation import AgeGroup, Observation
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

    def blocks(self, definitions: Sequence[IndicatorDefinition]) -> tuple[RoundsBlock, ...]:
        """Indicators with the same rounds together, most rounds first, in the order given."""
        found = {rounds.indicator: rounds for rounds in self.beside.rounds}
        groups: dict[tuple[int, ...], list[tuple[IndicatorDefinition, RoundsBeside]]] = {}
        for each in definitions:
            if each.id in found:
                mine = found[each.id]
                groups.setdefault(mine.years, []).append((each, mine))
        ordered = sorted(groups.items(), key=lambda item: (-len(item[0]), item[0]))
        return tuple(self._block(years, rows) for years, rows in ordered)

    def _block(
        self, years: tuple[int, ...], rows: Sequence[tuple[IndicatorDefinition, RoundsBeside]]
    ) -> RoundsBlock:
        written = self._notation.years(years)
        return RoundsBlock(
            caption=self._texts.rondes.bijschrift.format(
                gebieden=self._notation.enumeration(list(self.words.names.values())),
                jaren=written,
            ),
            years=years,
            rows=tuple(self._row(definition, rounds) for definition, rounds in rows),
            sources=self._sources([rounds for _, rounds in rows], written),
        )

    def _row(self, definition: IndicatorDefinition, rounds: RoundsBeside) -> RoundsRow:
        change = rounds.change
        return RoundsRow(
            indicator=definition.id,
            name=definition.korte_naam,
            areas=tuple(self._cells(definition, series) for series in rounds.own),
            country=self._cells(definition, rounds.country),
            word=None if change is None else self._texts.rondes.woorden[change],
        )

    def _cells(
        self, definition: IndicatorDefinition, series: Sequence[Observation]
    ) -> tuple[Cell, ...]:
        return tuple(self.words.wording.cell(definition, each) for each in series)

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

    def notes(self, blocks: Sequence[RoundsBlock]) -> tuple[str, ...]:
        """What has to be said with the rounds, each once."""
        if not blocks:
            return (self._texts.rondes.geen,)
        shown = [
            Shown(each.origin, each.period, each.age, rounds.indicator)
            for rounds in self.beside.rounds
            for series in rounds.own
            for each in series
            if each.value is not None and each.origin is not None
        ]
        remarks = self.words.wording.remarks.in_short(shown)
        rows = [row for block in blocks for row in block.rows]
        without = len(self.words.names) == 2 and any(row.word is None for row in rows)
        names = {
            name: self._notation.number(value) for name, value in named_limits(self.limits).items()
        }
        return (
            self._all.trend.noot.format(rondes=f": {', '.join(remarks)}" if remarks else ""),
            *((self._texts.rondes.zonder_woord.format(**names),) if without else ()),
        )


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

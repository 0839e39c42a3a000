"""Indicator values become rows of a table, each with its spine and its words."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.configuration.texts import Texts
from wijkprofiel.domain.figures import Spread
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.domain.verdict import NO_MARK, BenchmarkScope, Direction, Mark, mark_of
from wijkprofiel.findings.values import BenchmarkFigure, IndicatorValue
from wijkprofiel.words.cells import Cell, Judgement, Row, SpineData
from wijkprofiel.words.wording import Wording


@dataclass(frozen=True, slots=True)
class RowMaker:
    """Makes rows for one region.

    Attributes:
        boundary_changes: per table on another division the land area (ha) here and there.
        division: year of the division that the region is on.
        age_remarks: per indicator what has to be said where age explains most of a difference.
    """

    wording: Wording
    boundary_changes: dict[str, tuple[int, int]]
    division: int
    age_remarks: dict[str, str]

    def row(self, value: IndicatorValue, source: str, elderly: IndicatorValue | None = None) -> Row:
        """One row; `elderly` is the same indicator for 65-plussers."""
        cells = tuple(self._benchmark_cell(value, item) for item in value.benchmarks)
        judgements = tuple(
            self.wording.judgement(value.definition, verdict) for verdict in value.verdicts
        )
        return Row(
            indicator=value.definition.id,
            name=value.definition.korte_naam,
            age=value.age,
            value=self.wording.cell(value.definition, value.observation),
            benchmarks=cells,
            judgements=judgements,
            spine=self._spine(value, cells, judgements),
            source=source,
            year=_year(value),
            remarks=self._remarks(value),
            elderly=None if elderly is None else self.row(elderly, source),
        )

    @property
    def _texts(self) -> Texts:
        return self.wording.texts

    def _benchmark_cell(self, value: IndicatorValue, item: BenchmarkFigure) -> Cell:
        whole = item.benchmark.print_rest and item.verdict.scope is BenchmarkScope.WHOLE
        note = whole_area_note(self._texts, item.benchmark.region.level) if whole else None
        return self.wording.benchmark_cell(value.definition, item.figure, item.verdict, note)

    def _remarks(self, value: IndicatorValue) -> tuple[str, ...]:
        remarks = []
        observation = value.observation
        if observation.boundary_changed:
            remarks.append(self._texts.tabel.grens.format(jaar=self.division))
        if value.age is AgeGroup.ADULTS and value.definition.id in self.age_remarks:
            remarks.append(self.age_remarks[value.definition.id])
        return tuple(remarks)

    def _spine(
        self, value: IndicatorValue, cells: tuple[Cell, ...], judgements: tuple[Judgement, ...]
    ) -> SpineData | None:
        spread = value.spread
        if spread is None or not value.definition.vergelijken or value.observation.value is None:
            return None
        direction = value.definition.direction_for(value.age)
        keys = [item.benchmark.key for item in value.benchmarks]
        return SpineData(
            value=None if value.has_too_few_people else value.observation.value,
            benchmarks=tuple(zip(keys, (cell.value for cell in cells), strict=True)),
            low=spread.low,
            p5=spread.p5,
            p25=spread.p25,
            median=spread.median,
            p75=spread.p75,
            p95=spread.p95,
            high=spread.high,
            mirrored=direction is Direction.LOW_GOOD,
            judged=direction is not Direction.NONE,
            mark=leading_mark(value),
            text=self._spine_text(value, spread, cells, judgements),
        )

    def _spine_text(
        self,
        value: IndicatorValue,
        spread: Spread,
        cells: tuple[Cell, ...],
        judgements: tuple[Judgement, ...],
    ) -> str:
        definition, wording = value.definition, self.wording
        names = [wording.benchmarks[item.benchmark.key] for item in value.benchmarks]
        quantiles = ("p5", "p25", "p75", "p95")
        assert value.observation.value is not None  # there is no spine without a figure
        return self._texts.plaatje.spine.format(
            naam=definition.korte_naam,
            jaar=_year(value),
            gebied=wording.area,
            waarde=wording.value_text(definition, value.observation.value),
            benchmarks=", ".join(
                f"{name} {cell.text}" for name, cell in zip(names, cells, strict=True)
            ),
            mediaan=wording.value_text(definition, spread.median),
            oordelen=" ".join(self._spoken(item) for item in judgements),
            **{q: wording.value_text(definition, getattr(spread, q)) for q in quantiles},
        )

    def _spoken(self, judgement: Judgement) -> str:
        name = self.wording.spoken(judgement.verdict.benchmark)
        texts = self._texts.plaatje
        if judgement.reason is None:
            return texts.oordeel.format(benchmark=name, woord=judgement.word)
        return texts.oordeel_reden.format(
            benchmark=name, woord=judgement.word, reden=judgement.reason
        )


def _year(value: IndicatorValue) -> str:
    period = value.observation.period
    base = None if value.figure is None else value.figure.base_period
    return str(period) if base is None else f"{base}–{period}"


def leading_mark(value: IndicatorValue) -> Mark:
    """The one mark of a figure, where there is room for one."""
    return NO_MARK if value.leading is None else mark_of(value.leading)


def whole_area_note(texts: Texts, level: RegionLevel) -> str:
    """What is said of a figure of a whole area in a column of the rest."""
    return texts.gebieden.hele.format(niveau=texts.gebieden.niveaus[level])

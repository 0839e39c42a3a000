"""Indicator values become rows of a table, each with its spine and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, repeat

from wijkprofiel.charts.data import Sign, SpineBenchmark, SpineData
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import SpreadSummary
from wijkprofiel.domain.observation import AgeGroup, Basis
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import NO_MARK, BenchmarkScope, Mark, mark_of
from wijkprofiel.findings.values import BenchmarkFigure, IndicatorValue
from wijkprofiel.words.cells import Cell, Judgement, Row
from wijkprofiel.words.unions import UnionWords
from wijkprofiel.words.wording import Wording


@dataclass(frozen=True, slots=True)
class RowMaker:
    """Makes rows for one area.

    Attributes:
        boundary_changes: per table on another division the land area (ha) here and there.
        division: year of the division that the area is on.
        age_remarks: per indicator what has to be said where age explains most of a difference.
        union: says what figures of a union rest on; None of one region.
    """

    wording: Wording
    boundary_changes: Mapping[str, tuple[int, int]]
    division: int
    age_remarks: Mapping[str, str]
    union: UnionWords | None = None

    def row(self, value: IndicatorValue, source: str, elderly: IndicatorValue | None = None) -> Row:
        """One row; `elderly` is the same indicator for 65-plussers."""
        definition = self.wording.definition(value.indicator)
        cells = tuple(self._benchmark_cell(value, item) for item in value.benchmarks)
        judgements = tuple(
            self.wording.judgement(definition, verdict) for verdict in value.verdicts
        )
        return Row(
            indicator=value.indicator,
            name=definition.korte_naam,
            age=value.age,
            value=self.wording.cell(definition, value.observation),
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
        benchmark = self.wording.compared.by_key(item.key)
        whole = benchmark.print_rest and item.verdict.scope is BenchmarkScope.WHOLE
        note = whole_area_note(self._texts, benchmark.area) if whole else None
        definition = self.wording.definition(value.indicator)
        cell = self.wording.benchmark_cell(definition, item.figure, item.verdict, note)
        return replace(cell, apart=self._apart(definition, benchmark.area, item))

    def _apart(
        self, definition: IndicatorDefinition, around: Area, item: BenchmarkFigure
    ) -> str | None:
        """What a figure of several gemeenten in proportion rests on: that of each."""
        if item.figure.value is None or any(each.beside is None for each in item.portions):
            return None
        names = {home.code: self.wording.names.of(home) for home in around.parts}
        pattern = self._texts.gebieden.per_gemeente
        told = [
            pattern.format(
                naam=names[each.gemeente], getal=self.wording.value_text(definition, each.beside)
            )
            for each in item.portions
            if each.beside is not None
        ]
        return self.wording.notation.between.join(told) or None

    def _remarks(self, value: IndicatorValue) -> tuple[str, ...]:
        remarks = []
        observation = value.observation
        if observation.boundary_changed:
            remarks.append(self._texts.tabel.grens.format(jaar=self.division))
        remarks.extend(self._of_wijken(value))
        if value.age is AgeGroup.ADULTS and value.indicator in self.age_remarks:
            remarks.append(self.age_remarks[value.indicator])
        if self.union is not None:
            remarks.extend(self.union.remarks(value))
        return tuple(remarks)

    def _of_wijken(self, value: IndicatorValue) -> Iterator[str]:
        """What is counted with a gemeente or with this area, and not with who lives there."""
        zonder, texts = self.wording.definition(value.indicator).zonder, self._texts.tabel
        if value.observation.basis is Basis.ABOVE_CEILING and value.observation.value is None:
            yield texts.boven_de_grens.format(zonder=zonder)
        if _is_rebuilt(value):
            yield texts.uit_wijken.format(zonder=zonder)

    def _spine(
        self, value: IndicatorValue, cells: tuple[Cell, ...], judgements: tuple[Judgement, ...]
    ) -> SpineData | None:
        spread, definition = value.spread, self.wording.definition(value.indicator)
        if spread is None or not definition.vergelijken or value.observation.value is None:
            return None
        signs = signs_of(item.role for item in value.benchmarks)
        return SpineData(
            value=None if value.has_too_few_people else value.observation.value,
            benchmarks=tuple(
                SpineBenchmark(item.key, sign, cell.value)
                for item, sign, cell in zip(value.benchmarks, signs, cells, strict=True)
            ),
            low=spread.low,
            p5=spread.p5,
            p25=spread.p25,
            median=spread.median,
            p75=spread.p75,
            p95=spread.p95,
            high=spread.high,
            mirrored=value.sign < 0,
            judged=value.sign != 0,
            mark=leading_mark(value),
            text=self._spine_text(value, spread, cells, judgements),
        )

    def _spine_text(
        self,
        value: IndicatorValue,
        spread: SpreadSummary,
        cells: tuple[Cell, ...],
        judgements: tuple[Judgement, ...],
    ) -> str:
        definition, wording = self.wording.definition(value.indicator), self.wording
        names = [wording.benchmarks[item.key] for item in value.benchmarks]
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


def _is_rebuilt(value: IndicatorValue) -> bool:
    """Whether a figure that is shown was put together from the wijken."""
    shown = (value.observation, *(item.figure for item in value.benchmarks))
    return any(each.basis is Basis.FROM_WIJKEN for each in shown)


def _year(value: IndicatorValue) -> str:
    period = value.observation.period
    base = None if value.figure is None else value.figure.base_period
    return str(period) if base is None else f"{base}–{period}"


def signs_of(roles: Iterable[Role]) -> tuple[Sign, ...]:
    """The country is a bar, the first other benchmark an open diamond, the next ones full."""
    diamonds = chain([Sign.OPEN_DIAMOND], repeat(Sign.FULL_DIAMOND))
    return tuple(Sign.BAR if role is Role.COUNTRY else next(diamonds) for role in roles)


def leading_mark(value: IndicatorValue) -> Mark:
    """The one mark of a figure, where there is room for one."""
    return NO_MARK if value.leading is None else mark_of(value.leading)


def whole_area_note(texts: Texts, area: Area) -> str:
    """What is said of a figure of a whole area in a column of the rest."""
    if area.is_gemeenten:
        return texts.gebieden.hele_gemeenten
    return texts.gebieden.hele.format(niveau=texts.gebieden.niveaus[area.kind])

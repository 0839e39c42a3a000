"""The page that says who live here: large numbers, age groups and households."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.resident_texts import ResidentTexts
from wijkprofiel.documents.profile.area_maps import AreaMap
from wijkprofiel.documents.profile.pages import KeyFigures, ShareBar, ShareChart
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.origin import Origin
from wijkprofiel.findings.value_set import Values
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.words.cells import Cell, Column
from wijkprofiel.words.formatting import Notation
from wijkprofiel.words.source_notes import SourceList
from wijkprofiel.words.wording import Wording


@dataclass(frozen=True, slots=True)
class ResidentsMaker:
    """Makes the page for one area."""

    wording: Wording
    columns: tuple[Column, ...]
    values: Values
    origins: Mapping[str, Origin]

    @property
    def _texts(self) -> ResidentTexts:
        return self.wording.texts.wie_wonen_hier

    def page(self, maps: Iterable[AreaMap] = ()) -> KeyFigures:
        """The whole page; what has no figure says so, and nothing is left out silently."""
        blocks = self._texts.blokken
        sources = SourceList.of(self._shown(), self.wording.voice, self.origins)
        charts = (
            self._chart(self._texts.leeftijd, blocks.leeftijd, sources),
            self._chart(self._texts.huishoudenstype, blocks.huishoudens, sources),
            self._chart(self._texts.herkomst, blocks.herkomst, sources),
        )
        return KeyFigures(
            title=self._texts.titel,
            lead=self._lead(),
            charts=tuple(chart for chart in charts if chart is not None),
            sources=sources.notes(),
            notes=(self._texts.afgerond, *self._caveats(blocks.herkomst)),
            maps=tuple(maps),
        )

    def _caveats(self, keys: Iterable[str]) -> Iterator[str]:
        """Who is counted and what has to be read with that, where these figures are shown."""
        for key in keys:
            value = self._value(key)
            definition = None if value is None else self._definition(value)
            if definition is not None and definition.voorbehoud is not None:
                text = f"{definition.definitie} {definition.voorbehoud}"
                yield self._texts.voorbehoud.format(naam=definition.korte_naam, tekst=text)

    def _shown(self) -> list[IndicatorValue]:
        keys = self._texts.blokken.all()
        return [value for key in keys if (value := self._value(key)) is not None]

    def _value(self, key: str) -> IndicatorValue | None:
        return self.values.by_key.get((key, AgeGroup.ALL))

    def _lead(self) -> str:
        area = self.wording.area
        people, households = (self._text(key) for key in self._texts.blokken.getallen[:2])
        if people is None or households is None:
            return self._texts.aanloop_zonder.format(gebied=area)
        return self._texts.aanloop.format(gebied=area, inwoners=people, huishoudens=households)

    def _definition(self, value: IndicatorValue) -> IndicatorDefinition:
        return self.wording.definition(value.indicator)

    def _text(self, key: str) -> str | None:
        value = self._value(key)
        if value is None or value.observation.value is None:
            return None
        return self.wording.cell(self._definition(value), value.observation).text

    def _benchmark_cells(self, value: IndicatorValue) -> tuple[Cell, ...]:
        return tuple(
            self.wording.benchmark_cell(self._definition(value), item.figure, item.verdict, None)
            for item in value.benchmarks
        )

    def _chart(self, title: str, keys: Iterable[str], sources: SourceList) -> ShareChart | None:
        values = [value for key in keys if (value := self._value(key)) is not None]
        if not values:  # a profile file may leave them out
            return None
        bars = tuple(self._bar(value) for value in values)
        return ShareChart(
            title=title,
            columns=self.columns,
            bars=bars,
            year=Notation.of(self.wording.texts).years(
                value.observation.period for value in values
            ),
            source=sources.letter(values[0]),
        )

    def _bar(self, value: IndicatorValue) -> ShareBar:
        return ShareBar(
            label=self._definition(value).korte_naam,
            value=self.wording.cell(self._definition(value), value.observation),
            benchmarks=self._benchmark_cells(value),
        )

"""Charts of the parts of an area: one figure each, from high to low, with both ends named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wijkprofiel.configuration.definitions import IndicatorDefinition, Kind, Unit
from wijkprofiel.configuration.part_texts import PartsTexts
from wijkprofiel.documents.profile.buurten_page import BuurtBar, BuurtCell, BuurtChart
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import mark_of
from wijkprofiel.findings.parts import PartFindings, Parts
from wijkprofiel.findings.ranges import PartRange
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.words.formatting import capitalised
from wijkprofiel.words.source_notes import SourceList
from wijkprofiel.words.wording import Wording


@dataclass(frozen=True, slots=True)
class BuurtChartMaker:
    """Makes the charts of one area.

    Attributes:
        names: what each part is called, by its code; of the area itself too.
        charted: the parts that get a bar; a range is over all parts that count.
    """

    wording: Wording
    sources: SourceList
    found: Parts
    names: Mapping[str, str]
    charted: Sequence[PartFindings]

    def chart(self, found: PartRange) -> BuurtChart:
        """The chart of one figure."""
        whole = self.found.whole
        place = [value.indicator for value in whole.values].index(found.indicator)
        value = whole.values[place]
        bars = [self._bar(part, place) for part in (whole, *self.charted)]
        return BuurtChart(
            indicator=found.indicator,
            heading=self._heading(found.indicator),
            text=self._range(found, place),
            year=str(value.observation.period),
            letter=self.sources.letter(value),
            whole=value.observation.value,
            bars=tuple(sorted(bars, key=lambda bar: self._high_first(value.indicator, bar))),
        )

    @property
    def _texts(self) -> PartsTexts:
        return self.wording.texts.buurten

    def _heading(self, indicator: str) -> str:
        short = capitalised(self.wording.definition(indicator).zin.kort)
        return self._texts.koppen.get(indicator, short)

    def _bar(self, part: PartFindings, place: int) -> BuurtBar:
        return BuurtBar(
            code=part.area.code,
            name=self.names[part.area.code],
            figure=part_cell(self.wording, part.values[place]),
            is_whole=part is self.found.whole,
        )

    def _high_first(self, indicator: str, bar: BuurtBar) -> tuple[float, bool, str]:
        """By the printed number, for the estimate carries no more; then by name; absent last."""
        definition = self.wording.definition(indicator)
        printed = self.wording.printed_number(definition, bar.figure.cell.value)
        lowest = float("inf") if printed is None else -printed
        return lowest, not bar.is_whole, bar.name.casefold()

    def _range(self, found: PartRange, place: int) -> str:
        """From the lowest to the highest, each with the part that has it, or how many do."""
        value = self.found.whole.values[place]
        definition, texts = self.wording.definition(found.indicator), self._texts
        country = self._country(definition, value)
        low, high = (self._end(definition, place, each) for each in (found.low, found.high))
        if low == high:
            parts = texts.delen.word(self.found.whole.area.kind)
            number = self.wording.value_text(definition, found.low)
            return texts.gelijk.format(delen=parts, getal=number, land=country)
        return self._pattern(definition).format(
            laag=low, hoog=high, wie=definition.zin.wie, land=country
        )

    def _pattern(self, definition: IndicatorDefinition) -> str:
        is_share = definition.soort is Kind.SHARE and definition.eenheid is Unit.PERCENT
        if not is_share or definition.zin.wie is None:
            return self._texts.uiteen_ander
        return self._texts.uiteen if definition.is_health else self._texts.uiteen_procent

    def _end(self, definition: IndicatorDefinition, place: int, figure: float) -> str:
        text, texts = self.wording.value_text(definition, figure), self._texts
        having = [
            part.area.code
            for part in self.found.parts
            if part.counts
            and (value := part.values[place].observation.value) is not None
            and self.wording.value_text(definition, value) == text
        ]
        if len(having) == 1:
            return texts.met_naam.format(getal=text, deel=self.names[having[0]])
        parts = texts.delen.word(self.found.whole.area.kind)
        count = self.wording.notation.number(len(having))
        return texts.met_aantal.format(getal=text, aantal=count, delen=parts)

    def _country(self, definition: IndicatorDefinition, value: IndicatorValue) -> str:
        """The figure of the country as the end of a sentence; nothing where it has none."""
        country = value.by_role(Role.COUNTRY)
        if country is None or country.figure.value is None:
            return ""
        name = self.wording.wholes[Role.COUNTRY.value]
        number = self.wording.value_text(definition, country.figure.value)
        return self._texts.land.format(naam=name, getal=number)


def part_cell(wording: Wording, value: IndicatorValue) -> BuurtCell:
    """The figure of a part, with the mark and the word of its comparison with the whole."""
    definition = wording.definition(value.indicator)
    whole = value.by_role(Role.WHOLE)
    return BuurtCell(
        cell=wording.cell(definition, value.observation),
        mark=None if whole is None else mark_of(whole.verdict),
        word=None if whole is None else wording.word(definition, whole.verdict),
    )

"""From figures and verdicts to what is printed: cells, words and reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from wijkprofiel.areas.namesakes import NO_NAMESAKES, Namesakes
from wijkprofiel.configuration.definitions import CountRounding, IndicatorDefinition
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import Observation, ValueStatus
from wijkprofiel.domain.verdict import Outcome, Side, SizeClass, Verdict, mark_of
from wijkprofiel.findings.benchmarks import Benchmarks
from wijkprofiel.methods.rounding import half_up
from wijkprofiel.words.absence import absence
from wijkprofiel.words.cells import Cell, Judgement
from wijkprofiel.words.formatting import MISSING, Notation
from wijkprofiel.words.names import Named, Names
from wijkprofiel.words.remarks import RoundRemarks
from wijkprofiel.words.voice import Voice

_THOUSAND = 3
"""Decimals that stand before the comma where a figure in thousands is printed in full."""


@dataclass(frozen=True)
class Wording:
    """A voice that speaks of one area and what it is compared with.

    Attributes:
        names: gives every area its printed name.
        area: name of the profiled area.
        compared: the benchmarks themselves.
        named: per benchmark key what it is called.
    """

    voice: Voice
    names: Names
    area: str
    compared: Benchmarks
    named: Mapping[str, Named]

    @classmethod
    def of(
        cls, voice: Voice, area: Area, compared: Benchmarks, namesakes: Namesakes = NO_NAMESAKES
    ) -> Wording:
        """The words for an area."""
        names = Names(voice.printed, voice.texts.gebieden, namesakes)
        others = [item.area for item in compared.all]
        named = {item.key: names.beside(area, item, others) for item in compared.all}
        return cls(voice, names, names.of(area), compared, named)

    @cached_property
    def benchmarks(self) -> dict[str, str]:
        """Per benchmark key its name above a column ("rest van Heerenveen")."""
        return {key: item.column for key, item in self.named.items()}

    @cached_property
    def wholes(self) -> dict[str, str]:
        """Per benchmark key the name of the whole area in a sentence ("Coevorden")."""
        return {key: item.whole for key, item in self.named.items()}

    @property
    def texts(self) -> Texts:
        """The words and sentences of the voice."""
        return self.voice.texts

    @property
    def remarks(self) -> RoundRemarks:
        """What holds for one round of a table."""
        return self.voice.remarks

    @property
    def notation(self) -> Notation:
        """How the voice writes numbers, days and lists."""
        return Notation.of(self.texts)

    def definition(self, indicator: str) -> IndicatorDefinition:
        """What an indicator is called."""
        return self.voice.indicators[indicator]

    def spoken(self, benchmark: str) -> str:
        """A benchmark as it is called in a sentence ("de rest van Heerenveen")."""
        return self.named[benchmark].spoken

    def whole_of(self, benchmark: str) -> str:
        """The bare name of the whole benchmark ("Ameland"), for behind "heel"."""
        return self.names.spoken(self.compared.by_key(benchmark).area)

    def value_text(self, definition: IndicatorDefinition, value: float) -> str:
        """A value with its unit; health shares stand bare, as "van de 100"."""
        return value_text(self.texts, definition, value)

    def printed_number(self, definition: IndicatorDefinition, value: float | None) -> float | None:
        """The number that `value_text` prints, in the unit of the figure."""
        if value is None:
            return None
        thousands = self.texts.eenheden[definition.eenheid].duizendtal
        return half_up(value, _THOUSAND if thousands else definition.decimalen)

    def cell(self, definition: IndicatorDefinition, figure: Observation) -> Cell:
        """One figure of an area; without a figure, a dash with the reason."""
        if figure.value is None:
            return replace(self.absent(figure.status), note=absence(self.texts, definition, figure))
        text = self.value_text(definition, figure.value)
        if figure.approximate:
            text = self.texts.tabel.ongeveer.format(getal=text)
        nothing = definition.bron.afronding is CountRounding.TENS and figure.numerator == 0
        note = self.texts.tabel.nul if nothing else None
        return Cell(
            text, figure.value, figure.status, note, margins=self._margins(definition, figure)
        )

    def absent(self, status: ValueStatus) -> Cell:
        """A dash with the reason."""
        return Cell(MISSING, None, status, self.texts.geen_cijfer[status])

    def benchmark_cell(
        self,
        definition: IndicatorDefinition,
        figure: Observation,
        verdict: Verdict,
        note: str | None,
    ) -> Cell:
        """The benchmark's figure as printed: the whole, or the rest."""
        if verdict.printed_value is None:
            return self.cell(definition, figure)
        text = self.value_text(definition, verdict.printed_value)
        return Cell(text, verdict.printed_value, ValueStatus.AVAILABLE, note)

    def judgement(self, definition: IndicatorDefinition, verdict: Verdict) -> Judgement:
        """The word, mark, reason and difference of a verdict."""
        small = verdict.caution_small and verdict.outcome is Outcome.JUDGED
        return Judgement(
            verdict=verdict,
            word=self.word(definition, verdict),
            mark=mark_of(verdict),
            reason=self._reason(definition, verdict),
            difference=self._difference(definition, verdict),
            caution=self.texts.tabel.klein if small else None,
        )

    def word(self, definition: IndicatorDefinition, verdict: Verdict) -> str:
        """What may be said of a verdict."""
        words = self.texts.oordeel
        if verdict.outcome is Outcome.NOT_COMPARED:
            return words.niet_vergeleken
        if verdict.outcome is Outcome.TOO_UNCERTAIN:
            return words.te_onzeker
        if verdict.side is None:
            return words.ongeveer_gelijk
        return self._pattern(verdict).format(kant=self._side(definition, verdict.side))

    def _pattern(self, verdict: Verdict) -> str:
        words = self.texts.oordeel
        patterns = {SizeClass.SLIGHT: words.iets, SizeClass.CLEAR: words.duidelijk}
        return patterns.get(verdict.size or SizeClass.PLAIN, words.gewoon)

    def _side(self, definition: IndicatorDefinition, side: Side) -> str:
        sides = self.texts.kanten
        return (sides.afstand if definition.woorden == "afstand" else sides.gunstig).word(side)

    def _reason(self, definition: IndicatorDefinition, verdict: Verdict) -> str | None:
        if verdict.reason is None:
            return None
        return self.texts.redenen[verdict.reason].format(
            gebied=self.area, benchmark=self._about(verdict), zonder=definition.zonder or ""
        )

    def _about(self, verdict: Verdict) -> str:
        """The area that a reason is about: the whole benchmark, or one gemeente of several."""
        around = self.compared.by_key(verdict.benchmark).area
        one = next((home for home in around.parts if home.code == verdict.refused_by), around)
        return self.names.of(one)

    def _difference(self, definition: IndicatorDefinition, verdict: Verdict) -> str | None:
        difference = verdict.printed_difference
        if difference is None or verdict.outcome is Outcome.NOT_COMPARED:
            return None
        if self.texts.eenheden[definition.eenheid].duizendtal:
            return self.notation.signed(difference * 1000)
        return self.notation.signed(difference, definition.decimalen)

    def _margins(self, definition: IndicatorDefinition, figure: Observation) -> str | None:
        if figure.lower is None or figure.upper is None:
            return None
        limits = (figure.lower, figure.upper)
        lower, upper = (self.notation.number(each, definition.decimalen) for each in limits)
        return f"{lower}–{upper}"


def value_text(texts: Texts, definition: IndicatorDefinition, value: float) -> str:
    """A value with its unit; health shares stand bare, as "van de 100"."""
    notation = Notation.of(texts)
    if definition.is_health:
        return notation.number(value, definition.decimalen)
    if definition.klassen:
        return definition.klassen.get(str(int(value)), notation.number(value))
    unit = texts.eenheden[definition.eenheid]
    thousands = unit.duizendtal
    bare = (
        notation.number(value * 1000) if thousands else notation.number(value, definition.decimalen)
    )
    return unit.cel.format(getal=bare)

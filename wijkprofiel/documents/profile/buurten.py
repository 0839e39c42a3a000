"""The buurten of a wijk (or the wijken of a gemeente), because an average hides halves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from wijkprofiel.configuration.part_texts import PartsTexts
from wijkprofiel.documents.profile.buurt_charts import BuurtChartMaker, part_cell
from wijkprofiel.documents.profile.buurten_fit import lines_to_write
from wijkprofiel.documents.profile.buurten_page import (
    BuurtCell,
    BuurtChart,
    Buurten,
    BuurtRow,
    MarkWord,
)
from wijkprofiel.documents.profile.story_pages import StoryQuestion
from wijkprofiel.domain.area import AreaKind
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.verdict import Mark, Shape, Tone
from wijkprofiel.findings.parts import PartFindings, Parts
from wijkprofiel.words.formatting import MISSING, Notation
from wijkprofiel.words.part_names import part_names
from wijkprofiel.words.remarks import shown_values
from wijkprofiel.words.source_notes import SourceList
from wijkprofiel.words.wording import Wording

_MOST_CHARTS = 6
"""Charts that fit on one page with the most bars."""
_MOST_BARS = 12
"""Parts in a chart: those with the most adults."""

_MOST_NAMES = 12
"""Names of small parts that are printed; of more, only how many there are."""


@dataclass(frozen=True)
class BuurtenMaker:
    """Makes the page of one area.

    Attributes:
        fewest_adults: where fewer live, the estimate is too coarse to stand beside the others.
    """

    wording: Wording
    origins: Mapping[str, Origin]
    found: Parts
    fewest_adults: float

    def page(self) -> Buurten:
        """The page; without charts where no two parts have figures."""
        charts = tuple(self._chart_maker.chart(each) for each in self.found.ranges[:_MOST_CHARTS])
        values = self.found.whole.values
        page = Buurten(
            title=self._texts.titel.word(self._kind),
            lead=self._lead(),
            parts=self._parts_word,
            charts=charts,
            choice=self._choice(),
            others=self._others(),
            headers=tuple(self.wording.definition(each.indicator).korte_naam for each in values),
            years=tuple(str(value.observation.period) for value in values),
            letters=tuple(self._sources.letter(value) for value in values),
            whole=self._row(self.found.whole, self._whole_name),
            rows=tuple(self._row(part, self._names[part.area.code]) for part in self._by_name()),
            few=self._few_in_short(),
            few_by_name=self._few(),
            line=self._texts.streep.word(self._kind),
            marks_lead=self._marks_lead(),
            marks=tuple(self._marks(charts)),
            sources=self._sources.notes() if charts else (),
            notes=tuple(self._notes()) if charts else (),
        )
        return replace(page, question=self._question(page)) if charts else page

    def _question(self, page: Buurten) -> StoryQuestion | None:
        """What is asked about the parts, where the page has room to write."""
        question = StoryQuestion(self._texts.vraag.format(delen=self._parts_word))
        lines = lines_to_write(page, question)
        return replace(question, lines=lines) if lines else None

    @property
    def _texts(self) -> PartsTexts:
        return self.wording.texts.buurten

    @property
    def _notation(self) -> Notation:
        return self.wording.notation

    @property
    def _kind(self) -> AreaKind:
        return self.found.whole.area.kind

    @property
    def _parts_word(self) -> str:
        return self._texts.delen.word(self._kind)

    @property
    def _whole_name(self) -> str:
        return self._texts.hele.word(self._kind)

    @cached_property
    def _sources(self) -> SourceList:
        return SourceList.of(self.found.whole.values, self.wording.voice, self.origins)

    @cached_property
    def _counted(self) -> tuple[PartFindings, ...]:
        return tuple(part for part in self.found.parts if part.counts)

    def _by_name(self) -> list[PartFindings]:
        return sorted(self._counted, key=lambda part: self._names[part.area.code].casefold())

    @cached_property
    def _names(self) -> dict[str, str]:
        areas = [part.area for part in self.found.parts]
        names = part_names(self.wording.names.apart(areas))
        found = dict(zip((area.code for area in areas), names, strict=True))
        return {**found, self.found.whole.area.code: self._whole_name}

    @property
    def _chart_maker(self) -> BuurtChartMaker:
        largest = sorted(self._counted, key=lambda part: -(part.area.adults or 0))
        return BuurtChartMaker(
            wording=self.wording,
            sources=self._sources,
            found=self.found,
            names=self._names,
            charted=largest[:_MOST_BARS],
        )

    def _lead(self) -> str:
        pattern = self._texts.aanloop if self.found.ranges else self._texts.geen_twee
        return pattern.format(
            gebied=self.wording.area,
            aantal=self._notation.number(len(self.found.parts)),
            delen=self._parts_word,
            vanaf=self._notation.number(self.fewest_adults),
        )

    def _choice(self) -> str | None:
        if len(self._counted) <= _MOST_BARS or not self.found.ranges:
            return None
        return self._texts.keuze.format(
            delen=self._parts_word, aantal=self._notation.number(_MOST_BARS)
        )

    def _others(self) -> str | None:
        less = self.found.ranges[_MOST_CHARTS:]
        if not less:
            return None
        names = [self.wording.definition(each.indicator).zin.kort for each in less]
        return self._texts.minder_uiteen.format(
            delen=self._parts_word, namen=self._notation.enumeration(names)
        )

    def _few(self) -> str | None:
        names = [self._names[part.area.code] for part in self.found.parts if not part.counts]
        if not names:
            return None
        return self._texts.weinig.format(
            vanaf=self._notation.number(self.fewest_adults),
            namen=self._notation.enumeration(sorted(names, key=str.casefold)),
        )

    def _few_in_short(self) -> str | None:
        """The same, or only how many there are where their names take more than a few lines."""
        number = len(self.found.parts) - len(self._counted)
        if number <= _MOST_NAMES:
            return self._few()
        return self._texts.weinig_aantal.format(
            aantal=self._notation.number(number),
            delen=self._parts_word,
            vanaf=self._notation.number(self.fewest_adults),
        )

    def _row(self, part: PartFindings, name: str) -> BuurtRow:
        people = part.area.inhabitants
        return BuurtRow(
            code=part.area.code,
            name=name,
            inhabitants=MISSING if people is None else self._notation.number(people),
            cells=tuple(part_cell(self.wording, value) for value in part.values),
        )

    def _notes(self) -> Iterator[str]:
        shown = shown_values(
            value for part in (self.found.whole, *self._counted) for value in part.values
        )
        yield self._texts.grof
        yield from self.wording.remarks.sentences(shown)

    def _marks_lead(self) -> str:
        said = {"deel": self._texts.deel.word(self._kind), "in": self._texts.in_.word(self._kind)}
        return self._texts.tekens.format(**said)

    def _marks(self, charts: Iterable[BuurtChart]) -> Iterator[MarkWord]:
        """The shapes that stand in these charts, and last what an open one is."""
        marks = [m for each in charts for bar in each.bars if (m := _mark(bar.figure)) is not None]
        shapes = {mark.shape for mark in marks}
        sides, words = self.wording.texts.kanten.gunstig, self.wording.texts.oordeel
        for mark, word in (
            (Mark(Shape.UP, Tone.FAVOURABLE), sides.gunstiger),
            (Mark(Shape.DOT, Tone.NEUTRAL), words.ongeveer_gelijk),
            (Mark(Shape.DOWN, Tone.UNFAVOURABLE), sides.ongunstiger),
            (Mark(Shape.RIGHT, Tone.INK), sides.hoger),
            (Mark(Shape.LEFT, Tone.INK), sides.lager),
            (Mark(Shape.RING, Tone.NEUTRAL, filled=False), words.niet_vergeleken),
        ):
            if mark.shape in shapes:
                yield MarkWord(mark, word)
        slight = next((m for m in marks if not m.filled and m.shape is not Shape.RING), None)
        if slight is not None:
            yield MarkWord(slight, self._texts.open)


def _mark(cell: BuurtCell) -> Mark | None:
    """The mark that is printed: of a figure, and not of the area itself."""
    return None if cell.cell.value is None else cell.mark

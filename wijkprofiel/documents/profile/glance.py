"""The page that reads in two minutes: what stands out, and every figure as one mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wijkprofiel.charts.data import Strip, StripMark
from wijkprofiel.configuration.definitions import IndicatorDefinition, ThemePlace
from wijkprofiel.configuration.texts import GlanceTexts
from wijkprofiel.configuration.themes import Theme, ThemeSet
from wijkprofiel.documents.profile.pages import (
    Glance,
    KeyMessage,
    KeyNumber,
    PointCard,
    PointList,
    Questions,
)
from wijkprofiel.domain.verdict import Outcome, Reason, SizeClass
from wijkprofiel.findings.points import (
    PointLevel,
    Points,
    PointSide,
    TalkingPoint,
    sharing_a_signal,
)
from wijkprofiel.findings.value_set import Values
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.words.cells import SourceNote
from wijkprofiel.words.formatting import Notation, capitalised
from wijkprofiel.words.remarks import shown_values
from wijkprofiel.words.rows import RowMaker, leading_mark
from wijkprofiel.words.sentences import Sentences

MOST_POINTS_WITH_QUESTIONS = 3
"""With more points than these the page has no room for questions."""


@dataclass(frozen=True, slots=True)
class GlanceMaker:
    """Makes the page for one area."""

    rows: RowMaker
    sentences: Sentences
    values: Values
    points: Points
    wishes: Wishes

    @property
    def _texts(self) -> GlanceTexts:
        return self.rows.wording.texts.oogopslag

    @property
    def _notation(self) -> Notation:
        return Notation.of(self.rows.wording.texts)

    def page(
        self,
        numbers: tuple[KeyNumber, ...],
        sources: tuple[SourceNote, ...],
        theme_set: ThemeSet,
        changes: dict[str, str],
    ) -> Glance:
        """The whole page.

        Args:
            numbers: the key numbers of who live here, with their sources.
            sources: the source list of those numbers and of the health figures.
            theme_set: the themes that the strips follow.
            changes: per indicator the sentence about its trend, where one may be made.
        """
        return Glance(
            title=self._texts.titel,
            lead=self._lead(),
            key_message=self._key_message(),
            numbers=numbers,
            strengths=self._list(PointSide.STRENGTH, changes),
            concerns=self._list(PointSide.CONCERN, changes),
            chosen=self._chosen(changes),
            strips=tuple(self._strips(theme_set)),
            strips_note=self._texts.stroken,
            sources=sources,
            notes=tuple(self._notes()),
        )

    def _key_message(self) -> KeyMessage | None:
        text = self.wishes.key_message
        return None if text is None else KeyMessage(self._texts.kernboodschap, text)

    def _lead(self) -> str | None:
        if not self.values.asks_health:
            return self._texts.zonder_gezondheid
        if not self.points.nothing_plain or not self._is_compared():
            return None
        wording = self.rows.wording
        names = [
            wording.spoken(benchmark)
            for place, benchmark in enumerate(wording.benchmarks)
            if self._is_like(place)
        ]
        if not names:
            return self._texts.doorsnee_geen
        return self._texts.doorsnee.format(
            gebied=wording.area, benchmarks=self._notation.enumeration(names)
        )

    def _is_like(self, place: int) -> bool:
        """Whether more than half of what is compared with a benchmark is about equal to it."""
        made = [
            verdict
            for value in self.values.health()
            if (verdict := value.compared[place].verdict).outcome is not Outcome.NOT_COMPARED
        ]
        return 2 * sum(verdict.size is SizeClass.EQUAL for verdict in made) > len(made)

    def _is_compared(self) -> bool:
        return any(
            item.verdict.outcome is not Outcome.NOT_COMPARED
            for value in self.values.health()
            for item in value.compared
        )

    def _list(self, side: PointSide, changes: dict[str, str]) -> PointList:
        strength = side is PointSide.STRENGTH
        points = self.points.strengths if strength else self.points.concerns
        return PointList(
            heading=self._texts.krachten if strength else self._texts.zorgen,
            points=tuple(self._card(point, changes) for point in points),
            note=self._list_note(points),
            empty=None if points else self._nothing(side),
        )

    def _chosen(self, changes: dict[str, str]) -> PointList | None:
        """What the working group pinned though no comparison names a side; None without any."""
        points = self.points.chosen
        if not points:
            return None
        cards = tuple(self._card(point, changes) for point in points)
        return PointList(self._texts.gekozen, cards, note=self._list_note(points))

    def _list_note(self, points: tuple[TalkingPoint, ...]) -> str | None:
        parts = []
        if any(point.level is PointLevel.SMALL for point in points):
            parts.append(self._texts.klein)
        parts += [self._together(one, other) for one, other in sharing_a_signal(points)]
        return " ".join(parts) or None

    def _together(self, one: TalkingPoint, other: TalkingPoint) -> str:
        """That two points move together, and whether they move the same way."""
        first, second = (self._definition(each.indicator) for each in (one, other))
        same = first.richting is second.richting
        pattern = self._texts.samenhang if same else self._texts.samenhang_andersom
        return pattern.format(een=capitalised(first.zin.kort), ander=second.zin.kort)

    def _nothing(self, side: PointSide) -> str | None:
        """Why a side has no points; None where the lead says it of both."""
        wording = self.rows.wording
        if not self.values.asks_health:
            return None
        if not wording.benchmarks:
            return self._texts.maatstaf.format(gebied=wording.area)
        if not self._is_compared():
            items = [item for value in self.values.health() for item in value.compared]
            if any(item.verdict.reason is Reason.NO_SPREAD for item in items):
                return self._texts.geen_spreiding
            return self._texts.te_klein.format(gebied=wording.area)
        if side is PointSide.STRENGTH:
            return self._texts.geen_kracht
        if self.points.fallback is None:
            return self._texts.geen_zorg_kaal
        return self._without_concern(self.values.adults(self.points.fallback))

    def _without_concern(self, value: IndicatorValue) -> str:
        """What touches many people anyway; of how many is said only where a number may be."""
        verdicts = [item.verdict for item in value.compared]
        compared = [each for each in verdicts if each.outcome is not Outcome.NOT_COMPARED]
        named = any(verdict.size is not SizeClass.EQUAL for verdict in compared)
        pattern = self._texts.geen_zorg_genoemd if named else self._texts.geen_zorg
        if self.sentences.people(value) is None:
            pattern = self._texts.geen_zorg_zonder_aantal
        return pattern.format(zin=self.sentences.whole(value))

    def _card(self, point: TalkingPoint, changes: dict[str, str]) -> PointCard:
        value = self.values.adults(point.indicator)
        row = self.rows.row(value, source="")
        return PointCard(
            indicator=point.indicator,
            favourable=None if point.side is None else point.side is PointSide.STRENGTH,
            headline=self.sentences.headline(value),
            comparison=self.sentences.comparison(value, self._refusals()),
            people=self.sentences.people(value),
            position=self.sentences.position(value),
            certainty=self.sentences.certainty(value, point.carrier),
            trend=changes.get(point.indicator),
            judgements=row.judgements,
            spine=row.spine,
            source=row.year,
            questions=self._questions(point),
            small=point.level is PointLevel.SMALL,
            pinned=self._texts.vastgezet if point.pinned and point.side is not None else None,
        )

    def _refusals(self) -> tuple[str, ...]:
        """What no point is compared with, so that the page says it once."""
        values = [self.values.adults(point.indicator) for point in self.points.all]
        said = [tuple(self.sentences.refusals(value)) for value in values]
        return said[0] if len(said) > 1 and len(set(said)) == 1 else ()

    def _questions(self, point: TalkingPoint) -> Questions | None:
        """The questions of a point, on a page with room for them."""
        if len(self.points.all) > MOST_POINTS_WITH_QUESTIONS:
            return None
        story = self.rows.wording.voice.stories[point.story]
        questions = story.questions_of(point.indicator)
        return Questions(questions.bewoners, questions.professionals)

    def _notes(self) -> Iterator[str]:
        years = {value.observation.period for value in self.values.health()}
        known = any(value.observation.lower is not None for value in self.values.health())
        pattern = self._texts.bron_met_marges if known else self._texts.bron
        if self.wishes.dropped:
            names = [self._definition(key).korte_naam for key in sorted(self.wishes.dropped)]
            yield self._texts.weggelaten.format(punten=self._notation.enumeration(names))
        yield from self._refusals()
        if years:
            remarks = self.rows.wording.remarks.sentences(shown_values(self.values.health()))
            source = pattern.format(jaar=self._notation.years(years))
            yield " ".join((source, *remarks))

    def _strips(self, theme_set: ThemeSet) -> Iterator[Strip]:
        health = [
            value
            for value in self.values.health()
            if value.percentile is not None
            and value.leading is not None
            and not value.has_too_few_people
        ]
        for theme in theme_set.themas:
            mine = [v for v in health if self._place(v, theme_set).thema == theme.sleutel]
            for heading, group in self._by_heading(theme, theme_set, mine):
                judged = [value for value in group if value.sign]
                if judged:
                    yield self._strip(heading, judged)

    def _strip(self, heading: str, values: list[IndicatorValue]) -> Strip:
        marks = tuple(self._mark(value) for value in values)
        spoken = [
            self._texts.strook_teken.format(
                naam=self._definition(value.indicator).korte_naam,
                woord=self.rows.wording.word(self._definition(value.indicator), value.leading),
            )
            for value in values
            if value.leading is not None
        ]
        text = self._texts.strook.format(kop=heading, tekens="; ".join(spoken))
        return Strip(heading=heading, marks=marks, text=text)

    def _mark(self, value: IndicatorValue) -> StripMark:
        assert value.percentile is not None  # chosen so
        favourable = value.percentile if value.sign > 0 else 100 - value.percentile
        return StripMark(
            indicator=value.indicator,
            name=self._definition(value.indicator).korte_naam,
            place=round(favourable / 100, 4),
            mark=leading_mark(value),
        )

    def _by_heading(
        self, theme: Theme, theme_set: ThemeSet, values: list[IndicatorValue]
    ) -> Iterator[tuple[str, list[IndicatorValue]]]:
        """Values per sub-heading, or under the theme's own name."""
        for heading in [*theme.koppen, None]:
            mine = [value for value in values if self._place(value, theme_set).kop == heading]
            if mine:
                yield theme.koppen[heading] if heading else theme.naam, mine

    def _place(self, value: IndicatorValue, theme_set: ThemeSet) -> ThemePlace:
        return self._definition(value.indicator).themas[theme_set.id]

    def _definition(self, indicator: str) -> IndicatorDefinition:
        return self.rows.wording.definition(indicator)

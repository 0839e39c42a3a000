"""Makes the pages with what goes well and what asks for attention: one point is one story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from wijkprofiel.areas.parts import people_of
from wijkprofiel.charts.data import CompareBar, CompareData
from wijkprofiel.configuration.definitions import IndicatorDefinition, Kind
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.story_texts import StoryPageTexts
from wijkprofiel.configuration.themes import Story
from wijkprofiel.documents.profile.story_fit import fitted
from wijkprofiel.documents.profile.story_layout import FEWEST_ROWS, MOST_PAGES, MOST_ROWS
from wijkprofiel.documents.profile.story_pages import (
    StoryCard,
    StoryPages,
    StoryQuestion,
    StorySide,
    StoryTable,
)
from wijkprofiel.documents.profile.story_rounds import StoryRoundsMaker
from wijkprofiel.documents.profile.story_rows import StoryRows
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import BenchmarkScope, Outcome, Reason, Tone
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.findings.points import PointSide, TalkingPoint
from wijkprofiel.findings.things import Also, ThingKind
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.methods.rounding import half_up
from wijkprofiel.words.formatting import capitalised, uncapitalised
from wijkprofiel.words.opening import OpeningWords
from wijkprofiel.words.points import PointWords
from wijkprofiel.words.remarks import shown_rounds, shown_values
from wijkprofiel.words.wording import Wording

_TONES = {
    PointSide.STRENGTH: Tone.FAVOURABLE,
    PointSide.CONCERN: Tone.UNFAVOURABLE,
    None: Tone.INK,
}
_KEYS = {PointSide.STRENGTH: "wat-gaat-goed", PointSide.CONCERN: "wat-vraagt-aandacht"}
_EVERYBODY = 100.0


@dataclass(frozen=True)
class StoryMaker:
    """Makes the pages of one area.

    Attributes:
        limits: from where a place, or how differences go together with who lives there, has words.
        origins: the tables behind the figures, by key.
        age_remarks: per indicator what has to be said where age explains most of a difference.
    """

    found: AreaFindings
    wording: Wording
    opening: OpeningWords
    limits: JudgementLimits
    origins: Mapping[str, Origin]
    age_remarks: Mapping[str, str]

    @cached_property
    def rows(self) -> StoryRows:
        """Makes the small tables."""
        return StoryRows(
            wording=self.wording,
            values=self.found.values,
            opening=self.opening,
            age_remarks=self.age_remarks,
            division=self.found.area.division,
        )

    @cached_property
    def rounds(self) -> StoryRoundsMaker:
        """Makes the lines of earlier rounds."""
        return StoryRoundsMaker(self.wording, self.opening)

    @property
    def _texts(self) -> StoryPageTexts:
        return self.wording.texts.verhalen

    @property
    def _words(self) -> PointWords:
        return self.opening.points

    def pages(self) -> StoryPages | None:
        """All of it; None for an area without figures of its own, which tells no stories."""
        if self.found.lack is not None:
            return None
        points, sides = self.found.points, [self._side(side) for side in PointSide]
        told = [points.of(side) for side in PointSide]
        if points.chosen:
            question = self._question_about(points.chosen[0])
            sides.append(StorySide("gekozen", self._texts.gekozen, (), question=question))
            told.append(points.chosen)
        pages = StoryPages(
            sides=tuple(sides),
            notes=tuple(self._notes()),
            others=tuple(self._others()),
            small_print=tuple(self._small_print()),
        )
        made = fitted(pages, [[self._ways(point, side) for point in side] for side in told])
        if made.print_pages <= MOST_PAGES:
            return made
        # What holds for the whole country gives way to what is of this area.
        return fitted(pages, [[self._ways(point, ()) for point in side] for side in told])

    def _side(self, side: PointSide) -> StorySide:
        points, texts = self.found.points.of(side), self._texts
        strengths = side is PointSide.STRENGTH
        heading = texts.krachten if strengths else texts.zorgen
        if points:
            lead, question = self._together(points), self._question(side)
            return StorySide(_KEYS[side], heading, (), lead, question=question)
        why = self._why_nothing()
        if why is not None:
            return StorySide(_KEYS[side], heading, (), empty=(why,))
        if strengths:
            return StorySide(
                _KEYS[side],
                texts.er,
                (),
                empty=(texts.leeg.geen_kracht,),
                facts=tuple(self._facts()),
                question=self._question(side),
            )
        empty = (texts.leeg.geen_zorg, *self._also())
        return StorySide(_KEYS[side], heading, (), empty=empty, question=self._question(side))

    def _ways(self, point: TalkingPoint, side: Sequence[TalkingPoint]) -> tuple[StoryCard, ...]:
        """A point as a story, with each number of rows that it may have."""
        story, under = self._story(point), tuple(self._who_lives_there(point, side))
        there_are = len(self.rows.figures(story, point.indicator))
        fewest, most = min(FEWEST_ROWS, there_are), min(MOST_ROWS, there_are)
        tables = [
            self.rows.table(story, point.indicator, number) for number in range(fewest, most + 1)
        ]
        tables = [replace(table, notes=(*table.notes, *under)) for table in tables]
        card = self._card(point, tables[0])
        return tuple(replace(card, table=table) for table in tables)

    def _who_lives_there(self, point: TalkingPoint, side: Sequence[TalkingPoint]) -> Iterator[str]:
        """How differences go together with who lives where: of the figure that heads a side."""
        head = self._story(point).rij
        value = None if head is None or point not in side[:1] else self.rows.known(head)
        if value is None or value.residents is None:
            return
        subject, texts = self._definition(value).zin.onderwerp, self._texts.samenhang
        if subject is not None:
            limits, share = self.limits.samenhang, value.residents.explained_pct
            word = texts.ongeveer_de_helft
            if share >= limits.grotendeels:
                word = texts.grotendeels
            if share >= limits.bijna_helemaal:
                word = texts.bijna_helemaal
            yield texts.zin.format(naam=subject, woord=word)

    def _card(self, point: TalkingPoint, table: StoryTable) -> StoryCard:
        value = self._value(point)
        return StoryCard(
            indicator=point.indicator,
            favourable=None if point.side is None else point.side is PointSide.STRENGTH,
            title=self._words.short(point),
            sentences=" ".join(self._sentences(point, value)),
            small=tuple(self._small(point)),
            bars_title=self._counted(value),
            bars=self._bars(point, value),
            table=table,
            rounds=self.rounds.rounds(self.found.trends.get(point.indicator)),
            notes=(*self._apart(point, value), *self._extreme(value)),
        )

    def _sentences(self, point: TalkingPoint, value: IndicatorValue) -> Iterator[str]:
        yield self._words.sentence(point, value)
        if point.side is not PointSide.CONCERN:
            return
        people, change = self._words.people(point, value), self.found.changes.get(point.indicator)
        if people is not None:
            yield people
        if change is not None:
            yield self._words.changed(point, change)

    def _small(self, point: TalkingPoint) -> Iterator[str]:
        young = self._words.young(point)
        if young is not None:
            yield young

    def _counted(self, value: IndicatorValue) -> str:
        """What the bars count: people of whom, or kilometres."""
        definition, texts = self._definition(value), self._texts.beeld
        if definition.soort is Kind.DISTANCE:
            return texts.km_onderschrift
        return texts.onderschrift.format(wie=definition.zin.wie or definition.populatie)

    def _bars(self, point: TalkingPoint, value: IndicatorValue) -> CompareData:
        texts, numbers = self._texts.beeld, self._words.numbers(value, point)
        amounts = self._words.amounts(value, point)
        distance = self._definition(value).soort is Kind.DISTANCE
        named = (
            (capitalised(texts.hier), numbers.here, amounts.here, _TONES[point.side]),
            (self._near(value), numbers.near, amounts.near, None),
            (self._country, numbers.country, amounts.country, None),
        )
        bars = tuple(
            CompareBar(name, texts.kilometer.format(getal=number) if distance else number, at, tone)
            for name, number, at, tone in named
            if name is not None and number is not None and at is not None
        )
        parts = ", ".join(f"{bar.name} {bar.printed}" for bar in bars)
        said = texts.staven.format(kop=self._words.short(point), delen=parts)
        return CompareData(bars, None if distance else _EVERYBODY, said)

    def _near(self, value: IndicatorValue) -> str | None:
        near = value.by_role(Role.NEAR)
        if near is None:
            return None
        whole = near.verdict.scope is BenchmarkScope.WHOLE
        name = self.wording.wholes[near.key] if whole else self.wording.spoken(near.key)
        return capitalised(self._texts.beeld.in_.format(naam=name))

    @property
    def _country(self) -> str | None:
        country = self.wording.compared.country
        if country is None:
            return None
        name = self.wording.spoken(country.key)
        return capitalised(self._texts.beeld.in_.format(naam=name))

    def _extreme(self, value: IndicatorValue) -> Iterator[str]:
        """How few or many adults live where the figure is less favourable, at either end."""
        people, country = people_of(self.found.area, AgeGroup.ADULTS), self.wording.compared.country
        if people is None or people > self.limits.positie.tot_mensen:
            return
        if country is None or value.place is None:
            return
        outer = _EVERYBODY * self.limits.positie.uiterste
        if not outer < value.place < _EVERYBODY - outer:
            texts, number = self._texts.uiterste, int(half_up(value.place))
            patterns = {0: texts.niemand, 1: texts.een, _EVERYBODY: texts.iedereen}
            said = patterns.get(number, texts.meer).format(
                land=self.wording.spoken(country.key),
                aantal=number,
                kant=texts.ongunstiger if value.sign else texts.lager,
            )
            is_union = self.found.area.is_union
            yield texts.als_wijk.format(zin=uncapitalised(said)) if is_union else said

    def _apart(self, point: TalkingPoint, value: IndicatorValue) -> Iterator[str]:
        """How far the parts of a werkgebied lie apart, in the form of the point."""
        found = self.found.apart.get(point.indicator)
        if found is not None:
            ends = (self._words.in_form(value, point, each) for each in (found.low, found.high))
            decimals = self._definition(value).decimalen
            low, high = (self.wording.notation.number(each, decimals) for each in sorted(ends))
            pattern = self.wording.texts.verantwoording.werkgebied.uiteen
            yield pattern.format(min=low, max=high)

    def _together(self, points: tuple[TalkingPoint, ...]) -> str | None:
        """How many stories the points of a side tell, where two of them share a signal."""
        stories = len({point.signal or point.story for point in points})
        if stories == len(points):
            return None
        texts = self._texts.samen
        number = texts.getallen.get(len(points), str(len(points)))
        if stories == 1:
            return texts.een.format(aantal=number)
        told = texts.getallen.get(stories, str(stories))
        return texts.meer.format(verhalen=told, aantal=number)

    def _question(self, side: PointSide) -> StoryQuestion:
        """The one question of a side: that of its strongest point, or a general one."""
        points, general = self.found.points.of(side), self.wording.texts.opening.vragen
        if points:
            return self._question_about(points[0])
        if side is PointSide.STRENGTH:
            return StoryQuestion(general.er)
        also = any(True for _ in self._also())
        return StoryQuestion(general.lijkt if also else self._texts.vraag_zonder_zorg)

    def _question_about(self, point: TalkingPoint) -> StoryQuestion:
        questions = self._story(point).questions_of(point.indicator, point.side or 0)
        return StoryQuestion(questions.bewoners, questions.professionals)

    def _facts(self) -> Iterator[str]:
        """What is there: the first thing of the first page, then its box."""
        for said in self.opening.statements():
            if said.kind in {ThingKind.THERE, ThingKind.OWN}:
                yield said.text
        yield from self.opening.box()

    def _also(self) -> Iterator[str]:
        """What holds here as well as everywhere, where the first page says so.

        Not of a story that goes well here: that would say of one thing that it does both.
        """
        told = {point.story for point in self.found.points.all}
        for thing, said in zip(self.found.opening.things, self.opening.statements(), strict=True):
            if isinstance(thing, Also) and thing.story not in told:
                yield f"{said.title}. {said.text}"

    def _why_nothing(self) -> str | None:
        """Why neither side can have a point; None where it could."""
        texts, values = self._texts.leeg, self.found.values
        if not values.asks_health:
            return texts.zonder_gezondheid
        if not self.found.benchmarks.all:
            return texts.maatstaf.format(gebied=self.wording.area)
        items = [item.verdict for value in values.health() for item in value.compared]
        if any(verdict.outcome is not Outcome.NOT_COMPARED for verdict in items):
            return None
        no_spread = any(verdict.reason is Reason.NO_SPREAD for verdict in items)
        return texts.geen_spreiding if no_spread else None

    def _notes(self) -> Iterator[str]:
        values = self.found.values.health()
        years = {value.observation.period for value in values}
        if years:
            yield self._texts.uitleg.format(jaar=self.wording.notation.years(years))
            yield from self.wording.remarks.sentences(shown_values(values))
        small, country = self.opening.small(), self.wording.compared.country
        if small is not None:
            yield small
        if self.found.points.all and country is not None:
            yield self._texts.plaats_uitleg.format(land=self.wording.spoken(country.key))

    def _others(self) -> Iterator[str]:
        """The figure that heads each story of which no point is told."""
        told = {point.story for point in self.found.points.all}
        for story in sorted(self.wording.voice.stories.values(), key=lambda each: each.nummer):
            value = None if story.rij is None else self.rows.known(story.rij)
            if story.id not in told and value is not None:
                yield self._in_short(value)

    def _in_short(self, value: IndicatorValue) -> str:
        texts, numbers = self._texts.andere, self._words.numbers(value)
        name, country = self.opening.row_name(value.indicator), self.wording.compared.country
        if country is None or numbers.country is None:
            return texts.alleen.format(naam=name, hier=numbers.here)
        land, word = self.wording.spoken(country.key), self.rows.word(value)
        pattern = texts.zonder_woord if word is None else texts.regel
        names = {"naam": name, "hier": numbers.here, "land": land, "getal": numbers.country}
        return pattern.format(**names, woord=word)

    def _small_print(self) -> Iterator[str]:
        trends = [
            trend
            for point in self.found.points.all
            if (trend := self.found.trends.get(point.indicator)) is not None
        ]
        lines = [trend for trend in trends if self.rounds.rounds(trend) is not None]
        values = self.found.values.health()
        yield from self.wording.remarks.sentences(shown_rounds(lines), said=shown_values(values))
        keys = (each.figure.origin for each in self._shown() if each.figure is not None)
        names = [self.origins[key].short for key in dict.fromkeys(filter(None, keys))]
        if names:
            yield self._texts.bronnen.format(bronnen="; ".join(names))

    def _shown(self) -> Iterable[IndicatorValue]:
        """Every figure that these pages print."""
        for point in self.found.points.all:
            yield from self.rows.figures(self._story(point), point.indicator)
        for story in self.wording.voice.stories.values():
            value = None if story.rij is None else self.rows.known(story.rij)
            if value is not None:
                yield value

    def _value(self, point: TalkingPoint) -> IndicatorValue:
        value = self.found.values.main(point.indicator)
        assert value is not None  # there is one for every point
        return value

    def _story(self, point: TalkingPoint) -> Story:
        return self.wording.voice.stories[point.story]

    def _definition(self, value: IndicatorValue) -> IndicatorDefinition:
        return self.wording.definition(value.indicator)

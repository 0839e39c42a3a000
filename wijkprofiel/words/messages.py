"""One thing to talk about, in the parts that a surface of its own needs.

What stands on a poster, a card or an island of the praatplaat is chosen and worded as in the
profile: first the three things to begin with, then the other points, then the rows of its first
page. Nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wijkprofiel.configuration.definitions import IndicatorDefinition, Kind, Method, Unit
from wijkprofiel.configuration.kit_texts import MessageParts
from wijkprofiel.configuration.opening_texts import OpeningQuestions
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import BenchmarkScope, Tone
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.findings.opening import OpeningRow
from wijkprofiel.findings.points import PointSide, TalkingPoint
from wijkprofiel.findings.present import PresentKind
from wijkprofiel.findings.things import Also, Apart, There, Thing, Told
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.methods.rounding import half_up
from wijkprofiel.words.formatting import capitalised
from wijkprofiel.words.opening import OpeningWords, Statement
from wijkprofiel.words.points import SidedNumbers
from wijkprofiel.words.wording import Wording

_TONES = {PointSide.STRENGTH: Tone.FAVOURABLE, PointSide.CONCERN: Tone.UNFAVOURABLE}


@dataclass(frozen=True, slots=True)
class Beside:
    """A number that stands beside that of the area: elsewhere, or in another year."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to talk about.

    Attributes:
        topic: the story that it is of; None where it is of none.
        title: the message in a few words.
        claim: the same as a sentence with its number; without a number what it rests on.
        number: the number that carries it, as printed; None where none does.
        counted: what is counted, to stand behind the number; None where the claim has to be read
            whole.
        filled: how many of a hundred that is; None where the figure is no share of people.
        tone: of its side; ink where it has none.
        of_whom: whom one in a hundred is one of.
        people: about how many people that are.
        elsewhere, earlier: the same figure in other places and years, in the same form.
        within: from the lowest to the highest of the parts of the area.
        young: that many young people live there, where that matters for this figure.
        residents, professionals: what is asked about it.
        status: of which year it is, and whether it is an estimate.
    """

    topic: str | None
    title: str
    claim: str
    residents: str
    professionals: str | None = None
    indicator: str | None = None
    number: str | None = None
    counted: str | None = None
    filled: int | None = None
    tone: Tone = Tone.INK
    of_whom: str | None = None
    people: str | None = None
    elsewhere: tuple[Beside, ...] = ()
    earlier: tuple[Beside, ...] = ()
    within: str | None = None
    young: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class MessageMaker:
    """Makes the messages of one area."""

    found: AreaFindings
    opening: OpeningWords

    @property
    def _wording(self) -> Wording:
        return self.opening.wording

    @property
    def _texts(self) -> MessageParts:
        return self._wording.texts.tafel.boodschap

    def messages(self) -> Iterator[Message]:
        """All of them: the three things, the other points, then the rows of the first page."""
        told: set[str | None] = set()
        opening = self.found.opening
        for thing, statement in zip(opening.things, self.opening.statements(), strict=True):
            message = self._of_thing(thing, statement)
            told.add(message.indicator)
            yield message
        for row in opening.rows:
            if row.indicator not in told:
                told.add(row.indicator)
                yield self._figure(row.indicator, row.point, self._title(row))

    def _title(self, row: OpeningRow) -> str:
        if row.point is None:
            return self.opening.row_name(row.indicator)
        return self.opening.points.short(row.point)

    def _of_thing(self, thing: Thing, statement: Statement) -> Message:
        match thing:
            case Told(point=point):
                return self._figure(point.indicator, point, statement.title)
            case Also(indicator=indicator):
                message = self._figure(indicator, None, statement.title)
                return replace(message, residents=self._general.lijkt, professionals=None)
            case There(fact=fact) if fact.kind is PresentKind.PEOPLE:
                message = self._figure(fact.indicators[0], None, statement.title)
                return replace(message, residents=self._general.er, professionals=None)
            case There():
                return self._sentence(statement, self._general.er)
            case Apart(range=found):
                asked = self.opening.questions(found.indicator)
                message = self._sentence(statement, asked.bewoners)
                return replace(message, professionals=asked.professionals)
            case _:
                return self._sentence(statement, self._general.lijkt)

    @property
    def _general(self) -> OpeningQuestions:
        return self._wording.texts.opening.vragen

    def _sentence(self, statement: Statement, question: str) -> Message:
        return Message(None, statement.title, statement.text, question)

    def _figure(self, indicator: str, point: TalkingPoint | None, title: str) -> Message:
        value = self.found.values.main(indicator)
        assert value is not None  # only figures that there are get a row or a sentence
        definition = self._wording.definition(indicator)
        numbers = self.opening.points.numbers(value, point)
        asked = self.opening.questions(indicator, (point and point.side) or 0)
        return Message(
            topic=self._topic(indicator),
            title=title,
            claim=self._claim(value, point),
            residents=asked.bewoners,
            professionals=asked.professionals,
            indicator=indicator,
            number=self._number(definition, numbers.here),
            counted=self._counted(definition, point),
            filled=self._filled(definition, value, point),
            tone=Tone.INK if point is None or point.side is None else _TONES[point.side],
            of_whom=definition.zin.wie,
            people=self._people(value, point),
            elsewhere=tuple(self._elsewhere(definition, value, numbers)),
            earlier=tuple(self._earlier(value, point)),
            within=self._within(value, point),
            young=None if point is None else self.opening.points.young(point),
            status=self._status(definition, value),
        )

    def _topic(self, indicator: str) -> str | None:
        stories = self._wording.voice.stories.values()
        return next((each.naam for each in stories if indicator in each.candidates), None)

    def _claim(self, value: IndicatorValue, point: TalkingPoint | None) -> str:
        words = self.opening
        if point is None:
            return words.sentences.headline(value)
        return words.points.claim(point, value)

    def _number(self, definition: IndicatorDefinition, printed: str) -> str:
        if definition.soort is Kind.DISTANCE:
            return self._wording.texts.verhalen.beeld.kilometer.format(getal=printed)
        return printed

    def _counted(self, definition: IndicatorDefinition, point: TalkingPoint | None) -> str | None:
        doing = definition.zin.doen if point is None else self.opening.points.doing(point)
        if doing is None or definition.zin.wie is None:
            return None
        return self._texts.van_de_100.format(wie=definition.zin.wie, doen=doing)

    def _filled(
        self, definition: IndicatorDefinition, value: IndicatorValue, point: TalkingPoint | None
    ) -> int | None:
        is_share = definition.soort is Kind.SHARE and definition.eenheid is Unit.PERCENT
        if not is_share or self._counted(definition, point) is None:
            return None
        return int(half_up(self.opening.points.amounts(value, point).here))

    def _people(self, value: IndicatorValue, point: TalkingPoint | None) -> str | None:
        if point is not None:
            return self.opening.points.people(point, value)
        return self.opening.sentences.people(value)

    def _elsewhere(
        self, definition: IndicatorDefinition, value: IndicatorValue, numbers: SidedNumbers
    ) -> Iterator[Beside]:
        near, country = value.by_role(Role.NEAR), self._wording.compared.country
        if near is not None and numbers.near is not None:
            whole = near.verdict.scope is BenchmarkScope.WHOLE
            name = self._wording.wholes[near.key] if whole else self._wording.spoken(near.key)
            yield Beside(capitalised(name), self._number(definition, numbers.near))
        if country is not None and numbers.country is not None:
            name = capitalised(self._wording.spoken(country.key))
            yield Beside(name, self._number(definition, numbers.country))

    def _earlier(self, value: IndicatorValue, point: TalkingPoint | None) -> Iterator[Beside]:
        """The rounds that may stand beside each other, oldest first."""
        trend = self.found.trends.get(value.indicator)
        if trend is None or not trend.is_sound:
            return
        for year, figure in zip(trend.years, trend.own, strict=True):
            if figure.value is not None:
                written = self.opening.points.written(point, value, figure.value)
                yield Beside(self._texts.in_jaar.format(jaar=year), written)

    def _within(self, value: IndicatorValue, point: TalkingPoint | None) -> str | None:
        ranges = () if self.found.parts is None else self.found.parts.ranges
        found = next((each for each in ranges if each.indicator == value.indicator), None)
        if found is None:
            return None
        low, high = (
            self.opening.points.written(point, value, end) for end in (found.low, found.high)
        )
        if low == high:
            return self._texts.overal.format(getal=low)
        if self.opening.points.counts_complement(point, value):
            low, high = high, low
        return self._texts.van_tot.format(laag=low, hoog=high)

    def _status(self, definition: IndicatorDefinition, value: IndicatorValue) -> str:
        is_estimate = definition.methode is Method.MODEL
        pattern = self._texts.schatting if is_estimate else self._texts.geteld
        return pattern.format(jaar=value.observation.period)

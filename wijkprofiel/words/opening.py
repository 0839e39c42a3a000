"""The three things to begin with in words, the box with what is there, and the one question."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.configuration.limits import CountLimits
from wijkprofiel.configuration.opening_texts import OpeningTexts
from wijkprofiel.configuration.themes import ThemeQuestions
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import Mark, Shape, Tone
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.findings.opening import OpeningRow
from wijkprofiel.findings.points import PointSide, TalkingPoint
from wijkprofiel.findings.present import Present, PresentKind
from wijkprofiel.findings.things import (
    Alike,
    Also,
    Apart,
    Around,
    Bare,
    NoFigures,
    There,
    Thing,
    ThingKind,
    Told,
)
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.methods.rounding import half_up
from wijkprofiel.words.formatting import capitalised
from wijkprofiel.words.points import PointWords
from wijkprofiel.words.sentences import Sentences
from wijkprofiel.words.wording import Wording

_MARKS = {
    PointSide.STRENGTH: Mark(Shape.UP, Tone.FAVOURABLE),
    PointSide.CONCERN: Mark(Shape.DOWN, Tone.UNFAVOURABLE),
}
PLAIN_MARK = Mark(Shape.DOT, Tone.NEUTRAL, filled=False)
"""A figure that was not chosen: its place is shown, and nothing is said of it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing to say, with its message first.

    Attributes:
        title: the message, without a full stop.
        text: what it rests on.
        note: a small line of its own under it.
    """

    kind: ThingKind
    title: str
    text: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A row of the chart on the first page.

    Attributes:
        counted: what the numbers count, where that is not the figure itself.
        here, near, country: printed numbers in the form of the row.
        place: of every 100 adults in the country, how many live in a wijk where this figure is less
            favourable; None where that is not known.
        mark: coloured only where the figure was chosen.
    """

    indicator: str
    name: str
    counted: str | None
    here: str
    near: str | None
    country: str | None
    place: float | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class OpeningWords:
    """Puts the opening of one area into words."""

    found: AreaFindings
    wording: Wording
    sentences: Sentences
    points: PointWords

    @classmethod
    def of(cls, found: AreaFindings, wording: Wording, counts: CountLimits) -> OpeningWords:
        """The words for what was found."""
        sentences = Sentences(wording, found.area, counts)
        return cls(found, wording, sentences, PointWords(wording, found.area, counts))

    @property
    def _texts(self) -> OpeningTexts:
        return self.wording.texts.opening

    @property
    def _area(self) -> Area:
        return self.found.area

    def statements(self) -> tuple[Statement, ...]:
        """The three things, in their order."""
        return tuple(self._statement(thing) for thing in self.found.opening.things)

    def box(self) -> tuple[str, ...]:
        """What is there besides, a line each."""
        return tuple(self._fact(fact) for fact in self.found.opening.box)

    def small(self) -> str | None:
        """That the estimates of a small area are coarse."""
        return self._texts.klein[self._area.kind] if self.found.opening.small else None

    def question(self) -> str:
        """The one question of the first page, about the second thing."""
        thing, general = self.found.opening.asked, self._texts.vragen
        match thing:
            case Told(point=point):
                return self.questions(point.indicator, point.side or 0).bewoners
            case Apart(range=found):
                return self.questions(found.indicator).bewoners
            case There() | Around():
                return general.er
            case _:
                return general.lijkt

    @property
    def asks_residents(self) -> bool:
        """Whether the one question is for residents; else it is for everybody."""
        thing = self.found.opening.asked
        return isinstance(thing, Told | Apart)

    def questions(self, indicator: str, side: int = 0) -> ThemeQuestions:
        """What is asked about a figure, on the side where it stands out if it does."""
        stories = self.wording.voice.stories.values()
        story = next(each for each in stories if indicator in each.candidates)
        return story.questions_of(indicator, side)

    def rows(self) -> tuple[NamedRow, ...]:
        """The rows of the chart."""
        return tuple(self._row(row) for row in self.found.opening.rows)

    def _row(self, row: OpeningRow) -> NamedRow:
        value, point = self._value(row.indicator), row.point
        numbers = self.points.numbers(value, point)
        name = self.row_name(row.indicator) if point is None else self.points.short(point)
        return NamedRow(
            indicator=row.indicator,
            name=name,
            counted=None if point is None else self.points.counted_instead(point),
            here=numbers.here,
            near=numbers.near,
            country=numbers.country,
            place=None if value.place is None else half_up(value.place, 1),
            mark=_mark(point),
        )

    def row_name(self, indicator: str) -> str:
        """What a row of a figure is called in its own form."""
        definition = self.wording.definition(indicator)
        return definition.zin.rij or capitalised(definition.zin.doet or definition.korte_naam)

    def _value(self, indicator: str) -> IndicatorValue:
        value = self.found.values.main(indicator)
        assert value is not None  # findings tell only figures that there are
        return value

    def _statement(self, thing: Thing) -> Statement:
        match thing:
            case Told(kind=kind, point=point):
                return self._point(kind, point)
            case There(fact=fact):
                return self._there(fact)
            case Alike():
                return self._alike(thing)
            case Apart():
                return self._apart(thing)
            case Also():
                return self._also(thing)
            case NoFigures(status=status):
                reason = self.wording.texts.geen_cijfer[status]
                texts = self._texts.geen_cijfers
                return Statement(thing.kind, texts.kop, texts.tekst.format(reden=reason))
            case Around():
                return self._around(thing)
            case Bare():
                return self._bare(thing)

    def _point(self, kind: ThingKind, point: TalkingPoint) -> Statement:
        value = self._value(point.indicator)
        parts = [self.points.sentence(point, value)]
        if point.side is PointSide.CONCERN:
            parts.append(self.points.people(point, value) or "")
            change = self.found.changes.get(point.indicator)
            parts.append("" if change is None else self.points.changed(point, change))
        text = " ".join(filter(None, parts))
        return Statement(kind, self.points.short(point), text, self.points.young(point))

    def _there(self, fact: Present) -> Statement:
        if fact.kind is PresentKind.NEARBY:
            return Statement(ThingKind.THERE, self._texts.dichtbij.kop, self._fact(fact))
        title = self.wording.definition(fact.indicators[0]).zin.er
        assert title is not None  # checked when the limits were read
        return Statement(ThingKind.THERE, title, self._fact(fact))

    def _fact(self, fact: Present) -> str:
        if fact.kind is PresentKind.NEARBY:
            return self._nearby(fact)
        value = self._value(fact.indicators[0])
        if fact.change is not None:
            return self.points.changed_alone(fact.change, self.sentences.headline(value))
        if fact.kind is PresentKind.NEUTRAL:
            return f"{capitalised(self.sentences.headline(value))}."
        sentence = self._how_many(value)
        if fact.kind is PresentKind.CARE:
            return self._texts.zorgzaam.format(zin=sentence.rstrip("."))
        return sentence

    def _how_many(self, value: IndicatorValue) -> str:
        """About how many people, or else how many out of 100."""
        return self.sentences.people(value) or f"{capitalised(self.sentences.headline(value))}."

    def _nearby(self, fact: Present) -> str:
        texts, notation = self._texts.dichtbij, self.wording.notation
        services = []
        for key in fact.indicators:
            definition, figure = self.wording.definition(key), self._value(key).observation.value
            assert figure is not None
            distance = notation.number(figure, definition.decimalen)
            services.append(texts.dienst.format(naam=definition.zin.dichtbij, km=distance))
        return texts.tekst.format(afstand=self._within(), lijst=notation.enumeration(services))

    def _within(self) -> str:
        texts, km = self._texts.dichtbij, self.found.opening.near_km
        if km == 1:
            return texts.een_kilometer
        return texts.kilometer.format(km=self.wording.notation.number(km, 1))

    def _alike(self, thing: Alike) -> Statement:
        texts, notation = self._texts.lijkt, self.wording.notation
        if thing.roles:
            names = [texts.op.format(naam=self._role(role)) for role in thing.roles]
            text = texts.tekst.format(gebied=self.wording.area, namen=notation.enumeration(names))
            return Statement(thing.kind, texts.kop, text)
        if not thing.compared:
            text = texts.zonder.format(gebied=self.wording.area)
            return Statement(thing.kind, texts.zonder_kop, text)
        names = [texts.van.format(naam=self._role(role)) for role in thing.compared]
        text = texts.anders.format(namen=notation.enumeration(names))
        return Statement(thing.kind, texts.anders_kop, text)

    def _role(self, role: Role) -> str:
        compared = self.wording.compared
        benchmark = compared.near if role is Role.NEAR else compared.country
        assert benchmark is not None  # only what was compared with is told
        return self.wording.spoken(benchmark.key)

    def _apart(self, thing: Apart) -> Statement:
        texts, found, notation = self._texts.verschillen, thing.range, self.wording.notation
        text = texts.tekst.format(
            naam=capitalised(self.wording.definition(found.indicator).zin.kort),
            laag=notation.number(found.low),
            hoog=notation.number(found.high),
        )
        return Statement(thing.kind, texts.kop[self._area.kind], text)

    def _also(self, thing: Also) -> Statement:
        texts, value = self._texts.ook, self._value(thing.indicator)
        title = texts.kop.format(naam=self.wording.definition(thing.indicator).zin.ook)
        count = self.sentences.count(value)
        said = {
            "zin": self.sentences.headline(value),
            "aantal": "" if count is None else texts.aantal.format(aantal=count),
        }
        country = value.by_role(Role.COUNTRY)
        theirs = None if country is None else country.figure.value
        if theirs is None:
            return Statement(thing.kind, title, texts.zonder.format(**said))
        text = self._also_pattern(thing, value, theirs).format(
            **said, land=self._role(Role.COUNTRY), getal=self.wording.notation.number(theirs)
        )
        return Statement(thing.kind, title, text)

    def _also_pattern(self, thing: Also, value: IndicatorValue, theirs: float) -> str:
        texts, own = self._texts.ook, value.observation.value
        assert own is not None
        if not thing.differs:
            return texts.gelijk
        if own < theirs:
            return texts.minder
        return texts.meer if thing.age is None else texts.meer_met_leeftijd[thing.age.value]

    def _around(self, thing: Around) -> Statement:
        title = self._texts.rond[self._area.kind]
        pattern = self.wording.definition(thing.indicator).zin.rond
        assert pattern is not None  # checked when the limits were read
        number = self.wording.notation.number(thing.people)
        text = pattern.format(gemeente=self._gemeente, aantal=number)
        return Statement(thing.kind, title, text)

    @property
    def _gemeente(self) -> str:
        homes = self.found.homes
        return "" if homes is None else self.wording.names.of(homes)

    def _bare(self, thing: Bare) -> Statement:
        texts = self._texts
        if thing.kind is ThingKind.SMALL:
            people = self._area.inhabitants
            pattern = texts.te_klein.tekst if people else texts.te_klein.niemand
            number = self.wording.notation.number(people or 0)
            names = {"gebied": self.wording.area, "gemeente": self._gemeente}
            text = pattern.format(**names, aantal=number) if people else pattern.format(**names)
            return Statement(thing.kind, texts.te_klein.kop, text)
        messages = {
            ThingKind.OWN: texts.eigen,
            ThingKind.ASK: texts.vraag,
            ThingKind.NOT_SHOWN: texts.niet_getoond,
        }
        said = messages[thing.kind]
        return Statement(thing.kind, said.kop, said.tekst)


def _mark(point: TalkingPoint | None) -> Mark:
    return PLAIN_MARK if point is None or point.side is None else _MARKS[point.side]

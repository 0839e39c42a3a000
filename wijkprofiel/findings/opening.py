"""Three things to begin a meeting with, what is there, and one question.

There are always exactly three, for every area, and the first is never a concern: a strength, or
what is there. After the points come the likeness with elsewhere, differences between the parts, and
what holds here as well as everywhere, in a fixed order so that noise does not move it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.themes import Story
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import Outcome, SizeClass
from wijkprofiel.findings.lack import AgeEffect, Lack
from wijkprofiel.findings.points import Points, PointSide, TalkingPoint, choice_figures
from wijkprofiel.findings.present import Present, PresentFinder
from wijkprofiel.findings.ranges import PartRange
from wijkprofiel.findings.things import (
    Alike,
    Also,
    Apart,
    Around,
    Bare,
    DoneAround,
    NoFigures,
    There,
    Thing,
    ThingKind,
    Told,
    printed_by,
    told_by,
)
from wijkprofiel.findings.value_set import Values
from wijkprofiel.methods.rounding import half_up

HOW_MANY = 3
"""Things to begin with: what a chair can say back after two minutes."""


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """A row of the chart on the first page; with a point it bears the words of its side."""

    indicator: str
    point: TalkingPoint | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """What a meeting begins with.

    Attributes:
        things: exactly three.
        box: what is there besides.
        rows: the points, and of every story the figure that heads it.
        small: whether the area is so small that its estimates are coarse.
        near_km: how far "near" is at most.
    """

    things: tuple[Thing, Thing, Thing]
    box: tuple[Present, ...]
    rows: tuple[OpeningRow, ...]
    small: bool
    near_km: float

    @property
    def asked(self) -> Thing:
        """The thing that the question of the first page is about."""
        return self.things[1]

    @property
    def printed(self) -> tuple[str, ...]:
        """The figures that the three things and the box print, of the area or of its parts."""
        keys = [key for thing in self.things for key in printed_by(thing)]
        keys += [key for fact in self.box for key in fact.indicators]
        return tuple(dict.fromkeys(keys))

    @property
    def indicators(self) -> frozenset[str]:
        """The figures that the three things tell."""
        return frozenset(key for thing in self.things for key in told_by(thing))


@dataclass(frozen=True, slots=True)
class OpeningMaker:
    """Makes the opening of one area.

    Attributes:
        ranges: of the parts, the widest first.
        around: what people do in the gemeente, per figure that it has.
        age_effects: figures with a difference of which age explains most.
        dropped: figures that the working group does not want to be told.
    """

    area: Area
    values: Values
    points: Points
    present: PresentFinder
    stories: Mapping[str, Story]
    limits: JudgementLimits
    lack: Lack | None
    ranges: Sequence[PartRange]
    around: Mapping[str, DoneAround]
    age_effects: Mapping[str, AgeEffect]
    dropped: frozenset[str] = frozenset()

    def opening(self) -> Opening:
        """Everything together."""
        near_km = self.limits.opening.dichtbij_km
        if self.lack is not None:
            things = self._without_figures(self.lack)
            return Opening(things, (), (), small=False, near_km=near_km)
        things = self._things()
        told = {key for thing in things for key in told_by(thing)}
        return Opening(things, self.present.box(told), tuple(self._rows()), self._is_small, near_km)

    @property
    def _is_small(self) -> bool:
        people = people_of(self.area, AgeGroup.ADULTS)
        return people is not None and people < self.limits.mensen.alle_klassen_vanaf

    def _without_figures(self, lack: Lack) -> tuple[Thing, Thing, Thing]:
        first: Thing = Bare(ThingKind.SMALL)
        if not lack.too_few_people:
            first = NoFigures(lack.statuses[0])
        return first, self._nearest(), Bare(ThingKind.ASK)

    def _nearest(self) -> Thing:
        """What is near, or else what most people around do."""
        near = next(self.present.nearby(), None)
        if near is not None:
            return There(near)
        best = max(self.around, key=lambda key: self.around[key].place or 0.0, default=None)
        if best is None:
            return Bare(ThingKind.OWN)
        return Around(best, self.around[best].people)

    def _things(self) -> tuple[Thing, Thing, Thing]:
        things: list[Thing] = list(self._first_ones())
        for thing in self._fillers(things):
            things.append(thing)
            if len(things) == HOW_MANY:
                break
        first, second, third = sorted(things[:HOW_MANY], key=lambda thing: _ORDER[thing.kind])
        return first, second, third

    def _first_ones(self) -> Iterator[Thing]:
        """A strength or what is there, a concern, and the strongest point of another signal."""
        told: list[TalkingPoint] = [*self.points.strengths[:1]]
        if not told:
            yield self._there()
        used = {point.story for point in told}
        told += [point for point in self.points.concerns if point.story not in used][:1]
        others = self._others(told)
        signals = {point.signal for point in told if point.signal}
        news = [point for point in others if point.signal not in signals]
        told += news[:1]
        if self.points.strengths and len(told) == 1:
            told += [point for point in others if point.story not in used][:1]
        yield from (_told(point) for point in told)
        if not told:
            yield from self._alike()

    def _there(self) -> Thing:
        facts = self.present.first_ones()
        return There(facts[0]) if facts else Bare(ThingKind.OWN)

    def _others(self, told: list[TalkingPoint]) -> list[TalkingPoint]:
        """The other points, the strongest first; of equals the strength, then by story."""
        points = [*self.points.strengths, *self.points.concerns]
        left = [point for point in points if point not in told]
        return sorted(left, key=lambda point: (-point.strength, -(point.side or 0), point.number))

    def _alike(self) -> Iterator[Thing]:
        """What the area looks like, as far as it is compared with anything."""
        if not self.values.asks_health:
            yield Bare(ThingKind.NOT_SHOWN)
            return
        made: dict[Role, list[bool]] = {}
        for value in self.values.health():
            for item in choice_figures(value):
                if item.verdict.outcome is not Outcome.NOT_COMPARED:
                    equal = item.verdict.size is SizeClass.EQUAL
                    made.setdefault(item.role, []).append(equal)
        if made:
            like = tuple(role for role, equal in made.items() if 2 * sum(equal) > len(equal))
            yield Alike(like, tuple(made))

    def _fillers(self, things: Sequence[Thing]) -> Iterator[Thing]:
        """What comes after the points, until there are three."""
        said = list(things)
        for thing in self._candidates():
            if not self._is_said(thing, said):
                said.append(thing)
                yield thing

    def _candidates(self) -> Iterator[Thing]:
        concerns = self.points.concerns
        yield from (_told(point) for point in concerns[:1])
        if not self.values.asks_health:
            yield Bare(ThingKind.NOT_SHOWN)
        also = [(gap, each) for each in self._also() for gap in (self._gap(each.indicator),)]
        for gap, each in also:
            if gap <= -self.limits.opening.ook_verschil:
                concern = next((one for one in concerns if one.story == each.story), None)
                yield each if concern is None else _told(concern)
        if self.ranges and self.ranges[0].width >= self.limits.opening.uiteen_spreiding:
            yield Apart(self.ranges[0])
        last = self.limits.opening.ook_laatst
        yield from (each for gap, each in also if gap < last)
        yield from (each for gap, each in also if gap >= last)
        yield from (Bare(kind) for kind in (ThingKind.ASK, ThingKind.OWN))
        yield Alike((), ())

    def _is_said(self, thing: Thing, said: Sequence[Thing]) -> bool:
        """Whether its story is on the page; the first concern comes in where none is said yet."""
        match thing:
            case Told():
                return any(each.kind is ThingKind.CONCERN for each in said) and (
                    self._story(thing) in {self._story(each) for each in said}
                )
            case Also() | Apart():
                return self._story(thing) in {self._story(each) for each in said}
            case _:
                return thing.kind in {each.kind for each in said}

    def _story(self, thing: Thing) -> str | None:
        match thing:
            case Told(point=point):
                return point.story
            case Also(story=story):
                return story
            case There(fact=fact):
                return self._story_of(fact.indicators[0])
            case Apart(range=found):
                return self._story_of(found.indicator)
            case _:
                return None

    def _story_of(self, indicator: str) -> str | None:
        return next((s.id for s in self.stories.values() if indicator in s.candidates), None)

    def _also(self) -> Iterator[Also]:
        for key in self.limits.opening.ook_hier:
            value, story = self.values.main(key), self._story_of(key)
            if value is None or value.observation.value is None or story is None:
                continue
            if key not in self.dropped:
                country = value.by_role(Role.COUNTRY)
                named = country is not None and country.verdict.side is not None
                far = abs(self._gap(key)) >= self.limits.opening.ook_verschil
                yield Also(key, story, named and far, self.age_effects.get(key))

    def _gap(self, indicator: str) -> float:
        """Printed points that a figure is more favourable than the country's; 0 without that."""
        value = self.values.main(indicator)
        country = None if value is None else value.by_role(Role.COUNTRY)
        if value is None or country is None or value.observation.value is None:
            return 0.0
        theirs = country.figure.value
        if theirs is None:
            return 0.0
        return value.sign * (half_up(value.observation.value) - half_up(theirs))

    def _rows(self) -> Iterator[OpeningRow]:
        points = self.points.all
        shown = {point.indicator for point in points}
        heads = [
            story.rij
            for story in sorted(self.stories.values(), key=lambda story: story.nummer)
            if story.rij is not None and story.rij not in shown and self._has_value(story.rij)
        ]
        rows = [OpeningRow(point.indicator, point) for point in points]
        rows += [OpeningRow(key) for key in heads]
        yield from rows[: self.limits.opening.rijen_hoogstens]

    def _has_value(self, indicator: str) -> bool:
        value = self.values.main(indicator)
        return value is not None and value.observation.value is not None


_SHOWN_FIRST = (
    *(ThingKind.STRENGTH, ThingKind.THERE, ThingKind.OWN, ThingKind.ALIKE, ThingKind.NOT_SHOWN),
    *(ThingKind.CONCERN, ThingKind.APART, ThingKind.ALSO, ThingKind.ASK),
)
_ORDER = {kind: place for place, kind in enumerate(_SHOWN_FIRST)}


def _told(point: TalkingPoint) -> Told:
    strength = point.side is PointSide.STRENGTH
    return Told(ThingKind.STRENGTH if strength else ThingKind.CONCERN, point)

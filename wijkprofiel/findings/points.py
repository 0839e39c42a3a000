"""The choice of at most five talking points: strengths first, then concerns.

For every figure f = direction * z, clipped, against near (the rest of the gemeente) and the
country, whether or not the page shows these, and S is their mean. A point has to be strong enough,
to be seen in the printed numbers, to lie on its own side of the country, and to hold once the share
of 65-plussers is accounted for. Figures that tell one story give one point on each side, and no
side takes more than two from one signal. The limits are those of `configs/oordeel.yaml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.definitions import IndicatorDefinition, Kind, SideForm
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.themes import Story
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import BenchmarkScope, Certainty, Outcome, Verdict
from wijkprofiel.findings.age_check import AgeCheck
from wijkprofiel.findings.benchmarks import Benchmarks
from wijkprofiel.findings.value_set import Values
from wijkprofiel.findings.values import BenchmarkFigure, IndicatorValue
from wijkprofiel.methods.rounding import half_up

HALF = 0.5
"""Of the people of a union: what is told of it has to be so where most of them live."""


class PointSide(IntEnum):
    """A strength or a concern; the number is the sign of S."""

    STRENGTH = 1
    CONCERN = -1


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """A figure that the meeting may talk about.

    Attributes:
        story, number, signal: what else moves together with it, and its place among the stories.
        side: None for a pinned point of which nothing can be said on its side.
        strength: s * S, rounded to 4 decimals, which is what points are ordered by.
        carrier: the comparison that the point rests on: of its side, with the largest f; the
            country for a pinned point that no comparison carries.
        young: whether it may hang together with the many young people who live there.
    """

    indicator: str
    story: str
    number: int
    signal: str | None
    side: PointSide | None
    strength: float
    carrier: Verdict
    pinned: bool = False
    young: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """What stands out in an area.

    Attributes:
        chosen: pinned points of which nothing can be said as a strength or a concern.
    """

    strengths: tuple[TalkingPoint, ...]
    concerns: tuple[TalkingPoint, ...]
    chosen: tuple[TalkingPoint, ...] = ()

    @property
    def all(self) -> tuple[TalkingPoint, ...]:
        """Every point, in the order of the page."""
        return (*self.strengths, *self.concerns, *self.chosen)

    def of(self, side: PointSide) -> tuple[TalkingPoint, ...]:
        """The points of one side, the strongest first."""
        return self.strengths if side is PointSide.STRENGTH else self.concerns


def choice_figures(value: IndicatorValue) -> tuple[BenchmarkFigure, ...]:
    """What decides whether a figure stands out: near and country.

    A gemeente that holds the area and cannot be taken apart understates the difference, so the
    country alone decides there.
    """
    return tuple(
        item
        for item in value.for_choice
        if item.role is Role.COUNTRY or item.verdict.scope is BenchmarkScope.REST
    )


def favourable(value: IndicatorValue, clip: float) -> dict[Role, float]:
    """F per role that could be compared with: direction * z, clipped."""
    return {
        item.role: max(-clip, min(clip, value.sign * item.verdict.z))
        for item in choice_figures(value)
        if item.verdict.outcome is not Outcome.NOT_COMPARED and item.verdict.z is not None
    }


def mean_strength(value: IndicatorValue, clip: float) -> float | None:
    """S: the mean of f against near and country; None where nothing could be compared."""
    found = favourable(value, clip)
    return sum(found.values()) / len(found) if found else None


def printed(definition: IndicatorDefinition, form: SideForm | None, value: float) -> float:
    """The number that a sentence prints before a complement is taken of it."""
    return half_up(value / (1 if form is None else form.deler), definition.decimalen)


@dataclass(frozen=True, slots=True)
class PointChooser:
    """Chooses the talking points of one area.

    Attributes:
        is_young: whether many people of 15 to 25 live there.
        pinned: indicators that the working group wants as a point, whatever the rules say.
        dropped: indicators that it does not want.
    """

    area: Area
    benchmarks: Benchmarks
    values: Values
    definitions: Mapping[str, IndicatorDefinition]
    stories: Mapping[str, Story]
    limits: JudgementLimits
    is_young: bool = False
    pinned: tuple[str, ...] = ()
    dropped: frozenset[str] = frozenset()

    def choose(self) -> Points:
        """Strengths and concerns, in order of strength."""
        pinned = list(self._pinned())
        taken = {point.story for point in pinned}
        chosen = {
            side: [point for point in pinned if point.side is side] + self._per_side(side, taken)
            for side in PointSide
        }
        neutral = [point for point in pinned if point.side is None][: self.limits.punten.hoogstens]
        strengths, concerns = self._share_out(
            chosen[PointSide.STRENGTH],
            chosen[PointSide.CONCERN],
            self.limits.punten.hoogstens - len(neutral),
        )
        return Points(strengths, concerns, tuple(neutral))

    @property
    def _adults(self) -> float:
        return people_of(self.area, AgeGroup.ADULTS) or 0.0

    @property
    def _is_small(self) -> bool:
        return self._adults < self.limits.mensen.alle_klassen_vanaf

    def _per_side(self, side: PointSide, taken: Iterable[str]) -> list[TalkingPoint]:
        """The headlines of one side, without the stories that a pinned point tells already."""
        if self._adults < self.limits.mensen.geen_oordeel_onder:
            return []
        left = [story for key, story in self.stories.items() if key not in set(taken)]
        found = [point for story in left if (point := self._headline(story, side)) is not None]
        ordered = sorted(found, key=lambda point: (-point.strength, point.number))
        points = self.limits.punten
        most = points.per_kant_klein_gebied if self._is_small else points.per_kant
        return list(_within_signals(ordered, points.per_signaal))[:most]

    def _headline(self, story: Story, side: PointSide) -> TalkingPoint | None:
        """The first in the order of a story that is nearly as strong as its strongest.

        A figure of a register takes part only where no health figure of the story stands out, and
        so not where the profile leaves one of these out.
        """
        order = story.order(side)
        found = [point for name in order if (point := self._point(name, story, side))]
        health = [point for point in found if self.definitions[point.indicator].is_health]
        unknown = [name for name in order if self._is_untold_health(name)]
        candidates = health or ([] if unknown else found)
        if not candidates:
            return None
        best = max(point.strength for point in candidates)
        enough = self.limits.punten.deel_van_sterkste * best
        return next(point for point in candidates if point.strength >= enough)

    def _is_untold_health(self, indicator: str) -> bool:
        return self.definitions[indicator].is_health and self.values.main(indicator) is None

    def _holds_throughout(self, value: IndicatorValue) -> bool:
        """Whether a figure of a union is sound, and most of its people live where it is so."""
        joined, limits = value.joined, self.limits.werkgebieden
        if joined is None:
            return True
        doubtful = (joined.deviation or 0.0) > limits.kanarie.voorbehoud
        widely = joined.agreeing is None or joined.agreeing >= HALF
        return widely and not doubtful

    def _point(self, indicator: str, story: Story, side: PointSide) -> TalkingPoint | None:
        value, form = self.values.main(indicator), self.definitions[indicator].sides.get(side)
        if value is None or form is None or indicator in self.dropped:
            return None
        if not self._holds_throughout(value):
            return None
        strength = mean_strength(value, self.limits.punten.hoogstens_z)
        carrier = self._carrier(value, side)
        if strength is None or carrier is None or side * strength < self._enough:
            return None
        if not self._shows(value, form, side) or not self._holds_for_age(value, strength):
            return None
        return self._made(value, story, side, strength, carrier)

    @property
    def _enough(self) -> float:
        points = self.limits.punten
        return points.sterkte_klein_gebied if self._is_small else points.sterkte

    def _carrier(self, value: IndicatorValue, side: PointSide) -> Verdict | None:
        """The comparison with the largest f of this side, if that is certain enough to carry it."""
        found = favourable(value, self.limits.punten.hoogstens_z)
        large = [
            (side * found[item.role], item.role is Role.COUNTRY, item.verdict)
            for item in choice_figures(value)
            if item.role in found
            and side * found[item.role] >= self.limits.punten.drager_z
            and item.verdict.printed_difference
        ]
        if not large:
            return None
        *_, verdict = max(large, key=lambda item: item[:2])
        return None if verdict.certainty is Certainty.WITHIN else verdict

    def _shows(self, value: IndicatorValue, form: SideForm, side: PointSide) -> bool:
        """Whether the printed numbers show the difference, and the country lies on that side."""
        definition = self.definitions[value.indicator]
        denominator = value.observation.denominator
        if denominator is not None and denominator < self.limits.punten.noemer_register:
            return False
        distance = definition.soort is Kind.DISTANCE
        least = (
            self.limits.punten.verschil_land_km if distance else self.limits.punten.verschil_land
        )
        differences = {
            item.role: side * value.sign * self._difference(value, item.verdict, definition, form)
            for item in choice_figures(value)
            if item.verdict.outcome is not Outcome.NOT_COMPARED
        }
        if differences.get(Role.COUNTRY, 0.0) < least or differences.get(Role.NEAR, 0.0) < 0:
            return False
        place = 50.0 if value.place is None else value.place
        return side * (place - 50) >= 0

    def _difference(
        self,
        value: IndicatorValue,
        verdict: Verdict,
        definition: IndicatorDefinition,
        form: SideForm,
    ) -> float:
        assert value.observation.value is not None  # compared, so there is a figure
        assert verdict.printed_value is not None
        own = printed(definition, form, value.observation.value)
        return half_up(own - printed(definition, form, verdict.printed_value), definition.decimalen)

    def _holds_for_age(self, value: IndicatorValue, strength: float) -> bool:
        """Whether enough of S is left once the share of 65-plussers is accounted for."""
        elderly = self.values.elderly(value.indicator)
        if elderly is None:
            return True
        check = AgeCheck(self.area, self.benchmarks, value, elderly)
        return check.holds(strength, self.limits)

    def _made(
        self,
        value: IndicatorValue,
        story: Story,
        side: PointSide | None,
        strength: float,
        carrier: Verdict,
        *,
        pinned: bool = False,
    ) -> TalkingPoint:
        young = side is not None and value.indicator in self.limits.jongeren.of(side)
        return TalkingPoint(
            indicator=value.indicator,
            story=story.id,
            number=story.nummer,
            signal=story.signaal,
            side=side,
            strength=round(abs(strength), 4),
            carrier=carrier,
            pinned=pinned,
            young=self.is_young and young,
        )

    def _pinned(self) -> Iterator[TalkingPoint]:
        """The points that the working group wants; the sign of S gives the side."""
        for indicator in self.pinned:
            value, story = self.values.main(indicator), self._story_of(indicator)
            strength = (
                None if value is None else mean_strength(value, self.limits.punten.hoogstens_z)
            )
            if value is None or story is None or not strength:
                continue
            wanted = PointSide.STRENGTH if strength > 0 else PointSide.CONCERN
            side = wanted if wanted in self.definitions[indicator].sides else None
            carrier = self._carrier(value, wanted) or choice_figures(value)[-1].verdict
            yield self._made(value, story, side, strength, carrier, pinned=True)

    def _story_of(self, indicator: str) -> Story | None:
        return next((s for s in self.stories.values() if indicator in s.candidates), None)

    def _share_out(
        self, strengths: list[TalkingPoint], concerns: list[TalkingPoint], most: int
    ) -> tuple[tuple[TalkingPoint, ...], tuple[TalkingPoint, ...]]:
        """What stays of both sides; together they are `most` points at most."""
        room = min(most, max(self.limits.punten.ruimte_voor_krachten, most - len(concerns)))
        kept = tuple(strengths[:room])
        return kept, tuple(concerns[: most - len(kept)])


def _within_signals(points: Iterable[TalkingPoint], most: int) -> Iterator[TalkingPoint]:
    """The points without those that a signal has enough of already."""
    told: Counter[str] = Counter()
    for point in points:
        if point.signal is None or told[point.signal] < most:
            yield point
            told.update(filter(None, [point.signal]))

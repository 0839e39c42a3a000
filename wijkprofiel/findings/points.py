"""The choice of at most five talking points: strengths first, then concerns.

For every figure f = direction * z against each benchmark, clipped, and S is their mean. A point
has to be strong enough, to have a word of its side and none of the other, to be unusual among
wijken, and to hold once the share of 65-plussers is accounted for. Figures that tell one story
give one point on each side. The limits are those of `configs/oordeel.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.definitions import PointUse
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.themes import Story
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.verdict import Certainty, Outcome, Side, Verdict
from wijkprofiel.findings.age_check import AgeCheck
from wijkprofiel.findings.values import IndicatorValue

ValuesByKey = Mapping[tuple[str, AgeGroup], IndicatorValue]


class PointSide(IntEnum):
    """A strength or a concern; the number is the sign of S."""

    STRENGTH = 1
    CONCERN = -1


class PointLevel(IntEnum):
    """How large the difference behind a point is."""

    PLAIN = 0
    SMALL = 1


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """A figure that the meeting may talk about.

    Attributes:
        side: None for a pinned point of which no verdict names a side.
        strength: s * S, rounded to 4 decimals, which is what points are ordered by.
        carried_by: the benchmark that the point rests on: of its side, with the largest |z|;
            the first one for a pinned point of which no verdict names that side.
    """

    value: IndicatorValue
    story: Story
    side: PointSide | None
    level: PointLevel
    strength: float
    carried_by: int
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """What stands out in a region.

    Attributes:
        chosen: pinned points that are neither a strength nor a concern.
        fallback: without a concern, the figure whose number of people is told instead.
    """

    strengths: tuple[TalkingPoint, ...]
    concerns: tuple[TalkingPoint, ...]
    chosen: tuple[TalkingPoint, ...]
    fallback: IndicatorValue | None

    @property
    def all(self) -> tuple[TalkingPoint, ...]:
        """Every point, in the order of the page."""
        return (*self.strengths, *self.concerns, *self.chosen)

    @property
    def nothing_plain(self) -> bool:
        """Whether no point reaches the plain level, so that the wijk is like the others."""
        return not any(
            point.level is PointLevel.PLAIN for point in (*self.strengths, *self.concerns)
        )


def favourable_strengths(value: IndicatorValue, clip: float) -> list[float]:
    """F per benchmark that could be compared with: direction * z, clipped."""
    sign = value.definition.direction_for(value.age).sign
    return [
        max(-clip, min(clip, sign * verdict.z))
        for verdict in value.verdicts
        if verdict.outcome is not Outcome.NOT_COMPARED and verdict.z is not None
    ]


def mean_strength(value: IndicatorValue, clip: float) -> float | None:
    """S: the mean of f over the benchmarks; None where nothing could be compared."""
    strengths = favourable_strengths(value, clip)
    return sum(strengths) / len(strengths) if strengths else None


@dataclass(frozen=True, slots=True)
class PointChooser:
    """Chooses the talking points of one region.

    Attributes:
        pinned: indicators that the working group wants as a point, whatever the rules say.
        dropped: indicators that it does not want.
    """

    region: Region
    values: ValuesByKey
    stories: Mapping[str, Story]
    limits: JudgementLimits
    pinned: tuple[str, ...] = ()
    dropped: frozenset[str] = frozenset()

    def choose(self) -> Points:
        """Strengths and concerns, in order of strength."""
        pinned = list(self._pinned())
        taken = {point.story.id for point in pinned}
        candidates = [point for point in self._candidates() if point.story.id not in taken]
        chosen = {
            side: [point for point in pinned if point.side is side]
            + self._per_side(candidates, side)
            for side in PointSide
        }
        neutral = tuple(point for point in pinned if point.side is None)
        neutral = neutral[: self.limits.punten.hoogstens]
        strengths, concerns = self._share_out(
            chosen[PointSide.STRENGTH],
            chosen[PointSide.CONCERN],
            self.limits.punten.hoogstens - len(neutral),
        )
        return Points(
            strengths=strengths,
            concerns=concerns,
            chosen=neutral,
            fallback=None if concerns else self._fallback(neutral),
        )

    def _candidates(self) -> Iterable[TalkingPoint]:
        people = people_of(self.region, AgeGroup.ADULTS)
        if people is None or people < self.limits.mensen.geen_oordeel_onder:
            return
        for story in self.stories.values():
            for indicator in story.volgorde if story.punt else ():
                if indicator in self.dropped:
                    continue
                value = self.values.get((indicator, AgeGroup.ADULTS))
                point = None if value is None else self._point(value, story)
                if point is not None and self._holds_for_age(point):
                    yield point

    def _pinned(self) -> Iterable[TalkingPoint]:
        """The points that the working group wants; without a judgement there is no side."""
        for indicator in self.pinned:
            value = self.values.get((indicator, AgeGroup.ADULTS))
            story = self._story_of(indicator)
            strength = None if value is None else mean_strength(value, self._clip)
            if value is None or story is None or not strength:
                continue
            side = _pinned_side(value, strength)
            carrier = None if side is None else _carrier(value, side)
            yield TalkingPoint(
                value=value,
                story=story,
                side=side,
                level=PointLevel.PLAIN,
                strength=round(abs(strength), 4),
                carried_by=0 if carrier is None else carrier,
                pinned=True,
            )

    def _story_of(self, indicator: str) -> Story | None:
        return next((s for s in self.stories.values() if indicator in s.volgorde), None)

    def _point(self, value: IndicatorValue, story: Story) -> TalkingPoint | None:
        strength = mean_strength(value, self.limits.punten.hoogstens_z)
        if not strength:
            return None
        side = PointSide.STRENGTH if strength > 0 else PointSide.CONCERN
        use = value.definition.punt
        allowed = use is PointUse.YES or (
            use is PointUse.STRENGTH_ONLY and side is PointSide.STRENGTH
        )
        level = self._level(value, side, abs(strength)) if allowed else None
        carrier = _carrier(value, side)
        if level is None or carrier is None:
            return None
        return TalkingPoint(value, story, side, level, round(abs(strength), 4), carrier)

    def _level(self, value: IndicatorValue, side: PointSide, strength: float) -> PointLevel | None:
        words = [verdict for verdict in value.verdicts if verdict.side is not None]
        if any(_side_of(verdict) is not side for verdict in words) or not words:
            return None
        if not self._unusual(value, side):
            return None
        largest = max(abs(verdict.z or 0.0) for verdict in words)
        points = self.limits.punten
        if strength >= points.sterkte and largest >= self.limits.grootte.gewoon:
            return PointLevel.PLAIN
        people = people_of(self.region, AgeGroup.ADULTS) or 0
        if strength >= points.sterkte_klein and people >= points.klein_vanaf_mensen:
            return PointLevel.SMALL
        return None

    def _unusual(self, value: IndicatorValue, side: PointSide) -> bool:
        sign = value.definition.direction_for(value.age).sign
        near = value.verdicts[0]
        is_near = near.benchmark != "land" and near.z is not None
        if is_near and side * sign * (near.z or 0.0) >= self.limits.punten.opvallend_z:
            return True
        if value.percentile is None:
            return False
        favourable = value.percentile if sign > 0 else 100 - value.percentile
        place = favourable if side is PointSide.STRENGTH else 100 - favourable
        return place >= 100 * self.limits.punten.opvallend_plaats

    def _holds_for_age(self, point: TalkingPoint) -> bool:
        """Whether enough of S is left once the share of 65-plussers is accounted for."""
        elderly = self.values.get((point.value.definition.id, AgeGroup.ELDERLY))
        if elderly is None:
            return True
        check = AgeCheck(self.region, point.value, elderly)
        return check.holds((point.side or 0) * point.strength, self.limits)

    @property
    def _clip(self) -> float:
        return self.limits.punten.hoogstens_z

    def _per_side(self, candidates: list[TalkingPoint], side: PointSide) -> list[TalkingPoint]:
        """One point per story on one side; small ones only where that side has nothing else."""
        mine = [point for point in candidates if point.side is side]
        plain = [point for point in mine if point.level is PointLevel.PLAIN]
        headlines = self._headlines(plain or mine)
        ordered = sorted(headlines, key=lambda point: (-point.strength, point.story.nummer))
        return self._within_signals(ordered)

    def _headlines(self, points: list[TalkingPoint]) -> list[TalkingPoint]:
        """One per story: the first in its order that is nearly as strong as its strongest."""
        found = []
        for story in self.stories.values():
            mine = [point for point in points if point.story.id == story.id]
            if mine:
                enough = self.limits.punten.deel_van_sterkste * max(p.strength for p in mine)
                found.append(next(point for point in mine if point.strength >= enough))
        return found

    def _within_signals(self, points: list[TalkingPoint]) -> list[TalkingPoint]:
        kept: list[TalkingPoint] = []
        for point in points:
            same = [
                p for p in kept if point.story.signaal and p.story.signaal == point.story.signaal
            ]
            if len(same) < self.limits.punten.hoogstens_per_signaal:
                kept.append(point)
        return kept

    def _share_out(
        self, strengths: list[TalkingPoint], concerns: list[TalkingPoint], most: int
    ) -> tuple[tuple[TalkingPoint, ...], tuple[TalkingPoint, ...]]:
        """What stays of both sides; together they are `most` points at most."""
        room = min(most, max(self.limits.punten.ruimte_voor_krachten, most - len(concerns)))
        kept = tuple(strengths[:room])
        return kept, tuple(concerns[: most - len(kept)])

    def _fallback(self, shown: tuple[TalkingPoint, ...]) -> IndicatorValue | None:
        """Of the figures that touch many people anyway and are not shown, the least favourable."""
        told = {point.value.definition.id for point in shown}
        known = [
            (min(strengths), value)
            for indicator in self.limits.punten.zonder_zorgpunt
            if indicator not in told
            and (value := self.values.get((indicator, AgeGroup.ADULTS))) is not None
            and (strengths := favourable_strengths(value, self._clip))
        ]
        return min(known, key=lambda item: item[0])[1] if known else None


def _side_of(verdict: Verdict) -> PointSide:
    return PointSide.STRENGTH if verdict.side is Side.FAVOURABLE else PointSide.CONCERN


def _pinned_side(value: IndicatorValue, strength: float) -> PointSide | None:
    """The side that the verdicts name; where they differ, that of the mean; None without any."""
    if all(verdict.side is None for verdict in value.verdicts):
        return None
    return PointSide.STRENGTH if strength > 0 else PointSide.CONCERN


def _carrier(value: IndicatorValue, side: PointSide) -> int | None:
    """The benchmark with the largest difference of this side, if that lies outside the margins."""
    places = [
        place
        for place, verdict in enumerate(value.verdicts)
        if verdict.side is not None and _side_of(verdict) is side
    ]
    if not places:
        return None
    best = max(places, key=lambda place: abs(value.verdicts[place].z or 0.0))
    return None if value.verdicts[best].certainty is Certainty.WITHIN else best


def sharing_a_signal(
    points: tuple[TalkingPoint, ...],
) -> Iterator[tuple[TalkingPoint, TalkingPoint]]:
    """Pairs that are moved by one signal, so that the second is no separate news."""
    first: dict[str, TalkingPoint] = {}
    for point in points:
        signal = point.story.signaal
        if signal is None:
            continue
        if signal in first:
            yield first[signal], point
        else:
            first[signal] = point

"""The choice of talking points, worked out again from the records of a profile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.golden.oracle import ALL_CLASSES, FEWEST, PLAIN, SIGNS, Surroundings
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.themes import Story
from wijkprofiel.documents.profile.model import FigureRecord
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.verdict import Verdict

STRONG, STRONG_ENOUGH = 0.75, 0.5
MOST, ROOM_FOR_STRENGTHS, MOST_PER_SIGNAL = 5, 2, 2
CLIP, UNUSUAL_Z, UNUSUAL_PLACE, NEARLY, LEFT_OVER = 2.5, 1.0, 75.0, 0.8, 0.5
WITHOUT_CONCERN = ("eenzaam", "moeite_met_rondkomen", "roker")
SIDES = {1: "gunstiger", -1: "ongunstiger"}

Records = Mapping[tuple[str, AgeGroup], FigureRecord]


@dataclass(frozen=True)
class Point:
    """A point that belongs on the first page; `side` is 1 for a strength."""

    indicator: str
    story: Story
    side: int
    strength: float
    small: bool


def clipped(value: float) -> float:
    return max(-CLIP, min(CLIP, value))


def elderly_share(region: Region) -> float | None:
    if region.elderly is None or not region.adults:
        return None
    return min(0.999, region.elderly / region.adults)


@dataclass(frozen=True)
class Choice:
    """Chooses, with the limits above."""

    around: Surroundings
    records: Records
    definitions: Mapping[str, IndicatorDefinition]
    stories: Mapping[str, Story]

    def points(self) -> tuple[list[Point], list[Point]]:
        """Strengths and concerns, as they should stand on the page."""
        found = list(self._eligible())
        heads = {side: self._heads(found, side) for side in (1, -1)}
        strengths, concerns = (_within_signals(heads[side]) for side in (1, -1))
        strengths = strengths[: max(ROOM_FOR_STRENGTHS, MOST - len(concerns))]
        return strengths, concerns[: MOST - len(strengths)]

    def strength(self, record: FigureRecord) -> float | None:
        """S: the mean of the favourable differences, each clipped."""
        sign = SIGNS[self.definitions[record.indicator].richting]
        values = [
            clipped(sign * verdict.z) for verdict in _compared(record) if verdict.z is not None
        ]
        return sum(values) / len(values) if values else None

    def least_favourable(self) -> str | None:
        """The figure whose number of people is told where there is no concern."""
        found = []
        for indicator in WITHOUT_CONCERN:
            record = self.records[(indicator, AgeGroup.ADULTS)]
            sign = SIGNS[self.definitions[indicator].richting]
            values = [clipped(sign * v.z) for v in _compared(record) if v.z is not None]
            if values:
                found.append((min(values), indicator))
        return min(found, key=lambda item: item[0])[1] if found else None

    def explained_by_age(self, indicator: str) -> bool:
        """Whether less than half of S is left once the share of 65-plussers is taken out."""
        record = self.records[(indicator, AgeGroup.ADULTS)]
        elderly = self.records.get((indicator, AgeGroup.ELDERLY))
        strength = self.strength(record)
        if elderly is None or not strength:
            return False
        sign = SIGNS[self.definitions[indicator].richting]
        left = [
            clipped(sign * adjusted)
            for place, verdict in enumerate(j.verdict for j in record.judgements)
            if verdict.outcome.value != "niet_vergeleken"
            and (adjusted := self._adjusted(record, elderly, place)) is not None
        ]
        if not left:
            return False
        adjusted_strength = sum(left) / len(left)
        return adjusted_strength * (1 if strength > 0 else -1) < LEFT_OVER * abs(strength)

    def _adjusted(self, record: FigureRecord, elderly: FigureRecord, place: int) -> float | None:
        verdict = record.judgements[place].verdict
        own = elderly_share(self.around.region)
        theirs = elderly_share(self.around.areas[verdict.benchmark])
        all_adults = record.benchmark_figures[place].value
        old = elderly.benchmark_figures[place].value
        if None in (own, theirs, all_adults, old, verdict.z, verdict.spread):
            return None
        assert own is not None
        assert theirs is not None
        assert all_adults is not None
        assert old is not None
        assert verdict.z is not None
        assert verdict.spread is not None
        young = (all_adults - theirs * old) / (1 - theirs)
        explained = (own - theirs) * (old - young)
        if verdict.scope.value == "rest":
            explained /= 1 - (verdict.share or 0.0)
        return verdict.z - explained / verdict.spread

    def _eligible(self) -> Iterator[Point]:
        if (self.around.region.adults or 0) < FEWEST:
            return
        for story in self.stories.values():
            for indicator in story.volgorde if story.punt else ():
                point = self._point(indicator, story)
                if point is not None and not self.explained_by_age(indicator):
                    yield point

    def _point(self, indicator: str, story: Story) -> Point | None:
        record = self.records[(indicator, AgeGroup.ADULTS)]
        strength = self.strength(record)
        if not strength:
            return None
        side = 1 if strength > 0 else -1
        use = self.definitions[indicator].punt.value
        if use == "nee" or (use == "kracht" and side < 0) or not self._is_unusual(record, side):
            return None
        named = [v for v in _compared(record) if v.side is not None]
        if not named or any(v.side != SIDES[side] for v in named):
            return None
        point = Point(indicator, story, side, round(abs(strength), 4), small=False)
        if abs(strength) >= STRONG and max(abs(v.z or 0) for v in named) >= PLAIN:
            return point
        if abs(strength) >= STRONG_ENOUGH and (self.around.region.adults or 0) >= ALL_CLASSES:
            return Point(indicator, story, side, point.strength, small=True)
        return None

    def _is_unusual(self, record: FigureRecord, side: int) -> bool:
        sign = SIGNS[self.definitions[record.indicator].richting]
        near = record.judgements[0].verdict
        if near.benchmark != "land" and side * sign * (near.z or 0.0) >= UNUSUAL_Z:
            return True
        if record.percentile is None:
            return False
        place = record.percentile if sign * side > 0 else 100 - record.percentile
        return place >= UNUSUAL_PLACE

    def _heads(self, found: list[Point], side: int) -> list[Point]:
        """One point per story, the strongest first."""
        mine = [point for point in found if point.side == side]
        mine = [point for point in mine if not point.small] or mine
        heads = []
        for story in self.stories.values():
            told = [point for point in mine if point.story.id == story.id]
            if told:
                enough = NEARLY * max(point.strength for point in told)
                heads.append(next(point for point in told if point.strength >= enough))
        return sorted(heads, key=lambda point: (-point.strength, point.story.nummer))


def _within_signals(heads: list[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in heads:
        same = [p for p in kept if p.story.signaal == point.story.signaal]
        if len(same) < MOST_PER_SIGNAL:
            kept.append(point)
    return kept


def _compared(record: FigureRecord) -> list[Verdict]:
    verdicts = (judgement.verdict for judgement in record.judgements)
    return [verdict for verdict in verdicts if verdict.outcome.value != "niet_vergeleken"]

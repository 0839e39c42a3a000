"""The choice of talking points, worked out again from the records of a profile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tests.golden.oracle import ALL_CLASSES, FEWEST, SIGNS, Surroundings, rounded
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.themes import Story
from wijkprofiel.documents.profile.model import FigureRecord
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.verdict import Verdict

STRONG, STRONG_IF_SMALL, CARRIES = 0.75, 1.0, 1.0
SEEN, SEEN_KM = 2, 1
MOST, ROOM_FOR_STRENGTHS, MOST_A_SIDE, MOST_PER_SIGNAL = 5, 2, 3, 2
PEOPLE_OF_REGISTER = 500
CLIP, NEARLY, LEFT_OVER = 2.5, 0.8, 0.5
NEAR, COUNTRY = "gemeente", "land"

Records = Mapping[tuple[str, AgeGroup], FigureRecord]


@dataclass(frozen=True)
class Point:
    """A point that belongs in the profile; `side` is 1 for a strength."""

    indicator: str
    story: Story
    side: int
    strength: float


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

    @property
    def _adults(self) -> float:
        return self.around.region.adults or 0

    def points(self) -> tuple[list[Point], list[Point]]:
        """Strengths and concerns, as they should stand in the profile."""
        strengths, concerns = (self._side(side) for side in (1, -1))
        strengths = strengths[: max(ROOM_FOR_STRENGTHS, MOST - len(concerns))]
        return strengths, concerns[: MOST - len(strengths)]

    def main(self, indicator: str) -> FigureRecord | None:
        for age in (AgeGroup.ALL, AgeGroup.ADULTS):
            if (indicator, age) in self.records:
                return self.records[(indicator, age)]
        return None

    def strength(self, record: FigureRecord) -> float | None:
        """S: the mean of the favourable differences, each clipped."""
        values = list(self._favourable(record).values())
        return sum(values) / len(values) if values else None

    def _favourable(self, record: FigureRecord) -> dict[str, float]:
        sign = SIGNS[self.definitions[record.indicator].richting]
        return {v.benchmark: clipped(sign * v.z) for v in _deciding(record) if v.z is not None}

    def explained_by_age(self, indicator: str) -> bool:
        """Whether less than half of S is left once the share of 65-plussers is taken out."""
        record, elderly = self.main(indicator), self.records.get((indicator, AgeGroup.ELDERLY))
        strength = None if record is None else self.strength(record)
        if record is None or elderly is None or not strength:
            return False
        sign = SIGNS[self.definitions[indicator].richting]
        deciding = {verdict.benchmark for verdict in _deciding(record)}
        left = [
            clipped(sign * adjusted)
            for place, verdict in enumerate(j.verdict for j in record.judgements)
            if verdict.benchmark in deciding
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

    def _side(self, side: int) -> list[Point]:
        """One point per story, the strongest first, not three of one signal."""
        if self._adults < FEWEST or not any(r.observation.value for r in self._health()):
            return []
        heads = [head for story in self.stories.values() if (head := self._head(story, side))]
        heads.sort(key=lambda point: (-point.strength, point.story.nummer))
        kept: list[Point] = []
        for point in heads:
            same = [p for p in kept if p.story.signaal == point.story.signaal]
            if len(same) < MOST_PER_SIGNAL:
                kept.append(point)
        return kept[: MOST_A_SIDE if self._adults >= ALL_CLASSES else 1]

    def _health(self) -> Iterator[FigureRecord]:
        for (_, age), record in self.records.items():
            if age is AgeGroup.ADULTS:
                yield record

    def _head(self, story: Story, side: int) -> Point | None:
        order = story.volgorde_krachten if side > 0 else story.volgorde_zorgen
        points = [p for name in order if (p := self._point(name, story, side))]
        health = [p for p in points if (p.indicator, AgeGroup.ADULTS) in self.records]
        told = health or points
        if not told:
            return None
        enough = NEARLY * max(point.strength for point in told)
        return next(point for point in told if point.strength >= enough)

    def _point(self, indicator: str, story: Story, side: int) -> Point | None:
        record = self.main(indicator)
        strength = None if record is None else self.strength(record)
        if record is None or strength is None:
            return None
        least = STRONG if self._adults >= ALL_CLASSES else STRONG_IF_SMALL
        if side * strength < least or not self._is_seen(record, side):
            return None
        people = record.observation.denominator
        if people is not None and people < PEOPLE_OF_REGISTER:
            return None
        if self.explained_by_age(indicator):
            return None
        return Point(indicator, story, side, round(abs(strength), 4))

    def _is_seen(self, record: FigureRecord, side: int) -> bool:
        """Whether one comparison carries it, in numbers that differ as they are printed."""
        differences = {v.benchmark: self._difference(record, v, side) for v in _deciding(record)}
        carried = any(
            side * f >= CARRIES and differences[key] for key, f in self._favourable(record).items()
        )
        least = SEEN_KM if self.definitions[record.indicator].soort.value == "afstand" else SEEN
        return (
            carried and differences.get(COUNTRY, Decimal(0)) >= least
            and differences.get(NEAR, Decimal(0)) >= 0
        )  # fmt: skip

    def _difference(self, record: FigureRecord, verdict: Verdict, side: int) -> Decimal:
        """How much more of its side the printed number says."""
        definition = self.definitions[record.indicator]
        per = 10 if definition.eenheid.value == "per_1000" else 1
        own, theirs = record.observation.value, verdict.printed_value
        assert own is not None
        assert theirs is not None
        printed = (rounded(value / per, definition.decimalen) for value in (own, theirs))
        here, there = printed
        return side * SIGNS[definition.richting] * (here - there)


def _deciding(record: FigureRecord) -> list[Verdict]:
    """The verdicts that decide: against the rest of the gemeente and the country."""
    verdicts = (judgement.verdict for judgement in record.judgements)
    return [
        verdict
        for verdict in verdicts
        if verdict.outcome.value != "niet_vergeleken"
        and (verdict.benchmark == COUNTRY or _is_rest(verdict))
    ]


def _is_rest(verdict: Verdict) -> bool:
    return verdict.benchmark == NEAR and verdict.scope.value == "rest"

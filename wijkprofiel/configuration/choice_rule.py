"""What decides which health figures stand out, apart from everything that is only said or shown."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.themes import Story
from wijkprofiel.domain.observation import AgeGroup

SIDES = (1, -1)
"""Strengths and concerns."""


@dataclass(frozen=True, slots=True)
class StoryRule:
    """Which figures of a story may stand out.

    Attributes:
        number: place among the stories, which settles ties.
        signal: what moves together with other stories; None with none.
        orders: per side the figures that may stand out, the one that goes first in front.
    """

    number: int
    signal: str | None
    orders: Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class FigureRule:
    """How a figure is judged: its favourable side (+1 high, -1 low) and its printed decimals."""

    sign: int
    decimals: int


@dataclass(frozen=True, slots=True)
class ChoiceRule:
    """The rule by which health figures become points, without the words."""

    limits: JudgementLimits
    stories: tuple[StoryRule, ...]
    figures: Mapping[str, FigureRule]

    @classmethod
    def of(
        cls,
        limits: JudgementLimits,
        stories: Iterable[Story],
        indicators: Iterable[IndicatorDefinition],
    ) -> ChoiceRule:
        """The rule of a configuration."""
        health = {each.id: each for each in indicators if each.is_health}

        def orders(story: Story) -> dict[int, tuple[str, ...]]:
            return {
                side: tuple(
                    name
                    for name in story.order(side)
                    if name in health and side in health[name].sides
                )
                for side in SIDES
            }

        rules = tuple(
            StoryRule(story.nummer, story.signaal, orders(story))
            for story in sorted(stories, key=lambda each: each.nummer)
        )
        used = {name for rule in rules for order in rule.orders.values() for name in order}
        return cls(
            limits,
            tuple(rule for rule in rules if any(rule.orders.values())),
            {
                name: FigureRule(each.direction_for(AgeGroup.ADULTS).sign, each.decimalen)
                for name, each in health.items()
                if name in used
            },
        )

    def fingerprint(self) -> str:
        """Short hash of the rule; numbers that were counted with another one do not fit."""
        parts = ("mensen", "rest", "punten", "leeftijd")
        decides = {
            "limits": self.limits.model_dump(mode="json", include=set(parts)),
            "stories": [asdict(story) for story in self.stories],
            "figures": {name: asdict(rule) for name, rule in self.figures.items()},
        }
        text = json.dumps(decides, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:12]

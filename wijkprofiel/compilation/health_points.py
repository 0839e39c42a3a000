"""How many health points each wijk has, for all wijken at once.

The rule of `findings.points` without words, pins and registers, on whole arrays: it is asked tens
of times over thousands of wijken, to count what chance alone would give. A test holds the two
together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from wijkprofiel.configuration.choice_rule import SIDES, ChoiceRule
from wijkprofiel.edition.packing import Flags, Floats, Places

_Z_DECIMALS, _STRENGTH_DECIMALS = 6, 4
_NOISE = 1e-9
"""Binary noise, which is no half and no limit."""


@dataclass(frozen=True)
class Against:
    """What the figures of wijken are compared with: a wijk per row, a figure per column.

    Attributes:
        judged: NaN where nothing is compared with.
        printed: what is printed for it.
        guard: error that rounding may have caused, one per wijk.
        by_age: part of the difference that the share of 65-plussers explains; NaN if unknown.
    """

    judged: Floats
    printed: Floats
    guard: Floats
    by_age: Floats

    @classmethod
    def same_for_all(cls, figures: Floats, wijken: int) -> Against:
        """One row of figures for all wijken, of which age explains nothing."""
        rows = np.tile(figures, (wijken, 1))
        return cls(rows, rows, np.zeros(wijken), np.full(rows.shape, np.nan))


@dataclass(frozen=True)
class WijkFigures:
    """Health figures of wijken.

    Attributes:
        names: indicators, one per column.
        figures: a wijk per row.
        spreads: of each figure between wijken.
        adults: per wijk.
    """

    names: tuple[str, ...]
    figures: Floats
    spreads: Floats
    adults: Floats
    country: Against
    near: Against


@dataclass(frozen=True)
class PointCounts:
    """Points per wijk."""

    strengths: Places
    concerns: Places

    @property
    def all(self) -> Places:
        """Strengths and concerns together."""
        return self.strengths + self.concerns


def count_points(wijken: WijkFigures, rule: ChoiceRule) -> PointCounts:
    """Count the points of each wijk."""
    points = rule.limits.punten
    choice = _Choice(wijken, rule)
    strengths, concerns = (choice.headlines(side) for side in SIDES)
    room = np.maximum(points.ruimte_voor_krachten, points.hoogstens - concerns)
    kept = np.minimum(strengths, room)
    return PointCounts(kept, np.minimum(concerns, points.hoogstens - kept))


@dataclass(frozen=True)
class _Choice:
    """The steps of the rule, each over all wijken."""

    wijken: WijkFigures
    rule: ChoiceRule

    @property
    def _both(self) -> tuple[Against, Against]:
        return self.wijken.country, self.wijken.near

    @cached_property
    def _signs(self) -> Places:
        return np.array([self.rule.figures[name].sign for name in self.wijken.names])

    @cached_property
    def _small(self) -> Flags:
        limit = self.rule.limits.mensen.alle_klassen_vanaf
        return np.asarray(self.wijken.adults < limit)

    @cached_property
    def _favourable(self) -> list[Floats]:
        """F against country and near, clipped."""
        return [self._clipped(self._distance(against)) for against in self._both]

    @cached_property
    def _strength(self) -> Floats:
        return _mean(self._favourable)

    @cached_property
    def _printed(self) -> list[Floats]:
        """The printed difference with country and near, positive on the favourable side."""
        own = self._round(self.wijken.figures)
        return [
            self._signs * self._round(own - self._round(against.printed)) for against in self._both
        ]

    @cached_property
    def _left_of_age(self) -> Floats:
        """S without what age explains; NaN where that is unknown."""
        spreads = self.wijken.spreads
        return _mean(
            [
                self._clipped(self._distance(against) - against.by_age / spreads)
                for against in self._both
            ]
        )

    def _distance(self, against: Against) -> Floats:
        """The difference in spreads, with the guard taken off."""
        difference = self.wijken.figures - against.judged
        left = np.maximum(0, np.abs(difference) - against.guard[:, None])
        return np.round(np.copysign(left, difference) / self.wijken.spreads, _Z_DECIMALS)

    def _clipped(self, distance: Floats) -> Floats:
        most = self.rule.limits.punten.hoogstens_z
        return np.clip(self._signs * distance, -most, most)

    def _round(self, figures: Floats) -> Floats:
        """Halves away from zero, at the decimals that are printed."""
        scales = 10.0 ** np.array([self.rule.figures[name].decimals for name in self.wijken.names])
        wholes = np.floor(np.abs(figures) * scales + 0.5 + _NOISE)
        return np.asarray(np.copysign(wholes / scales, figures))

    def _stands_out(self, side: int) -> Flags:
        """Which figures may be a point of this side."""
        points, age = self.rule.limits.punten, self.rule.limits.leeftijd
        strong = side * self._strength
        enough = np.where(self._small, points.sterkte_klein_gebied, points.sterkte)[:, None]
        carried = [
            (side * distance >= points.drager_z) & (printed != 0)
            for distance, printed in zip(self._favourable, self._printed, strict=True)
        ]
        by_country, by_near = (side * printed for printed in self._printed)
        aged = side * self._left_of_age < age.houdt_over * np.abs(self._strength)
        return np.asarray(
            (strong >= enough)
            & (carried[0] | carried[1])
            & (by_country >= points.verschil_land)
            & ~(by_near < 0)
            & ~aged
        )

    def _strongest(self, side: int) -> Floats:
        """Per wijk and story the strength of its headline; -inf without one."""
        strong = np.where(self._stands_out(side), side * self._strength, -np.inf)
        strong = np.round(strong, _STRENGTH_DECIMALS)
        least = self.rule.limits.punten.deel_van_sterkste
        found = np.full((len(strong), len(self.rule.stories)), -np.inf)
        for place, story in enumerate(self.rule.stories):
            columns = [self.wijken.names.index(name) for name in story.orders[side]]
            if columns:
                mine = strong[:, columns]
                first = np.argmax(mine >= least * mine.max(axis=1, keepdims=True), axis=1)
                found[:, place] = mine[np.arange(len(mine)), first]
        return found

    def headlines(self, side: int) -> Places:
        """How many points of a side each wijk has, before both sides share the room."""
        points, strongest = self.rule.limits.punten, self._strongest(side)
        most = np.where(self._small, points.per_kant_klein_gebied, points.per_kant)
        told: Mapping[str | None, Places] = {
            story.signal: np.zeros(len(strongest), dtype=np.intp) for story in self.rule.stories
        }
        found = np.zeros(len(strongest), dtype=np.intp)
        for places in np.argsort(-strongest, axis=1, kind="stable").T:
            there = np.isfinite(strongest[np.arange(len(places)), places])
            for number, story in enumerate(self.rule.stories):
                here = there & (places == number)
                if story.signal is not None:
                    here &= told[story.signal] < points.per_signaal
                told[story.signal][here] += 1
                found[here] += 1
        return np.minimum(found, most)


def _mean(parts: list[Floats]) -> Floats:
    """The mean of what is known; NaN where nothing is."""
    known = np.sum([~np.isnan(part) for part in parts], axis=0)
    total = np.sum([np.nan_to_num(part) for part in parts], axis=0)
    return np.asarray(np.divide(total, known, out=np.full(total.shape, np.nan), where=known > 0))

"""The calibration of an edition: points of its wijken, beside what chance alone would give.

What chance gives is drawn: every wijk equals the country, and its figures are off by the error of
`methods.chance`. The same stream of numbers is drawn for every edition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from wijkprofiel.compilation.figure_column import FigureColumn
from wijkprofiel.compilation.health_points import Against, PointCounts, WijkFigures, count_points
from wijkprofiel.configuration.choice_rule import SIDES, ChoiceRule
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.domain.calibration import Calibration, CalibrationStep
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import NEDERLAND, RegionLevel, gemeente_code_of
from wijkprofiel.edition.packing import Floats, Places
from wijkprofiel.methods.chance import error_size, loadings

LASTING = (0.0, 0.25, 0.5, 0.75)
"""Sizes of the lasting error that are asked for, in spreads."""

FEWEST_WIJKEN = 1_000
"""A mean over fewer says nothing of a country."""

_SEED = 2020
_DRAWS = 20
_FIGURE_DECIMALS, _MEAN_DECIMALS = 1, 3
_MOST_ELDERLY = 0.999
_HALF_STEP = 0.05
_FEWEST_IN_SPREAD = 2


def calibrate(
    columns: Sequence[FigureColumn], regions: pd.DataFrame, rule: ChoiceRule
) -> Calibration | None:
    """Count points on the figures and on chance; None without the figures of enough wijken.

    Args:
        columns: all figures, of which those of the rule that a profile shows are used.
        regions: of the edition, in the order of the figures.
    """
    wijken = wijk_figures(columns, regions, rule)
    if wijken is None or len(wijken.adults) < FEWEST_WIJKEN:
        return None
    observed = _counted(0.0, [count_points(wijken, rule)])
    return Calibration(
        rule=rule.fingerprint(),
        wijken=len(wijken.adults),
        points=observed.points,
        with_point=observed.with_point,
        steps=tuple(_counted(lasting, _by_chance(wijken, rule, lasting)) for lasting in LASTING),
    )


def _counted(lasting: float, draws: Sequence[PointCounts]) -> CalibrationStep:
    points = np.concatenate([each.all for each in draws])
    return CalibrationStep(
        lasting,
        round(float(np.mean(points)), _MEAN_DECIMALS),
        round(float(np.mean(points > 0)), _MEAN_DECIMALS),
    )


def _by_chance(wijken: WijkFigures, rule: ChoiceRule, lasting: float) -> list[PointCounts]:
    """Points of wijken that all equal the country, some times over."""
    country = wijken.country.judged[0]
    equal = replace(
        wijken,
        country=Against.same_for_all(country, len(wijken.adults)),
        near=_where(wijken.near, country),
    )
    return [
        count_points(replace(equal, figures=np.clip(country + error, 0, 100)), rule)
        for error in _errors(wijken, rule, lasting)
    ]


def _where(near: Against, country: Floats) -> Against:
    """Near as it would be then: the same as the country, where it is compared with at all."""
    same = Against.same_for_all(country, len(near.judged))
    return replace(same, judged=np.where(np.isnan(near.judged), np.nan, same.judged))


def _errors(wijken: WijkFigures, rule: ChoiceRule, lasting: float) -> Iterator[Floats]:
    """Errors of all figures of all wijken, rounded as the source rounds."""
    numbers = np.random.Generator(np.random.PCG64(_SEED))
    sizes = np.array([error_size(adults, lasting) for adults in wijken.adults.tolist()])
    stories, (shared, own) = _story_of(wijken.names, rule), loadings()
    for _ in range(_DRAWS):
        together = numbers.standard_normal((len(sizes), len(rule.stories)))[:, stories]
        apart = numbers.standard_normal(wijken.figures.shape)
        errors = sizes[:, None] * wijken.spreads * (shared * together + own * apart)
        yield np.round(errors, _FIGURE_DECIMALS)


def _story_of(names: Sequence[str], rule: ChoiceRule) -> Places:
    """Per figure the place of its story."""
    told = [{name for side in SIDES for name in story.orders[side]} for story in rule.stories]
    places = [next(i for i, story in enumerate(told) if name in story) for name in names]
    return np.array(places, dtype=np.intp)


def wijk_figures(
    columns: Sequence[FigureColumn], regions: pd.DataFrame, rule: ChoiceRule
) -> WijkFigures | None:
    """The health figures of all wijken with enough people, and what they are compared with.

    None if a figure of the rule is not there, or not of the country: then it is another rule. Only
    wijken of which every figure is known take part.
    """
    adults, elderly = (_of_age(columns, age, rule) for age in (AgeGroup.ADULTS, AgeGroup.ELDERLY))
    missing = [name for name in rule.figures if name not in adults]
    if not rule.figures or missing or NEDERLAND not in regions.index:
        return None
    nothing = np.full(len(regions), np.nan)
    figures = np.column_stack([adults[name] for name in rule.figures])
    of_elderly = np.column_stack([elderly.get(name, nothing) for name in rule.figures])
    people = _People.of(regions)
    least = rule.limits.mensen.geen_oordeel_onder
    is_wijk = (regions["level"] == RegionLevel.WIJK).to_numpy()
    wijken = np.flatnonzero(is_wijk & (people.adults >= least) & ~np.isnan(figures).any(axis=1))
    country = regions.index.get_indexer(pd.Index([NEDERLAND]))[0]
    counting = is_wijk & (people.adults >= rule.limits.mensen.spreiding_vanaf)
    if (
        min(len(wijken), int(np.sum(counting))) < _FEWEST_IN_SPREAD
        or np.isnan(figures[country]).any()
    ):
        return None
    homes = regions.index.get_indexer(regions.index[wijken].map(gemeente_code_of))
    lay = _Layer(figures, of_elderly, people, rule.limits)
    return WijkFigures(
        names=tuple(rule.figures),
        figures=figures[wijken],
        spreads=np.nanstd(figures[counting], axis=0, ddof=1),
        adults=people.adults[wijken],
        country=lay.country(wijken, country),
        near=lay.near(wijken, homes),
    )


def _of_age(columns: Sequence[FigureColumn], age: AgeGroup, rule: ChoiceRule) -> dict[str, Floats]:
    return {
        column.figure.key.indicator: column.values
        for column in columns
        if column.figure.newest
        and column.figure.key.age is age
        and column.figure.key.indicator in rule.figures
        and not column.is_empty
    }


@dataclass(frozen=True)
class _People:
    """Numbers of people per region."""

    adults: Floats
    elderly: Floats

    @classmethod
    def of(cls, regions: pd.DataFrame) -> _People:
        return cls(*(regions[name].to_numpy(dtype=float) for name in ("adults", "elderly")))

    def share(self, parts: Places, wholes: Places) -> Floats:
        """The share of the adults of a whole that live in a part of it (0-1)."""
        return np.minimum(1, self.adults[parts] / self.adults[wholes])

    def elderly_share(self, places: Places) -> Floats:
        """65-plussers per adult."""
        return np.minimum(_MOST_ELDERLY, self.elderly[places] / self.adults[places])


@dataclass(frozen=True)
class _Layer:
    """Lays wijken beside a benchmark, as `findings.judge` and `findings.age_check` do."""

    figures: Floats
    of_elderly: Floats
    people: _People
    limits: JudgementLimits

    def country(self, wijken: Places, place: int) -> Against:
        """The country as a whole: no wijk is worth taking out."""
        wholes = np.full(len(wijken), place, dtype=np.intp)
        figures = self.figures[wholes]
        return Against(figures, figures, np.zeros(len(wijken)), self._by_age(wijken, wholes))

    def near(self, wijken: Places, wholes: Places) -> Against:
        """The rest of each gemeente without the wijk, where there is one to compare with."""
        limits, figures = self.limits, self.figures
        share = self.people.share(wijken, wholes)
        outside = self.people.adults[wholes] - self.people.adults[wijken]
        compared = (share <= limits.rest.niet_vergelijken_boven) & (
            outside >= limits.mensen.rest_van_gemeente
        )
        w = np.where(compared, share, 0.0)[:, None]
        rest = (figures[wholes] - w * figures[wijken]) / (1 - w)
        prints_rest = w >= limits.rest.toon_rest_vanaf
        rounding = _HALF_STEP * (1 + w) / (1 - w)
        guard = np.where(w >= limits.rest.rem_vanaf, rounding, 0.0)
        shown = np.where(prints_rest, rest, figures[wholes])
        return Against(
            judged=np.where(compared[:, None], rest, np.nan),
            printed=np.where(compared[:, None], shown, np.nan),
            guard=guard[:, 0],
            by_age=self._by_age(wijken, wholes) / (1 - w),
        )

    def _by_age(self, wijken: Places, wholes: Places) -> Floats:
        """`methods.age.explained_by_age` of all wijken at once, against the whole."""
        own, theirs = (self.people.elderly_share(places)[:, None] for places in (wijken, wholes))
        elderly = self.of_elderly[wholes]
        young = (self.figures[wholes] - theirs * elderly) / (1 - theirs)
        return (own - theirs) * (elderly - young)

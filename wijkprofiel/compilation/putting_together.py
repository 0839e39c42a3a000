"""Figures of GGD regions and provinces, put together from those of their gemeenten.

`findings.together` does the same for areas that people put together themselves, one figure at a
time when a document is made; a test holds the two equal. What differs: of a gemeente everybody
counts, not only who lives at home, and there is no published whole to hold the weights against
other than the country (`tests/docs` does that).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress
from pathlib import Path

import numpy as np
import pandas as pd

from wijkprofiel.areas.compositions import Division
from wijkprofiel.compilation.figure_column import ABSENCE_STATUS, Absence, FigureColumn, Triple
from wijkprofiel.configuration.composition_records import FOLDER, Compositions
from wijkprofiel.configuration.definitions import CountRounding, IndicatorDefinition, Unit
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.together import Together, Way
from wijkprofiel.domain.composed import ComposedArea
from wijkprofiel.domain.errors import Problem
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.edition.area_figures import VALUE_DECIMALS
from wijkprofiel.edition.packing import Flags, Floats, Places
from wijkprofiel.methods.rounding import half_up, significant
from wijkprofiel.methods.union import fives_error

SURE_SHARE, FEW_FIGURES = 0.005, 3
"""As in `findings.together`: a sum that may be further off is printed with few figures."""
HECTARES_PER_KM2 = 100
_ABSENCES = {status: absence for absence, status in ABSENCE_STATUS.items()}


@dataclass(frozen=True, slots=True)
class Composing:
    """What an edition puts together.

    Attributes:
        told: in Dutch, what of it cannot be, in an edition of the whole country.
    """

    areas: tuple[ComposedArea, ...]
    told: tuple[str, ...]

    @classmethod
    def of(cls, records: Compositions, regions: Sequence[Region], year: int) -> Composing:
        """Everything of which all gemeenten are in the edition."""
        gemeenten = [each for each in regions if each.level is RegionLevel.GEMEENTE]
        division = Division(gemeenten, year)
        told = division.problems(records) if division.is_whole(records) else ()
        return cls(tuple(division.composed(records)), tuple(map(_without_folder, told)))


def _without_folder(problem: Problem) -> str:
    """A mistake as a manifest keeps it: the same on every machine."""
    return str(replace(problem, file=f"{FOLDER}/{Path(problem.file).name}"))


@dataclass(frozen=True, slots=True)
class PutTogether:
    """One figure of one composed area; `status` says why there is none.

    Attributes:
        covered: share of the people that live in gemeenten with a figure.
        lacking: codes of the gemeenten without one.
    """

    status: ValueStatus
    value: float | None = None
    counts: tuple[float, float] | None = None
    limits: tuple[float, float] | None = None
    covered: float = 1.0
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Where:
    """The gemeenten of one area, and where they stand among the regions."""

    codes: tuple[str, ...]
    places: Places


@dataclass(frozen=True)
class _Parts:
    """The gemeenten of one area with one figure; the same order everywhere.

    Attributes:
        people: that the figure is about, or all inhabitants of a register figure.
        weights: what each weighs by the rule of the figure; NaN where that is not known.
        usable: whether it has all that the rule needs.
    """

    column: FigureColumn
    places: Places
    people: Floats
    weights: Floats
    usable: Flags

    @property
    def mine(self) -> Places:
        """Where those stand that can be used."""
        return self.places[self.usable]

    @property
    def weight(self) -> float:
        """Of all of those together."""
        return float(self.weights[self.usable].sum())

    def mean(self, values: Floats) -> float:
        """`methods.union.weighted_mean` of a column."""
        return float(values[self.mine] @ self.weights[self.usable]) / self.weight

    def sums(self) -> tuple[float, float]:
        """The counts above and below the line."""
        assert self.column.counts is not None  # the rule is only for figures that have them
        above, below = (float(each[self.mine].sum()) for each in self.column.counts)
        return above, below

    def limits(self) -> tuple[float, float] | None:
        """Limits of the mean: errors come from one model, so they do not average out."""
        if self.column.limits is None:
            return None
        lower, upper = (self.mean(each) for each in self.column.limits)
        if np.isnan(lower) or np.isnan(upper):
            return None
        return round(lower, VALUE_DECIMALS), round(upper, VALUE_DECIMALS)

    def covered(self) -> float:
        """C; where nobody knows how many people live in one, nobody knows this either."""
        whole = float(self.people.sum())
        if np.isnan(whole):
            return 1.0 if self.usable.all() else 0.0
        return float(self.people[self.usable].sum()) / whole if whole else 0.0

    def cause(self) -> ValueStatus:
        """The one reason of all, or that too many lack theirs."""
        absent = self.column.figure.absent
        there = ~np.isnan(self.column.values[self.places])
        if there.any():
            return ValueStatus.PARTS_UNKNOWN
        gaps = set(self.column.gaps[self.places].tolist())
        reasons = {ABSENCE_STATUS.get(Absence(gap), absent) for gap in gaps}
        return reasons.pop() if len(reasons) == 1 else ValueStatus.PARTS_UNKNOWN


@dataclass(frozen=True)
class Composer:
    """Puts figures of gemeenten together.

    Attributes:
        areas: GGD regions and provinces.
        regions: all regions of the edition with their people, by code.
        columns: all figures of these.
        indicators: what the figures are.
    """

    areas: Sequence[ComposedArea]
    regions: pd.DataFrame
    columns: Sequence[FigureColumn]
    indicators: Sequence[IndicatorDefinition]
    limits: JudgementLimits

    def figures(self) -> Iterator[list[PutTogether]]:
        """Per column, in their order, the figure of each area."""
        for column in self.columns:
            yield [self._figure(column, area) for area in self._areas]

    @cached_property
    def _definitions(self) -> dict[str, IndicatorDefinition]:
        return {each.id: each for each in self.indicators}

    @cached_property
    def _areas(self) -> list[_Where]:
        """Per area where its gemeenten stand."""
        place = {code: number for number, code in enumerate(self.regions.index.tolist())}
        return [
            _Where(each.codes, np.array([place[code] for code in each.codes]))
            for each in self.areas
        ]

    @cached_property
    def _people(self) -> dict[AgeGroup, Floats]:
        adults, elderly, everybody = (
            self.regions[name].to_numpy(dtype=float)
            for name in ("adults", "elderly", "inhabitants")
        )
        return {
            AgeGroup.ALL: everybody,
            AgeGroup.ADULTS: adults,
            AgeGroup.ELDERLY: elderly,
            AgeGroup.WORKING_AGE: np.maximum(0.0, adults - elderly),
        }

    @cached_property
    def _newest(self) -> dict[str, FigureColumn]:
        """Per indicator the newest figure of everybody."""
        return {
            each.figure.key.indicator: each
            for each in self.columns
            if each.figure.newest and each.figure.key.age is AgeGroup.ALL
        }

    def _figure(self, column: FigureColumn, area: _Where) -> PutTogether:
        definition = self._definitions[column.figure.key.indicator]
        rule = definition.together
        if rule.wijze is Way.REFUSED:
            return PutTogether(ValueStatus.NOT_FOR_UNION, covered=0.0)
        if rule.wijze is Way.CLASS:
            return self._class(column, area, rule)
        return _no_more_precise(self._unrounded(column, area), definition)

    def _unrounded(self, column: FigureColumn, area: _Where) -> PutTogether:
        definition = self._definitions[column.figure.key.indicator]
        rule = definition.together
        parts = self._parts(column, area.places, rule)
        share, lacking = parts.covered(), tuple(compress(area.codes, (~parts.usable).tolist()))
        least = max(rule.minstens, self.limits.werkgebieden.dekking.cijfer)
        incomplete = rule.wijze is Way.SUM and bool(lacking)
        if len(lacking) == len(area.codes) or share < least or incomplete:
            return PutTogether(parts.cause(), covered=share, lacking=lacking)
        counts = parts.sums() if rule.wijze is Way.COUNTS else None
        if counts is not None and self._says_too_little(counts, definition):
            return PutTogether(ValueStatus.WITHHELD, covered=share, lacking=lacking)
        value = round(self._value(parts, counts, definition), VALUE_DECIMALS)
        limits = parts.limits() if rule.wijze is Way.PEOPLE else None
        return PutTogether(
            ValueStatus.AVAILABLE, value, counts, limits, covered=share, lacking=lacking
        )

    def _parts(self, column: FigureColumn, places: Places, rule: Together) -> _Parts:
        age = column.figure.key.age if rule.wijze is Way.PEOPLE else AgeGroup.ALL
        people = self._people[age][places]
        weighed = rule.wijze in (Way.WEIGHTED, Way.PER_LAND)
        weights = self._weights(rule, places) if weighed else people
        if rule.wijze is Way.PER_LAND:
            usable = ~np.isnan(weights) & (self._land[places] > 0)
        elif rule.wijze is Way.COUNTS and column.counts is not None:
            usable = ~np.isnan(column.values[places]) & ~np.isnan(column.counts[1][places])
        else:
            usable = ~np.isnan(column.values[places]) & ~np.isnan(weights)
        return _Parts(column, places, people, weights, usable)

    @cached_property
    def _land(self) -> Floats:
        land: Floats = np.nan_to_num(self.regions["land"].to_numpy(dtype=float))
        return land

    def _weights(self, rule: Together, places: Places) -> Floats:
        """What gemeenten weigh by counts of other indicators; NaN where one is not known."""
        total = np.zeros(len(places))
        for indicator, factor in rule.weging.items():
            column = self._newest.get(indicator)
            if column is None:
                return np.full(len(places), np.nan)
            counted = self._definitions[indicator].bron.computed and column.counts is not None
            source = column.counts[0] if counted and column.counts else column.values
            total = total + factor * source[places]
        return total

    def _value(
        self, parts: _Parts, counts: tuple[float, float] | None, definition: IndicatorDefinition
    ) -> float:
        if counts is not None:
            above, below = counts
            if definition.bron.verandering is not None:
                return 100 * (above / below - 1)
            return definition.bron.vermenigvuldig * above / below
        wijze = definition.together.wijze
        if wijze is Way.PER_LAND:
            return HECTARES_PER_KM2 * parts.weight / float(self._land[parts.mine].sum())
        if wijze is not Way.SUM:
            return parts.mean(parts.column.values)
        total = float(parts.column.values[parts.mine].sum())
        is_sure = fives_error(len(parts.mine)) <= SURE_SHARE * total
        return total if is_sure else significant(total, FEW_FIGURES)

    def _says_too_little(
        self, counts: tuple[float, float], definition: IndicatorDefinition
    ) -> bool:
        """Whether a share would rest on few people, or on zeros that stand for 0 to 4."""
        above, below = counts
        if below <= 0:
            return True
        if definition.bron.afronding is CountRounding.NONE:
            return False
        zeros = definition.bron.afronding is CountRounding.TENS and not above
        return zeros or below < self.limits.mensen.noemer_van_aandeel

    def _class(self, column: FigureColumn, area: _Where, rule: Together) -> PutTogether:
        """A class from the figure that it is read from; near a limit nobody knows it."""
        behind = self._newest.get(rule.klasse_van or "")
        if behind is None or behind.figure.key.period != column.figure.key.period:
            return PutTogether(ValueStatus.NOT_FOR_UNION, covered=0.0)
        found = self._unrounded(behind, area)
        if found.value is None:
            return found
        value = found.value
        if any(abs(value - limit) <= rule.marge_deel * limit for limit in rule.grenzen):
            return replace(found, status=ValueStatus.BETWEEN_CLASSES, value=None, counts=None)
        place = 1 + sum(value < limit for limit in rule.grenzen)
        return replace(found, value=float(place), counts=None)


def _no_more_precise(found: PutTogether, definition: IndicatorDefinition) -> PutTogether:
    """A figure without what the rule does not know, and its parts did not say."""
    figures = definition.together.cijfers
    if found.value is None:
        return found
    if figures is not None:
        return replace(found, value=significant(found.value, figures))
    if definition.eenheid is Unit.THOUSAND_EUR:  # printed in full, and published in thousands
        return replace(found, value=half_up(found.value, definition.decimalen))
    return found


def lengthened(column: FigureColumn, more: Sequence[PutTogether]) -> FigureColumn:
    """A column with the figures of composed areas behind those of the regions."""
    if not more:
        return column
    return replace(
        column,
        values=_joined(column.values, (each.value for each in more)),
        gaps=np.concatenate([column.gaps, [_gap(each, column) for each in more]]).astype(np.int8),
        counts=_pair(column.counts, [each.counts for each in more]),
        limits=_pair(column.limits, [each.limits for each in more]),
        bases={
            basis: np.concatenate([where, np.zeros(len(more), dtype=np.bool_)])
            for basis, where in column.bases.items()
        },
        published=_published(column.published, len(more)),
    )


def _published(own: Triple | None, more: int) -> Triple | None:
    """What sources give; of what was put together they give nothing."""
    if own is None:
        return None
    value, numerator, denominator = (_joined(each, [None] * more) for each in own)
    return value, numerator, denominator


def _pair(
    own: tuple[Floats, Floats] | None, more: Sequence[tuple[float, float] | None]
) -> tuple[Floats, Floats] | None:
    if own is None:
        return None
    first, second = own
    return (
        _joined(first, (None if each is None else each[0] for each in more)),
        _joined(second, (None if each is None else each[1] for each in more)),
    )


def _joined(own: Floats, more: Iterable[float | None]) -> Floats:
    added = np.array([np.nan if value is None else value for value in more])
    return np.concatenate([own, added])


def _gap(found: PutTogether, column: FigureColumn) -> int:
    """The number of a reason; the usual one of the column has none."""
    if found.status in (ValueStatus.AVAILABLE, column.figure.absent):
        return int(Absence.USUAL)
    return int(_ABSENCES[found.status])


def parts_without(
    figures: Sequence[Sequence[PutTogether]], area: int
) -> Mapping[int, tuple[float, tuple[str, ...]]]:
    """Of one composed area per slot the share behind a figure that is there, and who lacks one."""
    return {
        slot: (round(each[area].covered, VALUE_DECIMALS), each[area].lacking)
        for slot, each in enumerate(figures)
        if each[area].value is not None and each[area].lacking
    }

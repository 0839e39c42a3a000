"""Sums that cannot be: ages that are more than everybody, parts that are more than their whole.

The bounds were measured on the register of 2020 and on health figures of 2012 to 2020. Rounding
puts k counts and their whole at most 4k apart (tens: 10k). What has no known wijk makes the wijken
less than their gemeente, for lease cars by two thirds: that is told, never refused. The mean of
gemeenten lies within 0.2 point of the country and that of wijken within 3.4 of their gemeente,
weighted with the people of the edition; with figures of that same year within 0.1 and 0.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from wijkprofiel.compilation.ranges import ROUNDED_BY, USUAL_DIFFERENCE, rounding_of_sum
from wijkprofiel.configuration.definitions import (
    CountRounding,
    IndicatorDefinition,
    Kind,
    Method,
)
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import NEDERLAND, Region, RegionLevel
from wijkprofiel.edition.area_figures import AreaFigures, Column
from wijkprofiel.edition.reader import Edition

_IMPOSSIBLE = 0.1
"""Of a whole, what its parts may never differ from it."""
_USUAL_POINTS = 0.5
_IMPOSSIBLE_POINTS = {RegionLevel.GEMEENTE: 1, RegionLevel.WIJK: 5}
"""What the mean of parts of this level may differ from the whole, for a health figure."""
_NEARLY_ALL = 0.98
"""Of the people; a mean of fewer says too little of the whole."""
_AGE = re.compile(r"k_(\d+)(?:Tot(\d+)Jaar|JaarOfOuder)")
"""How CBS names an age group."""
_PLURAL = {RegionLevel.GEMEENTE: "gemeenten", RegionLevel.WIJK: "wijken"}


@dataclass(frozen=True, slots=True)
class OddSum:
    """A sum that does not come out.

    Attributes:
        impossible: whether neither rounding nor who is not known can do this.
    """

    table: str
    area: str
    text: str
    impossible: bool

    def __str__(self) -> str:
        return f"tabel {self.table}, {self.area}: {self.text}"


@dataclass(frozen=True, slots=True)
class _Summed:
    """A figure whose parts add up: a count, the count behind a share, or a health figure.

    Attributes:
        of_now: whether it is of the year that the numbers of people are of.
    """

    slot: int
    key: FigureKey
    table: str
    definition: IndicatorDefinition
    of_now: bool

    @property
    def name(self) -> str:
        role = "teller van " if self.definition.bron.computed else ""
        age = "" if self.key.age is AgeGroup.ALL else f" {self.key.age}"
        return f"{role}{self.key.indicator}{age} {self.key.period}"

    @property
    def error(self) -> float:
        """How far one count may be from the true one."""
        source = self.definition.bron
        return ROUNDED_BY[source.afronding] * len(source.teller or (1,))

    @property
    def is_count(self) -> bool:
        """Whether it is of people, households or dwellings; hectares lie in the sea too."""
        source = self.definition.bron
        counted = source.computed or self.definition.soort is Kind.COUNT
        return counted and source.afronding is not CountRounding.NONE

    @property
    def is_health(self) -> bool:
        return self.definition.methode is Method.MODEL

    def of(self, area: AreaFigures) -> Column:
        """What adds up, of all areas of a row."""
        computed = self.definition.bron.computed
        return area.counts(self.slot)[0] if computed else area.values(self.slot)

    def people(self, region: Region) -> float:
        """How much an area counts in a mean."""
        adults, elderly = region.adults or 0, region.elderly or 0
        if self.key.age is AgeGroup.WORKING_AGE:
            return max(0.0, adults - elderly)
        return elderly if self.key.age is AgeGroup.ELDERLY else adults


@dataclass
class _Parts:
    """What parts are together; `known` and `unknown` are their weights."""

    total: float = 0
    known: float = 0
    unknown: float = 0

    def add(self, value: float | None, weight: float = 1) -> None:
        if value is None:
            self.unknown += weight
        else:
            self.total += value * weight
            self.known += weight


class Sums:
    """Adds up an edition, gemeente by gemeente and then as a country.

    Args:
        indicators: those that the edition was compiled for.
    """

    def __init__(self, edition: Edition, indicators: Mapping[str, IndicatorDefinition]) -> None:
        year = edition.info.division
        known = (
            _Summed(slot, key, figure.origin, indicators[key.indicator], key.period == year)
            for slot, (key, figure) in enumerate(edition.figures.items())
            if figure.origin is not None and key.indicator in indicators
            if edition.origins[figure.origin].division == year
        )
        self._figures = [each for each in known if each.is_count or each.is_health]
        self._ages = list(_age_groups(self._figures))
        self._in_country = {
            (figure.slot, level): _Parts() for figure in self._figures for level in _PLURAL
        }

    def of_home(self, regions: Iterable[Region], area: AreaFigures) -> Iterator[OddSum]:
        """What does not come out in a gemeente, or in the row of the country itself."""
        yield from self._age_sums(area)
        places = {code: place for place, code in enumerate(area.codes)}
        by_level: dict[RegionLevel, list[Region]] = {level: [] for level in RegionLevel}
        for region in regions:
            by_level[region.level].append(region)
        for figure in self._figures:
            column = figure.of(area)
            for level in _PLURAL:
                inside = _Parts()
                for region in by_level[level]:
                    weight = figure.people(region) if figure.is_health else 1
                    inside.add(column[places[region.code]], weight)
                    self._in_country[figure.slot, level].add(column[places[region.code]], weight)
            for home in by_level[RegionLevel.GEMEENTE]:
                whole = column[places[home.code]]
                yield from _compared(figure, home.code, RegionLevel.WIJK, whole, inside)

    def of_country(self, country: AreaFigures) -> Iterator[OddSum]:
        """What does not come out for the country, once all gemeenten are added up."""
        wholes = {figure.slot: figure.of(country)[0] for figure in self._figures}
        gemeenten = RegionLevel.GEMEENTE
        counts = [figure for figure in self._figures if figure.is_count and wholes[figure.slot]]
        if not counts:
            return
        covered = median(
            self._in_country[figure.slot, gemeenten].total / (wholes[figure.slot] or 1)
            for figure in counts
        )
        if covered < 1 - USUAL_DIFFERENCE:
            text = f"de gemeenten samen zijn {100 * covered:.0f}% van Nederland; er ontbreken er"
            yield OddSum(counts[0].table, NEDERLAND, text, impossible=False)
            return
        for figure in self._figures:
            for level in (gemeenten,) if figure.is_health else _PLURAL:
                parts = self._in_country[figure.slot, level]
                yield from _compared(figure, NEDERLAND, level, wholes[figure.slot], parts)

    def _age_sums(self, area: AreaFigures) -> Iterator[OddSum]:
        for groups in self._ages:
            columns = [group.of(area) for group in groups]
            everybody = area.counts(groups[0].slot)[1]
            rounding = groups[0].error * (len(groups) + 1)
            for code, whole, *parts in zip(area.codes, everybody, *columns, strict=True):
                known = [part for part in parts if part is not None]
                if whole is None or len(known) < len(parts):
                    continue
                total = sum(known)
                if abs(total - whole) > rounding:
                    share = f" ({100 * total / whole:.0f}%)" if whole else ""
                    yield OddSum(
                        groups[0].table,
                        code,
                        f"de leeftijdsgroepen zijn samen {_whole(total)}, de inwoners"
                        f" {_whole(whole)}{share}",
                        impossible=_is_far(abs(total - whole), rounding, whole),
                    )


def _compared(
    figure: _Summed, area: str, level: RegionLevel, whole: float | None, parts: _Parts
) -> Iterator[OddSum]:
    if whole is not None and parts.known:
        compared = _mean if figure.is_health else _sum
        yield from compared(figure, area, level, whole, parts)


def _mean(
    figure: _Summed, area: str, level: RegionLevel, whole: float, parts: _Parts
) -> Iterator[OddSum]:
    if parts.known < _NEARLY_ALL * (parts.known + parts.unknown):
        return
    mean = parts.total / parts.known
    most = _IMPOSSIBLE_POINTS[level]
    if abs(mean - whole) > (_USUAL_POINTS if figure.of_now else most):
        text = (
            f"{figure.name} is {_decimal(whole)}, het gemiddelde van de {_PLURAL[level]}"
            f" {_decimal(mean)}"
        )
        yield OddSum(figure.table, area, text, impossible=abs(mean - whole) > most)


def _sum(
    figure: _Summed, area: str, level: RegionLevel, whole: float, parts: _Parts
) -> Iterator[OddSum]:
    """Where some parts are not known the others may be less, and never more."""
    off = parts.total - whole
    rounding = rounding_of_sum(figure.definition, parts.known + parts.unknown)
    if abs(off) <= max(rounding, USUAL_DIFFERENCE * whole) or (off < 0 and parts.unknown):
        return
    text = (
        f"{figure.name}: de {_PLURAL[level]} zijn samen {_whole(parts.total)}, het geheel is"
        f" {_whole(whole)}"
    )
    possible = off < 0 and level is RegionLevel.WIJK
    far = _is_far(abs(off), rounding, whole)
    yield OddSum(figure.table, area, text, impossible=far and not possible)


def _is_far(off: float, rounding: float, whole: float) -> bool:
    return off > max(2 * rounding, _IMPOSSIBLE * whole)


def _age_groups(figures: Iterable[_Summed]) -> Iterator[list[_Summed]]:
    """Shares of age groups that are everybody together, by table and year."""
    found: dict[object, list[tuple[int, str, _Summed]]] = {}
    for figure in figures:
        source = figure.definition.bron
        stems = [topic.stam for topic in source.teller or ()]
        match = _AGE.fullmatch(stems[0]) if len(stems) == 1 else None
        if match is not None:
            whole = tuple(topic.stam for topic in source.noemer or ())
            group = found.setdefault((figure.table, figure.key.period, whole), [])
            group.append((int(match[1]), match[2] or "", figure))
    for group in found.values():
        group.sort(key=lambda each: each[0])
        joined = all(one[1] == str(other[0]) for one, other in pairwise(group))
        if joined and group[0][0] == 0 and not group[-1][1]:
            yield [figure for _, _, figure in group]


def _whole(value: float) -> str:
    return f"{value:,.0f}".replace(",", ".")


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")

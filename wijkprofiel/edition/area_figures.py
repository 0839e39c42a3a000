"""The stored row of one gemeente, composed area or the country, and how figures are read from it.

    {"codes": [code, ...],                        the areas; a place is a position in this list
     "columns": [packed column, ...],             see `edition.unpacking`; a number per place
     "v": [column or null, ...],                  by slot of the figure
     "n": {slot: [numerators, denominators]},     columns of the counts behind a share
     "x": {slot: multiplier},                     shares that follow from those counts exactly, but
                                                  where "s" says why there is none
     "l": {slot: [lower, upper]},                 columns of published limits
     "s": {slot: {status: [place, ...]}},         why there is none, where it is not the usual
     "w": {slot: {basis: [place, ...]}},          where it is not simply the figure of the source
     "p": {slot: [values, numerators, denominators]},  what the source gives where it is ours
     "b": {code: {origin: [here, there]}},        boundary changed, in hectares
     "u": {slot: [covered, [code, ...]]},         of a composed area: parts without a figure
     "left_out": [[code, origin, reason], ...],
     "map": {"year": ..., "outer": ..., "wijken": [...], "outer_match": ..., "matches": {...}},
     "buurten": {code of a wijk: the same with "buurten" for "wijken"}}

Keys without content are left out. Columns are unpacked when they are asked for: a profile needs a
third of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import inf
from typing import Any

from wijkprofiel.domain.editions import LeftOut
from wijkprofiel.domain.figures import Figure, FigureKey
from wijkprofiel.domain.observation import Basis, Observation, Published, ValueStatus
from wijkprofiel.domain.outlines import GemeenteMap, Outline, OutlineMatch, Ring, WijkMap
from wijkprofiel.domain.reasons import detail
from wijkprofiel.edition.reading import (
    MOST_PEOPLE,
    Guard,
    Range,
    filled,
    keyed,
    listed,
    number,
    whole,
    year,
)
from wijkprofiel.edition.unpacking import unpack

VALUE_DECIMALS = 6
"""Decimals that figures are kept with; only shares computed from counts need so many."""

Column = list[float | None]
Outlines = tuple[Outline, ...]
Matches = dict[str, OutlineMatch]

_ANYTHING: Range = (-inf, inf)
_SMALLEST_RING = 4
_FARTHEST = 1_000_000
"""Metres on the Dutch grid, which holds the country in two thirds of this."""


class AreaFigures:
    """The figures of one gemeente with its wijken and buurten, or of the country.

    Args:
        figures: by key, with the slot of each.
        stored: the row as described above.
        guard: names the edition where something is damaged.
        ranges: per indicator what a figure can be; one that is not in it can be anything.

    Raises:
        DAMAGE: if the row has no list of areas, or not one that fits it.
    """

    def __init__(
        self,
        figures: Mapping[FigureKey, tuple[int, Figure]],
        stored: Mapping[str, Any],
        guard: Guard,
        ranges: Mapping[str, Range],
    ) -> None:
        codes = [filled(code) for code in listed(stored["codes"])]
        self._figures, self._stored = figures, stored
        self._guard, self._ranges = guard, ranges
        self._places = {code: place for place, code in enumerate(codes)}
        if not codes or len(self._places) != len(codes):
            raise ValueError("no areas, or one that is there twice")
        self._what = f"cijfers van {codes[0]}"
        self._nothing: Column = [None] * len(codes)
        self._unpacked: dict[int, Column] = {}
        self._read: dict[int, tuple[Column, Column, Column, Column, Column]] = {}
        self._gaps_read: dict[int, dict[int, ValueStatus]] = {}
        self._bases_read: dict[int, dict[int, Basis]] = {}

    @property
    def codes(self) -> tuple[str, ...]:
        """Areas of this row: the gemeente with its wijken and buurten."""
        return tuple(self._places)

    def observation(self, code: str, key: FigureKey) -> Observation:
        """One figure of one area; where there is none, an observation that says why.

        Raises:
            EditionError: if what is stored of it is damaged.
        """
        known, place = self._figures.get(key), self._places.get(code)
        if known is None or place is None:
            return Observation.absent(ValueStatus.NOT_IN_SOURCE, key.period, key.age)
        slot, figure = known
        values, numerators, denominators, lower, upper = self._columns(slot)
        value = values[place]
        self._refuse_impossible(code, key.indicator, value)
        basis = self.bases(slot).get(place, Basis.SOURCE)
        try:
            return Observation(
                period=key.period,
                age=key.age,
                status=self._gap(slot, place, figure) if value is None else ValueStatus.AVAILABLE,
                value=value,
                lower=lower[place],
                upper=upper[place],
                numerator=None if value is None else numerators[place],
                denominator=None if value is None else denominators[place],
                origin=figure.origin,
                boundary_changed=figure.origin in self._changes.get(code, {}),
                basis=basis,
                published=self._published(slot, place) if basis is Basis.FROM_WIJKEN else None,
            )
        except ValueError as error:
            raise self._guard.damaged(f"{self._what}: {detail(error)}") from error

    def known(self, key: FigureKey) -> dict[str, float]:
        """One figure of every area that has it.

        Raises:
            EditionError: if what is stored of it is damaged.
        """
        if key not in self._figures:
            return {}
        found = zip(self._places, self.values(self._figures[key][0]), strict=True)
        known = {code: value for code, value in found if value is not None}
        for code, value in known.items():
            self._refuse_impossible(code, key.indicator, value)
        return known

    def counts_of(self, code: str, key: FigureKey) -> tuple[float, float] | None:
        """The counts of one area for adding up, also those behind a share that is not given.

        Nothing may print them of an area without a figure: `observation` has none there.
        """
        known, place = self._figures.get(key), self._places.get(code)
        if known is None or place is None:
            return None
        numerators, denominators = self.counts(known[0])
        numerator, denominator = numerators[place], denominators[place]
        return None if numerator is None or denominator is None else (numerator, denominator)

    def _refuse_impossible(self, code: str, indicator: str, value: float | None) -> None:
        low, high = self._ranges.get(indicator, _ANYTHING)
        if value is not None and not low <= value <= high:
            raise self._guard.impossible(code, indicator, value)

    def values_of(self, key: FigureKey) -> Column:
        """The same by key; of a figure that the edition does not have, nothing."""
        known = self._figures.get(key)
        return self._nothing if known is None else self.values(known[0])

    def values(self, slot: int) -> Column:
        """One figure of all areas, in the order of `codes`."""
        return self._columns(slot)[0]

    def counts(self, slot: int) -> tuple[Column, Column]:
        """Numerators and denominators of a share computed from counts."""
        return self._columns(slot)[1:3]

    def limits(self, slot: int) -> tuple[Column, Column]:
        """Limits that the source published."""
        return self._columns(slot)[3:5]

    def gaps(self, slot: int) -> dict[int, ValueStatus]:
        """Per place why there is no figure, where it is not the usual reason."""
        if slot not in self._gaps_read:
            with self._guard.reading(self._what):
                self._gaps_read[slot] = self._read_gaps(slot)
        return self._gaps_read[slot]

    def bases(self, slot: int) -> dict[int, Basis]:
        """Per place on what a figure rests, where it is not simply the figure of the source."""
        if slot not in self._bases_read:
            with self._guard.reading(self._what):
                stored = keyed(keyed(self._stored.get("w", {})).get(str(slot), {}))
                self._bases_read[slot] = {
                    whole(place, 0, len(self._places) - 1): Basis(basis)
                    for basis, places in stored.items()
                    for place in listed(places)
                }
        return self._bases_read[slot]

    def _published(self, slot: int, place: int) -> Published:
        with self._guard.reading(self._what):
            columns = listed(keyed(self._stored.get("p", {})).get(str(slot), [None, None, None]))
            value, numerator, denominator = (self._column(each)[place] for each in columns)
            return Published(value, numerator, denominator)

    def parts_without(self, key: FigureKey) -> tuple[float, tuple[str, ...]]:
        """Of a figure of a composed area the share of the people behind it, and who lacks one.

        Returns:
            Above 0 and at most 1, and the codes of the gemeenten without a figure.
        """
        known = self._figures.get(key)
        with self._guard.reading(self._what):
            stored = None if known is None else keyed(self._stored.get("u", {})).get(str(known[0]))
            if stored is None:
                return 1.0, ()
            covered, codes = listed(stored)
            return number(covered, 0, 1), tuple(filled(code) for code in listed(codes))

    def boundary_changes(self, code: str) -> dict[str, tuple[int, int]]:
        """Per table on another division: land area (ha) of the area here and there."""
        return self._changes.get(code, {})

    @cached_property
    def _changes(self) -> dict[str, dict[str, tuple[int, int]]]:
        with self._guard.reading(self._what):
            stored = keyed(self._stored.get("b", {}))
            return {code: _read_changes(keyed(changes)) for code, changes in stored.items()}

    @cached_property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Figures that were not joined to an area of this gemeente."""
        with self._guard.reading(self._what):
            rows = listed(self._stored.get("left_out", []))
            return tuple(LeftOut(*(filled(cell) for cell in listed(row))) for row in rows)

    @cached_property
    def map(self) -> GemeenteMap | None:
        """The outlines of the gemeente, if the edition has them."""
        stored = self._stored.get("map")
        with self._guard.reading(f"kaart bij {self._what}"):
            return None if stored is None else GemeenteMap(*_read_map(keyed(stored), "wijken"))

    def buurt_map(self, wijk: str) -> WijkMap | None:
        """The outlines of the buurten of a wijk, if the edition has them.

        Args:
            wijk: code of the wijk on the division of the edition.

        Raises:
            EditionError: if what is stored of it is damaged.
        """
        with self._guard.reading(f"kaart van {wijk}"):
            stored = keyed(self._stored.get("buurten", {})).get(wijk)
            return None if stored is None else WijkMap(*_read_map(keyed(stored), "buurten"))

    def _columns(self, slot: int) -> tuple[Column, Column, Column, Column, Column]:
        """Values, numerators, denominators, lower and upper limits; read once."""
        if slot not in self._read:
            with self._guard.reading(self._what):
                parts, wholes = self._pair("n", slot)
                values = self._read_values(slot, parts, wholes)
                self._read[slot] = (values, parts, wholes, *self._pair("l", slot))
        return self._read[slot]

    def _read_values(self, slot: int, parts: Column, wholes: Column) -> Column:
        multiplier = keyed(self._stored.get("x", {})).get(str(slot))
        if multiplier is not None:
            computed = shares(parts, wholes, number(multiplier, 0))
            for place in self.gaps(slot):  # counts for adding up, of which no share is given
                computed[place] = None
            return computed
        columns = listed(self._stored["v"])
        return self._column(columns[slot] if slot < len(columns) else None)

    def _pair(self, name: str, slot: int) -> tuple[Column, Column]:
        stored = keyed(self._stored.get(name, {})).get(str(slot))
        first, second = (None, None) if stored is None else listed(stored)
        return self._column(first), self._column(second)

    def _column(self, place: object) -> Column:
        if place is None:
            return self._nothing
        columns = listed(self._stored["columns"])
        found = whole(place, 0, len(columns) - 1)
        if found not in self._unpacked:
            self._unpacked[found] = self._whole_column(listed(columns[found]))
        return self._unpacked[found]

    def _whole_column(self, packed: list[Any]) -> Column:
        column = unpack(packed)
        if len(column) != len(self._places):
            raise ValueError("not a number per area")
        return column

    def _gap(self, slot: int, place: int, figure: Figure) -> ValueStatus:
        return self.gaps(slot).get(place, figure.absent)

    def _read_gaps(self, slot: int) -> dict[int, ValueStatus]:
        found: dict[int, ValueStatus] = {}
        for why, places in keyed(keyed(self._stored.get("s", {})).get(str(slot), {})).items():
            for place in listed(places):
                found.setdefault(whole(place, 0, len(self._places) - 1), ValueStatus(why))
        if ValueStatus.AVAILABLE in found.values():
            raise ValueError("no reason for an absence")
        return found


def shares(numerators: Column, denominators: Column, multiplier: float) -> Column:
    """Shares from counts; None where there are no counts."""
    return [
        None if part is None or not whole else round(part / whole * multiplier, VALUE_DECIMALS)
        for part, whole in zip(numerators, denominators, strict=True)
    ]


def _read_changes(stored: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    found = {}
    for origin, pair in stored.items():
        here, there = listed(pair)
        found[origin] = whole(here, 0, MOST_PEOPLE), whole(there, 0, MOST_PEOPLE)
    return found


def _read_map(
    stored: Mapping[str, Any], parts: str
) -> tuple[int, Outline, Outlines, OutlineMatch, Matches]:
    """What a map is made of, in the order of its fields."""
    outer = _read_outline(keyed(stored["outer"]))
    if not outer.rings:
        raise ValueError("an area without a border")
    return (
        year(stored["year"]),
        outer,
        tuple(_read_outline(keyed(item)) for item in listed(stored[parts])),
        OutlineMatch(stored["outer_match"]),
        {code: OutlineMatch(match) for code, match in keyed(stored["matches"]).items()},
    )


def _read_outline(stored: Mapping[str, Any]) -> Outline:
    rings = tuple(_read_ring(listed(ring)) for ring in listed(stored["rings"]))
    return Outline(filled(stored["code"]), filled(stored["name"]), rings)


def _read_ring(points: Sequence[Any]) -> Ring:
    ring = tuple((x, y) for x, y in points)
    if len(ring) < _SMALLEST_RING or {type(part) for point in ring for part in point} != {int}:
        raise ValueError("not a ring of whole metres")
    if not all(0 <= part <= _FARTHEST for point in ring for part in point):
        raise ValueError("far outside the country")
    return ring

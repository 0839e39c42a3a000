"""The stored row of one gemeente, or of the country, and how observations are read from it.

    {"codes": [code, ...],                        the areas; a place is a position in this list
     "columns": [packed column, ...],             see `edition.unpacking`; a number per place
     "v": [column or null, ...],                  by slot of the figure
     "n": {slot: [numerators, denominators]},     columns of the counts behind a share
     "x": {slot: multiplier},                     shares that follow from those counts exactly
     "l": {slot: [lower, upper]},                 columns of published limits
     "s": {slot: {status: [place, ...]}},         why there is none, where it is not the usual
     "b": {code: {origin: [here, there]}},        boundary changed, in hectares
     "left_out": [[code, origin, reason], ...],
     "map": {"year": ..., "outer": ..., "wijken": [...], "outer_match": ..., "matches": {...}}}

Keys without content are left out. Columns are unpacked when they are asked for: a profile needs a
third of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wijkprofiel.domain.editions import LeftOut
from wijkprofiel.domain.figures import Figure, FigureKey
from wijkprofiel.domain.observation import Observation, ValueStatus
from wijkprofiel.domain.outlines import GemeenteMap, Outline, OutlineMatch
from wijkprofiel.edition.unpacking import unpack

VALUE_DECIMALS = 6
"""Decimals that figures are kept with; only shares computed from counts need so many."""

Column = list[float | None]


class AreaFigures:
    """The figures of one gemeente with its wijken and buurten, or of the country."""

    def __init__(
        self, figures: Mapping[FigureKey, tuple[int, Figure]], stored: Mapping[str, Any]
    ) -> None:
        self._figures, self._stored = figures, stored
        self._places = {code: place for place, code in enumerate(stored["codes"])}
        self._nothing: Column = [None] * len(self._places)
        self._unpacked: dict[int, Column] = {}
        self._read: dict[int, tuple[Column, Column, Column, Column, Column]] = {}

    @property
    def codes(self) -> tuple[str, ...]:
        """Areas of this row: the gemeente with its wijken and buurten."""
        return tuple(self._places)

    def observation(self, code: str, key: FigureKey) -> Observation:
        """One figure of one area; where there is none, an observation that says why."""
        known, place = self._figures.get(key), self._places.get(code)
        if known is None or place is None:
            return Observation.absent(ValueStatus.NOT_IN_SOURCE, key.period, key.age)
        slot, figure = known
        values, numerators, denominators, lower, upper = self._columns(slot)
        value = values[place]
        changes = self._stored.get("b", {}).get(code, {})
        return Observation(
            period=key.period,
            age=key.age,
            status=self._gap(slot, place, figure) if value is None else ValueStatus.AVAILABLE,
            value=value,
            lower=lower[place],
            upper=upper[place],
            numerator=numerators[place],
            denominator=denominators[place],
            origin=figure.origin,
            boundary_changed=figure.origin in changes,
        )

    def values(self, slot: int) -> Column:
        """One figure of all areas, in the order of `codes`."""
        return self._columns(slot)[0]

    def counts(self, slot: int) -> tuple[Column, Column]:
        """Numerators and denominators of a share computed from counts."""
        return self._pair("n", slot)

    def limits(self, slot: int) -> tuple[Column, Column]:
        """Limits that the source published."""
        return self._pair("l", slot)

    def boundary_changes(self, code: str) -> dict[str, tuple[int, int]]:
        """Per table on another division: land area (ha) of the area here and there."""
        changes = self._stored.get("b", {}).get(code, {})
        return {origin: (here, there) for origin, (here, there) in changes.items()}

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Figures that were not joined to an area of this gemeente."""
        return tuple(LeftOut(*row) for row in self._stored.get("left_out", ()))

    @property
    def map(self) -> GemeenteMap | None:
        """The outlines of the gemeente, if the edition has them."""
        stored = self._stored.get("map")
        return None if stored is None else _read_map(stored)

    def _columns(self, slot: int) -> tuple[Column, Column, Column, Column, Column]:
        """Values, numerators, denominators, lower and upper limits; read once."""
        if slot not in self._read:
            self._read[slot] = (self._read_values(slot), *self.counts(slot), *self.limits(slot))
        return self._read[slot]

    def _read_values(self, slot: int) -> Column:
        multiplier = self._stored.get("x", {}).get(str(slot))
        if multiplier is not None:
            return shares(*self.counts(slot), multiplier)
        columns = self._stored["v"]
        return self._column(columns[slot] if slot < len(columns) else None)

    def _pair(self, name: str, slot: int) -> tuple[Column, Column]:
        first, second = self._stored.get(name, {}).get(str(slot), (None, None))
        return self._column(first), self._column(second)

    def _column(self, number: int | None) -> Column:
        if number is None:
            return self._nothing
        if number not in self._unpacked:
            self._unpacked[number] = unpack(self._stored["columns"][number])
        return self._unpacked[number]

    def _gap(self, slot: int, place: int, figure: Figure) -> ValueStatus:
        gaps = self._stored.get("s", {}).get(str(slot), {})
        return next((ValueStatus(why) for why, at in gaps.items() if place in at), figure.absent)


def shares(numerators: Column, denominators: Column, multiplier: float) -> Column:
    """Shares from counts; None where there are no counts."""
    return [
        None if part is None or not whole else round(part / whole * multiplier, VALUE_DECIMALS)
        for part, whole in zip(numerators, denominators, strict=True)
    ]


def _read_map(stored: Mapping[str, Any]) -> GemeenteMap:
    return GemeenteMap(
        year=stored["year"],
        outer=_read_outline(stored["outer"]),
        wijken=tuple(_read_outline(item) for item in stored["wijken"]),
        outer_match=OutlineMatch(stored["outer_match"]),
        matches={code: OutlineMatch(match) for code, match in stored["matches"].items()},
    )


def _read_outline(stored: Mapping[str, Any]) -> Outline:
    rings = tuple(tuple((x, y) for x, y in ring) for ring in stored["rings"])
    return Outline(stored["code"], stored["name"], rings)

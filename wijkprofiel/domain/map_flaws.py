"""What was wrong with the outline of an area on a map, and what became of it.

One rule for the maps of every source. What can be mended is mended: an area keeps its border. What
cannot be drawn is left out, and its figures stay. Both are told, with the code and the place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

_NAMED = 10
"""Areas that are named for one flaw; of the others there is a number."""


class MapFlaw(StrEnum):
    """What was wrong; the values are kept in snapshots."""

    NO_SURFACE = "geen_vlak"
    TOO_SMALL = "te_klein"
    OUTSIDE = "buiten_nederland"
    CROSSING = "kruist_zichzelf"
    LINES = "lijnen_en_punten"
    SLIVERS = "snippers"
    PIECES = "stukken"
    NO_LAND = "geen_land"

    @property
    def left_out(self) -> bool:
        """Whether the area is not on the map because of it."""
        return self in (MapFlaw.NO_SURFACE, MapFlaw.TOO_SMALL, MapFlaw.OUTSIDE)


_SAID = {
    MapFlaw.NO_SURFACE: "zonder vlak, en dus niet op de kaart",
    MapFlaw.TOO_SMALL: "kleiner dan een vierkante meter, en dus niet op de kaart",
    MapFlaw.OUTSIDE: "buiten Nederland getekend, en dus niet op de kaart",
    MapFlaw.CROSSING: "met een rand die zichzelf kruist; hersteld",
    MapFlaw.LINES: "met losse lijnen of punten; die zijn weggelaten",
    MapFlaw.SLIVERS: "met snippers of gaatjes kleiner dan 100 m²; die zijn weggelaten",
    MapFlaw.PIECES: "in losse stukken; die zijn samengevoegd",
    MapFlaw.NO_LAND: "van alleen water of in het buitenland; die doen niet mee",
}


@dataclass(frozen=True, slots=True)
class MapRemark:
    """One flaw of one area.

    Attributes:
        name: of the area, as the map writes it.
        place: where on the Dutch grid, in whole metres; None where there is nothing to point at.
    """

    flaw: MapFlaw
    code: str
    name: str
    place: tuple[int, int] | None = None

    def __str__(self) -> str:
        where = "" if self.place is None else f" bij {self.place[0]}, {self.place[1]}"
        return f"{self.code} {self.name}{where}".strip()


def told(remarks: Iterable[MapRemark]) -> Iterator[str]:
    """A line per flaw, with the first areas that have it."""
    found = list(remarks)
    for flaw in MapFlaw:
        of_it = [remark for remark in found if remark.flaw is flaw]
        if of_it:
            yield f"{_number(len(of_it))} {_SAID[flaw]}: {some(map(str, of_it))}"


def some(names: Iterable[str]) -> str:
    """The first names of a list, and how many there are besides."""
    listed = list(names)
    more = len(listed) - _NAMED
    return "; ".join([*listed[:_NAMED], *([f"en nog {more}"] if more > 0 else [])])


def _number(count: int) -> str:
    return "één gebied" if count == 1 else f"{count} gebieden"

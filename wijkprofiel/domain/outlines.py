"""Outlines for maps: whole metres in the Dutch grid (RD New, EPSG:28992)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

Ring = tuple[tuple[int, int], ...]


class OutlineMatch(StrEnum):
    """Whether the outline of another year may stand for an area."""

    SAME = "zelfde_gebied"
    BOUNDARY_CHANGED = "grens_gewijzigd"
    OTHER_AREA = "ander_gebied"
    NO_OUTLINE = "geen_omtrek"


@dataclass(frozen=True, slots=True)
class Outline:
    """An area as closed rings; holes are rings too (even-odd rule)."""

    code: str
    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class GemeenteMap:
    """The wijken of one gemeente on the division of `year`, or of some gemeenten together.

    Attributes:
        year: division of the outlines, which may differ from that of the figures.
        outer: the gemeente itself; of some together it has no code.
        wijken: its wijken, with the codes of `year`; neighbours share their border points.
        matches: per wijk code of the figures: may its outline be coloured.
        outer_match: whether the gemeente itself is still the same area.
        buurten: outlines to lay over it: of the buurten that an area is put together from. They
            are not kept with the gemeente, and `matches` tells of them too.
    """

    year: int
    outer: Outline
    wijken: tuple[Outline, ...]
    outer_match: OutlineMatch
    matches: dict[str, OutlineMatch] = field(default_factory=dict)
    buurten: tuple[Outline, ...] = ()


@dataclass(frozen=True, slots=True)
class WijkMap:
    """The buurten of one wijk on the division of `year`.

    Attributes:
        year: division of the outlines, which may differ from that of the figures.
        outer: the wijk itself.
        buurten: its buurten, with the codes of `year`; neighbours share their border points.
        matches: per buurt code of the figures: may its outline be coloured.
        outer_match: whether the wijk itself is still the same area.
    """

    year: int
    outer: Outline
    buurten: tuple[Outline, ...]
    outer_match: OutlineMatch
    matches: dict[str, OutlineMatch] = field(default_factory=dict)


def side_by_side(maps: Sequence[GemeenteMap]) -> GemeenteMap | None:
    """The maps of some gemeenten as one, each where it lies; None of none.

    The gemeente that is not the same area any more does not take the map from the others: what may
    be coloured is told per wijk.
    """
    if len(maps) < 2:
        return next(iter(maps), None)
    usable = [each for each in maps if each.outer_match is not OutlineMatch.NO_OUTLINE]
    return GemeenteMap(
        year=maps[0].year,
        outer=Outline(
            code="",
            name=", ".join(each.outer.name for each in maps),
            rings=tuple(ring for each in maps for ring in each.outer.rings),
        ),
        wijken=tuple(wijk for each in maps for wijk in each.wijken),
        outer_match=(usable or maps)[0].outer_match,
        matches={code: match for each in maps for code, match in each.matches.items()},
        buurten=tuple(buurt for each in maps for buurt in each.buurten),
    )

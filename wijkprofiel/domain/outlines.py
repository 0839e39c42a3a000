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
    """The wijken of one gemeente on the division of `year`.

    Attributes:
        year: division of the outlines, which may differ from that of the figures.
        outer: the gemeente itself.
        wijken: its wijken, with the codes of `year`; neighbours share their border points.
        matches: per wijk code of the figures: may its outline be coloured.
        outer_match: whether the gemeente itself is still the same area.
    """

    year: int
    outer: Outline
    wijken: tuple[Outline, ...]
    outer_match: OutlineMatch
    matches: dict[str, OutlineMatch] = field(default_factory=dict)


def drawn_as_one(maps: Sequence[GemeenteMap]) -> GemeenteMap:
    """Gemeenten on one map, each where it lies; one that is another area now is left out.

    Args:
        maps: at least one, all of one year.
    """
    sound = [each for each in maps if each.outer_match is not OutlineMatch.NO_OUTLINE] or maps[:1]
    return GemeenteMap(
        year=sound[0].year,
        outer=Outline(
            "+".join(each.outer.code for each in sound),
            ", ".join(each.outer.name for each in sound),
            tuple(ring for each in sound for ring in each.outer.rings),
        ),
        wijken=tuple(wijk for each in sound for wijk in each.wijken),
        outer_match=sound[0].outer_match,
        matches={code: match for each in sound for code, match in each.matches.items()},
    )


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

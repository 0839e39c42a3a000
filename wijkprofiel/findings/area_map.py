"""The map that an area lies on: every gemeente that it has a part in, with its own buurten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wijkprofiel.domain.area import Area
from wijkprofiel.domain.outlines import GemeenteMap, Outline, OutlineMatch, side_by_side
from wijkprofiel.domain.regions import Region
from wijkprofiel.edition.area_figures import AreaFigures


def map_of(area: Area, rows: Sequence[AreaFigures]) -> GemeenteMap | None:
    """The map; None where the edition has none for any of its gemeenten.

    Args:
        rows: per member the row of the edition that it stands in.

    Raises:
        EditionError: if what is stored of it is damaged.
    """
    homes = {id(row): row for row in rows}.values()
    drawn = side_by_side([found for row in homes if (found := row.map) is not None])
    if drawn is None or not area.is_union:
        return drawn
    members = zip(area.members, rows, strict=True)
    buurten = [own for each in members if (own := _buurt(*each)) is not None]
    matches = {outline.code: match for outline, match in buurten}
    outlines = tuple(outline for outline, _ in buurten)
    return replace(drawn, buurten=outlines, matches={**drawn.matches, **matches})


def _buurt(member: Region, row: AreaFigures) -> tuple[Outline, OutlineMatch] | None:
    """The outline of a member that is a buurt, and whether it may stand for it."""
    home = None if member.wijk_code is None else row.buurt_map(member.wijk_code)
    if home is None:
        return None
    found = (each for each in home.buurten if each.code == member.code)
    outline = next(found, None)
    match = home.matches.get(member.code, OutlineMatch.NO_OUTLINE)
    return None if outline is None else (outline, match)

"""The map that an area lies on: its gemeente, with the buurten that it is put together from."""

from __future__ import annotations

from dataclasses import replace

from wijkprofiel.domain.area import Area
from wijkprofiel.domain.outlines import GemeenteMap, Outline, OutlineMatch
from wijkprofiel.domain.regions import Region
from wijkprofiel.edition.area_figures import AreaFigures


def map_of(area: Area, row: AreaFigures, *, with_buurten: bool) -> GemeenteMap | None:
    """The map of one gemeente; None where the edition has none.

    Args:
        area: what lies in the gemeente.
        row: the row of the edition that the gemeente stands in.
        with_buurten: whether buurten are laid over it: those of a werkgebied and of a part of it.

    Raises:
        EditionError: if what is stored of it is damaged.
    """
    drawn = row.map
    if drawn is None or not with_buurten:
        return drawn
    buurten = [own for each in area.members if (own := _buurt(each, row)) is not None]
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

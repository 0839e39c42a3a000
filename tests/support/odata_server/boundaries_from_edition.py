"""Boundaries as PDOK would serve them, made from the maps of an edition."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import shapely

from tests.support.odata_server.features import UNKNOWN, BoundariesFixture, BoundaryFixture
from wijkprofiel.domain.outlines import GemeenteMap, Outline, Ring
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.edition.reader import Edition

_CORNERS = 3


def boundaries_from_edition(
    edition: Edition, gemeenten: Iterable[str], *, water: bool = True
) -> list[BoundariesFixture]:
    """Gemeenten, wijken and buurten, per year of the maps; `water` adds an area of water to each.

    The shipped edition has no outlines of buurten: those of a wijk are strips of it, from west to
    east; of a wijk that is not on the map they are squares.
    """
    years: dict[int, list[BoundaryFixture]] = {}
    for code in gemeenten:
        drawn, own = edition.area(code).map, edition.region(code)
        if drawn is None or own is None:
            continue
        areas = years.setdefault(drawn.year, [])
        name = own.gemeente_name
        areas += [_area(edition, outline, code, name) for outline in (drawn.outer, *drawn.wijken)]
        areas += _buurten(edition, drawn, own)
        if water:
            areas.append(_water(drawn.outer, code, name))
    return [BoundariesFixture(year, areas) for year, areas in years.items()]


def _area(edition: Edition, outline: Outline, gemeente: str, name: str) -> BoundaryFixture:
    region = edition.region(outline.code)
    people = None if region is None else region.inhabitants
    return BoundaryFixture(
        code=outline.code,
        name=outline.name,
        gemeente=gemeente,
        gemeente_name=name,
        rings=outline.rings,
        properties={
            "aantal_inwoners": UNKNOWN if people is None else people,
            "aantal_huishoudens": UNKNOWN,
        },
    )


def _buurten(edition: Edition, drawn: GemeenteMap, gemeente: Region) -> list[BoundaryFixture]:
    inside: dict[str | None, list[Region]] = {}
    for buurt in edition.regions(RegionLevel.BUURT, gemeente.code):
        inside.setdefault(buurt.wijk_code, []).append(buurt)
    wijken = {wijk.code: wijk for wijk in drawn.wijken}
    return [
        _area(
            edition,
            Outline(buurt.code, buurt.title, rings),
            gemeente.code,
            gemeente.gemeente_name,
        )
        for wijk, buurten in inside.items()
        for buurt, rings in zip(
            buurten, _strips(wijken.get(str(wijk)), len(buurten), drawn.outer), strict=True
        )
    ]


def _strips(wijk: Outline | None, number: int, outer: Outline) -> list[tuple[Ring, ...]]:
    """A wijk in strips of one width, whose borders meet; squares where it is not on the map."""
    if wijk is None:
        return [(_square(outer),)] * number
    whole = shapely.union_all([shapely.make_valid(shapely.Polygon(ring)) for ring in wijk.rings])
    left, bottom, right, top = whole.bounds
    sides = [round(left + (right - left) * part / number) for part in range(number + 1)]
    strips = [
        _rings(shapely.intersection(whole, shapely.box(here, bottom, there, top)))
        for here, there in pairwise(sides)
    ]
    return [strip or (_square(outer),) for strip in strips]


def _rings(shape: Any) -> tuple[Ring, ...]:
    """The outer rings of a shape in whole metres; a hole is filled."""
    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    rings = [
        tuple((round(x), round(y)) for x, y in polygon.exterior.coords) for polygon in polygons
    ]
    return tuple(ring for ring in rings if len(set(ring)) >= _CORNERS)


def _square(outer: Outline) -> Ring:
    """Half a kilometre at the corner of a gemeente."""
    x, y = outer.rings[0][0]
    return ((x, y), (x + 500, y), (x + 500, y + 500), (x, y + 500), (x, y))


def _water(outer: Outline, gemeente: str, name: str) -> BoundaryFixture:
    """A square of water."""
    return BoundaryFixture(
        code=f"WK{gemeente[2:]}99",
        name="",
        gemeente=gemeente,
        gemeente_name=name,
        rings=(_square(outer),),
        water=True,
        properties={"aantal_inwoners": -99995, "aantal_huishoudens": -99995},
    )

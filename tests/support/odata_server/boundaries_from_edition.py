"""Boundaries as PDOK would serve them, made from the maps of an edition."""

from __future__ import annotations

from collections.abc import Iterable

from tests.support.odata_server.features import UNKNOWN, BoundariesFixture, BoundaryFixture
from wijkprofiel.domain.outlines import Outline
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.edition.reader import Edition


def boundaries_from_edition(
    edition: Edition, gemeenten: Iterable[str], *, water: bool = True
) -> list[BoundariesFixture]:
    """Gemeenten, wijken and buurten, per year of the maps; `water` adds an area of water to each.

    An edition has no outlines of buurten: each is a square.
    """
    years: dict[int, list[BoundaryFixture]] = {}
    for code in gemeenten:
        drawn, own = edition.area(code).map, edition.region(code)
        if drawn is None or own is None:
            continue
        areas = years.setdefault(drawn.year, [])
        name = own.gemeente_name
        areas += [_area(edition, outline, code, name) for outline in (drawn.outer, *drawn.wijken)]
        areas += _buurten(edition, drawn.outer, own)
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


def _buurten(edition: Edition, outer: Outline, gemeente: Region) -> list[BoundaryFixture]:
    return [
        _area(
            edition,
            Outline(buurt.code, buurt.title, (_square(outer),)),
            gemeente.code,
            gemeente.gemeente_name,
        )
        for buurt in edition.regions(RegionLevel.BUURT, gemeente.code)
    ]


def _square(outer: Outline) -> tuple[tuple[int, int], ...]:
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

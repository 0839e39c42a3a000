"""OGC API Features as api.pdok.nl serves the boundaries of wijken and buurten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.support.odata_server.dutch_grid import Point, to_lonlat
from tests.support.odata_server.exchange import Asked, Payload, Reply, html_reply, json_reply

GEOJSON_TYPE = "application/geo+json"
RD = "http://www.opengis.net/def/crs/EPSG/0/28992"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
UNKNOWN = -99997
"""Sentinel of a figure that is missing; -99995 occurs as well."""

COLLECTIONS = ("gemeenten", "wijken", "buurten")
LARGEST_PAGE = 1000
_OPTIONS = {"f", "limit", "offset", "cursor", "bbox", "bbox-crs", "crs"}
_FILTERS = {"gemeentecode", "wijkcode", "buurtcode"}
_OPTION_TEXT = "unknown query parameter(s) found: "

Ring = Sequence[Point]


@dataclass(frozen=True)
class BoundaryFixture:
    """One area: `rings` lie in the Dutch grid and are polygons of their own, without holes."""

    code: str
    name: str
    gemeente: str
    gemeente_name: str
    rings: Sequence[Ring]
    water: bool = False
    properties: dict[str, object] = field(default_factory=dict)

    @property
    def collection(self) -> str:
        return {"GM": "gemeenten", "WK": "wijken", "BU": "buurten"}[self.code[:2]]


@dataclass(frozen=True)
class BoundariesFixture:
    """The boundaries of one year; `cursor` says how pages are linked (else: offset)."""

    year: int
    areas: Sequence[BoundaryFixture]
    cursor: bool = True

    @property
    def id(self) -> str:
        return f"wijken-en-buurten-{self.year}"


def answer(asked: Asked, boundaries: BoundariesFixture | None) -> Payload | Reply:
    """The payload of a landing page, collection or page of items, or a refusal."""
    if boundaries is None:
        return html_reply(404, "Not Found")
    parts = [part for part in asked.path.split("/") if part][4:]
    match parts:
        case []:
            return {"title": f"CBS Wijken en Buurten {boundaries.year}", "links": []}
        case ["collections"]:
            return {"links": [], "collections": [_collection(name) for name in COLLECTIONS]}
        case ["collections", name] if name in COLLECTIONS:
            return _collection(name)
        case ["collections", name, "items"] if name in COLLECTIONS:
            return _items(asked, boundaries, name)
    return _problem(404, "Not Found", asked.path)


def _collection(name: str) -> Payload:
    return {
        "id": name,
        "title": name.capitalize(),
        "crs": [CRS84, RD],
        "storageCrs": RD,
        "itemType": "feature",
        "links": [],
    }


def _problem(status: int, title: str, detail: str) -> Reply:
    problem = {"status": status, "title": title, "detail": detail}
    return json_reply(problem, status, "application/problem+json")


def _items(asked: Asked, boundaries: BoundariesFixture, collection: str) -> Payload | Reply:
    refusal = _refusal(asked)
    if refusal is not None:
        return refusal
    found = [area for area in boundaries.areas if area.collection == collection]
    found = [area for area in found if _matches(asked, area, boundaries)]
    start = int(asked.query.get("cursor" if boundaries.cursor else "offset", "0"))
    limit = min(int(asked.query.get("limit", "10")), LARGEST_PAGE)
    page = found[start : start + limit]
    asked.crs = asked.query.get("crs", CRS84)
    place = _place(asked.crs)
    links = [{"rel": "self", "type": GEOJSON_TYPE, "href": asked.url}]
    if start + limit < len(found):
        name = "cursor" if boundaries.cursor else "offset"
        following = asked.link(**{name: start + limit})
        links.append({"rel": "next", "type": GEOJSON_TYPE, "href": following})
    features = [
        _feature(number, area, boundaries.year, place)
        for number, area in enumerate(page, start=start + 1)
    ]
    return {
        "type": "FeatureCollection",
        "numberReturned": len(features),
        "links": links,
        "features": features,
    }


def _refusal(asked: Asked) -> Reply | None:
    unknown = sorted(set(asked.query) - _OPTIONS - _FILTERS)
    if unknown:
        return _problem(400, "Bad Request", _OPTION_TEXT + ", ".join(unknown))
    if asked.query.get("f", "json") not in ("json", "jsonfg"):
        return html_reply(200, "CBS Wijken en Buurten")
    for name in ("crs", "bbox-crs"):
        if asked.query.get(name, RD) not in (RD, CRS84):
            return _problem(400, "Bad Request", f"{name} is not supported: {asked.query[name]}")
    if not all(asked.query.get(name, "0").isdigit() for name in ("limit", "offset", "cursor")):
        return _problem(400, "Bad Request", "limit, offset and cursor are whole numbers")
    return None


def _matches(asked: Asked, area: BoundaryFixture, boundaries: BoundariesFixture) -> bool:
    properties = _properties(area, boundaries.year)
    asked_for = {name: asked.query[name] for name in _FILTERS & set(asked.query)}
    if any(properties.get(name) != value for name, value in asked_for.items()):
        return False
    return "bbox" not in asked.query or _touches(asked, area)


def _touches(asked: Asked, area: BoundaryFixture) -> bool:
    left, bottom, right, top = (float(side) for side in asked.query["bbox"].split(","))
    place = _place(asked.query.get("bbox-crs", CRS84))
    points = [place(point) for ring in area.rings for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs) <= right and max(xs) >= left and min(ys) <= top and max(ys) >= bottom


def _place(crs: str) -> Callable[[Point], Point]:
    return to_lonlat if crs == CRS84 else lambda point: point


def _feature(
    number: int, area: BoundaryFixture, year: int, place: Callable[[Point], Point]
) -> Payload:
    polygons = [[[list(place(point)) for point in ring]] for ring in area.rings]
    return {
        "type": "Feature",
        "id": str(number),
        "properties": _properties(area, year),
        "geometry": {"type": "MultiPolygon", "coordinates": polygons},
    }


def _properties(area: BoundaryFixture, year: int) -> dict[str, object]:
    kind = area.collection
    own: dict[str, object] = {"gemeentecode": area.gemeente, "gemeentenaam": area.gemeente_name}
    if kind == "wijken":
        own |= {"wijkcode": area.code, "wijknaam": area.name}
    if kind == "buurten":
        own |= {"buurtcode": area.code, "buurtnaam": area.name, "wijkcode": f"WK{area.code[2:8]}"}
    if kind != "gemeenten":
        own["indelingswijziging_wijken_en_buurten"] = 1
    water = "JA" if area.water else "NEE"
    return {
        **own,
        "water": water,
        "jaar": year,
        "jrstatcode": f"{year}{area.code}",
    } | area.properties

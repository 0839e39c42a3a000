"""Boundaries that are not right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.support.odata_server.dutch_grid import to_lonlat
from tests.support.odata_server.exchange import Payload
from tests.support.odata_server.fault_book import Situation, Stage, fault
from tests.support.odata_server.faults_in_pages import records_of, with_records
from tests.support.odata_server.features import CRS84, UNKNOWN

Feature = dict[str, Any]
FeatureFault = Callable[[Feature, Situation], Feature]


def in_features(name: str, about: str) -> Callable[[FeatureFault], FeatureFault]:
    """Enter a fault that changes every feature of a page, or that of one area (only).

    Other documents stay as they are.
    """

    def enter(change: FeatureFault) -> FeatureFault:
        @fault(name, about, Stage.PAYLOAD, times=1000)
        def apply(payload: Payload, situation: Situation) -> Payload:
            if "features" not in payload:
                return payload
            only = situation.option("only", None)
            changed = [
                change(feature, situation) if only in (None, _code(feature)) else feature
                for feature in records_of(payload)
            ]
            return with_records(payload, changed)

        return change

    return enter


def _code(feature: Feature) -> object:
    """The year stands before it: 2024WK034403."""
    return str(feature["properties"].get("jrstatcode"))[4:]


def _with_properties(feature: Feature, **changed: object) -> Feature:
    return {**feature, "properties": {**feature["properties"], **changed}}


def _with_shape(feature: Feature, shape: object) -> Feature:
    return {**feature, "geometry": shape}


@in_features("boundary_sentinels", "figures of areas are -99997 (value)")
def _sentinels(feature: Feature, situation: Situation) -> Feature:
    value = situation.option("value", UNKNOWN)
    return _with_properties(feature, aantal_inwoners=value, aantal_huishoudens=value)


@in_features("all_water", "all areas are water")
def _water(feature: Feature, _: Situation) -> Feature:
    return _with_properties(feature, water="JA")


@in_features("boundary_code_missing", "areas have no codes")
def _no_code(feature: Feature, _: Situation) -> Feature:
    kept = {
        name: value for name, value in feature["properties"].items() if not name.endswith("code")
    }
    return {**feature, "properties": kept}


@in_features("boundary_other_year", "areas are those of another year (year)")
def _year(feature: Feature, situation: Situation) -> Feature:
    year, code = situation.option("year", 2019), feature["properties"]["jrstatcode"][4:]
    return _with_properties(feature, jaar=year, jrstatcode=f"{year}{code}")


@in_features("boundary_in_degrees", "coordinates are degrees although metres were asked for")
def _degrees(feature: Feature, _: Situation) -> Feature:
    polygons = [
        [[list(to_lonlat((x, y))) for x, y in ring] for ring in polygon]
        for polygon in feature["geometry"]["coordinates"]
    ]
    return _with_shape(feature, {"type": "MultiPolygon", "coordinates": polygons})


@in_features("boundary_crs_ignored", "coordinates are degrees, and the header says so")
def _crs_ignored(feature: Feature, situation: Situation) -> Feature:
    situation.asked.crs = CRS84
    return _degrees(feature, situation)


@in_features("boundary_axes_swapped", "coordinates are y, x")
def _swapped(feature: Feature, _: Situation) -> Feature:
    polygons = [
        [[[y, x] for x, y in ring] for ring in polygon]
        for polygon in feature["geometry"]["coordinates"]
    ]
    return _with_shape(feature, {"type": "MultiPolygon", "coordinates": polygons})


@in_features("boundary_null", "areas have no shape")
def _null(feature: Feature, _: Situation) -> Feature:
    return _with_shape(feature, None)


@in_features("boundary_point", "areas are points")
def _point(feature: Feature, _: Situation) -> Feature:
    first = feature["geometry"]["coordinates"][0][0][0]
    return _with_shape(feature, {"type": "Point", "coordinates": first})


@in_features("boundary_tiny", "areas are smaller than a square metre")
def _tiny(feature: Feature, _: Situation) -> Feature:
    x, y = feature["geometry"]["coordinates"][0][0][0]
    tiny = [[[x, y], [x + 0.2, y], [x + 0.2, y + 0.2], [x, y]]]
    return _with_shape(feature, {"type": "MultiPolygon", "coordinates": [tiny]})


@in_features("boundary_renamed", "an attribute has another name (old, new)")
def _renamed(feature: Feature, situation: Situation) -> Feature:
    properties = dict(feature["properties"])
    old = situation.option("old", "gemeentenaam")
    if old in properties:
        properties[situation.option("new", "naam")] = properties.pop(old)
    return {**feature, "properties": properties}


@in_features("boundary_crosses_itself", "outlines cross themselves (ring)")
def _bowtie(feature: Feature, situation: Situation) -> Feature:
    usual = [[0, 0], [1000, 1000], [1000, 0], [0, 1000], [0, 0]]
    ring = situation.option("ring", usual)
    return _with_shape(feature, {"type": "MultiPolygon", "coordinates": [[ring]]})

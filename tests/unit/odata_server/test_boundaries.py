from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import requests

from tests.support.odata_server import FakeStatline
from tests.support.odata_server.dutch_grid import to_lonlat
from tests.support.odata_server.features import CRS84, RD
from tests.support.odata_server.samples import boundaries

BASE = "https://api.pdok.nl/cbs/wijken-en-buurten-2022/ogc/v1"


def items(session: requests.Session, collection: str, **query: str | int) -> dict[str, Any]:
    url = f"{BASE}/collections/{collection}/items"
    answer = session.get(url, params={"f": "json", **query}, timeout=5)
    assert answer.headers["Content-Type"] == "application/geo+json"
    found: dict[str, Any] = answer.json()
    return found


def codes(answer: dict[str, Any], name: str = "wijkcode") -> list[Any]:
    return [feature["properties"][name] for feature in answer["features"]]


def test_there_are_three_collections(session: requests.Session) -> None:
    found = session.get(f"{BASE}/collections?f=json", timeout=5).json()["collections"]
    assert [collection["id"] for collection in found] == ["gemeenten", "wijken", "buurten"]


def test_a_gemeente_is_found_by_its_code_with_its_water(session: requests.Session) -> None:
    answer = items(session, "wijken", gemeentecode="GM0001", crs=RD)
    assert codes(answer) == ["WK000101", "WK000102", "WK000199"]
    assert codes(answer, "water") == ["NEE", "NEE", "JA"]
    assert codes(answer, "aantal_inwoners")[0] == -99997
    geometry = answer["features"][0]["geometry"]
    assert geometry["type"] == "MultiPolygon"
    assert geometry["coordinates"][0][0][0] == [157_000, 463_000]


@pytest.mark.parametrize("cursor", [True, False])
def test_pages_are_linked(statline: FakeStatline, session: requests.Session, cursor: bool) -> None:
    statline.boundaries[2022] = replace(boundaries(), cursor=cursor)
    answer, found = items(session, "wijken", limit=3), 0
    while True:
        found += answer["numberReturned"]
        links = [link["href"] for link in answer["links"] if link["rel"] == "next"]
        if not links:
            break
        assert links[0].startswith(f"{BASE}/collections/wijken/items?")
        answer = session.get(links[0], timeout=5).json()
    assert found == 4


def test_the_answer_says_on_which_grid_it_is(session: requests.Session) -> None:
    for crs in (RD, CRS84):
        url = f"{BASE}/collections/wijken/items"
        answer = session.get(url, params={"f": "json", "crs": crs}, timeout=5)
        assert answer.headers["Content-Crs"] == f"<{crs}>"


def test_degrees_unless_metres_are_asked_for(session: requests.Session) -> None:
    x, y = items(session, "gemeenten")["features"][0]["geometry"]["coordinates"][0][0][0]
    assert 5 < x < 6
    assert 52 < y < 53


def test_a_box_may_be_in_either_grid(session: requests.Session) -> None:
    metres = {"bbox": "156900,462900,157500,463500", "bbox-crs": RD}
    assert codes(items(session, "wijken", **metres)) == ["WK000101"]
    (left, bottom), (right, top) = to_lonlat((156_900, 462_900)), to_lonlat((157_500, 463_500))
    degrees = {"bbox": f"{left},{bottom},{right},{top}"}
    assert codes(items(session, "wijken", **degrees)) == ["WK000101"]


def test_the_grid_is_that_of_amersfoort_and_the_westertoren() -> None:
    assert to_lonlat((155_000, 463_000)) == pytest.approx((5.3872, 52.15517), abs=1e-4)
    assert to_lonlat((120_700.7, 487_525.5)) == pytest.approx((4.88352, 52.37453), abs=1e-4)


@pytest.mark.parametrize("query", [{"crs": "EPSG:28992"}, {"gemeente": "x"}, {"limit": "veel"}])
def test_what_the_service_does_not_know_is_refused(
    session: requests.Session, query: dict[str, str]
) -> None:
    url = f"{BASE}/collections/wijken/items"
    answer = session.get(url, params=query, timeout=5)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_another_year_is_not_found(session: requests.Session) -> None:
    url = BASE.replace("2022", "2019") + "/collections"
    assert session.get(url, timeout=5).status_code == 404

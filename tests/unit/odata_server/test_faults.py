from __future__ import annotations

import json
import time
from itertools import islice
from typing import Any

import pytest
import requests

from tests.support.odata_server import FAULTS, FakeStatline, Quirks, Stage
from tests.support.odata_server.features import RD
from tests.unit.odata_server.conftest import Ask

# What a fault needs to show within a test: its options, or a page on which it can.
OPTIONS: dict[str, dict[str, Any]] = {
    "drip": {"size": 200, "seconds": 0.01},
    "huge_body": {"megabytes": 1},
    "gzip_bomb": {"megabytes": 1},
    "reused_code": {"code": "WK000102"},
    "member_renumbered": {"key": "Leeftijd"},
    "dimension_renamed": {"key": "Leeftijd"},
}
ENTITIES = {
    "other_unit": "DataProperties",
    "no_unit": "DataProperties",
    "topic_title_changed": "DataProperties",
    "group_changed": "DataProperties",
    "title_changed": "TableInfos",
    "new_division": "TableInfos",
    "no_modified": "TableInfos",
    "other_table": "TableInfos",
    "member_unlisted": "Leeftijd",
    "extra_period": "Perioden",
    "margin_titles": "Marges",
    "reused_code": "WijkenEnBuurten",
    "long_names": "TableInfos",
    "empty_names": "TableInfos",
    "formula_injection": "TableInfos",
    "script_injection": "TableInfos",
    "control_characters": "TableInfos",
    "modified_goes_back": "TableInfos",
    "discontinued": "TableInfos",
    "lower_case_identifier": "TableInfos",
    "line_breaks": "TableInfos",
    "round_without_rows": "Perioden",
}
PAGED = {"next_link_http", "next_link_missing", "next_link_relative"}
UNCHANGED = {
    *("drip", "redirect", "redirect_elsewhere", "redirect_to_http"),
    "next_link_refused",
}
"""Faults that leave the answer to one question as it was; they are looked at on their own."""


def outcome(session: requests.Session, name: str) -> Any:
    """What a client sees: an exception, or status, some headers and the body."""
    entity = FAULTS[name].entity
    entity = ENTITIES.get(name, "UntypedDataSet" if entity is None else entity)
    url = f"https://dataderden.cbs.nl/ODataFeed/odata/50090NED/{entity}?$format=json"
    if name.startswith("boundary") or name == "all_water":
        url = f"https://api.pdok.nl/cbs/wijken-en-buurten-2022/ogc/v1/collections/wijken/items?crs={RD}"
    if name.startswith("catalogue"):
        url = "https://dataderden.cbs.nl/ODataCatalog/Tables?$format=json"
    try:
        with session.get(url, timeout=0.3, stream=True) as answer:
            body = b"".join(islice(answer.iter_content(4096), 100))
            return answer.status_code, answer.headers.get("Content-Type"), body
    except requests.RequestException as error:
        return type(error)


@pytest.mark.parametrize("name", sorted(FAULTS.keys() - UNCHANGED))
def test_every_fault_is_seen_by_the_client_and_can_be_healed(
    statline: FakeStatline, session: requests.Session, name: str
) -> None:
    if name not in PAGED:
        statline.quirks = Quirks()
    before = outcome(session, name)
    statline.misbehave(name, nth=1, **OPTIONS.get(name, {}))
    assert outcome(session, name) != before
    statline.heal()
    session.close()  # what a fault left on a connection is not the next answer
    assert outcome(session, name) == before
    assert [item.faults for item in statline.requests].count([name]) >= 1


def test_there_are_faults_of_every_stage_each_told_in_one_line() -> None:
    assert len(FAULTS) >= 45
    assert {fault.stage for fault in FAULTS.values()} == set(Stage)
    assert all(fault.about and "\n" not in fault.about for fault in FAULTS.values())


def test_a_fault_comes_at_the_nth_request_so_many_times(statline: FakeStatline, feed: Ask) -> None:
    statline.misbehave("http_502", table="84799NED", entity="TableInfos", nth=2, times=2)
    found = [feed("84799NED", "TableInfos").status_code for _ in range(5)]
    assert found == [200, 502, 502, 200, 200]
    assert feed("50090NED", "TableInfos").status_code == 200


def test_a_fault_in_a_table_is_the_same_in_all_its_documents(
    statline: FakeStatline, api: Ask
) -> None:
    statline.misbehave("renamed_column", table="84799NED", key="Mannen", new="Heren")
    keys = {row["Key"] for row in api("84799NED", "DataProperties", top=10).json()["value"]}
    (row, *_) = api("84799NED", "TypedDataSet").json()["value"]
    assert "Heren_6" in keys
    assert row["Heren_6"] == 3000
    assert "Mannen_6" not in keys | set(row)


def test_suffixes_shift_with_the_figures(statline: FakeStatline, api: Ask) -> None:
    statline.misbehave("shifted_suffixes", by=8)
    row = api("84799NED", "TypedDataSet").json()["value"][0]
    assert (row["AantalInwoners_5"], row["Mannen_14"]) == (6000, 3000)
    assert row["MeestVoorkomendePostcode_16"] == "         ."


def test_a_table_may_be_modified_halfway(statline: FakeStatline, feed: Ask) -> None:
    statline.misbehave("modified_changes")
    found = [feed("84799NED", "TableInfos").json()["value"][0]["Modified"] for _ in range(3)]
    assert found == ["2021-03-26T02:00:00", "2027-01-01T02:00:00", "2027-01-01T02:00:00"]


def test_titles_change_in_the_catalogue_too(
    statline: FakeStatline, session: requests.Session
) -> None:
    statline.misbehave("title_changed", table="84799NED", title="Anders")
    url = "https://opendata.cbs.nl/ODataCatalog/Tables?$format=json"
    assert session.get(url, timeout=5).json()["value"][0]["Title"] == "Anders"


def test_keys_of_another_width_are_consistent(statline: FakeStatline, api: Ask) -> None:
    statline.misbehave("other_width", width=12)
    (found,) = api("84799NED", "TypedDataSet", filter="WijkenEnBuurten eq 'WK000101    '").json()[
        "value"
    ]
    assert found["WijkenEnBuurten"] == "WK000101    "


def test_retry_after_says_how_long(statline: FakeStatline, feed: Ask) -> None:
    statline.misbehave("http_429_retry_after", after=7)
    answer = feed("84799NED", "TableInfos")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")


def test_redirects_lead_where_they_say(statline: FakeStatline, feed: Ask) -> None:
    for name, host, scheme in (
        ("redirect", "opendata.cbs.nl", "https"),
        ("redirect_elsewhere", "elsewhere.example", "https"),
        ("redirect_to_http", "opendata.cbs.nl", "http"),
    ):
        statline.misbehave(name, table="84799NED", status=301)
        answer = feed("84799NED", "TableInfos")
        assert [step.status_code for step in answer.history] == [301]
        assert answer.url.startswith(f"{scheme}://{host}/")
        assert answer.json()["value"][0]["Identifier"] == "84799NED"
        assert statline.requests[-1].host == host


def test_another_host_is_another_name_for_who_asks_directly(statline: FakeStatline) -> None:
    statline.misbehave("next_link_elsewhere", table="84799NED")
    url = f"{statline.catalogs['CBS']}/ODataFeed/odata/84799NED/TypedDataSet?$format=json"
    link = requests.get(url, timeout=5).json()["odata.nextLink"]
    assert link.startswith("http://localhost:")
    assert requests.get(link, timeout=5).status_code == 200
    assert statline.requests[-1].host == "elsewhere.example"


def test_a_dripping_body_takes_long_while_no_pause_is_long(
    statline: FakeStatline, feed: Ask
) -> None:
    statline.misbehave("drip", size=20, seconds=0.01)
    start = time.perf_counter()
    assert feed("84799NED", "TableInfos").json()["value"]
    assert time.perf_counter() - start > 0.2


def test_healing_lets_go_of_who_waits(statline: FakeStatline, session: requests.Session) -> None:
    statline.misbehave("slow_first_byte", seconds=60)
    url = "https://opendata.cbs.nl/ODataFeed/odata/84799NED/TableInfos?$format=json"
    with pytest.raises(requests.ReadTimeout):
        session.get(url, timeout=0.1)
    statline.heal()
    assert session.get(url, timeout=5).status_code == 200


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("refused", requests.ConnectionError),
        ("no_such_host", requests.ConnectionError),
        ("no_tls", requests.exceptions.SSLError),
        ("connect_timeout", requests.ConnectTimeout),
        ("proxy_refused", requests.exceptions.ProxyError),
        ("connection_reset", requests.ConnectionError),
        ("no_answer", requests.ConnectionError),
        ("slow_first_byte", requests.ReadTimeout),
        ("stalled_body", requests.ConnectionError),
        ("truncated_body", requests.exceptions.ChunkedEncodingError),
        ("truncated_chunks", requests.exceptions.ChunkedEncodingError),
        ("corrupt_gzip", requests.exceptions.ContentDecodingError),
        ("redirect_loop", requests.TooManyRedirects),
    ],
)
def test_what_a_client_of_requests_gets_to_see(
    statline: FakeStatline, session: requests.Session, name: str, error: type[Exception]
) -> None:
    statline.misbehave(name)
    with pytest.raises(error):
        session.get("https://opendata.cbs.nl/ODataFeed/odata/84799NED/TableInfos", timeout=0.3)


def test_latin_1_is_no_utf_8(statline: FakeStatline, feed: Ask) -> None:
    statline.misbehave("latin_1")
    with pytest.raises(UnicodeDecodeError):
        json.loads(feed("84799NED", "WijkenEnBuurten").content.decode())


def test_a_loop_of_pages_never_ends(
    statline: FakeStatline, session: requests.Session, feed: Ask
) -> None:
    statline.misbehave("next_link_loop", table="84799NED", nth=2)
    link = feed("84799NED", "TypedDataSet").json()["odata.nextLink"]
    for _ in range(3):
        again = session.get(link, timeout=5).json()["odata.nextLink"]
        assert session.get(again, timeout=5).json()["value"]
        link = again
    assert len({item.url for item in statline.asked("84799NED")}) == 2


def test_only_following_pages_are_refused(
    statline: FakeStatline, session: requests.Session, feed: Ask
) -> None:
    statline.misbehave("next_link_refused")
    first = feed("50090NED", "UntypedDataSet")
    assert first.status_code == 200
    assert session.get(first.json()["odata.nextLink"], timeout=5).status_code == 500

"""The server before other clients: urllib, and cbsodata as people use it."""

from __future__ import annotations

import json
from urllib.error import HTTPError
from urllib.request import urlopen

import cbsodata
import pytest
import requests

from tests.support.odata_server import FakeStatline
from tests.unit.odata_server.conftest import Ask


@pytest.fixture
def plain(statline: FakeStatline, monkeypatch: pytest.MonkeyPatch) -> FakeStatline:
    """cbsodata without https, and without a proxy that the environment may have."""
    # Our adapter gives cbsodata a session of its own; here it is used as others use it.
    monkeypatch.setattr(cbsodata.cbsodata3, "Session", requests.Session)
    monkeypatch.setattr(cbsodata.options, "use_https", False)
    monkeypatch.setattr(cbsodata.options, "requests", {})
    return statline


def test_urllib_finds_a_host_in_the_path(statline: FakeStatline) -> None:
    url = f"{statline.catalogs['CBS']}/ODataFeed/odata/84799NED/TypedDataSet?$format=json"
    with urlopen(url) as answer:
        page = json.load(answer)
    assert len(page["value"]) == 4
    with urlopen(page["odata.nextLink"]) as answer:
        assert len(json.load(answer)["value"]) == 3
    with pytest.raises(HTTPError) as caught:
        urlopen(url.replace("84799NED", "0NED"))
    with caught.value as error:
        assert error.code == 404


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_cbsodata_reads_tables_of_both_hosts(plain: FakeStatline) -> None:
    cbs, rivm = (url.removeprefix("http://") for url in list(plain.catalogs.values())[:2])
    assert cbsodata.get_info("84799NED", catalog_url=cbs)["Identifier"] == "84799NED"
    areas = cbsodata.get_meta("84799NED", "WijkenEnBuurten", catalog_url=cbs)
    assert [area["Key"] for area in areas][-1] == "WK000201  "
    rows = cbsodata.get_data(
        "50090NED", catalog_url=rivm, filters="startswith(WijkenEnBuurten,'WK0001')", typed=True
    )
    assert len(rows) == 12
    assert rows[0]["WijkenEnBuurten"] == "Wijk 01 Oud"
    assert rows[0]["ErvarenGezondheidGoedZeerGoed_4"] == "    72.0"
    listed = cbsodata.get_table_list(catalog_url=rivm)
    assert [table["Identifier"] for table in listed] == ["50090NED"]


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_cbsodata_wraps_an_error_of_the_server(plain: FakeStatline) -> None:
    plain.misbehave("http_503", entity="TableInfos")
    catalog = plain.catalogs["CBS"].removeprefix("http://")
    with pytest.raises(requests.HTTPError, match="84799NED"):
        cbsodata.get_info("84799NED", catalog_url=catalog)


def test_long_answers_are_compressed(feed: Ask) -> None:
    answer = feed("84799NED", "DataProperties")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.json()["value"]


def test_only_get_is_served(statline: FakeStatline) -> None:
    answer = requests.post(f"{statline.catalogs['CBS']}/ODataCatalog/Tables", timeout=5)
    assert answer.status_code == 405


def test_nobody_listens_while_out_of_order(statline: FakeStatline) -> None:
    url = f"{statline.catalogs['CBS']}/ODataCatalog/Tables?$format=json"
    with statline.out_of_order(), pytest.raises(requests.ConnectionError):
        requests.get(url, timeout=5)
    assert requests.get(url, timeout=5).status_code == 200

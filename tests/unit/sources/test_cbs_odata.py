"""What cbsodata does, and that our adapter does not let it."""

from __future__ import annotations

import inspect
import os
import threading
from typing import Any

import pytest
import requests
from cbsodata import cbsodata3

from tests.support.odata_server import ALWAYS, FakeStatline
from wijkprofiel.domain.errors import SourceChangedError, SourceUnreachableError
from wijkprofiel.sources import cbs_odata
from wijkprofiel.sources.cbs_odata import CbsOData
from wijkprofiel.sources.session import GuardedSession

TABLE = "84799NED"
HOST = "opendata.cbs.nl"


@pytest.fixture
def catalogue(session: GuardedSession) -> CbsOData:
    return CbsOData(session, HOST, 5)


@pytest.fixture
def bare(server: FakeStatline, monkeypatch: pytest.MonkeyPatch) -> Any:
    """cbsodata as it is without us, talking to the local server."""

    def session() -> requests.Session:
        opened = requests.Session()
        server.mount(opened)
        return opened

    monkeypatch.setattr(cbsodata3, "Session", session)
    return cbsodata3


# --- Its traps, pinned: when one of these fails, cbsodata changed ------------------------------


def test_typed_does_the_opposite_of_what_it_says(bare: Any) -> None:
    assert "TypedDataSet" in bare.download_data(TABLE, typed=False)
    assert "UntypedDataSet" in bare.download_data(TABLE, typed=True)


def test_get_data_loses_the_codes_of_areas(bare: Any) -> None:
    rows = bare.get_data(TABLE)
    assert rows[2]["WijkenEnBuurten"] == "Wijk 01 Oud"
    assert {row["WijkenEnBuurten"] for row in rows}.isdisjoint({"WK000101  ", "WK000101"})


def test_download_asks_for_all_metadata_every_time(bare: Any, server: FakeStatline) -> None:
    bare.download_data(TABLE, filters="WijkenEnBuurten eq 'GM0001    '")
    assert {asked.entity for asked in server.requests} >= {"WijkenEnBuurten", "CategoryGroups"}


def test_its_catalogue_is_a_global_that_an_exception_leaves_changed(bare: Any) -> None:
    before = bare.options.catalog_url
    with pytest.raises(RuntimeError), bare.catalog("dataderden.cbs.nl"):
        raise RuntimeError
    left = bare.options.catalog_url
    bare.options.catalog_url = before
    assert left == "dataderden.cbs.nl"


def test_it_has_no_time_out_of_its_own() -> None:
    source = inspect.getsource(cbsodata3)
    assert "timeout" not in source


def test_it_wraps_no_other_error_than_that_of_the_status(bare: Any, server: FakeStatline) -> None:
    server.misbehave("connection_reset", table=TABLE)
    with pytest.raises(requests.ConnectionError):
        bare.get_info(TABLE)


def test_it_reads_one_page_of_the_list_of_tables_only() -> None:
    assert "nextLink" not in inspect.getsource(cbsodata3.get_table_list)


def test_a_key_of_the_wrong_width_gives_an_empty_list(bare: Any) -> None:
    rows = bare.get_meta(TABLE, "UntypedDataSet", filters="WijkenEnBuurten eq 'GM0001'")
    assert rows == []


# --- Our adapter ---------------------------------------------------------------------------------


def test_the_seam_is_its_session() -> None:
    assert cbsodata3.Session is cbs_odata._session


def test_outside_the_adapter_there_is_no_session() -> None:
    with pytest.raises(RuntimeError, match="only used through"):
        cbsodata3.Session()


def test_rows_keep_their_codes_and_their_raw_text(catalogue: CbsOData) -> None:
    rows = catalogue.rows(TABLE, "WijkenEnBuurten eq 'WK000101  '", None)
    assert rows[0]["WijkenEnBuurten"] == "WK000101  "
    assert rows[0]["AantalInwoners_5"] == "    2500"
    assert rows[0]["MeestVoorkomendePostcode_8"] == "         ."


def test_blank_and_dot_stay_apart(catalogue: CbsOData) -> None:
    (row,) = catalogue.rows(TABLE, "WijkenEnBuurten eq 'WK000102  '", None)
    assert row["AantalInwoners_5"] == "       ."
    assert row["Afstand_7"] is None


def test_only_the_untyped_feed_is_asked_in_json(catalogue: CbsOData, server: FakeStatline) -> None:
    catalogue.rows(TABLE, None, ["WijkenEnBuurten", "AantalInwoners_5"])
    (asked,) = server.requests
    assert (asked.service, asked.entity) == ("ODataFeed", "UntypedDataSet")
    assert asked.query == {"$format": "json", "$select": "WijkenEnBuurten,AantalInwoners_5"}
    assert asked.headers["accept"] == "application/json"
    assert asked.headers["user-agent"].startswith("wijkprofiel/")


def test_pages_are_followed(server: FakeStatline, catalogue: CbsOData) -> None:
    server.quirks.__dict__["page_size"] = 2
    assert len(catalogue.rows(TABLE, None, None)) == 7
    assert len(server.requests) == 4


def test_what_its_options_say_does_not_weaken_the_guards(
    catalogue: CbsOData, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[dict[str, Any]] = []
    original = requests.Session.send

    def remembered(session: requests.Session, request: Any, **kwargs: Any) -> Any:
        seen.append(kwargs)
        return original(session, request, **kwargs)

    monkeypatch.setattr(requests.Session, "send", remembered)
    monkeypatch.setitem(cbsodata3.options.requests, "verify", False)
    monkeypatch.setitem(cbsodata3.options.requests, "proxies", {"https": "http://elders:1"})
    catalogue.info(TABLE)
    assert seen[0]["verify"] is True
    assert seen[0]["proxies"] == {}
    assert seen[0]["timeout"] == (2, 0.5)
    assert seen[0]["allow_redirects"] is False


def test_threads_can_ask_at_the_same_time(catalogue: CbsOData) -> None:
    found: list[int] = []

    def ask() -> None:
        found.append(len(catalogue.rows(TABLE, None, None)))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [7] * 8


def test_json_that_stays_broken_is_unreachable(catalogue: CbsOData, server: FakeStatline) -> None:
    server.misbehave("invalid_json", table=TABLE, times=ALWAYS)
    with pytest.raises(SourceUnreachableError, match="geen geldige JSON"):
        catalogue.info(TABLE)


def test_a_table_that_is_not_there(catalogue: CbsOData) -> None:
    with pytest.raises(SourceChangedError, match="12345NED/TableInfos bestaat niet"):
        catalogue.info("12345NED")


def test_the_adapter_reads_no_environment_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", {})
    assert "environ" not in inspect.getsource(cbs_odata)

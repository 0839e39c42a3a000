from __future__ import annotations

import requests

from tests.faults.world import SOURCES
from wijkprofiel.configuration.sources import ServiceTable
from wijkprofiel.sources.dry_run import DryRun
from wijkprofiel.sources.plan import address, plan_chunks


def table(name: str, **series: object) -> ServiceTable:
    found = SOURCES.table(name)
    assert found is not None
    return found.model_copy(update={"series": found.series.model_copy(update=series)})


def test_health_comes_per_age_margin_and_year() -> None:
    chunks = plan_chunks(table("rivm_50150ned"))
    assert len(chunks) == 3 * 3 * 5
    assert chunks[0].filters == (
        "Leeftijd eq '20300' and Marges eq 'MW00000' and Perioden eq '2012JJ00'"
    )
    assert chunks[0].label == "18+, waarde, 2012"
    assert all(chunk.holds("BU03440322") for chunk in chunks)


def test_what_a_table_lists_but_does_not_have_is_not_asked() -> None:
    chunks = plan_chunks(table("rivm_50090ned"))
    keys = [dict(chunk.keys) for chunk in chunks]
    assert len(chunks) == (3 * 3 - 1) * 3
    assert not [k for k in keys if (k["Leeftijd"], k["Perioden"]) == ("53115", "2020JJ00")]


def test_a_register_comes_per_level() -> None:
    chunks = plan_chunks(table("kwb_2024"))
    assert [chunk.filters for chunk in chunks] == [
        f"startswith(WijkenEnBuurten,'{level}')" for level in ("NL", "GM", "WK", "BU")
    ]
    assert [chunk.holds("WK0363AA") for chunk in chunks] == [False, False, True, False]


def test_one_gemeente_comes_with_the_country_beside_it() -> None:
    (chunk,) = plan_chunks(table("kwb_2024"), gemeente="GM0363")
    assert chunk.filters == (
        "(startswith(WijkenEnBuurten,'NL') or startswith(WijkenEnBuurten,'GM0363')"
        " or startswith(WijkenEnBuurten,'WK0363') or startswith(WijkenEnBuurten,'BU0363'))"
    )
    assert chunk.holds("BU0363NL01")
    assert chunk.holds("NL00")
    assert not chunk.holds("BU03440322")


def test_per_gemeente_where_the_service_gives_few_rows() -> None:
    chunks = plan_chunks(table("kwb_2024", verdeling="gemeente"), gemeenten=["GM0001", "GM0002"])
    assert [chunk.label for chunk in chunks] == ["land", "GM0001", "GM0002"]


def test_keys_are_asked_as_the_table_pads_them() -> None:
    keys = {"TypeMaatwerkvoorziening": {"T001024": "T001024   "}, "Perioden": {}}
    (chunk,) = plan_chunks(table("wmo_2025"), keys=keys)
    assert chunk.filters == ("Perioden eq '2025JJ00' and TypeMaatwerkvoorziening eq 'T001024   '")


def test_a_quote_in_a_key_stays_inside_the_key() -> None:
    strange = table("wmo_2025", kies={"TypeMaatwerkvoorziening": "a' or 'b"})
    (chunk,) = plan_chunks(strange)
    assert str(chunk.filters).endswith("eq 'a'' or ''b'")


def test_the_address_is_the_one_that_cbsodata_asks() -> None:
    filters, select = "Perioden eq '2024JJ00'", ["Perioden", "Eenzaam_25"]
    ours = address("opendata.cbs.nl", "1NED", "UntypedDataSet", filters, select)
    theirs = requests.Request(
        "GET",
        "https://opendata.cbs.nl/ODataFeed/odata/1NED/UntypedDataSet",
        params={"$format": "json", "$select": ",".join(select), "$filter": filters},
    ).prepare()
    assert ours == theirs.url


def test_a_dry_run_names_every_request_and_asks_nothing() -> None:
    names = ["rivm_50150ned", "kwb_2024", "pdok_2024", "grenzen_2022"]
    found = list(DryRun(SOURCES).requests(names))
    assert len(found) == (7 + 45 + 1) + (4 + 4 + 1) + 3
    assert {request.table for request in found} == set(names[:3])
    assert all(request.url.startswith("https://") for request in found)
    hosts = {request.url.split("/")[2] for request in found}
    assert hosts == {"dataderden.cbs.nl", "opendata.cbs.nl", "api.pdok.nl"}


def test_a_dry_run_for_one_gemeente() -> None:
    found = list(DryRun(SOURCES, "GM0344").requests(["kwb_2024", "pdok_2024"]))
    rows = [request.url for request in found if request.what.startswith(("rijen", "grenzen"))]
    assert len(rows) == 4
    assert all("0344" in url for url in rows)

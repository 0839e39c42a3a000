from __future__ import annotations

import requests

from tests.support.odata_server import FakeStatline
from tests.unit.odata_server.conftest import Ask


def test_the_service_document_lists_the_entities(feed: Ask) -> None:
    answer = feed("50090NED", "").json()
    assert [item["name"] for item in answer["value"]] == [
        "TableInfos",
        "UntypedDataSet",
        "TypedDataSet",
        "DataProperties",
        "CategoryGroups",
        "Leeftijd",
        "Marges",
        "WijkenEnBuurten",
        "Perioden",
    ]
    root = "https://dataderden.cbs.nl/ODataFeed/odata/50090NED"
    assert answer["odata.metadata"] == f"{root}/$metadata"
    assert answer["value"][0]["url"] == f"{root}/TableInfos"


def test_table_infos_is_one_record(feed: Ask) -> None:
    (info,) = feed("84799NED", "TableInfos").json()["value"]
    assert info["Identifier"] == "84799NED"
    assert info["Title"] == "Kerncijfers wijken en buurten 2020"
    assert info["Modified"] == "2021-03-26T02:00:00"
    assert info["RecordCount"] == 7


def test_the_group_path_is_a_walk_up(api: Ask) -> None:
    rows = api("84799NED", "DataProperties", top=10).json()["value"]
    found = {row["ID"]: row for row in rows}
    men = next(row for row in rows if row["Key"] == "Mannen_6")
    inner = found[men["ParentID"]]
    assert (inner["Type"], inner["Key"], inner["Title"]) == ("TopicGroup", "", "Geslacht")
    assert found[inner["ParentID"]]["Title"] == "Bevolking"
    assert rows[0]["Type"] == "GeoDetail"
    assert rows[0]["odata.type"] == "Cbs.OData.GeoDetail"
    assert (men["Datatype"], men["Unit"], men["Decimals"]) == ("Long", "aantal", 0)


def test_dimensions_have_a_type_each(api: Ask) -> None:
    rows = api("50090NED", "DataProperties", top=10).json()["value"]
    types = {row["Key"]: row["Type"] for row in rows[:4]}
    assert types == {
        "Leeftijd": "Dimension",
        "Marges": "Dimension",
        "WijkenEnBuurten": "GeoDetail",
        "Perioden": "TimeDimension",
    }


def test_areas_know_their_gemeente_and_the_country_has_none(api: Ask) -> None:
    areas = api("84799NED", "WijkenEnBuurten").json()["value"]
    assert areas[2] == {
        "Key": "WK000101  ",
        "Title": "Wijk 01 Oud",
        "Description": "",
        "Municipality": "GM0001",
        "DetailRegionCode": "WK000101",
    }
    assert areas[0]["Key"] == "NL00      "
    assert (areas[0]["Municipality"], areas[0]["DetailRegionCode"]) == ("", "")


def test_untyped_values_are_padded_text_and_blank_is_not_a_dot(api: Ask) -> None:
    chosen = "startswith(WijkenEnBuurten,'WK000102') and Marges eq 'MW00000'"
    early, late = api("50090NED", "UntypedDataSet", filter=chosen).json()["value"]
    assert early["Eenzaam_5"] is None
    assert late["Eenzaam_5"] == "       ."
    known = api("50090NED", "UntypedDataSet", top=2).json()["value"][1]
    assert known["Eenzaam_5"] == "    35.0"
    assert known["Gemeentenaam_1"] == f"{'Nederland':<40}"


def test_typed_values_lose_the_reason_but_text_keeps_its_dot(api: Ask) -> None:
    rows = api("84799NED", "TypedDataSet").json()["value"]
    assert (rows[0]["AantalInwoners_5"], rows[0]["Afstand_7"]) == (6000, None)
    assert rows[4]["AantalInwoners_5"] is None
    assert rows[4]["MeestVoorkomendePostcode_8"] == "         ."
    assert api("50090NED", "TypedDataSet", top=1).json()["value"][0][
        "ErvarenGezondheidGoedZeerGoed_4"
    ] == 70.0  # fmt: skip


def test_the_catalogue_lists_the_tables_of_its_own_host(session: requests.Session) -> None:
    def listed(host: str, **more: str) -> list[dict[str, str]]:
        url = f"https://{host}.cbs.nl/ODataCatalog/Tables"
        found: list[dict[str, str]] = session.get(
            url, params={"$format": "json", **more}, timeout=5
        ).json()["value"]
        return found

    assert [row["Identifier"] for row in listed("opendata")] == ["84799NED"]
    wanted = {"$filter": "Identifier eq '50090NED'", "$select": "Identifier,Modified"}
    assert listed("dataderden", **wanted) == [
        {"Identifier": "50090NED", "Modified": "2022-06-01T02:00:00"}
    ]


def test_a_table_is_on_its_own_host_only(session: requests.Session) -> None:
    url = "https://opendata.cbs.nl/ODataFeed/odata/50090NED/TableInfos?$format=json"
    assert session.get(url, timeout=5).status_code == 404


def test_atom_unless_json_is_asked(session: requests.Session) -> None:
    url = "https://opendata.cbs.nl/ODataFeed/odata/84799NED/WijkenEnBuurten"
    answer = session.get(url, timeout=5)
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    assert '<d:Key xml:space="preserve">WK000101  </d:Key>' in answer.text
    asked = session.get(url, headers={"Accept": "application/json"}, timeout=5)
    assert asked.json()["value"]
    assert session.get(url, headers={"Accept": "image/png"}, timeout=5).status_code == 406


def test_the_response_keeps_the_address_that_was_asked(statline: FakeStatline, feed: Ask) -> None:
    answer = feed("84799NED", "TableInfos")
    assert answer.url.startswith("https://opendata.cbs.nl/ODataFeed/odata/84799NED/TableInfos?")
    (logged,) = statline.asked("84799NED", "TableInfos")
    assert (logged.service, logged.status, logged.faults) == ("ODataFeed", 200, [])
    assert logged.url.startswith("https://opendata.cbs.nl/")


def test_an_unknown_table_or_entity_is_not_found(feed: Ask) -> None:
    assert feed("00000NED", "TableInfos").status_code == 404
    assert feed("84799NED", "Perioden").status_code == 404

"""Documents and pages that are not right: their links, their records, their shape.

These work on OData pages and on pages of boundaries alike.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.support.odata_server.exchange import Asked, Payload
from tests.support.odata_server.fault_book import Situation, Stage, fault

ELSEWHERE = "elsewhere.example"
PageFault = Callable[[Payload, Situation], Any]


def _on_page(
    name: str, about: str, *, entity: str | None = None, times: int | None = None
) -> Callable[[PageFault], PageFault]:
    return fault(name, about, Stage.PAYLOAD, entity=entity, times=times)


def elsewhere(asked: Asked, address: str, host: str = ELSEWHERE) -> str:
    """The same address on another host: one that only exists through the adapter, or localhost."""
    if asked.base.startswith("http://127.0.0.1"):
        local = address.replace("127.0.0.1", "localhost", 1)
        return local.replace(f"/{asked.host}/", f"/{host}/", 1)
    return address.replace(asked.host, host, 1)


def next_link(payload: Payload) -> str | None:
    """The address of the next page."""
    if "features" in payload:
        links: Any = payload["links"]
        return next((link["href"] for link in links if link["rel"] == "next"), None)
    link = payload.get("odata.nextLink")
    return None if link is None else str(link)


def with_next_link(payload: Payload, address: str | None) -> Payload:
    """The payload with this link to a next page, or without one."""
    if "features" in payload:
        links: Any = payload["links"]
        kept = [link for link in links if link["rel"] != "next"]
        more = [] if address is None else [{"rel": "next", "href": address}]
        return {**payload, "links": kept + more}
    rest = {name: value for name, value in payload.items() if name != "odata.nextLink"}
    return rest if address is None else {**rest, "odata.nextLink": address}


def records_of(payload: Payload) -> list[Any]:
    found = payload.get("features", payload.get("value"))
    return list(found) if isinstance(found, list) else []


def with_records(payload: Payload, records: list[Any]) -> Payload:
    return {**payload, ("features" if "features" in payload else "value"): records}


@_on_page("next_link_loop", "the link to the next page is that of this page", times=1000)
def _loop(payload: Payload, situation: Situation) -> Payload:
    return with_next_link(payload, situation.asked.link())


@_on_page("next_link_elsewhere", "the link to the next page is on another host (host)")
def _elsewhere(payload: Payload, situation: Situation) -> Payload:
    address = next_link(payload) or situation.asked.link()
    return with_next_link(
        payload, elsewhere(situation.asked, address, situation.option("host", ELSEWHERE))
    )


@_on_page("next_link_http", "the link to the next page is not https (through the adapter)")
def _plain(payload: Payload, situation: Situation) -> Payload:
    address = next_link(payload) or situation.asked.link()
    return with_next_link(payload, address.replace("https:", "http:", 1))


@_on_page("next_link_relative", "the link to the next page is a bare path")
def _relative(payload: Payload, situation: Situation) -> Payload:
    address = next_link(payload)
    if address is None:
        return payload
    return with_next_link(payload, address.removeprefix(situation.asked.base))


@_on_page("next_link_is_no_text", "the link to the next page is a number")
def _number(payload: Payload, _: Situation) -> Payload:
    return {**payload, "odata.nextLink": 2}


@_on_page("next_link_missing", "there are more pages, but no link to them")
def _missing(payload: Payload, _: Situation) -> Payload:
    return with_next_link(payload, None)


@_on_page("short_page", "a page lacks its later half, its link goes on as usual")
def _short(payload: Payload, _: Situation) -> Payload:
    found = records_of(payload)
    return with_records(payload, found[: len(found) // 2])


@_on_page("empty_page", "a page is empty, its link goes on as usual")
def _empty(payload: Payload, _: Situation) -> Payload:
    return with_records(payload, [])


@_on_page("overlapping_page", "the last records of a page come twice")
def _overlap(payload: Payload, _: Situation) -> Payload:
    found = records_of(payload)
    return with_records(payload, found + found[-3:])


@_on_page("no_untyped", "the service document does not list UntypedDataSet", entity="", times=1000)
def _no_untyped(payload: Payload, _: Situation) -> Payload:
    kept = [item for item in records_of(payload) if item["name"] != "UntypedDataSet"]
    return with_records(payload, kept)


@_on_page("no_records", "there is JSON, but no list of records in it")
def _no_records(payload: Payload, _: Situation) -> Payload:
    return {name: value for name, value in payload.items() if not isinstance(value, list)}


@_on_page("records_null", "the list of records is null")
def _null(payload: Payload, _: Situation) -> Payload:
    return {**payload, ("features" if "features" in payload else "value"): None}


@_on_page("records_object", "the list of records is an object")
def _object(payload: Payload, _: Situation) -> Payload:
    return {**payload, ("features" if "features" in payload else "value"): {"0": {}}}


@_on_page("records_of_text", "the records are texts")
def _texts(payload: Payload, _: Situation) -> Payload:
    return with_records(payload, [str(record) for record in records_of(payload)])


@_on_page("bare_list", "the document is a list of records, with nothing around it")
def _bare(payload: Payload, _: Situation) -> list[Any]:
    return records_of(payload)


@_on_page("other_version", "the answer has the shape of OData version 4")
def _version_4(payload: Payload, _: Situation) -> Payload:
    link = next_link(payload)
    return {
        "@odata.context": "https://datasets.cbs.nl/odata/v1/$metadata",
        "value": [
            {"Id": number, "Measure": "T001036", "Value": None, "ValueAttribute": "None"}
            for number, _ in enumerate(records_of(payload))
        ],
        **({"@odata.nextLink": link} if link else {}),
    }


@_on_page("error_with_200", "an OData error comes with status 200")
def _error(_: Payload, situation: Situation) -> Payload:
    message = situation.option("message", "An error has occurred.")
    return {"odata.error": {"code": "", "message": {"lang": "en-US", "value": message}}}


@_on_page("record_keys_missing", "records lack a field (field)")
def _no_field(payload: Payload, situation: Situation) -> Payload:
    found = records_of(payload)
    gone = situation.option("field", next(iter(found[0])) if found else "")
    kept = [{name: value for name, value in record.items() if name != gone} for record in found]
    return with_records(payload, kept)


@_on_page("group_loop", "groups in DataProperties are each other's parent", entity="DataProperties")
def _group_loop(payload: Payload, _: Situation) -> Payload:
    found = records_of(payload)
    groups = [record["ID"] for record in found if record["Type"] == "TopicGroup"]
    last = groups[-1] if groups else found[-1]["ID"]
    changed = [{**item, "ParentID": last} if item["ID"] in groups else item for item in found]
    return with_records(payload, changed)


@_on_page("group_missing", "topics stand in a group that is not there", entity="DataProperties")
def _group_missing(payload: Payload, _: Situation) -> Payload:
    changed = [
        {**item, "ParentID": 9999} if item["Type"] == "Topic" else item
        for item in records_of(payload)
    ]
    return with_records(payload, changed)


@_on_page("properties_missing", "DataProperties lacks a topic that the rows have (key)",
          entity="DataProperties", times=1000)  # fmt: skip
def _undescribed(payload: Payload, situation: Situation) -> Payload:
    found = records_of(payload)
    topics = [item["Key"] for item in found if item.get("Datatype") in ("Long", "Double")]
    gone = situation.option("key", topics[0] if topics else "")
    return with_records(payload, [item for item in found if item["Key"] != gone])

"""The documents of a table, as lists of records: metadata, dimensions, rows."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.odata_server.tables import Dimension, Row, TableFixture, TopicFixture

Records = list[dict[str, object]]

DATA_SETS = ("TypedDataSet", "UntypedDataSet")


def entities(table: TableFixture) -> list[str]:
    """The names in the service document, in its order."""
    fixed = ("TableInfos", "UntypedDataSet", "TypedDataSet", "DataProperties", "CategoryGroups")
    return [*fixed, *(dimension.key for dimension in table.dimensions)]


def records(table: TableFixture, entity: str) -> Records | None:
    """The records of an entity; None if the table has no such entity."""
    if entity in _DOCUMENTS:
        return _DOCUMENTS[entity](table)
    found = [item for item in table.dimensions if item.key == entity]
    return _members(found[0]) if found else None


def table_info(table: TableFixture) -> dict[str, object]:
    """The TableInfos record, which the catalogue repeats."""
    years = sorted({key[:4] for key in _periods(table)})
    return {
        "ID": 0,
        "Title": table.title,
        "ShortTitle": table.title,
        "Identifier": table.id,
        "Summary": f"{table.title}\r\nCijfers per wijk en buurt.",
        "Modified": table.modified,
        "ReasonDelivery": "Actualisering",
        "ExplanatoryText": "",
        "Language": "nl",
        "Catalog": table.catalog,
        "Frequency": "Perjaar",
        "Period": ", ".join(years) or table.title[-4:],
        "ShortDescription": f"\n{table.title}.\n",
        "DefaultPresentation": "",
        "DefaultSelection": "",
        "GraphTypes": "Table,Bar,Line",
        "OutputStatus": "Regulier",
        "Source": "CBS." if table.catalog == "CBS" else "GGD'en, CBS en RIVM.",
        "MetaDataModified": table.modified,
        "RecordCount": len(table.rows),
        "ColumnCount": 1 + len(table.dimensions) + len(table.topics),
        "SearchPriority": "2",
        **table.info,
    }


def _periods(table: TableFixture) -> list[str]:
    return [
        member.key
        for dimension in table.dimensions
        if dimension.type == "TimeDimension"
        for member in dimension.members
    ]


def _members(dimension: Dimension) -> Records:
    rows: Records = []
    for member in dimension.members:
        row: dict[str, object] = {
            "Key": dimension.pad(member.key),
            "Title": member.title,
            "Description": member.description,
        }
        if dimension.type.startswith("Geo"):
            detail = member.key if member.municipality else ""
            row |= {"Municipality": member.municipality, "DetailRegionCode": detail}
        elif dimension.type == "TimeDimension":
            row["Status"] = member.status
        else:
            row["CategoryGroupID"] = member.group
        rows.append(row)
    return rows


def _properties(table: TableFixture) -> Records:
    rows: Records = []
    for position, dimension in enumerate(table.dimensions):
        rows.append(_dimension_property(len(rows), position, dimension))
    groups: dict[tuple[str, ...], int] = {}
    for topic in table.topics:
        parent: int | None = None
        for depth, title in enumerate(topic.path, start=1):
            path = topic.path[:depth]
            if path not in groups:
                groups[path] = len(rows)
                rows.append(_group_property(len(rows), parent, title))
            parent = groups[path]
        rows.append(_topic_property(len(rows), parent, topic))
    return rows


def _dimension_property(number: int, position: int, dimension: Dimension) -> dict[str, object]:
    drawn = {} if dimension.map_year is None else {"MapYear": dimension.map_year}
    return drawn | {
        "odata.type": f"Cbs.OData.{dimension.type}",
        "ID": number,
        "Position": position,
        "ParentID": None,
        "Type": dimension.type,
        "Key": dimension.key,
        "Title": dimension.title,
        "Description": "",
        "ReleasePolicy": True,
    }


def _group_property(number: int, parent: int | None, title: str) -> dict[str, object]:
    return {
        "odata.type": "Cbs.OData.TopicGroup",
        "ID": number,
        "Position": None,
        "ParentID": parent,
        "Type": "TopicGroup",
        "Key": "",
        "Title": title,
        "Description": "",
    }


def _topic_property(number: int, parent: int | None, topic: TopicFixture) -> dict[str, object]:
    kind = "Relative" if topic.unit == "%" else "Absolute"
    return {
        "odata.type": "Cbs.OData.Topic",
        "ID": number,
        "Position": topic.number,
        "ParentID": parent,
        "Type": "Topic",
        "Key": topic.key,
        "Title": topic.title,
        "Description": topic.description,
        "Datatype": topic.datatype,
        "Unit": topic.unit,
        "Decimals": topic.decimals,
        "Default": "Missing" if topic.decimals else "Impossible",
        "PresentationType": "" if topic.datatype == "String" else kind,
    }


def _untyped(table: TableFixture) -> Records:
    return [{"ID": number, **_in_order(table, row)} for number, row in enumerate(table.rows)]


def _typed(table: TableFixture) -> Records:
    topics = {topic.key: topic for topic in table.topics}
    return [
        {name: _typed_value(topics.get(name), value) for name, value in record.items()}
        for record in _untyped(table)
    ]


def _in_order(table: TableFixture, row: Row) -> dict[str, str | None]:
    """Dimensions first, then the topics in their order; a row may say less than the table."""
    names = [dimension.key for dimension in table.dimensions]
    names += [topic.key for topic in table.topics]
    return {name: row.get(name) for name in names}


def _typed_value(topic: TopicFixture | None, value: object) -> object:
    if topic is None or topic.datatype == "String" or not isinstance(value, str):
        return value
    text = value.strip()
    if text in ("", "."):
        return None
    try:
        return int(text) if topic.datatype == "Long" else float(text)
    except ValueError:
        return text


def _category_groups(table: TableFixture) -> Records:
    groups = {
        (dimension.key, member.group)
        for dimension in table.dimensions
        for member in dimension.members
        if member.group is not None
    }
    return [
        {"ID": group, "DimensionKey": key, "Title": key, "Description": "", "ParentID": None}
        for key, group in sorted(groups)
    ]


_DOCUMENTS: dict[str, Callable[[TableFixture], Records]] = {
    "TableInfos": lambda table: [table_info(table)],
    "DataProperties": _properties,
    "CategoryGroups": _category_groups,
    "TypedDataSet": _typed,
    "UntypedDataSet": _untyped,
}

"""Tables that are not what they were: other columns, other rows, other descriptions."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tests.support.odata_server.fault_book import Situation, Stage, fault
from tests.support.odata_server.tables import Dimension, Member, Row, TableFixture, TopicFixture

TableFault = Callable[[TableFixture, Situation], TableFixture]


def in_table(
    name: str, about: str, *, nth: int = 1, entity: str | None = None
) -> Callable[[TableFault], TableFault]:
    return fault(name, about, Stage.TABLE, nth=nth, entity=entity)


def chosen_topic(table: TableFixture, situation: Situation) -> TopicFixture:
    """The topic of the option `key` (or stem); else the first with figures."""
    key = situation.option("key", None)
    return table.topic(key) if key else table.figures()[0]


def _changed(
    table: TableFixture, chosen: TopicFixture, change: Callable[[TopicFixture], TopicFixture]
) -> TableFixture:
    """The table with one topic changed, its column carried along."""
    new = change(chosen)
    topics = [new if topic is chosen else topic for topic in table.topics]
    rows = [
        {(new.key if name == chosen.key else name): value for name, value in row.items()}
        for row in table.rows
    ]
    return table.with_topics(topics).with_rows(rows)


@in_table("missing_column", "a column is gone, from the rows and from DataProperties (key)")
def _missing_column(table: TableFixture, situation: Situation) -> TableFixture:
    gone = chosen_topic(table, situation)
    return table.with_topics([topic for topic in table.topics if topic is not gone])


@in_table("renamed_column", "a column has another stem (key, new)")
def _renamed_column(table: TableFixture, situation: Situation) -> TableFixture:
    old = chosen_topic(table, situation)
    new = situation.option("new", f"Nieuw{old.stem}")
    return _changed(table, old, lambda topic: replace(topic, key=f"{new}_{topic.number}"))


@in_table("column_twice", "a second column has the same stem, title and group (key)")
def _column_twice(table: TableFixture, situation: Situation) -> TableFixture:
    first = chosen_topic(table, situation)
    second = replace(first, key=f"{first.stem}_{len(table.topics) + 1}")
    rows = [{**row, second.key: row.get(first.key)} for row in table.rows]
    return table.with_topics([*table.topics, second]).with_rows(rows)


@in_table("shifted_suffixes", "columns were inserted: the numbers of those after it moved (by)")
def _shifted_suffixes(table: TableFixture, situation: Situation) -> TableFixture:
    by, start = situation.option("by", 8), table.figures()[0].number or 0
    names = {
        topic.key: f"{topic.stem}_{topic.number + by}"
        for topic in table.topics
        if topic.number is not None and topic.number > start
    }
    topics = [replace(topic, key=names.get(topic.key, topic.key)) for topic in table.topics]
    rows = [{names.get(name, name): value for name, value in row.items()} for row in table.rows]
    return table.with_topics(topics).with_rows(rows)


@in_table("swapped_columns", "two neighbouring topics have each other's number and figures")
def _swapped_columns(table: TableFixture, _: Situation) -> TableFixture:
    first, second = table.figures()[:2]
    names = {
        first.key: f"{first.stem}_{second.number}",
        second.key: f"{second.stem}_{first.number}",
    }
    values = {f"{first.stem}_{second.number}": second, f"{second.stem}_{first.number}": first}
    topics = [replace(topic, key=names.get(topic.key, topic.key)) for topic in table.topics]
    rows = [
        {name: value for name, value in row.items() if name not in names}
        | {name: row.get(topic.key) for name, topic in values.items()}
        for row in table.rows
    ]
    return table.with_topics(topics).with_rows(rows)


@in_table("other_unit", "DataProperties gives another unit, the figures are the same (key, unit)")
def _other_unit(table: TableFixture, situation: Situation) -> TableFixture:
    unit = situation.option("unit", "promille")
    return _changed(table, chosen_topic(table, situation), lambda topic: replace(topic, unit=unit))


@in_table("no_unit", "DataProperties gives no unit, as for one energy topic (key)")
def _no_unit(table: TableFixture, situation: Situation) -> TableFixture:
    return _changed(table, chosen_topic(table, situation), lambda topic: replace(topic, unit=""))


@in_table("other_decimals", "a column comes with other decimals (key, decimals)")
def _other_decimals(table: TableFixture, situation: Situation) -> TableFixture:
    chosen, decimals = chosen_topic(table, situation), situation.option("decimals", 3)
    new = replace(chosen, decimals=decimals, datatype="Double")
    rows = [{**row, chosen.key: _with_decimals(new, row.get(chosen.key))} for row in table.rows]
    topics = [new if topic is chosen else topic for topic in table.topics]
    return table.with_topics(topics).with_rows(rows)


def _with_decimals(topic: TopicFixture, text: str | None) -> str | None:
    try:
        return topic.text(float(text or ""))
    except ValueError:
        return text


@in_table("topic_title_changed", "a topic has another title (key, title)")
def _topic_title_changed(table: TableFixture, situation: Situation) -> TableFixture:
    title = situation.option("title", "Iets heel anders")
    return _changed(
        table, chosen_topic(table, situation), lambda topic: replace(topic, title=title)
    )


@in_table("group_changed", "a topic stands in another group (key, group)")
def _group_changed(table: TableFixture, situation: Situation) -> TableFixture:
    group = situation.option("group", ("Overig",))
    return _changed(
        table, chosen_topic(table, situation), lambda topic: replace(topic, group=group)
    )


@in_table("title_changed", "the table has another title (title)")
def _title_changed(table: TableFixture, situation: Situation) -> TableFixture:
    return replace(table, title=situation.option("title", f"{table.title}, herziene reeks"))


@in_table("new_division", "the table is on another division (year)")
def _new_division(table: TableFixture, situation: Situation) -> TableFixture:
    regions, year = _regions(table, situation), situation.option("year", 2028)
    changed = re.sub(r"\(indeling \d{4}\)", "", table.title).strip()
    moved = replace(table, title=f"{changed} (indeling {year})")
    return moved.with_dimension(replace(regions, map_year=year))


@in_table("new_dimension", "the table got one more dimension, with a row per member (key)")
def _new_dimension(table: TableFixture, situation: Situation) -> TableFixture:
    members = [Member("T001038", "Totaal mannen en vrouwen"), Member("3000", "Mannen")]
    added = Dimension(situation.option("key", "Geslacht"), "Geslacht", width=7, members=members)
    rows = [{added.key: key, **row} for row in table.rows for key in added.padded]
    return replace(table, dimensions=[added, *table.dimensions]).with_rows(rows)


@in_table("dimension_gone", "a dimension and the rows of its later members are gone (key)")
def _dimension_gone(table: TableFixture, situation: Situation) -> TableFixture:
    gone = table.dimension(situation.option("key", table.dimensions[0].key))
    kept = [item for item in table.dimensions if item is not gone]
    rows = [row for row in table.rows if row[gone.key] == gone.padded[0]]
    return replace(table, dimensions=kept).with_rows(rows)


@in_table("member_missing", "a member of a dimension is gone, with its rows (key, member)")
def _member_missing(table: TableFixture, situation: Situation) -> TableFixture:
    dimension = _dimension(table, situation)
    gone = situation.option("member", dimension.members[-1].key)
    members = [member for member in dimension.members if member.key != gone]
    kept = [row for row in table.rows if (row[dimension.key] or "").strip() != gone]
    return table.with_dimension(replace(dimension, members=members)).with_rows(kept)


@in_table("member_unlisted", "rows have a key that their dimension does not list (key, member)")
def _member_unlisted(table: TableFixture, situation: Situation) -> TableFixture:
    dimension = _dimension(table, situation)
    gone = situation.option("member", dimension.members[-1].key)
    members = [member for member in dimension.members if member.key != gone]
    return table.with_dimension(replace(dimension, members=members))


@in_table("margin_titles", "the titles of the limits say another percentage (says)")
def _margin_titles(table: TableFixture, situation: Situation) -> TableFixture:
    says = situation.option("says", "90%")
    kinds = table.dimension("Marges")
    members = [replace(each, title=_margin_title(each.title, says)) for each in kinds.members]
    return table.with_dimension(replace(kinds, members=members))


def _margin_title(title: str, says: str) -> str:
    if "waarde" in title.lower():
        return title
    return title.replace("95%", says) if "95%" in title else f"{title} ({says})"


@in_table("extra_period", "there is a later year than was asked for (period)")
def _extra_period(table: TableFixture, situation: Situation) -> TableFixture:
    times = next((item for item in table.dimensions if item.type == "TimeDimension"), None)
    if times is None:
        return table
    new, last = situation.option("period", "2028JJ00"), times.members[-1].key
    members = [*times.members, Member(new, new[:4])]
    more = [{**row, times.key: new} for row in table.rows if row[times.key] == last]
    return table.with_dimension(replace(times, members=members)).with_rows([*table.rows, *more])


@in_table("unpadded_keys", "keys come without padding (key)")
def _unpadded_keys(table: TableFixture, situation: Situation) -> TableFixture:
    return _repadded(table, _regions(table, situation), 0)


@in_table("other_width", "keys are padded to another width (key, width)")
def _other_width(table: TableFixture, situation: Situation) -> TableFixture:
    return _repadded(table, _regions(table, situation), situation.option("width", 12))


def _repadded(table: TableFixture, dimension: Dimension, width: int) -> TableFixture:
    new = replace(dimension, width=width)
    rows = [{**row, new.key: new.pad((row[new.key] or "").strip())} for row in table.rows]
    return table.with_dimension(new).with_rows(rows)


@in_table("other_land_key", "the country has another key (code)")
def _other_land_key(table: TableFixture, situation: Situation) -> TableFixture:
    dimension, code = _regions(table, situation), situation.option("code", "NL99")
    members = [
        replace(member, key=code) if member.key.startswith("NL") else member
        for member in dimension.members
    ]
    rows: list[Row] = [
        {**row, dimension.key: dimension.pad(code)} if _land(row, dimension) else row
        for row in table.rows
    ]
    return table.with_dimension(replace(dimension, members=members)).with_rows(rows)


def _land(row: Row, dimension: Dimension) -> bool:
    return (row[dimension.key] or "").startswith("NL")


def _dimension(table: TableFixture, situation: Situation) -> Dimension:
    return table.dimension(situation.option("key", table.dimensions[0].key))


def _regions(table: TableFixture, situation: Situation) -> Dimension:
    usual = table.region_dimension() or table.dimensions[0]
    return table.dimension(situation.option("key", usual.key))

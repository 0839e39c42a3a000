"""What services become in years: catalogues, rounds, keys and figures that are no longer as before.

Nothing of this is out of order by itself; it only is not what was known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.support.odata_server.exchange import Payload, Reply, html_reply
from tests.support.odata_server.fault_book import ALWAYS, Situation, Stage, fault
from tests.support.odata_server.faults_in_boundaries import Feature, in_features
from tests.support.odata_server.faults_in_figures import named
from tests.support.odata_server.faults_in_pages import records_of, with_records
from tests.support.odata_server.faults_in_tables import TableFault, chosen_topic, in_table
from tests.support.odata_server.tables import Dimension, Member, Row, TableFixture, TopicFixture

Records = list[dict[str, Any]]

# --- the catalogue ------------------------------------------------------------------------------


def _in_catalogue(
    name: str, about: str
) -> Callable[[Callable[[Records, Situation], Records]], Callable[[Records, Situation], Records]]:
    """Enter a fault that changes the list of tables; what tables say themselves stays."""

    def enter(
        change: Callable[[Records, Situation], Records],
    ) -> Callable[[Records, Situation], Records]:
        @fault(name, about, Stage.PAYLOAD, entity="Tables", times=ALWAYS)
        def apply(payload: Payload, situation: Situation) -> Payload:
            return with_records(payload, change(records_of(payload), situation))

        return change

    return enter


@_in_catalogue("catalogue_empty", "the catalogue lists no table at all")
def _nothing_listed(_: Records, __: Situation) -> Records:
    return []


@_in_catalogue("catalogue_forgets", "the catalogue no longer lists a table that is there (gone)")
def _not_listed(tables: Records, situation: Situation) -> Records:
    gone = situation.option("gone", tables[0]["Identifier"])
    return [table for table in tables if table["Identifier"] != gone]


@_in_catalogue("catalogue_retitled", "the catalogue has tables under another title (title)")
def _retitled(tables: Records, situation: Situation) -> Records:
    title = situation.option("title", "Wijken en buurten in cijfers")
    return [{**table, "Title": f"{title} {table['Title'][-4:]}"} for table in tables]


@_in_catalogue("catalogue_twice", "the catalogue lists every table twice")
def _listed_twice(tables: Records, _: Situation) -> Records:
    return [*tables, *tables]


# --- the description of a table -----------------------------------------------------------------


@in_table("modified_goes_back", "Modified is earlier than it was: an old copy came back (modified)")
def _modified_goes_back(table: TableFixture, situation: Situation) -> TableFixture:
    return replace(table, modified=situation.option("modified", "2019-01-01T02:00:00"))


@in_table("discontinued", "TableInfos says that the table is discontinued")
def _discontinued(table: TableFixture, _: Situation) -> TableFixture:
    return replace(table, info={**table.info, "OutputStatus": "Gediscontinueerd"})


@in_table("lower_case_identifier", "TableInfos writes the identifier in lower case")
def _lower_case_identifier(table: TableFixture, _: Situation) -> TableFixture:
    return replace(table, info={**table.info, "Identifier": table.id.lower()})


named("line_breaks", "titles and a name go on on a second line (text, code)", "\r\n\ttweede regel")

# --- dimensions and keys ------------------------------------------------------------------------


@in_table("dimension_renamed", "a dimension has another name (key, new)")
def _dimension_renamed(table: TableFixture, situation: Situation) -> TableFixture:
    old = _dimension(table, situation)
    new = replace(old, key=situation.option("new", f"Nieuw{old.key}"))
    kept = [new if item is old else item for item in table.dimensions]
    rows = [
        {(new.key if name == old.key else name): value for name, value in row.items()}
        for row in table.rows
    ]
    return replace(table, dimensions=kept).with_rows(rows)


@in_table("member_renumbered", "a member has another key and the same title (key, member, new)")
def _member_renumbered(table: TableFixture, situation: Situation) -> TableFixture:
    dimension = _dimension(table, situation)
    old = situation.option("member", dimension.members[0].key)
    new = situation.option("new", "90210")
    return _with_keys(table, dimension, {old: new})


@in_table("lower_case_codes", "areas have their codes in lower case (key)")
def _lower_case_codes(table: TableFixture, situation: Situation) -> TableFixture:
    regions = table.region_dimension() or _dimension(table, situation)
    return _with_keys(table, regions, {each.key: each.key.lower() for each in regions.members})


def _with_keys(table: TableFixture, dimension: Dimension, new: dict[str, str]) -> TableFixture:
    members = [replace(each, key=new.get(each.key, each.key)) for each in dimension.members]

    def key(text: str | None) -> str:
        old = (text or "").strip()
        return dimension.pad(new.get(old, old))

    rows = [{**row, dimension.key: key(row[dimension.key])} for row in table.rows]
    return table.with_dimension(replace(dimension, members=members)).with_rows(rows)


def _dimension(table: TableFixture, situation: Situation) -> Dimension:
    return table.dimension(situation.option("key", table.dimensions[0].key))


@in_table("round_without_rows", "a later round is listed, and its rows are not there yet (period)")
def _round_without_rows(table: TableFixture, situation: Situation) -> TableFixture:
    times = next((item for item in table.dimensions if item.type == "TimeDimension"), None)
    if times is None:
        return table
    period = situation.option("period", "2028JJ00")
    return table.with_dimension(
        replace(times, members=[*times.members, Member(period, period[:4], status="Voorlopig")])
    )


# --- figures ------------------------------------------------------------------------------------


def _in_numbers(name: str, about: str) -> Callable[[Callable[..., str | None]], object]:
    """Enter a fault that writes the numbers of one column in another way."""

    def enter(written: Callable[[TopicFixture, float], str | None]) -> TableFault:
        @in_table(name, about)
        def apply(table: TableFixture, situation: Situation) -> TableFixture:
            chosen = chosen_topic(table, situation)
            rows = [
                row if number is None else {**row, chosen.key: written(chosen, number)}
                for row in table.rows
                for number in [_number(row.get(chosen.key))]
            ]
            return table.with_rows(rows)

        return apply

    return enter


def _number(text: str | None) -> float | None:
    try:
        return float(text or "")
    except ValueError:
        return None


@_in_numbers("as_fractions", "percentages come as fractions from 0 to 1; the unit stays % (key)")
def _as_fractions(topic: TopicFixture, number: float) -> str | None:
    return f"{number / 100:>{topic.width}.3f}"


@_in_numbers("thousands_point", "a count has a point before its thousands: 1.690 (key)")
def _thousands_point(topic: TopicFixture, number: float) -> str | None:
    return f"{number:,.0f}".replace(",", ".").rjust(topic.width)


@in_table("other_scale", "counts come in thousands, and the unit says so (key)")
def _other_scale(table: TableFixture, situation: Situation) -> TableFixture:
    chosen = chosen_topic(table, situation)
    new = replace(chosen, unit="x 1 000", datatype="Double", decimals=1)
    rows = [
        row if number is None else {**row, new.key: new.text(number / 1000)}
        for row in table.rows
        for number in [_number(row.get(chosen.key))]
    ]
    topics = [new if topic is chosen else topic for topic in table.topics]
    return table.with_topics(topics).with_rows(rows)


@in_table("point_lost", "figures of one area lost their decimal point: 870 (key, area)")
def _point_lost(table: TableFixture, situation: Situation) -> TableFixture:
    chosen, regions = chosen_topic(table, situation), table.region_dimension()
    if regions is None:
        return table
    area = situation.option("area", regions.members[-1].key)

    def of(row: Row) -> Row:
        text = row.get(chosen.key)
        if (row[regions.key] or "").strip() != area or _number(text) is None:
            return row
        return {**row, chosen.key: str(text).replace(".", "").rjust(chosen.width)}

    return table.with_rows(of(row) for row in table.rows)


@in_table("copied_column", "a column has the figures of another (key, other)")
def _copied_column(table: TableFixture, situation: Situation) -> TableFixture:
    chosen = chosen_topic(table, situation)
    other = table.topic(situation.option("other", table.figures()[1].key))
    return table.with_rows({**row, chosen.key: row.get(other.key)} for row in table.rows)


@in_table("rows_swapped", "two areas have each other's figures (first, second)")
def _rows_swapped(table: TableFixture, situation: Situation) -> TableFixture:
    regions = table.region_dimension()
    if regions is None:
        return table
    codes = [regions.pad(each.key) for each in regions.members]
    first, second = codes[0], codes[-1]
    if "first" in situation.options:
        first, second = (regions.pad(situation.options[name]) for name in ("first", "second"))
    other = {first: second, second: first}
    return table.with_rows(
        {**row, regions.key: other.get(row[regions.key] or "", row[regions.key])}
        for row in table.rows
    )


# --- the map ------------------------------------------------------------------------------------


@fault(
    "boundary_collection_gone",
    "status 404 for one collection of the map (collection)",
    Stage.REPLY,
    times=ALWAYS,
)
def _collection_gone(reply: Reply, situation: Situation) -> Reply:
    gone = situation.option("collection", "wijken")
    return html_reply(404, "Not Found") if situation.asked.entity == gone else reply


@fault("boundary_fewer", "the map lacks the last area of every page", Stage.PAYLOAD, times=ALWAYS)
def _fewer(payload: Payload, _: Situation) -> Payload:
    return with_records(payload, records_of(payload)[:-1]) if "features" in payload else payload


@in_features("boundary_with_height", "coordinates have a height")
def _with_height(feature: Feature, _: Situation) -> Feature:
    polygons = [
        [[[x, y, 0.0] for x, y in ring] for ring in polygon]
        for polygon in feature["geometry"]["coordinates"]
    ]
    return {**feature, "geometry": {"type": "MultiPolygon", "coordinates": polygons}}


@in_features("boundary_gathered", "areas are collections of shapes")
def _gathered(feature: Feature, _: Situation) -> Feature:
    gathered = {"type": "GeometryCollection", "geometries": [feature["geometry"]]}
    return {**feature, "geometry": gathered}

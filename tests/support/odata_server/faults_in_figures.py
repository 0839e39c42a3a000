"""Tables whose figures, rows or names are wrong while their form is right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.support.odata_server.fault_book import Situation
from tests.support.odata_server.faults_in_tables import chosen_topic, in_table
from tests.support.odata_server.tables import BLANK, Member, Row, TableFixture, TopicFixture

SCRIPT = "<script>alert('wijk')</script>"
FORMULA = '=HYPERLINK("http://elsewhere.example","klik")'
CONTROLS = "Wijk\u202e 01 \u0007Noord\u200b\u00ad"


def _filled(
    name: str, about: str, text: Callable[[TopicFixture], str | None], every: int = 1
) -> None:
    """Enter a fault that puts one text in a column, in every row or every so many."""

    @in_table(name, about)
    def fill(table: TableFixture, situation: Situation) -> TableFixture:
        chosen = chosen_topic(table, situation)
        value = situation.option("value", text(chosen))
        step = situation.option("every", every)
        rows = [
            {**row, chosen.key: value} if number % step == 0 else row
            for number, row in enumerate(table.rows)
        ]
        return table.with_rows(rows)


_filled(
    "blank_column", "a column is blank for every area: not delivered yet (key)", lambda _: BLANK
)
_filled("suppressed_column", "a column is `.` for every area (key)", lambda topic: topic.missing)
_filled("out_of_range", "some figures are 140.0 (key, value, every)", lambda _: "   140.0", 2)
_filled(
    "negative", "a figure is -1 where a `.` was meant (key, value, every)", lambda _: "      -1", 2
)
_filled(
    "sentinels", "some figures are -99997, a sentinel (key, value, every)", lambda _: "  -99997", 2
)
_filled(
    "text_in_numbers", "a numeric column holds words (key, value, every)", lambda _: "  n.v.t.", 2
)
_filled(
    "decimal_comma", "a figure has a decimal comma (key, value, every)", lambda _: "    76,1", 2
)
_filled(
    "infinite", "a figure is too large for a number (key, value, every)", lambda _: "   1e999", 2
)


@in_table("blank_as_text", "what is blank is an empty text instead of null (value)")
def _blank_as_text(table: TableFixture, situation: Situation) -> TableFixture:
    value = situation.option("value", "")
    keys = [topic.key for topic in table.figures()]
    return table.with_rows(
        {**row, **{key: value for key in keys if row.get(key) is None}} for row in table.rows
    )


@in_table("duplicate_rows", "rows come twice, the same (count)")
def _duplicate_rows(table: TableFixture, situation: Situation) -> TableFixture:
    return table.with_rows([*table.rows, *table.rows[: situation.option("count", 2)]])


@in_table("conflicting_rows", "rows come twice, with other figures (count)")
def _conflicting_rows(table: TableFixture, situation: Situation) -> TableFixture:
    chosen = table.figures()[0]
    again = [
        {**row, chosen.key: chosen.text(1)} for row in table.rows[: situation.option("count", 2)]
    ]
    return table.with_rows([*table.rows, *again])


@in_table("rows_missing", "some rows are not there, though their areas are listed (every)")
def _rows_missing(table: TableFixture, situation: Situation) -> TableFixture:
    every = situation.option("every", 3)
    return table.with_rows(row for number, row in enumerate(table.rows, 1) if number % every)


@in_table("level_missing", "a whole level of areas is not there: BU, WK, GM or NL (level)")
def _level_missing(table: TableFixture, situation: Situation) -> TableFixture:
    regions, level = table.region_dimension(), situation.option("level", "NL")
    if regions is None:
        return table
    kept = [row for row in table.rows if not (row[regions.key] or "").startswith(level)]
    return table.with_rows(kept)


@in_table("unknown_regions", "there are rows of areas that nobody knows, and of no area (codes)")
def _unknown_regions(table: TableFixture, situation: Situation) -> TableFixture:
    regions = table.region_dimension()
    if regions is None:
        return table
    codes = situation.option("codes", ["WK999901", "BU99990101", "PV26"])
    more: list[Row] = [{**table.rows[-1], regions.key: regions.pad(code)} for code in codes]
    return table.with_rows([*table.rows, *more])


@in_table("reused_code", "a code stands for another area, with another name (code)")
def _reused_code(table: TableFixture, situation: Situation) -> TableFixture:
    return _renamed(table, situation, "Heel ergens anders")


@in_table("rows_reordered", "the rows come in the opposite order")
def _rows_reordered(table: TableFixture, _: Situation) -> TableFixture:
    return table.with_rows(reversed(table.rows))


@in_table("empty_table", "the table exists and has no rows: not delivered")
def _empty_table(table: TableFixture, _: Situation) -> TableFixture:
    return table.with_rows([])


@in_table("crossed_bounds", "lower and upper limits of the margins are swapped")
def _crossed_bounds(table: TableFixture, _: Situation) -> TableFixture:
    other = {"MOG0095": "MBG0095", "MBG0095": "MOG0095"}
    margins = [
        {**row, "Marges": other.get(row.get("Marges") or "", row.get("Marges"))}
        for row in table.rows
    ]
    return table.with_rows(margins)


@in_table("modified_changes", "Modified is later from the second time on (modified)",
             nth=2, entity="TableInfos")  # fmt: skip
def _modified_changes(table: TableFixture, situation: Situation) -> TableFixture:
    return replace(table, modified=situation.option("modified", "2027-01-01T02:00:00"))


@in_table("no_modified", "TableInfos does not say when the table was modified")
def _no_modified(table: TableFixture, _: Situation) -> TableFixture:
    return replace(table, info={**table.info, "Modified": None})


@in_table("other_table", "TableInfos is that of another table (identifier)")
def _other_table(table: TableFixture, situation: Situation) -> TableFixture:
    identifier = situation.option("identifier", "47018NED")
    return replace(table, info={**table.info, "Identifier": identifier})


def _renamed(table: TableFixture, situation: Situation, name: str) -> TableFixture:
    """The area of the option `code`, or the last one listed, has this name."""
    regions = table.region_dimension()
    if regions is None:
        return table
    code = situation.option("code", regions.members[-1].key)
    members: list[Member] = [
        replace(member, title=name) if member.key == code else member for member in regions.members
    ]
    return table.with_dimension(replace(regions, members=members))


def named(name: str, about: str, text: str) -> None:
    """Enter a fault that puts a hostile text in the titles of table, topics and an area."""

    @in_table(name, about)
    def rename(table: TableFixture, situation: Situation) -> TableFixture:
        hostile = situation.option("text", text)
        topics = [replace(topic, title=f"{topic.title}{hostile}") for topic in table.topics]
        table = replace(table, title=f"{table.title} {hostile}", topics=topics)
        return _renamed(table, situation, hostile)


named("script_injection", "titles and a name hold a script (text, code)", SCRIPT)
named("formula_injection", "titles and a name are a spreadsheet formula (text, code)", FORMULA)
named("control_characters", "titles and a name hold invisible characters (text, code)", CONTROLS)
named("long_names", "titles and a name are 5,000 characters long (text, code)", "Wijk " * 1000)
named("empty_names", "a name is blank (text, code)", "   ")

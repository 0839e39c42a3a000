"""The few gemeenten that are served, as if there were no others: the country is what they are."""

from __future__ import annotations

from tests.faults.world import GEMEENTEN
from tests.support.odata_server import FakeStatline, TableFixture, TopicFixture
from tests.support.odata_server.tables import Row
from wijkprofiel.edition.reader import Edition
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

_REGION, _AGE, _ELDERLY = "WijkenEnBuurten", "Leeftijd", "80200"
_COUNTRY = "NL"
"""With two digits that differ from table to table."""
People = dict[str, tuple[float, float]]


def make_whole(server: FakeStatline) -> None:
    """Counts of the country become sums, and shares of people the mean of them."""
    people: People = {}
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as edition:
        for code in GEMEENTEN:
            region = edition.region(code)
            assert region is not None
            people[code] = (region.adults or 0, region.elderly or 0)
    for name, table in server.tables.items():
        server.tables[name] = _whole(table, people)


def _whole(table: TableFixture, people: People) -> TableFixture:
    of_gemeenten: dict[tuple[str | None, ...], list[Row]] = {}
    for row in table.rows:
        if _code(row) in GEMEENTEN:
            of_gemeenten.setdefault(_slice(row), []).append(row)
    rows = [
        row | _together(table, of_gemeenten[_slice(row)], people)
        if _code(row).startswith(_COUNTRY)
        else row
        for row in table.rows
    ]
    return table.with_rows(rows)


def _code(row: Row) -> str:
    return str(row[_REGION]).strip()


def _slice(row: Row) -> tuple[str | None, ...]:
    return tuple(row.get(name) for name in (_AGE, "Perioden", "Marges"))


def _together(table: TableFixture, rows: list[Row], people: People) -> Row:
    found: Row = {}
    for topic in table.topics:
        values = [_number(row.get(topic.key)) for row in rows]
        known = [value for value in values if value is not None]
        if len(known) < len(values) or topic.datatype == "String":
            continue
        if topic.unit == "aantal":
            found[topic.key] = topic.text(sum(known))
        elif _AGE in rows[0]:
            found[topic.key] = _mean(topic, rows, known, people)
    return found


def _mean(topic: TopicFixture, rows: list[Row], values: list[float], people: People) -> str | None:
    weights = [people[_code(row)][str(row[_AGE]).strip() == _ELDERLY] for row in rows]
    weighed = zip(values, weights, strict=True)
    return topic.text(sum(value * weight for value, weight in weighed) / sum(weights))


def _number(text: str | None) -> float | None:
    try:
        return None if text is None else float(text)
    except ValueError:
        return None

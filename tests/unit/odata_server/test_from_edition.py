from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.odata_server import TableFixture
from tests.support.odata_server.boundaries_from_edition import boundaries_from_edition
from tests.support.odata_server.documents import records
from tests.support.odata_server.from_edition import from_edition
from tests.support.odata_server.tables import Row
from wijkprofiel.edition.reader import Edition

SHIPPED = Path(__file__).parents[3] / "data" / "2020.sqlite"
TABLES = ("kwb_2020", "rivm_50090ned", "kwb_2024", "grenzen_2022")


@pytest.fixture(scope="module")
def edition() -> Iterator[Edition]:
    with Edition.open(SHIPPED) as edition:
        yield edition


@pytest.fixture(scope="module")
def tables(edition: Edition) -> dict[str, TableFixture]:
    made = from_edition(edition, ["GM0344"], TABLES, margins=True)
    return {table.id: table for table in made}


def row(table: TableFixture, code: str, **dimensions: str) -> Row:
    wanted = {"WijkenEnBuurten": f"{code:<10}", **dimensions}
    (found,) = (row for row in table.rows if wanted.items() <= row.items())
    return found


def test_the_register_table_has_the_figures_of_the_publisher(
    tables: dict[str, TableFixture],
) -> None:
    overvecht = row(tables["84799NED"], "WK034403")
    assert overvecht["AantalInwoners_5"] == "   34295"
    assert overvecht["k_65JaarOfOuder_12"] == "    4885"
    assert overvecht["HuishoudensTotaal_28"] == "   16670"
    assert overvecht["PersonenPerSoortUitkeringBijstand_83"] == "    2820"
    assert row(tables["84799NED"], "NL00")["AantalInwoners_5"] == "17407585"
    assert row(tables["85984NED"], "WK034403")["AantalInwoners_5"] == "   35255"


def test_the_health_table_has_its_own_country_and_its_dots(
    tables: dict[str, TableFixture],
) -> None:
    health = tables["50090NED"]
    when = {"Leeftijd": "20300", "Marges": "MW00000", "Perioden": "2020JJ00"}
    assert row(health, "WK034403", **when)["ErvarenGezondheidGoedZeerGoed_4"] == "    69.9"
    assert row(health, "NL01", **when)["Eenzaam_28"] == "    47.0"
    early = row(health, "NL01", **when | {"Perioden": "2012JJ00"})
    assert early["VoldoetAanBeweegrichtlijn_5"] is None
    values = {line["Eenzaam_28"] for line in health.rows}
    assert "       ." in values
    assert not [line for line in health.rows if (line["Leeftijd"], line["Perioden"])
                == ("53115", "2020JJ00")]  # fmt: skip


def test_made_up_limits_lie_around_their_figure(tables: dict[str, TableFixture]) -> None:
    health = tables["50090NED"]
    when = {"Leeftijd": "20300", "Perioden": "2020JJ00"}
    low, value, high = (
        float(row(health, "WK034403", Marges=kind, **when)["Eenzaam_28"] or "")
        for kind in ("MOG0095", "MW00000", "MBG0095")
    )
    assert 0 <= low < value < high <= 100


@pytest.mark.parametrize("table", ["84799NED", "50090NED", "85984NED", "85318NED"])
def test_every_column_of_a_table_is_described(tables: dict[str, TableFixture], table: str) -> None:
    described = {item["Key"] for item in records(tables[table], "DataProperties") or []}
    (first, *_) = records(tables[table], "TypedDataSet") or []
    assert set(first) - described == {"ID"}
    listed = {item["Key"] for item in records(tables[table], "WijkenEnBuurten") or []}
    assert {line["WijkenEnBuurten"] for line in tables[table].rows} == listed
    assert all(len(str(key)) == 10 for key in listed)


def test_the_map_of_a_gemeente_with_its_water(edition: Edition) -> None:
    (year,) = boundaries_from_edition(edition, ["GM0344"])
    assert year.id == "wijken-en-buurten-2022"
    assert [area.code for area in year.areas if area.water] == ["WK034499"]
    assert len([area for area in year.areas if area.collection == "wijken"]) == 11

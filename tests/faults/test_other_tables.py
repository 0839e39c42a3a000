"""Tables that no shipped edition uses yet can be fetched by an edition that names them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.faults.world import REGISTER, World, definition, served_tables
from tests.support.odata_server import Dimension, FakeStatline, Member, TableFixture, TopicFixture
from tests.support.odata_server.tables import Row
from wijkprofiel.archive.snapshots import read_snapshot
from wijkprofiel.domain.errors import SourceChangedError

NAMES = ("wmo_2025", "ses_woa_2025", "nabijheid_2020")
GEMEENTE = TopicFixture("Gemeentenaam_1", "Gemeentenaam", "naam", (), "String", 0, 40)


def made_up(
    table: str, region: str, topic: str, extra: Sequence[Dimension], levels: tuple[str, ...]
) -> TableFixture:
    """One topic for the areas of these levels, and every combination of the other dimensions."""
    (kwb, _) = served_tables()
    areas = [m for m in kwb.dimension("WijkenEnBuurten").members if m.key.startswith(levels)]
    place = Dimension(region, region, "GeoDetail", 10, areas)
    figure = TopicFixture(topic, topic, "", (), "Long", 0)
    rows: list[Row] = [
        {region: place.pad(area.key), GEMEENTE.key: GEMEENTE.text(area.title)} for area in areas
    ]
    for dimension in extra:
        rows = [row | {dimension.key: key} for key in dimension.padded for row in rows]
    rows = [row | {figure.key: figure.text(number)} for number, row in enumerate(rows)]
    dimensions = [*extra, place]
    return TableFixture(table, topic, "2026-06-01T02:00:00", dimensions, [GEMEENTE, figure], rows)


def years(*found: int) -> Dimension:
    members = [Member(f"{year}JJ00", str(year)) for year in found]
    return Dimension("Perioden", "Perioden", "TimeDimension", 8, members)


def test_wmo_ses_woa_and_nabijheid_can_be_fetched(tmp_path: Path) -> None:
    (kwb, _) = served_tables()
    kinds = [Member("T001024", "Totaal"), Member("A019507", "Hulp bij het huishouden")]
    wmo = Dimension("TypeMaatwerkvoorziening", "Type", "Dimension", 7, kinds)
    everywhere = ("NL", "GM", "WK", "BU")
    tables = [
        kwb,
        made_up("86158NED", "Wijken", "WmoClienten_5", [wmo, years(2025)], ("GM", "WK")),
        made_up(
            "86296NED",
            "WijkenEnBuurten",
            "GemiddeldeScore_29",
            [years(*range(2014, 2025))],
            everywhere,
        ),
        made_up("84953NED", "WijkenEnBuurten", "AfstandTotHuisartsenpraktijk_5", [], everywhere),
    ]
    world, edition = World(tmp_path), definition([REGISTER, *NAMES])
    with FakeStatline(tables, []) as server:
        outcome = world.pull(server, edition=edition)
    assert outcome.fetched == [REGISTER, *NAMES]
    found = {name: read_snapshot(world.snapshots, name)[1] for name in NAMES}
    assert set(found["wmo_2025"].rows["TypeMaatwerkvoorziening"]) == {"T001024"}
    assert set(found["wmo_2025"].rows["Wijken"].str[:2]) == {"GM", "WK"}
    assert len(set(found["ses_woa_2025"].rows["Perioden"])) == 11
    assert set(found["nabijheid_2020"].rows["WijkenEnBuurten"].str[:2]) == set(everywhere)
    world.compile(definition([REGISTER, "nabijheid_2020"]))
    with pytest.raises(SourceChangedError, match="op de indeling van 2025") as caught:
        world.compile(edition)
    assert "Maak een editie op de indeling van 2025" in str(caught.value.remedy)

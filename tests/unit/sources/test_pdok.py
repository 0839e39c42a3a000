from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import shapely

from tests.support.odata_server import ALWAYS, BoundariesFixture, FakeStatline
from wijkprofiel.configuration.sources import Sources
from wijkprofiel.domain.errors import SourceChangedError, SourceUnreachableError
from wijkprofiel.sources.pdok import PdokMap
from wijkprofiel.sources.session import GuardedSession
from wijkprofiel.sources.tables import SourceTable


def fetch(
    session: GuardedSession, sources: Sources, gemeente: str | None = None, page: int = 1000
) -> SourceTable:
    table = sources.map_table("pdok_2022")
    assert table is not None
    table = table.model_copy(update={"map": table.map.model_copy(update={"bladzijde": page})})
    drawn = PdokMap(session, table, gemeente)
    frames = [drawn.fetch(chunk) for chunk in drawn.chunks]
    return drawn.assemble(frames, "2026-11-24T10:00:00+00:00")


@pytest.fixture
def table(session: GuardedSession, sources: Sources) -> SourceTable:
    return fetch(session, sources)


def bounds(table: SourceTable) -> dict[str, Any]:
    assert table.outlines is not None
    shapes = shapely.from_wkb(table.outlines["wkb"].to_numpy())
    return dict(zip(table.outlines["code"], shapes, strict=True))


def test_gemeenten_wijken_and_buurten_come_without_water(table: SourceTable) -> None:
    codes = ["GM0001", "GM0002", "WK000101", "WK000102", "WK000201", "BU00010101"]
    assert table.rows["code"].tolist() == codes
    assert table.outlines is not None
    assert table.outlines["code"].tolist() == codes


def test_shapes_lie_in_the_dutch_grid(table: SourceTable, server: FakeStatline) -> None:
    assert bounds(table)["WK000101"].bounds == (157_000, 463_000, 158_000, 464_000)
    assert {asked.query["crs"][-5:] for asked in server.requests} == {"28992"}


def test_who_made_it_is_named(table: SourceTable) -> None:
    assert table.origin.division == 2022
    assert table.origin.producer == "Kadaster / Centraal Bureau voor de Statistiek, 2022"
    assert table.topics == ()


def test_pages_are_followed_by_cursor_and_by_number(
    session: GuardedSession, sources: Sources, server: FakeStatline, table: SourceTable
) -> None:
    for cursor in (True, False):
        server.boundaries[2022] = replace(server.boundaries[2022], cursor=cursor)
        server.requests.clear()
        again = fetch(session, sources, page=1)
        assert len(server.requests) == 7
        assert again.rows.equals(table.rows)


def test_one_gemeente(session: GuardedSession, sources: Sources, server: FakeStatline) -> None:
    found = fetch(session, sources, "GM0001")
    assert found.rows["code"].tolist() == ["GM0001", "WK000101", "WK000102", "BU00010101"]
    assert {asked.query["gemeentecode"] for asked in server.requests} == {"GM0001"}


@pytest.mark.parametrize("fault", ["boundary_in_degrees", "boundary_crs_ignored"])
def test_degrees_become_metres(
    session: GuardedSession, sources: Sources, server: FakeStatline, fault: str
) -> None:
    server.misbehave(fault)
    found = bounds(fetch(session, sources))["WK000101"].bounds
    assert found == pytest.approx((157_000, 463_000, 158_000, 464_000), abs=2)


def test_sentinels_stay_raw_for_the_compile(
    session: GuardedSession, sources: Sources, server: FakeStatline
) -> None:
    server.misbehave("boundary_sentinels")
    assert set(fetch(session, sources).rows["inwoners"]) == {"-99997"}


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("all_water", "is leeg"),
        ("boundary_code_missing", "mist het kenmerk"),
        ("boundary_other_year", "is van 2019"),
        ("boundary_axes_swapped", "ligt niet in Nederland"),
        ("boundary_null", "zonder vlak"),
        ("boundary_point", "zonder vlak"),
        ("no_records", "iets anders dan gebieden"),
        ("records_of_text", "iets anders dan gebieden"),
        ("next_link_elsewhere", "daar halen wij niets op"),
        ("next_link_loop", "die al geweest is"),
        ("overlapping_page", "dubbel"),
    ],
)
def test_what_is_no_map_is_refused(
    session: GuardedSession, sources: Sources, server: FakeStatline, fault: str, says: str
) -> None:
    server.misbehave(fault, times=ALWAYS)
    with pytest.raises(SourceChangedError, match=says) as caught:
        fetch(session, sources)
    assert caught.value.remedy


def test_a_map_that_is_not_there(session: GuardedSession, sources: Sources) -> None:
    table = sources.map_table("pdok_2026")
    assert table is not None
    drawn = PdokMap(session, table)
    with pytest.raises(SourceChangedError, match="bestaat niet"):
        drawn.fetch(drawn.chunks[0])


def test_a_map_that_cannot_be_reached(
    session: GuardedSession, sources: Sources, server: FakeStatline
) -> None:
    server.misbehave("http_503", times=ALWAYS)
    with pytest.raises(SourceUnreachableError):
        fetch(session, sources)


def test_an_outline_that_crosses_itself_is_mended(
    session: GuardedSession, sources: Sources, server: FakeStatline
) -> None:
    drawn = server.boundaries[2022]
    bowtie = [(155_000, 463_000), (156_000, 464_000), (156_000, 463_000), (155_000, 464_000)]
    areas = [replace(area, rings=[[*bowtie, bowtie[0]]]) for area in drawn.areas]
    server.boundaries[2022] = BoundariesFixture(2022, areas)
    shapes = bounds(fetch(session, sources))
    assert all(shape.is_valid for shape in shapes.values())
    assert shapes["WK000101"].area == pytest.approx(500_000)


def test_only_years_that_are_configured(sources: Sources) -> None:
    assert sources.map_table("pdok_1999") is None
    assert sources.map_table("pdok_x") is None
    assert sources.map_table("kwb_2024") is None

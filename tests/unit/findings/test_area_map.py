"""On which map an area lies: of its gemeente, with the buurten that it is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

import pytest

from tests.support.buurten_pages import made_up_wijk
from tests.support.svg import paths
from wijkprofiel.charts.locator_map import locator_map
from wijkprofiel.charts.palette import BLUE
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.outlines import GemeenteMap, OutlineMatch, WijkMap, side_by_side
from wijkprofiel.domain.regions import Region
from wijkprofiel.edition.area_figures import AreaFigures
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.area_map import map_of
from wijkprofiel.yaml_files.paths import SHIPPED_DATA


def region(code: str, gemeente: str = "Utrecht") -> Region:
    return Region(code, 2020, code, code, gemeente)


OVERVECHT, SOESTERKWARTIER = region("WK034403"), region("WK030703", "Amersfoort")


@dataclass
class FakeRow:
    """What is asked of a row of the edition."""

    map: GemeenteMap | None
    buurten: WijkMap | None = None

    def buurt_map(self, wijk: str) -> WijkMap | None:
        return self.buurten if wijk == "WK034403" else None


@pytest.fixture(scope="module")
def rows() -> dict[str, AreaFigures]:
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as edition:
        found = {code: edition.area(code) for code in ("GM0344", "GM0307")}
        assert all(row.map is not None for row in found.values())
        return found


def test_a_wijk_has_the_map_that_the_edition_has(rows: dict[str, AreaFigures]) -> None:
    row = rows["GM0344"]
    assert map_of(Area.of(OVERVECHT), row, with_buurten=False) is row.map
    without = cast("AreaFigures", FakeRow(None))
    assert map_of(Area.of(OVERVECHT), without, with_buurten=True) is None


def test_a_werkgebied_in_two_gemeenten_is_drawn_where_its_parts_lie(
    rows: dict[str, AreaFigures],
) -> None:
    parts = {"GM0344": OVERVECHT, "GM0307": SOESTERKWARTIER}
    maps = [map_of(Area.of(each), rows[home], with_buurten=True) for home, each in parts.items()]
    drawn = side_by_side([each for each in maps if each is not None])
    assert drawn is not None
    assert len({each.code[:6] for each in drawn.wijken}) == 2
    codes = [each.code for each in parts.values()]
    svg = locator_map(drawn, codes, "Kaart.", width=600, height=400, merged=False)
    assert len(paths(svg, fill=BLUE)) == 2


def test_members_that_are_buurten_are_laid_over_the_map_with_their_own_match(
    rows: dict[str, AreaFigures],
) -> None:
    inside = made_up_wijk()
    changed = {**inside.matches, "BU03440313": OutlineMatch.OTHER_AREA}
    home = FakeRow(rows["GM0344"].map, replace(inside, matches=changed))
    members = ("WK034404", "BU03440311", "BU03440313", "BU03440399")
    area = Area(tuple(map(region, members)), "Samen", "Samen")
    drawn = map_of(area, cast("AreaFigures", home), with_buurten=True)
    assert drawn is not None
    assert [each.code for each in drawn.buurten] == ["BU03440311", "BU03440313"]
    assert drawn.matches["BU03440311"] is OutlineMatch.SAME
    assert drawn.matches["BU03440313"] is OutlineMatch.OTHER_AREA
    assert "BU03440399" not in drawn.matches

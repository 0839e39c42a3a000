"""On which map an area lies: of all its gemeenten, with the buurten that it is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

import pytest

from tests.support.buurten_pages import made_up_wijk
from tests.support.svg import paths
from wijkprofiel.charts.locator_map import locator_map
from wijkprofiel.charts.palette import BLUE
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.outlines import GemeenteMap, OutlineMatch, WijkMap
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


def test_an_area_of_one_gemeente_has_the_map_that_the_edition_has(
    rows: dict[str, AreaFigures],
) -> None:
    assert map_of(Area.of(OVERVECHT), [rows["GM0344"]]) is rows["GM0344"].map


def test_a_werkgebied_in_two_gemeenten_shows_both_with_all_its_parts(
    rows: dict[str, AreaFigures],
) -> None:
    both = Area((OVERVECHT, SOESTERKWARTIER), "Samen", "Samen")
    drawn = map_of(both, [rows["GM0344"], rows["GM0307"]])
    assert drawn is not None
    assert len({each.code[:6] for each in drawn.wijken}) == 2
    codes = [each.code for each in both.members]
    svg = locator_map(drawn, codes, "Kaart.", width=600, height=400, merged=False)
    assert len(paths(svg, fill=BLUE)) == 2


def test_where_one_gemeente_has_no_map_the_other_is_drawn(rows: dict[str, AreaFigures]) -> None:
    both = Area((OVERVECHT, SOESTERKWARTIER), "Samen", "Samen")
    without = cast("AreaFigures", FakeRow(None))
    drawn = map_of(both, [rows["GM0344"], without])
    assert drawn is not None
    assert drawn.outer.code == "GM0344"
    assert map_of(both, [without, without]) is None


def test_members_that_are_buurten_are_laid_over_the_map_with_their_own_match(
    rows: dict[str, AreaFigures],
) -> None:
    inside = made_up_wijk()
    changed = {**inside.matches, "BU03440313": OutlineMatch.OTHER_AREA}
    home = FakeRow(rows["GM0344"].map, replace(inside, matches=changed))
    members = ("WK034404", "BU03440311", "BU03440313", "BU03440399")
    row = cast("AreaFigures", home)
    drawn = map_of(Area(tuple(map(region, members)), "Samen", "Samen"), [row] * 4)
    assert drawn is not None
    assert [each.code for each in drawn.buurten] == ["BU03440311", "BU03440313"]
    assert drawn.matches["BU03440311"] is OutlineMatch.SAME
    assert drawn.matches["BU03440313"] is OutlineMatch.OTHER_AREA
    assert "BU03440399" not in drawn.matches

"""What stands out does not hang on which benchmarks the page shows, or in which order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, permutations

import pytest

from tests.golden.areas import per_size
from tests.support.shipped import open_shop
from wijkprofiel.areas.surroundings import Surroundings
from wijkprofiel.documents.profile.buurten_page import Buurten
from wijkprofiel.documents.profile.front_page import Front
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.documents.profile.story_pages import StoryPages
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.domain.verdict import Tone
from wijkprofiel.findings.things import ThingKind
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.workshop.workshop import Workshop

PER_SIZE = 5
ORDERS_PER_AREA = 3


@dataclass(frozen=True)
class Said:
    """What may not differ."""

    front: Front
    stories: StoryPages | None
    remarks: tuple[tuple[str, str], ...]
    changes: tuple[tuple[str, str | None], ...]
    buurten: Buurten | None

    @classmethod
    def of(cls, profile: Profile) -> Said:
        rows = [row for theme in profile.themes for table in theme.tables for row in table.rows]
        trends = [theme.trend for theme in profile.themes if theme.trend is not None]
        return cls(
            front=profile.front,
            stories=profile.stories,
            remarks=tuple(
                (row.indicator, text)
                for row in rows
                if row.age is AgeGroup.ADULTS
                for text in row.remarks
            ),
            changes=tuple((line.indicator, line.change) for t in trends for line in t.lines),
            buurten=profile.buurten,
        )

    @property
    def has_points(self) -> bool:
        rows = () if self.front.chart is None else self.front.chart.rows
        return any(row.mark.tone is not Tone.NEUTRAL for row in rows)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


def ways(keys: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Every order of every choice of these."""
    return [way for size in range(1, len(keys) + 1) for way in permutations(keys, size)]


@pytest.mark.parametrize("level", [RegionLevel.WIJK, RegionLevel.BUURT])
def test_order_and_choice_of_columns_change_no_point(shop: Workshop, level: RegionLevel) -> None:
    codes = per_size(shop.edition.regions(level), PER_SIZE)
    regions = [shop.areas.find(code) for code in codes]
    usual = Surroundings.of(shop.edition, Area.of(regions[0])).benchmarks()
    all_ways = cycle(ways(tuple(usual)))
    with_points = 0
    for region in regions:
        areas = Surroundings.of(shop.edition, Area.of(region)).benchmarks()
        said = Said.of(shop.profile(region))
        with_points += bool(said.has_points)
        for _ in range(ORDERS_PER_AREA):
            way = next(all_ways)
            wishes = Wishes(benchmarks={key: areas[key] for key in way})
            assert Said.of(shop.profile(region, wishes)) == said, (region.code, way)
    assert with_points > len(regions) / 2


def test_another_area_beside_or_instead_of_the_usual_ones_changes_no_point(shop: Workshop) -> None:
    leusden = Area.of(shop.areas.find("Leusden", "Leusden"))
    for code in ("WK034403", "WK030703", "WK010930"):
        region = shop.areas.find(code)
        near = Area.of(shop.areas.gemeente(region.gemeente_name))
        said = Said.of(shop.profile(region))
        for chosen in ({"x": leusden}, {"gemeente": near, "x": leusden}, {"x": leusden, "y": near}):
            made = shop.profile(region, Wishes(benchmarks=chosen))
            assert Said.of(made) == said, (code, list(chosen))


def test_the_page_of_the_parts_names_what_its_marks_compare_with(shop: Workshop) -> None:
    region = shop.areas.find("WK034403")
    near = Area.of(shop.areas.gemeente("Utrecht"))
    made = shop.profile(region, Wishes(benchmarks={"gemeente": near}))
    assert made.buurten is not None
    assert made.buurten.marks_lead == "Een teken vergelijkt een buurt met de rest van de wijk:"
    assert all("in Nederland" in chart.text for chart in made.buurten.charts)


def test_a_point_tells_what_it_rests_on_where_no_column_shows_it(shop: Workshop) -> None:
    region = shop.areas.find("WK034403")
    leusden = Area.of(shop.areas.find("Leusden", "Leusden"))
    made = shop.profile(region, Wishes(benchmarks={"x": leusden}))
    told = [each.text for each in made.front.statements if each.kind is ThingKind.CONCERN]
    assert told
    for text in told:
        assert "in Utrecht " in text
        assert "in Nederland " in text
        assert "Leusden" not in text

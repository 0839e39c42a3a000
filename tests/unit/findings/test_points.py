"""What the working group adds or takes away, and what no point may rest on."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, permutations

import pytest

from wijkprofiel.domain.area import Area
from wijkprofiel.domain.roles import Role
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.findings.points import Points, PointSide, choice_figures

Find = Callable[..., AreaFindings]


def named(points: Points) -> dict[str, list[str]]:
    return {
        "krachten": [point.indicator for point in points.strengths],
        "zorgen": [point.indicator for point in points.concerns],
        "gekozen": [point.indicator for point in points.chosen],
    }


def test_a_dropped_figure_gives_its_place_to_the_next_of_its_story(find: Find) -> None:
    usual = find("WK034403").points
    assert usual.concerns[1].indicator == "ervaren_gezondheid_goed"
    made = find("WK034403", dropped=frozenset({"ervaren_gezondheid_goed"})).points
    told = {point.indicator for point in made.concerns}
    assert "ervaren_gezondheid_goed" not in told
    (other,) = [point for point in made.concerns if point.story == "gezondheid_en_beperkingen"]
    assert other.strength <= usual.concerns[1].strength


def test_a_pinned_figure_gets_the_side_of_its_mean(find: Find) -> None:
    made = find("WK034403", pinned=("roker",)).points
    (smoking,) = [point for point in made.concerns if point.indicator == "roker"]
    assert smoking.pinned
    assert "moeite_met_rondkomen" not in named(made)["zorgen"], "it is of the same story"


def test_a_pinned_figure_of_which_that_side_says_nothing_has_no_side(find: Find) -> None:
    made = find("WK034403", pinned=("vrijwilligerswerk",)).points
    (point,) = made.chosen
    assert (point.indicator, point.side, point.pinned) == ("vrijwilligerswerk", None, True)


def test_five_points_at_most_with_what_is_pinned(find: Find) -> None:
    made = find("WK034403", pinned=("eenzaam", "sport_elke_week", "vrijwilligerswerk")).points
    assert len(made.all) <= 5
    assert {"eenzaam", "sport_elke_week", "vrijwilligerswerk"} <= {p.indicator for p in made.all}


def test_the_carrier_is_the_largest_difference_and_of_equals_the_country(find: Find) -> None:
    overvecht, buurt = find("WK034403").points, find("BU03440341").points
    money, health = overvecht.concerns[:2]
    assert (money.carrier.benchmark, health.carrier.benchmark) == ("land", "gemeente")
    # Both are clipped at 2,5, so the country carries.
    assert (buurt.concerns[0].strength, buurt.concerns[0].carrier.benchmark) == (2.5, "land")


def test_a_distance_is_judged_against_the_country_alone(find: Find) -> None:
    found = find("WK010930")
    value = found.values.main("afstand_huisarts")
    assert value is not None
    assert [item.role for item in choice_figures(value)] == [Role.COUNTRY]
    (doctor,) = found.points.concerns
    assert doctor.indicator == "afstand_huisarts"
    country = value.by_role(Role.COUNTRY)
    assert country is not None
    assert doctor.strength == pytest.approx(abs(country.verdict.z or 0), abs=1e-4)


def test_benefits_come_in_only_where_no_health_figure_of_the_story_does(find: Find) -> None:
    assert "bijstand_per_1000" not in named(find("WK034403").points)["zorgen"]
    assert named(find("WK051825").points)["zorgen"].count("bijstand_per_1000") == 1


def test_an_area_without_figures_of_its_own_has_no_points_whatever_is_pinned(find: Find) -> None:
    found = find("WK030723", pinned=("eenzaam",))
    assert found.lack is not None
    assert found.points.all == ()


@pytest.mark.parametrize("code", ["WK034403", "WK010930", "WK007401", "WK006000", "BU03440341"])
def test_the_columns_and_their_order_change_nothing_of_what_stands_out(
    code: str, find: Find, edition: Edition
) -> None:
    usual = find(code)
    areas = {
        key: Area.of(region)
        for key, number in (("gemeente", usual.area.gemeente_code), ("land", "NL00"))
        if (region := edition.region(number or "")) is not None and number != code
    }
    leusden = edition.region("GM0327")
    assert leusden is not None
    areas["x"] = Area.of(leusden)
    for number in range(1, len(areas) + 1):
        for keys in combinations(areas, number):
            for order in permutations(keys):
                made = find(code, benchmarks={key: areas[key] for key in order})
                assert made.points == usual.points, order
                assert made.opening == usual.opening, order
                assert made.age_effects == usual.age_effects, order


def test_sides_are_told_by_their_sign(find: Find) -> None:
    points = find("WK006000").points
    assert points.of(PointSide.STRENGTH) == points.strengths
    assert points.of(PointSide.CONCERN) == points.concerns
    assert {point.side for point in points.all} == set(PointSide)

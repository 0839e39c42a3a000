"""The rule on whole arrays, one condition after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest

from tests.support.catalogue import CATALOGUE
from wijkprofiel.compilation.health_points import Against, WijkFigures, count_points
from wijkprofiel.configuration.choice_rule import ChoiceRule

RULE = ChoiceRule.of(CATALOGUE.limits, CATALOGUE.stories.values(), CATALOGUE.indicators.values())
NAMES = tuple(RULE.figures)
LONELY, STRESS, MONEY, SMOKING = "eenzaam", "veel_stress", "moeite_met_rondkomen", "roker"
NOISE, MOVING, DRINKING = "geluidhinder_buren", "beweegrichtlijn", "zware_drinker"
SD = 4.0


Off = Mapping[str, float]


def wijk(off: Off, adults: float = 10_000, near: Off = MappingProxyType({})) -> WijkFigures:
    """One wijk that is off from a country of 40 in some figures; near is so in others."""
    country = np.full(len(NAMES), 40.0)
    figures, beside = country.copy(), country.copy()
    for name, value in off.items():
        figures[NAMES.index(name)] += value
    for name, value in near.items():
        beside[NAMES.index(name)] += value
    return WijkFigures(
        names=NAMES,
        figures=figures[None, :],
        spreads=np.full(len(NAMES), SD),
        adults=np.array([adults]),
        country=Against.same_for_all(country, 1),
        near=Against.same_for_all(beside, 1),
    )


def points(figures: WijkFigures) -> tuple[int, int]:
    found = count_points(figures, RULE)
    assert found.all.tolist() == (found.strengths + found.concerns).tolist()
    return int(found.strengths[0]), int(found.concerns[0])


def test_a_wijk_like_the_country_has_none() -> None:
    assert points(wijk({})) == (0, 0)


@pytest.mark.parametrize(
    ("off", "found"),
    [
        ({LONELY: 1.1 * SD}, (0, 1)),
        ({LONELY: -1.1 * SD}, (1, 0)),
        ({MOVING: 1.1 * SD}, (1, 0)),
        # Figures without a headline on that side.
        ({DRINKING: -2 * SD}, (0, 0)),
        ({"vrijwilligerswerk": -2 * SD}, (0, 0)),
        # Two figures of one story are one point; a strength and a concern may be of one.
        ({LONELY: 2 * SD, STRESS: 2 * SD}, (0, 1)),
        ({LONELY: 2 * SD, STRESS: -2 * SD}, (1, 1)),
    ],
    ids=str,
)
def test_sides_and_stories(off: dict[str, float], found: tuple[int, int]) -> None:
    assert points(wijk(off)) == found


def test_strength_is_the_mean_of_both_comparisons() -> None:
    assert points(wijk({LONELY: 1.05 * SD}, near={LONELY: 0.5 * SD})) == (0, 1)  # S .80
    assert points(wijk({LONELY: 1.05 * SD}, near={LONELY: 0.7 * SD})) == (0, 0)  # S .70


def test_one_comparison_has_to_carry_it() -> None:
    assert points(wijk({LONELY: 0.9 * SD})) == (0, 0)
    nothing_near = replace(wijk({LONELY: 1.1 * SD}).near, judged=np.full((1, len(NAMES)), np.nan))
    assert points(replace(wijk({LONELY: 1.1 * SD}), near=nothing_near)) == (0, 1)


@pytest.mark.parametrize(("own", "country", "found"), [(41.4, 40.4, 0), (41.5, 40.4, 1)])
def test_the_printed_numbers_have_to_show_it(own: float, country: float, found: int) -> None:
    one = wijk({})
    place = NAMES.index(LONELY)
    judged = one.country.judged.copy()
    judged[0, place] = country
    against = replace(one.country, judged=judged, printed=judged)
    figures = one.figures.copy()
    figures[0, place] = own
    spreads = np.full(len(NAMES), 0.5)
    judged_so = replace(one, figures=figures, spreads=spreads, country=against, near=against)
    assert points(judged_so) == (0, found)


def test_near_may_not_lie_on_the_other_side() -> None:
    # Against the country 2.5 at most, so that S is .84; what is printed says otherwise.
    assert points(wijk({LONELY: 10}, near={LONELY: 13.5})) == (0, 0)
    assert points(wijk({LONELY: 10}, near={LONELY: 10})) == (0, 1)


def test_a_small_wijk_needs_more_and_gets_one_a_side() -> None:
    off = {LONELY: 2 * SD, MOVING: -2 * SD, MONEY: -2 * SD, "ervaren_gezondheid_goed": 2 * SD}
    assert points(wijk(off, 499)) == (1, 1)
    assert points(wijk(off, 500)) == (2, 2)
    near = {LONELY: 0.4 * SD}
    assert points(wijk({LONELY: 1.1 * SD}, 499, near)) == (0, 0)  # S .90
    assert points(wijk({LONELY: 1.1 * SD}, 500, near)) == (0, 1)


def test_two_of_a_signal_three_a_side_and_five_in_all() -> None:
    signal = {LONELY: 2 * SD, MONEY: 2 * SD, NOISE: 2 * SD}
    assert points(wijk(signal)) == (0, 2)
    concerns = {**signal, MOVING: -2 * SD, DRINKING: 2 * SD}
    assert points(wijk(concerns)) == (0, 3)
    # Both sides full: three of the first, two of the other.
    strengths = {STRESS: -2 * SD, SMOKING: -2 * SD, "ervaren_gezondheid_goed": 2 * SD}
    assert points(wijk({**concerns, **strengths})) == (2, 3)


def test_what_age_explains_is_no_point() -> None:
    one = wijk({LONELY: 1.2 * SD})
    for explained, found in ((0.5 * SD, 1), (0.7 * SD, 0)):
        by_age = np.full((1, len(NAMES)), explained)
        country, near = replace(one.country, by_age=by_age), replace(one.near, by_age=by_age)
        assert points(replace(one, country=country, near=near)) == (0, found)


def test_rounding_of_the_rest_is_taken_off() -> None:
    one = wijk({LONELY: 1.05 * SD}, near={LONELY: 0.5 * SD})
    guarded = replace(one.near, guard=np.array([0.2 * SD]))
    assert points(replace(one, near=guarded)) == (0, 0)

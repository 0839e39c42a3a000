"""Three things for every area, also where there is little to say."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.catalogue import CATALOGUE
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.findings.present import PresentKind
from wijkprofiel.findings.things import Alike, Apart, Around, ThingKind

Find = Callable[..., AreaFindings]

HEALTH = frozenset(name for name, each in CATALOGUE.indicators.items() if each.is_health)
REGISTERS = frozenset(CATALOGUE.indicators) - HEALTH


def kinds(found: AreaFindings) -> list[ThingKind]:
    return [thing.kind for thing in found.opening.things]


def test_the_country_is_not_compared_and_still_has_three_things(find: Find) -> None:
    found = find("NL00")
    assert kinds(found) == [ThingKind.THERE, ThingKind.ALSO, ThingKind.ALSO]
    assert all(row.point is None for row in found.opening.rows)


def test_a_profile_without_health_figures_says_so(find: Find) -> None:
    found = find("WK034403", left_out=HEALTH)
    assert kinds(found) == [ThingKind.THERE, ThingKind.NOT_SHOWN, ThingKind.ASK]


def test_a_profile_without_anything_to_tell_asks(find: Find) -> None:
    found = find("WK034403", left_out=HEALTH | {"afstand_huisarts", "afstand_school"})
    assert kinds(found) == [ThingKind.OWN, ThingKind.NOT_SHOWN, ThingKind.ASK]
    assert found.opening.box == ()


def test_a_profile_that_compares_nothing_says_so_last_of_all(find: Find) -> None:
    found = find("NL00", left_out=frozenset(CATALOGUE.indicators) - {"overgewicht"})
    assert kinds(found) == [ThingKind.OWN, ThingKind.ALIKE, ThingKind.ASK]
    assert found.opening.things[1] == Alike((), ())


def test_where_nobody_lives_the_gemeente_tells_what_people_do(find: Find) -> None:
    found = find("WK030723")
    assert kinds(found) == [ThingKind.SMALL, ThingKind.AROUND, ThingKind.ASK]
    assert found.opening.things[1] == Around("sport_elke_week", 64_000)
    assert (found.opening.box, found.opening.rows) == ((), ())


def test_around_a_place_nothing_is_said_of_what_the_profile_leaves_out(find: Find) -> None:
    found = find("WK030723", left_out=HEALTH)
    assert kinds(found) == [ThingKind.SMALL, ThingKind.OWN, ThingKind.ASK]


def test_a_gemeente_looks_at_its_wijken_and_at_no_gemeente(find: Find) -> None:
    found = find("GM0344")
    assert found.benchmarks.near is None
    assert not found.benchmarks.near_stands
    assert ThingKind.SMALL not in kinds(found)


def test_alike_names_only_those_with_which_most_figures_are_about_equal(find: Find) -> None:
    soesterkwartier, stevenshof = (find(code).opening.things[1] for code in SAME)
    assert isinstance(soesterkwartier, Alike)
    assert isinstance(stevenshof, Alike)
    assert soesterkwartier.roles == soesterkwartier.compared
    assert [role.value for role in stevenshof.roles] == ["land"]
    assert len(stevenshof.compared) == 2


SAME = ("WK030703", "WK054609")


def test_what_is_dropped_is_not_told_as_something_of_everybody(find: Find) -> None:
    usual = find("WK054609").opening.things[2]
    assert usual.kind is ThingKind.ALSO
    made = find("WK054609", dropped=frozenset({"eenzaam"})).opening.things[2]
    assert made != usual


def test_the_box_tells_nothing_that_the_three_things_tell(find: Find) -> None:
    for code in ("WK034403", "WK010930", "WK006000", "WK029601"):
        opening = find(code).opening
        boxed = {key for fact in opening.box for key in fact.indicators}
        assert not boxed & opening.indicators
        assert len(opening.box) <= 5
        assert sum(fact.kind is PresentKind.CHANGE for fact in opening.box) <= 1


def test_ranges_are_over_parts_with_enough_adults_and_the_widest_comes_first(find: Find) -> None:
    found = find("WK029601")
    (apart,) = [thing for thing in found.opening.things if isinstance(thing, Apart)]
    assert found.parts is not None
    shown = {each.indicator: each for each in found.parts.ranges}
    assert shown[apart.range.indicator] == apart.range
    assert apart.range.width >= 2
    told = CATALOGUE.limits.opening.uiteen
    assert all(each.width <= apart.range.width for key, each in shown.items() if key in told)

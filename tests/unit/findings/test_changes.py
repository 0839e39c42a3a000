"""A change that is told: as everywhere, or otherwise than in the country."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.catalogue import CATALOGUE
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.regions import Region
from wijkprofiel.findings.changes import Change, ChangeFinder
from wijkprofiel.findings.trends import Trend
from wijkprofiel.methods.trend import ChangeKind, differing_change

YEARS = (2012, 2016, 2020)
LIMITS = CATALOGUE.limits.trend


def area(adults: float = 1000) -> Area:
    return Area.of(
        Region(
            code="WK000101",
            division=2020,
            name="Oud",
            title="Oud",
            gemeente_name="Adam",
            inhabitants=1500,
            adults=adults,
            elderly=200,
        )
    )


def series(*values: float | None) -> tuple[Observation, ...]:
    return tuple(
        Observation.absent(ValueStatus.NOT_ASKED, year, AgeGroup.ADULTS)
        if value is None
        else Observation(year, AgeGroup.ADULTS, ValueStatus.AVAILABLE, value)
        for year, value in zip(YEARS, values, strict=True)
    )


def trend(
    own: tuple[float | None, ...],
    country: tuple[float | None, ...],
    distances: tuple[float, ...] = (),
    indicator: str = "eenzaam",
) -> Trend:
    return Trend(indicator, YEARS, series(*own), (), series(*country), distances, None)


def change(made: Trend, adults: float = 1000) -> Change | None:
    return ChangeFinder(area(adults), LIMITS).change(made, sign=-1)


def test_as_everywhere_both_go_the_same_way_by_three_printed_points() -> None:
    found = change(trend((41.0, 36, 27), (24, 19, 14), (2.59, 2.82, 2.79)))
    assert found is not None
    assert (found.kind, found.fell, found.as_country) == (ChangeKind.AS_COUNTRY, True, True)
    assert (found.before, found.now, found.first_year, found.last_year) == (41, 27, 2012, 2020)


@pytest.mark.parametrize(
    ("own", "country"),
    [
        ((40.0, 40, 42), (40.0, 43, 47)),  # two points are too few to see
        ((40.0, 40, 45), (47.0, 46, 45)),  # another way, but no distance is known
        ((40.0, 40, None), (40.0, 43, 47)),
    ],
)
def test_what_cannot_be_seen_or_is_not_known_is_not_told(
    own: tuple[float | None, ...], country: tuple[float | None, ...]
) -> None:
    assert change(trend(own, country)) is None


def test_nothing_is_told_of_fewer_than_a_thousand_adults() -> None:
    made = trend((41.0, 36, 27), (24, 19, 14), (2.59, 2.82, 2.79))
    assert change(made, adults=999.9) is None


def test_otherwise_needs_a_distance_that_moved_one_way_and_not_too_far() -> None:
    own, country = (39.0, 38, 37), (40.0, 43, 47)
    found = change(trend(own, country, (-0.2, -0.9, -1.8)))
    assert found is not None
    assert (found.kind, found.differs, found.as_country) == (ChangeKind.OTHERWISE, True, False)
    assert found.distance == pytest.approx(1.6)  # fewer lonely people, so favourable
    assert change(trend(own, country, (-0.2, -0.8, -0.9))) is None
    assert change(trend(own, country, (-0.2, -2.0, -1.8))) is None
    assert change(trend(own, country, (-0.2, -2.0, -2.8))) is None


def test_what_went_the_same_way_but_more_can_be_told_both_ways() -> None:
    found = change(trend((40.0, 48, 56), (40.0, 43, 47), (0.1, 0.8, 1.6)))
    assert found is not None
    assert (found.kind, found.as_country) == (ChangeKind.STRONGER, True)
    assert found.told_as_country == replace(found, kind=ChangeKind.AS_COUNTRY)


def test_figures_that_are_not_listed_are_never_told() -> None:
    made = trend((41.0, 36, 27), (24, 19, 14), (2.59, 2.82, 2.79), indicator="drinker")
    assert change(made) is None


@pytest.mark.parametrize(
    ("own", "country", "kind"),
    [
        (3, -3, ChangeKind.OTHERWISE),
        (0, 5, ChangeKind.OTHERWISE),
        (8, 5, ChangeKind.STRONGER),
        (-2, -5, ChangeKind.WEAKER),
    ],
)
def test_in_which_way_a_change_differs(own: float, country: float, kind: ChangeKind) -> None:
    assert differing_change(own, country) is kind

"""How the health figures of the shipped edition go together with who lives where.

The values come from a study that was made apart from this code: weighed by adults over 3,020
wijken, and in brackets over the wijken of 500 adults and more, each counted once.
"""

from __future__ import annotations

from statistics import median

import pytest

from tests.spec.tables import HEALTH
from tests.support.catalogue import CATALOGUE
from wijkprofiel.domain.figures import FigureKey, Residents
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.edition.reader import Edition
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

STUDY = """
4 77.6 71.1 | 5 45.7 29.3 | 6 57.0 46.3 | 7 89.0 82.8 | 8 67.6 51.6 | 9 69.4 54.1 | 10 60.0 46.4
11 82.6 77.6 | 12 69.5 53.4 | 13 84.0 74.9 | 14 59.7 41.9 | 15 51.1 33.8 | 16 79.5 75.9
17 77.4 71.6 | 18 75.7 68.7 | 19 77.0 70.6 | 20 79.0 71.8 | 21 66.8 56.8 | 22 82.5 75.5
23 80.2 75.2 | 24 76.8 70.3 | 25 86.9 84.3 | 26 92.7 91.2 | 27 71.4 63.1 | 28 91.3 88.1
29 90.0 85.3 | 30 94.8 92.5 | 31 86.1 79.3 | 32 82.7 71.8 | 33 76.6 75.2 | 37 88.1 88.0
38 92.7 88.9
"""
YOUNG = {26: 0.47, 14: 0.47, 9: 0.45, 16: 0.42, 24: 0.38, 17: 0.36, 11: 0.35, 5: 0.33, 30: 0.29}
YOUNG |= {6: 0.28, 38: 0.27, 10: 0.27, 25: 0.25, 37: 0.25, 28: 0.19, 29: 0.18, 33: 0.08}
GOES_WITH_YOUNG = 0.25


NAMES = {int(row["number"]): row["id"] for row in HEALTH}
VALUES = {
    NAMES[int(number)]: (float(weighed), float(unweighed))
    for line in STUDY.strip().splitlines()
    for cell in line.split(" | ")
    for number, weighed, unweighed in [cell.split()]
}


@pytest.fixture(scope="module")
def residents() -> dict[str, Residents]:
    """Of all figures of the edition that have it, by indicator."""
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as edition:
        found = {key: edition.residents(key) for key in edition.figures}
    assert {(key.age, key.period) for key, each in found.items() if each is not None} == {
        (AgeGroup.ADULTS, 2020)
    }
    return {key.indicator: each for key, each in found.items() if each is not None}


@pytest.mark.parametrize("name", VALUES)
def test_values_are_those_of_the_study(residents: dict[str, Residents], name: str) -> None:
    found = residents[name]
    assert found.unweighted_pct is not None
    # Both are given to a tenth; a value halfway was rounded either way.
    assert found.explained_pct == pytest.approx(VALUES[name][0], abs=0.0501)
    assert found.unweighted_pct == pytest.approx(VALUES[name][1], abs=0.0501)
    assert found.wijken == 3_020


def test_all_32_figures_have_it_and_no_other(residents: dict[str, Residents]) -> None:
    assert set(residents) == set(VALUES)
    assert round(median(each.explained_pct for each in residents.values()), 1) == 78.3
    unweighted = [each.unweighted_pct for each in residents.values()]
    assert round(median(value for value in unweighted if value is not None), 1) == 71.8


def test_correlations_with_young_people_are_those_of_the_study(
    residents: dict[str, Residents],
) -> None:
    found = {number: abs(round(residents[NAMES[number]].young_r, 2)) for number in YOUNG}
    assert found == YOUNG


@pytest.mark.parametrize("side", [1, -1])
def test_the_remark_on_young_people_stands_where_the_figures_go_together(
    residents: dict[str, Residents], side: int
) -> None:
    """Of what may be said on that side, each figure that goes that way with young people."""
    found = {
        name
        for name, each in residents.items()
        if side in CATALOGUE.indicators[name].sides
        and abs(round(each.young_r, 2)) >= GOES_WITH_YOUNG
        and CATALOGUE.indicators[name].direction_for(AgeGroup.ADULTS).sign * side * each.young_r > 0
    }
    assert set(CATALOGUE.limits.jongeren.of(side)) == found


def test_a_figure_that_the_edition_does_not_know_has_none() -> None:
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as edition:
        assert edition.residents(FigureKey("tuin", AgeGroup.ADULTS, 2020)) is None

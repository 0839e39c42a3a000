"""The points of all wijken at once, beside those that were chosen one by one."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.support.catalogue import CATALOGUE
from wijkprofiel.compilation.calibration import LASTING, calibrate, wijk_figures
from wijkprofiel.compilation.figure_column import FigureColumn
from wijkprofiel.compilation.health_points import PointCounts, count_points
from wijkprofiel.configuration.choice_rule import ChoiceRule
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import NEDERLAND
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.calibrated import calibration_of
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

RULE = ChoiceRule.of(CATALOGUE.limits, CATALOGUE.stories.values(), CATALOGUE.indicators.values())
CHOSEN = Path(__file__).parents[1] / "spec" / "choice_of_wijken.csv"
STUDY = {0.0: 0.01, 0.25: 0.06, 0.5: 0.76, 0.75: 2.11}
"""Mean number of points by chance that a study found, in one draw."""

Country = tuple[list[FigureColumn], pd.DataFrame]


@pytest.fixture(scope="module")
def edition() -> Edition:
    return Edition.open(SHIPPED_DATA / "2020.sqlite")


@pytest.fixture(scope="module")
def country(edition: Edition) -> Country:
    """The figures of the edition as columns again, as they are when it is compiled."""
    regions = {region.code: region for region in edition.regions()}
    homes: dict[str, list[str]] = {}
    for code, region in regions.items():
        homes.setdefault(region.gemeente_code or NEDERLAND, []).append(code)
    wanted = {
        key: figure
        for key, figure in edition.figures.items()
        if key.indicator in RULE.figures
        and figure.newest
        and key.age in (AgeGroup.ADULTS, AgeGroup.ELDERLY)
    }
    found: dict[str, list[float | None]] = {}
    for home, codes in homes.items():
        row = edition.area(home)
        for code in codes:
            found[code] = [row.observation(code, key).value for key in wanted]
    values = np.array([found[code] for code in regions], dtype=float)
    frame = pd.DataFrame(
        {
            "level": [region.level for region in regions.values()],
            "adults": [region.adults for region in regions.values()],
            "elderly": [region.elderly for region in regions.values()],
        },
        index=list(regions),
    )
    nothing = np.zeros(len(regions), dtype=np.int8)
    columns = [
        FigureColumn(figure, values[:, place], nothing)
        for place, figure in enumerate(wanted.values())
    ]
    return columns, frame


@pytest.fixture(scope="module")
def counted(country: Country) -> PointCounts:
    wijken = wijk_figures(*country, RULE)
    assert wijken is not None
    return count_points(wijken, RULE)


def shares(counts: np.ndarray[tuple[int, ...], np.dtype[np.intp]]) -> list[int]:
    """Per number of points the share of the wijken, in whole percents."""
    return [round(100 * float(np.mean(counts == number))) for number in range(counts.max() + 1)]


def test_yields_are_those_of_the_study(counted: PointCounts) -> None:
    assert len(counted.all) == 3_020
    assert round(float(np.mean(counted.all)), 2) == 1.96
    assert shares(counted.all) == [17, 23, 19, 30, 8, 2]
    assert shares(counted.strengths) == [38, 23, 16, 23]
    assert shares(counted.concerns) == [59, 22, 6, 12]
    assert round(100 * float(np.mean(counted.all > 0))) == 83


def test_as_many_points_as_were_chosen_wijk_by_wijk(country: Country, counted: PointCounts) -> None:
    """Of wijken without a point from a register, which would take the room of another."""
    _, regions = country
    wijken = regions.index[(regions["level"] == "wijk") & (regions["adults"] >= 100)]
    found = {
        code: (int(strengths), int(concerns))
        for code, strengths, concerns in zip(
            wijken, counted.strengths, counted.concerns, strict=True
        )
    }
    with CHOSEN.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    health = [row for row in rows if all(each.isdigit() for each in row["zorgen"].split())]
    assert len(health) > 1_000
    wrong = {
        row["code"]: found[row["code"]]
        for row in health
        if found[row["code"]] != (len(row["krachten"].split()), len(row["zorgen"].split()))
    }
    assert wrong == {}


def test_the_edition_has_the_calibration_of_the_rule_that_we_ship(
    edition: Edition, country: Country
) -> None:
    stored = calibration_of(edition, CATALOGUE)
    assert stored is not None
    assert stored == calibrate(*country, RULE)
    assert (stored.wijken, stored.points, stored.with_point) == (3_020, 1.96, 0.832)


def test_chance_gives_what_the_study_found(edition: Edition) -> None:
    assert edition.calibration is not None
    steps = {step.lasting: step for step in edition.calibration.steps}
    assert tuple(steps) == LASTING
    for lasting, points in STUDY.items():
        assert steps[lasting].points == pytest.approx(points, abs=0.04)
    assert 0 < steps[0.0].with_point <= 0.01


def test_of_another_rule_the_calibration_says_nothing(edition: Edition) -> None:
    points = CATALOGUE.limits.punten.model_copy(update={"sterkte": 0.8})
    limits = CATALOGUE.limits.model_copy(update={"punten": points})
    other = type(CATALOGUE)(
        **{name: getattr(CATALOGUE, name) for name in CATALOGUE.__slots__} | {"limits": limits}
    )
    assert calibration_of(edition, other) is None
    assert (
        ChoiceRule.of(
            CATALOGUE.limits, reversed(CATALOGUE.stories.values()), CATALOGUE.indicators.values()
        ).fingerprint()
        == RULE.fingerprint()
    )


def test_without_a_figure_of_the_rule_there_is_none(country: Country) -> None:
    columns, regions = country
    assert calibrate(columns[1:], regions, RULE) is None
    assert calibrate(columns, regions.drop(index=NEDERLAND), RULE) is None


def test_of_few_wijken_there_is_none(country: Country) -> None:
    columns, regions = country
    few = [NEDERLAND, "GM0344", *(code for code in regions.index if code.startswith("WK0344"))]
    places = regions.index.get_indexer(pd.Index(few))
    kept = [replace(each, values=each.values[places], gaps=each.gaps[places]) for each in columns]
    wijken = wijk_figures(kept, regions.iloc[places], RULE)
    assert wijken is not None
    assert count_points(wijken, RULE).all.sum() > 0
    assert calibrate(kept, regions.iloc[places], RULE) is None

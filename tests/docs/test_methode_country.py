"""What docs/methode.md says of the country as a whole, computed again from the shipped edition.

Sections 13 (points by chance) and 14 (who lives there). The numbers that an edition gets when it is
compiled are read from it: golden tests hold those against a new calculation and against a study.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log
from statistics import NormalDist, median

import numpy as np
import pytest

from tests.docs.test_methode import SOESTERKWARTIER, sections_of_document
from tests.support.shipped import open_shop
from wijkprofiel.configuration.choice_rule import ChoiceRule
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.calibration import Calibration
from wijkprofiel.domain.figures import FigureKey, Residents
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.findings.calibrated import calibration_of
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.methods.chance import SHARED, WOBBLE, error_size, wobble
from wijkprofiel.methods.regression import Regression, correlation
from wijkprofiel.words.formatting import number, signed
from wijkprofiel.workshop.workshop import Workshop

MONEY = "moeite_met_rondkomen"
YOUNG = "aandeel_15_tot_25"
SHARES = (
    YOUNG,
    "aandeel_25_tot_45",
    "aandeel_45_tot_65",
    "aandeel_65_plus",
    "herkomst_buiten_nederland",
    "stedelijkheid",
)
DENSITY, CARS, USUAL_CARS = "bevolkingsdichtheid", "autos_per_huishouden", 1.0

Column = Sequence[float]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def chance(shop: Workshop) -> Calibration:
    found = calibration_of(shop.edition, shop.catalogue)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def residents(shop: Workshop) -> dict[str, Residents]:
    """Of every figure that has it, by indicator."""
    found = {key: shop.edition.residents(key) for key in shop.edition.figures}
    return {key.indicator: each for key, each in found.items() if each is not None}


def short(value: float) -> str:
    """Without zeros at the end."""
    return number(value, 3).rstrip("0").rstrip(",")


def test_points_by_chance(shop: Workshop, chance: Calibration) -> None:
    text, catalogue = sections_of_document()["13"], shop.catalogue
    rows = [("de cijfers van deze editie", chance.points, chance.with_point)]
    rows += [
        (f"toeval, b = {short(step.lasting)}", step.points, step.with_point)
        for step in chance.steps
    ]
    printed = [
        f"| {name} | {number(points, 2)} | {number(100 * share)} |" for name, points, share in rows
    ]
    assert "\n".join(printed) in text
    rule = ChoiceRule.of(
        catalogue.limits, catalogue.stories.values(), catalogue.indicators.values()
    )
    for line in (
        f"| u | {' | '.join(short(size) for _, size in WOBBLE)} |",
        f"r = {number(SHARED, 2)}.",
        f"wie naar {len(rule.figures)} cijfers kijkt",
        f"over alle {number(chance.wijken)} wijken",
    ):
        assert line in text, line


def by_chance(size: float) -> float:
    """How often an error of this size is one spread or more, on either side."""
    return 2 * (1 - NormalDist().cdf(1 / size))


def test_chance_in_one_wijk(shop: Workshop, chance: Calibration) -> None:
    text, region = sections_of_document()["13"], shop.edition.region(SOESTERKWARTIER)
    assert region is not None
    assert region.adults is not None
    error = error_size(region.adults, 0.5)
    points = {step.lasting: step.points for step in chance.steps}
    parts = {lasting: each / chance.points for lasting, each in points.items()}
    half, there_are = number(points[0.5], 3), number(chance.points, 3)
    for line in (
        f"N18 = {number(region.adults, 1)}:",
        f"T    = √({short(wobble(region.adults))}² + 0,5²) = {number(error, 4)}",
        f"kans = 2 × (1 − Φ(1 / {number(error, 4)})) = {number(by_chance(error), 4)}",
        f"minder dan 250 volwassenen {number(by_chance(wobble(100)), 4)}",
        f"gemiddeld {half} punt, tegen {there_are} in deze editie",
        (
            f"{half} / {there_are} = {number(parts[0.5], 3)}, "
            f"dus {number(100 * parts[0.5])} van de 100 punten"
        ),
        f"met b = 0,25 gaat het om {number(100 * parts[0.25])} van de 100 punten",
    ):
        assert line in text, line
    assert by_chance(wobble(region.adults)) < 1e-9
    assert parts[0.75] > 1


def figures_of(book: FigureBook, wijk: Region) -> list[float]:
    """The figure, and the characteristics that the edition knows of all wijken."""
    keys = [FigureKey(MONEY, AgeGroup.ADULTS, 2020)]
    keys += [FigureKey(name, AgeGroup.ALL, 2020) for name in (*SHARES, DENSITY, CARS)]
    found = [book.observation(Area.of(wijk), key).value for key in keys]
    *known, density, cars = (USUAL_CARS if value is None else value for value in found)
    assert None not in found[:-1]
    return [*known, log(max(1.0, density)), cars]


def variances(values: Column, columns: Sequence[Column], weights: Column) -> tuple[float, float]:
    """Weighed, around the mean of the values: of what the regression gives, and of the values."""
    y, w = np.array(values), np.array(weights)
    x = np.column_stack([np.ones(len(y)), *columns])
    slopes = np.linalg.lstsq(np.sqrt(w)[:, None] * x, np.sqrt(w) * y, rcond=None)[0]
    mean = np.average(y, weights=w)
    fitted, given = (float(np.average((each - mean) ** 2, weights=w)) for each in (x @ slopes, y))
    return fitted, given


def test_who_lives_there(shop: Workshop, residents: dict[str, Residents]) -> None:
    text, book = sections_of_document()["14"], FigureBook(shop.edition)
    wijken = [
        each for each in shop.edition.regions(RegionLevel.WIJK) if (each.adults or 0.0) >= 100
    ]
    weights = [each.adults or 0.0 for each in wijken]
    rows = [figures_of(book, wijk) for wijk in wijken]
    values, *columns = (list(column) for column in zip(*rows, strict=True))
    assert len(columns) == 8
    fitted, given = variances(values, columns, weights)
    share, young = fitted / given, correlation(values, columns[0], weights)
    assert young is not None
    assert Regression.on(columns, weights).r_squared(values) == pytest.approx(share)
    stored = residents[MONEY]
    assert young == pytest.approx(stored.young_r, abs=1e-5)
    assert 100 * share < stored.explained_pct
    for line in (
        f"over de {number(len(wijken))} wijken",
        "de acht kenmerken die",
        f"r  = {signed(young, 4)}, dus R² = {number(young**2, 4)}",
        f"R² = {number(fitted, 4)} / {number(given, 4)} = {number(share, 4)}",
    ):
        assert line in text, line


def test_all_characteristics(residents: dict[str, Residents]) -> None:
    text, money = sections_of_document()["14"], residents[MONEY]
    weighed = sorted((each.explained_pct, name) for name, each in residents.items())
    alone = [each.unweighted_pct for each in residents.values() if each.unweighted_pct is not None]
    assert len(weighed) == len(alone) == 32
    (lowest, first), (highest, last) = weighed[0], weighed[-1]
    assert (first, last) == ("beweegrichtlijn", "emotioneel_eenzaam")
    middle = number(median(share for share, _ in weighed))
    for line in (
        f"Over de {len(weighed)} cijfers",
        f"van {number(lowest)} (beweegrichtlijn) tot {number(highest)} (emotioneel eenzaam)",
        f"mediaan van {middle} procent",
        f"is dat {number(min(alone))} tot {number(max(alone))}, met een mediaan van",
        f"een mediaan van {number(median(alone))}.",
        f"Met alle elf is R² {number(money.explained_pct, 1)} procent",
        f"(met elke wijk één keer {number(money.unweighted_pct or 0.0, 1)})",
    ):
        assert line in text, line


def test_the_words(shop: Workshop) -> None:
    limits = shop.catalogue.limits.samenhang
    assert (
        f"vanaf {number(limits.bijna_helemaal)} *bijna helemaal*, "
        f"vanaf {number(limits.grotendeels)} *grotendeels*"
    ) in sections_of_document()["14"]

"""Gemeente and country follow from their wijken, or nothing is compared with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.catalogue import CATALOGUE
from tests.support.small_country import SmallCountry, compile_country
from wijkprofiel.compilation.figure_column import FigureColumn
from wijkprofiel.compilation.wijken import held_against_wijken
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.domain.figures import Figure, FigureKey
from wijkprofiel.domain.observation import AgeGroup, Basis, Published, ValueStatus
from wijkprofiel.edition.packing import Floats
from wijkprofiel.edition.reader import Edition
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

CODES = ("NL00", "GM0001", "WK000101", "WK000102", "WK000103", "GM0002", "WK000201")
LEVELS = ("land", "gemeente", "wijk", "wijk", "wijk", "gemeente", "wijk")
PEOPLE = (6000, 4000, 2500, 1450, 50, 2000, 2000)
NL, ADAM, OUD, NEW, LEASE, BDAM, ONLY = range(7)
CARS, WATER, BENEFITS = (
    CATALOGUE.indicators[name]
    for name in ("autos_per_huishouden", "aandeel_water", "bijstand_per_1000")
)
CAR_COUNTS = (
    (54_000, 52_500, 1_000, 500, 51_000, 1_500, 1_500),
    (3_000, 2_000, 1_250, 725, 25, 1_000, 1_000),
)
"""A leasing company with 51,000 cars has 25 households around it."""


@pytest.fixture(scope="module")
def shipped() -> Iterator[Edition]:
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as opened:
        yield opened


def regions() -> pd.DataFrame:
    columns = {"level": LEVELS, "inhabitants": [float(each) for each in PEOPLE]}
    return pd.DataFrame(columns, index=pd.Index(CODES, name="code"))


def column(
    definition: IndicatorDefinition,
    counts: tuple[Sequence[float], Sequence[float]],
    values: Sequence[float] | None = None,
) -> FigureColumn:
    part, whole = (np.array(each, dtype=float) for each in counts)
    multiplier = definition.bron.vermenigvuldig
    known = np.array(values, dtype=float) if values else np.round(multiplier * part / whole, 6)
    figure = Figure(FigureKey(definition.id, AgeGroup.ALL, 2020), "kern", ValueStatus.MISSING)
    gaps = np.zeros(len(CODES), dtype=np.int8)
    return FigureColumn(figure, known, gaps, counts=(part, whole), multiplier=multiplier)


def held(definition: IndicatorDefinition, made: FigureColumn) -> FigureColumn:
    (found,) = held_against_wijken([made], [definition], regions())
    return found


def marked(found: FigureColumn, basis: Basis) -> list[str]:
    flags = found.bases.get(basis)
    return [] if flags is None else [CODES[at] for at in np.flatnonzero(flags)]


def cars(**published: float) -> FigureColumn:
    values = [18.0, 26.3, 0.8, 0.7, np.nan, 1.5, 1.5]
    for code, value in published.items():
        values[CODES.index(code)] = value
    return column(CARS, CAR_COUNTS, values)


def test_a_gemeente_has_the_cars_of_who_lives_there() -> None:
    found = held(CARS, cars())
    assert found.values[ADAM] == round(1_500 / 1_975, 6)
    assert found.values[NL] == round(3_000 / 2_975, 6)
    assert (found.values[OUD], found.values[ONLY]) == (0.8, 1.5)  # published figures stay
    assert marked(found, Basis.FROM_WIJKEN) == ["NL00", "GM0001", "GM0002"]
    assert marked(found, Basis.ABOVE_CEILING) == ["WK000103"]
    assert found.published is not None
    assert [each[ADAM] for each in found.published] == [26.3, 52_500, 2_000]
    assert np.isnan(found.published[0][OUD])


def test_a_wijk_above_the_ceiling_is_no_part_of_the_ruler() -> None:
    found = held(CARS, cars(WK000103=2040.0))
    assert found.values[LEASE] == 2040
    assert np.isnan(found.for_spread[LEASE])
    assert found.for_spread[OUD] == 0.8


def test_a_whole_of_wijken_that_are_not_known_is_no_benchmark() -> None:
    counts = CAR_COUNTS[0], tuple(np.nan if at == NEW else n for at, n in enumerate(CAR_COUNTS[1]))
    unknown = column(CARS, (tuple(np.where(np.isnan(counts[1]), np.nan, counts[0])), counts[1]))
    found = held(CARS, unknown)
    assert marked(found, Basis.BESIDE_WIJKEN) == ["NL00", "GM0001"]
    assert marked(found, Basis.FROM_WIJKEN) == ["GM0002"]
    assert found.values[ADAM] == unknown.values[ADAM]


def test_the_sea_is_no_part_of_a_gemeente_of_wijken() -> None:
    water = (9_030, 9_010, 6, 4, 0, 20, 20), (10_000, 9_500, 155, 310, 145, 410, 410)
    found = held(WATER, column(WATER, water))
    assert found.values[ADAM] == round(100 * 10 / 610, 6)
    assert found.values[NL] == round(100 * 30 / 1_020, 6)
    assert found.counts is not None
    assert (found.counts[0][ADAM], found.counts[1][ADAM]) == (10, 610)


@pytest.mark.parametrize(
    ("changes", "beside"),
    [
        ({}, []),
        ({ADAM: 540, NL: 740}, []),  # four counts rounded to tens
        ({ADAM: 560, NL: 760}, ["NL00", "GM0001"]),  # more than rounding can do
        ({ADAM: 440, NL: 640}, ["NL00", "GM0001"]),
        ({OUD: np.nan, ADAM: 560, NL: 760}, []),  # who is not known can be the rest
        ({OUD: np.nan, ADAM: 100, NL: 300}, ["NL00", "GM0001"]),  # but the others cannot be more
    ],
)
def test_counts_of_wijken_give_their_gemeente_back(
    changes: dict[int, float], beside: list[str]
) -> None:
    numerators = [700.0, 500, 300, 180, 20, 200, 200]
    for at, number in changes.items():
        numerators[at] = number
    found = held(BENEFITS, column(BENEFITS, (numerators, [4000, 2600, 1600, 950, 50, 1400, 1400])))
    assert marked(found, Basis.BESIDE_WIJKEN) == beside


@given(
    counts=st.lists(st.tuples(st.integers(0, 3_000), st.integers(1, 1_000)), min_size=4, max_size=4)
)
def test_a_whole_lies_between_its_wijken(counts: list[tuple[int, int]]) -> None:
    made = cars()
    assert made.counts is not None
    part, whole = (each.copy() for each in made.counts)
    wijken = [OUD, NEW, LEASE, ONLY]
    for at, (above, below) in zip(wijken, counts, strict=True):
        part[at], whole[at] = above, below
    found = held(CARS, FigureColumn(made.figure, made.values, made.gaps, (part, whole), 1))
    shares: Floats = part / whole
    for code, inside in ((ADAM, wijken[:3]), (NL, wijken)):
        compared = [shares[at] for at in inside if shares[at] <= 3]
        if compared:
            assert min(compared) - 1e-6 <= found.values[code] <= max(compared) + 1e-6
        else:
            assert CODES[code] in marked(found, Basis.BESIDE_WIJKEN)


def test_an_edition_keeps_what_the_source_gives_and_the_counts_of_few_people(
    tmp_path: Path,
) -> None:
    country = SmallCountry()
    compile_country(country, tmp_path)
    key = FigureKey("jong", AgeGroup.ALL, 2020)
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        area = edition.area("GM0001")
        withheld = area.observation("WK000103", key)
        assert withheld.status is ValueStatus.WITHHELD
        assert (withheld.value, withheld.numerator, withheld.denominator) == (None, None, None)
        assert area.counts_of("WK000103", key) == (5, 60)
        assert area.observation("GM0001", key).basis is Basis.SOURCE


@pytest.mark.parametrize(
    ("code", "indicator", "value", "published"),
    [
        ("GM0307", "autos_per_huishouden", 0.9340, (1.7, 116_765, 69_226)),
        ("NL00", "autos_per_huishouden", 1.0114, (1.1, 8_677_910, 7_997_800)),
        ("NL00", "aandeel_water", 4.00505, (18.949541, 787_228, 4_154_338)),
        ("GM0072", "aandeel_water", 3.4056, (93.561534, 36_271, 38_767)),
    ],
)
def test_the_shipped_wholes_are_those_of_the_reference(
    code: str, indicator: str, value: float, published: tuple[float, float, float], shipped: Edition
) -> None:
    key = FigureKey(indicator, AgeGroup.ALL, 2020)
    found = shipped.area(code).observation(code, key)
    assert found.basis is Basis.FROM_WIJKEN
    assert found.value == pytest.approx(value, abs=5e-5)
    assert found.published == Published(*published)


def test_of_the_shipped_figures_only_dwellings_of_two_gemeenten_do_not_follow(
    shipped: Edition,
) -> None:
    """Two gemeenten took in land of a neighbour between 2020 and 2022."""
    found = set()
    for code in [each.code for each in shipped.regions() if each.level in ("gemeente", "land")]:
        row = shipped.area(code)
        for slot, key in enumerate(shipped.figures):
            if Basis.BESIDE_WIJKEN in row.bases(slot).values():
                found.add((code, key.indicator))
    assert found == {("GM0439", "woningvoorraad"), ("GM0757", "woningvoorraad")}

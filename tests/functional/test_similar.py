"""Areas that are alike in who lives there: what counts, what never does, and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

import pytest

from tests.functional.conftest import Run
from tests.support.catalogue import CATALOGUE
from tests.support.shipped import open_shop
from wijkprofiel.configuration.definitions import Scale
from wijkprofiel.domain.figures import Spread
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.workshop.workshop import Workshop

FEATURES = CATALOGUE.limits.lijkt_op.kenmerken
SKEWED = 1.5
"""Skewness from which a figure is taken on square roots: see docs/decisions.md."""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


def test_overvecht_is_most_like_charlois(shop: Workshop) -> None:
    alike = shop.similar(shop.find("overvecht"))
    first = alike.areas[0]
    assert (first.area.code, alike.level, len(alike.areas)) == ("WK059915", RegionLevel.WIJK, 5)
    assert first.distance == pytest.approx(0.2251, abs=1e-4)
    assert [gap.indicator for gap in first.gaps[:2]] == ["aandeel_0_tot_15", "aandeel_65_plus"]


def test_the_distance_is_the_root_of_the_mean_of_squares_by_hand(shop: Workshop) -> None:
    one, other = shop.find("WK034403"), shop.find("WK059915")
    squares = []
    book = FigureBook(shop.edition)
    for key in FEATURES:
        figure = book.newest(key, AgeGroup.ALL)
        assert figure is not None
        spread = book.spread(figure.key)
        assert spread is not None
        values = [book.observation(area, figure.key).value for area in (one, other)]
        here, there = (value or 0.0 for value in values)
        if CATALOGUE.indicators[key].schaal is Scale.ROOT:
            squares.append(((sqrt(there) - sqrt(here)) / (spread.sd_root or 1)) ** 2)
        else:
            squares.append(((there - here) / (spread.sd or 1)) ** 2)
    nearest = shop.similar(one).areas[0]
    assert nearest.distance == pytest.approx(sqrt(sum(squares) / len(squares)), abs=1e-5)


def test_health_never_counts() -> None:
    assert len(FEATURES) == 8
    assert not any(CATALOGUE.indicators[key].is_health for key in FEATURES)


@pytest.mark.parametrize("key", FEATURES)
def test_what_is_skewed_is_taken_on_roots_and_nothing_else(key: str, shop: Workshop) -> None:
    book = FigureBook(shop.edition)
    figure = book.newest(key, AgeGroup.ALL)
    assert figure is not None
    spread = book.spread(figure.key)
    assert spread is not None
    is_root = CATALOGUE.indicators[key].schaal is Scale.ROOT
    assert (skewness(spread) > SKEWED) == is_root


def skewness(spread: Spread) -> float:
    """Third moment about the mean over the third power of the deviation, every wijk once."""
    pairs = list(zip(spread.values, spread.counts, strict=True))
    number = sum(spread.counts)
    mean = sum(value * count for value, count in pairs) / number
    second, third = (sum((v - mean) ** n * count for v, count in pairs) / number for n in (2, 3))
    return float(third / second**1.5)


@pytest.mark.parametrize("name", ["overvecht", "GM0513", "koppel/schothorst", "BU03440311"])
def test_those_of_its_own_kind_the_nearest_first_and_never_itself(
    name: str, shop: Workshop
) -> None:
    area = shop.find(name)
    alike = shop.similar(area, 50)
    distances = [each.distance for each in alike.areas]
    assert distances == sorted(distances)
    assert {each.area.region.level for each in alike.areas if each.area.region} == {alike.level}
    codes = {each.area.code for each in alike.areas}
    assert codes.isdisjoint({area.code, *(member.code for member in area.members)})
    assert all((each.area.adults or 0) >= 1_000 for each in alike.areas)
    assert all(len(each.gaps) >= 6 for each in alike.areas)


def test_alike_is_mutual(shop: Workshop) -> None:
    one, other = shop.find("WK034403"), shop.find("WK059915")
    there = {each.area.code: each.distance for each in shop.similar(one, 50).areas}
    back = {each.area.code: each.distance for each in shop.similar(other, 50).areas}
    assert there[other.code] == pytest.approx(back[one.code], abs=1e-6)


def test_a_figure_that_is_lacking_does_not_count_and_is_said(command: Run) -> None:
    ended = command("areas", "similar", "WK030705", "--number", "1")
    assert ended.code == 0
    assert "Niet meegeteld" in ended.err
    assert "inkomen per inwoner" in ended.err


def test_it_says_distance_and_the_two_largest_differences(command: Run) -> None:
    ended = command("areas", "similar", "overvecht", "--number", "2")
    assert ended.code == 0, ended.err
    heading, first, told, *_ = ended.out.splitlines()
    assert heading.split() == ["naam", "gemeente", "code", "inwoners", "afstand"]
    assert first.split() == ["Charlois", "Rotterdam", "WK059915", "69.400", "0,23"]
    assert told.strip() == (
        "minder inwoners van 0 tot 15 jaar: 17% (hier 19%);"
        " minder inwoners van 65 jaar en ouder: 12% (hier 14%)"
    )
    assert "niet op gezondheid" in ended.err


def test_only_among_some_gemeenten(command: Run) -> None:
    ended = command("areas", "similar", "stevenshof@leiden", "--among", "leiden")
    assert ended.code == 0, ended.err
    rows = [line for line in ended.out.splitlines()[1:] if not line.startswith(" ")]
    assert len(rows) == 5
    assert all(" Leiden " in row for row in rows)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("NL00",), 2, "Nederland is geen wijk"),
        (("BU03080401",), 11, "nodig zijn er 6"),
        (("binnenstad",), 11, "kan"),
        (("overvecht", "--among", "utreg"), 11, "Er is geen gemeente 'utreg'"),
        (("overvecht", "--number", "0"), 2, "--number"),
    ],
)
def test_what_cannot_be_is_told(
    words: tuple[str, ...], code: int, told: str, *, command: Run
) -> None:
    ended = command("areas", "similar", *words)
    assert (ended.code, ended.out) == (code, "")
    assert told in ended.err

"""What is left of a whole is a figure only where figures are given of most who live there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.support.shipped import open_shop
from wijkprofiel.areas.surroundings import Surroundings
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.verdict import Outcome, Reason
from wijkprofiel.edition.area_figures import AreaFigures, Column
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.benchmarks import Benchmarks
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.findings.values import IndicatorValue, Valuer
from wijkprofiel.workshop.workshop import Workshop

VLIELAND = "GM0096"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


class Withholding:
    """An edition of which the source gives nothing of some areas."""

    def __init__(self, edition: Edition, *codes: str) -> None:
        self._edition, self._codes = edition, codes

    def __getattr__(self, name: str) -> object:
        return getattr(self._edition, name)

    def area(self, code: str) -> AreaFigures:
        row = self._edition.area(code)
        places = [place for place, each in enumerate(row.codes) if each in self._codes]
        whole = row.values

        def values(slot: int) -> Column:
            return [None if at in places else each for at, each in enumerate(whole(slot))]

        row.values = values  # type: ignore[method-assign]
        return row


def value(
    shop: Workshop, code: str, *withheld: str, indicator: str = "eenzaam", **shown: Area
) -> IndicatorValue:
    region = shop.edition.region(code)
    assert region is not None
    edition: Edition = Withholding(shop.edition, *withheld)  # type: ignore[assignment]
    catalogue = shop.catalogue
    book = FigureBook(edition, (), catalogue.indicators, catalogue.limits)
    area, limits = Area.of(region), catalogue.limits
    around = Surroundings.of(shop.edition, area)
    benchmarks = Benchmarks.of(around, limits, shown or None)
    definition = catalogue.indicators[indicator]
    age = AgeGroup.ALL if AgeGroup.ALL in definition.leeftijden else AgeGroup.ADULTS
    return Valuer(book, limits, area, benchmarks).value(definition, age)


def wijken(shop: Workshop, gemeente: str) -> list[str]:
    codes = shop.edition.area(gemeente).codes
    return [code for code in codes if code.startswith("WK")]


def two_wijken(shop: Workshop) -> tuple[str, str]:
    """A gemeente of two wijken of which neither is nearly all of it."""
    for gemeente in shop.edition.regions():
        if gemeente.level == "gemeente":
            inside = wijken(shop, gemeente.code)
            people = [each.adults or 0 for code in inside if (each := shop.edition.region(code))]
            if len(inside) == 2 and min(people) > 0.3 * sum(people):
                return inside[0], inside[1]
    raise AssertionError("no such gemeente")


def test_the_rest_that_is_one_withheld_wijk_is_not_compared_with(shop: Workshop) -> None:
    first, second = two_wijken(shop)
    open_ = value(shop, first).benchmarks[0].verdict
    assert open_.outcome is Outcome.JUDGED
    assert open_.benchmark_value is not None
    closed = value(shop, first, second).benchmarks[0]
    assert closed.verdict.reason is Reason.REST_UNKNOWN
    assert closed.verdict.benchmark_value is None
    assert closed.verdict.difference is None
    assert closed.figure.value is not None  # what the source gives of the gemeente stays


def test_nor_is_that_of_counts(shop: Workshop) -> None:
    first, second = two_wijken(shop)
    found = value(shop, first, second, indicator="aandeel_65_plus").benchmarks[0].verdict
    assert found.reason is Reason.REST_UNKNOWN
    hectares = value(shop, first, second, indicator="aandeel_water").benchmarks[0].verdict
    assert hectares.outcome is Outcome.JUDGED  # hectares are nobody's


def test_a_withheld_part_of_a_large_rest_tells_nothing(shop: Workshop) -> None:
    found = value(shop, "WK034403", "WK034406").benchmarks[0].verdict
    assert found.outcome is Outcome.JUDGED


def test_a_buurt_beside_withheld_buurten_of_its_wijk(shop: Workshop) -> None:
    wijk = shop.edition.region("WK034403")
    assert wijk is not None
    buurten = [c for c in shop.edition.area("GM0344").codes if c.startswith("BU034403")]
    own, *others = sorted(buurten, key=lambda c: -(people(shop, c)))
    (beside, *_) = value(shop, own, *others, wijk=Area.of(wijk)).benchmarks
    assert beside.verdict.reason is Reason.REST_UNKNOWN
    (alone, *_) = value(shop, own, wijk=Area.of(wijk)).benchmarks
    assert alone.verdict.outcome is Outcome.JUDGED


def people(shop: Workshop, code: str) -> float:
    region = shop.edition.region(code)
    return 0.0 if region is None or region.adults is None else region.adults


def test_no_two_counts_are_printed_of_which_the_difference_is_a_few_people(
    shop: Workshop,
) -> None:
    """A gemeente beside its only large wijk: the rest are the few who live elsewhere."""
    found = 0
    for gemeente in shop.edition.regions():
        if gemeente.level != "gemeente":
            continue
        for code in wijken(shop, gemeente.code):
            region = shop.edition.region(code)
            assert region is not None
            left = (gemeente.inhabitants or 0) - (region.inhabitants or 0)
            if 0 < left < 50:
                theirs = value(shop, code, indicator="aandeel_65_plus").benchmarks[0].figure
                assert theirs.value is not None
                assert (theirs.numerator, theirs.denominator) == (None, None)
                found += 1
    assert found > 3


def test_a_union_of_members_of_which_nothing_is_given_has_no_share(shop: Workshop) -> None:
    """Buurten of fewer than 100 households that are more than 100 together."""
    small = [
        each
        for each in shop.edition.regions(gemeente="GM0109")
        if each.level == "buurt" and 60 <= (each.inhabitants or 0) <= 150
    ][:4]
    assert len(small) == 4
    found = shop.findings([Area(tuple(small), "Samen", "samen")]).only
    share = found.values.main("eenpersoonshuishoudens")
    assert share is not None
    assert share.joined is not None
    assert share.joined.covered == 1  # of all of them the counts are known
    assert share.observation.status is ValueStatus.PARTS_UNKNOWN
    assert (share.observation.numerator, share.observation.denominator) == (None, None)


def test_members_of_hardly_anybody_do_not_count_along(shop: Workshop) -> None:
    """Beside the other members their counts would be known by subtraction."""
    book = shop._findings.book
    area = shop.find("Koppel/Schothorst")
    key = next(k for k in book.edition.figures if k.indicator == "aandeel_65_plus")
    with_them = book.observation(area, key)
    assert (with_them.numerator, with_them.denominator) == (3_285, 14_880)
    few = tuple(
        replace(each, inhabitants=45) if each.code == "WK030723" else each for each in area.members
    )
    fewer = replace(area, members=few, code="weinig")
    units = replace(book._unions, _kept={})  # type: ignore[type-var]
    found, joined = units.of(fewer, key)  # type: ignore[union-attr]
    assert isinstance(found, Observation)
    assert (found.numerator, found.denominator) == (3_260, 14_825)
    assert joined.lacking == ("WK030723",)

"""The parts of an area beside each other: every word, order and end, worked out again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from math import copysign, sqrt

import pytest

from tests.golden.areas import with_most_parts
from tests.golden.oracle import FEWEST, FEWEST_IN_REST, GUARDED_FROM, NOT_ABOVE, WORDS, Facts
from tests.support.shipped import open_shop
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.documents.profile.buurten_page import BuurtChart, Buurten
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup, Observation
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.workshop.workshop import Workshop

COUNTS_FROM = 500
AREAS = ("WK034403", "WK030703", "WK007401", "WK029601", "WK050505", "WK008061", "GM0307")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


@dataclass(frozen=True)
class Inside:
    """An area with its parts, by figures that are looked up one by one."""

    shop: Workshop
    region: Region

    @cached_property
    def page(self) -> Buurten:
        page = self.shop.profile(self.region).buurten
        assert page is not None
        return page

    @cached_property
    def parts(self) -> dict[str, Region]:
        edition = self.shop.edition
        if self.region.level is RegionLevel.GEMEENTE:
            return {r.code: r for r in edition.regions(RegionLevel.WIJK, self.region.code)}
        regions = edition.regions(RegionLevel.BUURT, self.region.gemeente_code)
        return {r.code: r for r in regions if r.wijk_code == self.region.code}

    @cached_property
    def counted(self) -> dict[str, Region]:
        return {c: r for c, r in self.parts.items() if (r.adults or 0) >= COUNTS_FROM}

    def figure(self, region: Region, definition: IndicatorDefinition) -> Observation:
        newest = self.book.newest(definition.id, age_of(definition))
        assert newest is not None
        return self.book.observation(Area.of(region), newest.key)

    @cached_property
    def book(self) -> FigureBook:
        return FigureBook(self.shop.edition)

    def unit(self, definition: IndicatorDefinition) -> float | None:
        newest = self.book.newest(definition.id, age_of(definition))
        assert newest is not None
        spread = self.book.spread(newest.key)
        if spread is None:
            return None
        return spread.sd_root if definition.schaal.value == "wortel" else spread.sd


def age_of(definition: IndicatorDefinition) -> AgeGroup:
    return AgeGroup.ALL if AgeGroup.ALL in definition.leeftijden else AgeGroup.ADULTS


@cache
def inside(shop: Workshop, code: str) -> Inside:
    return Inside(shop, shop.areas.find(code))


def word(place: Inside, part: Region, definition: IndicatorDefinition) -> str:
    """The word of a part beside the rest of its area, from the figures themselves."""
    own, whole = place.figure(part, definition), place.figure(place.region, definition)
    unit, facts = place.unit(definition), Facts.of(definition, age_of(definition), part)
    if own.value is None or whole.value is None or not unit or (part.adults or 0) < FEWEST:
        return "niet vergeleken"
    adults, all_adults = part.adults or 0.0, place.region.adults or 0.0
    share = adults / all_adults
    if share > NOT_ABOVE or all_adults - adults < FEWEST_IN_REST:
        return "niet vergeleken"
    if definition.bron.computed:
        counts = [each or 0 for each in (own.numerator, own.denominator)]
        wholes = [each or 0 for each in (whole.numerator, whole.denominator)]
        rest = 100 * (wholes[0] - counts[0]) / (wholes[1] - counts[1])
        guard = 100 * (4 + 4 * counts[0] / counts[1]) / counts[1]
    else:
        rest = (whole.value - share * own.value) / (1 - share)
        guard = 0.05 * (1 + share) / (1 - share) if share >= GUARDED_FROM else 0.0
    left = copysign(max(0.0, abs(own.value - rest) - guard), own.value - rest)
    z = left / unit
    if definition.schaal.value == "wortel":
        z = (sqrt(max(0.0, rest + left)) - sqrt(rest)) / unit
    size = facts.size(round(z, 6), facts.printed(own.value), facts.printed(whole.value))
    return WORDS[size].format(facts.side(z))


@pytest.mark.parametrize("code", AREAS)
def test_every_word_is_that_of_the_part_beside_the_rest_of_its_area(
    shop: Workshop, code: str
) -> None:
    place = inside(shop, code)
    keys = shop.catalogue.texts.buurten.cijfers
    said = {row.code: [cell.word for cell in row.cells] for row in place.page.rows}
    expected = {
        part.code: [word(place, part, shop.catalogue.indicators[key]) for key in keys]
        for part in place.counted.values()
    }
    assert said == expected
    assert {each for words in expected.values() for each in words} > {"ongeveer gelijk"}


@pytest.mark.parametrize("code", AREAS)
def test_charts_come_widest_first_and_name_both_ends(shop: Workshop, code: str) -> None:
    place = inside(shop, code)
    widths = {}
    for key in shop.catalogue.texts.buurten.cijfers:
        definition, unit = (
            shop.catalogue.indicators[key],
            place.unit(shop.catalogue.indicators[key]),
        )
        figures = [place.figure(part, definition).value for part in place.counted.values()]
        known = [value for value in figures if value is not None]
        assert unit
        widths[key] = (max(known) - min(known)) / unit
        if definition.schaal.value == "wortel":
            widths[key] = (sqrt(max(known)) - sqrt(min(known))) / unit
    ordered = sorted(widths, key=lambda key: -round(widths[key], 4))
    charts = place.page.charts
    assert [chart.indicator for chart in charts] == ordered[:6]
    for chart in charts:
        _check_ends(place, chart, shop.catalogue.indicators[chart.indicator])


def _check_ends(place: Inside, chart: BuurtChart, definition: IndicatorDefinition) -> None:
    facts = Facts.of(definition, age_of(definition), place.region)
    printed = {
        part.code: facts.printed(value)
        for part in place.counted.values()
        if (value := place.figure(part, definition).value) is not None
    }
    low, high = min(printed.values()), max(printed.values())
    if low == high:
        assert re.match(rf"In alle \w+ {low}\b", chart.text)
        return
    found = re.match(r"Van (\d+)%? \((.*?)\) tot (\d+)%? \((.*?)\) van ", chart.text)
    assert found is not None, chart.text
    assert (Decimal(found[1]), Decimal(found[3])) == (low, high)
    for end, said in ((low, found[2]), (high, found[4])):
        having = [code for code, number in printed.items() if number == end]
        if len(having) == 1:
            assert place.parts[having[0]].name.startswith(said.removesuffix("."))
        else:
            assert said.split()[0] == str(len(having))


@pytest.mark.parametrize("code", [*AREAS, "GM0363"])
def test_a_chart_has_the_twelve_with_the_most_adults_from_high_to_low(
    shop: Workshop, code: str
) -> None:
    place = inside(shop, code)
    adults = sorted((r.adults or 0 for r in place.counted.values()), reverse=True)
    fewest = adults[:12][-1]
    page = place.page
    assert (page.choice is not None) == (len(adults) > 12)
    for chart in page.charts:
        parts = [bar for bar in chart.bars if not bar.is_whole]
        assert len(parts) == min(12, len(adults))
        assert all((place.parts[bar.code].adults or 0) >= fewest for bar in parts)
        values = [bar.figure.cell.value for bar in chart.bars if bar.figure.cell.value is not None]
        numbers = [int(value + 0.5) for value in values]
        assert numbers == sorted(numbers, reverse=True)
        assert sum(bar.is_whole for bar in chart.bars) == 1


# From pages that were worked out by hand: which of five figures lies widest, and its ends.
@pytest.mark.parametrize(
    ("code", "indicator", "low", "high"),
    [
        ("WK030703", "sport_elke_week", 40, 61),
        ("WK007401", "ervaren_gezondheid_goed", 71, 87),
        ("WK029601", "ervaren_gezondheid_goed", 66, 85),
    ],
)
def test_what_lies_widest_is_what_was_worked_out_by_hand(
    shop: Workshop, code: str, indicator: str, low: int, high: int
) -> None:
    five = {"ervaren_gezondheid_goed", "eenzaam", "moeite_met_rondkomen", "roker", indicator}
    five |= {"sport_elke_week"}
    parts = shop.findings([shop.areas.find(code)]).only.parts
    assert parts is not None
    widest = next(each for each in parts.ranges if each.indicator in five)
    assert widest.indicator == indicator
    assert widest.spreads is not None
    assert widest.spreads >= 2
    assert (int(widest.low + 0.5), int(widest.high + 0.5)) == (low, high)


def test_small_parts_are_named_and_never_shown(shop: Workshop) -> None:
    for code in (*AREAS, *with_most_parts(shop.edition, 1)):
        place = inside(shop, code)
        small = set(place.parts) - set(place.counted)
        page = place.page
        assert {row.code for row in page.rows} == set(place.counted)
        assert (page.few_by_name is not None) == bool(small)
        for part in small:
            said = page.few_by_name or ""
            assert (
                place.parts[part].name.split(" e.o")[0].split(" en omg")[0].split(" (")[0] in said
            )


@pytest.mark.parametrize("code", ["WK001004", "WK001005"])
def test_where_no_two_parts_count_nothing_is_compared(shop: Workshop, code: str) -> None:
    page = inside(shop, code).page
    assert page.charts == ()
    assert "Daarom vergelijken wij ze niet." in page.lead


@pytest.mark.parametrize("code", ["BU03440341", "WK006001"])
def test_an_area_without_two_parts_has_no_such_page(shop: Workshop, code: str) -> None:
    region = shop.edition.region(code)
    if region is not None:
        assert shop.profile(region).buurten is None

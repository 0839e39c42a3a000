"""The whole country: how often each class and each number of talking points occurs.

The expected figures were computed on the same tables, outside this code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from tests.support.shipped import open_shop
from wijkprofiel.areas.surroundings import Surroundings
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.domain.verdict import SizeClass
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.findings.points import PointChooser
from wijkprofiel.findings.values import IndicatorValue, Valuer, benchmarks_for
from wijkprofiel.workshop.workshop import Workshop

# Percentages of wijken: ongeveer gelijk / iets / 1 to 2 / from 2, against Nederland and the rest.
SHARES = """
ErvarenGezondheidGoedZeerGoed 35/28/33/4 51/26/21/2
VoldoetAanBeweegrichtlijn 49/25/20/5 71/19/8/1
WekelijkseSporters 40/29/26/5 65/20/13/1
Ondergewicht 92/0/4/4 94/2/3/2
NormaalGewicht 51/25/18/6 66/21/11/2
Overgewicht 51/25/19/5 67/20/10/2
ErnstigOvergewicht 46/27/22/5 55/24/19/2
Roker 34/28/33/5 58/23/17/3
VoldoetAanAlcoholRichtlijn 38/27/30/5 57/26/14/3
Drinker 36/30/30/4 56/23/16/5
ZwareDrinker 47/29/19/5 70/19/9/2
OvermatigeDrinker 53/22/19/5 64/21/13/3
EenOfMeerLangdurigeAandoeningen 45/27/24/5 50/27/20/3
BeperktVanwegeGezondheid 46/26/22/5 51/27/19/3
ErnstigBeperktVanwegeGezondheid 31/32/33/4 50/24/23/2
LangdurigeZiekteEnBeperkt 47/25/22/5 52/27/18/3
EenOfMeerLichamelijkeBeperkingen 38/28/30/4 48/26/22/4
BeperkingInHoren 46/24/26/4 57/20/19/4
BeperkingInZien 31/31/35/3 55/24/18/4
BeperkingInBewegen 35/29/33/4 46/28/23/3
MatigHoogRisicoOpAngstOfDepressie 33/26/34/6 61/25/12/1
HoogRisicoOpAngstOfDepressie 22/29/46/3 57/24/17/2
HeelVeelStressInAfgelopen4Weken 25/26/46/3 67/22/10/1
MatigVeelRegieOverEigenLeven 34/29/33/4 50/27/20/2
Eenzaam 26/28/43/3 54/26/19/1
ErnstigZeerErnstigEenzaam 26/27/44/3 55/26/17/1
EmotioneelEenzaam 23/27/47/3 55/27/18/1
SociaalEenzaam 30/28/39/3 57/26/15/1
Mantelzorger 37/27/31/5 66/23/10/1
Vrijwilligerswerk 33/26/35/7 63/24/13/0
ErnstigeGeluidhinderDoorBuren 28/24/43/5 58/28/14/0
MoeiteMetRondkomen 24/30/42/3 61/22/15/2
"""
POINTS_PER_WIJK = {0: 4, 1: 15, 2: 17, 3: 19, 4: 23, 5: 21}
WITHOUT_STRENGTH, WITHOUT_CONCERN = 17, 26


@dataclass
class Country:
    """Counts over the wijken with enough people."""

    wijken: int = 0
    classes: dict[tuple[str, str], Counter[SizeClass]] = field(default_factory=dict)
    points: Counter[int] = field(default_factory=Counter)
    without_strength: int = 0
    without_concern: int = 0

    def percentage(self, count: int) -> int:
        return round(100 * count / self.wijken)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def country(shop: Workshop) -> Country:
    counted = Country()
    book = FigureBook(shop.edition)
    catalogue = shop.catalogue
    health = [d for d in catalogue.indicators.values() if AgeGroup.ADULTS in d.leeftijden]
    for region in shop.edition.regions(RegionLevel.WIJK):
        if region.adults is None or region.adults < catalogue.limits.mensen.geen_oordeel_onder:
            continue
        areas = Surroundings.of(shop.edition, region).benchmarks()
        benchmarks = benchmarks_for(region, areas, catalogue.limits)
        valuer = Valuer(book, catalogue.limits, region, benchmarks)
        values: dict[tuple[str, AgeGroup], IndicatorValue] = {
            (definition.id, age): valuer.value(definition, age)
            for definition in health
            for age in (AgeGroup.ADULTS, AgeGroup.ELDERLY)
            if age in definition.leeftijden
        }
        _count(counted, values)
        points = PointChooser(region, values, catalogue.stories, catalogue.limits).choose()
        counted.wijken += 1
        counted.points[len(points.strengths) + len(points.concerns)] += 1
        counted.without_strength += not points.strengths
        counted.without_concern += not points.concerns
    return counted


def _count(counted: Country, values: dict[tuple[str, AgeGroup], IndicatorValue]) -> None:
    for (indicator, age), value in values.items():
        for verdict in value.verdicts if age is AgeGroup.ADULTS else ():
            if verdict.size is not None:
                key = (indicator, verdict.benchmark)
                counted.classes.setdefault(key, Counter())[verdict.size] += 1


def by_stem(shop: Workshop, stem: str) -> IndicatorDefinition:
    (found,) = (
        definition
        for definition in shop.catalogue.indicators.values()
        if definition.bron.onderwerp and stem in [each.stam for each in definition.bron.onderwerp]
    )
    return found


@pytest.mark.parametrize("line", SHARES.strip().splitlines(), ids=lambda line: line.split()[0])
def test_shares_of_the_classes(line: str, country: Country, shop: Workshop) -> None:
    stem, land, rest = line.split()
    indicator = by_stem(shop, stem).id
    for benchmark, expected in (("land", land), ("gemeente", rest)):
        counts = country.classes[(indicator, benchmark)]
        total = sum(counts.values())
        assert "/".join(str(round(100 * counts[size] / total)) for size in SizeClass) == expected


def test_number_of_points(country: Country) -> None:
    assert country.wijken == 3020
    found = {number: country.percentage(count) for number, count in country.points.items()}
    assert found == POINTS_PER_WIJK
    assert country.percentage(country.without_strength) == WITHOUT_STRENGTH
    assert country.percentage(country.without_concern) == WITHOUT_CONCERN

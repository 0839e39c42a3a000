"""What docs/methode.md says of figures that are put together, computed again (19 and 20)."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

import pytest

from tests.docs.test_methode import OVERVECHT, sections_of_document
from tests.support.shipped import open_shop
from tools.aggregation import Measure, summary, table
from wijkprofiel.domain.area import AreaKind
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import NEDERLAND, RegionLevel
from wijkprofiel.methods.rest import rest_of_whole
from wijkprofiel.words.formatting import number, signed

HALF = 0.5


@pytest.fixture(scope="module")
def measure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Measure]:
    for shop in open_shop(tmp_path_factory.mktemp("data")):
        yield Measure(shop)


def test_a_region_and_its_rest(measure: Measure) -> None:
    shop, key = measure.shop, FigureKey("eenzaam", AgeGroup.ADULTS, 2020)
    whole = shop.areas.composed.named(AreaKind.GGD_REGION, "utrecht")
    wijk, spread = shop.find(OVERVECHT), shop.edition.spread(key)
    value = shop.edition.area(whole.code).observation(whole.code, key).value
    own = measure.read(wijk.members[0], key).value
    assert None not in (value, own, spread, wijk.adults, whole.adults)
    assert value is not None
    assert own is not None
    assert spread is not None
    w = (wijk.adults or 0.0) / (whole.adults or 1.0)
    rest, sd = rest_of_whole(value, own, w), spread.sd or 0.0
    ours, theirs, share = number(own, 1), number(value, 6), number(w, 5)
    text = sections_of_document()["19"]
    for line in (
        f"x_G  = {theirs} ",
        f"({len(whole.members)} gemeenten, ΣN18 = {number(whole.adults or 0, 1)})",
        f"w    = {number(wijk.adults or 0, 1)} / {number(whole.adults or 0, 1)} = {share}",
        f"x_R  = ({theirs} − {share} × {ours}) / (1 − {share}) = {number(rest, 4)}",
        f"z_R  = ({ours} − {number(rest, 4)}) / {number(sd, 4)} = {signed((own - rest) / sd, 2)}",
    ):
        assert line in text, line


def test_the_country_made_of_regions(measure: Measure) -> None:
    text, errors = sections_of_document()["19"], measure.of_country(AreaKind.GGD_REGION)
    assert "\n".join(table(errors)) in text
    assert measure.of_country(AreaKind.PROVINCE).keys() == errors.keys()
    of_wijken = summary(measure.of_regions()).split(" | ")
    assert (
        f"schelen hooguit {of_wijken[3]} punt, en 95 van de 100 minder dan {of_wijken[2]}" in text
    )


def test_how_far_regions_lie_from_the_country(measure: Measure) -> None:
    edition, sizes = measure.shop.edition, []
    country = edition.area(NEDERLAND)
    for each in edition.composed:
        if each.area.kind is AreaKind.GGD_REGION:
            row = edition.area(each.area.code)
            for key in measure.keys:
                spread = edition.spread(key)
                if key.age is AgeGroup.ADULTS and spread is not None and spread.sd:
                    own = row.observation(each.area.code, key).value
                    theirs = country.observation(NEDERLAND, key).value
                    assert own is not None
                    assert theirs is not None
                    sizes.append(abs(own - theirs) / spread.sd)
    assert len(sizes) == 25 * 32
    share = sum(size >= HALF for size in sizes) / len(sizes)
    assert (
        f"mediaan van |z| {number(median(sizes), 2)}, en {number(100 * share)} van de 100"
    ) in sections_of_document()["19"]


def test_gemeenten_made_of_their_wijken(measure: Measure) -> None:
    gemeenten = measure.shop.edition.regions(RegionLevel.GEMEENTE)
    errors = measure.of_wholes(RegionLevel.GEMEENTE, gemeenten)
    assert "\n".join(table(errors)) in sections_of_document()["20"]


@pytest.mark.country
def test_wijken_made_of_their_buurten(measure: Measure) -> None:
    gemeenten = measure.shop.edition.regions(RegionLevel.GEMEENTE)
    errors = measure.of_wholes(RegionLevel.WIJK, gemeenten)
    assert "\n".join(table(errors)) in sections_of_document()["20"]

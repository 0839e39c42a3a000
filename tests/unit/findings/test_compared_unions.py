"""A werkgebied as what an area is compared with: its rest is that of its own weights."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.shipped import open_shop
from wijkprofiel.areas.parts import share_of
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import ConfigurationError
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import BenchmarkMethod, Reason
from wijkprofiel.findings.values import BenchmarkFigure
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.workshop.workshop import Workshop

WITHOUT_BOSGEBIED = {
    "ervaren_gezondheid_goed": 82.0085,
    "eenzaam": 44.2840,
    "moeite_met_rondkomen": 10.3587,
    "roker": 14.8782,
    "obesitas": 11.1150,
}
"""Amersfoort-Zuid without Bosgebied, worked out apart from this code."""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


def against(
    shop: Workshop, area: Area, union: Area, indicator: str, age: AgeGroup = AgeGroup.ADULTS
) -> BenchmarkFigure:
    """The figure of an area against a werkgebied."""
    found = shop.findings([area], Wishes(benchmarks={"wg": union})).only
    value = next(
        item for item in found.values.all if (item.indicator, item.age) == (indicator, age)
    )
    return next(item for item in value.compared if item.key == "wg")


@pytest.mark.parametrize("indicator", [*WITHOUT_BOSGEBIED])
def test_the_rest_is_the_werkgebied_without_the_area(indicator: str, shop: Workshop) -> None:
    """Of Bosgebied only who lives at home weighs: its whole N18 would give another rest."""
    bosgebied, south = shop.find("Bosgebied", "Amersfoort"), shop.find("Amersfoort-Zuid")
    assert share_of(bosgebied, south, AgeGroup.ADULTS) == pytest.approx(0.0347, abs=1e-4)
    found = against(shop, bosgebied, south, indicator)
    assert found.role is Role.OTHER
    assert found.verdict.method is BenchmarkMethod.REST_FROM_SHARE
    expected = WITHOUT_BOSGEBIED[indicator]
    assert found.verdict.benchmark_value == pytest.approx(expected, abs=5e-5)


def test_each_member_against_the_others(shop: Workshop) -> None:
    """What is taken off a mean of members leaves the mean of the others, for every member."""
    koppel = shop.find("Koppel/Schothorst")
    for place, member in enumerate(koppel.parts[:3]):
        others = koppel.without({member.code})
        assert [each.code for each in others.members] == [
            each.code for n, each in enumerate(koppel.members) if n != place
        ]
        (theirs,) = [
            row.observation.value
            for row in shop.figures_of(others)
            if (row.definition.id, row.age, row.newest) == ("eenzaam", AgeGroup.ADULTS, True)
        ]
        found = against(shop, Area.of(member.members[0]), koppel, "eenzaam")
        assert found.verdict.benchmark_value == pytest.approx(theirs, abs=1e-5)


def test_beside_it_the_whole_is_compared_with(shop: Workshop) -> None:
    found = against(shop, shop.find("Soesterkwartier"), shop.find("Koppel/Schothorst"), "eenzaam")
    assert found.verdict.share is None
    assert found.verdict.method is BenchmarkMethod.WHOLE
    assert found.verdict.benchmark_value == pytest.approx(49.03727, abs=1e-6)


def test_what_rounding_does_to_the_werkgebied_counts_too(shop: Workshop) -> None:
    """A register figure may be off on both sides: what is taken off the difference grows."""
    soester, koppel = shop.find("Soesterkwartier"), shop.find("Koppel/Schothorst")
    wijk = shop.find("WK030706")
    wide = against(shop, soester, koppel, "aandeel_65_plus", AgeGroup.ALL).verdict.guard
    narrow = against(shop, soester, wijk, "aandeel_65_plus", AgeGroup.ALL).verdict.guard
    # All four members count, the one of 55 people too: 100 × (4k + 4k × p) / b, with k = 4.
    people, elderly = 14880, 3285
    assert wide - narrow == pytest.approx(1600 * (1 + elderly / people) / people, abs=1e-6)


BARE, WHOLES = "WK022601", ("WK022603", "WK022604")
"""Five people of Duiven on a business estate without health figures, and two wijken with those."""


def duiven(shop: Workshop, *codes: str) -> Area:
    regions = [region for code in codes if (region := shop.edition.region(code)) is not None]
    return Area(tuple(regions), "Samen", "WG-samen", (1.0,) * len(regions))


def test_a_rest_that_nobody_publishes_is_not_made(shop: Workshop) -> None:
    """Where only a member without a figure is left, subtracting would make up its figure."""
    whole = shop.find(WHOLES[0])
    found = against(shop, whole, duiven(shop, WHOLES[0], BARE), "eenzaam")
    assert found.figure.value is not None
    assert found.verdict.reason is Reason.REST_UNKNOWN


def test_a_member_without_a_figure_does_not_count_in_the_rest(shop: Workshop) -> None:
    """The rest is that of the members with a figure, as the figure of the werkgebied is."""
    one, other = map(shop.find, WHOLES)
    (theirs,) = [
        row.observation.value
        for row in shop.figures_of(other)
        if (row.definition.id, row.age, row.newest) == ("eenzaam", AgeGroup.ADULTS, True)
    ]
    found = against(shop, one, duiven(shop, BARE, *WHOLES), "eenzaam")
    assert found.verdict.benchmark_value == pytest.approx(theirs, abs=1e-4)


def check(shop: Workshop, folder: Path, *lines: str) -> str:
    file = folder / "mijn.yaml"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    try:
        shop.task(file)
    except ConfigurationError as error:
        return error.message
    return ""


def test_ground_that_both_have_is_not_compared(shop: Workshop, tmp_path: Path) -> None:
    beside = ("vergelijken_met:", "  - gebied: Koppel/Schothorst")
    parts = ("  delen:", "    WK030706: De Koppel", "    WK030707: De Kruiskamp")
    half = check(shop, tmp_path, "gebied:", "  naam: Samen", *parts, *beside)
    assert "Koppel/Schothorst ligt voor een deel in Samen; vergelijk met een gebied dat" in half
    inside = check(shop, tmp_path, "gebied: Amersfoort", *beside)
    assert "ligt in zijn geheel in Amersfoort" in inside
    itself = check(shop, tmp_path, "gebied: Koppel/Schothorst", *beside)
    assert "een gebied kan niet met zichzelf worden vergeleken" in itself
    for name in ("De Koppel", "Soesterkwartier", "Schothorst Noord"):
        lines = (f"gebied: {name}", "gemeente: Amersfoort", *beside)
        assert check(shop, tmp_path, *lines) == ""


def test_in_a_sentence_it_says_what_it_is(shop: Workshop) -> None:
    koppel = shop.find("Koppel/Schothorst")
    inside = shop.profile(shop.find("WK030706"), Wishes(benchmarks={"wg": koppel}))
    (column,) = inside.columns
    assert column.header == "rest van Koppel/Schothorst"
    assert column.spoken == "de rest van het werkgebied Koppel/Schothorst"
    beside = shop.profile(shop.find("Soesterkwartier"), Wishes(benchmarks={"wg": koppel}))
    assert beside.columns[0].spoken == "het werkgebied Koppel/Schothorst"
    (text,) = [
        text
        for head, text in beside.account.paragraphs
        if head == "Het werkgebied waarmee wij vergelijken"
    ]
    assert "Koppel/Schothorst is een werkgebied, en geen wijk van het CBS" in text
    assert "inschothorst.nl" in text

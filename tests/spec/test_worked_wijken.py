"""Nine wijken worked out by hand on the figures of 2020: printed numbers, z and words.

Each line is `indicator | wijk, gemeente or rest, Nederland | z against the rest, z against NL |
words`; the numbers were computed outside this code. A rest is rounded once: that of Coevorden
without Oosterhesselen is 4.465, so 4 (and not 4.5, so 5).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.support.shipped import open_shop
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.methods.people import number_of_people
from wijkprofiel.words.cells import Row
from wijkprofiel.workshop.workshop import Workshop

WORKED = """
Overvecht WK034403
VoldoetAanAlcoholRichtlijn | 59 40 44 | +3.21 +2.34 | duidelijk gunstiger; duidelijk gunstiger
MoeiteMetRondkomen | 27 17 14 | +2.31 +2.79 | duidelijk ongunstiger; duidelijk ongunstiger
ErvarenGezondheidGoedZeerGoed | 70 81 78 | -2.88 -2.03 | duidelijk ongunstiger; idem
Eenzaam | 58 49 47 | +1.86 +2.03 | ongunstiger; duidelijk ongunstiger
WekelijkseSporters | 45 60 49 | -2.44 -0.57 | duidelijk ongunstiger; iets ongunstiger
Roker | 23 19 18 | +1.11 +1.42 | ongunstiger; ongunstiger
Overgewicht | 51 39 51 | +2.43 +0.04 | duidelijk ongunstiger; ongeveer gelijk
Soesterkwartier WK030703
Roker | 20 17 18 | +0.91 +0.68 | iets ongunstiger; iets ongunstiger
ErnstigeGeluidhinderDoorBuren | 8 7 7 | +0.67 +0.48 | iets ongunstiger; ongeveer gelijk
ErnstigBeperktVanwegeGezondheid | 6 5 5 | +0.70 +0.36 | iets ongunstiger; ongeveer gelijk
Stevenshof WK054609
ZwareDrinker | 8 10 8 | -1.47 -0.40 | gunstiger; ongeveer gelijk
HeelVeelStressInAfgelopen4Weken | 18 23 18 | -1.58 +0.03 | gunstiger; ongeveer gelijk
Overgewicht | 51 42 51 | +1.93 +0.11 | ongunstiger; ongeveer gelijk
Oosterhesselen WK010930
MatigHoogRisicoOpAngstOfDepressie | 33 37 46 | -0.57 -2.09 | iets gunstiger; duidelijk gunstiger
ErnstigeGeluidhinderDoorBuren | 3 4 7 | -0.60 -1.71 | iets gunstiger; gunstiger
OvermatigeDrinker | 8 7 6 | +0.49 +1.14 | ongeveer gelijk; ongunstiger
Ruinen WK169008
LangdurigeZiekteEnBeperkt | 31 29 29 | +0.64 +0.56 | iets ongunstiger; iets ongunstiger
Heerenveen WK007401
ErnstigBeperktVanwegeGezondheid | 5 4 5 | +0.90 +0.21 | iets ongunstiger; ongeveer gelijk
Calveen WK030722
ErvarenGezondheidGoedZeerGoed | 86 80 78 | - - | gunstiger; gunstiger
ErnstigOvergewicht | 10 14 16 | - - | gunstiger; gunstiger
MoeiteMetRondkomen | 6 13 14 | - - | gunstiger; gunstiger
ErnstigZeerErnstigEenzaam | 7 11 11 | - - | gunstiger; gunstiger
"""
PEOPLE = {
    ("WK034403", "MoeiteMetRondkomen"): 7_200,
    ("WK034403", "Eenzaam"): 16_000,
    ("WK030703", "Roker"): 2_000,
    ("WK010930", "OvermatigeDrinker"): 280,
}
ADULTS = {
    "WK034403": (26_635, 0.094),
    "WK030703": (9_595, 0.078),
    "WK054609": (9_056, 0.086),
    "WK010930": (3_520, 0.121),
    "WK169008": (3_080, 0.154),
    "WK007401": (23_903, 0.585),
    "WK030722": (116, 0.001),
}


@dataclass(frozen=True)
class Worked:
    code: str
    stem: str
    printed: list[str]
    z: list[str]
    words: list[str]


def worked() -> Iterator[Worked]:
    code = ""
    for line in WORKED.strip().splitlines():
        if "|" not in line:
            code = line.split()[-1]
            continue
        stem, printed, z, words = (part.strip() for part in line.split("|"))
        first, second = words.split("; ")
        told = [first, first if second == "idem" else second]
        yield Worked(code, stem, printed.split(), z.split(), told)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def profiles(shop: Workshop) -> dict[str, Profile]:
    return {code: shop.profile(shop.areas.find(code)) for code in ADULTS}


def row_of(shop: Workshop, profile: Profile, stem: str) -> Row:
    (indicator,) = (
        definition.id
        for definition in shop.catalogue.indicators.values()
        if definition.bron.onderwerp and stem in [topic.stam for topic in definition.bron.onderwerp]
    )
    return next(
        row
        for theme in profile.themes
        for table in theme.tables
        for row in table.rows
        if row.indicator == indicator
    )


@pytest.mark.parametrize("case", list(worked()), ids=lambda case: f"{case.code}-{case.stem}")
def test_worked_figures(case: Worked, shop: Workshop, profiles: dict[str, Profile]) -> None:
    row = row_of(shop, profiles[case.code], case.stem)
    assert [row.value.text, *(cell.text for cell in row.benchmarks)] == case.printed
    assert [judgement.word for judgement in row.judgements] == case.words
    for judgement, z in zip(row.judgements, case.z, strict=True):
        assert judgement.verdict.z is not None
        if z == "-":  # between one and two spreads, worked out no further
            assert 1 <= abs(judgement.verdict.z) < 2
        else:
            assert judgement.verdict.z == pytest.approx(float(z), abs=0.0051)


@pytest.mark.parametrize("code", list(ADULTS))
def test_adults_and_share_of_the_gemeente(code: str, profiles: dict[str, Profile]) -> None:
    profile, (adults, share) = profiles[code], ADULTS[code]
    assert profile.gemeente is not None
    assert profile.area.adults == pytest.approx(adults, abs=1)
    assert profile.gemeente.adults is not None
    assert profile.area.adults is not None
    assert profile.area.adults / profile.gemeente.adults == pytest.approx(share, abs=6e-4)


@pytest.mark.parametrize(("code", "stem"), list(PEOPLE))
def test_numbers_of_people(
    code: str, stem: str, shop: Workshop, profiles: dict[str, Profile]
) -> None:
    row, region = row_of(shop, profiles[code], stem), profiles[code].area
    assert row.value.value is not None
    assert region.adults is not None
    assert number_of_people(row.value.value, region.adults) == PEOPLE[(code, stem)]


def test_a_tiny_wijk_carries_a_caution(shop: Workshop, profiles: dict[str, Profile]) -> None:
    row = row_of(shop, profiles["WK030722"], "MoeiteMetRondkomen")
    assert all(judgement.caution for judgement in row.judgements)


def test_an_almost_empty_wijk_is_not_judged_and_points_at_its_gemeente(shop: Workshop) -> None:
    profile = shop.profile(shop.areas.find("WK030723"))
    assert profile.notice is not None
    assert "Amersfoort" in profile.notice
    assert not profile.themes
    assert profile.note is not None
    row = next(row for row in profile.note.table.rows if row.indicator == "eenzaam")
    assert row.gemeente.text == "46"


def test_a_wijk_that_is_its_gemeente_is_compared_with_the_country_only(shop: Workshop) -> None:
    row = row_of(shop, shop.profile(shop.areas.find("WK006000")), "Eenzaam")
    assert row.judgements[0].reason == "hier woont (bijna) heel Ameland"
    assert row.judgements[1].verdict.size is not None


def test_the_country_is_no_benchmark_of_itself_and_a_gemeente_none_of_its_own(
    shop: Workshop,
) -> None:
    assert [column.key for column in shop.profile(shop.areas.find("GM0344")).columns] == ["land"]
    assert shop.profile(shop.areas.find("NL00")).columns == ()

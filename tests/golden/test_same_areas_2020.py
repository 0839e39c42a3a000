"""Real areas of which figures of another division were joined, refused or filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.regions import RegionLevel, level_of
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

OF_2024 = (
    *("inkomen_per_inwoner", "koopwoningen", "eengezinswoningen", "woz_waarde"),
    *("afstand_huisarts", "afstand_supermarkt", "afstand_school", "scholen_binnen_3_km"),
)


@pytest.fixture(scope="module")
def edition() -> Iterator[Edition]:
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as opened:
        yield opened


@pytest.fixture(scope="module")
def book(edition: Edition) -> FigureBook:
    return FigureBook(edition)


def area(edition: Edition, code: str) -> Area:
    region = edition.region(code)
    assert region is not None
    return Area.of(region)


def newest(edition: Edition, book: FigureBook, code: str, name: str) -> Observation:
    figure = book.newest(name, AgeGroup.ALL)
    assert figure is not None
    return book.observation(area(edition, code), figure.key)


@pytest.mark.parametrize("number", range(1, 10))
def test_the_wijken_of_deventer_have_their_figures_of_2024(
    edition: Edition, book: FigureBook, number: int
) -> None:
    """`Wijk 5 Borgele en Platvoet`: a number of one digit is no part of the name."""
    code = f"WK01500{number}"
    found = [newest(edition, book, code, name) for name in (*OF_2024, "bevolkingsgroei")]
    assert ValueStatus.OTHER_DIVISION not in {each.status for each in found}
    assert not area(edition, code).name.startswith("Wijk")


@pytest.mark.parametrize(
    ("code", "name", "value"),
    [
        ("WK034409", "bevolkingsgroei", (49_310 / 41_290 - 1) * 100),
        ("WK034409", "woz_waarde", 521),
        ("WK051833", "bevolkingsgroei", (29_530 / 29_500 - 1) * 100),
        ("WK022202", "bevolkingsgroei", (6_555 / 6_730 - 1) * 100),
        ("WK059901", "bevolkingsgroei", (42_565 / 36_090 - 1) * 100),
    ],
)
def test_grown_or_renamed_it_is_the_same_area(
    edition: Edition, book: FigureBook, code: str, name: str, value: float
) -> None:
    """Leidsche Rijn, Bouwlust, Overstegen in Doetinchem, Rotterdam Centrum."""
    assert newest(edition, book, code, name).value == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("WK030705", "de code hoort op de indeling van 2024 bij een andere naam: Isselt"),
        ("WK170003", "de code hoort op de indeling van 2024 bij een andere naam: Den Ham"),
        ("WK050100", "komt op de indeling van 2024 niet voor"),
        ("WK194204", "heeft op de indeling van 2024 28,5% meer inwoners, en de oppervlakte"),
    ],
)
def test_another_area_says_by_which_rule(edition: Edition, code: str, reason: str) -> None:
    left_out = edition.area(f"GM{code[2:6]}").left_out
    found = [each.reason for each in left_out if (each.code, each.origin) == (code, "kwb_2024")]
    assert len(found) == 1
    assert found[0].startswith(reason)


@pytest.mark.parametrize(
    ("code", "name", "year"),
    [
        ("WK050100", "woz_waarde", 2022),
        ("WK050100", "koopwoningen", 2022),
        ("WK050100", "afstand_supermarkt", 2020),
        ("WK030705", "afstand_supermarkt", 2020),
        ("WK030705", "woz_waarde", 2024),
        ("GM0501", "woz_waarde", 2022),
        ("WK034403", "woz_waarde", 2024),
        ("WK034403", "afstand_supermarkt", 2024),
    ],
)
def test_an_earlier_year_stands_in_with_its_year(
    edition: Edition, book: FigureBook, code: str, name: str, year: int
) -> None:
    figure = book.shown(area(edition, code), name, AgeGroup.ALL)
    assert figure is not None
    assert figure.key.period == year


def test_nobody_is_one_kind_of_absence(edition: Edition) -> None:
    """Rotterdam-Noord-West: an airfield, where figures of people were absent in three ways."""
    row = edition.area("GM0599")
    health = {
        row.observation("WK059924", key).status
        for key, figure in edition.figures.items()
        if key.age is AgeGroup.ADULTS and figure.newest
    }
    shares = {
        row.observation("WK059924", FigureKey(name, AgeGroup.ALL, 2020)).status
        for name in ("aandeel_65_plus", "eenpersoonshuishoudens", "bijstand_per_1000")
    }
    assert health == shares == {ValueStatus.NOT_APPLICABLE}


def test_as_many_codes_as_were_measured(edition: Edition) -> None:
    """Of 3,177 wijken 264 codes are gone in 2024, and 115 are of another name."""
    reasons: Counter[str] = Counter()
    for gemeente in edition.regions(RegionLevel.GEMEENTE):
        for each in edition.area(gemeente.code).left_out:
            if each.origin == "kwb_2024" and level_of(each.code) is RegionLevel.WIJK:
                reasons[each.reason.split(":")[0]] += 1
    assert reasons["komt op de indeling van 2024 niet voor"] == 264
    assert reasons["de code hoort op de indeling van 2024 bij een andere naam"] == 115
    assert reasons.total() == 3_177 - 2_744

"""An earlier year where the newest is of another area, and one kind of absence of nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.catalogue import CATALOGUE
from tests.support.small_country import SmallCountry, compile_country
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.figure_book import FigureBook

ORDER = {
    "gezondheid": ["gezondheid"],
    "bevolking": ["kern"],
    "groei": ["later", "kern"],
    "wonen": ["later", "kern"],
    "arbeid": ["grenzen"],
}


def _worth(value: float | None) -> SmallCountry:
    """A country of which the first table knows what dwellings were worth in 2020."""
    country = SmallCountry()
    for row in country.core:
        row["Woningwaarde_35"] = value
    return country


def _status(edition: Edition, code: str, name: str, period: int, age: AgeGroup) -> ValueStatus:
    return edition.area("GM0001").observation(code, FigureKey(name, age, period)).status


@pytest.mark.parametrize(
    ("code", "period", "value"),
    [("WK000101", 2024, 293), ("WK000102", 2020, 250), ("WK000103", 2020, 250)],
)
def test_an_earlier_year_stands_in_where_the_newest_is_of_another_area(
    tmp_path: Path, code: str, period: int, value: float
) -> None:
    compile_country(_worth(250), tmp_path, volgorde=ORDER)
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        region, book = edition.region(code), FigureBook(edition)
        assert region is not None
        figure = book.shown(Area.of(region), "waarde", AgeGroup.ALL)
        assert figure is not None
        assert figure.key.period == period
        assert book.observation(Area.of(region), figure.key).value == value
        newest = book.newest("waarde", AgeGroup.ALL)
        assert newest is not None
        assert newest.key.period == 2024


def test_an_earlier_table_without_anything_to_fill_in_stays_out(tmp_path: Path) -> None:
    compile_country(_worth(None), tmp_path, volgorde=ORDER)
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        assert FigureKey("waarde", AgeGroup.ALL, 2020) not in edition.figures
        region, book = edition.region("WK000102"), FigureBook(edition)
        assert region is not None
        assert book.shown(Area.of(region), "waarde", AgeGroup.ALL) == book.newest(
            "waarde", AgeGroup.ALL
        )


def test_a_figure_that_is_only_missing_is_not_replaced_by_an_earlier_one(tmp_path: Path) -> None:
    country = _worth(250)
    next(row for row in country.later if row["code"] == "WK000101")["woz"] = ""
    compile_country(country, tmp_path, volgorde=ORDER)
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        region, book = edition.region("WK000101"), FigureBook(edition)
        assert region is not None
        figure = book.shown(Area.of(region), "waarde", AgeGroup.ALL)
        assert figure is not None
        assert figure.key.period == 2024


def test_nobody_is_one_kind_of_absence(tmp_path: Path) -> None:
    country = SmallCountry()
    nobody = next(row for row in country.core if row["WijkenEnBuurten"].strip() == "WK000103")
    ages = [key for key in nobody if key.startswith(("AantalInwoners", "k_"))]
    nobody.update(dict.fromkeys(ages, 0))
    compile_country(country, tmp_path)
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        found = {
            name: _status(edition, "WK000103", name, 2020, age)
            for name, age in (
                ("jong", AgeGroup.ALL),
                ("uitkering", AgeGroup.ALL),
                ("gezond", AgeGroup.ADULTS),
                ("gezond", AgeGroup.ELDERLY),
            )
        }
        assert set(found.values()) == {ValueStatus.NOT_APPLICABLE}
        # Elsewhere people are too few, and that stays what it is.
        assert _status(edition, "WK000101", "jong", 2020, AgeGroup.ALL) is ValueStatus.AVAILABLE


def test_which_figures_are_of_people() -> None:
    about_land_or_dwellings = {
        each.id for each in CATALOGUE.indicators.values() if not each.is_about_people
    }
    assert about_land_or_dwellings == {
        *("huishoudens", "stedelijkheid", "omgevingsadressendichtheid", "aandeel_water"),
        *("woningvoorraad", "koopwoningen", "eengezinswoningen", "woz_waarde"),
    }


def test_growth_says_by_which_table_an_area_is_not_there(tmp_path: Path) -> None:
    country = SmallCountry()
    country.later = [row for row in country.later if row["code"] != "BU00010101"]
    compile_country(country, tmp_path)
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        status = _status(edition, "BU00010101", "groei", 2024, AgeGroup.ALL)
    assert status is ValueStatus.NOT_IN_SOURCE


def test_people_who_came_within_the_same_border_are_growth(tmp_path: Path) -> None:
    country = SmallCountry()
    whole = next(row for row in country.later if row["code"] == "WK000201")
    whole["inwoners"] = "3000.0"
    compile_country(country, tmp_path)
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        found = edition.area("GM0002").observation(
            "WK000201", FigureKey("groei", AgeGroup.ALL, 2024)
        )
    assert found.value == 50

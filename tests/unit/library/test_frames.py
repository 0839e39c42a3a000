from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

import wijkprofiel
from tests.support.catalogue import CATALOGUE
from wijkprofiel import Wijkprofiel
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.edition.reader import Edition
from wijkprofiel.library.frames import COLUMNS, frame_of
from wijkprofiel.workshop.figure_rows import FigureRow
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

KINDS = {
    **dict.fromkeys(("value", "lower", "upper", "published"), "float64"),
    **dict.fromkeys(("inhabitants", "period", "base_period"), "Int64"),
    **dict.fromkeys(("newest", "boundary_changed"), "bool"),
}


@pytest.fixture(scope="module")
def figures(shared: Wijkprofiel) -> pd.DataFrame:
    return shared.figures("overvecht")


@pytest.fixture
def outdated() -> Iterator[Wijkprofiel]:
    """An edition of which one indicator was made from another source than it has now."""
    with wijkprofiel.open("2020") as opened:
        opened.shop.edition.fingerprints["eenzaam"] = "000000000000"
        yield opened


def test_the_columns_have_their_kinds(figures: pd.DataFrame) -> None:
    assert tuple(figures.columns) == COLUMNS
    assert {name: str(figures[name].dtype) for name in COLUMNS} == {
        name: KINDS.get(name, "str") for name in COLUMNS
    }


def test_no_rows_have_the_same_columns(shared: Wijkprofiel, figures: pd.DataFrame) -> None:
    nothing = frame_of([], shared.edition)
    assert nothing.dtypes.equals(figures.dtypes)
    assert len(nothing) == 0


def test_the_figures_are_those_of_the_edition(shared: Wijkprofiel, figures: pd.DataFrame) -> None:
    row = shared.shop.edition.area("GM0344")
    known = figures.dropna(subset=["period"])
    assert len(known) > 250
    for each in known.to_dict("records"):
        key = FigureKey(each["indicator"], AgeGroup(each["age"]), each["period"])
        found = row.observation("WK034403", key)
        # What our copy of a table is without, the row itself cannot know.
        assert each["status"] in (found.status, ValueStatus.NOT_IN_EDITION)
        assert pd.isna(each["value"]) if found.value is None else each["value"] == found.value


def test_every_indicator_is_there_for_every_age(figures: pd.DataFrame) -> None:
    """Those of the tables of the edition; what only another table has is in no edition without."""
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as edition:
        known = CATALOGUE.of_tables(edition.origins).indicators
    there = set(zip(figures.indicator, figures.age, strict=True))
    assert there == {(each.id, age) for each in known.values() for age in each.leeftijden}
    assert list(dict.fromkeys(figures.indicator)) == list(known)


@pytest.mark.parametrize("area", ["overvecht", "NL00", "BU03440111", "GM0344"])
def test_missing_is_never_zero_and_has_its_cause(shared: Wijkprofiel, area: str) -> None:
    found = shared.figures(area)
    missing = found.value.isna()
    assert missing.any()
    assert (missing == (found.status != "beschikbaar")).all()
    assert (missing == found.reason.notna()).all()
    assert found[found.period.isna()].status.eq("niet_in_editie").all()


def test_the_edition_stands_with_the_figures(shared: Wijkprofiel, figures: pd.DataFrame) -> None:
    assert figures.attrs == {
        "edition": "2020",
        "as_of": shared.edition.as_of,
        "content": shared.edition.content,
    }


def test_what_a_profile_shows_is_marked(figures: pd.DataFrame) -> None:
    adults = figures[(figures.indicator == "eenzaam") & (figures.age == "18+")]
    assert list(adults.period) == [2012, 2016, 2020]
    assert list(adults.newest) == [False, False, True]
    change = figures[figures.base_period.notna()]
    assert len(change)
    assert (change.base_period < change.period).all()


@pytest.mark.parametrize("level", ["land", "gemeente", "wijk"])
def test_all_areas_of_a_level(shared: Wijkprofiel, level: str) -> None:
    found = shared.all_areas(level, "eenzaam")
    regions = shared.shop.edition.regions(RegionLevel(level))
    assert list(found.code) == [each.code for each in regions]
    assert set(found.age) == {"18+"}
    assert set(found.period) == {2020}


def test_an_area_has_the_same_figure_both_ways(shared: Wijkprofiel, figures: pd.DataFrame) -> None:
    for age, period in (("18+", None), ("65+", 2016)):
        all_of_them = shared.all_areas(
            "wijk", "eenzaam", age=age, period=period, gemeente="utrecht"
        )
        assert len(all_of_them) == 10
        (one,) = all_of_them[all_of_them.code == "WK034403"].value
        year = figures.period == (period or 2020)
        (other,) = figures[(figures.indicator == "eenzaam") & (figures.age == age) & year].value
        assert one == other


def test_a_year_that_there_is_not(shared: Wijkprofiel) -> None:
    (row,) = shared.all_areas("land", "eenzaam", period=1999).to_dict("records")
    assert (row["period"], row["status"], row["newest"]) == (1999, "niet_in_editie", False)
    assert pd.isna(row["value"])


@pytest.mark.parametrize("period", [None, 2020])
def test_a_figure_of_another_source_is_not_shown(outdated: Wijkprofiel, period: int | None) -> None:
    found = outdated.figures("overvecht")
    assert set(found[found.indicator == "eenzaam"].status) == {"niet_in_editie"}
    everywhere = outdated.all_areas("gemeente", "eenzaam", period=period)
    assert set(everywhere.status) == {"niet_in_editie"}


@pytest.mark.parametrize(
    ("level", "indicator", "options", "told"),
    [
        ("dorp", "eenzaam", {}, "Het niveau 'dorp' is er niet"),
        ("wijk", "eenzam", {}, "eenzaam"),
        ("wijk", "eenzaam", {"age": "12+"}, "is er niet voor leeftijd '12\\+'"),
    ],
)
def test_what_cannot_be_asked_is_told(
    shared: Wijkprofiel, level: str, indicator: str, options: dict[str, str], told: str
) -> None:
    with pytest.raises(wijkprofiel.UsageError, match=told) as caught:
        shared.all_areas(level, indicator, **options)  # type: ignore[arg-type]
    assert caught.value.remedy


def test_limits_and_boundaries_are_passed_on() -> None:
    area = Area.of(Region("WK000101", 2020, "Oud", "Wijk 01 Oud", "Adam"))
    figure = Observation(
        period=2022,
        age=AgeGroup.ADULTS,
        status=ValueStatus.AVAILABLE,
        value=0.0,
        lower=0.0,
        upper=2.5,
        boundary_changed=True,
    )
    row = FigureRow(
        area=area,
        definition=CATALOGUE.indicators["eenzaam"],
        age=AgeGroup.ADULTS,
        period=2022,
        base_period=None,
        newest=True,
        observation=figure,
        reason=None,
        origin=None,
    )
    frame = frame_of([row], EditionInfo("x", "X", "2022-01-01", 2020, "0" * 64))
    (found,) = frame.to_dict("records")
    assert (found["value"], found["lower"], found["upper"]) == (0.0, 0.0, 2.5)
    assert found["boundary_changed"]
    assert pd.isna(found["table"])
    assert pd.isna(found["inhabitants"])


def test_a_half_damaged_edition_gives_no_table(empty_folder: Path) -> None:
    from tests.support.tampered import alter, copy_of_shipped

    path = copy_of_shipped(empty_folder / "eigen", "x")
    alter(path, "UPDATE areas SET data = x'00' WHERE code = 'GM0344'")
    with wijkprofiel.open("x") as opened:
        with pytest.raises(wijkprofiel.EditionError, match="beschadigd"):
            opened.all_areas("wijk", "eenzaam")
        assert len(opened.all_areas("wijk", "eenzaam", gemeente="leiden")) > 5

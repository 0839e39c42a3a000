from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from wijkprofiel.domain.errors import EditionError, OutputError
from wijkprofiel.domain.figures import Figure, FigureKey, Spread
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.edition.reader import Edition
from wijkprofiel.edition.writer import EditionContent, write_edition

KEY = FigureKey("koop", AgeGroup.ALL, 2020)
OTHER = FigureKey("huur", AgeGroup.ALL, 2020)
SPREAD = Spread(2, 1.5, None, 1, 1, 1, 2, 3, 3, 3, (1.0, 3.0), (1, 1))
REGIONS = [
    Region("BU00010101", 2020, "Haven", "Haven", "Adam", 10, 8.5, 2, 5),
    Region("GM0001", 2020, "Adam", "Adam", "Adam", 100, 80.0, 20, 50),
    Region("NL00", 2020, "Nederland", "Nederland", "Nederland"),
    Region("WK000101", 2020, "Oud", "Wijk 01 Oud", "Adam", 90),
]
AREA = {
    "codes": ["BU00010101", "GM0001", "WK000101"],
    "columns": [[1, 415, None, 5], [0, 1, 1, 2], [0, 10, 0, 0]],
    "v": [0],
    "n": {"1": [1, 2]},
    "x": {"1": 100},
    "s": {"0": {"andere_indeling": [1]}},
}


def content(area: dict[str, object] | None = None) -> EditionContent:
    figure = Figure(KEY, None, ValueStatus.MISSING)
    share = Figure(OTHER, None, ValueStatus.MISSING)
    return EditionContent(
        id="klein",
        title="Klein",
        as_of="2021-04-01",
        division=2020,
        origins={},
        fingerprints={"koop": "abc"},
        figures=[(figure, SPREAD), (share, None)],
        regions=REGIONS,
        areas=[("GM0001", AREA if area is None else area), ("NL00", {"codes": ["NL00"], "v": []})],
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    written = tmp_path / "klein.sqlite"
    write_edition(written, content())
    return written


def test_regions_are_read_back_in_order_of_code(path: Path) -> None:
    with Edition.open(path) as edition:
        assert edition.regions() == REGIONS
        assert edition.region("WK000101") == REGIONS[3]
        assert edition.region("WK000102") is None


@pytest.mark.parametrize(
    ("level", "gemeente", "codes"),
    [
        (RegionLevel.WIJK, None, ["WK000101"]),
        (None, "GM0001", ["BU00010101", "GM0001", "WK000101"]),
        (RegionLevel.BUURT, "GM0001", ["BU00010101"]),
        (RegionLevel.LAND, None, ["NL00"]),
        (RegionLevel.LAND, "GM0001", []),
        (RegionLevel.WIJK, "GM0002", []),
    ],
)
def test_regions_of_one_level_or_gemeente(
    path: Path, level: RegionLevel | None, gemeente: str | None, codes: list[str]
) -> None:
    with Edition.open(path) as edition:
        assert [region.code for region in edition.regions(level, gemeente)] == codes


def test_observations_come_from_columns_counts_and_reasons(path: Path) -> None:
    with Edition.open(path) as edition:
        area = edition.area("GM0001")
    assert area.observation("BU00010101", KEY).value == 41.5
    assert area.observation("WK000101", KEY).value == 42
    assert area.observation("GM0001", KEY).status is ValueStatus.OTHER_DIVISION
    share = area.observation("GM0001", OTHER)
    assert (share.value, share.numerator, share.denominator) == (20, 2, 10)


def test_what_the_edition_does_not_know_is_not_in_the_source(path: Path) -> None:
    with Edition.open(path) as edition:
        area, country = edition.area("GM0001"), edition.area("NL00")
    unknown = FigureKey("tuin", AgeGroup.ALL, 2020)
    assert area.observation("GM0001", unknown).status is ValueStatus.NOT_IN_SOURCE
    assert area.observation("WK999999", KEY).status is ValueStatus.NOT_IN_SOURCE
    assert country.observation("NL00", KEY).status is ValueStatus.MISSING
    assert (area.left_out, area.map) == ((), None)


def test_spreads_are_read_back(path: Path) -> None:
    with Edition.open(path) as edition:
        assert edition.spread(KEY) == SPREAD
        assert edition.spread(OTHER) is None
        assert edition.spread(FigureKey("tuin", AgeGroup.ALL, 2020)) is None


def test_the_content_has_one_hash_however_it_is_laid_down(path: Path) -> None:
    with Edition.open(path) as edition:
        assert edition.content_hash() == edition.info.content


def test_a_file_that_is_no_edition_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "klein.sqlite"
    with pytest.raises(EditionError, match="bestaat niet"):
        Edition.open(path)
    path.write_text("dit is geen database, maar wel lang genoeg om er een te lijken")
    with pytest.raises(EditionError, match="onleesbaar of beschadigd"):
        Edition.open(path)


def test_another_format_version_is_refused(path: Path) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'format'")
    connection.close()
    with pytest.raises(EditionError, match="heeft opbouw 0"):
        Edition.open(path)


def test_a_missing_or_damaged_row_is_named(path: Path, tmp_path: Path) -> None:
    with (
        Edition.open(path) as edition,
        pytest.raises(EditionError, match="geen cijfers van GM0002"),
    ):
        edition.area("GM0002")
    other = tmp_path / "ander.sqlite"
    write_edition(other, content({"v": []}))
    with Edition.open(other) as edition, pytest.raises(EditionError, match="cijfers van GM0001"):
        edition.area("GM0001")


def test_a_file_that_cannot_be_written_is_an_error_of_the_machine(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="niet te schrijven"):
        write_edition(tmp_path / "er_is_geen_map" / "klein.sqlite", content())

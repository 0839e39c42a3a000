from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from wijkprofiel.domain.area import Area
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.figure_book import MOST_ROWS, FigureBook


@pytest.fixture(scope="module")
def gemeenten(edition: Edition) -> list[Area]:
    return [Area.of(region) for region in edition.regions(RegionLevel.GEMEENTE)[:12]]


def test_only_the_last_rows_are_kept_and_always_the_country(
    edition: Edition, gemeenten: list[Area]
) -> None:
    book = FigureBook(edition)
    (country,) = edition.regions(RegionLevel.LAND)
    book.row(country)
    for area in gemeenten:
        book.row(area.members[0])
    last = [area.code for area in gemeenten[1 - MOST_ROWS :]]
    assert list(book._rows) == ["NL00", *last]
    assert book.row(gemeenten[-2].members[0]) is book.row(gemeenten[-2].members[0])


def test_threads_read_what_one_reads(
    edition: Edition, gemeenten: list[Area], monkeypatch: pytest.MonkeyPatch
) -> None:
    book, often = FigureBook(edition), sys.getswitchinterval()
    read = {area.code: edition.area(area.code) for area in gemeenten}
    monkeypatch.setattr(edition, "area", read.__getitem__)
    regions = [area.members[0] for area in gemeenten]

    def read_all(start: int) -> bool:
        wanted = [regions[(start + step) % len(regions)] for step in range(4000)]
        return all(book.row(region) is read[region.code] for region in wanted)

    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            assert all(pool.map(read_all, range(8)))
    finally:
        sys.setswitchinterval(often)
    assert len(book._rows) <= MOST_ROWS

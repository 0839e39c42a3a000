from __future__ import annotations

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from wijkprofiel.disk.files import sha256_of
from wijkprofiel.domain.calibration import Calibration, CalibrationStep
from wijkprofiel.domain.errors import EditionError, OutputError
from wijkprofiel.domain.figures import Figure, FigureKey, Residents, Spread
from wijkprofiel.domain.observation import AgeGroup, Basis, Published, ValueStatus
from wijkprofiel.domain.outlines import Outline, OutlineMatch, WijkMap
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.edition.area_rows import StoredRemarks, area_rows
from wijkprofiel.edition.reader import Edition, sqlite_damage
from wijkprofiel.edition.reading import Guard
from wijkprofiel.edition.writer import EditionContent, write_edition

KEY = FigureKey("koop", AgeGroup.ALL, 2020)
OTHER = FigureKey("huur", AgeGroup.ALL, 2020)
SPREAD = Spread(2, 3, 1.5, None, 1, 1, 1, 2, 3, 3, 3, (1.0, 3.0), (1, 1), (80.5, 0.0))
REGIONS = [
    Region("BU00010101", 2020, "Haven", "Haven", "Adam", 10, 8.5, 2, 5),
    Region("GM0001", 2020, "Adam", "Adam", "Adam", 100, 80.0, 20, 50),
    Region("NL00", 2020, "Nederland", "Nederland", "Nederland"),
    Region("WK000101", 2020, "Oud", "Wijk 01 Oud", "Adam", 90),
]
AREA_CODES = ["BU00010101", "GM0001", "WK000101"]
AREA = {
    "codes": AREA_CODES,
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


@pytest.mark.parametrize(
    "changed",
    [
        {"people": (80.5,)},
        {"people": (80.5, -1.0)},
        {"people": (80.5, None)},
        {"wijken_total": 1},
        {"wijken_total": 2.5},
    ],
    ids=str,
)
def test_a_spread_of_people_that_cannot_be_is_damage(
    tmp_path: Path, changed: dict[str, Any]
) -> None:
    written = tmp_path / "ander.sqlite"
    figures = [(Figure(KEY, None, ValueStatus.MISSING), replace(SPREAD, **changed))]
    write_edition(written, replace(content(), figures=figures))
    with Edition.open(written) as edition, pytest.raises(EditionError, match="spreiding van koop"):
        edition.spread(KEY)


RING = [[0, 0], [10, 0], [10, 10], [0, 0]]
OUTLINE = {"code": "WK000101", "name": "Oud", "rings": [RING]}
BUURTEN: dict[str, Any] = {
    "year": 2022,
    "outer": OUTLINE,
    "buurten": [{"code": "BU00010101", "name": "Haven", "rings": [RING]}],
    "outer_match": "zelfde_gebied",
    "matches": {"BU00010101": "grens_gewijzigd"},
}


def test_maps_of_wijken_come_back_as_they_went(tmp_path: Path) -> None:
    ring = ((0, 0), (10, 0), (10, 10), (0, 0))
    drawn = WijkMap(
        year=2022,
        outer=Outline("WK000101", "Oud", (ring,)),
        buurten=(Outline("BU00010101", "Haven", (ring,)),),
        outer_match=OutlineMatch.SAME,
        matches={"BU00010101": OutlineMatch.BOUNDARY_CHANGED},
    )
    remarks = StoredRemarks({}, (), buurten={"WK000101": drawn})
    ((home, row),) = area_rows(AREA_CODES, ["GM0001"] * 3, [], lambda _home, _places: remarks)
    written = tmp_path / "ander.sqlite"
    write_edition(written, replace(content(), areas=[(home, row)]))
    with Edition.open(written) as edition:
        area = edition.area("GM0001")
        assert area.buurt_map("WK000101") == drawn
        assert area.buurt_map("WK000102") is None
    assert json.loads(json.dumps(row["buurten"])) == {"WK000101": BUURTEN}


@pytest.mark.parametrize(
    "changed",
    [
        {"year": "2022"},
        {"outer": {**OUTLINE, "rings": []}},
        {"buurten": [{**OUTLINE, "name": " "}]},
        {"buurten": [{**OUTLINE, "rings": [RING[:3]]}]},
        {"buurten": [{**OUTLINE, "rings": [[[0, 0], [10, 0.5], [10, 10], [0, 0]]]}]},
        {"matches": {"BU00010101": "misschien"}},
        {"outer_match": None},
    ],
    ids=str,
)
def test_a_map_of_a_wijk_that_cannot_be_is_damage(tmp_path: Path, changed: dict[str, Any]) -> None:
    written = tmp_path / "ander.sqlite"
    write_edition(written, content({**AREA, "buurten": {"WK000101": {**BUURTEN, **changed}}}))
    with Edition.open(written) as edition:
        area = edition.area("GM0001")
        with pytest.raises(EditionError, match="kaart van WK000101"):
            area.buurt_map("WK000101")


CALIBRATION = Calibration(
    "abc", 3020, 1.96, 0.832, (CalibrationStep(0.0, 0.011, 0.009), CalibrationStep(0.5, 0.8, 0.5))
)


def test_a_calibration_is_read_back(tmp_path: Path, path: Path) -> None:
    written = tmp_path / "ander.sqlite"
    write_edition(written, replace(content(), calibration=CALIBRATION))
    with Edition.open(written) as edition:
        assert edition.calibration == CALIBRATION
        assert edition.content_hash() == edition.info.content
    with Edition.open(path) as without:
        assert without.calibration is None
        assert without.info.content != edition.info.content


@pytest.mark.parametrize(
    "changed",
    [
        {"rule": ""},
        {"wijken": 0},
        {"points": -1.0},
        {"with_point": 1.5},
        {"steps": (*reversed(CALIBRATION.steps),)},
        {"steps": (CalibrationStep(0.0, 0.1, 2.0),)},
        {"steps": (CalibrationStep(-0.1, 0.1, 0.1),)},
    ],
    ids=str,
)
def test_a_calibration_that_cannot_be_is_damage(tmp_path: Path, changed: dict[str, Any]) -> None:
    written = tmp_path / "ander.sqlite"
    write_edition(written, replace(content(), calibration=replace(CALIBRATION, **changed)))
    with Edition.open(written) as edition, pytest.raises(EditionError, match="ijking"):
        edition.calibration  # noqa: B018


RESIDENTS = Residents(explained_pct=78.125, unweighted_pct=None, young_r=-0.5, wijken=3020)


def test_how_a_figure_goes_together_with_who_lives_there_is_read_back(tmp_path: Path) -> None:
    written = tmp_path / "ander.sqlite"
    write_edition(written, replace(content(), residents={KEY: RESIDENTS}))
    with Edition.open(written) as edition:
        assert edition.residents(KEY) == RESIDENTS
        assert edition.residents(OTHER) is None
        assert edition.residents(FigureKey("tuin", AgeGroup.ALL, 2020)) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"explained_pct": 100.5},
        {"explained_pct": None},
        {"unweighted_pct": -1},
        {"young_r": 1.5},
        {"wijken": 0},
        {"wijken": 3020.5},
    ],
    ids=str,
)
def test_what_cannot_go_together_so_is_damage(tmp_path: Path, changed: dict[str, Any]) -> None:
    written = tmp_path / "ander.sqlite"
    wrong = replace(RESIDENTS, **changed)
    write_edition(written, replace(content(), residents={KEY: wrong}))
    with Edition.open(written) as edition, pytest.raises(EditionError, match="samenhang van koop"):
        edition.residents(KEY)


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


def test_every_thread_may_read(path: Path) -> None:
    with Edition.open(path) as edition, ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(edition.regions) for _ in range(100)]
        assert all(each.result() == REGIONS for each in asked)


def test_a_wrong_use_of_ours_is_no_damage(path: Path) -> None:
    """SQLite refuses what was closed; that says nothing of the file."""
    edition = Edition.open(path)
    edition.close()
    with pytest.raises(sqlite3.ProgrammingError):
        edition.regions()


class Troubled:
    """A database that cannot be asked anything."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def execute(self, *_: object) -> None:
        raise self._error


def sqlite_error(code: int | None, kind: type[sqlite3.Error] = sqlite3.OperationalError) -> Any:
    error = kind("in English")
    if code is not None:
        error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (sqlite_error(sqlite3.SQLITE_BUSY), "een ander programma gebruikt het"),
        (sqlite_error(sqlite3.SQLITE_LOCKED), "een ander programma gebruikt het"),
        (sqlite_error(sqlite3.SQLITE_NOMEM), "er is te weinig geheugen"),
        (sqlite_error(sqlite3.SQLITE_IOERR), "de schijf geeft een fout"),
        (sqlite_error(sqlite3.SQLITE_IOERR_READ), "de schijf geeft een fout"),
        (sqlite_error(sqlite3.SQLITE_FULL), "de schijf is vol"),
        (sqlite_error(sqlite3.SQLITE_INTERRUPT), "het lezen is onderbroken"),
        (sqlite_error(sqlite3.SQLITE_PERM), "geen toestemming"),
        (MemoryError(), "er is te weinig geheugen"),
    ],
    ids=lambda each: each if isinstance(each, str) else str(getattr(each, "sqlite_errorcode", 0)),
)
def test_what_the_machine_does_not_let_us_read_is_no_damage(error: Exception, why: str) -> None:
    troubled: Any = Troubled(error)
    with pytest.raises(EditionError) as caught:
        Guard(Path("klein.sqlite")).rows(troubled, "SELECT 1")
    assert caught.value.message == f"De editie klein.sqlite is nu niet te lezen ({why})."
    assert "niets mis met het bestand" in str(caught.value.remedy)


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(sqlite_error(None, sqlite3.ProgrammingError), id="wrong call"),
        pytest.param(sqlite_error(None, sqlite3.InterfaceError), id="wrong object"),
        pytest.param(sqlite_error(sqlite3.SQLITE_MISUSE, sqlite3.InterfaceError), id="misuse"),
        pytest.param(sqlite_error(sqlite3.SQLITE_RANGE, sqlite3.ProgrammingError), id="range"),
        pytest.param(sqlite_error(sqlite3.SQLITE_INTERNAL, sqlite3.InternalError), id="internal"),
    ],
)
def test_a_bug_of_ours_stays_a_bug(error: sqlite3.Error) -> None:
    troubled: Any = Troubled(error)
    with pytest.raises(type(error)) as caught:
        Guard(Path("klein.sqlite")).rows(troubled, "SELECT 1")
    assert caught.value is error


@pytest.mark.parametrize(
    "error",
    [
        sqlite_error(sqlite3.SQLITE_CORRUPT, sqlite3.DatabaseError),
        sqlite_error(sqlite3.SQLITE_NOTADB, sqlite3.DatabaseError),
        sqlite_error(sqlite3.SQLITE_ERROR),
        sqlite_error(None),
    ],
    ids=lambda each: str(getattr(each, "sqlite_errorcode", "no text")),
)
def test_damage_is_called_damage(error: sqlite3.Error) -> None:
    troubled: Any = Troubled(error)
    with pytest.raises(EditionError, match="onleesbaar of beschadigd"):
        Guard(Path("klein.sqlite")).rows(troubled, "SELECT 1")


def test_a_question_that_sqlite_breaks_off_is_no_damage(path: Path) -> None:
    with Edition.open(path) as edition:
        edition._connection.set_progress_handler(lambda: 1, 1)
        for ask in (edition.regions, edition.content_hash):
            with pytest.raises(EditionError, match=r"nu niet te lezen \(het lezen is onderbroken"):
                ask()
        edition._connection.set_progress_handler(None, 1)
        assert edition.regions() == REGIONS


def test_a_check_that_could_not_be_made_found_no_damage(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_as_usual = Guard.database

    def interrupted(guard: Guard, content: bytes) -> sqlite3.Connection:
        connection = open_as_usual(guard, content)
        connection.set_progress_handler(lambda: 1, 1)
        return connection

    assert sqlite_damage(path) is None
    monkeypatch.setattr(Guard, "database", interrupted)
    with pytest.raises(EditionError, match="nu niet te lezen"):
        sqlite_damage(path)


def test_what_was_checked_is_what_is_read(path: Path) -> None:
    """Whatever happens to the file after it was opened."""
    with Edition.open(path) as edition:
        path.write_bytes(bytes(path.stat().st_size))
        assert edition.regions() == REGIONS


def test_another_file_than_was_expected_is_refused(path: Path) -> None:
    Edition.open(path, sha256_of(path)).close()
    with pytest.raises(EditionError, match=r"het bestand is anders dan klein\.json zegt"):
        Edition.open(path, "0" * 64)


@pytest.mark.parametrize(
    ("value", "limits", "told"),
    [
        (415, (300, 500), None),
        (415, (420, 500), "cijfers van BU00010101"),
        (415, (300, None), "cijfers van BU00010101"),
    ],
)
def test_a_figure_outside_its_own_limits_is_damage(
    tmp_path: Path, value: int, limits: tuple[int | None, int | None], told: str | None
) -> None:
    columns = [[1, value, 0, 0], *([1, limit, 0, 0] for limit in limits)]
    area = {**AREA, "columns": columns, "v": [0], "l": {"0": [1, 2]}, "n": {}, "x": {}}
    written = tmp_path / "ander.sqlite"
    write_edition(written, content(area))
    with Edition.open(written) as edition:
        found = edition.area("GM0001")
        if told is None:
            assert found.observation("BU00010101", KEY).value == 41.5
            return
        with pytest.raises(EditionError, match=told):
            found.observation("BU00010101", KEY)


def test_a_figure_that_its_unit_does_not_allow_is_damage(path: Path) -> None:
    with Edition.open(path) as edition:
        edition.ranges = {"koop": (0, 41)}
        with pytest.raises(EditionError, match=r"koop van BU00010101 is 41\.5"):
            edition.area("GM0001").observation("BU00010101", KEY)


# --- What a figure rests on, and counts for adding up --------------------------------------------


def opened(folder: Path, **parts: object) -> Edition:
    written = folder / "anders.sqlite"
    write_edition(written, content({**AREA, **parts}))
    return Edition.open(written)


def test_a_figure_of_wijken_has_what_the_source_gives_beside_it(tmp_path: Path) -> None:
    rests = {"w": {"1": {"berekend_uit_de_wijken": [1]}}, "p": {"1": [1, 2, None]}}
    with opened(tmp_path, **rests) as edition:
        area = edition.area("GM0001")
        rebuilt, other = (area.observation(code, OTHER) for code in ("GM0001", "WK000101"))
    assert (rebuilt.value, rebuilt.basis) == (20, Basis.FROM_WIJKEN)
    assert rebuilt.published == Published(2, 10, None)
    assert (other.basis, other.published) == (Basis.SOURCE, None)


def test_counts_of_a_share_that_is_withheld_are_there_for_adding_up_alone(tmp_path: Path) -> None:
    with opened(tmp_path, s={"1": {"door_ons_ingehouden": [2]}}) as edition:
        area = edition.area("GM0001")
        withheld = area.observation("WK000101", OTHER)
        counts = area.counts_of("WK000101", OTHER)
    assert (withheld.status, withheld.value) == (ValueStatus.WITHHELD, None)
    assert (withheld.numerator, withheld.denominator) == (None, None)
    assert counts == (4.0, 10.0)


@pytest.mark.parametrize(
    "rests",
    [
        {"w": {"1": {"onzin": [1]}}},
        {"w": {"1": {"boven_de_grens": [9]}}},
        {"w": {"1": {"berekend_uit_de_wijken": [1]}}, "p": {"1": [0, 99, 1]}},
    ],
)
def test_a_basis_that_cannot_be_is_damage(rests: dict[str, object], tmp_path: Path) -> None:
    with (
        opened(tmp_path, **rests) as edition,
        pytest.raises(EditionError, match="cijfers van BU00010101"),
    ):
        edition.area("GM0001").observation("GM0001", OTHER)

"""An edition that was changed, with a manifest made to fit: its own error, never a wrong figure."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from math import inf, nan
from pathlib import Path
from typing import Any

import pytest

from tests.functional.conftest import Ended, Run
from tests.support.documented import documented
from tests.support.tampered import (
    GEMEENTE,
    SHIPPED,
    WIJK,
    Row,
    alter,
    alter_row,
    column_of,
    copy_of_shipped,
    fit,
    slot,
)

DAMAGED = "is onleesbaar of beschadigd ("


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return copy_of_shipped(tmp_path / "eigen")


def refused(command: Run, *words: str) -> Ended:
    ended = command(*(words or ("build", WIJK, "--edition", "x", "--format", "json", "--quiet")))
    assert ended.code == 14, ended.err
    assert documented(ended.err)
    assert ended.out == ""
    assert not list(Path("profielen").glob("*"))
    return ended


def deep(levels: int) -> str:
    return "[" * levels + "]" * levels


def column(change: Callable[[list[Any]], object]) -> Callable[[Row], object]:
    return lambda row: change(column_of(row))


def filled(value: object) -> Callable[[Row], object]:
    """All numbers of the column are this."""

    def change(packed: list[Any]) -> None:
        packed[1:] = [value] * (len(packed) - 1)

    return column(change)


def empty(row: Row, gaps: dict[str, list[int]]) -> None:
    """No figures, and these reasons for it."""
    row["v"][slot()] = None
    row["s"][str(slot())] = gaps


def outer(change: Callable[[dict[str, Any]], object]) -> Callable[[Row], object]:
    return lambda row: change(row["map"]["outer"])


ROWS: dict[str, Callable[[Row], object]] = {
    "NaN": filled(nan),
    "infinite": filled(inf),
    "text": filled("77"),
    "a fraction": filled(7.5),
    "true": filled(True),
    "too large": filled(10**18),
    "cut off": column(list.pop),
    "one too many": column(lambda packed: packed.append(1)),
    "empty": column(list.clear),
    "without numbers": column(lambda packed: packed.__delitem__(slice(1, None))),
    "a million decimals": column(lambda packed: packed.__setitem__(0, 10**6)),
    "fewer than no decimals": column(lambda packed: packed.__setitem__(0, -1)),
    "decimals in words": column(lambda packed: packed.__setitem__(0, "1")),
    "no list of columns": lambda row: row.__setitem__("columns", {}),
    "a column that is not there": lambda row: row["v"].__setitem__(slot(), 10**6),
    "a column from behind": lambda row: row["v"].__setitem__(slot(), -1),
    "no areas": lambda row: row.__setitem__("codes", []),
    "an area twice": lambda row: row["codes"].__setitem__(1, row["codes"][0]),
    "an area without a code": lambda row: row["codes"].__setitem__(1, None),
    "a reason that is none": lambda row: empty(row, {"zomaar": [0]}),
    "a reason for nothing": lambda row: empty(row, {"beschikbaar": [0]}),
    "a reason of no area": lambda row: empty(row, {"niet_gevraagd": [10**6]}),
    "a map without points": outer(lambda shape: shape.__setitem__("rings", [])),
    "a map with an empty ring": outer(lambda shape: shape.__setitem__("rings", [[]])),
    "a map of text": outer(lambda shape: shape.__setitem__("rings", [[["a", "b"]] * 5])),
    "a map of NaN": outer(lambda shape: shape["rings"][0].__setitem__(0, [nan, 1])),
    "a map far away": outer(lambda shape: shape["rings"][0].__setitem__(0, [10**9, 1])),
    "a map without a name": outer(lambda shape: shape.__setitem__("name", None)),
    "a map of no year": lambda row: row["map"].__setitem__("year", "2022"),
    "an empty map": lambda row: row.__setitem__("map", {}),
    "a changed border in words": lambda row: row.__setitem__("b", {WIJK: {"x": ["a", "b"]}}),
    "left out without a reason": lambda row: row.__setitem__("left_out", [[WIJK, "x", None]]),
}


@pytest.mark.parametrize("change", ROWS.values(), ids=ROWS.keys())
def test_a_row_that_is_not_what_was_written(
    command: Run, edition: Path, change: Callable[[Row], object]
) -> None:
    alter_row(edition, change)
    assert f"{DAMAGED}" in refused(command).err


@pytest.mark.parametrize("value", [-300, 100_001], ids=["below what can be", "above what can be"])
def test_a_figure_that_its_unit_does_not_allow(command: Run, edition: Path, value: int) -> None:
    def change(packed: list[Any]) -> None:
        packed[:] = [1, value, *[0] * (len(packed) - 2)]

    alter_row(edition, column(change))
    assert "heeft een cijfer dat niet kan: eenzaam van" in refused(command).err


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"geen zlib",
        zlib.compress(b"geen JSON"),
        zlib.compress(b"[]"),
        zlib.compress(b"\xff\xfe"),
        zlib.compress(deep(100_000).encode()),
        zlib.compress(b'{"codes": [' + b"9" * 5000 + b"]}"),
        "tekst",
        7,
    ],
    ids=["nothing", "no zlib", "no JSON", "a list", "no text", "deep", "digits", "words", "number"],
)
def test_a_row_of_something_else(command: Run, edition: Path, data: object) -> None:
    alter(edition, "UPDATE areas SET data = ? WHERE code = ?", data, GEMEENTE)
    assert f"{DAMAGED}cijfers van {GEMEENTE}" in refused(command).err


def test_a_row_that_unpacks_without_end(command: Run, edition: Path) -> None:
    stream = zlib.compressobj(9)
    zeros = bytes(1_000_000)
    bomb = b"".join([*(stream.compress(zeros) for _ in range(300)), stream.flush()])
    alter(edition, "UPDATE areas SET data = ? WHERE code = ?", bomb, GEMEENTE)
    assert f"{DAMAGED}cijfers van {GEMEENTE}" in refused(command).err


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("inhabitants", "veel"),
        ("inhabitants", -5),
        ("inhabitants", 7.5),
        ("inhabitants", inf),
        ("inhabitants", b"\x00\x01"),
        ("adults", "veel"),
        ("adults", inf),
        ("elderly", -5),
        ("land_ha", 10**15),
    ],
    ids=lambda value: str(value)[:12],
)
def test_numbers_of_people_that_cannot_be(
    command: Run, edition: Path, name: str, value: object
) -> None:
    alter(edition, f"UPDATE regions SET {name} = ? WHERE code = ?", value, WIJK)
    assert f"{DAMAGED}gebieden" in refused(command).err


@pytest.mark.parametrize(
    ("statement", "value", "what"),
    [
        ("UPDATE regions SET name = ? WHERE code = 'WK034403'", " ", "gebieden"),
        ("UPDATE regions SET name = ? WHERE code = 'WK034403'", b"\xff", "gebieden"),
        ("UPDATE meta SET value = ? WHERE key = 'as_of'", "gisteren", "kenmerken"),
        ("UPDATE meta SET value = ? WHERE key = 'as_of'", "<b>2021-04-01</b>", "kenmerken"),
        ("UPDATE meta SET value = ? WHERE key = 'division'", "20", "kenmerken"),
        ("UPDATE meta SET value = ? WHERE key = 'content'", "kort", "kenmerken"),
        ("DELETE FROM meta WHERE key = ?", "title", "kenmerken"),
        ("UPDATE figures SET origin = ?", "elders", "cijfers"),
        ("UPDATE figures SET period = ?", "ooit", "cijfers"),
        ("UPDATE figures SET period = ?", 20200, "cijfers"),
        ("UPDATE figures SET age = ?", "jong", "cijfers"),
        ("UPDATE figures SET absent = ?", "beschikbaar", "cijfers"),
        ("UPDATE figures SET newest = ?", 7, "cijfers"),
        ("DELETE FROM figures WHERE slot = ?", 3, "cijfers"),
        ("UPDATE figures SET spread = ?", zlib.compress(b"{}"), "spreiding van"),
        ("UPDATE figures SET spread = ?", b"x", "spreiding van"),
        ("UPDATE origins SET data = ?", "{}", "bronnen"),
        ("UPDATE origins SET data = ?", deep(100_000), "bronnen"),
        ("UPDATE fingerprints SET value = ?", b"x", "vingerafdrukken"),
    ],
)
def test_a_table_that_is_not_what_was_written(
    command: Run, edition: Path, statement: str, value: object, what: str
) -> None:
    alter(edition, statement, value)
    assert f"{DAMAGED}{what}" in refused(command).err


def test_one_changed_byte(command: Run, edition: Path) -> None:
    content = bytearray(edition.read_bytes())
    content[-1] ^= 1
    edition.write_bytes(content)
    assert "het bestand is anders dan x.json zegt" in refused(command).err


def test_one_changed_figure(command: Run, edition: Path) -> None:
    kept = edition.with_suffix(".json").read_text()
    alter_row(edition, column(lambda packed: packed.__setitem__(2, packed[2] + 1)))
    edition.with_suffix(".json").write_text(kept)
    assert "het bestand is anders dan x.json zegt" in refused(command).err


@pytest.mark.parametrize("words", [("build", WIJK, "--format", "json"), ("data", "verify", "x")])
@pytest.mark.parametrize("manifest", ["with the manifest of another", "without a manifest"])
def test_a_database_of_something_else(
    command: Run, tmp_path: Path, words: tuple[str, ...], manifest: str
) -> None:
    path = tmp_path / "eigen/x.sqlite"
    path.parent.mkdir()
    alter_nothing_yet = "CREATE TABLE meta (key, value)"
    path.with_suffix(".json").write_bytes(SHIPPED.with_suffix(".json").read_bytes())
    alter(path, alter_nothing_yet)
    if manifest == "without a manifest":
        path.with_suffix(".json").unlink()
    assert "x.sqlite" in refused(command, *words).err


def test_the_manifest_of_another_edition(command: Run, edition: Path) -> None:
    info = json.loads(SHIPPED.with_suffix(".json").read_text(encoding="utf-8"))["info"]
    fit(edition, info=info | {"title": "Iets anders"})
    assert "horen niet bij elkaar" in refused(command).err


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("sha256", "kort"),
        ("size", "groot"),
        ("tables", {}),
        ("tables", [1]),
        ("regions", {"wijk": "veel"}),
        ("coverage", []),
        ("info", None),
        ("only", 344),
        ("zomaar", 1),
    ],
)
def test_a_manifest_that_is_not_what_was_written(
    command: Run, edition: Path, key: str, value: object
) -> None:
    fit(edition, **{key: value})
    assert f"x.json {DAMAGED}" in refused(command).err


def test_an_edition_that_we_may_not_read(
    command: Run, edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Path.read_bytes

    def closed(path: Path) -> bytes:
        if path == edition:
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", closed)
    ended = refused(command)
    assert "is niet te lezen (geen toestemming)." in ended.err
    assert "beschadigd" not in ended.err


def test_one_damaged_gemeente_does_not_stop_the_others(
    command: Run, edition: Path, tmp_path: Path
) -> None:
    alter_row(edition, column(list.pop))
    (tmp_path / "w.txt").write_text("WK054609\nWK034403\nsoesterkwartier\n")
    ended = command(
        *("build", "--list", "w.txt", "--edition", "x", "--format", "json", "--report", "r.json")
    )
    assert ended.code == 18
    assert "Overvecht (WK034403)" in ended.err
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (report["gemaakt"], report["mislukt"], report["compleet"]) == (2, 1, False)
    assert [area["fout"] and area["fout"]["soort"] for area in report["gebieden"]] == [
        *(None, "EditionError", None)
    ]
    files = [name for area in report["gebieden"] for name in area["bestanden"]]
    assert sorted(files) == sorted(str(each) for each in Path("profielen").iterdir())


def test_one_damaged_wijk_stops_its_gemeente(command: Run, edition: Path) -> None:
    """Every wijk is named and drawn among the others of its gemeente."""
    alter(edition, "UPDATE regions SET inhabitants = 'veel' WHERE code = ?", WIJK)
    words = ("build", "--gemeente", "utrecht", "--all", "--edition", "x", "--format", "csv")
    assert DAMAGED in refused(command, *words).err

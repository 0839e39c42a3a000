from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.support.small_country import indicator, indicators
from wijkprofiel.compilation.verification import verify_edition
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.disk.files import sha256_of
from wijkprofiel.domain.errors import EditionError
from wijkprofiel.edition.reader import Edition

INDICATORS = {each.id: each for each in indicators()}


@pytest.fixture
def copy(compiled: Path, tmp_path: Path) -> Path:
    """A copy of the edition that a test may damage."""
    for suffix in (".sqlite", ".json"):
        shutil.copy(compiled.with_suffix(suffix), tmp_path)
    return tmp_path / compiled.name


def refused(path: Path, definitions: dict[str, IndicatorDefinition] | None = None) -> str:
    with pytest.raises(EditionError) as caught:
        verify_edition(path, INDICATORS if definitions is None else definitions)
    return caught.value.message


def adapt(path: Path, *, content: bool = True, **changes: Any) -> None:
    """Make the manifest agree with a file that was altered, so that later checks are reached."""
    manifest = path.with_suffix(".json")
    stored = json.loads(manifest.read_text())
    if content:
        with Edition.open(path) as edition:
            digest = edition.content_hash()
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE meta SET value = ? WHERE key = 'content'", (digest,))
        connection.close()
        stored["info"]["content"] = digest
    stored |= {"sha256": sha256_of(path), **changes}
    manifest.write_text(json.dumps(stored))


def alter(path: Path, statement: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement, values)
    connection.close()


def test_a_sound_edition_says_how_much_was_checked(compiled: Path) -> None:
    found = verify_edition(compiled, INDICATORS)
    assert (found.areas, found.outdated) == (8, ())
    assert found.values == 90


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_one_flipped_byte_is_noticed(copy: Path, part: float) -> None:
    content = bytearray(copy.read_bytes())
    content[int(len(content) * part)] ^= 1
    copy.write_bytes(content)
    assert "de sha256 van het bestand is anders" in refused(copy)


def test_a_missing_file_and_a_missing_manifest_are_told_apart(copy: Path) -> None:
    kept = copy.read_bytes()
    copy.unlink()
    assert "het bestand bestaat niet" in refused(copy)
    copy.write_bytes(kept)
    copy.with_suffix(".json").unlink()
    assert "ontbreekt klein.json" in refused(copy)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "onleesbaar of beschadigd"),
        ("[]", "onleesbaar of beschadigd"),
        ('{"format": 0}', "heeft opbouw 0"),
    ],
)
def test_a_damaged_manifest_is_refused(copy: Path, text: str, message: str) -> None:
    copy.with_suffix(".json").write_text(text)
    assert message in refused(copy)


def test_altered_content_is_noticed_when_the_hash_of_the_file_fits(copy: Path) -> None:
    alter(copy, "UPDATE regions SET inhabitants = 1 WHERE code = 'WK000101'")
    adapt(copy, content=False)
    assert "de inhoud past niet bij de hash ervan" in refused(copy)


def test_a_damaged_page_is_noticed_when_the_hash_of_the_file_fits(copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    content[4096:4196] = bytes(100)
    copy.write_bytes(content)
    adapt(copy, content=False)
    assert "SQLite meldt schade" in refused(copy)


def test_a_region_that_is_gone_is_noticed(copy: Path) -> None:
    alter(copy, "DELETE FROM regions WHERE code = 'WK000101'")
    adapt(copy)
    message = refused(copy)
    assert "3 gebieden van niveau wijk, volgens het manifest 4" in message
    assert "GM0001: cijfers en lijst van gebieden verschillen, zoals bij WK000101" in message


def test_a_gemeente_without_figures_is_noticed(copy: Path) -> None:
    alter(copy, "DELETE FROM areas WHERE code = 'GM0002'")
    adapt(copy)
    assert "geen cijfers van GM0002" in refused(copy)


def test_a_missing_spread_is_noticed(copy: Path) -> None:
    alter(copy, "UPDATE figures SET spread = NULL WHERE indicator = 'koop'")
    adapt(copy)
    assert "koop alle 2024: de spreiding ontbreekt" in refused(copy)


def test_a_value_outside_its_range_is_noticed(compiled: Path) -> None:
    percent = INDICATORS["inwoners"].model_copy(update={"eenheid": "procent"})
    message = refused(compiled, INDICATORS | {"inwoners": percent})
    assert "WK000101 inwoners alle 2020: 2500 kan niet" in message


def test_a_share_that_does_not_follow_from_its_counts_is_noticed(compiled: Path) -> None:
    source = {"groep": "bevolking", "teller": "k_0Tot15Jaar", "noemer": "AantalInwoners"}
    other = INDICATORS | {"jong": indicator("jong", source | {"vermenigvuldig": 50})}
    message = refused(compiled, other)
    assert "jong alle 2020: het aandeel past niet bij de aantallen" in message
    assert "en nog" not in message


def test_tables_of_another_manifest_are_noticed(copy: Path) -> None:
    adapt(copy, tables=[])
    assert "de tabellen in het manifest zijn andere" in refused(copy)


def test_indicators_that_need_a_compile_are_named(compiled: Path) -> None:
    source = {"groep": "bevolking", "onderwerp": "AantalHuishoudens"}
    changed = INDICATORS | {"inwoners": indicator("inwoners", source, eenheid="personen")}
    assert verify_edition(compiled, changed).outdated == ("inwoners",)
    extra = INDICATORS | {"nieuw": indicator("nieuw", source)}
    assert verify_edition(compiled, extra).outdated == ("nieuw",)

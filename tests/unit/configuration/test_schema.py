"""The JSON Schemas: fresh, in Dutch, and no stricter or looser than what is read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.catalogue import CATALOGUE
from tests.support.json_schema import complaints
from wijkprofiel.configuration.descriptions import DESCRIPTIONS, PROFILE
from wijkprofiel.configuration.schema import SUFFIX, schema_files, schemas
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS

FOLDER = SHIPPED_CONFIGS / "schema"
STARTER = "nieuw_profiel.yaml"
FILES = sorted(path for path in SHIPPED_CONFIGS.rglob("*.yaml") if path.name != STARTER)
ALL = schemas(CATALOGUE)
LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it: 1.2, in which ja, 2020-01-01 and 19:30 are text."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [
            (tag, pattern)
            for tag, pattern in resolvers
            if tag.rpartition(":")[2] in {"int", "float", "null"} and first != "n"
        ]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def read(text: str) -> Any:
    return yaml.load(text, Loader=EditorLoader)


def names(path: Path) -> str:
    return str(path.relative_to(SHIPPED_CONFIGS))


def schema_of(file: Path) -> str:
    """The schema of the folder that a file lies in, or of the file itself."""
    folder = file.parent.name
    return file.stem if folder == "configs" else folder


def test_what_we_ship_is_fresh() -> None:
    stored = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert stored == dict(schema_files(CATALOGUE)), "run `wijkprofiel config schema`"


@pytest.mark.parametrize("path", FILES, ids=names)
def test_every_file_points_at_its_schema(path: Path) -> None:
    found = LINE.match(path.read_text(encoding="utf-8").splitlines()[0])
    assert found is not None
    target = (path.parent / found[1]).resolve()
    assert target.is_file()
    assert target.name == f"{schema_of(path)}{SUFFIX}"


@pytest.mark.parametrize("path", FILES, ids=names)
def test_every_file_fits_its_schema(path: Path) -> None:
    schema = json.loads((FOLDER / f"{schema_of(path)}{SUFFIX}").read_text(encoding="utf-8"))
    assert list(complaints(schema, read(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "text",
    [
        "gebeid: Overvecht",
        "gemeente: Utrecht",
        "gebied: [a]",
        "{gebied: a, makers: GGD}",
        "{gebied: a, themas: rvim}",
        "{gebied: a, weglaten: [rokers]}",
        "{gebied: a, punten: {vast: [mantelzorger]}}",
        "{gebied: a, vergelijken_met: [gemeete]}",
        "{gebied: a, vergelijken_met: []}",
        "{gebied: a, vergelijken_met: [{gemeente: b}]}",
        "{gebied: a, huisstijl: {accentkleur: rood}}",
        "{gebied: a, bijeenkomst: {datum: 2027-01-01}}",
        "{gebied: a, contact: GGD}",
    ],
)
def test_an_editor_sees_a_mistake(text: str) -> None:
    assert list(complaints(ALL["profielen"], read(text)))


@pytest.mark.parametrize(
    "text",
    [
        "gebied: 344",
        "{gebied: a, editie: 2020}",
        "{gebied: a, titel: 2020}",
        "{gebied: a, vergelijken_met: [land, {gebied: b, gemeente: c}]}",
        "{gebied: a, bijeenkomst: {aanleiding: x, datum: 2027-01-01}}",
        "{gebied: a, huisstijl: {accentkleur: '#1a5276'}}",
    ],
)
def test_an_editor_leaves_alone_what_we_read(text: str) -> None:
    assert not list(complaints(ALL["profielen"], read(text)))


def fields(schema: dict[str, Any]) -> set[str]:
    records = {**schema["definitions"], "ProfileDefinition": schema}
    return {
        f"{name}.{field}"
        for name, record in records.items()
        for field in record.get("properties", ())
    }


def test_every_field_of_a_profile_file_is_explained() -> None:
    assert fields(ALL["profielen"]) == set(PROFILE)


def test_no_explanation_is_of_a_field_that_is_gone() -> None:
    text = json.dumps(list(ALL.values()), ensure_ascii=False)
    assert [
        key
        for key, said in DESCRIPTIONS.items()
        if json.dumps(said, ensure_ascii=False) not in text
    ] == []


def test_nothing_of_python_is_left() -> None:
    text = json.dumps(list(ALL.values()))
    for word in ("Definition record", "One ", '"title"', "$defs", '"default"'):
        assert word not in text

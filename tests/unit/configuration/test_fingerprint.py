"""The fingerprint of a configuration is of what it says, and changes with every word of that."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from tests.support.catalogue import CATALOGUE
from wijkprofiel.configuration.catalogue import Catalogue, load_catalogue
from wijkprofiel.configuration.fingerprint import fingerprint, fingerprints, own_parts
from wijkprofiel.domain.imprint import OwnPart
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS, SearchPath

OURS = fingerprints(CATALOGUE)
EVERYWHERE = {table for each in CATALOGUE.indicators.values() for table in each.alleen_tabellen}
RECORDS: tuple[BaseModel, ...] = (
    CATALOGUE.limits,
    CATALOGUE.texts,
    CATALOGUE.aliases,
    *CATALOGUE.indicators.values(),
    *CATALOGUE.theme_sets.values(),
    *CATALOGUE.stories.values(),
    *CATALOGUE.remarks.values(),
)


def places(value: Any) -> Iterator[tuple[str | int, ...]]:
    """Where a number, a text or a yes stands in a record."""
    inside: list[tuple[str | int, Any]]
    if isinstance(value, BaseModel):
        inside = [(name, getattr(value, name)) for name in type(value).model_fields]
    elif isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, tuple):
        inside = list(enumerate(value))
    else:
        if value is not None and not isinstance(value, Enum):
            yield ()
        return
    for key, each in inside:
        yield from ((key, *rest) for rest in places(each))


def altered(value: Any, path: tuple[str | int, ...]) -> Any:
    """The same record with another value in one place, which is not looked at."""
    if not path:
        if isinstance(value, bool):
            return not value
        return f"{value}." if isinstance(value, str) else value + 1
    key, *rest = path
    if isinstance(value, BaseModel):
        inner = altered(getattr(value, str(key)), tuple(rest))
        return value.model_copy(update={str(key): inner})
    if isinstance(value, dict):
        return {**value, key: altered(value[key], tuple(rest))}
    return tuple(altered(each, tuple(rest)) if n == key else each for n, each in enumerate(value))


ANYWHERE = [(number, path) for number, each in enumerate(RECORDS) for path in places(each)]


@given(place=st.sampled_from(ANYWHERE))
def test_every_value_counts(place: tuple[int, tuple[str | int, ...]]) -> None:
    number, path = place
    record = RECORDS[number]
    if isinstance(value := _at(record, path), str | int | float):
        assert fingerprint([altered(record, path)]) != fingerprint([record]), (value, path)


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        value = getattr(value, str(key)) if isinstance(value, BaseModel) else value[key]
    return value


def test_there_are_enough_places() -> None:
    assert len(ANYWHERE) > 1000


PARTS = [
    each.name for each in fields(Catalogue) if each.name not in ("elsewhere", "work_area_places")
]
"""What the edition at hand does not have is in no document, nor is where a record stands."""


@pytest.mark.parametrize("part", PARTS)
def test_each_part_changes_its_own_number_alone(part: str) -> None:
    """Of all that a catalogue has, also what it will have later."""
    value = getattr(CATALOGUE, part)
    changed = value
    if isinstance(value, dict):
        name = next(iter(value))
        changed = {**value, name: altered(value[name], next(places(value[name])))}
    else:
        changed = altered(value, next(places(value)))
    found = fingerprints(replace(CATALOGUE, **{part: changed}))
    assert sum(found[key] != OURS[key] for key in OURS) == 1


def test_what_the_edition_does_not_have_does_not_count() -> None:
    here = CATALOGUE.of_tables(["rivm_50090ned"])
    assert here.elsewhere
    assert fingerprints(replace(here, elsewhere={})) == fingerprints(here) != OURS


def own_folder(folder: Path, **files: str) -> SearchPath:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(".yaml").write_text(text, encoding="utf-8")
    return SearchPath.with_user_folder(folder)


def shipped(name: str) -> str:
    return (SHIPPED_CONFIGS / f"{name}.yaml").read_text(encoding="utf-8")


def turned(text: str) -> str:
    """The same mappings of a file, last one first, without its remarks."""
    blocks: list[str] = []
    for line in text.splitlines():
        if line and not line.startswith((" ", "#")):
            blocks.append(line)
        elif line.strip() and not line.lstrip().startswith("#"):
            blocks[-1] += f"\n{line}"
    return "\n\n".join(reversed(blocks)) + "\n"


def test_the_order_of_keys_and_remarks_are_nothing(tmp_path: Path) -> None:
    search = own_folder(tmp_path, oordeel=turned(shipped("oordeel")))
    found = fingerprints(load_catalogue(search))
    assert found == OURS
    assert own_parts(search, found, EVERYWHERE) == ()


@pytest.mark.parametrize(
    ("files", "voice", "own"),
    [
        ({}, "nl", ()),
        ({"profielen__x": "gebied: Overvecht\n"}, "nl", ()),
        ({"teksten__nl": "basis: nl\n"}, "nl", ()),
        ({"teksten__nl": "basis: nl\nomslag: {aanhef: Ons}\n"}, "nl", (OwnPart.TEXTS,)),
        ({"teksten__nl-x": "basis: nl\nomslag: {aanhef: Ons}\n"}, "nl", ()),
        ({"teksten__nl-x": "basis: nl\nomslag: {aanhef: Ons}\n"}, "nl-x", (OwnPart.TEXTS,)),
        (
            {"verhalen": shipped("verhalen").replace("bewoners: ", "bewoners: Nou, ", 1)},
            "nl",
            (OwnPart.DEFINITIONS,),
        ),
        ({"aliassen": shipped("aliassen").replace("Den Haag", "Haagje", 1)}, "nl", ()),
    ],
)
def test_what_is_not_ours(
    files: dict[str, str], voice: str, own: tuple[OwnPart, ...], tmp_path: Path
) -> None:
    search = own_folder(tmp_path, **files)
    assert own_parts(search, fingerprints(load_catalogue(search), voice), EVERYWHERE, voice) == own


def test_another_process_finds_the_same() -> None:
    """With another seed for the order of sets, as on another machine."""
    script = (
        "from wijkprofiel.configuration.catalogue import load_catalogue as load;"
        "from wijkprofiel.configuration.fingerprint import fingerprints as of;"
        "from wijkprofiel.yaml_files.paths import SearchPath;"
        "print(sorted(map(str, of(load(SearchPath.with_user_folder(None))).values())))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert said == {f"{sorted(OURS.values())}\n"}

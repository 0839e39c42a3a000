"""The manifest beside an edition: what the file is, what it was made from, and its hashes.

`<name>.json` is written last, so an edition without one is unfinished. It holds all that a
status report needs, so that no edition has to be opened for that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from wijkprofiel.disk.files import (
    cannot_write,
    check_target,
    read_json,
    replacing,
    sha256_of,
    write_json,
)
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.errors import EditionError
from wijkprofiel.domain.improbable import ImprobableCell
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.reasons import detail
from wijkprofiel.edition.reader import FORMAT
from wijkprofiel.edition.reading import (
    DAMAGE,
    filled,
    keyed,
    listed,
    optional_text,
    sha256,
    text,
    whole,
    year,
)
from wijkprofiel.edition.records import day, origin
from wijkprofiel.edition.restoring import how_to_restore

_PENDING = ".nieuw"
_LARGEST = 10**15

Counts = Mapping[str, Mapping[str, int]]
"""Numbers of areas, per something and per level."""


@dataclass(frozen=True, slots=True)
class TableRecord:
    """One table that the edition was made from.

    Attributes:
        snapshot: key of the table in the edition.
        rows, sha256: of the snapshot.
        first_year, last_year: years that it has figures of.
    """

    snapshot: str
    origin: Origin
    url: str | None
    retrieved_at: str | None
    sha256: str
    rows: int
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class FigureRecipe:
    """How one indicator was made, as far as a later edition may make it otherwise.

    Attributes:
        topics: the topics of the source by their keys without numbers, with the title that the
            source gave them; empty where the edition has none of it.
        definition: what it is, in words of the configuration.
        rule: short hash of everything in its definition but where it comes from.
    """

    topics: Mapping[str, str | None]
    definition: str
    rule: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is known of an edition without opening it.

    Attributes:
        size: of the file, in bytes.
        sha256: of the file.
        regions: number of areas per level.
        coverage: per group of indicators and level, the areas with at least one newest figure.
        left_out: per table on another division and level, the areas whose figures were not joined.
        boundary_changed: likewise, the areas that were joined although their land area differs.
        only: code of the only gemeente that was fetched; None for the whole country.
        made_of: sha256 of all that it was made of; None if that was not kept.
        without_map: name of the table of outlines that could not be had; empty if the edition asks
            for none, and None if it has a map.
        improbable: cells of the sources that were left out because they cannot be; the first ones.
        improbable_count: number of them all.
        composed: number of GGD regions and provinces.
        map_notes: in Dutch, what was mended of the map so that it can be drawn.
        warnings: in Dutch, what else was odd about figures and map when they were compiled.
        recipes: by indicator how it was made; empty of an edition that did not keep it.
        judged_by: short hash of the limits and the version of the methods; likewise None.
    """

    info: EditionInfo
    size: int
    sha256: str
    tables: tuple[TableRecord, ...]
    regions: Mapping[str, int]
    coverage: Counts
    left_out: Counts
    boundary_changed: Counts
    only: str | None = None
    made_of: str | None = None
    without_map: str | None = None
    improbable: tuple[ImprobableCell, ...] = ()
    improbable_count: int = 0
    map_notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    recipes: Mapping[str, FigureRecipe] = field(default_factory=dict)
    judged_by: str | None = None
    composed: Mapping[str, int] = field(default_factory=dict)


MOST_KEPT = 200
"""Cells, and warnings, that a manifest names one by one."""

_USUAL: Mapping[str, object] = {
    "composed": {},
    "only": None,
    "made_of": None,
    "without_map": None,
    "improbable": (),
    "improbable_count": 0,
    "map_notes": (),
    "warnings": (),
    "recipes": {},
    "judged_by": None,
}
"""What is left out of the file, so that an edition without anything odd is as it always was."""


def manifest_path(edition: Path) -> Path:
    """Where the manifest of an edition file lies."""
    return edition.with_suffix(".json")


def write_manifest(edition: Path, manifest: Manifest) -> None:
    """Write the manifest beside its edition.

    Raises:
        OutputError: if it cannot be written.
    """
    _write(manifest_path(edition), manifest)


def _write(path: Path, manifest: Manifest) -> None:
    unusual = {
        name: value
        for name, value in asdict(manifest).items()
        if name not in _USUAL or value != _USUAL[name]
    }
    write_json(path, {"format": FORMAT, **unusual})


def read_manifest(edition: Path) -> Manifest:
    """Read the manifest of an edition.

    Raises:
        EditionError: if it is missing, damaged or of another format version.
    """
    path = manifest_path(edition)
    waiting = _pending(edition)
    if waiting.is_file() and (stored := _stored_if_of(waiting, edition)) is not None:
        return _checked(edition, waiting, stored)
    if not path.is_file():
        raise EditionError(
            f"Bij de editie {edition} ontbreekt {path.name}; zij is niet af of niet van ons.",
            remedy=f"{how_to_restore(edition.stem)} Is het geen editie, haal het bestand dan uit de"
            " map met edities.",
        )
    return _checked(edition, path, None)


@contextmanager
def replacing_edition(path: Path) -> Iterator[tuple[Path, Callable[[Manifest], None]]]:
    """Give a new file to write an edition in, and take its manifest; then both get their names.

    The manifest is put beside the old one first. Whoever is stopped between the two files leaves a
    whole edition all the same: a reader takes the manifest that has the hash of the file.

    Raises:
        OutputError: if one of them cannot be written.
    """
    pending = _pending(path)
    try:
        with replacing(path) as temporary:
            yield temporary, partial(_write, pending)
            check_target(manifest_path(path))
    except BaseException:
        if _stored_if_of(pending, path) is None:
            pending.unlink(missing_ok=True)
        raise
    finish_replacing_edition(path)


def finish_replacing_edition(edition: Path) -> None:
    """Give a manifest its name if it is of the edition that stands there.

    Raises:
        OutputError: if the folder cannot be written.
    """
    pending = _pending(edition)
    if _stored_if_of(pending, edition) is None:
        return
    try:
        pending.replace(manifest_path(edition))
    except FileNotFoundError:
        return  # another command was before us
    except OSError as error:
        raise cannot_write(manifest_path(edition), error) from error


def pending_manifests(folder: Path) -> list[Path]:
    """Manifests that wait for their edition, in a folder with editions."""
    return sorted(folder.glob(f"*.json{_PENDING}"))


def edition_of(pending: Path) -> Path:
    """The edition that a waiting manifest is about."""
    return pending.with_name(pending.name.removesuffix(f".json{_PENDING}") + ".sqlite")


def is_of_edition(pending: Path) -> bool:
    """Whether a waiting manifest is that of the edition that stands there."""
    return _stored_if_of(pending, edition_of(pending)) is not None


def _pending(edition: Path) -> Path:
    path = manifest_path(edition)
    return path.with_name(f"{path.name}{_PENDING}")


def _stored_if_of(manifest: Path, edition: Path) -> Any | None:
    """What a manifest says, if it is that of the edition as it is now."""
    try:
        stored = read_json(manifest)
        return stored if stored["sha256"] == sha256_of(edition) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _checked(edition: Path, path: Path, stored: Any | None) -> Manifest:
    """What a manifest says, checked; it is read first if that was not done yet."""
    try:
        stored = read_json(path) if stored is None else stored
        if stored["format"] == FORMAT:
            return _parse(stored)
        found = stored["format"]
    except (OSError, *DAMAGE) as error:
        raise EditionError(
            f"{path} is onleesbaar of beschadigd ({detail(error)}).",
            remedy=how_to_restore(edition.stem),
        ) from error
    raise EditionError(
        f"{path} heeft opbouw {found}; deze versie van wijkprofiel leest {FORMAT}.",
        remedy=f"Werk wijkprofiel bij. {how_to_restore(edition.stem)}",
    )


def _parse(stored: Mapping[str, Any]) -> Manifest:
    fields = {name: value for name, value in stored.items() if name != "format"}
    found = Manifest(
        **{
            **fields,
            "info": EditionInfo(**stored["info"]),
            "tables": tuple(_table(keyed(table)) for table in listed(stored["tables"])),
            "improbable": tuple(_cell(keyed(c)) for c in listed(stored.get("improbable", []))),
            "map_notes": tuple(filled(each) for each in listed(stored.get("map_notes", []))),
            "warnings": tuple(filled(each) for each in listed(stored.get("warnings", []))),
            "recipes": {
                filled(name): _recipe(keyed(each))
                for name, each in keyed(stored.get("recipes", {})).items()
            },
        }
    )
    for value in (found.info.id, found.info.title, sha256(found.info.content)):
        filled(value)
    day(found.info.as_of)
    year(found.info.division)
    sha256(found.sha256)
    whole(found.size, 0, _LARGEST)
    for counts in (found.coverage, found.left_out, found.boundary_changed):
        for levels in keyed(counts).values():
            _check_counts(levels)
    _check_counts(found.regions)
    _check_counts(found.composed)
    optional_text(found.only)
    if found.made_of is not None:
        sha256(found.made_of)
    optional_text(found.without_map)
    optional_text(found.judged_by)
    whole(found.improbable_count, len(found.improbable), _LARGEST)
    return found


def _cell(stored: Mapping[str, Any]) -> ImprobableCell:
    found = ImprobableCell(**{**stored, "age": AgeGroup(stored["age"])})
    for value in (found.table, found.column, found.region, found.value):
        filled(value)
    year(found.period)
    return found


def _recipe(stored: Mapping[str, Any]) -> FigureRecipe:
    found = FigureRecipe(**{**stored, "topics": dict(keyed(stored["topics"]))})
    for key, title in found.topics.items():
        filled(key)
        optional_text(title)
    filled(found.definition)
    filled(found.rule)
    return found


def _table(stored: Mapping[str, Any]) -> TableRecord:
    found = TableRecord(**{**stored, "origin": origin(stored["origin"])})
    filled(found.snapshot)
    optional_text(found.url)
    if found.retrieved_at is not None:
        day(text(found.retrieved_at)[:10])
    sha256(found.sha256)
    whole(found.rows, 0, _LARGEST)
    whole(found.first_year, 1900, year(found.last_year))
    return found


def _check_counts(stored: object) -> None:
    for count in keyed(stored).values():
        whole(count, 0, _LARGEST)

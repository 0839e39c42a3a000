"""The manifest beside an edition: what the file is, what it was made from, and its hashes.

`<name>.json` is written last, so an edition without one is unfinished. It holds all that a
status report needs, so that no edition has to be opened for that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from wijkprofiel.disk.files import read_json, write_json
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.errors import EditionError
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.reasons import detail
from wijkprofiel.edition.reader import FORMAT

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


def manifest_path(edition: Path) -> Path:
    """Where the manifest of an edition file lies."""
    return edition.with_suffix(".json")


def write_manifest(edition: Path, manifest: Manifest) -> None:
    """Write the manifest beside its edition.

    Raises:
        OutputError: if it cannot be written.
    """
    content = asdict(manifest)
    if manifest.only is None:
        del content["only"]
    write_json(manifest_path(edition), {"format": FORMAT, **content})


def read_manifest(edition: Path) -> Manifest:
    """Read the manifest of an edition.

    Raises:
        EditionError: if it is missing, damaged or of another format version.
    """
    path = manifest_path(edition)
    if not path.is_file():
        raise EditionError(
            f"Bij de editie {edition} ontbreekt {path.name}; zij is niet af of niet van ons.",
            remedy="Maak de editie opnieuw met `wijkprofiel data compile`.",
        )
    try:
        stored = read_json(path)
        if stored["format"] == FORMAT:
            return _parse(stored)
        found = stored["format"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EditionError(
            f"{path} is onleesbaar of beschadigd ({detail(error)}).",
            remedy="Maak de editie opnieuw met `wijkprofiel data compile`.",
        ) from error
    raise EditionError(
        f"{path} heeft opbouw {found}; deze versie van wijkprofiel leest {FORMAT}.",
        remedy="Maak de editie opnieuw met `wijkprofiel data compile`, of werk wijkprofiel bij.",
    )


def _parse(stored: Mapping[str, Any]) -> Manifest:
    fields = {name: value for name, value in stored.items() if name != "format"}
    tables = tuple(
        TableRecord(**{**table, "origin": Origin(**table["origin"])}) for table in stored["tables"]
    )
    return Manifest(**{**fields, "info": EditionInfo(**stored["info"]), "tables": tables})

"""Making editions of snapshots, and looking after those that there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from wijkprofiel.configuration.catalogue import load_catalogue
from wijkprofiel.configuration.sources import load_sources
from wijkprofiel.disk.files import sha256_of
from wijkprofiel.domain.errors import EditionError
from wijkprofiel.edition.choosing import no_such_edition
from wijkprofiel.edition.manifest import Manifest, read_manifest
from wijkprofiel.edition.status import EditionStatus, edition_status
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

if TYPE_CHECKING:
    from wijkprofiel.archive.snapshots import SnapshotInfo
    from wijkprofiel.compilation.verification import Verification

T = TypeVar("T")


def import_table(place: Workplace, recipe: str, folder: Path) -> SnapshotInfo:
    """Turn a local copy of a table into a snapshot.

    Raises:
        ConfigurationError, SourceChangedError, OutputError: see the exit codes.
    """
    from wijkprofiel.archive.snapshots import import_tables
    from wijkprofiel.configuration.editions import load_recipe

    return import_tables(load_recipe(place.search, recipe), folder, place.snapshots)


def snapshots_of(place: Workplace, gemeente: str | None) -> Path:
    """Where the snapshots of the country lie, or those of one gemeente."""
    return place.snapshots if gemeente is None else place.snapshots / gemeente.lower()


def compile_edition(
    place: Workplace,
    name: str,
    snapshots: Path | None = None,
    *,
    gemeente: str | None = None,
    strict: bool = False,
) -> Manifest:
    """Make an edition of snapshots.

    Args:
        gemeente: code of the only gemeente that was fetched; the edition is named after it.
        strict: make none if there is something to warn of.

    Raises:
        StrictFailure: if it is strict and there is.
        UsageError: if there is no such edition in the configuration.
        SourceChangedError: if a snapshot does not hold what the configuration expects.
    """
    from wijkprofiel.compilation.edition import compile_edition as compile_

    make = partial(compile_, target=place.data)
    return _with_inputs(place, name, gemeente, make, snapshots, strict=strict)


def current_edition(
    place: Workplace, name: str, *, gemeente: str | None = None, strict: bool = False
) -> Manifest | None:
    """The edition that compiling would give, if it is there already, whole.

    Args:
        strict: not one that would be refused for what is odd about it.
    """
    from wijkprofiel.compilation.inputs import inputs_of

    path = place.data / f"{_local_name(name, gemeente)}.sqlite"
    try:
        manifest = read_manifest(path)
        whole = sha256_of(path) == manifest.sha256
    except (EditionError, OSError):
        return None
    odd = bool(manifest.warnings or manifest.improbable_count)
    if not whole or manifest.made_of is None or (strict and odd):
        return None
    return manifest if manifest.made_of == _with_inputs(place, name, gemeente, inputs_of) else None


def _with_inputs(
    place: Workplace,
    name: str,
    gemeente: str | None,
    do: Callable[..., T],
    snapshots: Path | None = None,
    *,
    strict: bool = False,
) -> T:
    """Do something with everything that an edition is made of."""
    from wijkprofiel.archive.newcomers import edition_of_snapshots
    from wijkprofiel.compilation.tables_of_edition import Terms
    from wijkprofiel.configuration.characteristics import load_residents
    from wijkprofiel.configuration.composition_records import load_compositions
    from wijkprofiel.configuration.editions import edition_named
    from wijkprofiel.configuration.renames import load_renames

    catalogue = load_catalogue(place.search)
    sources, indicators = load_sources(place.search), list(catalogue.indicators.values())
    folder = snapshots or snapshots_of(place, gemeente)
    definition = edition_named(place.search, name)
    definition = edition_of_snapshots(definition, sources, indicators, folder)
    if gemeente is not None:
        titel = f"{definition.titel} ({gemeente})"
        local = {"id": _local_name(name, gemeente), "titel": titel}
        definition = definition.model_copy(update=local)
    return do(
        definition=definition,
        indicators=indicators,
        limits=catalogue.limits,
        snapshots=folder,
        terms=Terms(
            sources.other_names(),
            sources.onwaarschijnlijk.hoogstens_deel,
            strict=strict,
            renames=load_renames(place.search),
            compositions=load_compositions(place.search),
        ),
        residents=load_residents(place.search),
        stories=list(catalogue.stories.values()),
    )


def _local_name(name: str, gemeente: str | None) -> str:
    """Name of an edition; one of a single gemeente is named after it."""
    return name if gemeente is None else f"{name}-{gemeente.lower()}"


def status(place: Workplace) -> list[EditionStatus]:
    """Which editions there are, from their manifests."""
    return edition_status([place.data, SHIPPED_DATA])


def verify(place: Workplace, name: str | None) -> Iterator[Verification]:
    """Check one edition, or all of them one by one.

    Raises:
        EditionError: for the first edition that is not in order.
    """
    from wijkprofiel.compilation.verification import verify_edition

    catalogue = load_catalogue(place.search)
    paths = [path for path in place.editions() if name in (None, path.stem)]
    if not paths:
        raise no_such_edition(name or "", [path.stem for path in place.editions()])
    for path in paths:
        yield verify_edition(path, catalogue.indicators)

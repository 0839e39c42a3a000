"""Making editions of snapshots, and looking after those that there are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from wijkprofiel.configuration.catalogue import load_catalogue
from wijkprofiel.configuration.sources import load_sources
from wijkprofiel.edition.choosing import no_such_edition
from wijkprofiel.edition.manifest import Manifest
from wijkprofiel.edition.status import EditionStatus, edition_status
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

if TYPE_CHECKING:
    from wijkprofiel.archive.snapshots import SnapshotInfo
    from wijkprofiel.compilation.tables_of_edition import Terms
    from wijkprofiel.compilation.verification import Verification


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
    from wijkprofiel.configuration.characteristics import load_residents
    from wijkprofiel.configuration.editions import edition_named

    catalogue = load_catalogue(place.search)
    definition = edition_named(place.search, name)
    if gemeente is not None:
        local = {"id": f"{name}-{gemeente.lower()}", "titel": f"{definition.titel} ({gemeente})"}
        definition = definition.model_copy(update=local)
    return compile_(
        definition,
        list(catalogue.indicators.values()),
        catalogue.limits,
        snapshots or snapshots_of(place, gemeente),
        place.data,
        terms=_terms(place, strict=strict),
        residents=load_residents(place.search),
        stories=catalogue.stories.values(),
    )


def _terms(place: Workplace, *, strict: bool) -> Terms:
    from wijkprofiel.compilation.tables_of_edition import Terms

    sources = load_sources(place.search)
    most = sources.onwaarschijnlijk.hoogstens_deel
    return Terms(sources.other_names(), most_improbable=most, strict=strict)


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

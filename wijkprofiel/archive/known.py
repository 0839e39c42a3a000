"""What an earlier pull tells of the next one: how a table pads its keys, and its columns."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from wijkprofiel.archive.snapshots import read_snapshot, snapshot_info
from wijkprofiel.configuration.sources import Sources
from wijkprofiel.sources.dry_run import KnownTable


def known_tables(snapshots: Path, sources: Sources, names: Iterable[str]) -> dict[str, KnownTable]:
    """Per table that was fetched from a service before, what is known of it.

    Raises:
        SourceChangedError: if a snapshot is damaged.
    """
    found = {}
    for name in names:
        table, info = sources.table(name), snapshot_info(snapshots, name)
        if table is None or info is None or info.request is None:
            continue  # a map, not there, or a copy: that need not be written as the service does
        rows = read_snapshot(snapshots, name)[1].rows
        found[name] = KnownTable(
            keys={
                dimension: {str(key).strip(): str(key) for key in rows[dimension].unique()}
                for dimension in table.fixed_dimensions()
            },
            columns=[str(column) for column in rows.columns],
        )
    return found

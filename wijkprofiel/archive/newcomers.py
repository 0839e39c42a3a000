"""Newer tables that join an edition by themselves, as far as their snapshots are there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from wijkprofiel.archive.snapshots import snapshot_info, snapshot_topics
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.editions import EditionDefinition
from wijkprofiel.configuration.sources import Sources, TableEntry
from wijkprofiel.sources.newcomers import JoinedNewcomer, Newcomer, newer_entries, with_newcomers
from wijkprofiel.sources.tables import Topic
from wijkprofiel.sources.topics import renamed

_NAMED = re.compile(r"([a-z][a-z0-9_]*)_(\d{4})")
"""A table that nobody gave a name, by its series and its year."""


def joined_with(
    edition: EditionDefinition,
    sources: Sources,
    more: Mapping[str, TableEntry],
    topics: Mapping[str, tuple[Topic, ...]],
    indicators: Sequence[IndicatorDefinition],
) -> tuple[EditionDefinition, list[JoinedNewcomer]]:
    """An edition with all newer tables of which the topics are known.

    Args:
        more: tables that are not configured.
        topics: by name of the snapshot, under the stems of the table itself.
    """
    names, told = sources.other_names(), []
    found: dict[str, list[Newcomer]] = {}
    for before, name, entry in newer_entries(edition, sources, more):
        if name in topics:
            known = renamed(topics[name], names.get(name, {}))
            found.setdefault(before, []).append(Newcomer(name, entry.jaar, known))
    for before, newcomers in found.items():
        edition, joined = with_newcomers(edition, before, newcomers, indicators, sources.eenheden)
        told += joined
    return edition, told


def edition_of_snapshots(
    edition: EditionDefinition,
    sources: Sources,
    indicators: Sequence[IndicatorDefinition],
    folder: Path,
) -> EditionDefinition:
    """An edition with the newer tables that were fetched for it."""
    if not edition.neemt_nieuwer:
        return edition
    more = _unconfigured(sources, folder)
    topics = {
        name: found
        for _, name, _ in newer_entries(edition, sources, more)
        if (found := snapshot_topics(folder, name)) is not None
    }
    return joined_with(edition, sources, more, topics, indicators)[0]


def names_that_may_join(
    editions: Iterable[EditionDefinition], sources: Sources, folder: Path
) -> set[str]:
    """Snapshots, of the country or a gemeente, that an edition follows without naming them."""
    more: dict[str, TableEntry] = {}
    for each in (folder, *folder.glob("gm*")):
        more |= _unconfigured(sources, each)
    return {name for edition in editions for _, name, _ in newer_entries(edition, sources, more)}


def _unconfigured(sources: Sources, folder: Path) -> dict[str, TableEntry]:
    found = {}
    for path in sorted(folder.glob("*.json")):
        named = _NAMED.fullmatch(path.stem)
        if named is None or named[1] not in sources.reeksen or path.stem in sources.tabellen:
            continue
        if (info := snapshot_info(folder, path.stem)) is not None:
            entry = TableEntry(reeks=named[1], tabel=info.origin.table, jaar=int(named[2]))
            found[path.stem] = entry
    return found

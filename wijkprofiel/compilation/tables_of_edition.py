"""The tables of an edition, read and laid against its regions; the map apart from the figures.

Figures do not wait for outlines: where the map cannot be read or does not fit, there is an edition
without one, which says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import pandas as pd
from shapely.errors import ShapelyError

from wijkprofiel.archive.snapshots import SnapshotInfo, read_snapshot, snapshot_info
from wijkprofiel.compilation.outlines import Outlines, outlines_of
from wijkprofiel.compilation.regions import core_regions
from wijkprofiel.compilation.tables import JoinedTable, join_table
from wijkprofiel.configuration.composition_records import Compositions
from wijkprofiel.configuration.editions import EditionDefinition
from wijkprofiel.configuration.renames import Renames
from wijkprofiel.configuration.sources import Improbable
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.domain.observation import ValueStatus
from wijkprofiel.sources.tables import SourceTable
from wijkprofiel.sources.topics import renamed

OtherNames = Mapping[str, Mapping[str, str]]
"""Per table, topics that are called something else there."""


@dataclass(frozen=True)
class Terms:
    """On which terms an edition is made of its tables.

    Attributes:
        names: per table, topics that are called something else there.
        most_improbable: part of the figures of a column that may be left out because they cannot
            be.
        compositions: which gemeenten GGD regions and provinces consist of.
        strict: make no edition where something is odd about the figures, or the map is missing.
        renames: areas that have another name on another division.
    """

    names: OtherNames = field(default_factory=dict)
    most_improbable: float = Improbable().hoogstens_deel
    strict: bool = False
    renames: Renames = field(default_factory=Renames)
    compositions: Compositions = field(default_factory=dict)


@dataclass(frozen=True)
class TablesOfEdition:
    """What an edition is made from.

    Attributes:
        infos: of the snapshots, by name.
        joined: the tables, in the order of the definition.
        without_map: name of the table of outlines that is not there; empty if none was asked for.
        map_problem: in Dutch, why it is not there.
    """

    infos: Mapping[str, SnapshotInfo]
    regions: pd.DataFrame
    joined: list[JoinedTable]
    outlines: Outlines | None
    without_map: str | None = None
    map_problem: str | None = None


@dataclass
class TableReader:
    """Reads the tables of one edition."""

    definition: EditionDefinition
    snapshots: Path
    terms: Terms

    def read(self) -> TablesOfEdition:
        """Everything; without the map if only that cannot be had.

        Raises:
            SourceChangedError: if a snapshot does not hold what the configuration expects.
        """
        drawn = self.definition.only_map
        read = {name: self._read(name) for name in self._names() if name != drawn}
        core = read[self.definition.kerntabel][1]
        _check_division(self.definition, core)
        regions = core_regions(core)
        joined = {name: self._join(source, regions) for name, (_, source) in read.items()}
        infos = {name: info for name, (info, _) in read.items()}
        if drawn is None:
            return self._together(infos, regions, joined)
        if snapshot_info(self.snapshots, drawn) is None:
            return TablesOfEdition(infos, regions, list(joined.values()), None, without_map=drawn)
        try:
            info, source = self._read(drawn)
            with_map = {**joined, drawn: self._join(source, regions)}
            return self._together({**infos, drawn: info}, regions, with_map)
        except (SourceChangedError, ShapelyError) as error:
            problem = error.message if isinstance(error, SourceChangedError) else _UNREADABLE
            return TablesOfEdition(
                infos, regions, list(joined.values()), None, without_map=drawn, map_problem=problem
            )

    def _together(
        self,
        infos: Mapping[str, SnapshotInfo],
        regions: pd.DataFrame,
        joined: Mapping[str, JoinedTable],
    ) -> TablesOfEdition:
        name = self.definition.grenzen
        outlines = None if name is None else self._outlines(joined[name], regions)
        tables = [joined[each] for each in self._names()]
        return TablesOfEdition(infos, regions, tables, outlines, "" if name is None else None)

    def _read(self, name: str) -> tuple[SnapshotInfo, SourceTable]:
        """A table of which the topics have the names that we use."""
        info, source = read_snapshot(self.snapshots, name)
        topics = renamed(source.topics, self.terms.names.get(name, {}))
        return info, replace(source, topics=topics)

    def _names(self) -> list[str]:
        return [table.momentopname for table in self.definition.tabellen]

    def _join(self, source: SourceTable, regions: pd.DataFrame) -> JoinedTable:
        empty = {table.momentopname: table.lege_kolom for table in self.definition.tabellen}
        return join_table(
            source,
            regions,
            self.definition.indeling,
            ValueStatus(empty[source.id]),
            most_improbable=self.terms.most_improbable,
            is_renamed=partial(
                self.terms.renames.is_renamed,
                (self.definition.indeling, source.origin.division),
            ),
        )

    def _outlines(self, table: JoinedTable, regions: pd.DataFrame) -> Outlines:
        if table.source.outlines is None:
            raise SourceChangedError(
                f"Tabel {table.id} heeft geen grenzen.",
                remedy=f"Zet `grenzen: ja` in configs/import/{table.id}.yaml en lees haar opnieuw"
                " in.",
            )
        tolerance = self.definition.vereenvoudig_m
        return outlines_of(table.source, table.identity, regions, tolerance)


_UNREADABLE = "de vormen zijn niet te lezen."


def _check_division(definition: EditionDefinition, core: SourceTable) -> None:
    """The core table has to be on the division that the edition says it is on."""
    if core.origin.division != definition.indeling:
        raise SourceChangedError(
            f"Editie {definition.id} is op de indeling van {definition.indeling}, maar de kerntabel"
            f" {core.id} op die van {core.origin.division}.",
            remedy=f"Pas `indeling` of `kerntabel` aan in configs/edities/{definition.id}.yaml, of"
            f" `indeling` van {core.id} in configs/bronnen.yaml.",
        )

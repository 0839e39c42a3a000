"""One StatLine table, ready to be fetched piece by piece and put together."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from wijkprofiel.configuration.sources import ServiceTable
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.regions import RegionLevel, level_of
from wijkprofiel.sources.answers import readable
from wijkprofiel.sources.cbs_odata import CbsOData
from wijkprofiel.sources.metadata import (
    TableMetadata,
    check_metadata,
    margins_of,
    read_metadata,
    region_columns,
)
from wijkprofiel.sources.plan import DATA, Chunk, cited, plan_chunks, rows_address
from wijkprofiel.sources.rows import Expected, to_frame
from wijkprofiel.sources.tables import Roles, SourceTable, Topic

_TITLE_WIDTH = 80
_LAYOUT = 1
"""Version of what a request means; another one never continues an old one."""


@dataclass(frozen=True)
class StatlineTable:
    """A table with its description.

    Attributes:
        used: topics whose figures are used; only these are asked for if the series says so.
        gemeente: code of the only gemeente to ask for; None for the country.
        url_limit: longest address; a longer one asks for all columns instead.
    """

    catalogue: CbsOData
    table: ServiceTable
    metadata: TableMetadata
    used: tuple[Topic, ...]
    gemeente: str | None = None
    url_limit: int = 2000

    @property
    def id(self) -> str:
        """Name of the snapshot."""
        return self.table.id

    @property
    def modified(self) -> str:
        """When the table was last changed."""
        return self.metadata.modified

    @cached_property
    def request(self) -> str:
        """Hash of all that decides which rows come, and how."""
        entry = self.table.entry
        asked = {
            "layout": _LAYOUT,
            "table": entry.model_dump(mode="json", exclude={"heet_hier"}, exclude_none=True),
            "series": self.table.series.model_dump(mode="json", exclude={"catalogus"}),
            "host": self.table.host,
            "gemeente": self.gemeente,
            "columns": self.columns,
        }
        return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:16]

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What its columns are about."""
        return self.metadata.topics()

    @property
    def warnings(self) -> list[str]:
        """What the table lacks without being unusable."""
        text = margins_of(self.table, self.metadata)[1]
        return [] if text is None else [text]

    @cached_property
    def chunks(self) -> list[Chunk]:
        """The pieces to fetch."""
        margins = margins_of(self.table, self.metadata)[0]
        return plan_chunks(
            self.table,
            gemeente=self.gemeente,
            gemeenten=[c for c in self._codes if level_of(c) is RegionLevel.GEMEENTE],
            keys=self._keys,
            margins=list(margins) if self.table.series.marges else None,
        )

    def size(self, chunk: Chunk) -> int:
        """Number of rows that a piece must have."""
        return len(self.expected.codes_of(chunk))

    def fetch(self, chunk: Chunk) -> pd.DataFrame:
        """Ask for one piece and check it.

        Raises:
            SourceUnreachableError, SourceChangedError: if it does not come whole.
        """
        rows = self.catalogue.rows(self.table.entry.tabel, chunk.filters, self._select(chunk))
        return to_frame(rows, chunk, self.expected)

    def description(self) -> dict[str, Any]:
        """What to keep of the table's description for a later run."""
        return self.metadata.as_data()

    def still_the_same(self) -> bool:
        """Whether the table was not changed meanwhile."""
        now = self.catalogue.info(self.table.entry.tabel)
        return str(now["Modified"]) == self.modified

    def assemble(self, frames: Sequence[pd.DataFrame], retrieved_at: str) -> SourceTable:
        """The pieces in order as one table."""
        rows = pd.concat(frames, ignore_index=True)
        region = self.table.series.regio.code
        regions = pd.DataFrame.from_records(self.metadata.dimensions[region])[["Key", "Title"]]
        here = regions["Key"].str.strip().isin(set(rows[region].str.strip()))
        return SourceTable(
            id=self.id,
            origin=self._origin(),
            rows=rows,
            roles=self._roles(),
            topics=tuple(t for t in self.metadata.topics() if t.key in self.columns),
            url=cited(self.table.host, self.table.entry.tabel, DATA),
            retrieved_at=retrieved_at,
            untyped=True,
            request=self.request,
            modified_at=self.modified,
            gemeente=self.gemeente,
            regions=_shown(regions[here]),
        )

    @cached_property
    def expected(self) -> Expected:
        """What the rows have to be."""
        return Expected(self.table, self._codes, self.columns, self.used, self.metadata.whole())

    @cached_property
    def columns(self) -> list[str]:
        """Columns to keep: dimensions, what describes the area, and topics."""
        dimensions = [self.table.series.regio.code, *self.table.fixed_dimensions()]
        topics = [topic.key for topic in self.metadata.topics()]
        if self.table.series.kolommen == "gebruikt":
            used = {topic.key for topic in self.used} | set(self._described())
            topics = [key for key in topics if key in used]
        return [*dimensions, *topics]

    @cached_property
    def _keys(self) -> dict[str, Any]:
        return dict(self.metadata.keys())

    @property
    def _codes(self) -> dict[str, str]:
        return dict(self._keys[self.table.series.regio.code])

    def _described(self) -> list[str]:
        """Columns that say something of the area."""
        region = self.table.series.regio
        names = (
            region.gemeente,
            region.inwoners,
            region.oppervlakte_land,
            region.oppervlakte_totaal,
        )
        return [self._column(name) for name in names if name is not None]

    def _column(self, name: str) -> str:
        return region_columns(self.table, name, self.metadata.topics())[0].key

    def _select(self, chunk: Chunk) -> list[str] | None:
        asked = rows_address(self.table, chunk, self.columns, self.url_limit)
        return self.columns if asked != rows_address(self.table, chunk, None, 0) else None

    def _origin(self) -> Origin:
        series = self.table.series
        return Origin(
            table=self.table.entry.tabel,
            title=self.metadata.title or self.table.text(series.titel),
            producer=self.table.text(series.producent),
            short=self.table.text(series.kort),
            division=self.table.entry.division,
            modified=self.modified[:10],
            licence=series.licentie,
        )

    def _roles(self) -> Roles:
        series, region = self.table.series, self.table.series.regio

        def column(name: str | None) -> str | None:
            return None if name is None else self._column(name)

        return Roles(
            code=region.code,
            gemeente=column(region.gemeente),
            inhabitants=column(region.inwoners),
            land=column(region.oppervlakte_land),
            total=column(region.oppervlakte_totaal),
            area_unit=region.oppervlakte_eenheid,
            age=series.leeftijd,
            ages={code: str(age) for code, age in series.leeftijden.items()},
            margin=series.marges,
            margins=margins_of(self.table, self.metadata)[0],
            period=series.perioden,
            year=self.table.entry.jaar if series.perioden is None else None,
        )


def _shown(regions: pd.DataFrame) -> pd.DataFrame:
    """Areas with titles that can be shown: on one line, without characters that steer."""
    titles = [readable(str(title), _TITLE_WIDTH) for title in regions["Title"]]
    frame = regions.assign(Title=titles)
    return frame.reset_index(drop=True).astype("str")


def describe(
    catalogue: CbsOData, table: ServiceTable, stored: Callable[[str], dict[str, Any] | None]
) -> TableMetadata:
    """The description of a table, held against the configuration.

    Args:
        stored: gives what was kept of the description of this state of the table, if anything.

    Raises:
        SourceUnreachableError, SourceChangedError: if there is none, or it does not fit.
    """
    info = catalogue.info(table.entry.tabel)
    kept = stored(str(info["Modified"]))
    if kept is None:
        return read_metadata(catalogue, table, info)
    metadata = TableMetadata(**kept)
    check_metadata(table, metadata)
    return metadata

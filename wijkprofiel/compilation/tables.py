"""A source table laid against the regions of an edition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wijkprofiel.compilation.cleaning import Cleaned, clean_codes, clean_numbers, clean_text
from wijkprofiel.compilation.identity import (
    Identity,
    IsRenamed,
    Join,
    compare,
    never,
    same_division,
)
from wijkprofiel.compilation.plausible import NO_NUMBER, Sieve, outside
from wijkprofiel.compilation.ranges import COUNTS, Range, in_words
from wijkprofiel.compilation.regions import areas_of
from wijkprofiel.configuration.definitions import WantedTopic
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.edition.area_figures import VALUE_DECIMALS
from wijkprofiel.edition.packing import Flags, Floats
from wijkprofiel.sources.tables import SourceTable, Topic
from wijkprofiel.sources.topics import find_topic

_ANNUAL = re.compile(r"((?:19|20)\d\d)JJ00")
"""How CBS writes a year."""

VALUE, LOWER, UPPER = "MW00000", "MOG0095", "MBG0095"
"""Keys of the margins: the figure and the limits of its 95% interval."""

_MARGINS = {"waarde": VALUE, "ondergrens": LOWER, "bovengrens": UPPER}

Slice = tuple[AgeGroup, int, str]


@dataclass(frozen=True)
class JoinedTable:
    """A table whose rows are found by region of the edition.

    Attributes:
        empty: what a column means that is empty for all areas.
        identity: on another division, which regions are the same area; None on the same division.
        join: a `Join` per region of the edition.
        slices: per age, year and margin the row of each region, -1 where there is none.
        sieve: keeps what was left out of it because it cannot be.
        nobody: regions where nobody lives, or so few that their number is rounded to zero.
    """

    source: SourceTable
    empty: ValueStatus
    areas: pd.DataFrame
    identity: Identity | None
    join: NDArray[np.int8]
    slices: dict[Slice, NDArray[np.intp]]
    sieve: Sieve
    nobody: Flags
    _cleaned: dict[str, Cleaned] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Name of the snapshot."""
        return self.source.id

    @property
    def newest(self) -> int:
        """Last year that the table has."""
        return max(period for _, period, _ in self.slices)

    @property
    def ages(self) -> list[AgeGroup]:
        """Age groups of the table, in the order of the domain."""
        found = {age for age, _, _ in self.slices}
        return [age for age in AgeGroup if age in found]

    @property
    def periods(self) -> list[int]:
        """Years of the table, the newest first."""
        return sorted({period for _, period, _ in self.slices}, reverse=True)

    def topic(self, wanted: Sequence[WantedTopic]) -> Topic | None:
        """The column of a topic, if the table has it."""
        return find_topic(self.id, self.source.topics, wanted)

    def has(self, age: AgeGroup, period: int, margin: str = VALUE) -> bool:
        """Whether there are rows for this age group, year and margin."""
        return (age, period, margin) in self.slices

    def column(self, key: str, age: AgeGroup, period: int, margin: str = VALUE) -> Floats:
        """Figures per region of the edition, NaN where there is none or it was not joined."""
        rows = self.slices[age, period, margin]
        return np.where(self._joined(rows), self._cells(key).values[rows], np.nan)

    def sifted(self, key: str, figure: FigureKey, allowed: Range) -> tuple[Floats, Flags]:
        """The same without what cannot be, and where that was.

        Args:
            key: of the column.
            figure: what it is needed for.
            allowed: what its figures can be.

        Raises:
            SourceChangedError: if too much of the column cannot be.
        """
        rows = self.slices[figure.age, figure.period, VALUE]
        strange = self._joined(rows) & self._cells(key).strange[rows]
        if strange.any():
            raw = self.source.rows[key].to_numpy(dtype=object)
            cells = [raw[row] if row >= 0 else None for row in rows.tolist()]
            self.sieve.take_out(figure, key, strange, cells, NO_NUMBER)
        values = np.round(self.column(key, figure.age, figure.period), VALUE_DECIMALS)
        wrong = outside(values, allowed)
        expected = f"verwacht: {in_words(allowed)}"
        self.sieve.take_out(figure, key, wrong, values.tolist(), expected)
        return np.where(wrong, np.nan, values), wrong | strange

    def is_empty(self, key: str, age: AgeGroup, period: int) -> bool:
        """Whether the source has nothing at all here, not even a mark for missing.

        Of a register, a column that is marked as missing for every area was not delivered yet.
        """
        cells = self._cells(key)
        rows = self.slices[age, period, VALUE]
        rows = rows[rows >= 0]
        if not np.isnan(cells.values[rows]).all() or cells.strange[rows].any():
            return False
        return self.empty is ValueStatus.NOT_DELIVERED or not cells.marked[rows].any()

    def blank(self, key: str, age: AgeGroup, period: int) -> Flags:
        """Areas whose cell is blank where the source writes a dot for what it withholds."""
        cells = self._cells(key)
        rows = self.slices[age, period, VALUE]
        if not self.source.untyped:
            return np.zeros(len(rows), dtype=np.bool_)
        said = ~np.isnan(cells.values) | cells.marked | cells.strange
        return np.asarray(self._joined(rows) & ~said[rows], dtype=np.bool_)

    def _joined(self, rows: NDArray[np.intp]) -> Flags:
        return np.asarray((rows >= 0) & (self.join == Join.JOINED), dtype=np.bool_)

    def _cells(self, key: str) -> Cleaned:
        if key not in self._cleaned:
            self._cleaned[key] = clean_numbers(self.source.rows[key])
        return self._cleaned[key]

    def sift_areas(self) -> None:
        """See whether the numbers that areas are told apart by can be.

        Raises:
            SourceChangedError: if too much of a column cannot be.
        """
        roles = self.source.roles
        for column in (roles.inhabitants, roles.land, roles.total):
            if column is not None:
                for age, period, margin in self.slices:
                    if margin == VALUE:
                        self.sifted(column, FigureKey("gebieden", age, period), COUNTS)


def join_table(
    source: SourceTable,
    regions: pd.DataFrame,
    division: int,
    empty: ValueStatus,
    *,
    most_improbable: float,
    is_renamed: IsRenamed = never,
) -> JoinedTable:
    """Lay a table against the regions of an edition; its topics have the names that we use.

    Args:
        most_improbable: part of the figures of a column that may be left out.
        is_renamed: says of which codes the names of two divisions are of one area.

    Raises:
        SourceChangedError: if it has unknown areas on the edition's own division, or cannot prove
            which areas are the same on another one.
    """
    areas = areas_of(source)
    if source.origin.division == division:
        join = _join_same(source, areas, regions)
        identity = same_division(regions, areas, join)
        join = join if identity is None else identity.join
    else:
        _check_identifiable(source, areas)
        year = source.origin.division
        identity = compare(regions, areas, year, is_renamed=is_renamed)
        join = identity.join
    sieve = Sieve(source.id, regions.index.tolist(), most_improbable)
    slices = _slices(source, regions.index)
    table = JoinedTable(
        source,
        empty,
        areas,
        identity,
        join=join,
        slices=slices,
        sieve=sieve,
        nobody=_nobody(areas, regions),
    )
    table.sift_areas()
    return table


def _nobody(areas: pd.DataFrame, regions: pd.DataFrame) -> Flags:
    """Where a table says that nobody lives, or else the core table; an empty cell says nothing."""
    theirs = areas["inhabitants"].reindex(regions.index)
    return np.asarray(theirs.fillna(regions["inhabitants"]) == 0, dtype=np.bool_)


def _join_same(source: SourceTable, areas: pd.DataFrame, regions: pd.DataFrame) -> NDArray[np.int8]:
    unknown = areas.index.difference(regions.index)
    if len(unknown) and source.topics:
        raise SourceChangedError(
            f"Tabel {source.id} heeft {len(unknown)} gebieden die de kerntabel niet kent, zoals"
            f" {unknown[0]}; beide horen op de indeling van {source.origin.division}.",
            remedy="Controleer het jaar van de indeling: `jaar` in configs/bronnen.yaml, of"
            f" `indeling` in configs/import/{source.id}.yaml.",
        )
    present = regions.index.isin(areas.index)
    return np.where(present, Join.JOINED, Join.NOT_IN_SOURCE).astype(np.int8)


def _check_identifiable(source: SourceTable, areas: pd.DataFrame) -> None:
    for column, role in (("name", "naam"), ("inhabitants", "inwoners")):
        if areas[column].isna().all():
            raise SourceChangedError(
                f"Tabel {source.id} staat op de indeling van {source.origin.division}, maar heeft"
                f" geen {role}; zo is niet te bewijzen welke gebieden hetzelfde zijn.",
                remedy=f"Maak een editie op de indeling van {source.origin.division}, of vul"
                f" `regio.{role}` in: in configs/import/{source.id}.yaml, of bij de reeks in"
                " configs/bronnen.yaml.",
            )


def _slices(source: SourceTable, codes: pd.Index[str]) -> dict[Slice, NDArray[np.intp]]:
    roles, rows = source.roles, source.rows
    frame = pd.DataFrame({"code": clean_codes(rows[roles.code])})
    frame["age"] = _ages(source)
    frame["period"] = _periods(source)
    frame["margin"] = _margins(source)
    found = {}
    for key, group in frame.groupby(["age", "period", "margin"]):
        age, period, margin = (str(part) for part in key)
        place = pd.Index(group["code"]).get_indexer(codes)
        found[AgeGroup(age), int(period), margin] = np.where(place < 0, -1, group.index[place])
    return found


def _ages(source: SourceTable) -> pd.Series[str] | str:
    column = source.roles.age
    if column is None:
        return str(AgeGroup.ALL)
    return clean_text(source.rows[column]).map(source.roles.ages)


def _margins(source: SourceTable) -> pd.Series[str] | str:
    column = source.roles.margin
    if column is None:
        return VALUE
    keys = clean_text(source.rows[column])
    meanings = {key: _MARGINS[word] for key, word in source.roles.margins.items()}
    return keys.map(meanings).fillna(keys) if meanings else keys


def _periods(source: SourceTable) -> pd.Series[int] | int:
    column = source.roles.period
    if column is None:
        assert source.roles.year is not None  # a recipe names one of the two
        return source.roles.year
    raw = source.rows[column]
    return raw.map({code: _year(source, str(code)) for code in raw.unique()})


def _year(source: SourceTable, code: str) -> int:
    annual = _ANNUAL.fullmatch(code.strip())
    if annual is None:
        raise SourceChangedError(
            f"Tabel {source.id}: periode {code.strip()!r} is geen jaar (zoals 2020JJ00).",
            remedy="Alleen jaarcijfers worden ingelezen; haal de andere rijen weg.",
        )
    return int(annual[1])

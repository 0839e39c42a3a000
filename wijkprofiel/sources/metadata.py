"""What a table says of itself, and whether that is what the configuration says of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from wijkprofiel.configuration.sources import ServiceTable
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.domain.regions import RegionLevel, level_of
from wijkprofiel.sources.answers import readable
from wijkprofiel.sources.cbs_odata import CbsOData, Record
from wijkprofiel.sources.plan import Keys
from wijkprofiel.sources.tables import Topic, find_column, stem_of, topics_from_properties
from wijkprofiel.sources.topics import pick, with_titles

_FIXED = {"TableInfos", "TypedDataSet", "UntypedDataSet", "DataProperties", "CategoryGroups"}
_ABOUT_AREAS = {"Gemeentenaam", "SoortRegio", "Codering"}
_TITLE_WIDTH = 200
_IS_OURS = re.compile(r"(?<![\d.,])95\s?(%|procent)", re.IGNORECASE)
"""How the title of a limit says that it is one of 95%: from another one no certainty is read."""
_CODES = "Zo vinden wij geen gebied terug; probeer het later opnieuw, of meld het de maker."


@dataclass(frozen=True)
class TableMetadata:
    """The description of one table.

    Attributes:
        info: the TableInfos record.
        properties: DataProperties.
        dimensions: per dimension its records, with padded `Key` and `Title`.
    """

    info: Record
    properties: list[Record]
    dimensions: Mapping[str, list[Record]]

    @property
    def modified(self) -> str:
        """When the table was last changed, as it says itself."""
        return str(self.info["Modified"])

    @property
    def title(self) -> str:
        """The table's own title."""
        return readable(str(self.info.get("Title") or ""), _TITLE_WIDTH)

    def keys(self) -> Keys:
        """Per dimension its keys, by the same without padding."""
        return {
            name: {str(record["Key"]).strip(): str(record["Key"]) for record in records}
            for name, records in self.dimensions.items()
        }

    def topics(self) -> tuple[Topic, ...]:
        """The topics, with group path and unit."""
        return topics_from_properties(pd.DataFrame.from_records(self.properties))

    def whole(self) -> frozenset[str]:
        """The columns that hold whole numbers, as the table says itself."""
        return frozenset(
            str(record["Key"])
            for record in self.properties
            if record.get("Datatype") == "Long" and not record.get("Decimals")
        )

    def as_data(self) -> dict[str, Any]:
        """The same as JSON."""
        return {
            "info": self.info,
            "properties": self.properties,
            "dimensions": dict(self.dimensions),
        }


def read_metadata(
    catalogue: CbsOData, table: ServiceTable, info: Record | None = None
) -> TableMetadata:
    """Ask a table for its description.

    Args:
        info: the TableInfos record, if it is known already.

    Raises:
        SourceUnreachableError: if the service does not answer.
        SourceChangedError: if the table is not what the configuration says it is.
    """
    name = table.entry.tabel
    info = info or catalogue.info(name)
    entities = catalogue.entities(name)
    _check_entities(table, entities)
    dimensions = [each for each in entities if each not in _FIXED]
    found = TableMetadata(
        info=info,
        properties=catalogue.records(name, "DataProperties"),
        dimensions={each: catalogue.records(name, each) for each in dimensions},
    )
    check_metadata(table, found)
    return found


def changed(table: ServiceTable, message: str, edit: str) -> SourceChangedError:
    """The error for a table that is not what the configuration says."""
    return SourceChangedError(
        f"Tabel {table.entry.tabel} ({table.id}): {message}",
        remedy=f"Pas {edit} aan in configs/bronnen.yaml; `wijkprofiel doctor` toont wat er nu is.",
    )


def unsound(table: ServiceTable, message: str, remedy: str) -> SourceChangedError:
    """The error for rows that no configuration can be blamed for."""
    return SourceChangedError(
        f"Tabel {table.entry.tabel} ({table.id}): {message}",
        remedy=f"{remedy} Er is niets vervangen.",
    )


def _check_entities(table: ServiceTable, entities: list[str]) -> None:
    if "UntypedDataSet" not in entities:
        raise changed(table, "heeft geen UntypedDataSet meer.", "de reeks")
    wanted = {table.series.regio.code, *table.fixed_dimensions()}
    found = set(entities) - _FIXED
    if gone := sorted(wanted - found):
        message = f"mist {', '.join(gone)}; gevonden: {', '.join(sorted(found)) or 'niets'}."
        raise changed(table, message, "de dimensies van de reeks")
    if new := sorted(found - wanted):
        message = f"heeft een dimensie erbij: {', '.join(readable(name) for name in new)}."
        raise changed(table, message, "`kies` van de reeks")


def check_metadata(table: ServiceTable, found: TableMetadata) -> None:
    """Identity, dimensions, keys, division and region columns.

    Raises:
        SourceChangedError: with what was expected, what was found and what to edit.
    """
    identifier = str(found.info.get("Identifier", "")).strip()
    if identifier.casefold() != table.entry.tabel.casefold():
        raise changed(table, f"zegt zelf {readable(identifier)} te heten.", "`tabel`")
    _check_records(table, found)
    _check_keys(table, found.keys())
    _check_regions(table, found)
    _check_division(table, found)
    _check_columns(table, found)


def _check_records(table: ServiceTable, found: TableMetadata) -> None:
    for name, records in found.dimensions.items():
        if not all(record.get("Key") for record in records):
            raise changed(table, f"in de lijst van {name} ontbreekt Key.", "de reeks")
    needed = {"ID", "Type", "Key", "Title"}
    if not found.properties or any(needed - record.keys() for record in found.properties):
        raise changed(table, "DataProperties mist kolommen of is leeg.", "de reeks")
    groups = {record["ID"]: record.get("ParentID") for record in found.properties}
    for start in groups:
        _check_path(table, groups, start)


def _check_path(table: ServiceTable, groups: Mapping[Any, Any], start: Any) -> None:
    """Groups lead up to the top, without circles or holes."""
    seen, at = set(), start
    while at is not None:
        if at in seen or at not in groups:
            raise changed(table, "de groepen in DataProperties verwijzen verkeerd.", "de reeks")
        seen.add(at)
        at = groups[at]


def _check_keys(table: ServiceTable, keys: Keys) -> None:
    series, entry = table.series, table.entry
    wanted: list[tuple[str | None, list[str], str]] = [
        (series.leeftijd, list(series.leeftijden), "`leeftijden`"),
        (series.marges, [key for key in [series.marge_sleutels.get("waarde")] if key], "`marges`"),
        (series.perioden, list(entry.perioden), "`perioden`"),
        *((name, [key], "`kies`") for name, key in series.kies.items()),
    ]
    for dimension, needed, edit in wanted:
        if dimension is None:
            continue
        if gone := [key for key in needed if key not in keys[dimension]]:
            there = ", ".join(readable(key, 20) for key in list(keys[dimension])[:12])
            message = f"{dimension} heeft {', '.join(gone)} niet (meer); gevonden: {there}."
            raise changed(table, message, edit)


def _check_regions(table: ServiceTable, found: TableMetadata) -> None:
    name = table.series.regio.code
    codes = [str(record["Key"]).strip() for record in found.dimensions[name]]
    levels = {level_of(code) for code in codes}
    if strange := [code for code in codes if level_of(code) is None and level_of(code.upper())]:
        message = f"de lijst van {name} heeft kleine letters in codes, zoals {strange[0]}."
        raise unsound(table, message, _CODES)
    if RegionLevel.GEMEENTE not in levels:
        raise changed(table, f"de lijst van {name} heeft geen gemeenten.", "`regio.code`")
    if len(codes) != len(set(codes)):
        raise changed(table, f"de lijst van {name} heeft codes dubbel.", "`regio.code`")
    if unknown := [code for code in codes if level_of(code) is None]:
        message = f"de lijst van {name} heeft onbekende codes, zoals {readable(unknown[0], 20)!r}."
        raise changed(table, message, "`regio.code`")


def _check_division(table: ServiceTable, found: TableMetadata) -> None:
    """The table's own description names the year of its division, where it does."""
    years = {
        int(float(record["MapYear"]))
        for record in found.properties
        if record["Type"].startswith("Geo") and record.get("MapYear")
    }
    if years and years != {table.entry.division}:
        shown = ", ".join(str(year) for year in sorted(years))
        raise changed(
            table, f"staat op de indeling van {shown}, niet {table.entry.division}.", "`indeling`"
        )


def _check_columns(table: ServiceTable, found: TableMetadata) -> None:
    region = table.series.regio
    named = (
        region.gemeente,
        region.inwoners,
        region.oppervlakte_land,
        region.oppervlakte_totaal,
    )
    topics = found.topics()
    for name in named:
        if name is None or len(at := region_columns(table, name, topics)) == 1:
            continue
        if not at:
            raise changed(table, f"de kolom {name} ontbreekt.", "`regio` van de reeks")
        lines = " of ".join(pick(name, topic.key) for topic in at)
        message = f"de kolom {name} past op meer kolommen: {with_titles(at)}."
        raise changed(table, message, f"`heet_hier` van {table.id} (kies {lines})")


def region_columns(table: ServiceTable, name: str, topics: Sequence[Topic]) -> list[Topic]:
    """The topics that may be a column about areas; the table may say which of them it is."""
    found = find_column(table.entry.heet_hier.get(name, name), [topic.key for topic in topics])
    return [topic for topic in topics if topic.key in found]


def margins_of(table: ServiceTable, found: TableMetadata) -> tuple[dict[str, str], str | None]:
    """The margins that the table has, key to meaning, and what to say of those we cannot use."""
    series = table.series
    if series.marges is None:
        return {}, None
    there = {
        str(record["Key"]).strip(): readable(str(record["Title"]), _TITLE_WIDTH)
        for record in found.dimensions[series.marges]
    }
    known = {key: str(word) for word, key in series.marge_sleutels.items() if key in there}
    value = series.marge_sleutels["waarde"]
    other = [key for key in known if key != value and not _IS_OURS.search(there[key])]
    if len(known) == len(series.marge_sleutels) and not other:
        return known, None
    return {value: "waarde"}, _unusable(table, there, other)


def _unusable(table: ServiceTable, there: Mapping[str, str], other: Sequence[str]) -> str:
    """What to say of margins that are not there, or that are not the limits of 95%."""
    without = "de cijfers komen er zonder marges in. Pas `marge_sleutels` aan in"
    if other:
        shown = ", ".join(f"{readable(key, 20)} heet '{there[key]}'" for key in other)
        return (
            f"{table.id}: wij rekenen met marges van 95%, en dat zegt {table.series.marges} niet:"
            f" {shown}; {without} configs/bronnen.yaml als de tabel ook die van 95% heeft."
        )
    shown = ", ".join(readable(key, 20) for key in there)
    return (
        f"{table.id}: de marges staan niet in {table.series.marges} (gevonden: {shown}); {without}"
        " configs/bronnen.yaml."
    )


def is_about_areas(topic: Topic) -> bool:
    """Whether a topic describes the area instead of counting something."""
    return stem_of(topic.key) in _ABOUT_AREAS

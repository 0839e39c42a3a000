"""Tables as the publishers would serve them, made from the figures of an edition.

Keys, titles, groups, units and numbers of columns are those of the real tables (`topics/`), with
two exceptions: those of 85318NED follow from 84799NED and the one column that came in between, and
some titles of 50090NED are its keys written out. The groups of the health table are not known and
left out.

An edition keeps less than its sources: a column that no indicator uses is blank; of counts of
which only the sum is kept, the first gets the sum and the others zero; the rows are those of the
gemeenten asked for, and of the country.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.support.catalogue import CATALOGUE
from tests.support.odata_server.tables import (
    Dimension,
    Member,
    Row,
    TableFixture,
    TopicFixture,
)
from wijkprofiel.configuration.definitions import WantedTopic
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.regions import NEDERLAND, Region, RegionLevel
from wijkprofiel.edition.area_figures import AreaFigures
from wijkprofiel.edition.reader import Edition

_TOPICS = Path(__file__).parent / "topics"
_HEALTH = "50090NED"
_WIDTHS = {"Gemeentenaam": 40, "SoortRegio": 10, "Codering": 10, "MeestVoorkomendePostcode": 10}
_AGES = {AgeGroup.ADULTS: "20300", AgeGroup.WORKING_AGE: "53115", AgeGroup.ELDERLY: "80200"}
_AGE_TITLES = {
    "20300": "18 jaar of ouder",
    "53115": "18 tot 65 jaar",
    "80200": "65 jaar of ouder",
}
_VALUE, _LOWER, _UPPER = "MW00000", "MOG0095", "MBG0095"
_MARGIN_TITLES = {
    _VALUE: "Waarde",
    _LOWER: "Ondergrens 95%-betrouwbaarheidsinterval",
    _UPPER: "Bovengrens 95%-betrouwbaarheidsinterval",
}
_BLANK = {ValueStatus.NOT_ASKED, ValueStatus.NOT_DELIVERED, ValueStatus.NOT_IN_SOURCE}
_NONE = (None, None)
_Columns = list[tuple[FigureKey, TopicFixture]]
_KINDS = {
    RegionLevel.LAND: "Land",
    RegionLevel.GEMEENTE: "Gemeente",
    RegionLevel.WIJK: "Wijk",
    RegionLevel.BUURT: "Buurt",
}


def from_edition(
    edition: Edition,
    gemeenten: Iterable[str],
    tables: Iterable[str] = ("kwb_2020", "rivm_50090ned"),
    *,
    margins: bool = False,
    modified: str = "2026-03-30T02:00:00",
) -> list[TableFixture]:
    """Tables of an edition (keys of its origins) for some gemeenten and the country.

    With `margins` the health table has made-up limits around each figure, wider where fewer people
    live, unless the edition has published ones.
    """
    areas = _Areas.read(edition, gemeenten)
    return [_table(areas, origin, margins=margins, modified=modified) for origin in tables]


@cache
def read_topics(table: str) -> tuple[TopicFixture, ...]:
    """The columns of a real table, without its dimensions."""
    width = _WIDTHS | ({"Codering": 20} if table == _HEALTH else {})
    with (_TOPICS / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            TopicFixture(
                key=row["key"],
                title=row["title"],
                unit=row["unit"],
                group=row["path"],
                datatype=row["datatype"],
                decimals=int(row["decimals"]),
                width=_width(row, width),
            )
            for row in csv.DictReader(file, delimiter=";")
        )


def _width(row: Mapping[str, str], widths: Mapping[str, int]) -> int:
    stem = row["key"].rpartition("_")[0]
    return widths.get(stem, 1 if row["datatype"] == "String" else 8)


@dataclass(frozen=True)
class _Areas:
    """The areas asked for, each with the row of the edition that has its figures."""

    edition: Edition
    areas: Mapping[str, tuple[Region, AreaFigures]]

    @classmethod
    def read(cls, edition: Edition, gemeenten: Iterable[str]) -> _Areas:
        found = {}
        for row in (NEDERLAND, *gemeenten):
            figures = edition.area(row)
            for code in [NEDERLAND] if row == NEDERLAND else figures.codes:
                region = edition.region(code)
                if region is not None:
                    found[code] = (region, figures)
        return cls(edition, found)

    def dimension(self, land: str) -> Dimension:
        """WijkenEnBuurten, with the key that this table has for the country."""
        members = [_member(region, land) for region, _ in self.areas.values()]
        return Dimension("WijkenEnBuurten", "Wijken en buurten", "GeoDetail", 10, members)

    def keys(self, origin: str) -> list[FigureKey]:
        figures = self.edition.figures.items()
        return [key for key, figure in figures if figure.origin == origin]


def _member(region: Region, land: str) -> Member:
    if region.code == NEDERLAND:
        return Member(land, region.title)
    kind = _KINDS[region.level]
    text = f"{kind} '{region.title}' ({region.code}) is een {kind.lower()} in Nederland."
    return Member(region.code, region.title, text, municipality=region.gemeente_code or "")


def _table(areas: _Areas, name: str, *, margins: bool, modified: str) -> TableFixture:
    origin = areas.edition.origins[name]
    health = origin.table == _HEALTH
    topics = read_topics(origin.table)
    regions = areas.dimension("NL01" if health else NEDERLAND)
    keys = areas.keys(name)
    if health:
        kinds = list(_MARGIN_TITLES) if margins else [_VALUE]
        dimensions = [_ages(keys), _margins(kinds), regions, _periods(keys)]
        rows = _health_rows(areas, topics, keys, kinds)
    else:
        dimensions = [regions]
        rows = _register_rows(areas, topics, keys)
    return TableFixture(
        id=origin.table,
        title=origin.title,
        modified=f"{origin.modified}T02:00:00" if origin.modified else modified,
        dimensions=dimensions,
        topics=topics,
        rows=rows,
        catalog="RIVM" if health else "CBS",
    )


def _ages(keys: Iterable[FigureKey]) -> Dimension:
    codes = sorted({_AGES[key.age] for key in keys})
    members = [Member(code, _AGE_TITLES[code], group=1) for code in codes]
    return Dimension("Leeftijd", "Leeftijd", "Dimension", 5, members)


def _margins(kinds: Iterable[str]) -> Dimension:
    members = [Member(kind, _MARGIN_TITLES[kind]) for kind in kinds]
    return Dimension("Marges", "Marges", "Dimension", 7, members)


def _periods(keys: Iterable[FigureKey]) -> Dimension:
    years = sorted({key.period for key in keys})
    members = [Member(f"{year}JJ00", str(year)) for year in years]
    return Dimension("Perioden", "Perioden", "TimeDimension", 8, members)


def _identity(region: Region, topics: Iterable[TopicFixture], land: str) -> Row:
    code = land if region.code == NEDERLAND else region.code
    local = region.level in (RegionLevel.WIJK, RegionLevel.BUURT)
    texts = {
        "Gemeentenaam": region.gemeente_name,
        "SoortRegio": _KINDS[region.level],
        "Codering": code,
        "IndelingswijzigingWijkenEnBuurten": "1" if local else ".",
        "IndelingswijzigingGemeenteWijkBuurt": "." if region.code == NEDERLAND else "1",
        "MeestVoorkomendePostcode": f"{'.':>10}",
    }
    row: Row = {"WijkenEnBuurten": f"{code:<10}"}
    return row | {
        topic.key: topic.text(texts[topic.stem]) for topic in topics if topic.stem in texts
    }


def _register_rows(
    areas: _Areas, topics: Iterable[TopicFixture], keys: Iterable[FigureKey]
) -> list[Row]:
    ordered = sorted(keys, key=_is_computed)
    return [
        _identity(region, topics, NEDERLAND)
        | _people(region, topics, areas.edition.info.division, ordered)
        | _register_figures(figures, region.code, topics, ordered)
        for region, figures in areas.areas.values()
    ]


def _is_computed(key: FigureKey) -> bool:
    """Counts that are shown as they are go before those that are parts of a share."""
    return CATALOGUE.indicators[key.indicator].bron.onderwerp is None


def _people(
    region: Region, topics: Iterable[TopicFixture], division: int, keys: Iterable[FigureKey]
) -> Row:
    """What an edition knows of its areas themselves, on its own division only."""
    if {key.period for key in keys} != {division}:
        return {}
    known = {"AantalInwoners": region.inhabitants, "OppervlakteLand": region.land_ha}
    return {topic.key: topic.text(known[topic.stem]) for topic in topics if topic.stem in known}


def _register_figures(
    figures: AreaFigures, code: str, topics: Iterable[TopicFixture], keys: Iterable[FigureKey]
) -> Row:
    row: Row = {}
    for key in keys:
        source, seen = CATALOGUE.indicators[key.indicator].bron, figures.observation(code, key)
        given = seen.published  # where an edition has a figure of its own instead
        numerator, denominator = (
            (given.numerator, given.denominator) if given else figures.counts_of(code, key) or _NONE
        )
        if source.onderwerp is not None:
            topic = _topic(topics, source.onderwerp)
            if topic is not None:
                row.setdefault(topic.key, _text(topic, given.value if given else seen.value, seen))
        if source.teller is not None and source.noemer is not None:
            _put_counts(row, topics, source.teller, numerator, seen)
            _put_counts(row, topics, source.noemer, denominator, seen)
        elif source.verandering is not None:
            _put_counts(row, topics, source.verandering, numerator, seen)
    return row


def _put_counts(
    row: Row,
    topics: Iterable[TopicFixture],
    wanted: Iterable[WantedTopic],
    count: float | None,
    seen: Observation,
) -> None:
    """Put a sum of counts in the columns that made it, unless they are known already."""
    found = [topic for item in wanted if (topic := _topic(topics, [item])) is not None]
    rest = count
    for topic in found:
        if topic.key not in row:
            row[topic.key] = _text(topic, rest, seen)
            rest = None if rest is None else 0.0


def _topic(topics: Iterable[TopicFixture], wanted: Iterable[WantedTopic]) -> TopicFixture | None:
    """The column of an indicator's topic; several stems are names of one over the years."""
    for item in wanted:
        path = tuple(item.pad.split(" › ")) if item.pad else None
        for topic in topics:
            if topic.stem == item.stam and path in (None, topic.path):
                return topic
    return None


def _health_rows(
    areas: _Areas, topics: Iterable[TopicFixture], keys: Iterable[FigureKey], kinds: Iterable[str]
) -> list[Row]:
    """Rows in the order of the service: age, margin, area, year."""
    cells = _cells(areas, topics, keys)
    return [
        _identity(region, topics, "NL01")
        | {"Leeftijd": _AGES[age], "Marges": kind, "Perioden": f"{period}JJ00"}
        | _health_figures(figures, region, cells[age, period], kind)
        for age in _AGES
        for kind in kinds
        for region, figures in areas.areas.values()
        for cell_age, period in sorted(cells)
        if cell_age == age
    ]


def _cells(
    areas: _Areas, topics: Iterable[TopicFixture], keys: Iterable[FigureKey]
) -> dict[tuple[AgeGroup, int], _Columns]:
    """Figures per age and year; a year that was not delivered for an age has no rows at all."""
    cells: dict[tuple[AgeGroup, int], _Columns] = {}
    for key in keys:
        topic = _topic(topics, CATALOGUE.indicators[key.indicator].bron.onderwerp or ())
        delivered = areas.edition.figures[key].absent is not ValueStatus.NOT_DELIVERED
        if delivered and topic is not None:
            cells.setdefault((key.age, key.period), []).append((key, topic))
    return cells


def _health_figures(figures: AreaFigures, region: Region, columns: _Columns, kind: str) -> Row:
    row: Row = {}
    for key, topic in columns:
        seen = figures.observation(region.code, key)
        row[topic.key] = _text(topic, _limit(seen, region, kind), seen)
    return row


def _limit(seen: Observation, region: Region, kind: str) -> float | None:
    if seen.value is None or kind == _VALUE:
        return seen.value
    published = seen.lower if kind == _LOWER else seen.upper
    if published is not None:
        return published
    half = 0.2 + 40 / math.sqrt(max(region.adults or 100.0, 25.0))
    made_up = seen.value + (-half if kind == _LOWER else half)
    return min(max(made_up, 0.0), 100.0)


def _text(topic: TopicFixture, value: float | None, seen: Observation) -> str | None:
    """Blank and `.` are different facts: not asked, or unknown."""
    if value is None:
        return None if seen.status in _BLANK else topic.missing
    return topic.text(value)

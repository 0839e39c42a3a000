"""Is there something newer than is configured: a table, a division, or a round?

The catalogue of a service tells which tables a series has by now, a table itself which periods.
What is newer comes with the lines for `bronnen.yaml`. That there is nothing newer is said only of
a series whose own newest table was found by the same search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from wijkprofiel.configuration.sources import Series, ServiceTable, Sources, TableEntry
from wijkprofiel.domain.errors import SourceUnreachableError, WijkprofielError
from wijkprofiel.sources.answers import readable
from wijkprofiel.sources.cbs_odata import CbsOData, catalogue_of
from wijkprofiel.sources.listing import ListedTable, Listing, division_in
from wijkprofiel.sources.session import GuardedSession
from wijkprofiel.yaml_files.inserting import written

_KEY_WIDTH = 20
_LINE = 70
_NO_YEAR, _NO_PERIODS = "JAAR", ("PERIODEN",)

Values = tuple[tuple[str, str | tuple[str, ...]], ...]
"""What is to be written under a table, key by key."""


@dataclass(frozen=True, slots=True)
class News:
    """One thing that is newer than what is configured.

    Attributes:
        about: name of the series or of the configured table.
        table: name of the table in `bronnen.yaml`.
        values: what is to be written there; all of it for a table that is new.
    """

    about: str
    text: str
    table: str
    values: Values

    @property
    def paste(self) -> str:
        """The lines for `bronnen.yaml`."""
        lines = [f"{key}: {written(value)}" for key, value in self.values]
        flow = f"  {self.table}: {{{', '.join(lines)}}}"
        if len(lines) > 1 and len(flow) <= _LINE:
            return f"tabellen:\n{flow}"
        return "\n".join(["tabellen:", f"  {self.table}:", *(f"    {line}" for line in lines)])

    @property
    def to_fill_in(self) -> list[str]:
        """The keys of which the value is not known."""
        return [key for key, value in self.values if value in (_NO_YEAR, _NO_PERIODS)]


@dataclass(frozen=True, slots=True)
class SeriesNews:
    """What the catalogue says of one series.

    Attributes:
        newest: identifier of the newest configured table, as far as any is.
        doubt: why nobody can say that nothing is newer; None if that is known.
    """

    series: str
    newest: str | None = None
    news: tuple[News, ...] = ()
    doubt: str | None = None
    error: WijkprofielError | None = None

    @property
    def is_up_to_date(self) -> bool:
        """Whether the newest table there is, is configured."""
        return not self.news and self.doubt is None and self.error is None


@dataclass
class NewsDesk:
    """Asks services for what is new; a host that is silent is asked nothing more."""

    session: GuardedSession
    sources: Sources
    silent: dict[str, SourceUnreachableError] = field(default_factory=dict)
    _listing: Listing = field(init=False)

    def __post_init__(self) -> None:
        self._listing = Listing(self.session, self.sources)

    def series(self, names: Iterable[str]) -> Iterator[SeriesNews]:
        """What is new in each series; that a catalogue cannot be had is part of the answer."""
        for name in dict.fromkeys(names):
            host = self.sources.diensten[self.sources.reeksen[name].dienst].adres
            try:
                if host in self.silent:
                    raise self.silent[host]
                yield self._of_series(name)
            except WijkprofielError as error:
                if isinstance(error, SourceUnreachableError):
                    self.silent.setdefault(host, error)
                yield SeriesNews(name, error=error)

    def newer_tables(self, name: str) -> list[ListedTable]:
        """Tables of a series that are not configured, of the newest configured year or later.

        Raises:
            SourceUnreachableError, SourceChangedError: if the catalogue cannot be had.
        """
        series = self.sources.reeksen[name]
        return _newer(self._listing.tables(series), self._entries(name), series)

    def table(self, table: ServiceTable, title: str) -> list[News]:
        """New rounds and another division of a table that is configured, which is asked for them.

        Args:
            title: its title, as it is now.

        Raises:
            SourceUnreachableError, SourceChangedError: if it cannot be asked.
        """
        periods = table.series.perioden
        there = self._periods(table.host, table.entry.tabel, periods) if periods else []
        return self.of_table(table, title, there)

    def of_table(self, table: ServiceTable, title: str, there: Sequence[str]) -> list[News]:
        """The same, with the periods that the table has now."""
        found = []
        division = division_in(title)
        if division is not None and division != table.entry.division:
            text = f"nieuwe indeling: {division} in plaats van {table.entry.division}"
            found.append(News(table.id, text, table.id, (("indeling", str(division)),)))
        if new := _later(there, table.entry.perioden):
            periods = (*table.entry.perioden, *new)
            found.append(News(table.id, _rounds(new), table.id, (("perioden", periods),)))
        return found

    def _of_series(self, name: str) -> SeriesNews:
        series, entries = self.sources.reeksen[name], self._entries(name)
        newest = max(entries, key=lambda entry: _year_in_title(entry, series), default=None)
        ours = None if newest is None else newest.tabel
        if series.catalogus is None:
            doubt = f"zet `catalogus` bij de reeks {name}, dan wordt er gezocht"
            return SeriesNews(name, ours, doubt=doubt)
        listed = self._listing.tables(series)
        new = _newer(listed, entries, series)
        news = tuple(self._new_table(name, item, newest) for item in new)
        if ours is None or ours in {item.table for item in listed}:
            return SeriesNews(name, ours, news)
        doubt = (
            f"de catalogus noemt onze eigen {ours} niet onder '{series.catalogus.titel}'; pas"
            f" `catalogus` van de reeks {name} aan"
        )
        return SeriesNews(name, ours, news, doubt)

    def _new_table(self, name: str, item: ListedTable, newest: TableEntry | None) -> News:
        series, free = self.sources.reeksen[name], self._free_name(name, item)
        year = str(item.year or _NO_YEAR)
        text = f"{_kind(item, newest, series)}: {item.title} ({item.table})"
        values: Values = (("reeks", name), ("jaar", year), ("tabel", item.table))
        if series.perioden is None:
            return News(name, text, free, values)
        host = self.sources.diensten[series.dienst].adres
        try:
            periods = self._periods(host, item.table, series.perioden)
        except WijkprofielError:
            text += f"{_division(item, newest, series)}; haar perioden zijn niet op te vragen"
            return News(name, text, free, (*values, ("perioden", _NO_PERIODS)))
        if _tells_division(series):
            last = max(periods, default=year)[:4]
            values = (("reeks", name), ("jaar", last), ("tabel", item.table))
            values += (("indeling", year),) if year != last else ()
        new = _later(periods, newest.perioden if newest else ())
        text += _division(item, newest, series) + (f"; {_rounds(new)}" if new else "")
        return News(name, text, free, (*values, ("perioden", tuple(periods))))

    def _free_name(self, series: str, item: ListedTable) -> str:
        """A name for a new table that no other has."""
        name = snapshot_name(series, item)
        return name if name not in self.sources.tabellen else f"{series}_{item.table.lower()}"

    def _entries(self, series: str) -> list[TableEntry]:
        return [entry for entry in self.sources.tabellen.values() if entry.reeks == series]

    def _periods(self, host: str, table: str, dimension: str) -> list[str]:
        catalogue: CbsOData = catalogue_of(self.session, self.sources, host)
        records = catalogue.records(table, dimension)
        return [readable(str(record.get("Key", "")), _KEY_WIDTH).strip() for record in records]


def _tells_division(series: Series) -> bool:
    """Whether the year in the titles of a series is that of the division."""
    return "{indeling}" in series.titel


def _year_in_title(entry: TableEntry, series: Series) -> int:
    return entry.division if _tells_division(series) else entry.jaar


def _kind(item: ListedTable, newest: TableEntry | None, series: Series) -> str:
    if item.year is None:
        return "tabel waarvan het jaar niet in de titel staat"
    if newest is not None and item.year == _year_in_title(newest, series):
        return f"andere tabel van {item.year}"
    return "nieuwere tabel"


def _division(item: ListedTable, newest: TableEntry | None, series: Series) -> str:
    """What to add where a new table is on another division than ours."""
    if newest is None or item.year is None or not _tells_division(series):
        return ""
    there = newest.division
    return f"; nieuwe indeling: {item.year} in plaats van {there}" if item.year > there else ""


def snapshot_name(series: str, item: ListedTable) -> str:
    """How a table of a series is called where nobody gave it a name."""
    return f"{series}_{item.year or item.table.lower()}"


def _newer(
    listed: Iterable[ListedTable], entries: Sequence[TableEntry], series: Series
) -> list[ListedTable]:
    known = {entry.tabel for entry in entries}
    year = max((_year_in_title(entry, series) for entry in entries), default=0)
    return [
        item
        for item in listed
        if item.table not in known and (item.year is None or item.year >= year)
    ]


def _later(there: Iterable[str], known: Sequence[str]) -> list[str]:
    """Periods after the last that is known, of the same kind (years, quarters)."""
    last = max(known, default="")
    return sorted(key for key in there if key > last and key[4:6] == (last or key)[4:6])


def _rounds(new: Sequence[str]) -> str:
    word = "nieuwe ronde" if len(new) == 1 else "nieuwe rondes"
    return f"{word}: {', '.join(key[:4] for key in new)}"

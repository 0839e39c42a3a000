"""What the catalogue of a service lists: the tables of a series, by title and theme.

The whole list of a service is asked for at once, a few columns wide, and looked through here: that
takes one question for all series, and rests on nothing that a service may understand differently.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urljoin

from wijkprofiel.configuration.sources import Series, Sources
from wijkprofiel.domain.errors import SourceChangedError, WijkprofielError
from wijkprofiel.sources.answers import readable
from wijkprofiel.sources.cbs_odata import Record
from wijkprofiel.sources.session import GuardedSession

TABLES = ("Identifier", "Title", "Modified")
_THEMES = ("ID", "ParentID", "Title")
_TABLES_OF_THEMES = ("TableIdentifier", "ThemeID")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_DIVISION = re.compile(r"\(indeling ((?:19|20)\d\d)\)", re.IGNORECASE)
_TITLE_WIDTH = 200


@dataclass(frozen=True, slots=True)
class ListedTable:
    """A table as the catalogue lists it.

    Attributes:
        year: of its figures or division, as its title tells; None if it does not.
    """

    table: str
    title: str
    year: int | None


def listing_address(host: str, entity: str = "Tables", columns: tuple[str, ...] = TABLES) -> str:
    """Where a list of the catalogue is asked for."""
    return f"https://{host}/ODataCatalog/{entity}?$format=json&$select={','.join(columns)}"


def theme_addresses(host: str) -> tuple[str, str]:
    """Where the themes are asked for, and which tables belong to which."""
    return (
        listing_address(host, "Themes", _THEMES),
        listing_address(host, "Tables_Themes", _TABLES_OF_THEMES),
    )


def division_in(title: str) -> int | None:
    """The year of the division that a title names, if it does."""
    found = _DIVISION.search(title)
    return int(found[1]) if found else None


@dataclass
class Listing:
    """The catalogues of the services; each is asked once, also if it fails."""

    session: GuardedSession
    sources: Sources
    _asked: dict[str, list[Record] | WijkprofielError] = field(default_factory=dict)

    def tables(self, series: Series) -> list[ListedTable]:
        """The tables of a series that its service lists.

        Raises:
            SourceUnreachableError, SourceChangedError: if its catalogue cannot be had.
        """
        search = series.catalogus
        if search is None:
            return []
        host = self.sources.diensten[series.dienst].adres
        themed = None if search.thema is None else self._under(host, search.thema)
        found = []
        for record in self._records(listing_address(host)):
            table, title = str(record.get("Identifier")).strip(), str(record.get("Title"))
            title = readable(title, _TITLE_WIDTH)
            fits = _pattern(search.titel).fullmatch(title)
            if fits and (themed is None or table in themed):
                found.append(ListedTable(readable(table, 20), title, _year(fits, title)))
        return list(dict.fromkeys(found))

    def _under(self, host: str, title: str) -> set[str]:
        """The tables of a theme and of the themes under it."""
        themes, belongs = map(self._records, theme_addresses(host))
        parents = {record.get("ID"): record.get("ParentID") for record in themes}
        named = {r.get("ID") for r in themes if _plain(str(r.get("Title"))) == _plain(title)}
        return {
            str(record.get("TableIdentifier")).strip()
            for record in belongs
            if _is_under(record.get("ThemeID"), named, parents)
        }

    def _records(self, url: str) -> list[Record]:
        if url not in self._asked:
            try:
                self._asked[url] = self._ask(url)
            except WijkprofielError as error:
                self._asked[url] = error
        found = self._asked[url]
        if isinstance(found, WijkprofielError):
            raise found
        return found

    def _ask(self, url: str) -> list[Record]:
        records: list[Record] = []
        following: str | None = url
        with self.session.question():
            while following is not None:
                content = self.session.ask(following).content
                try:
                    page = json.loads(content)
                    records += page["value"]
                    link = page.get("odata.nextLink")
                except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                    raise _no_list(url) from error
                following = urljoin(url, str(link)) if link else None
        if not all(isinstance(record, dict) for record in records):
            raise _no_list(url)
        if not records:
            raise SourceChangedError(
                f"De catalogus van {url.split('/')[2]} is leeg.",
                remedy="Meestal is dat een storing: probeer het later opnieuw. Wat er is, blijft"
                " bruikbaar.",
            )
        return records


def _no_list(url: str) -> SourceChangedError:
    host = url.split("/")[2]
    return SourceChangedError(
        f"De catalogus van {host} geeft iets anders dan een lijst van tabellen.",
        remedy="Probeer het later opnieuw. Blijft het zo, zoek dan naar een nieuwere versie van"
        " wijkprofiel.",
    )


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """A pattern of the configuration: `{jaar}` is a year, `*` is anything."""
    parts = {"{jaar}": r"(?P<year>(?:19|20)\d\d)", "*": ".*"}
    pieces = re.split(r"(\{jaar\}|\*)", " ".join(text.split()))
    return re.compile("".join(parts.get(p) or re.escape(p) for p in pieces), re.IGNORECASE)


def _year(fits: re.Match[str], title: str) -> int | None:
    """The year that the pattern asks for; without one the division, or the last that is named."""
    if named := fits.groupdict().get("year"):
        return int(named)
    return division_in(title) or max(map(int, _YEAR.findall(title)), default=None)


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()


def _is_under(theme: object, named: set[object], parents: Mapping[object, object]) -> bool:
    """Whether a theme or one above it is among these; a circle ends."""
    seen: set[object] = set()
    while theme is not None and theme not in seen:
        if theme in named:
            return True
        seen.add(theme)
        theme = parents.get(theme)
    return False

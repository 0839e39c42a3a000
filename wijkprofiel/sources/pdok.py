"""Boundaries of gemeenten, wijken and buurten from PDOK, as OGC API Features, page by page.

Shapes are asked for in the Dutch grid (EPSG:28992). A service that answers in degrees all the same
says so in a header; then they are converted. Areas of water only are left out: the service marks
them, so there is nothing to tell.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

import pandas as pd
import shapely
from requests import Response

from wijkprofiel.configuration.sources import MapCollection, MapTable
from wijkprofiel.domain.errors import SourceChangedError, SourceUnreachableError
from wijkprofiel.domain.map_flaws import MapFlaw, MapRemark
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.regions import level_of
from wijkprofiel.sources.answers import OTHER_MAPS, about_map, place, readable
from wijkprofiel.sources.files import GEOMETRY
from wijkprofiel.sources.map_shapes import ShapeReader, is_no_land
from wijkprofiel.sources.plan import items_address, items_options
from wijkprofiel.sources.session import GuardedSession
from wijkprofiel.sources.tables import Roles, SourceTable, Topic

Feature = dict[str, Any]

_LAYOUT = 1
_CODE, _NAME, _GEMEENTE, _PEOPLE = "code", "naam", "gemeente", "inwoners"
_REMARKS = "opmerkingen"
"""Column of what was wrong with a shape: a piece that was kept tells it again."""


@dataclass(frozen=True)
class PdokMap:
    """The boundaries of one year; its pieces are the collections.

    Attributes:
        gemeente: code of the only gemeente to ask for; None for the country.
    """

    session: GuardedSession
    table: MapTable
    gemeente: str | None = None

    @property
    def id(self) -> str:
        """Name of the snapshot."""
        return self.table.id

    @property
    def modified(self) -> str:
        """PDOK does not tell when a map was changed; the year is in its address."""
        return str(self.table.jaar)

    @cached_property
    def request(self) -> str:
        """Hash of all that decides which areas come."""
        asked = {
            "layout": _LAYOUT,
            "table": self.table.model_dump(mode="json"),
            "gemeente": self.gemeente,
        }
        return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:16]

    @property
    def topics(self) -> tuple[Topic, ...]:
        """A map has no columns of figures."""
        return ()

    @property
    def warnings(self) -> Sequence[str]:
        """A map has all that is asked of it, or it is refused."""
        return ()

    @property
    def chunks(self) -> Sequence[MapCollection]:
        """The collections to fetch."""
        return self.table.map.collecties

    def size(self, _: MapCollection) -> int:
        """How many areas there are is not known before they are here."""
        return 0

    def description(self) -> dict[str, Any]:
        """There is no description to keep."""
        return {}

    def still_the_same(self) -> bool:
        """A map is a few pages; it does not change under our hands."""
        return True

    def fetch(self, chunk: MapCollection) -> pd.DataFrame:
        """All areas of a collection, checked.

        Raises:
            SourceUnreachableError, SourceChangedError: if they do not come whole.
        """
        reader = ShapeReader(lambda problem: self._no_map(chunk, problem))
        frames = [self._frame(page, grid, chunk, reader) for page, grid in self._pages(chunk)]
        found = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()
        if found.empty:
            raise self._changed(f"{chunk.collectie} is leeg", "`collecties`")
        found.index = pd.RangeIndex(1, len(found) + 1)
        found = reader.join(found, _CODE, _NAME, GEOMETRY)
        reader.check(len(found))
        remarks = {code: _kept(reader.remarks, code) for code in {r.code for r in reader.remarks}}
        found[GEOMETRY] = list(shapely.to_wkb(found[GEOMETRY].to_numpy()))
        found[_REMARKS] = found[_CODE].map(remarks)
        return found.sort_values(_CODE, ignore_index=True)

    def assemble(self, frames: Sequence[pd.DataFrame], retrieved_at: str) -> SourceTable:
        """The collections as one table with outlines."""
        rows = pd.concat(frames, ignore_index=True)
        remarks = rows.pop(_REMARKS) if _REMARKS in rows else pd.Series(index=rows.index)
        drawn = rows[rows[GEOMETRY].notna()]
        source, year = self.table.map, str(self.table.jaar)
        return SourceTable(
            id=self.id,
            origin=Origin(
                table=f"wijken-en-buurten-{year}",
                title=source.titel.replace("{jaar}", year),
                producer=source.producent.replace("{jaar}", year),
                short=source.kort.replace("{jaar}", year),
                division=self.table.jaar,
                modified=None,
                licence=source.licentie,
            ),
            rows=rows.drop(columns=GEOMETRY),
            roles=Roles(
                code=_CODE,
                name=_NAME,
                gemeente=_GEMEENTE,
                inhabitants=_PEOPLE,
                year=self.table.jaar,
            ),
            topics=(),
            url=items_address(self.table, source.collecties[-1]),
            retrieved_at=retrieved_at,
            request=self.request,
            modified_at=self.modified,
            gemeente=self.gemeente,
            outlines=drawn[[_CODE, _NAME, GEOMETRY]].rename(columns={_NAME: "name"}),
            map_remarks=tuple(
                MapRemark(MapFlaw(flaw), code, name, None if place is None else tuple(place))
                for code, name, said in zip(rows[_CODE], rows[_NAME], remarks, strict=True)
                for flaw, place in (json.loads(said) if isinstance(said, str) else ())
            ),
        )

    def _pages(self, chunk: MapCollection) -> Iterator[tuple[list[Feature], str | None]]:
        url: str | None = items_address(self.table, chunk)
        params: dict[str, str] | None = items_options(self.table, self.gemeente)
        with self.session.question():
            while url is not None:
                response = self._ask(url, params)
                content = self._content(response)
                yield content["features"], _said_grid(response)
                following = _next(content)
                url = None if following is None else urljoin(url, following)
                params = None

    def _ask(self, url: str, params: dict[str, str] | None) -> Response:
        """One page; what is wrong with it is told as of a map."""
        try:
            return self.session.ask(url, params)
        except (SourceUnreachableError, SourceChangedError) as error:
            raise about_map(self.id, self.table.jaar, error) from error

    def _content(self, response: Response) -> dict[str, Any]:
        try:
            content = json.loads(response.content)
        except ValueError as error:
            raise self._changed("geeft geen geldige JSON", None) from error
        features = content.get("features") if isinstance(content, dict) else None
        if not isinstance(features, list) or not all(isinstance(f, dict) for f in features):
            raise self._changed("geeft iets anders dan gebieden", "`pad`")
        return dict(content)

    def _frame(
        self,
        features: Sequence[Feature],
        grid: str | None,
        chunk: MapCollection,
        reader: ShapeReader,
    ) -> pd.DataFrame:
        land = [feature for feature in features if self._is_land(feature, chunk)]
        if not land:
            return pd.DataFrame()
        records = pd.DataFrame.from_records(
            [self._record(feature["properties"], chunk) for feature in land]
        )
        labels = list(zip(records[_CODE], records[_NAME], strict=True))
        shapes = reader.read([feature.get("geometry") for feature in land], labels, grid)
        return records.assign(**{GEOMETRY: pd.Series(shapes, dtype=object)})

    def _is_land(self, feature: Feature, chunk: MapCollection) -> bool:
        """Whether an area is more than water, and lies in the country; the map says which are."""
        said = feature.get("properties") or {}
        return not is_no_land(str(said.get(chunk.code)), said.get(self._water))

    @property
    def _water(self) -> str:
        return self.table.map.water

    def _record(self, properties: dict[str, Any], chunk: MapCollection) -> dict[str, str | None]:
        source = self.table.map
        for name in (chunk.code, chunk.naam, source.gemeente):
            if not isinstance(properties.get(name), str):
                raise self._changed(f"{chunk.collectie} mist het kenmerk {name}", "`collecties`")
        code = properties[chunk.code].strip()
        if level_of(code) is None:
            raise self._changed(
                f"{chunk.collectie} heeft de onbekende code {readable(code, 20)!r}", "`collecties`"
            )
        year = properties.get("jaar", self.table.jaar)
        if str(year) != str(self.table.jaar):
            raise self._changed(f"{chunk.collectie} is van {readable(str(year), 10)}", "`pad`")
        people = properties.get(source.inwoners)
        return {
            _CODE: code,
            _NAME: readable(properties[chunk.naam]),
            _GEMEENTE: readable(properties[source.gemeente]),
            _PEOPLE: None if people is None else str(people),
        }

    def _no_map(self, chunk: MapCollection, problem: str) -> SourceChangedError:
        return self._changed(f"{chunk.collectie}: {problem}", "`pad` of `stelsel`")

    def _changed(self, message: str, edit: str | None) -> SourceChangedError:
        first = place(items_address(self.table, self.table.map.collecties[0]))
        remedy = f"Pas {edit} aan bij `kaarten` in configs/bronnen.yaml."
        if edit is None:
            remedy = OTHER_MAPS
        return SourceChangedError(f"De kaart {self.id}: {message} ({first}).", remedy=remedy)


def _said_grid(response: Response) -> str | None:
    """The coordinate system that the answer names."""
    named = response.headers.get("content-crs")
    return None if named is None else str(named).strip("<> ")


def _kept(remarks: Iterable[MapRemark], code: str) -> str:
    """What was wrong with one area, to be kept with its row."""
    return json.dumps([(each.flaw, each.place) for each in remarks if each.code == code])


def _next(content: dict[str, Any]) -> str | None:
    links = content.get("links")
    for link in links if isinstance(links, list) else []:
        if isinstance(link, dict) and link.get("rel") == "next" and link.get("href"):
            return str(link["href"])
    return None

"""Boundaries of gemeenten, wijken and buurten from PDOK, as OGC API Features, page by page.

Shapes are asked for in the Dutch grid (EPSG:28992). A service that answers in degrees all the same
says so in a header; then they are converted. Areas of water only are left out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

import geopandas
import pandas as pd
import shapely
from requests import Response
from shapely.errors import GEOSException

from wijkprofiel.configuration.sources import MapCollection, MapTable
from wijkprofiel.domain.errors import SourceChangedError, SourceUnreachableError
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.regions import level_of
from wijkprofiel.sources.answers import OTHER_MAPS, about_map, place, readable
from wijkprofiel.sources.files import GEOMETRY
from wijkprofiel.sources.plan import items_address, items_options
from wijkprofiel.sources.session import GuardedSession
from wijkprofiel.sources.tables import Roles, SourceTable, Topic

Feature = dict[str, Any]

_GRID = "EPSG:28992"
_DEGREES = "OGC:CRS84"
_NETHERLANDS = shapely.box(0, 290_000, 300_000, 640_000)
"""The country lies within this on the Dutch grid."""

_DEGREES_AROUND = shapely.box(-180, -90, 180, 90)
_WATER = "JA"
_LAYOUT = 1
_SMALLEST = 1
"""Square metres; the smallest buurt is ten thousand times as large."""
_CODE, _NAME, _GEMEENTE, _PEOPLE = "code", "naam", "gemeente", "inwoners"


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
        frames = [self._frame(page, degrees, chunk) for page, degrees in self._pages(chunk)]
        found = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()
        if found.empty:
            raise self._changed(f"{chunk.collectie} is leeg", "`collecties`")
        if found[_CODE].duplicated().any():
            twice = found[_CODE][found[_CODE].duplicated()].iloc[0]
            raise self._changed(f"{chunk.collectie} heeft {twice} dubbel", None)
        return found.sort_values(_CODE, ignore_index=True)

    def assemble(self, frames: Sequence[pd.DataFrame], retrieved_at: str) -> SourceTable:
        """The collections as one table with outlines."""
        rows = pd.concat(frames, ignore_index=True)
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
            outlines=rows[[_CODE, _NAME, GEOMETRY]].rename(columns={_NAME: "name"}),
        )

    def _pages(self, chunk: MapCollection) -> Iterator[tuple[list[Feature], bool]]:
        url: str | None = items_address(self.table, chunk)
        params: dict[str, str] | None = items_options(self.table, self.gemeente)
        with self.session.question():
            while url is not None:
                response = self._ask(url, params)
                content = self._content(response)
                yield content["features"], _said_degrees(response)
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
        self, features: Sequence[Feature], degrees: bool, chunk: MapCollection
    ) -> pd.DataFrame:
        land = [f for f in features if (f.get("properties") or {}).get(self._water) != _WATER]
        if not land:
            return pd.DataFrame()
        records = [self._record(feature["properties"], chunk) for feature in land]
        shapes = self._shapes(land, degrees, chunk)
        return pd.DataFrame.from_records(records).assign(**{GEOMETRY: list(shapely.to_wkb(shapes))})

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

    def _shapes(self, features: Sequence[Feature], degrees: bool, chunk: MapCollection) -> Any:
        try:
            bare: list[Feature] = [
                {"geometry": f.get("geometry"), "properties": {}} for f in features
            ]
            frame = geopandas.GeoDataFrame.from_features(bare)
            degrees = degrees or _look_like_degrees(frame)
            frame = frame.set_crs(_DEGREES if degrees else _GRID).to_crs(_GRID)
        except (ValueError, TypeError, KeyError, AttributeError, GEOSException) as error:
            raise self._changed(f"{chunk.collectie} heeft onleesbare vormen", "`pad`") from error
        shapes = frame.geometry
        if shapes.isna().any() or not shapes.geom_type.isin({"Polygon", "MultiPolygon"}).all():
            raise self._changed(f"{chunk.collectie} heeft gebieden zonder vlak", "`collecties`")
        if not shapes.is_valid.all():
            shapes = shapes.make_valid()
        if not shapes.within(_NETHERLANDS).all():
            raise self._changed(
                f"{chunk.collectie} ligt niet in Nederland op het stelsel {_GRID}", "`stelsel`"
            )
        if (shapes.area < _SMALLEST).any():
            raise self._changed(f"{chunk.collectie} heeft gebieden zonder oppervlakte", "`pad`")
        return shapes.to_numpy()

    def _changed(self, message: str, edit: str | None) -> SourceChangedError:
        first = place(items_address(self.table, self.table.map.collecties[0]))
        remedy = f"Pas {edit} aan bij `kaarten` in configs/bronnen.yaml."
        if edit is None:
            remedy = OTHER_MAPS
        return SourceChangedError(f"De kaart {self.id}: {message} ({first}).", remedy=remedy)


def _said_degrees(response: Response) -> bool:
    """Whether the answer names another coordinate system than the Dutch grid."""
    return "28992" not in response.headers.get("content-crs", "28992")


def _look_like_degrees(frame: geopandas.GeoDataFrame) -> bool:
    """Metres on the Dutch grid are never this small: the answer is in degrees."""
    return bool(frame.geometry.within(_DEGREES_AROUND).all())


def _next(content: dict[str, Any]) -> str | None:
    links = content.get("links")
    for link in links if isinstance(links, list) else []:
        if isinstance(link, dict) and link.get("rel") == "next" and link.get("href"):
            return str(link["href"])
    return None

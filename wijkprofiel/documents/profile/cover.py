"""The cover: what the profile is of, and the map with what may be coloured on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wijkprofiel.configuration.texts import CoverTexts, Texts
from wijkprofiel.documents.profile.pages import Cover
from wijkprofiel.domain.names import is_unnamed
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.outlines import GemeenteMap, OutlineMatch
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.words.formatting import Notation


@dataclass(frozen=True, slots=True)
class Coloured:
    """Which outline is coloured, and the note that has to stand under the map."""

    code: str | None
    note: str


@dataclass(frozen=True, slots=True)
class CoverMaker:
    """Makes the cover of one region.

    Attributes:
        wijk: the wijk that a profiled buurt lies in.
        boundary_changes: per table the land area (ha) of the region here and there.
        map: outlines of the gemeente; None if the edition has none.
        origins: the tables behind the figures, by key.
    """

    texts: Texts
    region: Region
    wijk: Region | None
    gemeente: Region | None
    map: GemeenteMap | None
    boundary_changes: dict[str, tuple[int, int]]
    origins: dict[str, Origin]
    wishes: Wishes

    @property
    def _notation(self) -> Notation:
        return Notation.of(self.texts)

    @property
    def _cover(self) -> CoverTexts:
        return self.texts.omslag

    def cover(self) -> Cover:
        """The cover; without a map where no outline fits the region's gemeente."""
        coloured = self._coloured()
        return Cover(
            kicker=self._cover.aanhef,
            title=self.wishes.title or self._title(),
            subtitle=self._subtitle(),
            figures=self._cover.cijfers.format(
                bronnen="; ".join(sorted({origin.short for origin in self.origins.values()}))
            ),
            map=None if coloured is None else self.map,
            map_code=None if coloured is None else coloured.code,
            map_note=self._note(coloured),
            map_text=self._map_text(coloured),
            details=tuple(self._details()),
        )

    def _title(self) -> str:
        """The name; a number says nothing without its gemeente (`Wijk 00 Ameland`)."""
        name = self.region.name
        return f"{name} {self.region.gemeente_name}" if is_unnamed(name) else name

    def _details(self) -> Iterator[tuple[str, str]]:
        if meeting := self.wishes.meeting:
            text = meeting.aanleiding
            if meeting.datum is not None:
                day = self._notation.long_date(meeting.datum.isoformat())
                text = self._cover.op.format(aanleiding=text, datum=day)
            yield self._cover.bijeenkomst, _joined(text, meeting.plaats)
        if self.wishes.makers:
            yield self._cover.makers, self._notation.enumeration(self.wishes.makers)
        if contact := self.wishes.contact:
            parts = (contact.naam, contact.organisatie, contact.email, contact.telefoon)
            yield self._cover.contact, _joined(*parts)

    def _subtitle(self) -> str:
        gemeente = self.region.gemeente_name
        match self.region.level:
            case RegionLevel.BUURT:
                wijk = _without_level(self.wijk) if self.wijk else ""
                return self._cover.buurt.format(wijk=wijk, gemeente=gemeente)
            case RegionLevel.WIJK:
                return self._cover.wijk.format(gemeente=gemeente)
            case RegionLevel.GEMEENTE:
                return self._cover.gemeente
            case RegionLevel.LAND:
                return self._cover.land

    def _coloured(self) -> Coloured | None:
        """The wijk if its outline is still of the same area, else the whole gemeente."""
        if self.map is None or self.map.outer_match is OutlineMatch.NO_OUTLINE:
            return None
        if self.region.level is RegionLevel.GEMEENTE:
            return Coloured(self.map.outer.code, self._cover.grenzen.format(jaar=self.map.year))
        shown = self.wijk or self.region
        match = self.map.matches.get(shown.code, OutlineMatch.NO_OUTLINE)
        note = self._wijk_note(self.map, shown, match)
        if match in (OutlineMatch.SAME, OutlineMatch.BOUNDARY_CHANGED):
            if self.wijk is not None:
                note = f"{note} {self._cover.buurt_in_wijk.format(wijk=_without_level(self.wijk))}"
            return Coloured(shown.code, note)
        return Coloured(self.map.outer.code, note)

    def _wijk_note(self, drawn: GemeenteMap, shown: Region, match: OutlineMatch) -> str:
        if match is OutlineMatch.BOUNDARY_CHANGED and (areas := self._areas(drawn.year)):
            return self._cover.grens_gewijzigd.format(
                jaar=drawn.year,
                indeling=self.region.division,
                hier=self._notation.number(areas[0]),
                daar=self._notation.number(areas[1]),
            )
        if match is OutlineMatch.OTHER_AREA:
            return self._cover.ander_gebied.format(jaar=drawn.year, gebied=shown.name)
        if match is OutlineMatch.NO_OUTLINE:
            return self._cover.geen_omtrek.format(jaar=drawn.year, gebied=shown.name)
        return self._cover.grenzen.format(jaar=drawn.year)

    def _areas(self, year: int) -> tuple[int, int] | None:
        """Land area here and on the map's division, where a table of that year says so."""
        for key, areas in self.boundary_changes.items():
            if self.origins[key].division == year:
                return areas
        return None

    def _note(self, coloured: Coloured | None) -> str | None:
        if coloured is not None:
            return coloured.note
        if self.gemeente is None:
            return None
        year = self.map.year if self.map else self.region.division
        return self._cover.geen_kaart.format(jaar=year, indeling=self.region.division)

    def _map_text(self, coloured: Coloured | None) -> str:
        texts = self.texts.plaatje
        if coloured is None or self.map is None or coloured.code == self.map.outer.code:
            return texts.kaart_gemeente.format(gemeente=self.region.gemeente_name)
        shown = self.wijk or self.region
        return texts.kaart.format(gemeente=self.region.gemeente_name, gebied=shown.name)


def _without_level(wijk: Region) -> str:
    """The name behind the word "wijk", which some names start with: `Wijk 1 Binnenstad`."""
    return re.sub(r"^wijk\s+(?=\S)", "", wijk.name, flags=re.IGNORECASE)


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)

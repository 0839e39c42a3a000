"""The map of where an area lies: which outline may be coloured, and what stands under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from wijkprofiel.configuration.cover_texts import CoverTexts
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.outlines import GemeenteMap, Outline, OutlineMatch, side_by_side
from wijkprofiel.domain.regions import Region
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.words.wording import Wording

USABLE = (OutlineMatch.SAME, OutlineMatch.BOUNDARY_CHANGED)


@dataclass(frozen=True, slots=True)
class Locator:
    """A map of the gemeente with the area in it.

    Attributes:
        map: None where no outline fits the gemeente; then the note says why.
        code: the outline that is coloured, of the wijk or of the gemeente itself; None where the
            area has none, and so nothing is coloured.
        note: what has to stand under the map, or instead of it.
        text: everything the picture says, in words.
        members: the outlines that are coloured of a werkgebied; then `code` is None.
    """

    map: GemeenteMap | None
    code: str | None
    note: str | None
    text: str
    members: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Every outline that is coloured."""
        return self.members if self.code is None else (self.code,)


@dataclass(frozen=True, slots=True)
class _Coloured:
    code: str | None
    note: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class LocatorMaker:
    """Makes the map of one area.

    Attributes:
        origins: the tables behind the figures, by key.
    """

    wording: Wording
    found: AreaFindings
    origins: Mapping[str, Origin]

    def locator(self) -> Locator:
        """The map; without outlines where none fits the area's gemeente."""
        coloured = self._coloured()
        return Locator(
            map=None if coloured is None else self._drawn,
            code=None if coloured is None else coloured.code,
            note=self._note(coloured),
            text=self._text(coloured),
            members=() if coloured is None else coloured.members,
        )

    @property
    def _texts(self) -> Texts:
        return self.wording.texts

    @property
    def _words(self) -> CoverTexts:
        return self._texts.omslag

    @property
    def _shown(self) -> Area:
        """What is coloured: a buurt has no outline of its own here, its wijk has."""
        return self.found.wijk or self.found.area

    @property
    def _name(self) -> str:
        return self.wording.names.of(self._shown)

    @cached_property
    def _drawn(self) -> GemeenteMap | None:
        """The map of its gemeente, or of all the gemeenten that it lies in."""
        one = self.found.map
        drawn = self.found.maps if one is None else (one,)
        return side_by_side([self._named(each) for each in drawn])

    def _named(self, drawn: GemeenteMap) -> GemeenteMap:
        """The map with the printed names of its wijken."""
        names, home = self.wording.names, drawn.outer.name

        def printed(shape: Outline) -> Outline:
            return replace(shape, name=names.of(Area.of(_region_of(shape, home, drawn.year))))

        return replace(
            drawn,
            wijken=tuple(map(printed, drawn.wijken)),
            buurten=tuple(map(printed, drawn.buurten)),
        )

    def _coloured(self) -> _Coloured | None:
        """The gemeente, or the wijk if its outline is still of the same area."""
        drawn, area = self._drawn, self.found.area
        if drawn is None or drawn.outer_match is OutlineMatch.NO_OUTLINE:
            return None
        if area.kind is AreaKind.GEMEENTE:
            return _Coloured(drawn.outer.code, self._words.grenzen.format(jaar=drawn.year))
        if area.is_union and (self.found.wijk is None or self._has_outlines(drawn)):
            return self._members(drawn)
        match = drawn.matches.get(self._shown.code, OutlineMatch.NO_OUTLINE)
        note = self._wijk_note(drawn, match)
        if match in USABLE:
            if self.found.wijk is not None:
                words = self._words
                inside = words.werkgebied_in_wijk if area.is_union else words.buurt_in_wijk
                note = f"{note} {inside.format(wijk=self._name)}"
            return _Coloured(self._shown.code, note)
        return _Coloured(None, note)

    def _has_outlines(self, drawn: GemeenteMap) -> bool:
        """Whether all of a werkgebied inside one wijk can be coloured itself."""
        return all(drawn.matches.get(each.code) in USABLE for each in self.found.area.members)

    def _members(self, drawn: GemeenteMap) -> _Coloured:
        """The members that still are the same area; a buurt is drawn where its outline is known."""
        words, names = self._words, self.wording.names
        usable: list[Area] = []
        missing: list[Area] = []
        for part in self.found.area.parts:
            match = drawn.matches.get(part.code, OutlineMatch.NO_OUTLINE)
            (usable if match in USABLE else missing).append(part)
        if not usable:
            return _Coloured(None, words.geen_delen.format(jaar=drawn.year, gebied=self._name))
        note = words.grenzen.format(jaar=drawn.year)
        if missing:
            listed = self.wording.notation.enumeration(names.apart(missing))
            note = f"{note} {words.delen_zonder_omtrek.format(delen=listed)}"
        return _Coloured(None, note, tuple(part.code for part in usable))

    def _wijk_note(self, drawn: GemeenteMap, match: OutlineMatch) -> str:
        words, name, notation = self._words, self._name, self.wording.notation
        if match is OutlineMatch.BOUNDARY_CHANGED and (areas := self._areas(drawn.year)):
            return words.grens_gewijzigd.format(
                jaar=drawn.year,
                indeling=self.found.area.division,
                hier=notation.number(areas[0]),
                daar=notation.number(areas[1]),
            )
        if match is OutlineMatch.OTHER_AREA:
            return words.ander_gebied.format(jaar=drawn.year, gebied=name)
        if match is OutlineMatch.NO_OUTLINE:
            return words.geen_omtrek.format(jaar=drawn.year, gebied=name)
        return words.grenzen.format(jaar=drawn.year)

    def _areas(self, year: int) -> tuple[int, int] | None:
        """Land area here and on the map's division, where a table of that year says so."""
        for key, areas in self.found.boundary_changes.items():
            if self.origins[key].division == year:
                return areas
        return None

    def _note(self, coloured: _Coloured | None) -> str | None:
        if coloured is not None:
            return coloured.note
        if self.found.homes is None:
            return None
        if self._drawn is None:
            return self._words.zonder_kaart
        return self._words.geen_kaart.format(
            jaar=self._drawn.year, indeling=self.found.area.division
        )

    def _text(self, coloured: _Coloured | None) -> str:
        texts, drawn = self._texts.plaatje, self._drawn
        gemeente = self.wording.names.gemeente_of(self.found.area)
        if coloured is None or drawn is None:
            return texts.kaart_gemeente.format(gemeente=gemeente)
        if not coloured.members and coloured.code in (None, drawn.outer.code):
            return texts.kaart_gemeente.format(gemeente=gemeente)
        name = self.wording.area if coloured.members else self._name
        return texts.kaart.format(gemeente=gemeente, gebied=name)


def _region_of(shape: Outline, gemeente: str, year: int) -> Region:
    return Region(shape.code, year, shape.name, shape.name, gemeente)

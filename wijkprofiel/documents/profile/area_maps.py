"""Where an area lies: among its named neighbours, and its parts with their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wijkprofiel.charts.data import NamedMap
from wijkprofiel.configuration.resident_texts import ResidentMapTexts
from wijkprofiel.documents.locator import USABLE, Locator
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.names import short_name
from wijkprofiel.domain.neighbours import neighbours
from wijkprofiel.domain.outlines import GemeenteMap, Outline, WijkMap
from wijkprofiel.domain.regions import wijk_code_of
from wijkprofiel.words.formatting import Notation
from wijkprofiel.words.part_names import part_names
from wijkprofiel.words.wording import Wording

_MOST_NUMBERS = 40
"""Areas on a map of which the nameless ones get a number: more make a list that nobody reads."""


@dataclass(frozen=True, slots=True)
class AreaMap:
    """A map with its heading.

    Attributes:
        text: what it shows, as a sentence under it; None where the names on it are all there is.
        note: of which year the borders are, and what changed since.
    """

    heading: str
    map: NamedMap
    text: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class AreaMapMaker:
    """Makes the maps of one area.

    Attributes:
        wijk: the wijk that a buurt lies in.
        locator: outlines of its gemeente by their printed names, which of them may stand for the
            area, and what has to be said of it.
        wijk_map: outlines of the buurten of (the wijk of) the area; None where there are none.
    """

    wording: Wording
    area: Area
    wijk: Area | None
    locator: Locator
    wijk_map: WijkMap | None

    def maps(self) -> Iterator[AreaMap]:
        """The maps that there are outlines for."""
        drawn = self.locator.map
        if drawn is not None and len(drawn.wijken) > 1:
            if self.area.kind is AreaKind.GEMEENTE:
                yield self._wijken(drawn)
            elif self.locator.members:
                yield self._neighbours(drawn, self.locator.members)
            elif self.locator.code in {each.code for each in drawn.wijken}:
                yield self._neighbours(drawn, (self._shown.code,))
        if self.wijk_map is not None and self.wijk_map.outer_match in USABLE:
            yield self._buurten(self.wijk_map)

    @property
    def _texts(self) -> ResidentMapTexts:
        return self.wording.texts.wie_wonen_hier.kaarten

    @property
    def _notation(self) -> Notation:
        return self.wording.notation

    @property
    def _shown(self) -> Area:
        """What has an outline: a buurt has none on the map of its gemeente, its wijk has."""
        return self.wijk or self.area

    @property
    def _name(self) -> str:
        return self.wording.names.of(self._shown)

    def _wijken(self, drawn: GemeenteMap) -> AreaMap:
        text = self._texts.kaart_wijken.format(
            gebied=self.wording.area, aantal=self._notation.number(len(drawn.wijken))
        )
        return AreaMap(
            heading=self._texts.wijken.format(gebied=self.wording.area),
            map=NamedMap(
                outlines=drawn.wijken,
                chosen=None,
                named=tuple(each.code for each in drawn.wijken),
                names=names_of(drawn.wijken),
                text=text,
                numbers=len(drawn.wijken) <= _MOST_NUMBERS,
            ),
            text=None,
            note=self.locator.note,
        )

    def _neighbours(self, drawn: GemeenteMap, codes: tuple[str, ...]) -> AreaMap:
        around = {wijk_code_of(code) for code in codes}  # of buurten that are laid over the map
        found = {each.code for code in codes for each in neighbours(drawn.wijken, code)} | around
        near = [each for each in drawn.wijken if each.code in found and each.code not in codes]
        members = self.locator.members
        names = names_of(drawn.wijken) | names_of(drawn.buurten)
        name = self.wording.area if members else self._name
        said = {"gebied": name, "gemeente": self.wording.names.gemeente_of(self.area)}
        beside = sorted((names[each.code] for each in near), key=str.casefold)
        text: str | None = self._texts.geen_buren.format(**said)
        if (members and len(members) < len(self.area.members)) or around != {None}:
            text = None  # what is not coloured may lie beside it, or be part of what is
        elif beside:
            text = self._texts.buren.format(**said, namen=self._notation.enumeration(beside))
        return AreaMap(
            heading=self._texts.ligging.format(**said),
            map=NamedMap(
                outlines=(*drawn.wijken, *(each for each in drawn.buurten if each.code in members)),
                chosen=None if members else codes[0],
                named=tuple(each.code for each in near),
                names=names if members else names | {codes[0]: name},
                text=self.locator.text,
                members=members,
                together=name if members else "",
            ),
            text=text,
            note=self.locator.note,
        )

    def _buurten(self, drawn: WijkMap) -> AreaMap:
        names = names_of(drawn.buurten)
        chosen, members = self._chosen_buurt(drawn), self._members(drawn)
        listed = self._notation.enumeration(sorted(names.values(), key=str.casefold))
        text = self._texts.kaart_buurten.format(
            gebied=self._name, aantal=self._notation.number(len(drawn.buurten)), namen=listed
        )
        if chosen is not None or members:
            text = f"{text} {self._texts.gekleurd.format(gebied=self.wording.area)}"
        return AreaMap(
            heading=self._texts.buurten.format(gebied=self._name),
            map=NamedMap(
                outlines=drawn.buurten,
                chosen=chosen,
                named=tuple(names),
                names=names,
                text=text,
                members=members,
                together=self.wording.area if members else "",
            ),
            text=None,
            note=self.wording.texts.omslag.grenzen.format(jaar=drawn.year),
        )

    def _members(self, drawn: WijkMap) -> tuple[str, ...]:
        """The buurten of a werkgebied, if the outline of each is still of the same area."""
        if not self.area.is_union:
            return ()
        codes = tuple(each.code for each in self.area.members)
        return codes if all(drawn.matches.get(code) in USABLE for code in codes) else ()

    def _chosen_buurt(self, drawn: WijkMap) -> str | None:
        """The buurt itself, if its outline is still of the same area."""
        if self.area.kind is not AreaKind.BUURT:
            return None
        return self.area.code if drawn.matches.get(self.area.code) in USABLE else None


def names_of(outlines: Sequence[Outline]) -> dict[str, str]:
    """What each outline is called beside the others, by its code."""
    names = part_names([short_name(each.name) for each in outlines])
    return dict(zip((each.code for each in outlines), names, strict=True))

"""From what a person types to an area: a code, a name or an alias."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from wijkprofiel.areas.composed_search import ComposedAreas
from wijkprofiel.areas.elsewhere import Elsewhere, WhatHappened
from wijkprofiel.areas.told import by_code, described
from wijkprofiel.areas.work_areas import WorkAreas, as_record, as_whole
from wijkprofiel.configuration.aliases import Aliases
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import (
    AmbiguousRegionError,
    RegionError,
    WayToChoose,
)
from wijkprofiel.domain.names import search_key, without_gemeente
from wijkprofiel.domain.regions import Region, RegionLevel, level_of
from wijkprofiel.edition.reader import Edition

_SUGGESTIONS = 8
_MOST_HOMES = 4
_LEVEL_ORDER = [RegionLevel.WIJK, RegionLevel.BUURT, RegionLevel.GEMEENTE, RegionLevel.LAND]


@dataclass(frozen=True, slots=True)
class AreaSearch:
    """Finds areas of one edition."""

    edition: Edition
    aliases: Aliases
    work_areas: WorkAreas | None = None
    elsewhere: Elsewhere | None = None

    def find_area(self, text: str, *gemeenten: str) -> Area:
        """The one area that a name, code or alias stands for; also a werkgebied.

        Raises:
            RegionError, AmbiguousRegionError: as `find`, and where a werkgebied has the name of an
                area elsewhere.
            ConfigurationError: if it is a werkgebied that does not fit the edition.
        """
        name = self._work_area(text, gemeenten)
        if name is None or self.work_areas is None:
            return self._region_or_composed(text, gemeenten)
        homes, named = self.work_areas.homes(name), self.edition.named(search_key(text))
        codes = {home.code for home in homes}
        others = [each for each in named if homes and each.gemeente_code not in codes]
        if others and not gemeenten:
            where = " en ".join(home.name for home in homes)
            raise RegionError(
                f"{name} is een werkgebied in {where}, en zo heet ook {described(others[0])}.",
                remedy="Noem de gemeente met --gemeente NAAM, of geef de code.",
            )
        return self.work_areas.of(name)

    def _region_or_composed(self, text: str, gemeenten: Sequence[str]) -> Area:
        """A region, or else the GGD region or province that is called so in full."""
        try:
            return Area.of(self.find(text, *gemeenten))
        except AmbiguousRegionError:
            raise
        except RegionError:
            found = [] if gemeenten else self.composed.called(text)
            if len(found) != 1:
                raise
            return found[0]

    @property
    def composed(self) -> ComposedAreas:
        """The GGD regions and provinces of the edition."""
        return ComposedAreas(self.edition)

    def said_of(self, text: str, area: Area) -> tuple[str, ...]:
        """What whoever typed a name has to know of the area that was found by it."""
        name = None if area.is_union else self._work_area(text)
        return () if name is None or self._exact(text) else as_whole(name, area)

    def work_areas_in(self, gemeenten: Sequence[str] = ()) -> list[Area]:
        """Every werkgebied of the edition's division, in these gemeenten or everywhere."""
        if self.work_areas is None:
            return []
        homes = {area.code for area in self.gemeenten(gemeenten)}
        return [
            each
            for each in self.work_areas.all()
            if not homes or any(part.gemeente_code in homes for part in each.per_gemeente)
        ]

    def work_area(self, name: str) -> Area:
        """One of them; see `WorkAreas.of`."""
        assert self.work_areas is not None  # whoever knows a name has them
        return self.work_areas.of(name)

    def work_area_names(self, gemeenten: Sequence[str] = ()) -> list[str]:
        """The names of the same, also of those that do not fit the edition."""
        if self.work_areas is None:
            return []
        homes = {area.code for area in self.gemeenten(gemeenten)}
        found = ((name, self.work_areas.homes(name)) for name in self.work_areas.names())
        return [name for name, own in found if not homes or any(home.code in homes for home in own)]

    def _work_area(self, text: str, gemeenten: Sequence[str] = ()) -> str | None:
        """The name of the werkgebied that is meant."""
        name = None if self.work_areas is None else self.work_areas.named(text)
        if name is None or self.work_areas is None or not gemeenten:
            return name
        homes, codes = (
            self.work_areas.homes(name),
            {each.code for each in self.gemeenten(gemeenten)},
        )
        return name if not homes or any(home.code in codes for home in homes) else None

    def find(self, text: str, *gemeenten: str) -> Region:
        """The one area that a name, code or alias stands for.

        Args:
            text: what the user typed.
            gemeenten: names, codes or aliases of the gemeenten to look in; without, everywhere.

        Raises:
            RegionError: if nothing fits; the nearest names are in the message.
            AmbiguousRegionError: if several areas fit; they are on the error.
        """
        scope = self.gemeenten(gemeenten)
        exact, barely = self._exact(text, scope), self._barely(text, scope)
        found = sorted([*exact, *barely], key=_by_level)
        if not found:
            raise self._unknown(text, scope)
        one = _chosen(exact, barely)
        if one is None:
            raise self._ambiguous(text, exact, barely, found)
        return one

    def _ambiguous(
        self, text: str, exact: list[Region], barely: list[Region], found: list[Region]
    ) -> AmbiguousRegionError:
        """Several areas; where people mean them together, how to make them one."""
        error = AmbiguousRegionError(text, found, _way_to_choose(exact, barely))
        meant = set(self._alias_codes(search_key(text)))
        if len(meant) > 1 and meant == {area.code for area in found}:
            error.together = text.strip()
            record = as_record(error.together, by_code(found))
            error.remedy = (
                "Geef één code. Of maak er een werkgebied van: zet dit in een bestand in de map"
                f" gebieden van uw configuratie.\n\n{record}"
            )
        return error

    def gemeenten(self, texts: Sequence[str]) -> list[Region]:
        """The gemeenten that names, codes or aliases stand for, each once.

        Raises:
            RegionError: if there is no such gemeente, or more than one.
        """
        return list({area.code: area for area in map(self.gemeente, texts)}.values())

    def is_clear(self, area: Area) -> bool:
        """Whether its name and that of its gemeente are enough to find an area."""
        try:
            codes = (part.gemeente_code for part in area.per_gemeente)
            return self.find_area(area.name, *filter(None, codes)) == area
        except RegionError:
            return False

    def gemeente(self, text: str) -> Region:
        """The gemeente that a name, code or alias stands for.

        Raises:
            RegionError: if there is no such gemeente.
            AmbiguousRegionError: if several bear the name, such as Bergen.
        """
        found = _gemeenten_among(self._exact(text)) or _gemeenten_among(self._barely(text))
        found = found or _gemeenten_among(self._exact(without_gemeente(text)))
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousRegionError(text, found, WayToChoose.FULL_NAME)
        if (told := self.told(text)) is not None:
            raise RegionError(f"{told.message} {self._ours}".strip(), remedy=told.remedy)
        known = [area.name for area in self.edition.regions(RegionLevel.GEMEENTE)]
        near = get_close_matches(text, known, n=3, cutoff=0.6)
        hint = f" Bedoelde u {' of '.join(near)}?" if near else ""
        raise RegionError(
            f"Er is geen gemeente '{text}' in editie {self.edition.info.id}.{hint}",
            remedy="Gebruik de naam of de code (GM…); zie `wijkprofiel areas list`.",
        )

    def search(self, text: str, *gemeenten: str) -> list[Area]:
        """Areas that fit what was typed, the best first: whole names, then parts of names."""
        key = search_key(text)
        own = [
            each
            for each in self.work_areas_in(gemeenten)
            if (len(key) > 1 and key in search_key(each.name)) or text.strip() == each.code
        ]
        first = [each for each in own if search_key(each.name) == key]
        regions = map(Area.of, self._regions(text, gemeenten))
        composed = [] if gemeenten else self.composed.search(text)
        return [*first, *regions, *(each for each in own if each not in first), *composed]

    def _regions(self, text: str, gemeenten: Sequence[str]) -> list[Region]:
        scope = self.gemeenten(gemeenten)
        exact = [*self._exact(text, scope), *self._barely(text, scope)]
        seen = {area.code for area in exact}
        partly = [area for area in self._containing(text, scope) if area.code not in seen]
        return [*exact, *partly]

    def told(self, text: str) -> WhatHappened | None:
        """What happened to a gemeente or code that is not in this edition; None if nothing did."""
        if self.elsewhere is None or self._exact(text):
            return None
        return self.elsewhere.told(text)

    @property
    def _ours(self) -> str:
        return "" if self.elsewhere is None else self.elsewhere.ours

    def knows(self, text: str) -> bool:
        """Whether there is any area of this name, code or alias."""
        return self._work_area(text) is not None or bool(self._exact(text))

    def is_gemeente(self, text: str) -> bool:
        """Whether there is any gemeente of this name, code or alias."""
        return bool(_gemeenten_among([*self._exact(text), *self._barely(text)]))

    def may_be(self, text: str, area: Region) -> bool:
        """Whether a name may be that of an area, of what it lies in or of a part of it.

        A name that nobody bears may be any: spelt otherwise, or of another year.
        """
        named = [*self._exact(text), *self._barely(text)]
        return not named or any(
            each == area or _lies_in(each, area) or _lies_in(area, each) for each in named
        )

    def _exact(self, text: str, scope: Sequence[Region] = ()) -> list[Region]:
        code = text.strip().upper()
        if level_of(code) is not None:
            area = self.edition.region(code)
            return _within([area] if area else [], scope)
        key = search_key(text)
        found = {area.code: area for area in self.edition.named(key)}
        for alias_code in self._alias_codes(key):
            if (area := self.edition.region(alias_code)) is not None:
                found.setdefault(area.code, area)
        return _within(sorted(found.values(), key=_by_level), scope)

    def _barely(self, text: str, scope: Sequence[Region] = ()) -> list[Region]:
        """Areas that bear this name with something added to it, such as `Bergen (NH.)`."""
        if level_of(text.strip().upper()) is not None:
            return []
        key = search_key(text)
        named = {area.code for area in self.edition.named(key)}
        found = [area for area in self.edition.named_barely(key) if area.code not in named]
        return _within(sorted(found, key=_by_level), scope)

    def _alias_codes(self, key: str) -> Iterable[str]:
        for name, official in self.aliases.gemeenten.items():
            if search_key(name) == key and level_of(official) is not None:
                yield official
            elif search_key(name) == key:
                named = self.edition.named(search_key(official))
                yield from (area.code for area in named if area.level is RegionLevel.GEMEENTE)
        for name, alias in self.aliases.wijken.items():
            # Codes are re-used for other areas: an alias holds for the division it was made for.
            if search_key(name) == key and alias.indeling == self.edition.info.division:
                yield from alias.codes

    def _containing(self, text: str, scope: Sequence[Region]) -> list[Region]:
        key = search_key(text)
        if len(key) < 2:
            return []
        codes = sorted({code for name, code in self.edition.names() if key in name})
        areas = [area for code in codes if (area := self.edition.region(code)) is not None]
        return _within(sorted(areas, key=_by_level), scope)

    def _unknown(self, text: str, scope: Sequence[Region]) -> RegionError:
        where = f" in {_homes(scope)}" if scope else ""
        code = text.strip().upper()
        edition = f"editie {self.edition.info.id}"
        if level_of(code) is not None:
            division = self.edition.info.division
            message = f"De code {code} komt niet voor{where} in {edition} (indeling {division})."
            near = list[Region]()
        else:
            message = f"Er is geen gebied '{text}'{where} in {edition}."
            near = self._near(text, scope)
        if (told := self.told(text)) is not None:
            is_code = level_of(code) is not None
            said = f"{message} {told.message}" if is_code else f"{told.message} {self._ours}"
            return RegionError(said.strip(), remedy=told.remedy)
        known = self._exact(text) if scope and not near else []
        elsewhere = known[:_SUGGESTIONS]
        message += _listed("Bedoelde u:", near) + _listed("Wel in een andere gemeente:", elsewhere)
        return RegionError(message, remedy=_advice(code, elsewhere))

    def _near(self, text: str, scope: Sequence[Region]) -> list[Region]:
        part = self._containing(text, scope)
        if part:
            return part[:_SUGGESTIONS]
        names: dict[str, list[str]] = {}
        for name, code in self.edition.names():
            names.setdefault(name, []).append(code)
        close = get_close_matches(search_key(text), list(names), n=_SUGGESTIONS, cutoff=0.7)
        areas = [self.edition.region(code) for name in close for code in names[name]]
        return _within([area for area in areas if area is not None], scope)[:_SUGGESTIONS]


def _homes(scope: Sequence[Region]) -> str:
    """Where was looked; of many gemeenten only how many."""
    if len(scope) > _MOST_HOMES:
        return f"deze {len(scope)} gemeenten"
    return " of ".join(home.name for home in scope)


def _listed(heading: str, areas: list[Region]) -> str:
    lines = (heading, *(f"  {described(area)}" for area in areas))
    return "\n" + "\n".join(lines) if areas else ""


def _advice(code: str, elsewhere: list[Region]) -> str:
    if elsewhere:
        return (
            "Noem de gemeente waarin het ligt, of geef de code zonder gemeente, zoals"
            f" {elsewhere[0].code}."
        )
    if level_of(code) is not None:
        return "Zoek op naam: `wijkprofiel areas search NAAM`."
    return "Zoek met `wijkprofiel areas search NAAM`, of geef de code (WK…, BU…, GM…)."


def _by_level(area: Region) -> tuple[int, str]:
    return _LEVEL_ORDER.index(area.level), area.code


def _within(areas: list[Region], scope: Sequence[Region]) -> list[Region]:
    if not scope:
        return areas
    codes = {home.code for home in scope}
    return [area for area in areas if area.gemeente_code in codes]


def _gemeenten_among(areas: list[Region]) -> list[Region]:
    return [area for area in areas if area.level is RegionLevel.GEMEENTE]


def _lies_in(area: Region, whole: Region) -> bool:
    return whole.code in (area.gemeente_code, area.wijk_code)


def _way_to_choose(exact: list[Region], barely: list[Region]) -> WayToChoose:
    """Whether naming a gemeente leaves one area of these: always, never or sometimes."""
    alone = set()
    for home in {area.gemeente_code for area in (*exact, *barely)}:
        inside = [[a for a in areas if a.gemeente_code == home] for areas in (exact, barely)]
        alone.add(_chosen(*inside) is not None)
    if alone == {False}:
        return WayToChoose.CODE
    return WayToChoose.GEMEENTE if alone == {True} else WayToChoose.EITHER


def _chosen(exact: list[Region], barely: list[Region]) -> Region | None:
    """The one area that is meant, of those that are called so and those of a longer name.

    A longer name may be meant as well, unless it lies inside what is called exactly so.
    """
    one = _the_one_among(exact or barely)
    if one is None or not exact or all(_lies_in(area, one) for area in barely):
        return one
    return None


def _the_one_among(areas: list[Region]) -> Region | None:
    """The only area; of several the only wijk, if all the others contain it or lie in it.

    Ameland is a gemeente and its only wijk, and a wijk often has a buurt of its own name: who asks
    for a wijkprofiel means the wijk. Two different places are never chosen between.
    """
    if len(areas) == 1:
        return areas[0]
    wijken = [area for area in areas if area.level is RegionLevel.WIJK]
    if len(wijken) != 1:
        return None
    wijk = wijken[0]
    nested = all(area == wijk or _lies_in(area, wijk) or _lies_in(wijk, area) for area in areas)
    return wijk if nested else None

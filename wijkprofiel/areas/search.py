"""From what a person types to an area: a code, a name or an alias."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from wijkprofiel.configuration.aliases import Aliases
from wijkprofiel.domain.errors import AmbiguousRegionError, RegionError, WijkprofielError
from wijkprofiel.domain.names import search_key
from wijkprofiel.domain.regions import Region, RegionLevel, level_of
from wijkprofiel.edition.reader import Edition

_SUGGESTIONS = 8
_ON_ONE_LINE = 3
_LEVEL_ORDER = [RegionLevel.WIJK, RegionLevel.BUURT, RegionLevel.GEMEENTE, RegionLevel.LAND]


@dataclass(frozen=True, slots=True)
class AreaSearch:
    """Finds areas of one edition."""

    edition: Edition
    aliases: Aliases

    def find(self, text: str, gemeente: str | None = None) -> Region:
        """The one area that a name, code or alias stands for.

        Args:
            text: what the user typed.
            gemeente: name, code or alias of the gemeente to look in.

        Raises:
            RegionError: if nothing fits; the nearest names are in the message.
            AmbiguousRegionError: if several areas fit; they are on the error.
        """
        scope = None if gemeente is None else self.gemeente(gemeente)
        found = self._exact(text, scope)
        if not found:
            raise self._unknown(text, scope)
        if len(found) > 1 and (one := _the_wijk_among(found)) is not None:
            return one
        if len(found) > 1:
            raise AmbiguousRegionError(text, found)
        return found[0]

    def gemeente(self, text: str) -> Region:
        """The gemeente that a name, code or alias stands for.

        Raises:
            RegionError: if there is no such gemeente.
        """
        found = [area for area in self._exact(text, None) if area.level is RegionLevel.GEMEENTE]
        if len(found) == 1:
            return found[0]
        known = [area.name for area in self.edition.regions(RegionLevel.GEMEENTE)]
        near = get_close_matches(text, known, n=3, cutoff=0.6)
        hint = f" Bedoelde u {' of '.join(near)}?" if near else ""
        raise RegionError(
            f"Er is geen gemeente '{text}' in editie {self.edition.info.id}.{hint}",
            remedy="Gebruik de naam of de code (GM…); zie `wijkprofiel areas list`.",
        )

    def search(self, text: str, gemeente: str | None = None) -> list[Region]:
        """Areas that fit what was typed, the best first: whole names, then parts of names."""
        scope = None if gemeente is None else self.gemeente(gemeente)
        exact = self._exact(text, scope)
        seen = {area.code for area in exact}
        partly = [area for area in self._containing(text, scope) if area.code not in seen]
        return [*exact, *partly]

    def knows(self, text: str) -> bool:
        """Whether there is any area of this name, code or alias."""
        return bool(self._exact(text, None))

    def same_name(self, area: Region) -> list[Region]:
        """All areas of the same gemeente and name, the area itself included."""
        named = self.edition.named(search_key(area.name))
        return [other for other in named if other.gemeente_code == area.gemeente_code]

    def _exact(self, text: str, scope: Region | None) -> list[Region]:
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

    def _alias_codes(self, key: str) -> Iterable[str]:
        for name, official in self.aliases.gemeenten.items():
            if search_key(name) == key:
                named = self.edition.named(search_key(official))
                yield from (area.code for area in named if area.level is RegionLevel.GEMEENTE)
        for name, alias in self.aliases.wijken.items():
            # Codes are re-used for other areas: an alias holds for the division it was made for.
            if search_key(name) == key and alias.indeling == self.edition.info.division:
                yield from alias.codes

    def _containing(self, text: str, scope: Region | None) -> list[Region]:
        key = search_key(text)
        if len(key) < 2:
            return []
        codes = sorted({code for name, code in self.edition.names() if key in name})
        areas = [area for code in codes if (area := self.edition.region(code)) is not None]
        return _within(sorted(areas, key=_by_level), scope)

    def _unknown(self, text: str, scope: Region | None) -> RegionError:
        where = f" in {scope.name}" if scope else ""
        code = text.strip().upper()
        edition = f"editie {self.edition.info.id}"
        if level_of(code) is not None:
            division = self.edition.info.division
            message = f"De code {code} komt niet voor{where} in {edition} (indeling {division})."
            near = list[Region]()
        else:
            message = f"Er is geen gebied '{text}'{where} in {edition}."
            near = self._near(text, scope)
        known = [] if near or scope is None else self._exact(text, None)
        elsewhere = known[:_SUGGESTIONS]
        message += _listed("Bedoelde u:", near) + _listed("Wel in een andere gemeente:", elsewhere)
        return RegionError(message, remedy=_advice(code, elsewhere))

    def _near(self, text: str, scope: Region | None) -> list[Region]:
        part = self._containing(text, scope)
        if part:
            return part[:_SUGGESTIONS]
        names: dict[str, list[str]] = {}
        for name, code in self.edition.names():
            names.setdefault(name, []).append(code)
        close = get_close_matches(search_key(text), list(names), n=_SUGGESTIONS, cutoff=0.7)
        areas = [self.edition.region(code) for name in close for code in names[name]]
        return _within([area for area in areas if area is not None], scope)[:_SUGGESTIONS]


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


def described(area: Region) -> str:
    """An area on one line: name, level, gemeente and code."""
    if area.level in (RegionLevel.GEMEENTE, RegionLevel.LAND):
        return f"{area.name} ({area.level}, {area.code})"
    return f"{area.name} ({area.level} in {area.gemeente_name}, {area.code})"


def _by_level(area: Region) -> tuple[int, str]:
    return _LEVEL_ORDER.index(area.level), area.code


def _within(areas: list[Region], scope: Region | None) -> list[Region]:
    if scope is None:
        return areas
    return [area for area in areas if area.gemeente_code == scope.code]


def _the_wijk_among(areas: list[Region]) -> Region | None:
    """The only wijk, if everything else of that name contains it or lies in it.

    Ameland is a gemeente and its only wijk, and a wijk often has a buurt of its own name: who asks
    for a wijkprofiel means the wijk. Two different places are never chosen between.
    """
    wijken = [area for area in areas if area.level is RegionLevel.WIJK]
    if len(wijken) != 1:
        return None
    wijk = wijken[0]
    nested = all(
        area.code in (wijk.code, wijk.gemeente_code) or area.wijk_code == wijk.code
        for area in areas
    )
    return wijk if nested else None


def on_one_line(error: WijkprofielError) -> str:
    """An error as part of a list of mistakes in a file."""
    if isinstance(error, AmbiguousRegionError):
        names = "; ".join(described(area) for area in error.candidates[:_ON_ONE_LINE])
        more = "; …" if len(error.candidates) > _ON_ONE_LINE else ""
        return f"{error.message} Zet de gemeente erbij, of schrijf de code: {names}{more}."
    head, *listed = error.message.split("\n  ")
    shown = listed[:_ON_ONE_LINE] if isinstance(error, RegionError) else listed
    message = f"{head} {'; '.join(shown)}".strip().replace("\n", " ")
    if not error.remedy:
        return message
    return f"{message if message.endswith('?') else message.rstrip('.') + '.'} {error.remedy}"

"""What is known of an area that an edition does not have: what happened, and which edition has it.

Looked up only when nothing was found, or where a code may stand for two areas: then the other
editions at hand are opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from wijkprofiel.configuration.renames import Renames
from wijkprofiel.configuration.reorganisations import Reorganisation, Reorganisations
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.identity import AreaFacts, compare_areas
from wijkprofiel.domain.names import search_key
from wijkprofiel.domain.regions import Region, RegionLevel, gemeente_code_of, level_of

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"),
    *("oktober", "november", "december"),
)


@dataclass(frozen=True, slots=True)
class WhatHappened:
    """What is said of something that an edition does not have, and what to do."""

    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class OtherEdition:
    """An edition at hand beside the one that is looked in.

    Attributes:
        region: its area of a code.
    """

    id: str
    division: int
    region: Callable[[str], Region | None]


@dataclass(frozen=True)
class Elsewhere:
    """What there is beside one edition; everything is read when it is asked for.

    Attributes:
        here: the edition that is looked in.
        changes, renames: what happened to gemeenten, and to names.
        definitions: year of the division of every edition that can be made, by its id.
        at_hand: the other editions that there are.
    """

    here: EditionInfo
    changes: Callable[[], Reorganisations]
    renames: Callable[[], Renames]
    definitions: Callable[[], Mapping[str, int]]
    at_hand: Callable[[], Sequence[OtherEdition]]

    def told(self, text: str) -> WhatHappened | None:
        """What happened to the gemeente or code that somebody asks for; None if nothing did."""
        code, division, changes = text.strip().upper(), self.here.division, self.changes()
        is_part = level_of(code) in (RegionLevel.WIJK, RegionLevel.BUURT)
        meant = gemeente_code_of(code) or text
        told = None
        if (began := changes.began_as(meant, division)) is not None:
            told = self._began(began)
        elif (ended := changes.ended_as(meant, division)) is not None:
            told = self._ended(meant, ended)
        elif is_part:
            told = self._new_codes(code)
        return self._with_editions(code, told) if is_part else told

    def others(self, region: Region) -> list[Region]:
        """The other areas that have the code of this one in the editions at hand."""
        found = (each.region(region.code) for each in self.at_hand())
        return [
            other
            for other in found
            if other is not None
            and other.division != region.division
            and not self.is_same(region, other)
        ]

    def division_of(self, edition: str) -> int | None:
        """Year of the division of an edition that can be made or is there; None if unknown."""
        there = {each.id: each.division for each in self.at_hand()}
        known = {**self.definitions(), **there, self.here.id: self.here.division}
        return known.get(edition)

    def mismatch(self, region: Region, division: int | None) -> str | None:
        """Why a code does not stand for this area, as it was meant; None if it may.

        Args:
            region: what the code is in the edition.
            division: year of the division that the code was written down for, if that is known.
        """
        if division == region.division:
            return None
        others = self.others(region)
        if division is None:
            return self._undated(region, others[0]) if others else None
        other = next((each for each in others if each.division == division), None)
        if other is not None:
            return (
                f"{_dated(other)}, maar {_dated(region)}. Kies een editie op de indeling van"
                f" {division}, of schrijf de naam en de gemeente in plaats van de code"
            )
        there = [each for each in self.at_hand() if each.division == division]
        if any(each.region(region.code) is not None for each in there):
            return None
        if there:
            return (
                f"de indeling van {division} heeft geen code {region.code}; {_dated(region)}."
                f" Verbeter de code, of schrijf indeling: {region.division}"
            )
        return (
            f"de code {region.code} is van de indeling van {division}, en {_dated(region)}; er is"
            f" geen editie van {division} om te zien of dat hetzelfde gebied is. Schrijf de naam in"
            f" plaats van de code, of indeling: {region.division}"
        )

    def _undated(self, region: Region, other: Region) -> str:
        return (
            f"{_dated(region)}, maar {_dated(other)}. Zet erbij welk jaar u bedoelt, zoals"
            f" indeling: {region.division}"
        )

    def is_same(self, one: Region, other: Region) -> bool:
        """Whether two regions of one code are the same area (see `domain.identity`)."""
        years = one.division, other.division
        renamed = self.renames().is_renamed(years, one.code, one.title, other.title)
        return compare_areas(_facts(one), _facts(other), renamed=renamed).same

    @property
    def ours(self) -> str:
        """Which division the edition is on, as a sentence."""
        return f"Editie {self.here.id} heeft de indeling van {self.here.division}."

    def _began(self, change: Reorganisation) -> WhatHappened:
        (name,), before = change.naar.values(), listed(change.van.values())
        return WhatHappened(
            f"{name} is een gemeente sinds {_day(change)}; daarvoor waren het {before}.",
            f"Vraag om {listed(change.van.values(), 'of')}{self._or(since=change.indeling)}.",
        )

    def _ended(self, meant: str, change: Reorganisation) -> WhatHappened:
        after, key = list(change.naar.values()), search_key(meant)
        was = change.van.get(meant.strip().upper()) or next(
            (name for name in change.van.values() if search_key(name) == key), meant
        )
        became = "opgegaan in" if len(after) == 1 else "verdeeld over"
        return WhatHappened(
            f"{was} is sinds {_day(change)} geen gemeente meer, maar {became} {listed(after)}.",
            f"Vraag om {listed(after, 'of')}{self._or(until=change.indeling - 1)}.",
        )

    def _new_codes(self, code: str) -> WhatHappened | None:
        """What is known of a code of a gemeente that gave all its wijken other codes."""
        new = self.changes().nieuwe_codes.get(gemeente_code_of(code) or "")
        has_letters = any(sign.isalpha() for sign in code[6:])
        if new is None or has_letters == (self.here.division >= new.indeling):
            return None
        or_else = self._or(since=new.indeling) if has_letters else self._or(until=new.indeling - 1)
        said = f"{new.wat} Dat is zo vanaf de indeling van {new.indeling}."
        return WhatHappened(said, f"Zoek op naam{or_else}.")

    def _with_editions(self, code: str, told: WhatHappened | None) -> WhatHappened | None:
        """The same with what the code is in the editions at hand."""
        found = [(each, r) for each in self.at_hand() if (r := each.region(code)) is not None]
        if not found:
            return told
        there = " ".join(
            f"In editie {each.id}, op de indeling van {each.division}, is {code}"
            f" {region.name} in {region.gemeente_name}."
            for each, region in found
        )
        chosen = listed((each.id for each, _ in found), "of")
        said = there if told is None else f"{told.message} {there}"
        return WhatHappened(said, f"Zoek op naam, of kies met --edition {chosen}.")

    def _or(self, since: int | None = None, until: int | None = None) -> str:
        """Which editions have it, as the end of a sentence; empty if none can be made."""
        fitting = [
            name
            for name, division in self.definitions().items()
            if (since is None or division >= since) and (until is None or division <= until)
        ]
        if not fitting:
            return ""
        there = {self.here.id, *(each.id for each in self.at_hand())}
        ready = [name for name in fitting if name in there]
        if ready:
            return f", of kies met --edition {listed(ready, 'of')}"
        first = fitting[0]
        return (
            f", of kies met --edition {listed(fitting, 'of')} (maak die eerst:"
            f" `wijkprofiel data pull --edition {first}`)"
        )


def listed(names: Iterable[str], word: str = "en") -> str:
    """`Brielle, Hellevoetsluis en Westvoorne`."""
    every: Sequence[str] = list(names)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} {word} {every[-1]}"


def _dated(region: Region) -> str:
    """`in de indeling van 2020 is WK030705 Bosgebied`."""
    return (
        f"in de indeling van {region.division} is {region.code} {region.name}"
        f" ({region.gemeente_name})"
    )


def _day(change: Reorganisation) -> str:
    day = change.datum
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _facts(region: Region) -> AreaFacts:
    return AreaFacts(
        name=region.title,
        gemeente=region.gemeente_name,
        inhabitants=region.inhabitants,
        land=region.land_ha,
        is_gemeente=region.level is RegionLevel.GEMEENTE,
    )

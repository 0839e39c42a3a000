"""The GGD regions and provinces of an edition: which one is meant, and which one lies around."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.composed import ComposedArea
from wijkprofiel.domain.errors import RegionError
from wijkprofiel.domain.names import search_key
from wijkprofiel.edition.reader import Edition

_NEAREST = 3
_FEWEST_LETTERS = 3
_KIND_WORDS = re.compile(r"^(?:ggd|regio|provincie)+")
WORDS = {AreaKind.GGD_REGION: "GGD-regio", AreaKind.PROVINCE: "provincie"}
PLURALS = {AreaKind.GGD_REGION: "GGD-regio's", AreaKind.PROVINCE: "provincies"}
"""What they are called in a message."""


@dataclass(frozen=True, slots=True)
class ComposedAreas:
    """Finds GGD regions and provinces of one edition."""

    edition: Edition

    def named(self, kind: AreaKind, text: str) -> Area:
        """The one that a name, a part of a name or a code stands for.

        Raises:
            RegionError: if there is none, or more than one; the nearest names are in the message.
        """
        known = self.all(kind)
        found = _called(known, text) or _containing(known, text)
        if len(found) == 1:
            return found[0].area
        word = WORDS[kind]
        if found:
            raise RegionError(
                f"'{text}' kan meer dan één {word} zijn: {_names(found)}.",
                remedy="Schrijf de naam voluit.",
            )
        near = _near(known, text)
        hint = f" Bedoelde u {_choice(near)}?" if near else ""
        raise RegionError(
            f"Er is geen {word} '{text}' in editie {self.edition.info.id}.{hint}",
            remedy="Zie `wijkprofiel areas list --regios`.",
        )

    def places(
        self,
        gemeente: Sequence[str] | None = None,
        ggd: Sequence[str] | None = None,
        provincie: Sequence[str] | None = None,
    ) -> list[str]:
        """Where to look: gemeenten as they were named, and those of GGD regions and provinces.

        Raises:
            RegionError: if there is no such region, or more than one.
        """
        asked = [(AreaKind.GGD_REGION, text) for text in ggd or ()]
        asked += [(AreaKind.PROVINCE, text) for text in provincie or ()]
        found = [self.named(kind, text) for kind, text in asked]
        codes = dict.fromkeys(each.code for area in found for each in area.members)
        return [*(gemeente or ()), *codes]

    def all(self, kind: AreaKind) -> list[ComposedArea]:
        """All of one kind, in order of their names.

        Raises:
            RegionError: if the edition has none.
        """
        found = [each for each in self.edition.composed if each.area.kind is kind]
        if not found:
            raise RegionError(
                f"Editie {self.edition.info.id} heeft geen {PLURALS[kind]}: bij het maken ervan"
                f" was niet bekend welke gemeenten van de indeling van"
                f" {self.edition.info.division} erbij horen.",
                remedy=f"Zet in configs/regios bij elke {WORDS[kind]} de gemeenten van die indeling"
                f" en maak de editie opnieuw met `wijkprofiel data compile {self.edition.info.id}`."
                " Een editie met één gemeente heeft ze nooit.",
            )
        return sorted(found, key=lambda each: search_key(each.area.name))

    def around(self, kind: AreaKind, area: Area) -> Area:
        """The one that an area lies in.

        Raises:
            RegionError: if it lies in none, or in more than one.
        """
        homes = {member.gemeente_code for member in area.members}
        found = [
            each.area for each in self.all(kind) if homes & {member.code for member in each.members}
        ]
        word = WORDS[kind]
        if None in homes:
            raise RegionError(f"{area.name} ligt niet in één {word}.")
        if not found:
            raise RegionError(
                f"{area.name} ligt in editie {self.edition.info.id} in geen enkele {word}.",
                remedy=f"Zet {area.gemeente_name} in configs/regios bij de juiste {word}, en maak"
                f" de editie opnieuw met `wijkprofiel data compile {self.edition.info.id}`.",
            )
        if len(found) > 1 or not area.lies_in(found[0]):
            names = " en ".join(each.name for each in found)
            raise RegionError(
                f"{area.name} ligt niet in één {word}"
                + (f", maar in {names}." if len(found) > 1 else ".")
            )
        return found[0]

    def search(self, text: str) -> list[Area]:
        """All that a text may mean, of every kind; empty if nothing fits."""
        known = self.edition.composed
        exact = _called(known, text)
        part = [each for each in _containing(known, text) if each not in exact]
        return [each.area for each in (*exact, *part)]

    def called(self, text: str) -> list[Area]:
        """Those that have exactly this name or code, kind and all: never just `Utrecht`."""
        key, code = search_key(text), text.strip().upper()
        return [
            each.area
            for each in self.edition.composed
            if code == each.area.code or key in _full_keys(each)
        ]


def _full_keys(each: ComposedArea) -> set[str]:
    """Search keys that no gemeente has; those of a province have the word before them."""
    if each.area.kind is AreaKind.PROVINCE:
        return {f"provincie{search_key(name)}" for name in each.names}
    return {search_key(name) for name in each.names}


def _bare(text: str) -> str:
    """What is left of a name without the words of its kind: `utrecht` of GGD regio Utrecht."""
    key = search_key(text)
    return _KIND_WORDS.sub("", key) or key


def _called(known: Iterable[ComposedArea], text: str) -> list[ComposedArea]:
    key, bare, code = search_key(text), _bare(text), text.strip().upper()
    found = [
        each
        for each in known
        if code == each.area.code or key in {search_key(name) for name in each.names}
    ]
    return found or [each for each in known if bare in {_bare(name) for name in each.names}]


def _containing(known: Iterable[ComposedArea], text: str) -> list[ComposedArea]:
    bare = _bare(text)
    if len(bare) < _FEWEST_LETTERS:
        return []
    return [each for each in known if any(bare in _bare(name) for name in each.names)]


def _near(known: Sequence[ComposedArea], text: str) -> list[ComposedArea]:
    keys = {_bare(name): each for each in known for name in each.names}
    close = get_close_matches(_bare(text), keys, n=_NEAREST, cutoff=0.6)
    return list({keys[key].area.code: keys[key] for key in close}.values())


def _names(found: Iterable[ComposedArea]) -> str:
    return ", ".join(each.area.name for each in found)


def _choice(found: Sequence[ComposedArea]) -> str:
    """One name, or several of which one may be meant."""
    *others, last = found
    return f"{_names(others)} of {last.area.name}" if others else last.area.name

"""Names of areas: what is shown, and what two spellings have in common."""

from __future__ import annotations

import re
import unicodedata

# What is added to a name to tell places apart or to say which part it is: "Bergen (NH.)", "Hil
# (noord)", "Zeegsingel e.o.", "Dorp Bathmen". Titles are cut off, so that a bracket may stay open.
_ADDED = re.compile(r"\s*\([^)]*\)?$|\s+(e\.?\s?o\.?|en omgeving|en omstreken)$", re.IGNORECASE)
_KIND = re.compile(r"^(gemeente|stad|dorp|kern|buurtschap)\s+(?=\S)", re.IGNORECASE)
# CBS numbers many wijken: "Wijk 03 Overvecht", "Wijk 3 Zandweerd", "Wijk11-Molenaarsgraaf",
# "Wijke 52 De Marren", "Wijk 02: Schin op Geul". Some have a number only.
_NUMBERED = re.compile(r"wijke?\s*\d\w?(?!\w)\s*[:–-]?\s*", re.IGNORECASE)
# In one gemeente only the word was left: "Wijk Haarle". `Wijk aan Zee` and `Wijk C` are names.
_WORD_ONLY = re.compile(r"^Wijk\s+(?=[A-Z]\w{2})")
_NUMBER_BEHIND = re.compile(r"(?<=\w)\s+wijk\s*\d\d?$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)?$")
_THE_WORD = re.compile(r"^\s*gemeente\s+|\s*\(gemeente\)\s*$", re.IGNORECASE)
_AROUND = re.compile(r"\s+e\.?\s?o\.?$", re.IGNORECASE)
DECORATIONS = (
    *("%(%", "% eo", "% e.o%", "% e. o%", "% en omgeving", "% en omstreken"),
    *("gemeente %", "stad %", "dorp %", "kern %", "buurtschap %"),
)
"""The same as patterns of SQL, so that few names are looked at; a test holds the two equal."""

_NUMBER_ONLY = re.compile(r"(wijk|buurt)\s*\w{0,4}", re.IGNORECASE)

TITLE_WIDTH = 40
"""Titles in CBS tables are cut at this many characters."""


def short_name(title: str) -> str:
    """The name without CBS's numbering: `Wijk 03 Overvecht` is Overvecht, `Wijk 00` stays."""
    tidy = " ".join(title.split())
    return without_number(tidy) or tidy


def wijk_name(title: str) -> str:
    """The name of a wijk, also where its number stands behind: `Zevenhuizen wijk 02`.

    Of a buurt such a number says in which wijk it lies, and stays.
    """
    return _NUMBER_BEHIND.sub("", short_name(title))


def without_number(name: str) -> str:
    """The name of a wijk without its number: `Wijk11-Molenaarsgraaf` is Molenaarsgraaf.

    Nothing is left of a wijk that has only a number. `Wijk aan Zee` is a name.
    """
    if _NUMBERED.match(name):
        return _NUMBERED.sub("", " ".join(name.split()), count=1)
    return _WORD_ONLY.sub("", name)


def without_brackets(name: str) -> str:
    """The name without what stands in brackets behind it: `Bergen (NH.)` is Bergen.

    A name that is nothing but brackets stays.
    """
    return _IN_BRACKETS.sub("", name) or name


def without_gemeente(name: str) -> str:
    """The name without the word itself: of `gemeente Hengelo` and of `Utrecht (gemeente)`."""
    return _THE_WORD.sub("", name) or name


def without_around(name: str) -> str | None:
    """What an area lies around: Zambesidreef of `Zambesidreef e.o.`; None of other names."""
    bare = _AROUND.sub("", name)
    return bare if bare and bare != name else None


def search_key(name: str) -> str:
    """What is left without case, diacritics, hyphens, apostrophes, blanks and numbering."""
    return whole_key(short_name(name))


def whole_key(name: str) -> str:
    """The same with the number of a wijk: `wijk03overvecht`."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in plain if char.isalnum())


def bare_key(name: str) -> str:
    """The search key of a name without what is added to it: that of `Bergen (L.)` is `bergen`."""
    bare, before = short_name(name), ""
    while bare != before:
        before, bare = bare, _ADDED.sub("", bare)
    return search_key(_KIND.sub("", bare, count=1))


def is_unnamed(title: str) -> bool:
    """Whether a title is no more than a number (`Wijk 00`), so that it identifies nothing."""
    return _NUMBER_ONLY.fullmatch(" ".join(title.split())) is not None and any(
        char.isdigit() for char in title
    )


def same_name(one: str, other: str) -> bool:
    """Whether two titles name the same area, also where one of them was cut off."""
    first, second = search_key(one), search_key(other)
    if first == second:
        return bool(first)
    cut = [
        key
        for key, title in ((first, one), (second, other))
        if len(title.strip()) >= TITLE_WIDTH - 1
    ]
    return any(key and (first.startswith(key) and second.startswith(key)) for key in cut)

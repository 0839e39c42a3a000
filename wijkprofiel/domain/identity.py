"""Is it the same area? One rule for two divisions, of which codes are re-used.

A code is given to another area from one year to the next, and an area changes its name. So code,
name, gemeente and inhabitants are laid beside each other, and land where the name proves too
little. Asked before a figure of another division is joined, and when two editions are compared.

The limits were chosen on the wijken of 2020 and 2024: see `docs/methode.md`, *Hetzelfde gebied*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from math import isnan

from wijkprofiel.domain.names import is_unnamed, same_name, search_key, whole_key

INHABITANTS_APART = 0.15
"""More than this part more or fewer inhabitants is another area."""

LAND_APART = 0.05
"""More than this part more or less land is another border."""

LAND_EQUAL = 0.01
"""No more than this part more or less land is the same border, however many people came or went."""

# Some tables tell gemeenten of one name apart, others do not: "Beek (L.)", "Utrecht (gemeente)".
_WHICH_ONE = re.compile(r"\s*\((?:gemeente|[A-Z][A-Za-z]{0,2}\.)\)$")


class NameMatch(StrEnum):
    """What two names of one code have in common.

    `NUMBER`: both are no more than the same number, which identifies nothing. `BEGINNING`: one is
    the beginning of the other, whichever is older. `RENAMED`: a list says that it is one area.
    """

    SAME = "zelfde_naam"
    NUMBER = "alleen_een_nummer"
    BEGINNING = "begin_van_de_naam"
    RENAMED = "hernoemd"
    OTHER = "andere_naam"


class Refusal(StrEnum):
    """The rule by which two areas of one code are not taken for the same."""

    NOT_THERE = "code_bestaat_daar_niet"
    OTHER_NAME = "andere_naam"
    OTHER_GEMEENTE = "andere_gemeente"
    PEOPLE_UNKNOWN = "inwoners_onbekend"
    PEOPLE_APART = "inwoners_verschillen"
    LAND_UNPROVEN = "oppervlakte_verschilt_of_onbekend"


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """What one division says of one code; None for what it does not tell.

    Attributes:
        name: as the source writes it, with its number.
        land: area in hectares, of the same kind on both sides.
        zero_is_empty: a number that is not known can also be a zero.
    """

    name: str | None
    gemeente: str | None = None
    inhabitants: float | None = None
    land: float | None = None
    is_gemeente: bool = False
    zero_is_empty: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether one code stands for one area in two divisions.

    Attributes:
        refusal: the first rule that says no; None if it is the same area.
        people_apart, land_apart: difference as a part of what it is here; None where unknown.
    """

    name: NameMatch
    refusal: Refusal | None
    people_apart: float | None
    land_apart: float | None

    @property
    def same(self) -> bool:
        """Whether figures of the one may stand for the other."""
        return self.refusal is None

    @property
    def border_moved(self) -> bool:
        """Whether the land area proves another border."""
        return self.land_apart is not None and self.land_apart > LAND_APART


def match_names(here: str, there: str) -> NameMatch:
    """Compare two names that CBS gave to one code.

    `Wijk 02` and `Wijk 02 't Harde` begin alike with their number; others without it.
    """
    if here == there or same_name(here, there):
        return NameMatch.NUMBER if is_unnamed(here) else NameMatch.SAME
    if _begin_alike(search_key(here), search_key(there)):
        return NameMatch.BEGINNING
    return (
        NameMatch.BEGINNING if _begin_alike(whole_key(here), whole_key(there)) else NameMatch.OTHER
    )


def _begin_alike(one: str, other: str) -> bool:
    """Whether the one is the beginning of the other; `wijk1` is not that of `wijk12`."""
    short, long = sorted((one, other), key=len)
    return bool(short) and long.startswith(short) and not long[len(short) :][:1].isdigit()


def same_gemeente(here: str, there: str) -> bool:
    """Whether two names are of one gemeente: `Beek` is `Beek (L.)` in another table."""
    one, other = (_WHICH_ONE.sub("", name) for name in (here, there))
    return one == other or same_name(one, other)


def compare_areas(here: AreaFacts, there: AreaFacts | None, *, renamed: bool = False) -> Likeness:
    """Whether a code stands for the same area in two divisions.

    Args:
        there: None if the code does not occur in the other division.
        renamed: a list with sources says that these two names are of one area.
    """
    if there is None or here.name is None or there.name is None:
        return Likeness(NameMatch.OTHER, Refusal.NOT_THERE, None, None)
    people, land = _people_apart(here, there), apart(here.land, there.land)
    if here.is_gemeente:
        names = NameMatch.SAME if same_gemeente(here.name, there.name) else NameMatch.OTHER
    else:
        names = match_names(here.name, there.name)
    if renamed and names is NameMatch.OTHER:
        names = NameMatch.RENAMED
    return Likeness(names, _refusal(here, there, names, (people, land)), people, land)


def _refusal(
    here: AreaFacts,
    there: AreaFacts,
    names: NameMatch,
    differences: tuple[float | None, float | None],
) -> Refusal | None:
    people, land = differences
    if names is NameMatch.OTHER:
        return Refusal.OTHER_NAME
    if not same_gemeente(here.gemeente or "", there.gemeente or ""):
        return Refusal.OTHER_GEMEENTE
    # People come and go without a border that moves: of the 156 wijken of one name and equal land
    # that grew or shrank by more than 15%, 151 have the same buurten with the same land.
    if names is NameMatch.BEGINNING or land is None or land > LAND_EQUAL:
        if people is None:
            return Refusal.PEOPLE_UNKNOWN
        if people > INHABITANTS_APART:
            return Refusal.PEOPLE_APART
    # Where nobody lives, people prove nothing either.
    proven = names is NameMatch.SAME and not _is_empty(here)
    if not proven and (land is None or land > LAND_APART):
        return Refusal.LAND_UNPROVEN
    return None


def _is_empty(area: AreaFacts) -> bool:
    return area.inhabitants == 0 or (area.zero_is_empty and _known(area.inhabitants) is None)


def _people_apart(here: AreaFacts, there: AreaFacts) -> float | None:
    """Nobody is nobody, also where a table leaves the cell of a zero empty."""
    if _is_empty(here) and _is_empty(there):
        return 0.0
    return apart(here.inhabitants, there.inhabitants)


def apart(here: float | None, there: float | None) -> float | None:
    """Difference as a part of what it is here; None where one of the two is not known."""
    one, other = _known(here), _known(there)
    if one is None or other is None:
        return None
    if one == other:
        return 0.0
    return abs(other - one) / one if one else float("inf")


def _known(number: float | None) -> float | None:
    return None if number is None or isnan(number) else number

"""GGD regions and provinces of one division: from records in YAML to areas, or to what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from wijkprofiel.configuration.composition_records import Compositions, PlacedComposition
from wijkprofiel.domain.area import COMPOSED_KINDS, Area, AreaKind
from wijkprofiel.domain.composed import ComposedArea
from wijkprofiel.domain.errors import Problem
from wijkprofiel.domain.names import same_name, search_key, without_brackets
from wijkprofiel.domain.regions import Region

_NEAREST = 3
_WHOLE_COUNTRY = 0.9
"""Part of the gemeenten of a division from which an edition is of the whole country."""


@dataclass(frozen=True)
class Division:
    """The gemeenten of one division.

    Attributes:
        gemeenten: all of them.
        year: of the division.
    """

    gemeenten: Sequence[Region]
    year: int
    _by_code: dict[str, Region] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_code", {each.code: each for each in self.gemeenten})

    def composed(self, records: Compositions) -> list[ComposedArea]:
        """What can be put together: everything of which all gemeenten are here, by code."""
        placed = [each for each in records.values() if self.year in each.record.gemeenten]
        found = [self._area(each) for each in placed if not list(self._wrong(each))]
        return sorted(found, key=lambda each: each.area.code)

    def is_whole(self, records: Compositions) -> bool:
        """Whether (nearly) all gemeenten that the records know of this division are here."""
        known = {
            code for each in records.values() for code in each.record.gemeenten.get(self.year, {})
        }
        here = known & self._by_code.keys()
        return bool(known) and len(here) >= _WHOLE_COUNTRY * len(known)

    def problems(self, records: Compositions) -> Iterator[Problem]:
        """What is wrong with the records of this division: every gemeente is in one of a kind."""
        for kind in COMPOSED_KINDS:
            of_kind = [
                each
                for each in records.values()
                if each.record.soort is kind and self.year in each.record.gemeenten
            ]
            for placed in of_kind:
                yield from self._wrong(placed)
            if of_kind:
                yield from self._homeless(kind, of_kind)

    def _area(self, placed: PlacedComposition) -> ComposedArea:
        record = placed.record
        members = tuple(self._by_code[code] for code in sorted(record.gemeenten[self.year]))
        area = Area(members, record.id, record.code, composed=record.soort)
        return ComposedArea(area, record.ook, record.bron)

    def _wrong(self, placed: PlacedComposition) -> Iterator[Problem]:
        """Codes that the division does not have, and codes of another name."""
        for code, name in placed.record.gemeenten[self.year].items():
            region, place = self._by_code.get(code), ("gemeenten", str(self.year), code)
            if region is None:
                told = f"de code {code} komt niet voor in de indeling van {self.year}"
                yield placed.problem(place, f"{told}.{self._nearest(name)}")
            elif not _is_called(region, name):
                told = f"{code} heet {region.name}, en niet {name}"
                yield placed.problem(place, f"{told}.{self._nearest(name)}")

    def _nearest(self, name: str) -> str:
        by_key = {search_key(each.name): each for each in self.gemeenten}
        near = get_close_matches(search_key(name), by_key, n=_NEAREST, cutoff=0.7)
        names = [f"{by_key[key].name} ({by_key[key].code})" for key in near]
        return f" Bedoelde u {' of '.join(names)}?" if names else ""

    def _homeless(self, kind: AreaKind, records: Sequence[PlacedComposition]) -> Iterator[Problem]:
        known = {code for each in records for code in each.record.gemeenten[self.year]}
        file = records[0].document.file
        for region in self.gemeenten:
            if region.code not in known:
                message = (
                    f"{region.name} ({region.code}) van de indeling van {self.year} staat bij geen"
                    f" enkele {kind}; zet haar met code en naam bij de juiste"
                )
                yield Problem(file, None, "", message)


def _is_called(region: Region, name: str) -> bool:
    """Whether a gemeente has a name; what CBS adds in brackets says only where it lies."""
    return same_name(region.title, name) or same_name(
        without_brackets(region.name), without_brackets(name)
    )

"""Werkgebieden against every edition at hand: do the parts exist, and is it one area over time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from wijkprofiel.areas.divisions import is_same_area, land_of
from wijkprofiel.areas.work_areas import WorkAreas, parts_key
from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import ConfigurationError, EditionError, Problem
from wijkprofiel.words.formatting import MISSING, Notation
from wijkprofiel.workshop.searching import area_search
from wijkprofiel.workshop.workplace import Workplace


@dataclass
class WorkAreaCheck:
    """What was found.

    Attributes:
        divisions: years of the divisions that some werkgebied was looked up on.
        areas: per werkgebied its area on each of those, by year.
    """

    divisions: set[int] = field(default_factory=set)
    areas: dict[str, dict[int, Area]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def check_work_areas(
    place: Workplace, catalogue: Catalogue, edition: str | None = None
) -> WorkAreaCheck:
    """Every werkgebied on the division of every edition at hand.

    Args:
        edition: the one that was asked for, which has to be there; None for the newest.

    Raises:
        EditionError: if that one is not there, or damaged.
    """
    found = WorkAreaCheck()
    with place.open_edition(edition) as asked:
        first = asked.path.stem
        _look_up(area_search(asked, catalogue).work_areas, found)
    for path in place.editions():
        if path.stem == first:
            continue
        try:
            with place.open_edition(path.stem) as other:
                _look_up(area_search(other, catalogue).work_areas, found)
        except EditionError:
            continue  # whoever asks for it is told what is wrong with it
    for name, areas in found.areas.items():
        found.problems.extend(_other_areas(catalogue, name, areas))
    return found


def _look_up(known: WorkAreas | None, found: WorkAreaCheck) -> None:
    assert known is not None  # every search of the workshop has them
    division = known.edition.info.division
    told = {(problem.file, problem.line, problem.key) for problem in found.problems}
    for name in known.names():
        found.divisions.add(division)
        try:
            found.areas.setdefault(name, {}).setdefault(division, known.of(name))
        except ConfigurationError as error:
            found.problems.extend(
                each for each in error.problems if (each.file, each.line, each.key) not in told
            )


def _other_areas(catalogue: Catalogue, name: str, areas: Mapping[int, Area]) -> Iterator[Problem]:
    """Where the list of one division is not the area of the list of the one before."""
    placed, notation = catalogue.work_area_places[name], Notation.of(catalogue.texts)

    def size(area: Area) -> str:
        numbers = (land_of(area), area.inhabitants)
        land, people = (MISSING if n is None else notation.number(n) for n in numbers)
        return f"{land} ha land met {people} inwoners"

    for before, after in pairwise(sorted(areas)):
        one, other = areas[before], areas[after]
        if not is_same_area(one, other):
            yield placed.problem(
                parts_key(placed, after),
                f"de delen van {before} en {after} zijn niet hetzelfde gebied: {size(one)} in"
                f" {before} en {size(other)} in {after}. Land mag 5% schelen en inwoners 15%."
                " Voeg delen toe, haal ze weg, of maak er twee werkgebieden van",
            )

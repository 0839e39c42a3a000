"""Edition 2024 on its own division, without a network: its maps are exact, and so are werkgebieden.

Borders and people are real; the health figures are made up (see `tests/support/edition_2024.py`).
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import shapely

from tests.functional.conftest import Run
from tests.support.edition_2024 import MADE_UP, make_edition, workplace
from tests.support.svg import paths
from wijkprofiel.charts.palette import BLUE, MUTED
from wijkprofiel.domain.neighbours import neighbours
from wijkprofiel.domain.outlines import GemeenteMap, Outline, OutlineMatch
from wijkprofiel.edition.manifest import Manifest
from wijkprofiel.edition.reader import Edition

GEMEENTEN = {"GM0093": 6, "GM0150": 15, "GM0307": 33, "GM0344": 10, "GM0363": 110, "GM0518": 44}
"""The wijken that are land, by gemeente."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("editie")


@pytest.fixture(scope="module")
def made(folder: Path) -> Manifest:
    return make_edition(folder)


@pytest.fixture(scope="module")
def maps(made: Manifest, folder: Path) -> dict[str, GemeenteMap]:
    with Edition.open(folder / "data" / f"{made.info.id}.sqlite") as edition:
        found = {code: edition.area(code).map for code in GEMEENTEN}
    return {code: drawn for code, drawn in found.items() if drawn is not None}


def test_every_wijk_of_2024_is_drawn_and_is_the_same_area(maps: dict[str, GemeenteMap]) -> None:
    assert {code: len(drawn.wijken) for code, drawn in maps.items()} == GEMEENTEN
    for drawn in maps.values():
        assert drawn.year == 2024
        assert drawn.outer_match is OutlineMatch.SAME
        assert set(drawn.matches.values()) == {OutlineMatch.SAME}
        assert set(drawn.matches) == {each.code for each in drawn.wijken}


def test_codes_of_amsterdam_have_letters(maps: dict[str, GemeenteMap]) -> None:
    assert "WK0363SE" in maps["GM0363"].matches


def shape(outline: Outline) -> shapely.Geometry:
    found: shapely.Geometry = shapely.Polygon()
    for ring in outline.rings:
        found = found.symmetric_difference(shapely.make_valid(shapely.Polygon(ring)))
    return found


@pytest.mark.parametrize("code", GEMEENTEN)
def test_neighbours_share_their_borders_again(maps: dict[str, GemeenteMap], code: str) -> None:
    drawn = maps[code]
    shapes = [shape(each) for each in drawn.wijken]
    whole = shapely.union_all(shapes)
    twice = sum(each.area for each in shapes) - whole.area
    assert twice < 0.0002 * whole.area  # what rounding to whole metres leaves
    assert whole.symmetric_difference(shape(drawn.outer)).area < 0.0002 * whole.area
    sides = {
        frozenset(side) for each in drawn.wijken for ring in each.rings for side in pairwise(ring)
    }
    outer = {frozenset(side) for ring in drawn.outer.rings for side in pairwise(ring)}
    assert outer < sides


def test_overvecht_has_its_two_neighbours(maps: dict[str, GemeenteMap]) -> None:
    found = {each.name for each in neighbours(maps["GM0344"].wijken, "WK034403")}
    assert {name.removeprefix("Wijk 04 ").removeprefix("Wijk 02 ") for name in found} == {
        "Noordoost",
        "Noordwest",
    }


def test_what_that_took_is_told(made: Manifest) -> None:
    """Per 100 ha 0.26 ha was drawn twice; 0.25 ha was in no wijk."""
    slivers, wet, fitted, much = made.map_notes
    assert slivers.startswith("2 gebieden met snippers of gaatjes")
    assert wet.endswith("WK009399 Groot water; WK036399 Groot water; WK051899 Groot water")
    assert fitted == (
        "218 gebieden sloten niet op elkaar aan: 172 ha die dubbel was getekend is verdeeld, en"
        " 166 ha aan kieren is gedicht"
    )
    assert much.endswith("groter of kleiner getekend: WK0363KB; WK0363EU")


WERKGEBIEDEN = {
    "Koppel/Schothorst": ("De Koppel", "Schothorst-Zuid", "Schothorst-Noord"),
    "Amersfoort-Zuid": (
        *("Bosgebied", "Vermeerkwartier", "Leusderkwartier"),
        *("De Berg-Zuid", "De Berg-Noord"),
    ),
    "Den Haag Zuidwest": ("Bouwlust", "Morgenstond", "Moerwijk"),
}


def test_documents_are_right_and_so_are_their_maps(
    command: Run, made: Manifest, folder: Path
) -> None:
    place = workplace(folder)
    asked = [*WERKGEBIEDEN, "WK034403"]
    ended = command(
        *("build", *asked, "--edition", made.info.id, "--format", "html"),
        *("--config", str(folder / "configs"), "--data-dir", str(place.data)),
    )
    assert ended.code == 0, ended.err
    pages = [Path(line).read_text(encoding="utf-8") for line in ended.out.split()]
    for name, page in zip(asked, pages, strict=True):
        assert "Grenzen van 2024." in page
        assert "Grenzen van 2022" not in page
        assert "Niet gekleurd" not in page
        assert MADE_UP in page
        locator, ligging = pictures(page)
        members = WERKGEBIEDEN.get(name, ("Overvecht",))
        assert coloured(locator, BLUE) == set(members)
        assert coloured(ligging, MUTED) == set(members)


def pictures(page: str) -> tuple[str, str]:
    """The map of the first page, and the one with names."""
    svgs = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    found = [svg for svg in svgs if "<title>Kaart van" in svg]
    return found[0], found[-1]


def coloured(svg: str, fill: str) -> set[str]:
    """Names of the areas in a colour."""
    found = re.findall(r'<path [^>]*fill="([^"]+)"[^>]*><title>([^<]*)</title>', svg)
    assert paths(svg)
    return {name for colour, name in found if colour == fill}

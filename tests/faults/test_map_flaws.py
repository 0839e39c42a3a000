"""One area of a map that is not right: the map comes all the same, and says what was wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.world import World, serve
from wijkprofiel.domain.outlines import OutlineMatch
from wijkprofiel.edition.manifest import Manifest
from wijkprofiel.edition.reader import Edition

WIJK = "WK008800"
LEFT_OUT = {
    "boundary_null": "kaart: één gebied zonder vlak, en dus niet op de kaart: WK008800",
    "boundary_point": "kaart: één gebied zonder vlak, en dus niet op de kaart: WK008800",
    "boundary_tiny": "kaart: één gebied kleiner dan een vierkante meter",
    "boundary_axes_swapped": "kaart: één gebied buiten Nederland getekend",
}


def of_the_map(manifest: Manifest) -> list[str]:
    """The warnings of a manifest that are not of its figures."""
    return [each for each in manifest.warnings if each.startswith("kaart")]


@pytest.mark.parametrize("fault", LEFT_OUT)
def test_an_area_without_a_usable_shape_is_left_out(fault: str, tmp_path: Path) -> None:
    world = World(tmp_path)
    with serve() as server:
        server.misbehave(fault, times=100, only=WIJK)
        assert world.pull(server, strict=False).warnings == []
    manifest = world.compile()
    assert manifest.without_map is None
    (warning,) = of_the_map(manifest)
    assert warning.startswith(LEFT_OUT[fault])
    assert WIJK in warning
    with Edition.open(world.edition) as edition:
        assert edition.area("GM0088").map is None  # it has no other wijk
        assert edition.area("GM0277").map is not None
        assert edition.area("GM0088").codes


def test_an_area_that_crosses_itself_is_drawn_and_told(tmp_path: Path) -> None:
    """Also when the piece that it came in was kept, and the rest came later."""
    world = World(tmp_path)
    with serve() as server:
        home = server.boundaries[2022].areas
        (wijk,) = [area for area in home if area.code == WIJK]
        x, y = wijk.rings[0][0]
        bow = [(x, y), (x + 900, y + 900), (x + 900, y), (x, y + 900), (x, y)]
        server.misbehave("boundary_crosses_itself", times=100, only=WIJK, ring=bow)
        world.pull(server, strict=False)
    manifest = world.compile()
    assert of_the_map(manifest) == []
    assert [note.split(":")[0] for note in manifest.map_notes] == [
        "één gebied met een rand die zichzelf kruist; hersteld"
    ]
    with Edition.open(world.edition) as edition:
        drawn = edition.area("GM0088").map
        assert drawn is not None
        assert drawn.matches[WIJK] is not OutlineMatch.NO_OUTLINE
        assert len(drawn.wijken[0].rings) == 2

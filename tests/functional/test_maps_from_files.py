"""`wijkprofiel data import` with maps that are not right, and what an edition makes of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.functional.conftest import Run
from tests.support.small_country import SmallCountry, compile_country
from wijkprofiel.archive.snapshots import read_snapshot
from wijkprofiel.compilation.tables_of_edition import Terms
from wijkprofiel.domain.errors import SourceChangedError, StrictFailure
from wijkprofiel.edition.manifest import read_manifest
from wijkprofiel.edition.reader import Edition

RECIPE = """id: grens
bron:
  tabel: kaart-2024
  titel: Een kaart
  producent: CBS / Kadaster
  kort: CBS / Kadaster 2024
  licentie: CC BY 4.0
  indeling: 2024
gegevens:
  - bestand: kaart.geojson
    vorm: geojson
    niveau: wijk
regio:
  code: code
  naam: name
  inwoners: population
dimensies:
  jaar: 2024
grenzen: ja
water: water
"""
X, Y = 100_000, 400_000
_RING = [[X, Y], [X + 1000, Y], [X + 1000, Y + 1000], [X, Y + 1000], [X, Y]]
_BOWTIE = [[X, Y], [X + 1000, Y + 1000], [X + 1000, Y], [X, Y + 1000], [X, Y]]
_SLIVER = [[X + 3000, Y], [X + 3005, Y], [X + 3005, Y + 5], [X + 3000, Y]]


def polygon(*rings: list[list[int]]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


def area(code: str, shape: object, **more: object) -> dict[str, Any]:
    properties = {"code": code, "name": "Oud", "population": 10, "water": False, **more}
    return {"type": "Feature", "properties": properties, "geometry": shape}


def whole(number: int = 12) -> list[dict[str, Any]]:
    return [area(f"WK0002{n:02}", polygon(_RING), name=f"Heel {n}") for n in range(number)]


@pytest.fixture
def imported(command: Run, tmp_path: Path) -> Any:
    """A function that imports a map, and says how that ended."""
    (tmp_path / "configs/import").mkdir(parents=True)
    (tmp_path / "configs/import/grens.yaml").write_text(RECIPE)
    (tmp_path / "bron").mkdir()

    def do(*features: object, grid: str | None = "urn:ogc:def:crs:EPSG::28992") -> Any:
        crs = {} if grid is None else {"crs": {"type": "name", "properties": {"name": grid}}}
        content = {"type": "FeatureCollection", **crs, "features": list(features)}
        (tmp_path / "bron/kaart.geojson").write_text(json.dumps(content), encoding="utf-8")
        return command("data", "import", "grens", "bron")

    return do


COLLECTION = {
    "type": "GeometryCollection",
    "geometries": [polygon(_RING), {"type": "LineString", "coordinates": [[X, Y], [X + 8, Y]]}],
}
MULTI = {"type": "MultiPolygon", "coordinates": [[_RING], [_SLIVER]]}


@pytest.mark.parametrize(
    ("shape", "says"),
    [
        (None, "kaart: één gebied zonder vlak, en dus niet op de kaart: WK000101 Oud"),
        ({"type": "MultiPolygon", "coordinates": []}, "zonder vlak, en dus niet op de kaart"),
        ({"type": "Point", "coordinates": [X, Y]}, f"niet op de kaart: WK000101 Oud bij {X}, {Y}"),
        (polygon(_BOWTIE), f"kruist zichzelf; hersteld: WK000101 Oud bij {X + 500}, {Y + 500}"),
        (COLLECTION, f"losse lijnen of punten; die zijn weggelaten: WK000101 Oud bij {X + 4}, {Y}"),
        (MULTI, "snippers of gaatjes kleiner dan 100 m²; die zijn weggelaten: WK000101 Oud bij"),
        (polygon([[x + 800_000, y] for x, y in _RING]), "één gebied buiten Nederland getekend"),
    ],
)
def test_what_is_wrong_with_one_area_is_told_with_its_code(
    imported: Any, shape: object, says: str
) -> None:
    ended = imported(area("WK000101", shape), *whole())
    assert ended.code == 0, ended.err
    assert says.replace("kruist zichzelf", "die zichzelf kruist") in ended.err
    assert "13 rijen" in ended.err


def test_pieces_of_an_area_become_one(imported: Any, tmp_path: Path) -> None:
    right = [[x + 1000, y] for x, y in _RING]
    ended = imported(area("WK000101", polygon(_RING)), area("WK000101", polygon(right)), *whole())
    assert ended.code == 0
    assert "één gebied in losse stukken; die zijn samengevoegd: WK000101 Oud" in ended.err
    _, table = read_snapshot(tmp_path / "eigen/momentopnamen", "grens")
    assert table.outlines is not None
    assert table.outlines["code"].tolist().count("WK000101") == 1


def test_water_and_abroad_do_not_take_part(imported: Any) -> None:
    wet = area("WK000199", polygon(_RING), name="Groot water", water=True)
    abroad = area("WK099899", polygon(_RING), name="Buitenland")
    ended = imported(wet, abroad, *whole())
    assert ended.code == 0
    assert "12 rijen" in ended.err
    said = "2 gebieden van alleen water of in het buitenland; die doen niet mee:"
    assert f"{said} WK000199 Groot water; WK099899 Buitenland" in ended.err


@pytest.mark.parametrize(
    ("features", "grid", "says"),
    [
        ([area("WK000101", None)], None, "1 van de 1 gebieden zonder vlak, zoals WK000101 Oud"),
        ([area("WK000101", polygon(_RING))], "EPSG:3857", "in EPSG:3857 in plaats van EPSG:28992"),
        ([area("WK000101", polygon([[y, x] for x, y in _RING]))], None, "lijken verwisseld"),
        (
            [area("WK000101", polygon(_RING)), area("WK000101", polygon(_RING), population=11)],
            None,
            "WK000101 Oud staat er dubbel op (vorm 1 en 2), met andere gegevens",
        ),
        ([area("WK000101", polygon(_RING))] * 2, None, "(vorm 1 en 2), twee keer hetzelfde"),
        ([], None, "er staan geen vormen in"),
        ([{"type": "Feature"}], None, "vorm 1 heeft geen kenmerken"),
        (["vorm"], None, "vorm 1 heeft geen kenmerken"),
    ],
)
def test_what_is_no_map_is_refused_and_nothing_is_kept(
    imported: Any, tmp_path: Path, features: list[object], grid: str | None, says: str
) -> None:
    ended = imported(*features, grid=grid)
    assert ended.code == SourceChangedError.exit_code
    assert says in ended.err
    assert not list(tmp_path.glob("eigen/momentopnamen/grens*"))


def test_without_a_map_a_file_of_shapes_is_a_table(imported: Any, tmp_path: Path) -> None:
    """Whoever asks for no outlines is not bothered with what is wrong with them."""
    recipe = RECIPE.replace("grenzen: ja\nwater: water\n", "")
    (tmp_path / "configs/import/grens.yaml").write_text(recipe)
    ended = imported(area("WK000101", None), *whole(2))
    assert ended.code == 0, ended.err
    assert "kaart: " not in ended.err


def test_an_edition_keeps_what_was_mended_and_what_is_not_drawn(tmp_path: Path) -> None:
    made = SmallCountry()
    made.squares[0]["rings"] = [_BOWTIE]
    made.squares[3]["shape"] = None
    manifest = compile_country(made, tmp_path)
    (crossing,) = manifest.map_notes
    assert crossing.endswith("die zichzelf kruist; hersteld: WK000101 Oud bij 100500, 400500")
    (lack,) = manifest.warnings
    assert lack.startswith("kaart: één gebied zonder vlak, en dus niet op de kaart: WK000201 Lange")
    assert read_manifest(tmp_path / "klein.sqlite") == manifest
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        drawn = edition.area("GM0001").map
        assert drawn is not None
        assert len(drawn.wijken[0].rings) == 2
        assert edition.area("GM0002").map is None


def test_who_is_strict_takes_a_mended_map_and_no_map_with_an_area_missing(tmp_path: Path) -> None:
    crossing, missing = SmallCountry(), SmallCountry()
    crossing.squares[0]["rings"] = [_BOWTIE]
    missing.squares[3]["shape"] = None
    for folder in ("heel", "gat"):
        (tmp_path / folder).mkdir()
    assert compile_country(crossing, tmp_path / "heel", terms=Terms(strict=True)).map_notes
    with pytest.raises(StrictFailure, match="WK000201 Lange"):
        compile_country(missing, tmp_path / "gat", terms=Terms(strict=True))


def test_data_status_tells_it(command: Run, tmp_path: Path) -> None:
    made = SmallCountry()
    made.squares[0]["rings"] = [_BOWTIE]
    (tmp_path / "eigen").mkdir()
    compile_country(made, tmp_path / "eigen")
    ended = command("data", "status")
    assert "  kaart: één gebied met een rand die zichzelf kruist; hersteld: WK000101" in ended.out

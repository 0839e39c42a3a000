"""Read one file of a local copy into rows, without touching a value."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape

from wijkprofiel.configuration.editions import TableFile
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.domain.reasons import detail, reason

GEOMETRY = "wkb"
"""Column in which the outlines of a geojson file stand, as well-known binary."""

_DUTCH_GRID = "28992"


def read_file(folder: Path, file: TableFile) -> pd.DataFrame:
    """Read a file of a copy in the format that the recipe names.

    Raises:
        SourceChangedError: if it is missing or not in that format.
    """
    path = folder / file.bestand
    if not path.is_file():
        raise SourceChangedError(
            f"Het bestand {path} bestaat niet.",
            remedy="Controleer de map, of pas `bestand` aan in het recept.",
        )
    try:
        return _READERS[file.vorm](path, file)
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException, ShapelyError) as error:
        raise _unreadable(path, file, detail(error)) from error


def read_record(path: Path) -> dict[str, Any]:
    """Read a JSON object, such as the TableInfos record of a table.

    Raises:
        SourceChangedError: if it is missing or no JSON object.
    """
    try:
        record = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SourceChangedError(
            f"Het bestand {path} is niet te lezen ({reason(error)}).",
            remedy="Controleer de map, of haal `metadata` weg uit het recept.",
        ) from error
    except ValueError as error:
        raise SourceChangedError(
            f"Het bestand {path} is niet te lezen als json ({detail(error)}).",
            remedy="Haal het bestand opnieuw op.",
        ) from error
    if not isinstance(record, dict):
        raise SourceChangedError(
            f"Het bestand {path} bevat geen beschrijving van een tabel (verwacht: een object).",
            remedy="Haal het bestand opnieuw op.",
        )
    return record


def _unreadable(path: Path, file: TableFile, why: str) -> SourceChangedError:
    return SourceChangedError(
        f"Het bestand {path} is niet te lezen als {file.vorm} ({why}).",
        remedy="Haal het bestand opnieuw op, of pas `vorm` en `scheiding` aan in het recept.",
    )


def _read_parquet(path: Path, _: TableFile) -> pd.DataFrame:
    return pd.read_parquet(path)


def _read_csv(path: Path, file: TableFile) -> pd.DataFrame:
    # As text: nothing may turn "0344" into a number or an empty field into something else.
    return pd.read_csv(
        path, sep=file.scheiding, dtype=str, keep_default_na=False, encoding="utf-8-sig"
    )


def _read_json(path: Path, _: TableFile) -> pd.DataFrame:
    content = json.loads(path.read_text(encoding="utf-8-sig"))
    records = content["value"] if isinstance(content, dict) else content
    return pd.DataFrame.from_records(records)


def _read_geojson(path: Path, file: TableFile) -> pd.DataFrame:
    content = json.loads(path.read_text(encoding="utf-8-sig"))
    grid = content["crs"]["properties"]["name"]
    if not grid.endswith(_DUTCH_GRID):
        raise _unreadable(path, file, f"coördinaten in {grid} in plaats van EPSG:{_DUTCH_GRID}")
    features = content["features"]
    rows = pd.DataFrame.from_records([feature["properties"] for feature in features])
    shapes = [shape(feature["geometry"]) for feature in features]
    return rows.assign(**{GEOMETRY: list(shapely.to_wkb(shapes))})


_READERS: dict[str, Callable[[Path, TableFile], pd.DataFrame]] = {
    "parquet": _read_parquet,
    "csv": _read_csv,
    "json": _read_json,
    "geojson": _read_geojson,
}

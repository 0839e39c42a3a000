"""Read one file of a local copy into rows, without touching a value.

What stands above the heads of the columns and under the last row (`Bron: CBS.`) is no part of the
table. The rows bear their number in the file, so that an error can point at one.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import warnings
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import pandas as pd
import pyarrow as pa

from wijkprofiel.configuration.editions import TableFile
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.domain.reasons import detail, reason
from wijkprofiel.sources.tables import find_column

GEOMETRY = "wkb"
"""Column in which the outlines of a geojson file stand: as they came, and when they are kept as
well-known binary."""
GRID_NAME = "stelsel"
"""Attribute of the rows of a geojson file: what it says of its coordinates, if it does."""
_TITLE_LINES = 30
"""How far down the heads of the columns are looked for."""

_LARGEST_WORKBOOK = 1_000_000_000
"""Bytes, unpacked: a workbook of a whole country has a tenth of that."""


def read_file(folder: Path, file: TableFile, head: str | None = None) -> pd.DataFrame:
    """Read a file of a copy in the format that the recipe names.

    Args:
        folder: where the files of the copy are.
        file: its name and format.
        head: a column that must be there; in text and workbooks the heads of the columns are the
            first row that has it.

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
        return _READERS[file.vorm](path, file, head)
    except _UNREADABLE as error:
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
        remedy="Haal het bestand opnieuw op, of pas `vorm`, `scheiding` en `blad` aan in het"
        " recept.",
    )


_UNREADABLE = (
    *(OSError, ValueError, KeyError, TypeError, SyntaxError, RecursionError, BadZipFile),
    pa.ArrowException,
)
"""What readers raise; a workbook that is no XML any more is a SyntaxError."""


def _read_parquet(path: Path, _: TableFile, __: str | None) -> pd.DataFrame:
    return _numbered(pd.read_parquet(path))


def _numbered(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.set_axis(range(1, len(rows) + 1))


def _read_csv(path: Path, file: TableFile, head: str | None) -> pd.DataFrame:
    text = _decoded(path.read_bytes())
    first = csv.reader(io.StringIO(text), delimiter=file.scheiding)
    above = _lines_above(_some(first), head)
    # As text: nothing may turn "0344" into a number or an empty field into something else.
    rows = pd.read_csv(
        io.StringIO(text),
        sep=file.scheiding,
        dtype=str,
        keep_default_na=False,
        skiprows=above,
        skip_blank_lines=False,
    )
    rows.index = pd.RangeIndex(above + 2, above + 2 + len(rows))
    return _without_margins(rows.fillna(""))


def _decoded(content: bytes) -> str:
    """The text of a file: UTF-8, or else what Windows and Excel write."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    with suppress(UnicodeDecodeError):
        return content.decode("utf-8-sig")
    return content.decode("cp1252")


def _some(lines: Iterable[list[str]]) -> list[list[str]]:
    """The first lines, as far as they are lines."""
    found: list[list[str]] = []
    with suppress(csv.Error):
        for line, _ in zip(lines, range(_TITLE_LINES), strict=False):
            found.append(line)
    return found


def _lines_above(lines: Iterable[Iterable[object]], head: str | None) -> int:
    """How many lines stand above the heads of the columns; none where they are not found."""
    if head is None:
        return 0
    named = ([str(cell).strip() for cell in line] for line in lines)
    return next((number for number, line in enumerate(named) if find_column(head, line)), 0)


def _without_margins(rows: pd.DataFrame) -> pd.DataFrame:
    """Leave out empty rows, and at the end what has one cell only: where the table comes from."""
    filled = sum(rows.iloc[:, n].astype("str").str.strip() != "" for n in range(rows.shape[1]))
    whole = rows.index[filled > 1]
    last = whole.max() if rows.shape[1] > 1 and len(whole) else rows.index.max()
    kept: pd.DataFrame = rows[(filled > 0) & (rows.index <= last)]
    return kept


def _read_xlsx(path: Path, file: TableFile, head: str | None) -> pd.DataFrame:
    with ZipFile(path) as packed:
        if sum(part.file_size for part in packed.infolist()) > _LARGEST_WORKBOOK:
            raise _unreadable(path, file, "het is uitgepakt groter dan 1 GB")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and the like, which are no matter of ours
        with pd.ExcelFile(path, engine="openpyxl") as book:
            if file.blad is not None and file.blad not in book.sheet_names:
                sheets = ", ".join(str(name) for name in book.sheet_names)
                raise _unreadable(path, file, f"er is geen blad {file.blad}; wel: {sheets}")
            sheet = file.blad or 0
            cells = book.parse(sheet, header=None, dtype=object, keep_default_na=False)
    if formula := _without_result(path, file, cells):
        raise SourceChangedError(
            f"In {path} staat in cel {formula} een formule zonder uitkomst.",
            remedy="Open het bestand in uw spreadsheet en bewaar het daar: dan staat de uitkomst"
            " erbij.",
        )
    above = _lines_above(cells.head(_TITLE_LINES).to_numpy().tolist(), head)
    heads = [str(cell).strip() for cell in cells.iloc[above]]
    rows = cells.iloc[above + 1 :].set_axis(heads, axis=1)
    rows.index = pd.RangeIndex(above + 2, above + 2 + len(rows))
    return _without_margins(rows)


def _without_result(path: Path, file: TableFile, cells: pd.DataFrame) -> str | None:
    """The first formula of which no result was kept, so that its cell would seem empty."""
    with ZipFile(path) as packed:
        sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/")]
        if not any(b"<f" in packed.read(name) for name in sheets):
            return None
    import openpyxl

    with closing(openpyxl.load_workbook(path, read_only=True)) as book:
        sheet = book.worksheets[0] if file.blad is None else book[file.blad]
        known = cells.to_numpy()
        for row, line in enumerate(sheet.iter_rows(max_row=known.shape[0])):
            for column, cell in enumerate(line[: known.shape[1]]):
                if cell.data_type == "f" and str(known[row, column]) in ("", "nan", "None"):
                    return str(cell.coordinate)
    return None


def _read_json(path: Path, _: TableFile, __: str | None) -> pd.DataFrame:
    content = json.loads(path.read_text(encoding="utf-8-sig"))
    records = content["value"] if isinstance(content, dict) else content
    return _numbered(pd.DataFrame.from_records(records))


def _read_geojson(path: Path, file: TableFile, _: str | None) -> pd.DataFrame:
    """A row per shape, with what the file says of it; the shapes themselves are read later."""
    content = json.loads(path.read_text(encoding="utf-8-sig"))
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or not features:
        raise _unreadable(path, file, "er staan geen vormen in (`features`)")
    for number, feature in enumerate(features, start=1):
        if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
            raise _unreadable(path, file, f"vorm {number} heeft geen kenmerken (`properties`)")
    rows = pd.DataFrame.from_records([feature["properties"] for feature in features])
    shapes = pd.Series([feature.get("geometry") for feature in features], dtype=object)
    rows = _numbered(rows.assign(**{GEOMETRY: shapes}))
    rows.attrs[GRID_NAME] = _grid(content)
    return rows


def _grid(content: dict[str, Any]) -> str | None:
    """The name of the coordinate system; None where the file gives none."""
    try:
        return str(content["crs"]["properties"]["name"])
    except (KeyError, TypeError):
        return None


_READERS: dict[str, Callable[[Path, TableFile, str | None], pd.DataFrame]] = {
    "parquet": _read_parquet,
    "csv": _read_csv,
    "xlsx": _read_xlsx,
    "json": _read_json,
    "geojson": _read_geojson,
}

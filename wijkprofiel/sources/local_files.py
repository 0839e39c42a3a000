"""Import of a local copy of a table: recipe and folder in, the table as it is out.

A copy that no longer fits its recipe is refused with what was expected, what was found and what
to edit. Every column of figures is held against what it should be; a figure is only rewritten where
the recipe declares a notation, or a workbook keeps it as a number. Cleaning is for compile time.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import shapely

from wijkprofiel.configuration.editions import ImportRecipe, TableFile
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.domain.map_flaws import MapFlaw, MapRemark
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.regions import RegionLevel, level_of, normalise_code
from wijkprofiel.sources.column_checks import ColumnChecks
from wijkprofiel.sources.files import GEOMETRY, GRID_NAME, read_file, read_record
from wijkprofiel.sources.map_shapes import ShapeReader, is_no_land
from wijkprofiel.sources.notation import as_text
from wijkprofiel.sources.tables import (
    Roles,
    SourceTable,
    Topic,
    find_column,
    stem_of,
    topics_from_properties,
)

# Columns of CBS and RIVM tables that describe the area; they are no figures.
_ABOUT_AREAS = {"ID", "Gemeentenaam", "SoortRegio", "Codering"}


def read_table(recipe: ImportRecipe, folder: Path) -> SourceTable:
    """Read a copy of a table as its recipe says.

    Raises:
        SourceChangedError: if files, columns, areas or rows are not as the recipe says.
    """
    remarks: list[MapRemark] = []
    parts = {file.bestand: _read_part(recipe, folder, file, remarks) for file in recipe.gegevens}
    places = [(name, int(row)) for name, part in parts.items() for row in part.index]
    rows = pd.concat(parts.values()).reset_index(drop=True)
    roles = _roles(recipe, rows)
    _check_rows(recipe, rows, roles)
    topics = _topics(recipe, folder, rows, roles)
    figures = ColumnChecks(recipe, roles, rows, places).figures(topics)
    rows = rows.assign(**figures)
    kept = [*_role_columns(roles), *(topic.key for topic in topics)]
    for name in rows.columns.difference([*figures, GEOMETRY]) if figures else ():
        rows[name] = rows[name].map(as_text).astype("str")
    return SourceTable(
        id=recipe.id,
        origin=_origin(recipe, folder),
        rows=rows[list(dict.fromkeys(kept))],
        roles=roles,
        topics=topics,
        zero_is_empty=recipe.leeg_is_ook_nul,
        regions=_region_list(recipe, folder, rows[roles.code]),
        outlines=_outlines(recipe, rows, roles),
        map_remarks=tuple(remarks),
    )


def _changed(recipe: ImportRecipe, message: str, edit: str) -> SourceChangedError:
    return SourceChangedError(
        f"Recept {recipe.id}: {message}",
        remedy=f"Controleer de bestanden, of pas {edit} aan in configs/import/{recipe.id}.yaml.",
    )


def _read_part(
    recipe: ImportRecipe, folder: Path, file: TableFile, remarks: list[MapRemark]
) -> pd.DataFrame:
    """The rows of one file.

    Args:
        remarks: gets what is wrong with its map.
    """
    rows = read_file(folder, file, recipe.regio.code)
    column = _column(recipe, rows, recipe.regio.code, "regio.code")
    if recipe.grenzen and GEOMETRY in rows.columns:
        rows, of_the_map = _read_map(recipe, file, rows)
        remarks += of_the_map
    levels = {level_of(normalise_code(str(code))) for code in rows[column].unique()}
    if file.niveau is not None and levels != {RegionLevel(file.niveau)}:
        found = ", ".join(sorted(str(level) for level in levels))
        raise _changed(
            recipe,
            f"{file.bestand} zou alleen het niveau {file.niveau} bevatten; gevonden: {found}.",
            "niveau",
        )
    return rows


def _read_map(
    recipe: ImportRecipe, file: TableFile, rows: pd.DataFrame
) -> tuple[pd.DataFrame, list[MapRemark]]:
    """The areas of a map that are land, each with its shape; and what was wrong with them."""

    def refuse(problem: str) -> SourceChangedError:
        return _changed(recipe, f"{file.bestand}: {problem}.", "het recept")

    code = _column(recipe, rows, recipe.regio.code, "regio.code")
    name = code
    if recipe.regio.naam is not None:
        name = _column(recipe, rows, recipe.regio.naam, "regio.naam")
    said = None if recipe.water is None else rows[_column(recipe, rows, recipe.water, "water")]
    labels = [(str(row[code]).strip(), str(row[name]).strip()) for _, row in rows.iterrows()]
    marks = [None] * len(rows) if said is None else said.tolist()
    land = [not is_no_land(each, mark) for (each, _), mark in zip(labels, marks, strict=True)]
    wet = [label for label, is_land in zip(labels, land, strict=True) if not is_land]
    reader = ShapeReader(refuse, [MapRemark(MapFlaw.NO_LAND, *label) for label in wet])
    grid, rows = rows.attrs.get(GRID_NAME), rows[land].copy()
    kept = [label for label, is_land in zip(labels, land, strict=True) if is_land]
    shapes = reader.read(rows[GEOMETRY].tolist(), kept, grid)
    rows[GEOMETRY] = pd.Series(shapes, index=rows.index, dtype=object)
    rows = reader.join(rows, code, name, GEOMETRY)
    reader.check(len(rows))
    return rows, reader.remarks


def _roles(recipe: ImportRecipe, rows: pd.DataFrame) -> Roles:
    region, dimension = recipe.regio, recipe.dimensies

    def column(name: str | None, key: str) -> str | None:
        return None if name is None else _column(recipe, rows, name, key)

    return Roles(
        code=_column(recipe, rows, region.code, "regio.code"),
        name=column(region.naam, "regio.naam"),
        gemeente=column(region.gemeente, "regio.gemeente"),
        inhabitants=column(region.inwoners, "regio.inwoners"),
        land=column(region.oppervlakte_land, "regio.oppervlakte_land"),
        total=column(region.oppervlakte_totaal, "regio.oppervlakte_totaal"),
        area_unit=region.oppervlakte_eenheid,
        age=column(dimension.leeftijd, "dimensies.leeftijd"),
        ages={code: str(age) for code, age in dimension.leeftijden.items()},
        margin=column(dimension.marges, "dimensies.marges"),
        period=column(dimension.perioden, "dimensies.perioden"),
        year=dimension.jaar,
    )


def _column(recipe: ImportRecipe, rows: pd.DataFrame, name: str, key: str) -> str:
    found = find_column(name, rows.columns)
    if len(found) != 1:
        what = "staat er niet in" if not found else f"past op meer kolommen: {', '.join(found)}"
        known = ", ".join(str(column) for column in rows.columns if column != GEOMETRY)
        # One column of everything: the text is split at another sign.
        edit = key if len(rows.columns) > 1 else "scheiding"
        raise _changed(recipe, f"kolom {name} {what}. Gevonden kolommen: {known}.", edit)
    return found[0]


def _role_columns(roles: Roles) -> list[str]:
    more = (roles.name, roles.gemeente, roles.inhabitants, roles.land, roles.total)
    return [*roles.dimensions(), *(name for name in more if name)]


def _check_rows(recipe: ImportRecipe, rows: pd.DataFrame, roles: Roles) -> None:
    if rows.empty:
        raise _changed(recipe, "de tabel heeft geen rijen.", "bestand")
    codes = rows[roles.code].unique()
    unknown = [code for code in codes if level_of(normalise_code(str(code))) is None]
    if unknown:
        raise _changed(
            recipe,
            f"{len(unknown)} regiocodes kennen we niet, zoals {str(unknown[0]).strip()!r}"
            " (verwacht: NL, GM, WK of BU met cijfers).",
            "regio.code",
        )
    keys = rows[roles.dimensions()].apply(lambda column: column.astype(str).str.strip())
    twice = keys[keys.duplicated()]
    if not twice.empty:
        first = " ".join(twice.iloc[0])
        message = f"{len(twice)} rijen staan er dubbel in, zoals {first}."
        raise _changed(recipe, message, "dimensies")
    _check_ages(recipe, keys, roles)


def _check_ages(recipe: ImportRecipe, keys: pd.DataFrame, roles: Roles) -> None:
    if roles.age is None:
        return
    found, known = set(keys[roles.age].unique()), set(roles.ages)
    if found != known:
        raise _changed(
            recipe,
            f"leeftijden {', '.join(sorted(found))} gevonden, {', '.join(sorted(known))} verwacht.",
            "dimensies.leeftijden",
        )


def _topics(
    recipe: ImportRecipe, folder: Path, rows: pd.DataFrame, roles: Roles
) -> tuple[Topic, ...]:
    if recipe.eigenschappen is not None:
        return _described(recipe, folder, rows)
    if recipe.alle_kolommen:
        skipped = {*_role_columns(roles), GEOMETRY}
        names = [column for column in rows.columns if column not in skipped]
        return tuple(
            Topic(key=name, stem=stem_of(name), unit=recipe.eenheid)
            for name in names
            if stem_of(name) not in _ABOUT_AREAS
        )
    return tuple(
        Topic(
            key=_column(recipe, rows, column.kolom, f"kolommen.{number}.kolom"),
            stem=column.stam,
            title=column.titel,
            path=column.pad,
            unit=column.eenheid,
        )
        for number, column in enumerate(recipe.kolommen)
    )


def _described(recipe: ImportRecipe, folder: Path, rows: pd.DataFrame) -> tuple[Topic, ...]:
    name = recipe.eigenschappen or ""
    properties = read_file(folder, _companion(name))
    if absent := {"ID", "ParentID", "Type", "Key", "Title"} - set(properties.columns):
        raise _changed(recipe, f"in {name} ontbreekt {', '.join(sorted(absent))}.", "eigenschappen")
    topics = topics_from_properties(properties)
    without = sorted({topic.key for topic in topics} - set(rows.columns))
    if without:
        raise _changed(
            recipe,
            f"{name} beschrijft kolommen die de tabel niet heeft: {', '.join(without)}.",
            "eigenschappen",
        )
    return topics


def _companion(name: str) -> TableFile:
    """A file beside the rows; its format is in its name."""
    kind = Path(name).suffix.lstrip(".")
    return TableFile.model_validate({"bestand": name, "vorm": kind})


def _origin(recipe: ImportRecipe, folder: Path) -> Origin:
    source, modified = recipe.bron, None
    if recipe.metadata is not None:
        record = read_record(folder / recipe.metadata)
        identifier = record.get("Identifier")
        if identifier != source.tabel:
            raise _changed(
                recipe,
                f"{recipe.metadata} hoort bij tabel {identifier}, niet bij {source.tabel}.",
                "bron.tabel",
            )
        modified = str(record["Modified"])[:10] if record.get("Modified") else None
    return Origin(
        table=source.tabel,
        title=source.titel,
        producer=source.producent,
        short=source.kort,
        division=source.indeling,
        modified=modified,
        licence=source.licentie,
        via=source.via,
    )


def _region_list(recipe: ImportRecipe, folder: Path, codes: pd.Series[str]) -> pd.DataFrame | None:
    if recipe.regiolijst is None:
        return None
    regions = read_file(folder, _companion(recipe.regiolijst))
    if absent := {"Key", "Title"} - set(regions.columns):
        raise _changed(
            recipe, f"in {recipe.regiolijst} ontbreekt {', '.join(sorted(absent))}.", "regiolijst"
        )
    without = sorted(set(codes.str.strip()) - set(regions["Key"].str.strip()))
    if without:
        raise _changed(
            recipe,
            f"{len(without)} regiocodes staan niet in {recipe.regiolijst}, zoals {without[0]}.",
            "regiolijst",
        )
    return regions[["Key", "Title"]]


def _outlines(recipe: ImportRecipe, rows: pd.DataFrame, roles: Roles) -> pd.DataFrame | None:
    if not recipe.grenzen:
        return None
    if GEOMETRY not in rows.columns or roles.name is None:
        raise _changed(recipe, "er zijn geen grenzen met namen gevonden.", "grenzen")
    drawn = rows[rows[GEOMETRY].notna()]
    return pd.DataFrame(
        {
            "code": drawn[roles.code],
            "name": drawn[roles.name],
            GEOMETRY: list(shapely.to_wkb(drawn[GEOMETRY].to_numpy())),
        }
    )

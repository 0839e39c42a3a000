"""A country of two gemeenten in four tables, small enough to check by hand.

The files have the shapes of the real ones: padded keys, numbered columns, a description of the
columns, another division with its own names. A test changes what it is about and leaves the rest.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from tests.support.catalogue import CATALOGUE
from wijkprofiel.archive.snapshots import import_tables
from wijkprofiel.compilation.edition import compile_edition
from wijkprofiel.compilation.tables_of_edition import Terms
from wijkprofiel.configuration.characteristics import ResidentsDefinition
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.editions import EditionDefinition, ImportRecipe
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.edition.manifest import Manifest

Rows = list[dict[str, Any]]

# code, title, gemeente, inhabitants, 0-15, 15-25, 25-45, 45-65, 65+, land, total
AREAS_2020 = (
    ("NL00", "Nederland", "Nederland", 6000, 900, 700, 1600, 1600, 1200, 1000, 1100),
    ("GM0001", "Adam", "Adam", 4000, 600, 500, 1100, 1000, 800, 600, 660),
    ("WK000101", "Wijk 01 Oud", "Adam", 2500, 400, 300, 700, 600, 500, 155, 155),
    ("BU00010101", "Haven", "Adam", 2500, 400, 300, 700, 600, 500, 155, 155),
    ("WK000102", "Wijk 02 Nieuw", "Adam", 1440, 195, 195, 390, 370, 290, 300, 310),
    ("WK000103", "Wijk 03", "Adam", 60, 5, 5, 10, 30, 10, 145, 150),
    ("GM0002", "Bdam", "Bdam", 2000, 300, 200, 500, 600, 400, 400, 440),
    (
        "WK000201",
        "Lange naam die in deze tabel wordt afgek",
        "Bdam",
        *(2000, 300),
        *(200, 500),
        *(600, 400, 400, 410),
    ),
)
COLUMNS_2020 = (
    ("AantalInwoners_5", "Bevolking"),
    ("k_0Tot15Jaar_8", "Bevolking › Leeftijdsgroepen"),
    ("k_15Tot25Jaar_9", "Bevolking › Leeftijdsgroepen"),
    ("k_25Tot45Jaar_10", "Bevolking › Leeftijdsgroepen"),
    ("k_45Tot65Jaar_11", "Bevolking › Leeftijdsgroepen"),
    ("k_65JaarOfOuder_12", "Bevolking › Leeftijdsgroepen"),
    ("OppervlakteLand_111", "Oppervlakte"),
    ("OppervlakteTotaal_110", "Oppervlakte"),
)
MORE_2020 = (
    ("Uitkeringen_83", "Sociale zekerheid", "aantal"),
    ("Woningwaarde_35", "Wonen", "x 1 000 euro"),
    ("Appartement_48", "Energie › Elektriciteit", "kWh"),
    ("Appartement_56", "Energie › Gas", "m3"),
)
BENEFITS = (240, 150, 120, 120, 30, None, 90, 90)

_HEALTH = (4, 3, 2, 3, 4, None, 7, 7)
"""What an area has more than 70 of the first health figure; a whole is the mean of its parts."""

# code, name, gemeente, inhabitants, land, owner-occupied, value of a dwelling
AREAS_2024 = (
    ("NL00", "Nederland", "Nederland", "6300.0", "1000.0", "57.0", "378.0"),
    ("GM0001", "Adam (Z.)", "Adam (Z.)", "4200.0", "600.0", "50.0", "300.0"),
    ("WK000101", "Oud", "Adam (Z.)", "2600.0", "206.0", "41.0", "293.0"),
    ("BU00010101", "Haven", "Adam (Z.)", "2600.0", "206.0", "41.0", ""),
    ("WK000102", "Elders", "Adam (Z.)", "1450.0", "300.0", "60.0", "400.0"),
    ("WK000103", "Wijk 03", "Adam (Z.)", "65.0", "100.0", "", "200.0"),
    ("GM0002", "Bdam", "Bdam", "2100.0", "400.0", "70.0", "500.0"),
    (
        "WK000201",
        "Lange naam die in deze tabel wordt afgek",
        "Bdam",
        *("2100.0", "400.0", "70.0"),
        "500.0",
    ),
)

# Squares of 1 km on the Dutch grid: code, name, inhabitants, share, left, bottom.
SQUARES_2022 = (
    ("WK000101", "Oud", 2550, 68.0, 100_000, 400_000),
    ("WK000102", "Elders", 1440, 71.0, 100_000, 401_000),
    ("WK000104", "Nieuw", 1440, 70.0, 101_000, 400_000),
    ("WK000201", "Lange náam die in deze tabel wordt afgekapt", 2050, 66.0, 110_000, 400_000),
)

RECIPES: dict[str, dict[str, Any]] = {
    "kern": {
        "gegevens": [{"bestand": "kern.parquet", "vorm": "parquet"}],
        "eigenschappen": "eigenschappen.parquet",
        "metadata": "metadata.json",
        "regiolijst": "regiolijst.parquet",
        "regio": {
            "code": "WijkenEnBuurten",
            "gemeente": "Gemeentenaam",
            "inwoners": "AantalInwoners",
            "oppervlakte_land": "OppervlakteLand",
            "oppervlakte_totaal": "OppervlakteTotaal",
        },
        "dimensies": {"jaar": 2020},
        # An import leaves these alone, so that a test can see what compiling makes of them.
        "optelbaar": {"k_0Tot15Jaar": False},
        "bereik": {"AantalInwoners": (-10_000, 100_000)},
    },
    "gezondheid": {
        "gegevens": [{"bestand": "gezondheid.parquet", "vorm": "parquet"}],
        "regio": {"code": "WijkenEnBuurten"},
        "dimensies": {
            "leeftijd": "Leeftijd",
            "leeftijden": {"20300": "18+", "53115": "18-64", "80200": "65+"},
            "marges": "Marges",
            "perioden": "Perioden",
        },
        "alle_kolommen": True,
        "eenheid": "%",
        "bereik": {"Gezond": (-1000, 1000)},
    },
    "later": {
        "gegevens": [{"bestand": "later.csv", "vorm": "csv", "scheiding": ";"}],
        "regio": {
            "code": "code",
            "naam": "name",
            "gemeente": "gm_naam",
            "inwoners": "inwoners",
            "oppervlakte_land": "landHa",
        },
        "dimensies": {"jaar": 2024},
        "leeg_is_ook_nul": True,
        "kolommen": [
            {
                "kolom": "inwoners",
                "stam": "AantalInwoners",
                "titel": "Inwoners",
                "eenheid": "aantal",
            },
            {"kolom": "koop", "stam": "Koopwoningen", "titel": "Koopwoningen", "eenheid": "%"},
            {"kolom": "woz", "stam": "Woningwaarde", "titel": "Waarde", "eenheid": "x 1 000 euro"},
        ],
    },
    "grenzen": {
        "gegevens": [
            {"bestand": "gemeente.geojson", "vorm": "geojson", "niveau": "gemeente"},
            {"bestand": "wijk.geojson", "vorm": "geojson", "niveau": "wijk"},
        ],
        "regio": {
            "code": "code",
            "naam": "name",
            "inwoners": "population",
            "oppervlakte_totaal": "area",
            "oppervlakte_eenheid": "km2",
        },
        "dimensies": {"jaar": 2022},
        "grenzen": True,
        "kolommen": [
            {"kolom": "work", "stam": "Arbeid", "titel": "Arbeidsparticipatie", "eenheid": "%"}
        ],
    },
}
TABLES = {
    "kern": ("1NED", 2020),
    "gezondheid": ("2NED", 2020),
    "later": ("3NED", 2024),
    "grenzen": ("4NED", 2022),
}


def recipe(name: str, **changes: Any) -> ImportRecipe:
    """The recipe of one of the four tables, with changes."""
    table, division = TABLES[name]
    source = {
        "tabel": table,
        "titel": f"Tabel {name}",
        "producent": "CBS",
        "kort": name,
        "licentie": "CC BY 4.0",
        "indeling": division,
    }
    return ImportRecipe.model_validate({"id": name, "bron": source, **RECIPES[name], **changes})


def core_rows() -> Rows:
    """The core table: keys padded to ten, a postcode of a dot, a column without figures."""
    return [
        {
            "ID": number,
            "WijkenEnBuurten": f"{code:<10}",
            "Gemeentenaam_1": f"{gemeente:<40}",
            **{column: value for (column, _), value in zip(COLUMNS_2020, numbers, strict=True)}
            | {"OppervlakteLand_111": numbers[-2], "OppervlakteTotaal_110": numbers[-1]},
            "Uitkeringen_83": benefits,
            "Woningwaarde_35": None,
            "Appartement_48": 2000.0,
            "Appartement_56": 900.0,
            "Postcode_113": "         .",
        }
        for number, ((code, _, gemeente, *numbers), benefits) in enumerate(
            zip(AREAS_2020, BENEFITS, strict=True)
        )
    ]


def properties() -> pd.DataFrame:
    """DataProperties: groups with their parents, and topics in them."""
    paths = [*((key, path, "aantal") for key, path in COLUMNS_2020), *MORE_2020]
    groups: dict[str, int] = {}
    rows: Rows = []
    for key, path, unit in paths:
        parent: int | None = None
        titles_so_far: list[str] = []
        for title in path.split(" › "):
            titles_so_far.append(title)
            name = "/".join(titles_so_far)
            if name not in groups:
                groups[name] = len(rows)
                rows.append(
                    {
                        "ID": len(rows),
                        "ParentID": parent,
                        "Type": "TopicGroup",
                        "Key": "",
                        "Title": title,
                        "Unit": None,
                    }
                )
            parent = groups[name]
        rows.append(
            {
                "ID": len(rows),
                "ParentID": parent,
                "Type": "Topic",
                "Key": key,
                "Title": key,
                "Unit": unit,
            }
        )
    return pd.DataFrame(rows)


def titles() -> pd.DataFrame:
    """The list of areas of the core table."""
    return pd.DataFrame(
        [{"Key": f"{code:<10}", "Title": f"{title} "} for code, title, *_ in AREAS_2020]
    )


def health_rows() -> Rows:
    """Two figures for three age groups; the second was not asked in 2016; 18-64 stops in 2016."""
    rows: Rows = []
    for (code, *_), more in zip(AREAS_2020, _HEALTH, strict=True):
        key = "NL01" if code == "NL00" else code
        for age in ("20300", "53115", "80200"):
            for year in (2016, 2020):
                if (age, year) == ("53115", 2020):
                    continue
                rows.append(
                    {
                        "ID": len(rows),
                        "Leeftijd": age,
                        "Marges": "MW00000",
                        "WijkenEnBuurten": f"{key:<10}",
                        "Perioden": f"{year}JJ00",
                        "Gezond_4": None if more is None else 70.1 + more,
                        "Stress_26": None if more is None or year == 2016 else 20.5 + more,
                    }
                )
    return rows


def later_rows() -> Rows:
    """The selection of 2024 as text, with a health column that is of another edition."""
    names = ("code", "name", "gm_naam", "inwoners", "landHa", "koop", "woz")
    return [dict(zip(names, row, strict=True)) | {"gezond": "99.9"} for row in AREAS_2024]


def square_rows() -> Rows:
    """The wijken of 2022."""
    names = ("code", "name", "population", "work", "left", "bottom")
    return [dict(zip(names, row, strict=True)) for row in SQUARES_2022]


def feature(row: dict[str, Any], size: int = 1000) -> dict[str, Any]:
    """A square as GeoJSON; its area says the same as the core table unless the row has its own."""
    x, y = row["left"], row["bottom"]
    ring = [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]
    areas = {"WK000101": 2.06, "WK000102": 1.0, "WK000104": 3.1, "WK000201": 4.1}
    return {
        "type": "Feature",
        "properties": {
            "code": row["code"],
            "name": row["name"],
            "population": row["population"],
            "area": row.get("area", areas.get(row["code"], 1.0)),
            "work": row["work"],
        },
        "geometry": row.get("shape", {"type": "Polygon", "coordinates": row.get("rings", [ring])}),
    }


def gemeente_features() -> list[dict[str, Any]]:
    """The gemeenten of 2022, with a total area that leaves out what is water."""
    found = []
    for code, name, population, left in (
        ("GM0001", "Adam", 4100, 100_000),
        ("GM0002", "Bdam", 2050, 110_000),
    ):
        row = {
            "code": code,
            "name": name,
            "population": population,
            "work": 65.0,
            "left": left,
            "bottom": 400_000,
        }
        found.append(feature({**row, "area": 6.15 if code == "GM0001" else 4.1}, 2000))
    return found


def write_geojson(path: Path, features: list[dict[str, Any]], grid: str = "28992") -> None:
    """Write a feature collection on a grid."""
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{grid}"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))


@dataclass
class SmallCountry:
    """The rows of the four tables, to be changed and then written to a folder."""

    core: Rows = field(default_factory=core_rows)
    health: Rows = field(default_factory=health_rows)
    later: Rows = field(default_factory=later_rows)
    squares: Rows = field(default_factory=square_rows)
    gemeenten: Rows = field(default_factory=gemeente_features)
    identifier: str = "1NED"

    def write(self, folder: Path) -> Path:
        """Write all files of all four copies."""
        folder.mkdir(parents=True, exist_ok=True)
        pd.DataFrame(self.core).to_parquet(folder / "kern.parquet")
        properties().to_parquet(folder / "eigenschappen.parquet")
        titles().to_parquet(folder / "regiolijst.parquet")
        metadata = {"Identifier": self.identifier, "Modified": "2021-03-26T02:00:00"}
        (folder / "metadata.json").write_text(json.dumps(metadata))
        pd.DataFrame(self.health).to_parquet(folder / "gezondheid.parquet")
        pd.DataFrame(self.later).to_csv(folder / "later.csv", sep=";", index=False)
        wijken = [feature(row) for row in self.squares]
        write_geojson(folder / "wijk.geojson", wijken)
        write_geojson(folder / "gemeente.geojson", self.gemeenten)
        return folder


def edition(**changes: Any) -> EditionDefinition:
    """The edition of the four tables."""
    return EditionDefinition.model_validate(
        {
            "id": "klein",
            "titel": "Een klein land",
            "stand": "2021-04-01",
            "indeling": 2020,
            "kerntabel": "kern",
            "grenzen": "grenzen",
            "vereenvoudig_m": 0,
            "tabellen": [
                {"momentopname": "gezondheid", "lege_kolom": "niet_gevraagd"},
                {"momentopname": "kern", "lege_kolom": "nog_niet_geleverd"},
                {"momentopname": "later", "lege_kolom": "nog_niet_geleverd"},
                {"momentopname": "grenzen", "lege_kolom": "nog_niet_geleverd"},
            ],
            "volgorde": {
                "gezondheid": ["gezondheid"],
                "bevolking": ["kern"],
                "groei": ["later", "kern"],
                "wonen": ["kern", "later"],
                "arbeid": ["grenzen"],
            },
            **changes,
        }
    )


def indicator(name: str, source: dict[str, Any], **changes: Any) -> IndicatorDefinition:
    """An indicator with just enough text to be valid."""
    return IndicatorDefinition.model_validate(
        {
            "id": name,
            "naam": name,
            "korte_naam": name,
            "definitie": name,
            "eenheid": "procent",
            "soort": "aandeel",
            "populatie": "alle inwoners",
            "richting": "geen_oordeel",
            "methode": "register",
            "bron": source,
            "themas": {"rivm": "bevolking"},
            "zin": {"kort": name, "heel": "Het is {waarde}."},
            **changes,
        }
    )


AGES = ["18+", "65+", "18-64"]


def indicators() -> list[IndicatorDefinition]:
    """One indicator of each kind."""
    ages = ["k_15Tot25Jaar", "k_25Tot45Jaar", "k_45Tot65Jaar"]
    return [
        indicator(
            "inwoners",
            {"groep": "bevolking", "onderwerp": "AantalInwoners"},
            eenheid="personen",
            soort="aantal",
        ),
        indicator(
            "jong", {"groep": "bevolking", "teller": "k_0Tot15Jaar", "noemer": "AantalInwoners"}
        ),
        indicator(
            "uitkering",
            {"groep": "bevolking", "teller": "Uitkeringen", "noemer": ages, "vermenigvuldig": 1000},
            eenheid="per_1000",
            soort="verhouding",
        ),
        indicator(
            "groei", {"groep": "groei", "verandering": "AantalInwoners"}, soort="verandering"
        ),
        indicator("koop", {"groep": "wonen", "onderwerp": "Koopwoningen"}),
        indicator(
            "waarde",
            {"groep": "wonen", "onderwerp": ["WaardeVanWoningen", "Woningwaarde"]},
            eenheid="duizend_euro",
            soort="gemiddelde",
        ),
        indicator("arbeid", {"groep": "arbeid", "onderwerp": "Arbeid"}),
        indicator(
            "gezond",
            {"groep": "gezondheid", "onderwerp": "Gezond"},
            leeftijden=AGES,
            methode="modelschatting",
        ),
        indicator(
            "stress",
            {"groep": "gezondheid", "onderwerp": "Stress"},
            leeftijden=AGES,
            methode="modelschatting",
        ),
    ]


def limits() -> JudgementLimits:
    """The shipped limits of judging."""
    return CATALOGUE.limits


def compile_country(
    country: SmallCountry,
    folder: Path,
    *,
    residents: ResidentsDefinition | None = None,
    terms: Terms | None = None,
    extra: Iterable[IndicatorDefinition] = (),
    **changes: Any,
) -> Manifest:
    """Import and compile a small country in a folder; changes are of the edition's definition.

    Args:
        extra: indicators beside the usual ones.
    """
    copies = country.write(folder / "kopie")
    for name in RECIPES:
        import_tables(recipe(name), copies, folder / "momentopnamen")
    definition, snapshots = edition(**changes), folder / "momentopnamen"
    return compile_edition(
        definition,
        [*indicators(), *extra],
        limits(),
        snapshots,
        folder,
        residents=residents,
        terms=terms,
    )

"""Edition 2024 of six gemeenten on its own division, made from files and without a network.

Borders, people and homes are those of 2024 (`kaart_2024/`: Kadaster / CBS, CC BY 4.0): Amersfoort,
Amsterdam, Den Haag, Deventer, Terschelling and Utrecht. Each wijk is drawn as its maker simplified
it, apart from its neighbours. People of 15 to 25 are computed from whole percentages per wijk: only
their share is in the file of the map.

THE HEALTH FIGURES ARE MADE UP, and their title says so: we have no copy of 50150NED.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any
from zlib import crc32

import yaml

from tests.support.catalogue import CATALOGUE
from wijkprofiel.edition.manifest import Manifest
from wijkprofiel.workshop import editions
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS, SearchPath

FOLDER = Path(__file__).parent / "kaart_2024"
MAP_FILE = "wijk_2024_rd.geojson"
MADE_UP = "Verzonnen cijfers, voor een test"
_REGISTER = FOLDER / "kwb_85984NED_selection_2024.csv"
_TABLES = ("rivm_50150ned", "kwb_2024", "grenzen_2024")
_GROUPS = ("bevolking", "inkomen", "stedelijkheid", "woningen", "oppervlakte", "voorzieningen")


def make_edition(folder: Path) -> Manifest:
    """Make it as a user does, with a folder of configuration of one's own.

    Args:
        folder: gets `configs`, the copies, and the edition in `data`.
    """
    place = workplace(folder)
    copies = folder / "kopie"
    copies.mkdir()
    _write_health(copies / "gezondheid.csv")
    editions.import_table(place, "rivm_50150ned", copies)
    for name in _TABLES[1:]:
        editions.import_table(place, name, FOLDER)
    return editions.compile_edition(place, "2024")


def workplace(folder: Path) -> Workplace:
    """The folders of the user, with an edition 2024 and a recipe in them."""
    configs = folder / "configs"
    if not configs.is_dir():
        _write_yaml(configs / "edities/2024.yaml", _edition())
        _write_yaml(configs / "import/rivm_50150ned.yaml", _recipe())
        _write_yaml(configs / "import/kwb_2024.yaml", _register())
    return Workplace(SearchPath.with_user_folder(configs), folder / "data")


def _write_yaml(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _edition() -> dict[str, object]:
    """The shipped one, with the map from a file and without the tables that we have no copy of."""
    empty = {"rivm_50150ned": "niet_gevraagd"}
    return {
        "id": "2024",
        "titel": "Kerncijfers 2024, met verzonnen gezondheid",
        "stand": "2026-11-24",
        "indeling": 2024,
        "kerntabel": "kwb_2024",
        "grenzen": "grenzen_2024",
        "vereenvoudig_m": 60,
        "tabellen": [
            {"momentopname": name, "lege_kolom": empty.get(name, "nog_niet_geleverd")}
            for name in _TABLES
        ],
        "volgorde": {"gezondheid": ["rivm_50150ned"]} | {name: ["kwb_2024"] for name in _GROUPS},
        "mag_ontbreken": list(CATALOGUE.indicators),
    }


def _register() -> dict[str, object]:
    """The shipped recipe, with a column that its copy does not have."""
    shipped = (SHIPPED_CONFIGS / "import/kwb_2024.yaml").read_text(encoding="utf-8")
    recipe: dict[str, Any] = yaml.load(shipped, Loader=yaml.BaseLoader)
    young = {"kolom": "inwoners15tot25", "stam": "k_15Tot25Jaar", "titel": "15 tot 25 jaar"}
    return recipe | {"kolommen": [*recipe["kolommen"], young | {"eenheid": "aantal"}]}


def _recipe() -> dict[str, object]:
    return {
        "id": "rivm_50150ned",
        "bron": {
            "tabel": "50150NED",
            "titel": MADE_UP,
            "producent": "Niemand",
            "kort": MADE_UP,
            "licentie": "CC0 1.0",
            "indeling": 2024,
        },
        "gegevens": [{"bestand": "gezondheid.csv", "vorm": "csv"}],
        "regio": {"code": "code"},
        "dimensies": {
            "leeftijd": "leeftijd",
            "leeftijden": {"20300": "18+", "80200": "65+"},
            "perioden": "jaar",
        },
        "alle_kolommen": "ja",
        "eenheid": "%",
    }


def _write_health(path: Path) -> None:
    """A figure per area and topic that depends on their names alone."""
    health = [each for each in CATALOGUE.indicators.values() if each.bron.groep == "gezondheid"]
    topics = list(
        dict.fromkeys(each.bron.onderwerp[0].stam for each in health if each.bron.onderwerp)
    )
    people = {"20300": _people("inwoners"), "80200": _people("inwoners65plus")}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["code", "leeftijd", "jaar", *topics])
        for code in people["20300"]:
            for age, counted in people.items():
                cells = (f"{_figure(code, age, topic, counted):.1f}" for topic in topics)
                writer.writerow([code, age, "2024JJ00", *cells])


def _people(column: str) -> dict[str, float]:
    """Numbers of people by code."""
    with _REGISTER.open(encoding="utf-8", newline="") as file:
        next(file)
        rows = csv.DictReader(file, delimiter=";")
        return {row["code"]: float(row[column] or 0) for row in rows}


def _figure(code: str, age: str, topic: str, people: dict[str, float]) -> float:
    """Of a wijk somewhere in ten points around that of the country; of a gemeente their mean."""
    usual = 15 + crc32(f"{topic}{age}".encode()) % 60
    if code == "NL00":
        return usual
    if code.startswith("WK"):
        return usual + crc32(f"{code}{topic}".encode()) % 100 / 10 - 5
    wijken = [each for each in people if each.startswith(f"WK{code[2:]}")]
    total = sum(people[wijk] * _figure(wijk, age, topic, people) for wijk in wijken)
    return total / sum(people[wijk] for wijk in wijken)

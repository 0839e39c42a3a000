"""The tables of how figures are judged, as data apart from the configuration that they check."""

from __future__ import annotations

import csv
from pathlib import Path

_FOLDER = Path(__file__).parent

Row = dict[str, str]


def read_table(name: str) -> list[Row]:
    """Rows of one of the tables beside this module."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


HEALTH = read_table("health_indicators")
REGISTER = read_table("register_indicators")
SIDES = read_table("sides")

DIRECTIONS = {"H": "hoog_gunstig", "L": "laag_gunstig", "-": "geen_oordeel"}
TRENDS = {"3": "drie_rondes", "2": "twee_rondes", "1": "een_ronde", "x": "geen"}
SCALES = {"plain": "gewoon", "root": "wortel"}
STORIES = {
    "-": None,
    "V1": "gezondheid_en_beperkingen",
    "V2": "mentale_gezondheid_en_eenzaamheid",
    "V3": "rondkomen_en_roken",
    "V4": "samenleven",
    "V5": "bewegen_en_gewicht",
    "V6": "alcohol",
    "V7": "mantelzorg",
    "V8": "ondergewicht",
    "V9": "dichtbij",
}
RIVM = {
    "BEV": ("bevolking", None),
    "GL-l": ("gezondheid_en_leefstijl", "lichamelijk"),
    "GL-m": ("gezondheid_en_leefstijl", "mentaal"),
    "GL-s": ("gezondheid_en_leefstijl", "leefstijl"),
    "PAR": ("participatie", None),
    "SOC": ("sociale_omgeving", None),
    "FYS": ("fysieke_omgeving", None),
    "VOO": ("voorzieningen", None),
}
POSITIVE_HEALTH = {
    "wie": "wie_wonen_hier",
    "LF": "lichaamsfuncties",
    "MW": "mentaal_welbevinden",
    "ZG": "zingeving",
    "KL": "kwaliteit_van_leven",
    "MD": "meedoen",
    "DF": "dagelijks_functioneren",
}
# Headlines of each verhaal in order of preference, as a strength and as a concern, and the signal
# that it shares. Numbers are those of the health table, names those of registers.
STORY_ORDER = {
    "V1": ("A", "4 20 17 16 27", "4 20 17 16 27 18 23 22 21"),
    "V2": ("B", "28 26 24 31 30", "28 26 25 24 29 31 30"),
    "V3": ("B", "38 11", "38 11 bijstand"),
    "V4": ("B", "33 37", "37"),
    "V5": ("C", "5 6 10 9", "5 6 10 9"),
    "V6": ("D", "", "14"),
    "V7": (None, "", ""),
    "V8": (None, "", ""),
    "V9": ("E", "", "huisarts supermarkt basisschool"),
}
HEADS = {"V1": 4, "V2": 28, "V3": 38, "V4": 37, "V5": 5, "V6": 14}
"""The figure of each verhaal that always has a row on the first page."""
NUMBERS = {row["id"]: row["number"] for row in HEALTH} | {
    "bijstand_per_1000": "bijstand",
    "afstand_huisarts": "huisarts",
    "afstand_supermarkt": "supermarkt",
    "afstand_school": "basisschool",
}
"""How the tables call each indicator that may stand out."""

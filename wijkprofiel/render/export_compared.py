"""A comparison as CSV: one line per figure and area, with the difference between the areas.

Written as `render.export` writes that of a profile: semicolons, a decimal comma, UTF-8 with a byte
order mark. The columns of the difference are the same on every line of a figure; `eerste` and
`tweede` say which areas they are about.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from wijkprofiel.documents.comparison.content import ComparedArea, ComparedFigure, ComparisonContent
from wijkprofiel.domain.apart import AreasApart
from wijkprofiel.domain.imprint import short
from wijkprofiel.render.export import cell_text, numbers_of, rounded

COMPARED_FIELDS = (
    *("plaats", "code", "gebied", "niveau", "gemeente", "indicator", "naam", "leeftijd", "jaar"),
    *("eenheid", "waarde", "status", "ondergrens", "bovengrens", "teller", "noemer"),
    *("grens_gewijzigd", "afgedrukte_waarde", "waarde_nederland", "afgedrukt_nederland"),
    *("z_nederland", "uitkomst_nederland", "reden_nederland", "grootte_nederland"),
    *("kant_nederland", "woord_nederland", "eerste", "tweede", "telt_niet_mee", "verschil"),
    *("afgedrukt_verschil", "z_verschil", "spreiding", "rem", "uitkomst_verschil"),
    *("reden_verschil", "grootte_verschil", "woord_verschil", "zekerheid_verschil"),
    *("z_zekerheid_verschil", "deel_leeftijd", "vooral_leeftijd", "methode", "schaal", "tabel"),
    *("indeling", "editie", "controlegetal", "versie", "instellingen"),
)


def compared_to_csv(content: ComparisonContent) -> str:
    """Every figure of every area with its difference."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COMPARED_FIELDS, delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    for line in _lines(content):
        writer.writerow({field: cell_text(value) for field, value in line.items()})
    return "\ufeff" + text.getvalue()


def _lines(content: ComparisonContent) -> Iterator[dict[str, Any]]:
    places = {each.area.code: number for number, each in enumerate(content.areas, start=1)}
    for figure in content.figures:
        place = places[figure.code]
        yield {
            "plaats": place,
            **_area(content.areas[place - 1]),
            **_figure(figure),
            **_country(figure),
            **_apart(figure.apart, figure.word),
            **_origin(content, figure),
        }


def _area(compared: ComparedArea) -> dict[str, Any]:
    area = compared.area
    return {
        "code": area.code,
        "gebied": area.name,
        "niveau": area.kind.value,
        "gemeente": area.gemeente_name,
    }


def _figure(figure: ComparedFigure) -> dict[str, Any]:
    return {
        "indicator": figure.indicator,
        "naam": figure.name,
        "leeftijd": figure.observation.age.value,
        "jaar": figure.observation.period,
        "eenheid": figure.unit,
        **numbers_of(figure.observation),
        "afgedrukte_waarde": figure.printed,
        "methode": figure.method,
        "schaal": figure.scale,
    }


def _country(figure: ComparedFigure) -> dict[str, Any]:
    judgement = figure.judgement
    if figure.country is None or judgement is None:
        return {}
    verdict = judgement.verdict
    return {
        "waarde_nederland": figure.country.value,
        "afgedrukt_nederland": figure.printed_country,
        "z_nederland": rounded(verdict.z),
        "uitkomst_nederland": verdict.outcome.value,
        "reden_nederland": verdict.reason,
        "grootte_nederland": verdict.size,
        "kant_nederland": verdict.side,
        "woord_nederland": judgement.word,
    }


def _apart(apart: AreasApart, word: str) -> dict[str, Any]:
    return {
        "eerste": apart.first,
        "tweede": apart.second,
        "telt_niet_mee": " ".join(apart.left_out),
        "verschil": rounded(apart.difference),
        "afgedrukt_verschil": apart.printed_difference,
        "z_verschil": rounded(apart.z),
        "spreiding": rounded(apart.spread),
        "rem": rounded(apart.guard),
        "uitkomst_verschil": apart.outcome.value,
        "reden_verschil": apart.reason,
        "grootte_verschil": apart.size,
        "woord_verschil": word,
        "zekerheid_verschil": apart.certainty.value,
        "z_zekerheid_verschil": rounded(apart.z_certainty),
        "deel_leeftijd": rounded(apart.explained),
        "vooral_leeftijd": "ja" if apart.by_age else "nee",
    }


def _origin(content: ComparisonContent, figure: ComparedFigure) -> dict[str, Any]:
    key = figure.observation.origin
    origin = content.origins.get(key) if key else None
    return {
        "tabel": None if origin is None else origin.table,
        "indeling": None if origin is None else origin.division,
        "editie": content.edition.id,
        "controlegetal": short(content.edition.content),
        "versie": content.imprint.version,
        "instellingen": content.imprint.short_configuration,
    }

"""A profile as data: JSON with everything, CSV with one line per figure and benchmark.

The CSV is what Dutch spreadsheets open without questions: semicolons between fields, a decimal
comma, UTF-8 with a byte order mark. z has four decimals, other figures those of the source; what
is printed of them has columns of its own (`afgedrukt…`), rounded once.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from wijkprofiel.documents.document import Content
from wijkprofiel.documents.profile.model import FigureRecord, Profile
from wijkprofiel.domain.imprint import short
from wijkprofiel.domain.observation import Observation
from wijkprofiel.findings.portions import Portion
from wijkprofiel.words.cells import Judgement

CSV_FIELDS = (
    *("code", "gebied", "niveau", "gemeente", "indicator", "naam", "leeftijd", "jaar", "eenheid"),
    *("waarde", "status", "ondergrens", "bovengrens", "teller", "noemer", "grens_gewijzigd"),
    *("plaats", "methode", "tabel", "indeling", "vergeleken_met", "waarde_vergelijking"),
    *("status_vergelijking", "geheel_of_rest", "waarde_rest", "aandeel_w", "verschil"),
    *("afgedrukt_verschil", "z", "spreiding", "rem", "uitkomst", "reden", "grootte", "kant"),
    *("woord", "zekerheid", "z_zekerheid", "kleine_wijk"),
    *("schaal", "afgedrukte_waarde", "afgedrukte_vergelijking"),
    *("grondslag", "gepubliceerd", "grondslag_vergelijking", "gepubliceerde_vergelijking"),
    *("editie", "controlegetal", "versie", "instellingen"),
    *("wijze", "dekking", "gewichten", "delen_zonder_cijfer"),
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula; an apostrophe before it makes it text."""


def to_json(content: Content) -> str:
    """The whole content as JSON, in the order of its own fields."""
    fields: Any = content  # every content model is a dataclass
    return json.dumps(asdict(fields), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def to_csv(profile: Profile) -> str:
    """Every figure with status, verdict and origin: one line per figure and benchmark."""
    text = io.StringIO()
    writer = csv.DictWriter(text, CSV_FIELDS, delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    for record in profile.figures:
        for line in _lines(profile, record):
            writer.writerow({field: cell_text(value) for field, value in line.items()})
    return "\ufeff" + text.getvalue()


def _lines(profile: Profile, record: FigureRecord) -> Iterator[dict[str, Any]]:
    figure = _figure(profile, record)
    if not profile.columns:
        yield figure
    for place, (column, theirs) in enumerate(
        zip(profile.columns, record.benchmark_figures, strict=True)
    ):
        judgement = record.judgements[place] if record.judgements else None
        yield {
            **figure,
            "vergeleken_met": column.key,
            "waarde_vergelijking": theirs.value,
            "status_vergelijking": theirs.status.value,
            "afgedrukte_vergelijking": record.printed_benchmarks[place],
            "grondslag_vergelijking": theirs.basis.value,
            "gepubliceerde_vergelijking": _published(theirs),
            **(_verdict(judgement) if judgement else {}),
        }
        for portion in record.portions[place] if record.portions else ():
            yield {**figure, **_portion(portion)}


def _portion(portion: Portion) -> dict[str, Any]:
    """One of several gemeenten that a benchmark rests on: a line of its own, without a verdict."""
    return {
        "vergeleken_met": portion.gemeente.lower(),
        "waarde_vergelijking": portion.whole.value,
        "status_vergelijking": portion.whole.status.value,
        "geheel_of_rest": portion.scope.value,
        "waarde_rest": rounded(portion.beside),
        "aandeel_w": rounded(portion.share),
        "reden": None if portion.reason is None else portion.reason.value,
    }


def _figure(profile: Profile, record: FigureRecord) -> dict[str, Any]:
    area, observation = profile.area, record.observation
    origin = profile.origins.get(observation.origin) if observation.origin else None
    return {
        "code": area.code,
        "gebied": area.name,
        "niveau": area.kind.value,
        "gemeente": area.gemeente_name,
        "indicator": record.indicator,
        "naam": record.name,
        "leeftijd": observation.age.value,
        "jaar": observation.period,
        "eenheid": record.unit,
        **numbers_of(observation),
        "plaats": None if record.percentile is None else round(record.percentile, 1),
        "methode": record.method,
        "tabel": None if origin is None else origin.table,
        "indeling": None if origin is None else origin.division,
        "schaal": record.scale,
        "afgedrukte_waarde": record.printed,
        "grondslag": observation.basis.value,
        "gepubliceerd": _published(observation),
        **_imprint(profile),
        **_joined(record),
    }


def _joined(record: FigureRecord) -> dict[str, Any]:
    """How the figure of a werkgebied was made; nothing of one region.

    Its parts stand in `gewichten` with what each weighs: in a sum, the people who live there.
    """
    joined = record.joined
    if joined is None:
        return {}
    weighs = (
        (each.code, each.people if each.weight is None else each.weight) for each in joined.parts
    )
    return {
        "wijze": joined.way.value,
        "dekking": round(joined.covered, 6),
        "gewichten": " ".join(f"{code}={cell_text(weight)}" for code, weight in weighs),
        "delen_zonder_cijfer": " ".join(joined.lacking),
    }


def _imprint(profile: Profile) -> dict[str, str]:
    """What the figures and verdicts were made with, as the page prints it."""
    return {
        "editie": profile.edition.id,
        "controlegetal": short(profile.edition.content),
        "versie": profile.imprint.version,
        "instellingen": profile.imprint.short_configuration,
    }


def numbers_of(observation: Observation) -> dict[str, Any]:
    """A figure with its limits and counts, or why there is none."""
    return {
        "waarde": observation.value,
        "status": observation.status.value,
        "ondergrens": observation.lower,
        "bovengrens": observation.upper,
        "teller": observation.numerator,
        "noemer": observation.denominator,
        "grens_gewijzigd": "ja" if observation.boundary_changed else "nee",
    }


def _published(observation: Observation) -> float | None:
    """What the source gives, where the figure was put together from the wijken."""
    return None if observation.published is None else observation.published.value


def _verdict(judgement: Judgement) -> dict[str, Any]:
    verdict = judgement.verdict
    return {
        "geheel_of_rest": verdict.scope.value,
        "waarde_rest": rounded(verdict.benchmark_value),
        "aandeel_w": rounded(verdict.share),
        "verschil": rounded(verdict.difference),
        "afgedrukt_verschil": verdict.printed_difference,
        "z": rounded(verdict.z),
        "spreiding": rounded(verdict.spread),
        "rem": rounded(verdict.guard),
        "uitkomst": verdict.outcome.value,
        "reden": None if verdict.reason is None else verdict.reason.value,
        "grootte": None if verdict.size is None else verdict.size.value,
        "kant": None if verdict.side is None else verdict.side.value,
        "woord": judgement.word,
        "zekerheid": verdict.certainty.value,
        "z_zekerheid": rounded(verdict.z_certainty),
        "kleine_wijk": "ja" if verdict.caution_small else "nee",
    }


def rounded(value: float | None) -> float | None:
    """A number that is computed, at four decimals."""
    return None if value is None else round(value, 4)


def cell_text(value: object) -> str:
    """Numbers with a decimal comma, nothing for nothing, and no text that is a formula."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return str(value)

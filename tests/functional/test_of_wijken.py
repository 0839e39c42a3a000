"""What a gemeente counts and no wijk does, and what few people count for, as a user meets it."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

from tests.functional.conftest import Run
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.edition.reader import Edition
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

CALVEEN, PARK = "WK030722", "WK030723"
"""55 households beside a leasing company, and 55 people."""


def lines_of(file: Path, indicator: str) -> list[dict[str, str]]:
    lines = csv.DictReader(file.read_text("utf-8-sig").splitlines(), delimiter=";")
    return [line for line in lines if line["indicator"] == indicator]


def test_a_wijk_of_company_cars_is_not_compared(command: Run, tmp_path: Path) -> None:
    ended = command("build", CALVEEN, "--format", "csv,html", "--output", ".")
    assert ended.code == 0, ended.err
    name = f"wijkprofiel-amersfoort-calveen-{CALVEEN.lower()}-2020"
    near, country = lines_of(tmp_path / f"{name}.csv", "autos_per_huishouden")
    assert (near["reden"], near["grondslag"]) == ("boven_de_grens", "boven_de_grens")
    assert near["grondslag_vergelijking"] == "berekend_uit_de_wijken"
    assert (near["waarde_vergelijking"], near["gepubliceerde_vergelijking"]) == ("0,934044", "1,7")
    assert country["gepubliceerde_vergelijking"] == "1,1"
    page = (tmp_path / f"{name}.html").read_text(encoding="utf-8")
    told = " ".join(re.sub(r"<[^>]+>", " ", page).replace("&#39;", "'").split())
    assert "niet vergeleken (auto's van bedrijven)" in told
    assert (
        "gemeente en Nederland door ons berekend uit de wijken, zonder zee en groot water" in told
    )


def test_what_the_source_gives_stands_beside_it(command: Run) -> None:
    told = command("indicators", "explain", "aandeel_water", "harlingen", "--gemeente", "harlingen")
    assert "berekend uit de wijken, zonder zee en groot water; de bron geeft 93,5" in told.out
    whole = command("indicators", "explain", "autos_per_huishouden", "GM0307")
    assert "alle, 2020: 0,934044 = 1 × 64.435 / 68.985" in whole.out
    assert "  berekend uit de wijken, zonder auto's van bedrijven; de bron geeft 1,7" in whole.out


def test_what_is_withheld_of_few_people_is_printed_nowhere(command: Run, tmp_path: Path) -> None:
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as edition:
        row = edition.area("GM0307")
        key = FigureKey("aandeel_65_plus", AgeGroup.ALL, 2020)
        assert row.counts_of(PARK, key) == (25.0, 55.0)
        for figure in edition.figures:
            for code in row.codes:
                seen = row.observation(code, figure)
                if seen.value is None:
                    assert (seen.numerator, seen.denominator, seen.published) == (None, None, None)
    told = command("indicators", "explain", "aandeel_65_plus", PARK)
    assert "alle, 2020: – (te weinig mensen voor een aandeel)" in told.out
    ended = command("build", PARK, "Koppel/Schothorst", "--format", "json,csv", "--output", ".")
    assert ended.code == 0, ended.err
    for made in sorted(tmp_path.glob("wijkprofiel-*.json")):
        walk(json.loads(made.read_text(encoding="utf-8")))
    (park,) = tmp_path.glob("*park-schothorst*.csv")
    for line in lines_of(park, "aandeel_65_plus"):
        assert (line["waarde"], line["teller"], line["noemer"]) == ("", "", "")


def walk(made: Any) -> None:
    """No record without a value has counts."""
    if isinstance(made, dict):
        if "numerator" in made and made.get("status") not in (None, "beschikbaar"):
            assert (made["numerator"], made["denominator"]) == (None, None)
        for each in made.values():
            walk(each)
    elif isinstance(made, list):
        for each in made:
            walk(each)


def test_a_source_that_says_half_of_it_is_told(command: Run, tmp_path: Path) -> None:
    own = tmp_path / "configs" / "indicatoren"
    own.mkdir(parents=True)
    shipped = Path(__file__).parents[2] / "configs" / "indicatoren" / "fysieke_omgeving.yaml"
    text = shipped.read_text(encoding="utf-8")
    changed = text.replace("    teller: PersonenautoSTotaal\n    noemer: HuishoudensTotaal\n", "")
    assert changed != text
    (own / shipped.name).write_text(changed, encoding="utf-8")
    ended = command("config", "check", "--config", "configs")
    assert ended.code == 10
    assert "bij uit_wijken horen teller en noemer" in ended.err
    changed = text.replace("  zonder: zee en groot water\n", "")
    (own / shipped.name).write_text(changed, encoding="utf-8")
    ended = command("config", "check", "--config", "configs")
    assert "zonder hoort bij uit_wijken: ja onder bron, en alleen daarbij" in ended.err

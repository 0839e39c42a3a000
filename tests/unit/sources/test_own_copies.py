"""Copies as people have them: StatLine's own download, saved from Excel, and as a workbook.

The figures are made up; the shapes are those of the real files.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from wijkprofiel.configuration.editions import ImportRecipe
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.sources.local_files import read_table

HEADS = (
    "Perioden",
    "Wijken en buurten",
    "Regiocode (gemeente, wijk, buurt) (code)",
    "Particuliere huishoudens (Aantal)",
    "SES-WOA/Totaalscore/Gemiddelde score (Getal)",
)
ROWS = (
    ("2019", "Utrecht", "GM0344    ", "  180000", "   0.010"),
    ("2019", "Wijk 03 Overvecht", "WK034403  ", "   16000", "  -0.401"),
    ("2019", "Bedrijventerrein Overvecht", "BU03440399", "       0", "       ."),
)
SAVED = (
    ("2019", "Utrecht", "GM0344", "180000", "0,01"),
    ("2019", "Wijk 03 Overvecht", "WK034403", "16000", "-0,401"),
    ("2019", "Bedrijventerrein Overvecht", "BU03440399", "0", "."),
)
COMMA = {"decimaal": ","}
GROUPED = {"decimaal": ",", "duizendtal": "."}


def recipe(**changes: Any) -> ImportRecipe:
    return ImportRecipe.model_validate(
        {
            "id": "eigen_ses",
            "bron": {
                "tabel": "85163NED",
                "titel": "SES-WOA-scores per wijk en buurt",
                "producent": "CBS",
                "kort": "CBS, SES-WOA 2019",
                "licentie": "CC BY 4.0",
                "indeling": 2020,
            },
            "gegevens": [{"bestand": "ses.csv", "vorm": "csv", "scheiding": ";"}],
            "regio": {"code": HEADS[2], "naam": HEADS[1]},
            "dimensies": {"jaar": 2019},
            "kolommen": [
                column(HEADS[3], "Huishoudens", "Particuliere huishoudens", "aantal"),
                column(HEADS[4], "SesWoa", "SES-WOA totaalscore", "aantal"),
            ],
            **changes,
        }
    )


def column(name: str, stem: str, title: str, unit: str) -> dict[str, str]:
    return {"kolom": name, "stam": stem, "titel": title, "eenheid": unit}


def quoted(*rows: tuple[str, ...]) -> str:
    return "".join(";".join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)


def bare(*rows: tuple[str, ...]) -> str:
    return "".join(";".join(row) + "\r\n" for row in rows)


def write(folder: Path, text: str, encoding: str = "utf-8-sig") -> Path:
    (folder / "ses.csv").write_bytes(text.encode(encoding))
    return folder


def numbers(folder: Path, name: str = HEADS[4], **changes: Any) -> list[str]:
    return [str(cell).strip() for cell in read_table(recipe(**changes), folder).rows[name]]


def refused(folder: Path, **changes: Any) -> tuple[str, str]:
    with pytest.raises(SourceChangedError) as caught:
        read_table(recipe(**changes), folder)
    return caught.value.message, caught.value.remedy or ""


DOWNLOADS = {
    "plain": (quoted(HEADS, *ROWS), "utf-8-sig"),
    "with a footer": (quoted(HEADS, *ROWS, ("Bron: CBS.",)), "utf-8-sig"),
    "with a title": (quoted(("SES-WOA",), (), HEADS, *ROWS, ("Bron: CBS.",)), "utf-8-sig"),
    "of Windows": (quoted(HEADS, *ROWS), "cp1252"),
    "of Excel as unicode": (quoted(HEADS, *ROWS), "utf-16"),
    "blank lines": (quoted(HEADS, *ROWS) + "\r\n\r\n", "utf-8"),
    "a footer with empty cells": (quoted(HEADS, *ROWS) + "Bron: CBS.;;;;\r\n", "utf-8"),
}


@pytest.mark.parametrize(("text", "encoding"), DOWNLOADS.values(), ids=DOWNLOADS)
def test_a_download_is_read_as_it_comes(tmp_path: Path, text: str, encoding: str) -> None:
    folder = write(tmp_path, text, encoding)
    assert numbers(folder) == ["0.010", "-0.401", "."]
    assert numbers(folder, HEADS[3]) == ["180000", "16000", "0"]


def test_a_name_in_the_letters_of_windows(tmp_path: Path) -> None:
    row = ("2019", "Wijk 09 Café", "WK034409  ", "  100", "   0.010")
    table = read_table(recipe(), write(tmp_path, quoted(HEADS, *ROWS, row), "cp1252"))
    assert table.rows[HEADS[1]].iloc[-1] == "Wijk 09 Café"


def test_without_a_notation_nothing_is_rewritten(tmp_path: Path) -> None:
    rows = read_table(recipe(), write(tmp_path, quoted(HEADS, *ROWS))).rows
    assert rows[HEADS[4]].tolist() == ["   0.010", "  -0.401", "       ."]


def test_a_decimal_comma_is_read_where_it_is_declared(tmp_path: Path) -> None:
    folder = write(tmp_path, bare(HEADS, *SAVED))
    assert numbers(folder, notatie=COMMA) == ["0.01", "-0.401", "."]


def test_a_decimal_comma_that_is_not_declared_is_an_error_with_what_to_write(
    tmp_path: Path,
) -> None:
    folder = write(tmp_path, bare(HEADS, *SAVED))
    message, remedy = refused(folder)
    assert "1 van de 1 gemeenten, 1 van de 1 wijken vallen uit" in message
    assert "ses.csv, rij 2: '0,01'" in message
    assert 'notatie: {decimaal: ","}' in remedy


def test_another_sign_between_columns_is_told_with_the_key_to_change(tmp_path: Path) -> None:
    folder = write(tmp_path, quoted(HEADS, *ROWS).replace(";", ","))
    message, remedy = refused(folder)
    assert HEADS[0] in message
    assert "pas scheiding aan" in remedy


COUNTS = {
    "a point": ("1.180.000", "16.000", GROUPED),
    "a space": ("1 180 000", "16 000", {"duizendtal": " "}),
    "a hard space": ("1\u00a0180\u00a0000", "16\u00a0000", {"duizendtal": " "}),
    "a comma": ("1,180,000", "16,000", {"duizendtal": ","}),
    "an apostrophe": ("1'180'000", "16'000", {"duizendtal": "'"}),
}


@pytest.mark.parametrize(("large", "small", "notation"), COUNTS.values(), ids=COUNTS)
def test_signs_between_thousands(
    tmp_path: Path, large: str, small: str, notation: dict[str, str]
) -> None:
    rows = [(*ROWS[0][:3], large, "1"), (*ROWS[1][:3], small, "1")]
    folder = write(tmp_path, quoted(HEADS, *rows))
    assert numbers(folder, HEADS[3], notatie=notation) == ["1180000", "16000"]
    message, remedy = refused(folder)
    assert "ses.csv, rij 2" in message
    assert "notatie: {" in remedy


def test_thousands_that_may_be_decimals_are_not_guessed(tmp_path: Path) -> None:
    rows = [(*ROWS[0][:3], "180.000", "1"), (*ROWS[1][:3], "950", "1")]
    folder = write(tmp_path, quoted(HEADS, *rows))
    message, remedy = refused(folder)
    assert "'180.000' kan 180 of 180000 zijn" in message
    assert 'notatie: {decimaal: ",", duizendtal: "."}' in remedy
    assert numbers(folder, HEADS[3], notatie=GROUPED) == ["180000", "950"]


def test_a_decimal_is_never_read_as_thousands(tmp_path: Path) -> None:
    folder = write(tmp_path, quoted(HEADS, *ROWS))
    assert "'0.010'" in refused(folder, notatie=GROUPED)[0]
    assert "'0.010'" in refused(folder, notatie=COMMA)[0]


DATES = ("10-jan", "jan-10", "2020-01-10", "10-1-2020", "10/1", "1-okt-20", "2020-01-10 00:00:00")


@pytest.mark.parametrize("cell", DATES)
@pytest.mark.parametrize("notation", [None, COMMA])
def test_a_date_among_figures_is_named(
    tmp_path: Path, cell: str, notation: dict[str, str] | None
) -> None:
    rows = [(*SAVED[0][:4], cell), (*SAVED[1][:4], "1")]
    message, remedy = refused(write(tmp_path, bare(HEADS, *rows)), notatie=notation)
    assert "1 van de 1 gemeenten valt uit" in message
    assert "een datum" in message
    assert f"ses.csv, rij 2: '{cell}'" in message
    assert HEADS[4] in message
    assert "spreadsheet" in remedy


def test_row_numbers_are_those_of_the_file(tmp_path: Path) -> None:
    rows = [*SAVED[:2], (*SAVED[2][:4], "veel")]
    text = quoted(("Titel",), ()) + bare(HEADS, *rows)
    message, remedy = refused(write(tmp_path, text), notatie=COMMA)
    assert "ses.csv, rij 6: 'veel'" in message
    assert "`leeg`" in remedy


def test_another_mark_for_no_figure_is_declared(tmp_path: Path) -> None:
    rows = [SAVED[0], (*SAVED[1][:4], "x"), (*SAVED[2][:4], "n.b.")]
    folder = write(tmp_path, bare(HEADS, *rows))
    assert numbers(folder, notatie={**COMMA, "leeg": ["x", "n.b."]}) == ["0.01", "", ""]


def test_a_whole_country_of_commas_never_passes(tmp_path: Path) -> None:
    rows = [("2019", f"G{n}", f"GM{n:04}", "100", f"0,{n:03}") for n in range(1, 355)]
    rows.append(("2019", "Heel", "GM0355", "100", "1"))
    message, _ = refused(write(tmp_path, bare(HEADS, *rows)))
    assert "354 van de 355 gemeenten vallen uit" in message
    assert "; …" in message


def percentages(**changes: Any) -> dict[str, Any]:
    return {"kolommen": [column(HEADS[3], "Koop", "Koopwoningen", "%")], **changes}


def test_a_percentage_over_a_hundred_is_refused_unless_declared(tmp_path: Path) -> None:
    rows = [(*ROWS[0][:3], "101", "1"), (*ROWS[1][:3], "50", "1")]
    folder = write(tmp_path, quoted(HEADS, *rows))
    message, remedy = refused(folder, **percentages())
    assert "1 van de 2 cijfers kunnen niet (verwacht: van 0 tot en met 100)" in message
    assert "ses.csv, rij 2: 101" in message
    assert "bereik: {Koop: [laagste, hoogste]}" in remedy
    assert numbers(folder, HEADS[3], **percentages(bereik={"Koop": ["0", "120"]})) == ["101", "50"]


def test_a_declared_range_holds_for_any_unit(tmp_path: Path) -> None:
    folder = write(tmp_path, quoted(HEADS, *ROWS))
    message, _ = refused(folder, bereik={"SesWoa": [-0.4, 0.4]})
    assert "van -0.4 tot en met 0.4" in message
    assert "ses.csv, rij 3: -0.401" in message


def test_parts_do_not_have_more_than_the_whole(tmp_path: Path) -> None:
    rows = [(*ROWS[0][:3], "180", "1"), (*ROWS[1][:3], "950", "1"), (*ROWS[2][:3], "20", "1")]
    folder = write(tmp_path, quoted(HEADS, *rows))
    message, remedy = refused(folder)
    assert "zoals GM0344 (180, de delen samen 950)" in message
    assert "optelbaar: {Huishoudens: nee}" in remedy
    assert numbers(folder, HEADS[3], optelbaar={"Huishoudens": "nee"}) == ["180", "950", "20"]


def test_a_mean_does_not_add_up_and_need_not(tmp_path: Path) -> None:
    rows = [(*ROWS[0][:3], "2", "1"), (*ROWS[1][:3], "90", "1")]
    folder = write(tmp_path, quoted(HEADS, *rows))
    mean = [column(HEADS[3], "Grootte", "Gemiddelde grootte", "aantal")]
    assert numbers(folder, HEADS[3], kolommen=mean) == ["2", "90"]


def workbook(folder: Path, rows: list[tuple[Any, ...]], sheet: str | None = None) -> Path:
    book = openpyxl.Workbook()
    page = book.active if sheet is None else book.create_sheet(sheet)
    assert page is not None
    for row in rows:
        page.append(row)
    book.save(folder / "ses.xlsx")
    return folder


CELLS: list[tuple[Any, ...]] = [
    ("SES-WOA-scores",),
    (),
    HEADS,
    (2019, "Utrecht", "GM0344", 180000, 0.01),
    (2019, "Wijk 03 Overvecht", "WK034403  ", 16000, -0.401),
    (2019, "Bedrijventerrein Overvecht", "BU03440399", None, "       ."),
    ("Bron: CBS.",),
]
BOOK = {"gegevens": [{"bestand": "ses.xlsx", "vorm": "xlsx"}]}


@pytest.mark.parametrize("notation", [None, COMMA, GROUPED])
def test_a_workbook_has_numbers_of_its_own(tmp_path: Path, notation: dict[str, str] | None) -> None:
    folder = workbook(tmp_path, CELLS)
    table = read_table(recipe(**BOOK, notatie=notation), folder)
    assert table.rows[HEADS[4]].str.strip().tolist() == ["0.01", "-0.401", "."]
    assert table.rows[HEADS[3]].tolist() == ["180000", "16000", ""]


def test_text_in_a_workbook_follows_the_notation(tmp_path: Path) -> None:
    folder = workbook(tmp_path, [*CELLS[:3], (2019, "U", "GM0344", "180.000", "0,01")])
    assert numbers(folder, HEADS[3], **BOOK, notatie=GROUPED) == ["180000"]


def test_a_date_in_a_workbook_is_named(tmp_path: Path) -> None:
    day = datetime(2020, 1, 10)  # noqa: DTZ001
    message, remedy = refused(
        workbook(tmp_path, [*CELLS[:4], (*CELLS[4][:4], day), *CELLS[5:]]), **BOOK
    )
    assert "ses.xlsx, rij 5: '2020-01-10 00:00:00'" in message
    assert "spreadsheet" in remedy


def test_a_sheet_is_chosen_by_name(tmp_path: Path) -> None:
    folder = workbook(tmp_path, CELLS, "Cijfers")
    book = [{"bestand": "ses.xlsx", "vorm": "xlsx", "blad": "Cijfers"}]
    assert numbers(folder, gegevens=book) == ["0.01", "-0.401", "."]
    wrong = {"gegevens": [{"bestand": "ses.xlsx", "vorm": "xlsx", "blad": "Cijvers"}]}
    assert "Cijvers" in refused(folder, **wrong)[0]


@pytest.mark.parametrize("content", [b"", b"code;naam\n", b"PK\x03\x04 geen werkboek"])
def test_a_workbook_that_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ses.xlsx").write_bytes(content)
    assert "is niet te lezen als xlsx" in refused(tmp_path, **BOOK)[0]


def test_a_formula_without_its_result_is_no_empty_cell(tmp_path: Path) -> None:
    rows = [*CELLS[:4], (2019, "Wijk 03", "WK034403", "=8000*2", -0.401)]
    assert "in cel D5 een formule zonder uitkomst" in refused(workbook(tmp_path, rows), **BOOK)[0]


def test_one_sign_cannot_be_both() -> None:
    with pytest.raises(ValueError, match="hetzelfde teken"):
        recipe(notatie={"decimaal": ".", "duizendtal": "."})

"""`wijkprofiel kit`, as somebody who prepares a meeting types it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.functional.conftest import Run

SHEETS = (
    *("uitnodiging", "posters", "praatplaat", "vraagkaarten", "werkbladen"),
    *("draaiboek", "bestuursblad"),
)


def test_every_sheet_is_made_and_named_after_its_area(command: Run, tmp_path: Path) -> None:
    result = command("kit", "overvecht", "--format", "html", "--output", str(tmp_path), "--quiet")
    assert result.code == 0, result.err
    made = {path.name for path in tmp_path.iterdir()}
    assert made == {f"wijkprofiel-utrecht-overvecht-2020-{name}.html" for name in SHEETS}


def test_the_profile_comes_along_if_it_is_asked_for(command: Run, tmp_path: Path) -> None:
    command("kit", "overvecht", "--format", "html", "--output", str(tmp_path), "--with-profile")
    assert (tmp_path / "wijkprofiel-utrecht-overvecht-2020.html").is_file()


def test_a_profile_file_gives_day_place_and_contact(command: Run, tmp_path: Path) -> None:
    file = tmp_path / "wijk.yaml"
    file.write_text(
        "gebied: overvecht\n"
        "bijeenkomst: {aanleiding: Eerste wijkbijeenkomst, datum: 2027-03-11,"
        " tijd: '19:30', plaats: Buurthuis De Dreef}\n"
        "contact: {naam: Samira Bakker, email: samira@voorbeeld.nl}\n",
        encoding="utf-8",
    )
    result = command("kit", str(file), "--format", "html", "--output", str(tmp_path / "uit"))
    assert result.code == 0, result.err
    page = next((tmp_path / "uit").glob("*uitnodiging.html")).read_text(encoding="utf-8")
    assert "11 maart 2027, 19.30 uur" in page.replace("\xa0", " ")
    assert "Buurthuis De Dreef" in page
    assert "samira@voorbeeld.nl" in page


def test_a_sheet_is_a_document_like_any_other(command: Run, tmp_path: Path) -> None:
    result = command(
        *("build", "overvecht", "--document", "posters", "--format", "json"),
        *("--output", str(tmp_path)),
    )
    assert result.code == 0, result.err
    found = json.loads(next(tmp_path.glob("*posters.json")).read_text(encoding="utf-8"))
    second = found["surfaces"][1]["message"]
    assert (second["title"], second["filled"]) == ("Geld is vaker krap", 27)
    assert second["residents"] == "Wat zou u helpen als het geld krap is?"


def test_csv_is_not_there_for_a_sheet(command: Run, tmp_path: Path) -> None:
    result = command("kit", "overvecht", "--format", "csv", "--output", str(tmp_path))
    assert result.code == 2
    assert "is er niet als csv" in result.err
    assert not list(tmp_path.iterdir())


def test_an_area_without_figures_has_fewer_posters_and_says_why(
    command: Run, tmp_path: Path
) -> None:
    ended = command("kit", "WK030723", "--format", "json", "--output", str(tmp_path))
    assert ended.code == 0, ended.err
    assert "Park Schothorst heeft geen eigen gezondheidscijfers." in ended.err
    found = json.loads(next(tmp_path.glob("*posters.json")).read_text(encoding="utf-8"))
    assert f"Daarom zijn er {len(found['surfaces'])} posters" in ended.err
    assert all(each["waffle"] is None for each in found["surfaces"])


def test_a_region_has_a_kit_as_well(command: Run, tmp_path: Path) -> None:
    words = ("kit", "GGD regio Utrecht", "--format", "html", "--output", str(tmp_path))
    assert command(*words).code == 0
    assert len(list(tmp_path.glob("wijkprofiel-ggd-regio-utrecht-2020-*.html"))) == len(SHEETS)

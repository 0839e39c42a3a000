"""A werkgebied is asked for by its name, wherever a wijk can be; its documents say what it is."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

from tests.functional.conftest import Run

KOPPEL = "wijkprofiel-amersfoort-koppel-schothorst-2020"
RECORD = """Samen:
  gemeente: Utrecht
  delen:
    2020:
      WK034402: Noordwest
      WK034403: {name}
  bron: De werkgroep.
"""


def written(folder: Path, name: str) -> Path:
    file = folder / "configs" / "gebieden" / "utrecht.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(RECORD.format(name=name), encoding="utf-8")
    return file


def test_a_profile_says_what_a_werkgebied_is(command: Run, tmp_path: Path) -> None:
    ended = command("build", "Koppel/Schothorst", "--format", "json,csv,html", "--output", ".")
    assert ended.code == 0, ended.err
    assert f"{KOPPEL}.json" in ended.out
    made = json.loads((tmp_path / f"{KOPPEL}.json").read_text(encoding="utf-8"))
    union = made["union"]
    assert union["kind"] == "werkgebied"
    assert [each["code"] for each in union["members"]][-1] == "WK030723"
    assert union["members"][0]["name"] == "De Koppel"
    assert union["members"][0]["inhabitants"] == 3095
    assert sum(each["share"] for each in union["members"]) == 1
    assert "inschothorst.nl" in union["source"]
    lines = list(
        csv.DictReader(
            (tmp_path / f"{KOPPEL}.csv").read_text("utf-8-sig").splitlines(), delimiter=";"
        )
    )
    assert {line["niveau"] for line in lines} == {"werkgebied"}
    page = (tmp_path / f"{KOPPEL}.html").read_text(encoding="utf-8")
    assert "werkgebied in Amersfoort, geen wijk van het CBS: De Koppel, Schothorst Zuid" in page
    assert "Binnen het werkgebied" in page
    assert "modelschattingen van 4 delen, gewogen naar 18-plussers die thuis wonen" in page
    assert "Park Schothorst: telt niet mee bij" in page
    assert "Park Schothorst (55 inwoners, minder dan 1%)" in page
    without_style = re.sub(r"<style.*?</style>", " ", page, flags=re.DOTALL)
    told = " ".join(re.sub(r"<[^>]+>", " ", without_style).split())
    assert not re.search(r"(deze|de hele|binnen de) wijk\b", told.lower())
    assert "Grens gewijzigd na 2020 (tabel 85984NED): 320 ha, nu 312 ha." in told


def test_it_is_listed_and_found(command: Run) -> None:
    listed = command("areas", "list", "--gemeente", "amersfoort").out
    assert re.search(r"Koppel/Schothorst +werkgebied +Amersfoort +– +14\.880", listed)
    assert "Den Haag Zuidwest" in command("areas", "search", "zuidwest").out
    told = command("indicators", "explain", "eenzaam", "koppel-schothorst")
    assert "49,03727" in told.out + told.err


def test_it_stands_in_a_profile_file_and_in_a_list(command: Run, tmp_path: Path) -> None:
    (tmp_path / "mijn.yaml").write_text("gebied: Koppel/Schothorst\n", encoding="utf-8")
    (tmp_path / "lijst.txt").write_text("Alphen-Noord, Alphen aan den Rijn\n", encoding="utf-8")
    words = ("--format", "json", "--output", ".")
    ended = command("build", "mijn.yaml", "--list", "lijst.txt", *words)
    assert ended.code == 0, ended.err
    assert (tmp_path / f"{KOPPEL}.json").is_file()
    assert (tmp_path / "wijkprofiel-alphen-aan-den-rijn-alphen-noord-2020.json").is_file()


def test_the_command_in_the_document_makes_it_again(command: Run, tmp_path: Path) -> None:
    command("build", "Koppel/Schothorst", "--format", "json", "--output", ".")
    made = json.loads((tmp_path / f"{KOPPEL}.json").read_text(encoding="utf-8"))
    words = made["imprint"]["command"].split()[1:]
    ended = command(*words, "--format", "json", "--output", "nog")
    assert ended.code == 0, ended.err
    again = (tmp_path / "nog" / f"{KOPPEL}.json").read_text(encoding="utf-8")
    assert json.loads(again) == made


def test_one_of_ones_own_is_checked(command: Run, tmp_path: Path) -> None:
    file = written(tmp_path, "Zuidwest")
    ended = command("config", "check", "--config", "configs")
    assert ended.code == 10
    assert f"{file.relative_to(tmp_path)}:6" in ended.err.replace(f"{tmp_path}/", "")
    assert "WK034403 heet Overvecht, en niet Zuidwest. Bedoelde u Zuidwest (WK034408)" in ended.err
    written(tmp_path, "Overvecht")
    assert command("config", "check", "--config", "configs").code == 0
    ended = command("build", "samen", "--config", "configs", "--format", "json", "--output", ".")
    assert ended.code == 0, ended.err
    assert (tmp_path / "wijkprofiel-utrecht-samen-2020.json").is_file()

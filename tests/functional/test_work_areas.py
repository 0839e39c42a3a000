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
    assert "De Koppel (WK030706: 3.095 inwoners, 21% van de volwassenen)" in page
    assert "Park Schothorst (WK030723: 55, minder dan 1%)" in page
    assert "op de grens van zeer sterk en sterk stedelijk" in page
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


TWO = """Overvecht en Soesterkwartier:
  gemeente: [Utrecht, Amersfoort]
  delen:
    2020:
      WK034403: Overvecht
      WK030703: Soesterkwartier
  bron: De werkgroep.
"""


def in_two_gemeenten(folder: Path, text: str = TWO) -> None:
    file = folder / "configs" / "gebieden" / "samen.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_it_may_lie_in_several_gemeenten(command: Run, tmp_path: Path) -> None:
    in_two_gemeenten(tmp_path)
    own = ("--config", "configs")
    for gemeente in ("Utrecht", "Amersfoort"):
        listed = command("areas", "list", "--gemeente", gemeente, *own).out
        assert re.search(r"Overvecht en Soesterkwartier +werkgebied +Utrecht, Amersfoort", listed)
    found = command("areas", "search", "soesterkwartier", "--gemeente", "Utrecht", *own).out
    assert "Overvecht en Soesterkwartier" in found
    told = command("indicators", "explain", "ervaren_gezondheid_goed", TWO.split(":")[0], *own).out
    assert "tegenover rest van Utrecht en Amersfoort, naar verhouding: 80,614616" in told
    assert "Utrecht: rest = (80,8 − w × 69,9) / (1 − w) = 81,928874, met w = 0,09384703" in told
    assert "naar verhouding = 0,73516569 × 81,928874 + 0,26483431 × 80,293784 = 81,495846" in told
    words = ("--format", "json,csv,html", "--output", ".", *own)
    ended = command("build", TWO.split(":")[0], "--gemeente", "Amersfoort", *words)
    assert ended.code == 0, ended.err
    stem = "wijkprofiel-utrecht-amersfoort-overvecht-en-soesterkwartier-2020"
    made = json.loads((tmp_path / f"{stem}.json").read_text(encoding="utf-8"))
    assert made["gemeente"] is None
    lines = csv.DictReader(
        (tmp_path / f"{stem}.csv").read_text("utf-8-sig").splitlines(), delimiter=";"
    )
    beside = {
        line["vergeleken_met"]: line["waarde_rest"]
        for line in lines
        if (line["indicator"], line["leeftijd"]) == ("ervaren_gezondheid_goed", "18+")
        and line["waarde_rest"]
    }
    assert beside == {
        "gemeente": "81,4958",
        "gm0344": "81,9289",
        "gm0307": "80,2938",
        "land": "78,4",
    }
    page = (tmp_path / f"{stem}.html").read_text(encoding="utf-8")
    assert "geen wijk van het CBS: Overvecht (Utrecht) en Soesterkwartier (Amersfoort)" in page
    assert "in de rest van Utrecht en Amersfoort 15, in Nederland 14" in page
    assert "Utrecht 82, Amersfoort 80" in page
    assert "In de delen loopt dit uiteen van 16 tot 27." in page
    assert "Waar Overvecht ligt" in page
    assert "Waar Soesterkwartier ligt" in page


def test_its_gemeenten_are_checked(command: Run, tmp_path: Path) -> None:
    wrong = {
        "[Utrecht, Amersfoort]": ("[Utrecht, Amersfoort, Zeist]", "in Zeist ligt geen enkel deel"),
        "Amersfoort]": ("Utrecht]", "Utrecht staat er twee keer"),
        ", Amersfoort]": (", Amersfort]", "Bedoelde u Amersfoort?"),
        "[Utrecht, ": ("[", "Overvecht ligt in Utrecht, en die staat niet bij gemeente."),
    }
    for text, (instead, said) in wrong.items():
        in_two_gemeenten(tmp_path, TWO.replace(text, instead))
        ended = command("config", "check", "--config", "configs")
        assert ended.code == 10
        assert said in ended.err


def test_the_parts_of_one_wijk_are_that_wijk_and_the_user_is_told(
    command: Run, tmp_path: Path
) -> None:
    alone = TWO.replace("[Utrecht, Amersfoort]", "Utrecht")
    in_two_gemeenten(tmp_path, alone.replace("      WK030703: Soesterkwartier\n", ""))
    words = ("--config", "configs", "--format", "json", "--output", ".")
    ended = command("build", TWO.split(":")[0], *words)
    assert ended.code == 0, ended.err
    assert "zijn samen de wijk Overvecht (WK034403): dit is het profiel van die wijk" in ended.err
    assert (tmp_path / "wijkprofiel-utrecht-overvecht-2020.json").is_file()

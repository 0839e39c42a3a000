"""A GGD region or province: as a filter, as a benchmark, and as an area of its own."""

from __future__ import annotations

import csv
import json
import re
from html import unescape
from pathlib import Path

import pytest

import wijkprofiel
from tests.functional.conftest import Run
from wijkprofiel.domain.errors import RegionError

OVERVECHT = "wijkprofiel-utrecht-overvecht-2020"
FULL = "GGD regio Utrecht (26 gemeenten, door ons berekend)"


def asking(folder: Path, benchmarks: str, area: str = "Overvecht", **more: str) -> str:
    lines = [f"gebied: {area}", f"vergelijken_met: {benchmarks}"]
    lines += [f"{key}: {value}" for key, value in more.items()]
    (folder / "wijk.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return "wijk.yaml"


def told(folder: Path, name: str) -> str:
    page = (folder / f"{name}.html").read_text(encoding="utf-8")
    page = re.sub(r"<(style|script).*?</\1>", " ", page, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_a_wijk_beside_its_region(command: Run, tmp_path: Path) -> None:
    file = asking(tmp_path, "[gemeente, ggd_regio, land]", gemeente="Utrecht")
    ended = command("build", file, "--format", "html,json,csv", "--output", ".")
    assert ended.code == 0, ended.err
    made = json.loads((tmp_path / f"{OVERVECHT}.json").read_text(encoding="utf-8"))
    assert [(each["key"], each["role"], each["header"]) for each in made["columns"]] == [
        ("gemeente", "nabij", "Utrecht"),
        ("ggd_regio", "ggd_regio", "GGD regio Utrecht"),
        ("land", "land", "Nederland"),
    ]
    assert [each["shows_word"] for each in made["columns"]] == [True, False, True]
    (composed,) = made["composed"]
    assert composed["area"]["code"] == "GGD-REGIO-UTRECHT"
    assert len(composed["area"]["members"]) == 26
    assert composed["source"].startswith("CBS, Gebiedsindelingen 2022")
    lines = csv.DictReader(
        (tmp_path / f"{OVERVECHT}.csv").read_text("utf-8-sig").splitlines(), delimiter=";"
    )
    (lonely,) = (
        line
        for line in lines
        if (line["indicator"], line["leeftijd"], line["jaar"], line["vergeleken_met"])
        == ("eenzaam", "18+", "2020", "ggd_regio")
    )
    assert (lonely["waarde_vergelijking"], lonely["z"]) == ("45,795972", "2,2996")
    assert (lonely["geheel_of_rest"], lonely["woord"]) == ("rest", "duidelijk ongunstiger")
    page = told(tmp_path, OVERVECHT)
    assert page.count(FULL) == 2, "once above a column, and once in the account"
    assert f"{FULL}: hoe, staat in de verantwoording." in page
    assert "Een oordeel gaat over het gebied van GGD regio Utrecht zonder deze wijk." in page
    assert "GGD regio Utrecht bestaat uit Amersfoort, Baarn, De Bilt" in page
    assert "zonder Houten" not in page, "of cars the wijken of every gemeente are known"
    first = page.split("Wie wonen hier")[0]
    assert "GGD regio" not in first, "never a third column on the first page"


def test_a_wijk_beside_its_province_and_step_by_step(command: Run, tmp_path: Path) -> None:
    file = asking(tmp_path, "[provincie, land]", gemeente="Utrecht")
    ended = command("indicators", "explain", "eenzaam", file)
    assert ended.code == 0, ended.err
    assert "tegenover Provincie Utrecht: 45,795972" in ended.out
    assert "door ons berekend uit de cijfers van 26 gemeenten" in ended.out
    assert "z = 12,718669 / 5,530857 = 2,2996" in ended.out
    ended = command("build", file, "--format", "html", "--document", "een_blad", "--output", ".")
    assert ended.code == 0, ended.err


def test_a_wijk_beside_another_region(command: Run, tmp_path: Path) -> None:
    """Then it is an area like any other, and no part of it is taken off."""
    (tmp_path / "wijk.yaml").write_text(
        "gebied: Overvecht\nvergelijken_met:\n  - gemeente\n  - gebied: GGD Hollands Midden\n",
        encoding="utf-8",
    )
    ended = command("build", "wijk.yaml", "--format", "json", "--output", ".")
    assert ended.code == 0, ended.err
    made = json.loads((tmp_path / f"{OVERVECHT}.json").read_text(encoding="utf-8"))
    assert [each["role"] for each in made["columns"]] == ["nabij", "ander"]
    (lonely,) = (
        each
        for each in made["figures"]
        if each["indicator"] == "eenzaam"
        and (each["observation"]["age"], each["observation"]["period"]) == ("18+", 2020)
    )
    assert lonely["judgements"][1]["verdict"]["scope"] == "geheel"


@pytest.mark.parametrize(
    ("area", "benchmarks", "says"),
    [
        ("NL00", "[ggd_regio]", "wijk.yaml:2: vergelijken_met.1: Nederland heeft geen ggd_regio"),
        ("GGD regio Utrecht", "[provincie]", "GGD regio Utrecht heeft geen provincie om mee"),
        ("Overvecht", "[ggdregio]", "Bedoelde u ggd_regio?"),
        ("Overvecht", "[gemeente, ggd_regio, provincie, land]", "hoogstens 3"),
    ],
)
def test_what_cannot_be_compared_is_told(
    command: Run, tmp_path: Path, area: str, benchmarks: str, says: str
) -> None:
    ended = command("build", asking(tmp_path, benchmarks, area), "--format", "json")
    assert ended.code == 10
    assert says in ended.err
    assert not (tmp_path / "profielen").exists()


def test_a_region_has_a_profile(command: Run, tmp_path: Path) -> None:
    ended = command("build", "ggd gooi en vechtstreek", "--format", "html,csv", "--output", ".")
    assert ended.code == 0, ended.err
    name = "wijkprofiel-ggd-gooi-en-vechtstreek-2020"
    page = told(tmp_path, name)
    assert "GGD-regio, 7 gemeenten, door ons berekend" in page
    assert "Gemeente voor gemeente" in page
    assert "GGD Gooi en Vechtstreek telt 7 gemeenten." in page
    assert "wijkprofiel build GGD-GOOI --edition 2020" in page
    assert "is door ons samengesteld uit gemeenten van de indeling van 2020" in page
    assert not re.search(r"\b(deze wijk|deze gemeente|werkgebied)\b", page)
    again = command("build", "GGD-GOOI", "--format", "html", "--output", "nog-eens")
    assert again.code == 0, again.err
    same = (tmp_path / "nog-eens" / f"{name}.html").read_bytes()
    assert same == (tmp_path / f"{name}.html").read_bytes()


def test_a_province_does_not_take_the_name_of_a_gemeente(command: Run, tmp_path: Path) -> None:
    ended = command("build", "provincie Utrecht", "Utrecht", "--format", "json", "--output", ".")
    assert ended.code == 0, ended.err
    assert {path.name for path in tmp_path.glob("*.json")} == {
        "wijkprofiel-provincie-utrecht-2020.json",
        "wijkprofiel-utrecht-2020.json",
    }


def test_regions_are_listed_and_found(command: Run) -> None:
    listed = command("areas", "list", "--regios").out.splitlines()[1:]
    assert len([line for line in listed if " ggd_regio " in line]) == 25
    assert len([line for line in listed if " provincie " in line]) == 12
    found = command("areas", "search", "utrecht").out
    assert "GGD-REGIO-UTRECHT" in found
    assert "1.354.834" in found
    inside = command("areas", "list", "--ggd", "gooi")
    assert [line.split()[0] for line in inside.out.splitlines()[1:]] == [
        *("Blaricum", "Hilversum", "Huizen", "Laren", "Weesp", "Wijdemeren", "Gooise")
    ]


def test_a_region_says_where_to_look(command: Run) -> None:
    ended = command("areas", "search", "centrum", "--ggd", "hollands midden")
    assert "Leiden" not in ended.err
    assert {"Lisse", "Katwijk"} & set(re.findall(r"\w+", ended.out))
    assert "Utrecht" not in ended.out
    ended = command("indicators", "explain", "eenzaam", "overvecht", "--provincie", "utrecht")
    assert "(WK034403)" in ended.out
    ended = command("build", "overvecht", "--ggd", "haaglanden", "--format", "json")
    assert ended.code == 11
    assert "Er is geen gebied 'overvecht' in deze 9 gemeenten" in ended.err
    assert "Wel in een andere gemeente" in ended.err


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("build", "--all"), 2, "Bij --all hoort --gemeente NAAM, --ggd NAAM of --provincie NAAM."),
        (("build", "--all", "--ggd", "atlantis"), 11, "Er is geen GGD-regio 'atlantis'"),
        (("areas", "list", "--regios", "--ggd", "gooi"), 2, "Bij --regios hoort geen"),
        (("config", "new", "centrum", "--provincie", "holland"), 11, "meer dan één provincie"),
    ],
)
def test_what_is_no_region_is_told(
    command: Run, words: tuple[str, ...], code: int, says: str
) -> None:
    ended = command(*words)
    assert (ended.code, says in ended.err) == (code, True), ended.err


def test_all_wijken_of_a_region_are_asked_for(command: Run, tmp_path: Path) -> None:
    ended = command(
        *("build", "--all", "--ggd", "gooi", "--format", "csv", "--output", "uit", "--quiet"),
        *("--document", "profiel", "--jobs", "1"),
    )
    assert ended.code == 0, ended.err
    homes = {path.name.split("-")[1] for path in (tmp_path / "uit").glob("*.csv")}
    assert homes == {"blaricum", "hilversum", "huizen", "laren", "weesp", "wijdemeren", "gooise"}


def test_python_asks_the_same(tmp_path: Path) -> None:
    with wijkprofiel.open("2020", data=tmp_path) as opened:
        assert opened.find("overvecht", ggd="utrecht").code == "WK034403"
        assert opened.find("overvecht", provincie="utrecht").code == "WK034403"
        with pytest.raises(RegionError, match="in deze 9 gemeenten"):
            opened.find("overvecht", ggd="haaglanden")
        frame = opened.all_areas("gemeente", "eenzaam", ggd="gooi")
        assert len(frame) == 7
        assert opened.figures("GGD-GOOI")["level"].unique().tolist() == ["ggd_regio"]
        whole = opened.profile("GGD regio Utrecht").data
        assert whole["area"]["name"] == "GGD regio Utrecht"


def test_a_mistake_in_a_region_is_told_at_its_line(command: Run, tmp_path: Path) -> None:
    ours = Path(wijkprofiel.__file__).parents[1] / "configs" / "regios" / "provincie.yaml"
    own = tmp_path / "configs" / "regios"
    own.mkdir(parents=True)
    text = ours.read_text(encoding="utf-8").replace("GM0307: Amersfoort", "GM0307: Amersvoort", 1)
    (own / "provincie.yaml").write_text(text, encoding="utf-8")
    line = 1 + text[: text.index("Amersvoort")].count("\n")
    ended = command("config", "check")
    assert ended.code == 10
    assert f"provincie.yaml:{line}: Utrecht.gemeenten.2020.GM0307: GM0307 heet Amersfoort" in (
        ended.err
    )

"""A werkgebied of one's own: laid down in a profile file, begun with a command, made in one go."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.functional.conftest import Run
from tests.support.division_2024 import write_2024

HEAD = "gebied:\n  naam: Noord en Overvecht\n"
PARTS = "  delen:\n    WK034402: Noordwest\n    WK034403: Overvecht\n"
OWN = Path("configs") / "gebieden"


def profile(text: str) -> None:
    Path("mijn.yaml").write_text(text, encoding="utf-8")


def made(name: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(Path(f"{name}.json").read_text(encoding="utf-8"))
    return found


def told(page: str) -> str:
    without_style = re.sub(r"<style.*?</style>", " ", page, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", without_style).split())


def test_a_profile_file_lays_one_down(command: Run) -> None:
    profile(f"{HEAD}{PARTS}  onzeker: Of Zuilen erbij hoort.\n")
    assert command("config", "check", "mijn.yaml").code == 0
    ended = command("build", "mijn.yaml", "--format", "json,html", "--output", ".")
    assert ended.code == 0, ended.err
    name = "wijkprofiel-utrecht-noord-en-overvecht-2020"
    document = made(name)
    assert document["union"]["source"] is None  # type: ignore[index]
    assert [each["code"] for each in document["area"]["members"]] == [  # type: ignore[index]
        "WK034402",
        "WK034403",
    ]
    page = told(Path(f"{name}.html").read_text(encoding="utf-8"))
    assert "De makers van dit profiel hebben deze delen gekozen." in page
    assert "Niet zeker: Of Zuilen erbij hoort." in page
    words = document["imprint"]["command"].split()[1:]  # type: ignore[index]
    assert words[:2] == ["build", "mijn.yaml"]
    assert command(*words, "--format", "json", "--output", "nog").code == 0
    again = (Path("nog") / f"{name}.json").read_text(encoding="utf-8")
    assert json.loads(again) == document
    profile(f"{HEAD}{PARTS}  bron: Afgesproken op 3 maart.\n")
    assert command("build", "mijn.yaml", "--format", "json", "--output", ".").code == 0
    other = made(name)
    assert other["union"]["source"] == "Afgesproken op 3 maart."  # type: ignore[index]
    assert other["imprint"] != document["imprint"]


MISTAKES = (
    ("  delen:\n    WK034403: Zuidwest\n", 4, "heet Overvecht, en niet Zuidwest. Bedoelde u"),
    ("  delen:\n    WK034499: Overvecht\n", 4, "WK034499 komt niet voor in editie 2020"),
    ("  delen:\n    WK03440: Overvecht\n", 4, "'WK03440' is geen code van een gebied"),
    ("  delen:\n    GM0344: Utrecht\n", 4, "GM0344 is geen wijk of buurt; noem de wijken"),
    ("  delen:\n    - WK034403\n    - WK034402\n", 3, "met code en naam, zoals WK034403: Ove"),
    ("  delen: Overvecht\n", 3, "schrijf elk deel op een eigen regel met code en naam"),
    ("  delen:\n    Overvecht: WK034403\n", 3, "omgekeerd; schrijf WK034403: Overvecht"),
    ("  delen:\n    WK034403:\n", 4, "is leeg; vul een waarde in"),
    ("  delen:\n", 3, "is leeg; vul een waarde in"),
    ("  delen:\n\t WK034403: Overvecht\n", 4, "hier staat een tab; gebruik spaties"),
    ("  deelen:\n    WK034403: Overvecht\n", 3, "deze sleutel kennen we niet. Bedoelde u delen"),
    ("  delen:\n    2024:\n      WK034403: Overvecht\n", 3, "indeling van 2020 ontbreken"),
    (
        "  delen:\n    2020:\n      WK034402: Noordwest\n    WK034403: Overvecht\n",
        3,
        "jaren en delen staan door elkaar; zet elk deel onder een jaar",
    ),
    (f"  gemeente: Utrech\n{PARTS}", 3, "Er is geen gemeente 'Utrech'"),
    (f"{PARTS}gemeente: Utrecht\n", 6, "haal deze regel weg; de gemeente hoort onder gebied"),
)


def test_each_mistake_is_told_at_its_line(command: Run) -> None:
    """All in one folder: a file with a mistake hides nothing of the others."""
    folder = Path("fouten")
    folder.mkdir()
    for number, (text, _, _) in enumerate(MISTAKES):
        (folder / f"f{number:02}.yaml").write_text(HEAD + text, encoding="utf-8")
    ended = command("config", "check", "fouten")
    assert ended.code == 10
    for number, (_, line, said) in enumerate(MISTAKES):
        told = [each for each in ended.err.splitlines() if f"f{number:02}.yaml:{line}:" in each]
        assert len(told) == 1, (number, ended.err)
        assert said in told[0]
    assert command("build", "./fouten", "--format", "json").code == 18
    assert not Path("profielen").exists()


def test_its_name_is_nobody_elses(command: Run) -> None:
    for name, said in {
        "Overvecht": "zo heet ook wijk Overvecht (WK034403)",
        "Utrecht": "zo heet ook gemeente Utrecht",
    }.items():
        profile(f"gebied:\n  naam: {name}\n{PARTS}")
        ended = command("config", "check", "mijn.yaml")
        assert ended.code == 10
        assert f"mijn.yaml:2: gebied.naam: {said}" in ended.err
    profile(
        "gebied:\n  naam: koppel schothorst\n  delen:\n    WK030706: De Koppel\n"
        "    WK030707: De Kruiskamp\n"
    )
    ended = command("config", "check", "mijn.yaml")
    assert "mijn.yaml:2: gebied.naam: het werkgebied Koppel/Schothorst staat al in" in ended.err


def test_too_many_parts_and_too_few_people(command: Run) -> None:
    listed = command("areas", "list", "--gemeente", "utrecht", "--buurten").out
    rows = re.findall(r"^(.+?)  +buurt +Utrecht +(BU0344\d{4}) +([\d.–]+)$", listed, re.MULTILINE)
    many = "".join(f'    {code}: "{name}"\n' for name, code, _ in rows[:26])
    profile(f"gebied:\n  naam: Veel\n  delen:\n{many}")
    ended = command("config", "check", "mijn.yaml")
    assert "mijn.yaml:3: gebied.delen: meer dan 25 delen; kies grotere delen" in ended.err
    empty = [row for row in rows if row[2].isdigit() and int(row[2]) <= 40][:2]
    few = "".join(f'    {code}: "{name}"\n' for name, code, _ in empty)
    profile(f"gebied:\n  naam: Leeg\n  delen:\n{few}")
    ended = command("config", "check", "mijn.yaml")
    assert "mijn.yaml:3: gebied.delen: hier wonen minder dan 100 volwassenen" in ended.err
    buurt = next(row for row in rows if row[1].startswith("BU034403"))
    profile(f'{HEAD}{PARTS}    {buurt[1]}: "{buurt[0]}"\n')
    ended = command("config", "check", "mijn.yaml")
    assert f"mijn.yaml:6: gebied.delen.{buurt[1]}: {buurt[0]} hoort al bij Overvecht" in ended.err


def test_all_of_one_wijk_is_that_wijk_and_says_so(command: Run) -> None:
    profile("gebied:\n  naam: Mijn wijk\n  delen:\n    WK034403: Overvecht\n")
    ended = command("build", "mijn.yaml", "--format", "json", "--output", ".")
    assert ended.code == 0
    assert "wijkprofiel-utrecht-overvecht-2020.json" in ended.out
    assert "De delen van Mijn wijk zijn samen de wijk Overvecht (WK034403)" in ended.err


def test_a_name_for_several_wijken_is_offered_as_it_can_be_typed(command: Run) -> None:
    profile("gebied: Schothorst\n")
    ended = command("config", "check", "mijn.yaml")
    assert ended.code == 10
    record = ended.err.split("werkgebied van:\n")[1].split("Verbeter")[0]
    profile("\n".join(line.removeprefix("      ") for line in record.splitlines()) + "\n")
    assert command("config", "check", "mijn.yaml").code == 0
    ended = command("build", "mijn.yaml", "--format", "json", "--output", ".")
    assert "wijkprofiel-amersfoort-schothorst-2020.json" in ended.out


def test_one_is_begun_with_a_command(command: Run) -> None:
    begin = ("config", "new", "--gemeente", "utrecht", "--werkgebied")
    ended = command(*begin, "Zuid en Oost", "--deel", "oost", "--deel", "WK034407")
    assert ended.code == 0, ended.err
    file = OWN / "utrecht.yaml"
    assert ended.out.strip() == str(file)
    assert "wijkprofiel build 'Zuid en Oost'" in ended.err
    first = file.read_text(encoding="utf-8")
    assert "    2020:\n      WK034405: Oost\n      WK034407: Zuid\n" in first
    assert command("config", "check").code == 0
    assert command(*begin, "Noord en West: wat?").code == 0
    both = file.read_text(encoding="utf-8")
    assert both.startswith(first.rstrip("\n"))
    assert "# WK034403" not in both.split("2020")[1].split("#")[0]
    assert command("config", "check").code == 0
    again = command(*begin, "Zuid en Oost", "--deel", "oost", "--deel", "zuid")
    assert again.code == 2
    assert f"Zuid en Oost bestaat al in {file}" in again.err
    assert file.read_text(encoding="utf-8") == both
    ended = command("build", "zuid en oost", "--format", "json", "--output", ".")
    assert "wijkprofiel-utrecht-zuid-en-oost-2020.json" in ended.out


def test_what_to_choose_from_becomes_a_werkgebied(command: Run) -> None:
    """The lines of the name, the year and two wijken without their sign are a sound record."""
    ended = command("config", "new", "--werkgebied", "Rand", "--gemeente", "utrecht", *TO_SCREEN)
    assert ended.code == 0
    assert not OWN.exists()
    chosen = ("Rand:", "gemeente:", "delen:", "2020:", "bron:", "WK034402", "WK034403")
    lines = [
        line.removeprefix("# ")
        for line in ended.out.splitlines()
        if any(line.removeprefix("# ").strip().startswith(each) for each in chosen)
    ]
    assert len(lines) == len(chosen)
    OWN.mkdir(parents=True)
    (OWN / "utrecht.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert command("config", "check").code == 0
    assert "Rand" in command("areas", "list", "--werkgebieden", "--gemeente", "utrecht").out


TO_SCREEN = ("--output", "-")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Zuid", "--deel", "zuid", "--deel", "oost"), "zo heet ook wijk Zuid (WK034407)"),
        (("A", "--deel", "zuit", "--deel", "oost"), "Bedoelde u: Zuid (wijk in Utrecht, WK034407)"),
        (("A", "--deel", "WK030706", "--deel", "oost"), "Wel in een andere gemeente: De Koppel"),
        (("A", "--deel", "utrecht"), "Utrecht (gemeente, GM0344) is geen wijk of buurt"),
        (
            ("A", "--deel", "oost", "--deel", "WK034405"),
            "Oost (wijk in Utrecht, WK034405) staat er",
        ),
        (("A", "--deel", "oost", "--deel", "BU03440511"), "hoort al bij Oost; laat één weg"),
        (("", "--deel", "oost", "--deel", "zuid"), "mag niet leeg zijn"),
        (("standaard", "--deel", "oost", "--deel", "zuid"), "heeft een eigen betekenis"),
        (("x" * 61, "--deel", "oost", "--deel", "zuid"), "is 1 teken te lang"),
    ],
)
def test_what_cannot_be_one_is_not_written(words: tuple[str, ...], said: str, command: Run) -> None:
    ended = command("config", "new", "--gemeente", "utrecht", "--werkgebied", *words)
    assert ended.code == 2
    assert said in ended.err
    assert not OWN.exists()


def test_half_a_question_is_told(command: Run) -> None:
    for words in (["--werkgebied", "A"], ["oost", "--werkgebied", "A", "--gemeente", "utrecht"]):
        ended = command("config", "new", *words)
        assert (ended.code, "met een naam en de gemeente waarin het ligt" in ended.err) == (2, True)
    assert "Bij --deel hoort --werkgebied" in command("config", "new", "oost", "--deel", "x").err
    assert "Het argument WIJK ontbreekt" in command("config", "new").err


def test_it_may_lie_in_several_gemeenten(command: Run) -> None:
    """Begun with an option per gemeente, and laid down in a profile file by its codes alone."""
    begin = ("config", "new", "--gemeente", "utrecht", "--gemeente", "amersfoort")
    parts = ("--deel", "overvecht", "--deel", "soesterkwartier")
    told = command(*begin, "--werkgebied", "Samen", *parts, "--output", "-").out
    assert "gemeente: [Utrecht, Amersfoort]" in told
    lines = ("gebied:", "  naam: Samen", "  delen:", "    WK034403: Overvecht")
    Path("samen.yaml").write_text(
        "\n".join((*lines, "    WK030703: Soesterkwartier", "")), encoding="utf-8"
    )
    assert command("build", "samen.yaml", "--format", "json", "--output", ".").code == 0
    document = made("wijkprofiel-utrecht-amersfoort-samen-2020")
    assert document["gemeente"] is None
    refused = command(*begin, "--werkgebied", "Samen", "--deel", "overvecht", "--output", "-")
    assert "in Amersfoort ligt geen enkel deel" in refused.err


def test_a_file_of_ours_keeps_its_werkgebieden(command: Run) -> None:
    """A file of the same name would take the place of the one that comes with wijkprofiel."""
    begin = ("config", "new", "--gemeente", "amersfoort", "--werkgebied", "Midden")
    ended = command(
        *begin, "--deel", "De Kruiskamp", "--deel", "Liendert", "--bron", 'Zie "x": a\\b'
    )
    assert ended.code == 0, ended.err
    assert ended.out.strip() == str(OWN / "amersfoort_eigen.yaml")
    listed = command("areas", "list", "--werkgebieden").out
    assert "Midden" in listed
    assert "Koppel/Schothorst" in listed
    assert command("build", "midden", "--gemeente", "amersfoort", "--format", "json").code == 0
    document = made("profielen/wijkprofiel-amersfoort-midden-2020")
    assert document["union"]["source"] == 'Zie "x": a\\b'  # type: ignore[index]


def test_a_file_that_nothing_can_be_added_to_stays(command: Run) -> None:
    OWN.mkdir(parents=True)
    parts = "{WK034402: Noordwest, WK034403: Overvecht}"
    flow = f"{{Samen: {{gemeente: Utrecht, delen: {{2020: {parts}}}, bron: De werkgroep.}}}}\n"
    (OWN / "utrecht.yaml").write_text(flow, encoding="utf-8")
    begin = ("config", "new", "--gemeente", "utrecht", "--werkgebied", "A")
    ended = command(*begin, "--deel", "oost", "--deel", "zuid")
    assert ended.code == 17
    assert "is niets toe te voegen; het blijft zoals het is" in ended.err
    assert (OWN / "utrecht.yaml").read_text(encoding="utf-8") == flow


def test_all_werkgebieden_at_once(command: Run) -> None:
    make = ("build", "--all", "--werkgebieden", "--format", "json", "--output", ".")
    ended = command(*make, "--gemeente", "amersfoort")
    assert ended.code == 0, ended.err
    names = [Path(line).stem.split("-", 2)[2] for line in ended.out.splitlines()]
    assert names == ["koppel-schothorst-2020", "amersfoort-zuid-2020"]
    OWN.mkdir(parents=True)
    (OWN / "utrecht.yaml").write_text(
        "Samen:\n  gemeente: Utrecht\n  delen:\n    2020:\n      WK034402: Noordwest\n"
        "      WK034403: Zuidwest\n  bron: De werkgroep.\n",
        encoding="utf-8",
    )
    ended = command(*make, "--report", "verslag.json")
    assert ended.code == 18, ended.err
    assert len(ended.out.splitlines()) == 4  # what is wrong with one leaves the others alone
    assert "Samen" in ended.err
    assert "WK034403 heet Overvecht, en niet Zuidwest" in ended.err
    assert command("build", "--werkgebieden").code == 2
    assert command("build", "--all", "--werkgebieden", "overvecht").code == 2
    nothing = command("build", "--all", "--werkgebieden", "--gemeente", "leiden")
    assert (nothing.code, "Er is geen werkgebied in leiden" in nothing.err) == (2, True)


def test_a_list_names_them(command: Run, tmp_path: Path) -> None:
    (tmp_path / "lijst.csv").write_text(
        "naam;gemeente\nKoppel/Schothorst;Amersfoort\nDen Haag Zuidwest;\n", encoding="utf-8"
    )
    ended = command("build", "--list", "lijst.csv", "--format", "json", "--output", ".")
    assert ended.code == 0, ended.err
    assert len(ended.out.splitlines()) == 2


def test_another_division_at_hand_is_looked_at_too(command: Run, tmp_path: Path) -> None:
    write_2024(tmp_path / "eigen")
    assert (
        "4; 4 nagekeken op de indeling van 2020 en 2024"
        in command("doctor", "--offline", "--all").out
    )
    assert command("config", "check", "--edition", "2020").code == 0
    OWN.mkdir(parents=True)
    (OWN / "zuid.yaml").write_text(
        "Zuidrand:\n  gemeente: Amersfoort\n  delen:\n    2024:\n      WK030705: Bosgebied\n"
        "      WK030716: Leusderkwartier\n  bron: De werkgroep.\n",
        encoding="utf-8",
    )
    ended = command("config", "check", "--edition", "2020")
    assert ended.code == 10
    assert "zuid.yaml:5: Zuidrand.delen.2024.WK030705: WK030705 heet Isselt" in ended.err
    assert "WK030705 heet Isselt" in " ".join(command("doctor", "--offline").out.split())


def test_a_record_for_everybody_names_its_year_and_its_source(command: Run) -> None:
    OWN.mkdir(parents=True)
    lists = {
        "A": ("  delen:\n    WK034403: Overvecht\n", "boven de delen ontbreekt het jaar"),
        "B": ("  delen:\n    - WK034403\n", "begin met het jaar van de indeling, zoals 2020"),
        "C": ("  delen:\n    nu:\n      WK034403: Overvecht\n", "'nu' is geen jaar"),
        "D": ("  delen:\n    2020:\n      - WK034403\n", "met code en naam, zoals WK034403: Over"),
    }
    records = "".join(
        f"{name}:\n  gemeente: Utrecht\n  bron: De werkgroep.\n{parts}"
        for name, (parts, _) in lists.items()
    )
    parts = "  delen:\n    2020:\n      WK034402: Noordwest\n      WK034403: Overvecht\n"
    sourceless = f"E:\n  gemeente: Utrecht\n{parts}"
    (OWN / "utrecht.yaml").write_text(records + sourceless, encoding="utf-8")
    ended = command("config", "check")
    assert ended.code == 10
    told = ended.err.splitlines()
    for name, (_, said) in lists.items():
        (line,) = [each for each in told if f": {name}.delen" in each]
        assert said in line
    assert any("utrecht.yaml:4: A.delen: " in each for each in told)
    assert any(": E: bron ontbreekt; schrijf waar staat" in each for each in told)

"""A code in a file that stands for another area in another year, with two editions at hand."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from tests.functional.conftest import Run
from tests.support.small_country import (
    SmallCountry,
    compile_country,
    edition,
    indicators,
    limits,
    recipe,
    titles,
)
from wijkprofiel.archive.snapshots import import_tables
from wijkprofiel.compilation.edition import compile_edition

BOTH = "in de indeling van 2020 is WK000102 Nieuw (Adam), maar in de indeling van 2024 is WK000102"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    """`klein` on the division of 2020, and `later` on that of 2024, where one code is re-used."""
    tmp_path = tmp_path_factory.mktemp("twee")
    compile_country(SmallCountry(), tmp_path)
    copies = SmallCountry().write(tmp_path / "kopie")
    renamed = titles().replace({"Title": {"Wijk 02 Nieuw ": "Elders "}})
    pd.DataFrame(renamed).to_parquet(copies / "regiolijst.parquet")
    for name in ("kern", "gezondheid"):
        source = recipe(name).bron.model_dump(mode="json") | {"indeling": 2024}
        import_tables(recipe(name, bron=source), copies, tmp_path / "tabellen")
    empty = {"gezondheid": "niet_gevraagd", "kern": "nog_niet_geleverd"}
    later = edition(
        id="later",
        indeling=2024,
        grenzen=None,
        tabellen=[{"momentopname": n, "lege_kolom": e} for n, e in empty.items()],
        volgorde={"gezondheid": ["gezondheid"], "bevolking": ["kern"]},
    )
    some = [each for each in indicators() if each.bron.groep in later.volgorde]
    compile_edition(later, some, limits(), tmp_path / "tabellen", tmp_path)
    return str(tmp_path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("gebied: WK000102\nindeling: 2020\n", BOTH),
        ("gebied: WK000102\neditie: klein\n", BOTH),
        ("gebied: WK000102\n", "Zet erbij welk jaar u bedoelt, zoals indeling: 2024"),
        ("gebied: Oud\nvergelijken_met: [{gebied: WK000102, indeling: 2020}]\n", BOTH),
    ],
)
def test_a_code_of_another_year_is_refused_with_both_names(
    command: Run, place: str, text: str, told: str
) -> None:
    Path("wijk.yaml").write_text(text)
    ended = command("config", "check", "wijk.yaml", "--edition", "later", "--data-dir", place)
    assert ended.code == 10
    assert told in ended.err
    assert "wijk.yaml:" in ended.err
    assert "Elders" in ended.err
    assert "Nieuw" in ended.err


@pytest.mark.parametrize(
    "text",
    [
        "gebied: WK000102\nindeling: 2024\n",
        "gebied: Elders\n",
        "gebied: WK000101\n",
        "gebied: WK000101\nindeling: 2020\n",
    ],
)
def test_a_code_of_the_same_area_or_of_this_year_is_fine(
    command: Run, place: str, text: str
) -> None:
    Path("wijk.yaml").write_text(text)
    ended = command("config", "check", "wijk.yaml", "--edition", "later", "--data-dir", place)
    assert "wijk.yaml" not in ended.err  # our own profiles are of areas that this one does not have


def test_a_line_with_the_name_of_another_year_is_refused(command: Run, place: str) -> None:
    Path("w.csv").write_text("code;naam\nWK000102;Nieuw\n")
    words = ("--format", "json", "--edition", "later", "--data-dir", place)
    ended = command("build", "--list", "w.csv", *words)
    assert ended.code != 0
    assert "De code WK000102 is Nieuw in de indeling van 2020, en Elders in die van 2024" in (
        ended.err
    )


def test_config_new_writes_the_year_beside_a_code(command: Run) -> None:
    named = command("config", "new", "overvecht", "--output", "naam.yaml")
    coded = command("config", "new", "WK150706", "--output", "code.yaml")
    assert (named.code, coded.code) == (0, 0)
    assert "\n# indeling: 2020\n" in Path("naam.yaml").read_text("utf-8")
    assert "\nindeling: 2020\n" in Path("code.yaml").read_text("utf-8")
    assert command("config", "check", "code.yaml").code == 0


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Voorne aan Zee", "sinds 1 januari 2023; daarvoor waren het Brielle, Hellevoetsluis en"),
        ("WK0363SE", "hun codes hebben sindsdien letters"),
        ("WK198001", "Dijk en Waard is een gemeente sinds 1 januari 2022"),
    ],
)
def test_what_is_younger_than_the_edition_is_answered_with_what_happened(
    command: Run, asked: str, said: str
) -> None:
    for words in (("areas", "search", asked), ("build", asked)):
        ended = command(*words)
        assert ended.code == 11
        assert said in " ".join(ended.err.split())
        assert "wijkprofiel data pull --edition" in ended.err


def test_a_gemeente_of_later_is_answered_where_it_is_named_to_look_in(command: Run) -> None:
    ended = command("build", "Centrum", "--gemeente", "Eemsdelta")
    assert ended.code == 11
    assert "Appingedam, Delfzijl" in " ".join(ended.err.split())
    found = command("areas", "search", "maashorst")
    assert found.code == 0
    assert "Landerd en Uden" in " ".join(found.err.split())


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Hengelo (O.)", "GM0164"),
        ("Hengelo (O)", "GM0164"),
        ("Hengelo Overijssel", "GM0164"),
        ("gemeente Hengelo", "GM0164"),
        ("Bergen NH", "GM0373"),
        ("bergen (limburg)", "GM0893"),
        ("Utrecht (gemeente)", "GM0344"),
        ("Beek (L.)", "GM0888"),
        ("Den Haag", "GM0518"),
        ("'s-Gravenhage (gemeente)", "GM0518"),
    ],
)
def test_how_cbs_tells_gemeenten_of_one_name_apart_may_be_typed(
    command: Run, typed: str, code: str
) -> None:
    ended = command("areas", "list", "--gemeente", typed)
    assert ended.code == 0, ended.err
    assert code in ended.out

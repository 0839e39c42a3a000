"""The booklet of an edition from the command line: alone, and once beside what is made of areas."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pikepdf
import pytest

import wijkprofiel
from tests.functional.conftest import Run
from wijkprofiel.domain.errors import OutputError

HTML = "wijkprofiel-boekje-2020.html"
PDF = "wijkprofiel-boekje-2020.pdf"


def names(out: str) -> list[str]:
    return [Path(line).name for line in out.split()]


def links(pdf: Path) -> list[str]:
    """The addresses that the links of a PDF lead to."""
    with pikepdf.open(pdf) as opened:
        actions = [
            note.A for page in opened.pages for note in page.get("/Annots", []) if "/A" in note
        ]
        return [str(action.URI) for action in actions if "/URI" in action]


def test_it_is_named_after_the_edition(command: Run) -> None:
    ended = command("booklet", "--format", "html,json")
    assert ended.code == 0, ended.err
    assert names(ended.out) == [HTML, "wijkprofiel-boekje-2020.json"]
    assert "editie 2020" in ended.err
    found = json.loads(Path("profielen/wijkprofiel-boekje-2020.json").read_text(encoding="utf-8"))
    assert found["format"] == 1
    assert found["imprint"]["command"] == "wijkprofiel booklet --edition 2020"
    assert found["edition"]["content"] in found["checksum"]


def test_its_help_says_what_is_in_it(command: Run) -> None:
    ended = command("booklet", "--help")
    assert ended.code == 0
    for word in (
        "wat elk cijfer is",
        "--edition",
        "--output",
        "--format",
        "--data-dir",
        "--config",
    ):
        assert word in " ".join(ended.out.split())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "csv"), "Het document boekje is er niet als csv."),
        (("--format", "doc"), "Het formaat 'doc' kennen we niet."),
        (("--edition", "1999"), "1999"),
        (("--config", "nergens"), "nergens"),
        (("overvecht",), "overvecht"),
    ],
)
def test_what_is_asked_wrong_is_told(command: Run, words: tuple[str, ...], said: str) -> None:
    ended = command("booklet", *words)
    assert ended.code != 0
    assert said in ended.err
    assert ended.out == ""
    assert not Path("profielen").exists()


def test_it_takes_the_place_of_an_earlier_one_and_of_nothing_else(command: Run) -> None:
    place = Path("profielen") / HTML
    place.parent.mkdir()
    place.write_text("een eerdere", encoding="utf-8")
    assert command("booklet", "--format", "html").code == 0
    first = place.read_bytes()
    assert first.lstrip().startswith(b"<!DOCTYPE html>")
    assert command("booklet", "--format", "html", "--quiet").err == ""
    assert place.read_bytes() == first
    place.unlink()
    place.symlink_to("elders.html")
    ended = command("booklet", "--format", "html")
    assert ended.code == OutputError.exit_code
    assert HTML in ended.err
    assert not Path("profielen/elders.html").exists()


def test_a_folder_that_is_none_is_told(command: Run) -> None:
    Path("profielen").write_text("een bestand", encoding="utf-8")
    ended = command("booklet", "--format", "html")
    assert ended.code != 0
    assert "profielen" in ended.err
    assert ended.out == ""


def test_beside_areas_it_is_made_once_and_they_refer_to_it(command: Run) -> None:
    words = ("build", "overvecht", "stevenshof", "--format", "html", "--booklet")
    ended = command(*words, "--report", "verslag.json", "--jobs", "1")
    assert ended.code == 0, ended.err
    assert names(ended.out).count(HTML) == 1
    assert len(names(ended.out)) == 3
    for name in names(ended.out)[1:]:
        page = Path("profielen", name).read_text(encoding="utf-8")
        assert f'<a href="{HTML}">{HTML}</a>' in page
        assert "Het ligt naast dit document" in page
        assert "--booklet" in page
    report = json.loads(Path("verslag.json").read_text(encoding="utf-8"))
    assert report["compleet"]
    assert next(each["naam"] for each in report["gebieden"]) == "het boekje van editie 2020"


def test_without_it_an_area_names_it_and_how_to_make_it(command: Run) -> None:
    ended = command("build", "overvecht", "--format", "html")
    (name,) = names(ended.out)
    page = Path("profielen", name).read_text(encoding="utf-8")
    assert HTML not in page
    assert "boekje bij editie 2020 (controlegetal " in page
    text = re.sub(r"<[^>]+>", "", page)
    assert "Zo maakt u het: wijkprofiel booklet --edition 2020" in text


def test_in_print_the_reference_is_a_link_as_well(command: Run) -> None:
    ended = command("build", "stevenshof", "--format", "pdf", "--booklet")
    assert ended.code == 0, ended.err
    first, second = (Path(line) for line in ended.out.split())
    assert first.name == PDF
    assert links(second) == [PDF]


def test_more_processes_make_the_same(command: Run) -> None:
    words = ("build", "overvecht", "stevenshof", "--format", "html", "--booklet")
    one = command(*words, "--output", "een", "--jobs", "1")
    two = command(*words, "--output", "twee", "--jobs", "2")
    assert names(one.out) == names(two.out)
    for name in names(one.out):
        assert Path("een", name).read_bytes() == Path("twee", name).read_bytes()


def test_it_leaves_out_a_format_that_it_has_not(command: Run) -> None:
    ended = command("build", "overvecht", "--format", "html,csv", "--booklet")
    assert ended.code == 0, ended.err
    assert sorted(Path(name).suffix for name in names(ended.out)) == [".csv", ".html", ".html"]
    ended = command("build", "overvecht", "--format", "csv", "--booklet")
    assert ended.code == 2
    assert "Het boekje is er niet als csv." in ended.err


def test_it_is_no_document_of_an_area(command: Run, tmp_path: Path) -> None:
    ended = command("build", "overvecht", "--document", "boekje")
    assert ended.code == 2
    assert "Het boekje hoort bij een editie en niet bij een gebied." in ended.err
    assert "--booklet" in ended.err
    (tmp_path / "wijk.yaml").write_text("gebied: Overvecht\ndocumenten: [boekje]\n", "utf-8")
    ended = command("build", "wijk.yaml")
    assert ended.code == 10
    assert "wijk.yaml:2: documenten.1: het boekje hoort bij een editie" in ended.err


def test_its_name_is_taken_for_a_document_of_a_user(command: Run, tmp_path: Path) -> None:
    folder = tmp_path / "eigen" / "documenten"
    folder.mkdir(parents=True)
    (folder / "boekje.yaml").write_text(
        "id: boekje\ninhoud: profiel\nsjabloon: a.html.j2\n", encoding="utf-8"
    )
    ended = command("build", "overvecht", "--document", "profiel", "--config", "eigen")
    assert ended.code == 10
    assert "boekje is een document van wijkprofiel zelf" in ended.err


def test_a_template_of_a_user_may_lead_to_it(command: Run, tmp_path: Path) -> None:
    (tmp_path / "eigen/templates").mkdir(parents=True)
    (tmp_path / "eigen/templates/profiel.html.j2").write_text(
        '{% extends "wijkprofiel/profiel.html.j2" %}{% block buurten %}{% endblock %}',
        encoding="utf-8",
    )
    ended = command("build", "overvecht", "--format", "html", "--booklet", "--config", "eigen")
    assert ended.code == 0, ended.err
    page = Path("profielen", names(ended.out)[1]).read_text(encoding="utf-8")
    assert f'<a href="{HTML}">' in page


def test_python_gives_the_bytes_of_the_command(command: Run) -> None:
    assert command("booklet", "--format", "html,json").code == 0
    with wijkprofiel.open("2020") as editie:
        boekje = editie.booklet()
        assert boekje.html().encode() == Path("profielen", HTML).read_bytes()
        told = json.loads(Path("profielen/wijkprofiel-boekje-2020.json").read_text("utf-8"))
        assert boekje.data == told
        assert repr(boekje) == "<boekje van editie 2020>"
        assert boekje.warnings == ()
        made = editie.build("overvecht", formats="html", booklet=True, output="ook")
    assert next(path.name for each in made for path in each.files) == HTML
    assert made[0].area is None

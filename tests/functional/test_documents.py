"""More than one kind of document: asked for on the command line, in a profile file, or made up."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest

from tests.functional.conftest import Run

OWN = """\
id: affiche
inhoud: een_blad
sjabloon: affiche.html.j2
een_bladzijde: kaartje
"""
TEMPLATE = """\
<!DOCTYPE html>
<html lang="{{ teksten.taal }}"><head><title>{{ blad.title }}</title></head>
<body><main id="kaartje"><h1>Kom praten over {{ blad.title }}</h1>
<p>{{ blad.question }}</p></main></body></html>
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "eigen"
    (folder / "documenten").mkdir(parents=True)
    (folder / "documenten/affiche.yaml").write_text(OWN, encoding="utf-8")
    (folder / "templates").mkdir()
    (folder / "templates/affiche.html.j2").write_text(TEMPLATE, encoding="utf-8")
    return folder


def test_one_page_beside_the_profile(command: Run) -> None:
    asked = ("--document", "profiel", "--document", "een_blad")
    ended = command("build", "overvecht", *asked, "--format", "html", "--format", "json")
    assert ended.code == 0, ended.err
    files = [Path(line) for line in ended.out.split()]
    assert sorted(file.name for file in files) == [
        "wijkprofiel-utrecht-overvecht-2020-een-blad.html",
        "wijkprofiel-utrecht-overvecht-2020-een-blad.json",
        "wijkprofiel-utrecht-overvecht-2020.html",
        "wijkprofiel-utrecht-overvecht-2020.json",
    ]
    pages = {file.name: file.read_text(encoding="utf-8") for file in files}
    page = json.loads(pages["wijkprofiel-utrecht-overvecht-2020-een-blad.json"])
    profile = json.loads(pages["wijkprofiel-utrecht-overvecht-2020.json"])
    assert page["statements"] == profile["front"]["statements"]
    assert len(page["statements"]) == 3


def test_a_profile_file_names_its_documents(command: Run, tmp_path: Path) -> None:
    (tmp_path / "wijk.yaml").write_text(
        "gebied: Overvecht\ntitel: Ons Overvecht\ndocumenten: [een_blad]\n", encoding="utf-8"
    )
    ended = command("build", "wijk.yaml", "--format", "html")
    (file,) = ended.out.split()
    assert file.endswith("wijkprofiel-utrecht-overvecht-2020-een-blad.html")
    assert "<h1>Ons Overvecht</h1>" in Path(file).read_text(encoding="utf-8")


@pytest.mark.parametrize("asked", ["een_bald", "profile"])
def test_a_document_that_is_not_there(command: Run, tmp_path: Path, asked: str) -> None:
    ended = command("build", "overvecht", "--document", asked)
    assert ended.code == 2
    assert f"Het document '{asked}' is er niet." in ended.err
    assert "Kies uit: profiel, een_blad, uitnodiging, posters" in ended.err
    (tmp_path / "wijk.yaml").write_text(
        f"gebied: Overvecht\ndocumenten: [{asked}]\n", encoding="utf-8"
    )
    ended = command("build", "wijk.yaml")
    assert ended.code == 10
    assert f"wijk.yaml:2: documenten.1: document '{asked}' is er niet" in ended.err


def test_only_the_profile_has_every_figure_for_a_spreadsheet(command: Run) -> None:
    ended = command("build", "overvecht", "--document", "een_blad", "--format", "csv")
    assert ended.code == 2
    assert "csv" in ended.err
    assert not list(Path.cwd().glob("profielen/*"))


def test_another_layout_needs_no_python(command: Run, own: Path) -> None:
    asked = ("--document", "affiche", "--config", str(own))
    ended = command("build", "overvecht", *asked, "--format", "html", "--format", "pdf")
    assert ended.code == 0, ended.err
    html, pdf = (Path(line) for line in ended.out.split())
    assert html.name == "wijkprofiel-utrecht-overvecht-2020-affiche.html"
    assert "<h1>Kom praten over Overvecht</h1>" in html.read_text(encoding="utf-8")
    document = pypdfium2.PdfDocument(pdf)
    assert "Kom praten over Overvecht" in document[0].get_textpage().get_text_bounded()


def test_an_own_document_with_mistakes(command: Run, own: Path) -> None:
    (own / "documenten/affiche.yaml").write_text(
        "id: een_blad\ninhoud: een_bald\nsjabloon: weg.html.j2\n", encoding="utf-8"
    )
    ended = command("config", "check", "--config", str(own))
    assert ended.code == 10
    assert "affiche.yaml:1: id: een_blad is een document van wijkprofiel zelf" in ended.err
    assert "affiche.yaml:2: inhoud: de inhoud 'een_bald' is er niet" in ended.err
    assert "Bedoelde u een_blad?" in ended.err


def test_an_own_document_without_its_template(command: Run, own: Path) -> None:
    (own / "templates/affiche.html.j2").unlink()
    ended = command("build", "overvecht", "--document", "affiche", "--config", str(own))
    assert ended.code != 0
    assert "affiche.html.j2" in ended.err
    assert "Traceback" not in ended.err


def test_a_second_language_reaches_the_one_page(command: Run, tmp_path: Path) -> None:
    voice = tmp_path / "configs/teksten/en-test.yaml"
    voice.parent.mkdir(parents=True)
    voice.write_text(
        "basis: nl\ntaal: en\nlezer: a test\n"
        'opening: {titel: "To start with"}\neen_blad: {ruimte: "Room to write"}\n',
        encoding="utf-8",
    )
    (tmp_path / "wijk.yaml").write_text(
        "gebied: Overvecht\nstem: en-test\ndocumenten: [een_blad]\n", encoding="utf-8"
    )
    ended = command("build", "wijk.yaml", "--format", "html")
    assert ended.code == 0, ended.err
    page = Path(ended.out.strip()).read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "To start with" in page
    assert "Room to write" in page

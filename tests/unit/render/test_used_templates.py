"""Which of a user's files a page is made with, found without making it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.profiles import overvecht
from tests.support.rendering import render_html
from wijkprofiel.documents.registry import DOCUMENTS
from wijkprofiel.render.template_files import files_in, our_templates
from wijkprofiel.render.used_templates import own_files
from wijkprofiel.yaml_files.paths import SHIPPED_TEMPLATES

PAGE = "profiel.html.j2"
EXTENDS = '{% extends "wijkprofiel/profiel.html.j2" %}'


def lay_out(folder: Path, **files: str) -> Path:
    """Files by their names, with `__` for the folders in between."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_j2", ".html.j2").replace("_css", ".css")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("files", "used"),
    [
        ({}, []),
        ({"profiel_j2": EXTENDS}, ["profiel.html.j2"]),
        ({"secties__buurten_j2": "x"}, ["secties/buurten.html.j2"]),
        ({"stijl__druk_css": "x"}, ["stijl/druk.css"]),
        ({"een_blad__een_blad_css": "x", "oud_j2": "x"}, []),
        (
            {"profiel_j2": EXTENDS + "{% include 'a_j2' %}", "a_j2": "x", "b_j2": "x"},
            ["profiel.html.j2"],
        ),
        (
            {"profiel_j2": EXTENDS + "{% include 'a.html.j2' %}", "a_j2": "x", "b_j2": "x"},
            ["a.html.j2", "profiel.html.j2"],
        ),
        (
            {"profiel_j2": EXTENDS + "{% include profiel.this_area %}", "a_j2": "x", "b_css": "x"},
            ["a.html.j2", "b.css", "profiel.html.j2"],
        ),
        ({"profiel_j2": "{% broken", "a_j2": "x"}, ["profiel.html.j2"]),
    ],
)
def test_what_a_page_uses(files: dict[str, str], used: list[str], tmp_path: Path) -> None:
    assert list(own_files(lay_out(tmp_path / "templates", **files), PAGE)) == used


def test_a_copy_of_ours_is_ours(tmp_path: Path) -> None:
    for name in files_in(SHIPPED_TEMPLATES):
        copy = tmp_path / "templates" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((SHIPPED_TEMPLATES / name).read_bytes().replace(b"\n", b"\r\n"))
    assert own_files(tmp_path / "templates", PAGE) == {}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=list(DOCUMENTS))
def test_our_own_pages_name_all_that_they_use(document: object, tmp_path: Path) -> None:
    """Otherwise every file of a user's folder would count for it."""
    folder = lay_out(tmp_path / "templates", los_j2="x")
    assert own_files(folder, getattr(document, "template", "")) == {}


def test_a_pipe_or_a_link_that_leads_away_is_no_file_of_a_page(tmp_path: Path) -> None:
    folder = lay_out(tmp_path / "eigen" / "templates", profiel_j2=EXTENDS)
    outside = lay_out(tmp_path, los_css="x") / "los.css"
    (folder / "stijl").mkdir()
    (folder / "stijl" / "druk.css").symlink_to(outside)
    assert list(own_files(folder, PAGE)) == ["profiel.html.j2"]


def test_ours_have_one_number() -> None:
    assert len(our_templates()) == 64


def test_a_template_that_comes_or_goes_later_is_noticed(tmp_path: Path) -> None:
    """What was counted is what the page is made with, also in a process that goes on."""
    folder = tmp_path / "templates"
    folder.mkdir()
    section = folder / "secties" / "niet_gezegd.html.j2"
    assert "Eigen zin" not in render_html(overvecht(), templates=folder)
    lay_out(folder, secties__niet_gezegd_j2="<p>Eigen zin</p>")
    assert "Eigen zin" in render_html(overvecht(), templates=folder)
    assert list(own_files(folder, PAGE)) == ["secties/niet_gezegd.html.j2"]
    section.unlink()
    assert "Eigen zin" not in render_html(overvecht(), templates=folder)
    assert own_files(folder, PAGE) == {}

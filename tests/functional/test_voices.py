"""A voice of one's own, from a file in the configuration folder to the page."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.functional.conftest import Run

VOICE = """\
basis: nl
taal: en
lezer: a test with made-up words
schrijfwijze:
  opsomming: {laatste: " plus "}
omslag:
  inhoud: Whatsinside
  editie: "Batch {editie} of {datum}"
tabel: {meer_bronnen: Wellsprings, minst_gunstig: dimmest, meest_gunstig: brightest}
voorblad: {eerlijk: {bron: "Wells: {bronnen}."}}
verhalen: {bronnen: "Wells: {bronnen}."}
leeswijzer: {open: hollow, vet: heavy}
kanten:
  gunstig: {gunstiger: brighter}
vragen:
  titel: "Chat: {thema}"
verantwoording:
  titel: Reckoning
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "configs/teksten/en-test.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(VOICE, encoding="utf-8")
    (tmp_path / "wijk.yaml").write_text("gebied: Overvecht\nstem: en-test\n", encoding="utf-8")
    return file


def test_the_texts_of_a_voice_reach_the_page(command: Run, own: Path) -> None:
    ended = command("build", "wijk.yaml", "--format", "html")
    assert ended.code == 0, ended.err
    page = Path(ended.out.strip()).read_text(encoding="utf-8")
    assert own.is_file()
    for text in (
        '<html lang="en">',
        "Whatsinside",
        "Batch 2020 of 24 november 2026",
        "Wellsprings: ",
        "dimmest",
        "brightest",
        ">brighter<",
        ">hollow: iets<",
        "<b>heavy</b>: duidelijk",
        "Chat: Sociale omgeving",
        ">Reckoning</h2>",
        "Naar de inhoud",  # not said, so that of `nl`
    ):
        assert text in page, text
    for text in (
        ">minst gunstig<",
        "Bronnen: ",
        '"teken teken-omhoog-vol-gunstig">gunstiger<',
        ">Om over te praten: ",
    ):
        assert text not in page, text


def test_a_pdf_is_in_the_language_of_its_voice(command: Run, own: Path) -> None:
    ended = command("build", "wijk.yaml", "--format", "pdf")
    assert own.is_file()
    with pikepdf.open(ended.out.strip()) as document:
        assert str(document.Root.Lang) == "en"


def test_without_the_wish_the_page_is_the_same_as_ever(command: Run, own: Path) -> None:
    ended = command("build", "overvecht", "--format", "html")
    page = Path(ended.out.strip()).read_text(encoding="utf-8")
    assert '<html lang="nl">' in page
    assert "Whatsinside" not in page
    assert own.is_file()


def test_every_voice_is_checked(command: Run, own: Path) -> None:
    assert command("config", "check", "wijk.yaml").code == 0
    own.write_text(VOICE.replace("{thema}", "{theme}"), encoding="utf-8")
    ended = command("config", "check")
    assert ended.code == 10
    assert "configs/teksten/en-test.yaml:16: vragen.titel: {theme} kennen we hier niet" in ended.err


def test_a_voice_that_is_not_there(command: Run, own: Path, tmp_path: Path) -> None:
    assert own.is_file()
    (tmp_path / "wijk.yaml").write_text("gebied: Overvecht\nstem: en-tets\n", encoding="utf-8")
    ended = command("build", "wijk.yaml")
    assert ended.code == 10
    expected = "stem 'en-tets' kennen we niet. Bedoelde u en-test? Toegestaan: en-test, nl."
    assert f"wijk.yaml:2: stem: {expected}" in ended.err

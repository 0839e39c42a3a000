"""A folder from a colleague: its templates are used when they are asked for, and only show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.functional.conftest import Run
from tests.support.pixels import png

RUNS = "{{ cycler.__init__.__globals__.os.popen('id > gelekt').read() }}"
OTHER = '{% extends "wijkprofiel/profiel.html.j2" %}{% block kop %}<h1>Anders</h1>{% endblock %}'
HTML = ("build", "overvecht", "--format", "html")
MADE = "wijkprofiel-utrecht-overvecht-2020.html"
NOTE = (
    "Let op: de sjablonen in configs/templates worden niet gebruikt."
    " Vertrouwt u ze, noem dan de map: --config configs\n"
)


def lay_down(text: str, folder: Path) -> Path:
    path = folder / "templates" / "profiel.html.j2"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_templates_that_lie_there_are_not_used_and_told(command: Run, tmp_path: Path) -> None:
    assert command(*HTML, "--output", "zonder").code == 0
    lay_down(RUNS, tmp_path / "configs")
    ended = command(*HTML)
    assert ended.code == 0
    assert NOTE in ended.err
    assert (tmp_path / "profielen" / MADE).read_bytes() == (tmp_path / "zonder" / MADE).read_bytes()
    assert not (tmp_path / "gelekt").exists()


def test_the_note_is_not_told_in_vain(command: Run, tmp_path: Path) -> None:
    assert "sjablonen" not in command(*HTML).err
    lay_down(OTHER, tmp_path / "configs")
    assert NOTE not in command(*HTML, "--quiet").err
    assert NOTE not in command(*HTML, "--config", "configs").err
    assert "<h1>Anders</h1>" in (tmp_path / "profielen" / MADE).read_text(encoding="utf-8")


def test_the_rest_of_the_folder_is_used_without_asking(command: Run, tmp_path: Path) -> None:
    lay_down(RUNS, tmp_path / "configs")
    (tmp_path / "configs" / "oordeel.yaml").write_text("x: 1\n", encoding="utf-8")
    assert "oordeel.yaml:1: x: deze sleutel kennen we niet" in command(*HTML).err


@pytest.mark.parametrize("kind", ["html", "pdf", "html,pdf"])
@pytest.mark.parametrize(
    "text",
    [
        RUNS,
        '<link rel="attachment" href="file:///etc/hostname" title="x"/>',
        '<a rel="attachment" href="file:///etc/hostname">x</a>',
        '<img src="file:///etc/hostname" alt=""/>',
        '<object data="file:///etc/hostname"></object>',
        "<style>@font-face{font-family:x;src:url(file:///etc/hostname)}</style>",
    ],
)
def test_templates_that_are_asked_for_run_and_leak_nothing(
    text: str, kind: str, command: Run, tmp_path: Path
) -> None:
    block = f"{{% block extra_stijl %}}{text}{{% endblock %}}"
    lay_down('{% extends "wijkprofiel/profiel.html.j2" %}' + block, tmp_path)
    ended = command("build", "overvecht", "--config", ".", "--format", kind)
    assert (ended.code, ended.out) == (15, "")
    assert {path.name for path in tmp_path.iterdir()} == {"templates"}


def test_templates_of_another_folder_are_refused(command: Run, tmp_path: Path) -> None:
    lay_down(OTHER, tmp_path / "elders")
    (tmp_path / "eigen").mkdir()
    (tmp_path / "eigen" / "templates").symlink_to(tmp_path / "elders" / "templates")
    ended = command(*HTML, "--config", "eigen")
    assert (ended.code, ended.out) == (2, "")
    assert "De map eigen/templates wijst naar een map buiten eigen." in ended.err


@pytest.mark.parametrize("folder", ["configs", "eigen"])
def test_a_logo_may_lie_in_the_configuration(folder: str, command: Run, tmp_path: Path) -> None:
    (tmp_path / folder / "profielen").mkdir(parents=True)
    (tmp_path / folder / "logo.png").write_bytes(png(2, 2))
    profile = tmp_path / folder / "profielen" / "wijk.yaml"
    profile.write_text(
        "gebied: Overvecht\nhuisstijl: {logo: {bestand: ../logo.png, alt: x}}\n", encoding="utf-8"
    )
    words = ("build", str(profile.relative_to(tmp_path)), "--format", "html")
    named = ("--config", folder)
    assert command(*words, *named).code == 0
    assert command(*words).code == (0 if folder == "configs" else 10)

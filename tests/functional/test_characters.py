"""Characters that the PDF cannot show: told where they are typed, and HTML is made all the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.functional.conftest import Run
from tests.support.documented import documented
from wijkprofiel.yaml_files.letters import covered

STRANGE = {
    "emoji": "🙂",
    "family": "👩🏽\u200d⚕\ufe0f",
    "hindi": "न",
    "star": "★",
    "telephone": "☎",
    "tick": "✅",
    "block": "▪",
    "arabic": "م",
    "chinese": "你",
    "hyphen": "\u2011",
    "heap": "\u030d\u0346\u035f",
}
HTML, PDF = "wijkprofiel-utrecht-overvecht-2020.html", "wijkprofiel-utrecht-overvecht-2020.pdf"


def lay_down(folder: Path, sign: str) -> None:
    text = f'gebied: Overvecht\ngemeente: Utrecht\nmakers: [GGD, "Team {sign}"]\n'
    (folder / "wijk.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("sign", STRANGE.values(), ids=STRANGE)
def test_a_check_names_file_line_key_and_character(command: Run, tmp_path: Path, sign: str) -> None:
    lay_down(tmp_path, sign)
    ended = command("config", "check", "wijk.yaml")
    assert ended.code == 10
    says = "wijk.yaml:3: makers.2: de PDF kan dit niet tonen: "
    assert says in ended.err
    assert f"U+{ord(sign[0]):04X}" in ended.err
    assert documented(ended.err, says)


def test_html_is_made_though_the_pdf_cannot_be(command: Run, tmp_path: Path) -> None:
    lay_down(tmp_path, "★")
    ended = command("build", "wijk.yaml", "--output", "uit", "--report", "verslag.json")
    assert ended.code == 18
    assert "Alleen de PDF van Overvecht (WK034403) is niet gemaakt" in ended.err
    assert "wijk.yaml:3: makers.2: de PDF kan dit niet tonen: ★ U+2605" in ended.err
    assert "weasyprint" not in ended.err.lower()
    assert [each.name for each in (tmp_path / "uit").iterdir()] == [HTML]
    assert "Team ★" in (tmp_path / "uit" / HTML).read_text(encoding="utf-8")
    assert ended.out.strip().endswith(HTML)


def test_the_remedies_in_the_message_work(command: Run, tmp_path: Path) -> None:
    lay_down(tmp_path, "★")
    ended = command("build", "wijk.yaml", "--format", "html", "--output", "uit")
    assert ended.code == 0
    assert "Waarschuwing" not in ended.err
    assert command("build", "wijk.yaml", "--format", "html", "--strict").code == 0
    lay_down(tmp_path, "☑")  # another one, which the font has
    assert command("config", "check", "wijk.yaml").code == 0
    assert command("build", "wijk.yaml", "--output", "uit").code == 0
    assert {each.name for each in (tmp_path / "uit").iterdir()} == {HTML, PDF}


def test_only_a_pdf_that_cannot_be_made_makes_nothing(command: Run, tmp_path: Path) -> None:
    lay_down(tmp_path, "★")
    assert command("build", "wijk.yaml", "--format", "pdf", "--output", "uit").code == 10
    assert not (tmp_path / "uit").exists()


def test_a_font_that_is_not_there_leaves_the_html(command: Run, tmp_path: Path) -> None:
    text = "gebied: Overvecht\nhuisstijl: {lettertype: Bestaat Niet}\n"
    (tmp_path / "wijk.yaml").write_text(text, encoding="utf-8")
    ended = command("build", "wijk.yaml", "--output", "uit")
    assert ended.code == 18
    assert "Het lettertype 'Bestaat Niet' is op deze computer niet gevonden." in ended.err
    assert [each.name for each in (tmp_path / "uit").iterdir()] == [HTML]


def test_texts_of_ones_own_are_held_against_the_font_too(command: Run, tmp_path: Path) -> None:
    source = Path(__file__).parents[2] / "configs/themas/rivm.yaml"
    own = tmp_path / "configs/themas/rivm.yaml"
    own.parent.mkdir(parents=True)
    text = source.read_text(encoding="utf-8").replace("Bevolking", "Bevolking ★", 1)
    own.write_text(text, encoding="utf-8")
    ended = command("config", "check")
    assert ended.code == 10
    assert "themas/rivm.yaml:" in ended.err
    assert "de PDF kan dit niet tonen: ★ U+2605" in ended.err


def test_every_character_that_is_let_through_is_set_in_our_own_font(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a process that finds no other font: what the machine has must not matter."""
    (tmp_path / "fonts").mkdir()
    signs = "".join(sorted(covered(), key=ord)).replace("\\", "")
    program = (
        "from dataclasses import replace\n"
        "import sys\n"
        "from tests.support import profiles\n"
        "from wijkprofiel.documents.profile.front_page import KeyMessage\n"
        "from tests.support.rendering import render_pdf\n"
        "profile = profiles.overvecht()\n"
        "message = KeyMessage('x', sys.argv[1])\n"
        "front = replace(profile.front, key_message=message)\n"
        "assert render_pdf(replace(profile, front=front, themes=()))\n"
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts"))
    words = [sys.executable, "-c", program, " ".join(signs)]
    run = subprocess.run(
        words,
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert run.returncode == 0, run.stderr

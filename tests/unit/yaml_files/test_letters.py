"""Which characters the PDF has is known without looking at the machine."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from wijkprofiel.configuration.profile_files import unprintable_in
from wijkprofiel.yaml_files.letters import covered, missing, named, replacement, steering
from wijkprofiel.yaml_files.loader import load
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS


@pytest.mark.parametrize("face", ["Light", "Regular", "Semibold"])
def test_the_list_is_what_the_font_has(face: str) -> None:
    file = resources.files("font_source_sans_pro") / "files" / f"SourceSansPro-{face}.ttf"
    with TTFont(str(file), lazy=True) as font:
        assert {chr(code) for code in font.getBestCmap()} == covered()


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("Café Ruïne in Súdwest-Fryslân: “zo” – €5 → ½ ☑ ✓", ""),
        ("e\u0301e\u0301n\nregel\tmet\u00adkoppel\u200bteken", ""),
        ("🙂", "🙂"),
        ("👩🏽\u200d⚕\ufe0f", "👩🏽⚕\ufe0f"),
        ("★ ☎ ♥ ▪ ✅ ▪", "★☎♥▪✅"),
        ("न", "न"),
        ("vast\u2011streepje", "\u2011"),
    ],
)
def test_a_character_that_the_pdf_cannot_show_is_found(text: str, lacking: str) -> None:
    assert missing(text) == list(lacking)


@pytest.mark.parametrize(
    "character", ["\0", "\x07", "\x1b", "\x85", "\u2028", "\u202e", "\u2066", "\ufffe", "\uffff"]
)
def test_what_steers_is_no_text(character: str) -> None:
    assert steering(f"a{character}b") == [character]


def test_what_people_type_does_not_steer() -> None:
    assert steering("Eerste regel\n\ttweede\u00a0– é e\u0301 🙂\u200d") == []


def test_a_message_names_the_first_few() -> None:
    assert named("★\u2011🙂♥x") == "★ U+2605, ‑ U+2011, 🙂 U+1F642 en nog 2"


def test_what_is_easily_typed_otherwise_is_said() -> None:
    assert replacement("\u2010\u2011") == "typ een gewoon streepje"
    assert replacement("\u2009") == "typ een gewone spatie"
    assert replacement("★") == replacement("\u2011★") == "kies een ander teken"


@pytest.mark.parametrize("name", ["indicatoren", "themas", "teksten", "profielen"])
def test_our_own_texts_can_all_be_shown(name: str) -> None:
    for path in sorted(Path(SHIPPED_CONFIGS / name).glob("*.yaml")):
        document = load(path)
        assert not list(unprintable_in(document, (), document.data))

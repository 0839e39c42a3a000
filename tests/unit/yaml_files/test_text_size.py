"""The room that a text takes is never more than is said."""

from __future__ import annotations

from importlib import resources

import pytest
from fontTools.ttLib import TTFont

from wijkprofiel.yaml_files.text_size import lines, width


@pytest.mark.parametrize("face", ["Light", "Regular"])
def test_no_character_is_wider_in_the_font(face: str) -> None:
    file = resources.files("font_source_sans_pro") / "files" / f"SourceSansPro-{face}.ttf"
    with TTFont(str(file), lazy=True) as font:
        units, names, sizes = font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"]
        wider = {
            chr(code): (sizes[name][0] / units, width(chr(code)))
            for code, name in names.items()
            if sizes[name][0] / units > width(chr(code)) + 0.005
        }
    assert not wider


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("", 10, 1),
        ("een", 10, 1),
        ("een twee", 4, 1),
        ("een twee", 3, 2),
        ("WWWW", 1.6, 2),
        ("a WWWW b", 1.6, 4),
        ("twee\nregels", 3, 2),
        ("op 0,9 km", 3, 2),
        ("op 0,9\u00a0km", 3.2, 2),
        ("op 0,9 km", 1.6, 3),
    ],
)
def test_lines_break_between_words_and_in_a_word_that_is_too_long(
    text: str, room: float, expected: int
) -> None:
    assert lines(text, room) == expected

from __future__ import annotations

import re

import pytest

from tests.support.contrast import contrast
from wijkprofiel.charts import palette
from wijkprofiel.domain.verdict import Tone
from wijkprofiel.yaml_files.paths import SHIPPED_TEMPLATES

STYLE_SHEETS = sorted(SHIPPED_TEMPLATES.rglob("*.css"))
TEXT = (palette.INK, palette.MUTED, palette.BLUE, palette.VERMILLION, palette.GREY)


def test_contrast_formula_against_known_pairs() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#005A9C", "#FFFFFF") == pytest.approx(7.14, abs=0.01)


@pytest.mark.parametrize("colour", TEXT)
def test_text_is_readable_on_white(colour: str) -> None:
    assert contrast(colour, palette.WHITE) >= 4.5


@pytest.mark.parametrize("colour", palette.TONES.values())
def test_marks_stand_out(colour: str) -> None:
    assert contrast(colour, palette.WHITE) >= 3


def test_the_band_of_a_spine_survives_a_poor_printer() -> None:
    assert contrast(palette.BAND, palette.WHITE) >= 3


def test_a_question_can_be_read_on_its_band() -> None:
    assert contrast(palette.INK, palette.WARM) >= 7
    assert contrast(palette.BLUE, palette.WARM) >= 4.5


def test_the_profiled_area_stands_out_on_the_map() -> None:
    assert contrast(palette.BLUE, palette.HAIRLINE) >= 3


def test_every_tone_has_a_colour() -> None:
    assert set(palette.TONES) == set(Tone)


@pytest.mark.parametrize("sheet", STYLE_SHEETS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_style_sheets_use_no_other_colours(sheet: object) -> None:
    known = {value for name, value in vars(palette).items() if name.isupper() and name != "TONES"}
    colours = {one for one in known if isinstance(one, str)}
    assert hasattr(sheet, "read_text")
    used = set(re.findall(r"#[0-9A-Fa-f]{3,6}\b", sheet.read_text(encoding="utf-8")))
    assert used <= colours


def test_there_are_style_sheets() -> None:
    assert len(STYLE_SHEETS) == 27

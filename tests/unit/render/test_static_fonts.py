"""WeasyPrint comes without code for variable fonts, which is still there for whoever has one."""

from __future__ import annotations

import subprocess
import sys

QUICK = """
import sys
from wijkprofiel.render.static_fonts import import_weasyprint
import_weasyprint()
assert "fontTools.varLib" not in sys.modules
assert "fontTools.otlLib" not in sys.modules
"""

VARIABLE = """
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from weasyprint.pdf import fonts

def square(size):
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0)); pen.lineTo((size, 0)); pen.lineTo((size, size)); pen.closePath()
    return pen.glyph()

builder = FontBuilder(1000)
builder.setupGlyphOrder([".notdef", "A"])
builder.setupCharacterMap({65: "A"})
builder.setupGlyf({".notdef": square(1), "A": square(500)})
builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (600, 0)})
builder.setupHorizontalHeader()
builder.setupNameTable({"familyName": "Probe", "styleName": "Regular"})
builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
builder.setupGvar({})
builder.setupOS2()
builder.setupPost()
static = fonts.instantiateVariableFont(builder.font, {"wght": 400}, static=True)
assert "fvar" not in static
assert fonts.subset.Options().hinting
"""


def run(code: str) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True
    )
    assert shown.returncode == 0, shown.stderr


def test_what_static_fonts_do_not_need_is_not_loaded() -> None:
    run(QUICK)


def test_a_variable_font_still_becomes_a_static_one() -> None:
    run(QUICK + VARIABLE)


def test_who_imported_weasyprint_before_keeps_it() -> None:
    run("import weasyprint\n" + QUICK.replace("assert", "assert not"))

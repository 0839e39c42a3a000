"""WeasyPrint comes without what our documents do not need, and with all of it for who does."""

from __future__ import annotations

import subprocess
import sys

import pytest
from weasyprint.html import UA_STYLESHEET

from wijkprofiel.render.light_weasyprint import import_weasyprint, page_class

QUICK = """
import sys
from wijkprofiel.render.light_weasyprint import import_weasyprint
import_weasyprint()
loaded = {"fontTools.varLib", "fontTools.otlLib", "PIL.ImageCms", "PIL.TiffImagePlugin"}
assert not loaded & sys.modules.keys()
"""

ALONE = """
import os, sys

def no_program(event, arguments):
    if event in ("subprocess.Popen", "os.posix_spawn", "os.fork"):
        raise AssertionError(f"{event}: {arguments}")

sys.addaudithook(no_program)
from wijkprofiel.render.light_weasyprint import import_weasyprint
import ctypes.util
find = ctypes.util.find_library
import_weasyprint()
assert ctypes.util.find_library is find
"""

PHOTOGRAPH = """
import base64, io
from PIL import Image
bytes_ = io.BytesIO()
Image.new("RGB", (4, 4), (0, 90, 156)).save(bytes_, "PNG")
url = "data:image/png;base64," + base64.b64encode(bytes_.getvalue()).decode()
weasyprint = sys.modules["weasyprint"]
written = weasyprint.HTML(string=f"<img src='{url}'>").write_pdf()
assert b"/Image" in written
from weasyprint.css import ImageCmsProfile
from PIL import ImageCms
profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
assert ImageCmsProfile(io.BytesIO(profile.tobytes())).tobytes() == profile.tobytes()
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


def test_what_light_weasyprint_do_not_need_is_not_loaded() -> None:
    run(QUICK)


def test_a_variable_font_still_becomes_a_static_one() -> None:
    run(QUICK + VARIABLE)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the loader needs a path")
def test_importing_starts_no_other_program() -> None:
    run(ALONE)


def test_a_photograph_and_a_colour_profile_are_still_read() -> None:
    run(QUICK + PHOTOGRAPH)


FOOTNOTE = "<p>tekst<span style='float: footnote'>de voet</span></p>"


@pytest.mark.parametrize("page", ["<p>notering</p>", "<ul><li>noot</li></ul>", "<q>citaat</q>"])
def test_a_page_without_notes_looks_the_same_without_their_styles(page: str) -> None:
    weasyprint = import_weasyprint()
    assert page_class(page) is not weasyprint.HTML
    assert page_class(page)(string=page).write_pdf() == weasyprint.HTML(string=page).write_pdf()


def test_a_page_with_notes_keeps_their_styles() -> None:
    weasyprint = import_weasyprint()
    assert page_class(FOOTNOTE) is weasyprint.HTML
    assert "footnote-call" in {rule[3] for rule in UA_STYLESHEET.matcher.other_selectors}


def test_who_imported_weasyprint_before_keeps_it() -> None:
    run("import weasyprint\n" + QUICK.replace("assert", "assert not"))

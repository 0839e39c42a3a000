"""What a reader of a PDF has before the eyes: lines of text, and how large their letters are."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

_POINTS = 0.75
"""WeasyPrint lays a page out in pixels, of which there are 96 to an inch."""
_SAME_LINE = 2.0
_NEXT_WORD = 6.0
"""Points between two pieces of one line; a column lies further off."""


def type_sizes(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float]]:
    """Every letter of a page with its size in points."""
    text = page.get_textpage()
    for index in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        if letter.strip():
            yield letter, round(pdfium.FPDFText_GetFontSize(text.raw, index) * _POINTS, 2)


def lines_of(page: pypdfium2.PdfPage) -> list[str]:
    """The lines of a page: pieces of text beside each other, without a gap of a column."""
    text = page.get_textpage()
    found: list[tuple[float, float, str]] = []
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        said = text.get_text_bounded(left, bottom, right, top)
        if found:
            end, base, before = found[-1]
            if abs(base - bottom) < _SAME_LINE and 0 <= left - end < _NEXT_WORD:
                found[-1] = (right, bottom, f"{before} {said}")
                continue
        found.append((right, bottom, said))
    return [said for _, _, said in found]

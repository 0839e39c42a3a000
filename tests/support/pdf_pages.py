"""Where the chapters of a PDF begin, and how many pages they take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import hypot

import pypdfium2
import pypdfium2.raw as pdfium

ACCOUNT = "Hoe het gemaakt is"
_TOUCH = 1.0
"""Points that boxes of letters may share: a box is a little larger than its letters."""


def chapters(document: pypdfium2.PdfDocument) -> dict[str, int]:
    """On which page each chapter begins, counted from one."""
    marks = [(mark, mark.get_dest()) for mark in document.get_toc() if mark.level == 1]
    return {mark.get_title(): dest.get_index() + 1 for mark, dest in marks if dest is not None}


def page_counts(pdf: bytes) -> tuple[int, int]:
    """Number of pages of the body, and of the account after it."""
    document = pypdfium2.PdfDocument(pdf)
    body = chapters(document)[ACCOUNT] - 1
    return body, len(document) - body


@dataclass(frozen=True)
class Letter:
    """One printed letter, its size, and where it stands: in points, from the left and the foot."""

    sign: str
    size: float
    left: float
    bottom: float
    right: float
    top: float


def letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    """Every letter of a page that is seen, in the order of the text."""
    text = page.get_textpage()
    for index in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        if sign.strip() and sign.isprintable():
            yield Letter(sign, _points(text.raw, index), *text.get_charbox(index))


def _points(text: pdfium.FPDF_TEXTPAGE, index: int) -> float:
    """The size of a letter as it is printed: a PDF tells it before the page is scaled."""
    matrix = pdfium.FS_MATRIX()
    assert pdfium.FPDFText_GetMatrix(text, index, matrix)
    size = float(pdfium.FPDFText_GetFontSize(text, index))
    return round(size * hypot(matrix.c, matrix.d), 2)


def longest_line(page: pypdfium2.PdfPage) -> int:
    """Characters of the longest line of running text: what stands in columns is apart."""
    text = page.get_textpage()
    lines = text.get_text_range().replace("\r", "").split("\n")
    return max(len(line) for line in lines)


def overlaps(page: pypdfium2.PdfPage) -> list[tuple[str, str]]:
    """Texts of which one lies on the other."""
    text = page.get_textpage()
    boxes = [text.get_rect(number) for number in range(text.count_rects())]
    return [
        (text.get_text_bounded(*one), text.get_text_bounded(*other))
        for one, other in combinations(boxes, 2)
        if min(one[2], other[2]) - max(one[0], other[0]) > _TOUCH
        and min(one[3], other[3]) - max(one[1], other[1]) > _TOUCH
    ]


def numbers(page: pypdfium2.PdfPage) -> list[str]:
    """Every number that is printed on a page."""
    return re.findall(r"\d[\d.,]*", page.get_textpage().get_text_range())

"""Where the chapters of a PDF begin, and how many pages they take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import combinations
from math import hypot
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

ACCOUNT = "Hoe het gemaakt is"
_TOUCH = 1.0
"""Points that boxes of letters may share: a box is a little larger than its letters."""


_TOP_MM, _BOTTOM_MM, _PAGE_MM = 20, 18.5, 297
"""Where the text of a page begins and ends, and how high it is."""


def chapters(document: pypdfium2.PdfDocument) -> dict[str, int]:
    """On which page each chapter begins, counted from one."""
    marks = [(mark, mark.get_dest()) for mark in document.get_toc() if mark.level == 1]
    return {mark.get_title(): dest.get_index() + 1 for mark, dest in marks if dest is not None}


def page_counts(pdf: bytes) -> tuple[int, int]:
    """Number of pages of the body, and of the account after it."""
    document = pypdfium2.PdfDocument(pdf)
    body = chapters(document)[ACCOUNT] - 1
    return body, len(document) - body


def seen(pdf: bytes) -> pypdfium2.PdfDocument:
    """A PDF without text that is there to be read aloud alone: it is clipped to no height."""
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            kept = list(_drawn(pikepdf.parse_content_stream(page)))
            page.Contents = document.make_stream(pikepdf.unparse_content_stream(kept))
        changed = BytesIO()
        document.save(changed)
    return pypdfium2.PdfDocument(changed.getvalue())


def _drawn(instructions: Iterable[Any]) -> Iterator[Any]:
    """The instructions without text inside a clipping of no height."""
    hidden, rectangle = [False], None
    for each in instructions:
        match str(each.operator):
            case "q":
                hidden.append(hidden[-1])
            case "Q":
                hidden.pop()
            case "re":
                rectangle = [float(side) for side in each.operands]
            case "W" | "W*" if rectangle is not None:
                hidden[-1] |= rectangle[3] == 0
            case "Tj" | "TJ" if hidden[-1]:
                continue
        yield each


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


def white_end(page: pypdfium2.PdfPage) -> float:
    """The part of a page under its last line that is white."""
    picture = page.render(scale=0.5, grayscale=True).to_pil()
    per_mm = picture.height / _PAGE_MM
    top, bottom = round(_TOP_MM * per_mm), round((_PAGE_MM - _BOTTOM_MM) * per_mm)
    rows = (picture.crop((0, y, picture.width, y + 1)) for y in range(bottom - 1, top, -1))
    white = next(number for number, row in enumerate(rows) if row.getextrema()[0] < 245)
    return float(white / (bottom - top))

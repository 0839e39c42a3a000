"""Where the chapters of a PDF begin, and how many pages they take."""

from __future__ import annotations

import pypdfium2

ACCOUNT = "Hoe het gemaakt is"


def chapters(document: pypdfium2.PdfDocument) -> dict[str, int]:
    """On which page each chapter begins, counted from one."""
    marks = [(mark, mark.get_dest()) for mark in document.get_toc() if mark.level == 1]
    return {mark.get_title(): dest.get_index() + 1 for mark, dest in marks if dest is not None}


def page_counts(pdf: bytes) -> tuple[int, int]:
    """Number of pages of the body, and of the account after it."""
    document = pypdfium2.PdfDocument(pdf)
    body = chapters(document)[ACCOUNT] - 1
    return body, len(document) - body

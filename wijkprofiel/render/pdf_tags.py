"""What WeasyPrint's tagged PDF lacks for a screen reader, added afterwards.

Tags are the tree that a screen reader walks. Four things are mended; nothing that is drawn
changes:

* a table header says whether it heads a row or a column;
* the box of a figure is in points from the bottom, not in pixels from the top;
* headers that cells refer to can be looked up by name;
* running headers and page numbers are marked as no part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from wijkprofiel.domain.errors import RenderError

_POINTS_PER_PIXEL = 0.75

_MARKED_CONTENT = re.compile(rb"/\w+\s*<<\s*/MCID\s+(?P<number>\d+)\s*>>\s*BDC")
"""Start of content that an element of the tag tree owns, as WeasyPrint writes it."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the tag tree with the kinds of the elements that it lies in."""

    item: Any
    inside: frozenset[str]

    @property
    def kind(self) -> str:
        """What it is: /TH, /Figure, ..."""
        return str(self.item.S)


def mend_tags(pdf: bytes) -> bytes:
    """A PDF with complete tags; equal input gives equal bytes."""
    with pikepdf.open(BytesIO(pdf)) as document:
        root = document.Root.StructTreeRoot
        elements = tuple(_walk(root.K, frozenset()))
        for element in elements:
            if element.kind == "/TH":
                _tell_scope(element)
            elif element.kind == "/Figure":
                _turn_box(element.item)
        _index_headers(document, elements)
        _mark_artifacts(document, {element.item.objgen for element in elements})
        written = BytesIO()
        document.save(
            written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    return written.getvalue()


def _walk(item: Any, inside: frozenset[str]) -> Iterator[Element]:
    """Every element of the tree, parents before children, in reading order."""
    todo = [(item, inside)]
    while todo:
        current, around = todo.pop()
        if isinstance(current, Array):
            todo += [(child, around) for child in reversed(list(current))]
        elif isinstance(current, Dictionary) and "/S" in current:
            yield Element(current, around)
            if "/K" in current:
                todo.append((current.K, around | {str(current.S)}))


def _tell_scope(element: Element) -> None:
    header = element.item
    if "/A" not in header:
        header.A = Dictionary(O=Name.Table)
    if "/Scope" not in header.A:
        header.A.Scope = Name.Column if "/THead" in element.inside else Name.Row


def _turn_box(figure: Any) -> None:
    if "/BBox" not in figure.get("/A", Dictionary()):
        return
    left, top, right, bottom = (float(edge) * _POINTS_PER_PIXEL for edge in figure.A.BBox)
    height = float(figure.Pg.MediaBox[3])
    box = (left, height - bottom, right, height - top)
    figure.A.BBox = Array([round(edge, 2) for edge in box])


def _index_headers(document: pikepdf.Pdf, elements: tuple[Element, ...]) -> None:
    named = {bytes(element.item.ID): element.item for element in elements if "/ID" in element.item}
    if not named:
        return
    pairs = Array()
    for name in sorted(named):
        pairs.append(String(name))
        pairs.append(named[name])
    document.Root.StructTreeRoot.IDTree = document.make_indirect(Dictionary(Names=pairs))


def _mark_artifacts(document: pikepdf.Pdf, in_tree: set[tuple[int, int]]) -> None:
    """Content whose element hangs outside the tree is a running header or a page number."""
    numbers = document.Root.StructTreeRoot.ParentTree.Nums
    owners = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
    for page in document.pages:
        owned = owners.get(int(page.get("/StructParents", -1)))
        if owned is None:
            continue
        loose = {i for i in range(len(owned)) if owned[i].objgen not in in_tree}
        if loose:
            page.Contents = document.make_stream(_with_artifacts(page, loose))


def _with_artifacts(page: pikepdf.Page, loose: set[int]) -> bytes:
    """The page's instructions with the marked content of loose elements turned into artifacts."""
    found: set[int] = set()

    def replace(match: re.Match[bytes]) -> bytes:
        number = int(match["number"])
        if number not in loose:
            return match[0]
        found.add(number)
        return b"/Artifact <</Type /Pagination>> BDC"

    page.contents_coalesce()
    changed = _MARKED_CONTENT.sub(replace, page.Contents.read_bytes())
    if found != loose:
        raise RenderError("De PDF bevat inhoud die niet bij de tekst of de kopregels hoort.")
    return changed

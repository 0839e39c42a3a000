"""What a screen reader needs of a PDF, checked by walking it ourselves.

It stands beside the validator, which misses some faults; each function returns what is wrong.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name


@dataclass
class Tag:
    """An element of the tag tree."""

    item: Any
    kind: str
    inside: tuple[str, ...]


@dataclass
class TaggedPdf:
    """A PDF opened for inspection."""

    document: pikepdf.Pdf
    tags: list[Tag] = field(default_factory=list)

    @classmethod
    def read(cls, content: bytes) -> TaggedPdf:
        pdf = cls(pikepdf.open(BytesIO(content)))
        pdf.tags = list(_walk(pdf.document.Root.StructTreeRoot.K, ()))
        return pdf

    def of(self, *kinds: str) -> list[Tag]:
        return [tag for tag in self.tags if tag.kind in kinds]


def _walk(item: Any, inside: tuple[str, ...]) -> Iterator[Tag]:
    if isinstance(item, Array):
        for child in item:
            yield from _walk(child, inside)
    elif isinstance(item, Dictionary) and "/S" in item:
        kind = str(item.S)[1:]
        yield Tag(item, kind, inside)
        if "/K" in item:
            yield from _walk(item.K, (*inside, kind))


def faults(content: bytes) -> list[str]:
    """Everything that is wrong with a PDF."""
    pdf = TaggedPdf.read(content)
    checks = (
        _document_faults,
        _heading_faults,
        _figure_faults,
        _table_faults,
        _list_faults,
        _content_faults,
        _link_faults,
        _font_faults,
    )
    return [fault for check in checks for fault in check(pdf)]


def _document_faults(pdf: TaggedPdf) -> Iterator[str]:
    root = pdf.document.Root
    with pdf.document.open_metadata() as metadata:
        if not metadata.get("dc:title"):
            yield "no title"
        if str(metadata.get("pdfuaid:part")) != "1":
            yield "does not call itself PDF/UA-1"
    if str(root.get("/Lang", "")) != "nl":
        yield "language is not Dutch"
    if not root.get("/MarkInfo", Dictionary()).get("/Marked"):
        yield "not marked as tagged"
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle"):
        yield "shows its file name instead of its title"
    for number, page in enumerate(pdf.document.pages, start=1):
        if page.get("/Tabs") != Name.S:
            yield f"page {number}: tab order is not that of the tags"
        if "/StructParents" not in page:
            yield f"page {number}: not tied to the tags"


def _heading_faults(pdf: TaggedPdf) -> Iterator[str]:
    levels = [int(tag.kind[1]) for tag in pdf.tags if re.fullmatch(r"H\d", tag.kind)]
    if levels.count(1) != 1 or levels[0] != 1:
        yield "not exactly one H1, at the start"
    for one, other in itertools.pairwise(levels):
        if other > one + 1:
            yield f"H{one} followed by H{other}"


def _figure_faults(pdf: TaggedPdf) -> Iterator[str]:
    for tag in pdf.of("Figure"):
        if not str(tag.item.get("/Alt", "")).strip():
            yield "figure without text"
        box = [float(edge) for edge in tag.item.A.BBox]
        page = [float(edge) for edge in tag.item.Pg.MediaBox]
        inside = page[0] <= box[0] < box[2] <= page[2] and page[1] <= box[1] < box[3] <= page[3]
        if not inside:
            yield f"figure outside its page: {box}"


def _table_faults(pdf: TaggedPdf) -> Iterator[str]:
    for tag in pdf.of("Table"):
        captions = [kid for kid in tag.item.K if Name.Caption == kid.S]
        if len(captions) != 1:
            yield f"table with {len(captions)} captions"
    names = pdf.document.Root.StructTreeRoot.get("/IDTree", Dictionary(Names=Array())).Names
    known = {bytes(names[i]) for i in range(0, len(names), 2)}
    for tag in pdf.of("TH", "TD"):
        scope = str(tag.item.get("/A", Dictionary()).get("/Scope", ""))
        if tag.kind == "TH" and scope != ("/Column" if "THead" in tag.inside else "/Row"):
            yield f"header with scope {scope!r}"
        if tag.inside[-1:] != ("TR",):
            yield "cell outside a row"
        attributes = tag.item.get("/A", Dictionary())
        if missing := [h for h in attributes.get("/Headers", Array()) if bytes(h) not in known]:
            yield f"cell with {len(missing)} headers that do not exist"


def _list_faults(pdf: TaggedPdf) -> Iterator[str]:
    for tag in pdf.of("LI"):
        if tag.inside[-1:] != ("L",):
            yield "list item outside a list"


def _content_faults(pdf: TaggedPdf) -> Iterator[str]:
    owned = Counter(_owned(pdf))
    shown = set()
    for number, page in enumerate(pdf.document.pages):
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            operands: Any = instruction.operands
            match str(instruction.operator):
                case "BDC":
                    depth += 1
                    if operands[0] != Name.Artifact:
                        shown.add((page.obj.objgen, int(operands[1].MCID)))
                case "BMC":
                    depth += 1
                case "EMC":
                    depth -= 1
                case "Tj" | "TJ" | "Do" | "S" | "f" | "f*" | "B" | "B*" | "sh" if depth == 0:
                    yield f"page {number + 1}: {instruction.operator} outside marked content"
    if unread := shown - set(owned):
        yield f"{len(unread)} pieces of content are in no tag"
    if twice := [key for key, count in owned.items() if count > 1]:
        yield f"{len(twice)} pieces of content are in two tags"


def _owned(pdf: TaggedPdf) -> Iterator[tuple[tuple[int, int], int]]:
    for tag in pdf.tags:
        children = tag.item.get("/K", Array())
        for child in children if isinstance(children, Array) else [children]:
            if isinstance(child, int):
                yield tag.item.Pg.objgen, child
            elif isinstance(child, Dictionary) and child.get("/Type") == Name.MCR:
                yield child.get("/Pg", tag.item.get("/Pg")).objgen, int(child.MCID)


def _link_faults(pdf: TaggedPdf) -> Iterator[str]:
    for tag in pdf.of("Link"):
        if "Link" in tag.inside:
            yield "link inside a link"
    for annotation in link_annotations(pdf.document):
        if not str(annotation.get("/Contents", "")).strip():
            yield "link without a description"
        if "/StructParent" not in annotation:
            yield "link outside the tags"


def link_annotations(document: pikepdf.Pdf) -> list[Any]:
    """Every link of a document."""
    return [note for page in document.pages for note in page.get("/Annots", Array())]


def _font_faults(pdf: TaggedPdf) -> Iterator[str]:
    for font in fonts(pdf.document):
        name = str(font.BaseFont)
        if not re.search(r"\+Source-?Sans", name):
            yield f"fell back on another font: {name}"
        if "/ToUnicode" not in font:
            yield f"text in {name} cannot be selected"
        (descendant,) = font.DescendantFonts
        if "/FontFile2" not in descendant.FontDescriptor and (
            "/FontFile3" not in descendant.FontDescriptor
        ):
            yield f"{name} is not embedded"


def fonts(document: pikepdf.Pdf) -> list[Any]:
    """Every composite font that a document names, also inside its pictures."""
    return [
        item
        for item in document.objects
        if isinstance(item, Dictionary) and item.get("/Subtype") == Name.Type0
    ]

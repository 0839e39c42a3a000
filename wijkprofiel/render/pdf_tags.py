"""What WeasyPrint's tagged PDF lacks for a screen reader, added before it is written.

Tags are the tree that a screen reader walks. Six things are mended; nothing that is drawn
changes:

* a table that goes on over the page is one table, with its heads once;
* paragraphs in a list are inside the body of their item;
* a table header says whether it heads a row or a column;
* the box of a figure is in points from the bottom, not in pixels from the top;
* headers that cells refer to can be looked up by name;
* running headers and page numbers are marked as no part of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydyf import PDF, Array, Dictionary

from wijkprofiel.domain.errors import RenderError

_POINTS_PER_PIXEL = 0.75


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the tag tree, and whether it lies in the head of a table."""

    item: Any
    in_head: bool

    @property
    def kind(self) -> str:
        """What it is: /TH, /Figure, ..."""
        return str(self.item["S"])


def mend_tags(pdf: PDF) -> None:
    """Complete the tags of a PDF that is about to be written.

    Raises:
        RenderError: there is content that no element of the document owns.
    """
    root = _target(pdf, pdf.catalog["StructTreeRoot"])
    _join_tables(pdf, tuple(_walk(pdf, root["K"])))
    elements = tuple(_walk(pdf, root["K"]))
    for element in elements:
        if element.kind == "/TH":
            element.item["A"]["Scope"] = "/Column" if element.in_head else "/Row"
        elif element.kind == "/Figure":
            _turn_box(pdf, element.item)
        elif element.kind == "/LI":
            _wrap_in_body(pdf, element.item)
    _index_headers(pdf, root, elements)
    _mark_artifacts(pdf, root, {element.item.reference for element in elements})


def _target(pdf: PDF, reference: bytes) -> Any:
    """The object that a reference such as `12 0 R` points at."""
    return pdf.objects[int(reference.split(b" ", 1)[0])]


def _walk(pdf: PDF, kids: list[Any]) -> Iterator[Element]:
    """Every element under these, parents before children, in reading order."""
    todo = [(kid, False) for kid in reversed(kids)]
    while todo:
        reference, in_head = todo.pop()
        if not isinstance(reference, bytes):
            continue  # the number of a piece of content
        item = _target(pdf, reference)
        if "S" not in item:
            continue  # a link
        yield Element(item, in_head)
        inside = in_head or item["S"] == "/THead"
        todo += [(kid, inside) for kid in reversed(item["K"])]


def _join_tables(pdf: PDF, elements: tuple[Element, ...]) -> None:
    """Put the rows of every table that goes on over the page under its beginning.

    A table has its caption where it begins. So one without, on the page after and with as many
    heads, goes on. Its heads were repeated for the eye, and leave the tree.
    """
    pages = {reference: number for number, reference in enumerate(pdf.page_references)}
    beginning, page = None, -1
    for item in (element.item for element in elements if element.kind == "/Table"):
        here = pages[item["Pg"]]
        if _children(pdf, item, "/Caption"):
            beginning = item
        elif beginning is None or here != page + 1:
            beginning = None
        elif len(heads := _heads(pdf, beginning)) == len(repeated := _heads(pdf, item)):
            names = [head["ID"] for head in heads]
            _move_rows(pdf, item, beginning, dict(zip(_names(repeated), names, strict=True)))
            _target(pdf, item["P"])["K"].remove(item.reference)
        page = here


def _children(pdf: PDF, item: Any, kind: str) -> list[Any]:
    kids = [_target(pdf, kid) for kid in item["K"] if isinstance(kid, bytes)]
    return [kid for kid in kids if kid.get("S") == kind]


def _heads(pdf: PDF, table: Any) -> list[Any]:
    """The cells that head the columns of a table."""
    rows = [row for head in _children(pdf, table, "/THead") for row in _children(pdf, head, "/TR")]
    return [cell for row in rows for cell in _children(pdf, row, "/TH")]


def _names(heads: list[Any]) -> list[str]:
    return [head["ID"].string for head in heads]


def _move_rows(pdf: PDF, table: Any, beginning: Any, names: Mapping[str, Any]) -> None:
    """Move the rows of a table to its beginning; `names` has the heads that are there instead."""
    body = _children(pdf, beginning, "/TBody")[-1]
    for part in _children(pdf, table, "/TBody"):
        for row in _children(pdf, part, "/TR"):
            row["P"] = body.reference
            body["K"].append(row.reference)
            for cell in _children(pdf, row, "/TD"):
                headers = cell["A"]["Headers"]
                cell["A"]["Headers"] = Array(names.get(each.string, each) for each in headers)


def _wrap_in_body(pdf: PDF, item: Any) -> None:
    """Give an item of a list with paragraphs a body, beside its number or bullet."""
    loose = [kid for kid in item["K"] if _target(pdf, kid)["S"] not in ("/Lbl", "/LBody")]
    if not loose:
        return
    body = Dictionary(
        {"Type": "/StructElem", "S": "/LBody", "K": Array(loose), "Pg": item["Pg"]}
        | {"P": item.reference}
    )
    pdf.add_object(body)
    for kid in loose:
        _target(pdf, kid)["P"] = body.reference
    item["K"] = Array([*(kid for kid in item["K"] if kid not in loose), body.reference])


def _turn_box(pdf: PDF, figure: Any) -> None:
    left, top, right, bottom = (edge * _POINTS_PER_PIXEL for edge in figure["A"]["BBox"])
    height = _target(pdf, figure["Pg"])["MediaBox"][3]
    box = (left, height - bottom, right, height - top)
    figure["A"]["BBox"] = Array([round(edge, 2) for edge in box])


def _index_headers(pdf: PDF, root: Any, elements: tuple[Element, ...]) -> None:
    named = {each.item["ID"].string: each.item for each in elements if "ID" in each.item}
    if not named:
        return
    pairs = Array()
    for name in sorted(named):
        pairs += [named[name]["ID"], named[name].reference]
    index = Dictionary({"Names": pairs})
    pdf.add_object(index)
    root["IDTree"] = index.reference


def _mark_artifacts(pdf: PDF, root: Any, in_tree: set[bytes]) -> None:
    """Content whose element hangs outside the tree is a running header or a page number."""
    numbers = _target(pdf, root["ParentTree"])["Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for reference in pdf.page_references:
        page = _target(pdf, reference)
        owned = owners[page["StructParents"]]
        loose = {number for number, owner in enumerate(owned) if owner not in in_tree}
        _turn_into_artifacts(_target(pdf, page["Contents"]).stream, loose)


def _turn_into_artifacts(instructions: list[Any], loose: set[int]) -> None:
    """Marked content begins with a tag, properties with its number, and an operator."""
    begins = {
        item["MCID"]: place
        for place, item in enumerate(instructions)
        if isinstance(item, dict) and item.get("MCID") in loose
    }
    if begins.keys() != loose:
        raise RenderError("De PDF bevat inhoud die niet bij de tekst of de kopregels hoort.")
    for place in begins.values():
        instructions[place - 1 : place + 1] = [b"/Artifact", Dictionary({"Type": "/Pagination"})]

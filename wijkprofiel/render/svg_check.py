"""Whether an SVG of somebody else may be shown: by what it may hold, not by what it may not.

A list of what is dangerous is never whole: an escape in a style rule, a processing instruction
or another way to name a picture gets by it. What is left is checked for size: parts that repeat
parts can draw a hundred million shapes from one kilobyte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element  # noqa: TID251 - only looked at

from wijkprofiel.render.file_kinds import DAMAGED, is_pixels
from wijkprofiel.render.page_tree import well_formed
from wijkprofiel.render.svg_addresses import outside_address
from wijkprofiel.render.svg_names import (
    ACTING_SPACES,
    ATTRIBUTES,
    ELEMENTS,
    INERT_PREFIXES,
    PROPERTIES,
    SVG,
    XLINK,
    XML,
)
from wijkprofiel.render.svg_repeats import MUCH, local_name, repeats_flaw
from wijkprofiel.render.svg_styles import declarations_flaw, sheet_flaw, value_flaw
from wijkprofiel.yaml_files.messages import shown

_ENCODING = re.compile(r"^\s*<\?xml[^>]*\bencoding\s*=\s*[\"']([\w.:-]+)[\"']")
_PLAIN_ENCODINGS = frozenset({"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1"})
_DECLARED = re.compile(r"<!(?!--|\[CDATA\[|DOCTYPE\b)\s*\w+|<!DOCTYPE[^>]*\[")
_INSTRUCTION = re.compile(r"<\?(?!xml\s|xpacket\b)[\w:.-]*")
_MOST_ELEMENTS = 10_000
_LINKS = re.compile(r"https?:|mailto:|#", re.IGNORECASE)

_REMEDY = "Bewaar het als eenvoudige svg, of kies een png."


@lru_cache(maxsize=512)
def svg_flaw(text: str, *, inline: bool = False) -> str | None:
    """What is wrong with a picture, as the rest of a sentence about it; or None.

    Args:
        inline: whether it stands in a page, where a browser knows no namespaces: what is a note
            of a drawing program in a file of its own, is an element of the page there.
    """
    if flaw := _document_flaw(text):
        return f"{flaw}. {_REMEDY}"
    tree = well_formed(text)
    if tree is None:
        return DAMAGED
    if address := outside_address(text):
        return (
            f"gebruikt '{shown(address)}', en dat staat niet in het bestand zelf."
            " Sluit het in (embed) in uw tekenprogramma, of kies een png."
        )
    found = next(_flaws(tree, inline), None) or repeats_flaw(tree)
    return f"{found}. {_REMEDY}" if found else None


def _document_flaw(text: str) -> str | None:
    """What is wrong outside the elements: entities, instructions, letters of another kind."""
    encoding = _ENCODING.match(text)
    if encoding and encoding[1].lower() not in _PLAIN_ENCODINGS:
        return f"is opgeslagen in {shown(encoding[1])}, niet in UTF-8"
    if found := _DECLARED.search(text) or _INSTRUCTION.search(text):
        return f"bevat {shown(found[0])}"
    return None


def _flaws(tree: Element, inline: bool) -> Iterator[str]:
    """What the elements, their attributes and their style rules may not hold."""
    if local_name(tree) != "svg":
        yield "is van binnen geen svg"
    for number, element in enumerate(tree.iter()):
        if number == _MOST_ELEMENTS:
            yield MUCH
        yield from _element_flaws(element, inline)


def _element_flaws(element: Element, inline: bool) -> Iterator[str]:
    space, name = _split(str(element.tag))
    if space in ("", SVG):
        if name not in ELEMENTS:
            yield f"bevat <{shown(name)}>"
        if name == "style" and (flaw := sheet_flaw("".join(element.itertext()))):
            yield flaw
    elif inline or space in ACTING_SPACES:
        yield f"bevat <{shown(name)}>"
    else:
        return  # a note of a drawing program
    for key, value in element.attrib.items():
        if flaw := _attribute_flaw(name, key, value, inline):
            yield flaw


def _attribute_flaw(element: str, key: str, value: str, inline: bool) -> str | None:
    space, name = _split(key)
    noted = space not in ("", XLINK, XML)
    if space in ACTING_SPACES or (space == XML and name == "base") or (inline and noted):
        return f"heeft het kenmerk '{shown(name)}'"
    if name == "href" and space in ("", XLINK):
        return _reference_flaw(element, value.strip())
    if space:
        return None  # a note as well
    if name == "style":
        return declarations_flaw(value)
    if name.startswith(INERT_PREFIXES):
        return None
    if name not in ATTRIBUTES or (name == "spreadMethod" and value.strip() != "pad"):
        # A gradient that repeats over a hair's breadth takes all memory.
        return f"heeft het kenmerk '{shown(name)}'"
    return value_flaw(value) if name in PROPERTIES else None


def _reference_flaw(element: str, address: str) -> str | None:
    """What is wrong with what an element takes from elsewhere, or leads to."""
    if element == "a":
        return None if _LINKS.match(address) else f"verwijst naar '{shown(address)}'"
    if element == "image" and address:
        return None if is_pixels(address) else "heeft een plaatje dat geen gave png of jpeg is"
    return None if not address or address.startswith("#") else f"gebruikt '{shown(address)}'"


def _split(name: str) -> tuple[str, str]:
    """The namespace of a name, and the name in it."""
    space, _, rest = name.removeprefix("{").rpartition("}")
    return space, rest

"""What an SVG takes from elsewhere: pictures, style sheets and fonts in other files.

A browser shows a picture without what it would have to fetch, and a PDF is not made at all.
"""

from __future__ import annotations

import re

from wijkprofiel.render.page_tree import well_formed

_SVG = "{http://www.w3.org/2000/svg}"
_REFERENCES = ("href", "{http://www.w3.org/1999/xlink}href")
_IN_RULES = re.compile(
    r"""@namespace[^;]* | (?: @import (?!\s*url\() | url\( ) \s* ["']? \s* ([^"')\s;]+)""",
    re.IGNORECASE | re.VERBOSE,
)
_INSIDE = ("#", "data:")


def outside_address(svg: str) -> str | None:
    """The first address of something that is not in the picture itself, or nothing.

    A link for readers (`a`) is none of these: nothing is fetched for it.
    """
    tree = well_formed(svg)
    for element in tree.iter() if tree is not None else ():
        addresses = [element.get(name, "") for name in _REFERENCES if element.tag != f"{_SVG}a"]
        rules = element.text or "" if element.tag == f"{_SVG}style" else ""
        for text in (*element.attrib.values(), rules):
            addresses += _IN_RULES.findall(text)
        for address in map(str.strip, addresses):
            if address and not address.lower().startswith(_INSIDE):
                return address
    return None

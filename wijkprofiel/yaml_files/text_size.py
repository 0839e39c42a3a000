"""How much room a text takes in the font of the PDF, without opening the font.

Widths are in em (the size of the letter), rounded up: a text never takes more than is said here.
A test holds them against the font.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_WIDTHS = {
    0.27: "',.:;Iijl|·‘’",
    0.36: "!()-/[\\]frt{}",
    0.44: '"*?sz“”„',
    0.5: "#$+0123456789<=>FJLY^_cekvxy~–€×",
    0.56: "AESTVXZ`abdghnopqu",
    0.6: "BCKPR",
    0.66: "&DGHNU",
    0.74: "MOQw",
    0.79: "W",
    0.85: "%@m—",
    0.95: "…",
    1.2: "‰⅒",
    1.5: "⸺",
    2.2: "⸻",
}
_BREAKS = re.compile(r"[ \n\t\r]+")
"""Blanks where a line may end: not one that keeps a number with its unit."""
_SPACE = 0.2
_WITH_ACCENT = 0.07
"""What an accent may add to a narrow letter."""
_OTHER = 1.2
_MM = 25.4 / 72
"""Millimetres in a point."""


def lines(text: str, room: float) -> int:
    """How many lines a text takes at most.

    Args:
        text: words, broken between them; a word that is too long is broken anywhere.
        room: the width of a line in em.
    """
    count, used = 1, 0.0
    for word in filter(None, _BREAKS.split(text)):
        size = width(word)
        if used and used + _SPACE + size <= room:
            used += _SPACE + size
            continue
        if used:
            count += 1
        extra, used = _broken(word, room) if size > room else (0, size)
        count += extra
    return count


def height(text: str, points: float, room: float, leading: float) -> float:
    """The height of a text in millimetres.

    Args:
        points: size of the letters.
        room: the width of a line in millimetres.
        leading: from line to line, as a part of the size.
    """
    size = points * _MM
    return lines(text, room / size) * size * leading


def width(text: str) -> float:
    """The width of a text on one line, in em."""
    return sum(map(_width, unicodedata.normalize("NFC", text)))


def _broken(word: str, room: float) -> tuple[int, float]:
    """How often a word is broken, and the width of its last part."""
    breaks, used = 0, 0.0
    for character in word:
        size = _width(character)
        if used and used + size > room:
            breaks, used = breaks + 1, 0.0
        used += size
    return breaks, used


@cache
def _width(character: str) -> float:
    if character.isspace():
        return _SPACE if character in " \n\t\r" else _WIDTHS_BY_SIGN["0"]
    if character in _WIDTHS_BY_SIGN:
        return _WIDTHS_BY_SIGN[character]
    if unicodedata.combining(character):
        return 0.0
    base = unicodedata.normalize("NFD", character)[0]
    if base != character and base in _WIDTHS_BY_SIGN:
        return _WIDTHS_BY_SIGN[base] + _WITH_ACCENT
    return _OTHER


_WIDTHS_BY_SIGN = {sign: size for size, signs in _WIDTHS.items() for sign in signs}

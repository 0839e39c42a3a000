"""Every colour of the document, in one place.

Blue, grey and vermillion stay apart for readers who do not see red and green, and each keeps
enough contrast on white to be used for text. A colour never stands alone: a shape and a word
go with it.
"""

from __future__ import annotations

from types import MappingProxyType

from wijkprofiel.domain.verdict import Tone

INK = "#1B2733"
MUTED = "#566472"
HAIRLINE = "#D5DDE4"
BAND_LIGHT = "#E6EBEF"
BAND_DARK = "#C4CED6"
BLUE = "#005A9C"
VERMILLION = "#B34700"
GREY = "#6B7680"
WHITE = "#FFFFFF"

TONES = MappingProxyType(
    {
        Tone.FAVOURABLE: BLUE,
        Tone.UNFAVOURABLE: VERMILLION,
        Tone.NEUTRAL: GREY,
        Tone.INK: INK,
    }
)
"""Colour of a mark by its tone."""

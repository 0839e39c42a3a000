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
BAND = "#87949F"
BLUE = "#005A9C"
VERMILLION = "#B34700"
GREY = "#6B7680"
WHITE = "#FFFFFF"
WARM = "#FFF1DC"
"""The ground of a question: the one filled band of a document."""

TONES = MappingProxyType(
    {
        Tone.FAVOURABLE: BLUE,
        Tone.UNFAVOURABLE: VERMILLION,
        Tone.NEUTRAL: GREY,
        Tone.INK: INK,
    }
)
"""Colour of a mark by its tone."""

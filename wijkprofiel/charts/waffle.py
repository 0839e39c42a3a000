"""A hundred circles, ten by ten, of which as many are filled as of every hundred people.

They fill from the lowest row up, as a glass does. Filled and empty circles differ by their middle
as well as by their colour, so that a copy in grey reads the same.
"""

from __future__ import annotations

from wijkprofiel.charts.data import WaffleData
from wijkprofiel.charts.palette import BAND, INK, TONES, WHITE
from wijkprofiel.charts.svg import circle, document, path
from wijkprofiel.domain.verdict import Tone

SIDE = 10
"""Circles in a row, and rows."""
_STEP, _RADIUS = 30.0, 11.5
_EDGE = 1.6


def waffle(data: WaffleData) -> str:
    """Draw the circles; between 0 and 1 of 100 none is filled, and the text says so."""
    places = [(column, SIDE - 1 - row) for row in range(SIDE) for column in range(SIDE)]
    drawn = [circle((column + 0.5) * _STEP, (row + 0.5) * _STEP, _RADIUS) for column, row in places]
    full, empty = "".join(drawn[: data.filled]), "".join(drawn[data.filled :])
    colour = INK if data.tone is Tone.NEUTRAL else TONES[data.tone]
    parts = []
    if empty:
        parts.append(path(empty, WHITE, stroke=BAND, width=_EDGE))
    if full:
        parts.append(path(full, colour, stroke=colour, width=_EDGE))
    return document(SIDE * _STEP, SIDE * _STEP, data.text, parts)

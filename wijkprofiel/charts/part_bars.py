"""Bars of the parts of an area, under one another on one scale, with the area as a line.

A bar is the background of the cell with its number, so it has no text of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from wijkprofiel.charts.data import PartBarData
from wijkprofiel.charts.palette import BLUE, GREY, INK, VERMILLION, WHITE
from wijkprofiel.charts.svg import background, box, path
from wijkprofiel.domain.verdict import Tone

WIDTH, HEIGHT = 100.0, 15.0

_BAR = 9.0
_LINE = 1.4
_COLOURS = {Tone.FAVOURABLE: BLUE, Tone.UNFAVOURABLE: VERMILLION}


def part_bars(bars: Sequence[PartBarData], whole: float | None) -> tuple[str, ...]:
    """One picture per bar, from zero to the largest of them.

    Args:
        whole: the figure of the area itself: a line through all bars but its own.
    """
    values = [bar.value for bar in bars if bar.value is not None]
    largest = max([*values, 0.0 if whole is None else whole], default=0.0)
    scale = (WIDTH - _LINE) / largest if largest > 0 else 0.0
    line = None if whole is None else whole * scale
    return tuple(_bar(bar, scale, None if bar.is_whole else line) for bar in bars)


def _bar(bar: PartBarData, scale: float, line: float | None) -> str:
    parts = []
    if bar.value is not None:
        top = (HEIGHT - _BAR) / 2
        outline = box(0, top, max(0.0, bar.value) * scale, top + _BAR)
        parts.append(path(outline, INK if bar.is_whole else _colour(bar.tone)))
    if line is not None:
        parts.append(path(box(line - _LINE, 0, line + 2 * _LINE, HEIGHT), WHITE))
        parts.append(path(box(line, 0, line + _LINE, HEIGHT), INK))
    return background(WIDTH + 2 * _LINE, HEIGHT, parts)


def _colour(tone: Tone | None) -> str:
    return GREY if tone is None else _COLOURS.get(tone, GREY)

"""Bars that read without a legend: the name above each, the number at its end.

Where the figure is a share, the pale track behind a bar is everybody, so that its length is seen
as a part. The area's own bar is thicker and coloured; the others are grey.
"""

from __future__ import annotations

from collections.abc import Iterator

from wijkprofiel.charts.data import CompareBar, CompareData
from wijkprofiel.charts.palette import GREY, HAIRLINE, INK, MUTED, TONES
from wijkprofiel.charts.svg import box, document, path, text

WIDTH = 300.0
NAME_SIZE = 12.4
"""Pixels of the PDF, of which four are three points."""

_NUMBER_SIZE = 13.4
_NUMBER_ROOM = 62.0
_NUMBER_GAP = 6.0
_NUMBER_CLEAR = 28.0
_NAME_DROP = 11.5
_BAR_TOP = 15.5
_OWN, _OTHER = 12.0, 8.0
_STEP_OWN, _STEP_OTHER = 33.0, 29.0
_TICK = 1.0


def compare_bars(data: CompareData) -> str:
    """Draw the bars, the first one on top."""
    longest = max((bar.value for bar in data.bars), default=0.0)
    scale = (WIDTH - _NUMBER_ROOM) / (data.whole or longest or 1.0)
    parts: list[str] = []
    top = 0.0
    for bar in data.bars:
        parts += _bar(bar, top, scale, data.whole)
        top += _STEP_OTHER if bar.tone is None else _STEP_OWN
    return document(WIDTH, height(data), data.text, parts)


def height(data: CompareData) -> float:
    """How high the picture is, in pixels of the PDF."""
    return sum(_STEP_OTHER if bar.tone is None else _STEP_OWN for bar in data.bars)


def _bar(bar: CompareBar, top: float, scale: float, whole: float | None) -> Iterator[str]:
    own = bar.tone is not None
    height = _OWN if own else _OTHER
    upper, lower = top + _BAR_TOP, top + _BAR_TOP + height
    end = behind = max(bar.value * scale, _TICK)
    if whole is not None:
        right = whole * scale
        if end > right - _NUMBER_CLEAR:
            behind = right  # else the number would lie on the end of the track
        yield path(box(0, upper, right, lower), HAIRLINE)
        yield path(box(right - _TICK, upper, right, lower), MUTED)
    yield path(box(0, upper, end, lower), GREY if bar.tone is None else TONES[bar.tone])
    weight = 600 if own else 400
    yield text(0, top + _NAME_DROP, bar.name, size=NAME_SIZE, fill=INK, weight=weight)
    baseline = upper + height / 2 + _NUMBER_SIZE * 0.34
    yield text(
        behind + _NUMBER_GAP, baseline, bar.printed, size=_NUMBER_SIZE, fill=INK, weight=weight
    )

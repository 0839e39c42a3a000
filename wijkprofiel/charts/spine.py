"""The spine: where a figure lies among the wijken of the country.

The line holds 90 of 100 wijken, the bar the middle half, the white gap is the wijk in the middle.
An upright is Nederland, an open diamond the nearest other benchmark, a filled one the next; the
mark on top is the area itself.
Right is the favourable side for a judged figure; else the axis runs from low to high and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wijkprofiel.charts.data import Sign, SpineData
from wijkprofiel.charts.marks import mark_path
from wijkprofiel.charts.palette import BAND, INK, MUTED, WHITE
from wijkprofiel.charts.svg import box, document, path, points, text, text_width

WIDTH = 156.0
HEIGHT = 17.0
HEIGHT_WITH_TEXT = 23.0

_EDGE = 6.5
_MIDDLE = 8.5
_BAND, _THIN = 3.0, 0.8
_BAR = 7.0
_MARK = 10.5
_DIAMOND = 4.3
_ROOM = 0.3
_MOST_ROOM = 1.0
_TEXT = 8.6
_BASELINE = 21.5


@dataclass(frozen=True, slots=True)
class Axis:
    """From figures to places: `start` lies at the left edge, `end` at the right one."""

    start: float
    end: float

    def place(self, value: float) -> float:
        """Horizontal place of a value, also of one that lies beyond the axis."""
        return _EDGE + (value - self.start) / (self.end - self.start) * (WIDTH - 2 * _EDGE)

    def holds(self, value: float) -> bool:
        """Whether a value lies on the axis."""
        return min(self.start, self.end) <= value <= max(self.start, self.end)


def axis_of(data: SpineData) -> Axis:
    """The axis of a spine: the band with room at both sides, and more for what lies outside.

    Room is the same for every figure, so that bands stand under each other, until a value needs
    more. A value further away than the band is wide gets an arrow instead.
    """
    span = _span(data)
    low, high = data.p5 - _ROOM * span, data.p95 + _ROOM * span
    seen = [item.value for item in data.benchmarks if item.value is not None]
    if data.value is not None:
        seen.append(min(max(data.value, data.p5 - _MOST_ROOM * span), data.p95 + _MOST_ROOM * span))
    low, high = min([low, *seen]), max([high, *seen])
    return Axis(high, low) if data.mirrored and data.judged else Axis(low, high)


def spine(data: SpineData, printed: str) -> str:
    """Draw a spine.

    Args:
        printed: the area's figure as it is printed, for when it lies beyond the axis; empty where
            it stands beside the picture in large.
    """
    axis = axis_of(data)
    beyond = data.value is not None and not axis.holds(data.value)
    parts = [*_bands(data, axis), *_benchmarks(data, axis)]
    if not data.judged:
        parts += _ends(data, axis)
    if beyond:
        parts += _arrow(data, axis, printed)
    elif data.value is not None:
        parts.append(mark_path(data.mark, axis.place(data.value), _MIDDLE, _MARK, halo=True))
    height = HEIGHT_WITH_TEXT if beyond or not data.judged else HEIGHT
    return document(WIDTH, height, data.text, parts)


def _span(data: SpineData) -> float:
    """Width of the band; where nearly all wijken are equal, of whatever does differ."""
    candidates = [data.p95 - data.p5, data.high - data.low]
    if data.value is not None:
        candidates.append(abs(data.value - data.median))
    return next((width for width in candidates if width > 0), 1.0)


def _bands(data: SpineData, axis: Axis) -> list[str]:
    """The line, the bar, and the gap at the wijk in the middle."""
    middle = axis.place(data.median)
    return [
        path(_band(axis, data.p5, data.p95, _THIN), BAND),
        path(_band(axis, data.p25, data.p75, _BAND), BAND),
        path(box(middle - 0.6, _MIDDLE - _BAND, middle + 0.6, _MIDDLE + _BAND), WHITE),
    ]


def _band(axis: Axis, one: float, other: float, half: float) -> str:
    left, right = sorted((axis.place(one), axis.place(other)))
    if right - left < 2:
        left, right = (left + right) / 2 - 1, (left + right) / 2 + 1
    return box(left, _MIDDLE - half, right, _MIDDLE + half)


def _benchmarks(data: SpineData, axis: Axis) -> list[str]:
    """The bar of the country first, so that diamonds lie on top of it."""
    known = [
        (item.sign, axis.place(item.value)) for item in data.benchmarks if item.value is not None
    ]
    bars = [x for sign, x in known if sign is Sign.BAR]
    parts = []
    if bars:
        outline = "".join(box(x - 0.8, _MIDDLE - _BAR, x + 0.8, _MIDDLE + _BAR) for x in bars)
        parts.append(path(outline, INK))
    return [*parts, *diamond_paths(known, _MIDDLE)]


def diamond_paths(places: Sequence[tuple[Sign, float]], middle: float) -> Iterator[str]:
    """The benchmarks that are diamonds: full ones first, so that an open one lies on top."""
    full = "".join(diamond(x, middle) for sign, x in places if sign is Sign.FULL_DIAMOND)
    if full:
        yield path(full, INK, stroke=WHITE)
    for sign, x in places:
        if sign is Sign.OPEN_DIAMOND:
            yield path(diamond(x, middle), WHITE, stroke=INK, width=1.2)


def diamond(x: float, y: float) -> str:
    """Outline of the mark for a benchmark that is not the country."""
    return points([(x - _DIAMOND, y), (x, y - _DIAMOND), (x + _DIAMOND, y), (x, y + _DIAMOND)])


def _ends(data: SpineData, axis: Axis) -> list[str]:
    """Words at the ends of an axis without a favourable side, left out where an arrow has text."""
    beyond_right = data.value is not None and data.value > max(axis.start, axis.end)
    beyond_left = data.value is not None and data.value < min(axis.start, axis.end)
    right = WIDTH - text_width("hoog", _TEXT)
    ends = []
    if not beyond_left:
        ends.append(text(0, _BASELINE, "laag", size=_TEXT, fill=MUTED))
    if not beyond_right:
        ends.append(text(right, _BASELINE, "hoog", size=_TEXT, fill=MUTED))
    return ends


def _arrow(data: SpineData, axis: Axis, printed: str) -> list[str]:
    """The mark near the edge with an arrow that points outward, and the figure under it."""
    assert data.value is not None
    outward = 1 if axis.place(data.value) > WIDTH / 2 else -1
    edge = WIDTH - 0.5 if outward > 0 else 0.5
    tip = points(
        [(edge - outward * 4, _MIDDLE - 3.5), (edge, _MIDDLE), (edge - outward * 4, _MIDDLE + 3.5)]
    )
    left = WIDTH - text_width(printed, _TEXT) if outward > 0 else 0
    figure = [text(left, _BASELINE, printed, size=_TEXT, fill=INK, weight=600)] if printed else []
    return [
        path(tip, INK),
        mark_path(data.mark, edge - outward * 11, _MIDDLE, _MARK, halo=True),
        *figure,
    ]

"""Names on a map: where a text lies wholly inside its own area.

Areas of one map do not overlap, and so neither do names that each lie inside their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wijkprofiel.charts.svg import text

Points = Sequence[tuple[float, float]]
Measure = Callable[[str], float]
"""The width of a text in em: never less than it takes."""

_NOTHING = 1e-6
"""Less than a border can be seen to be wide; the same place, computed twice, differs less."""
_STEPS = 24
"""Heights at which a place is looked for."""
_MARGIN = 0.25
"""Em that stay free at both ends of a line."""
_LEADING = 1.1
_BASELINE = 0.34
"""Em from the middle of a line down to the foot of its letters."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """Size of the letters in units of the picture, and how wide they are."""

    size: float
    measure: Measure

    def width(self, content: str) -> float:
        """The width of a line, with what stays free at its ends."""
        return (self.measure(content) + 2 * _MARGIN) * self.size

    def height(self, lines: int) -> float:
        """The height of some lines under one another."""
        return lines * _LEADING * self.size


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in a picture."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two have more than a border in common."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text around a place in the picture."""

    lines: tuple[str, ...]
    x: float
    y: float

    def box(self, letters: Lettering) -> Box:
        """What the text takes of the picture."""
        width, height = _size(self.lines, letters)
        left, top = self.x - width / 2, self.y - height / 2
        return Box(left, top, left + width, top + height)

    def drawn(self, letters: Lettering, fill: str, *, weight: int = 400) -> Iterator[str]:
        """The text, each line in the middle; the place is computed, for an anchor is dear."""
        step = letters.height(1)
        first = self.y - step * (len(self.lines) - 1) / 2 + _BASELINE * letters.size
        for number, line in enumerate(self.lines):
            left = self.x - letters.measure(line) * letters.size / 2
            yield text(
                left, first + number * step, line, size=letters.size, fill=fill, weight=weight
            )


def label_inside(rings: Sequence[Points], name: str, letters: Lettering) -> Label | None:
    """A name on one line or two, wholly inside an area; None where it does not fit."""
    for lines in _ways(name):
        place = place_for(rings, *_size(lines, letters))
        if place is not None:
            return Label(lines, *place)
    return None


def place_for(rings: Sequence[Points], width: float, height: float) -> tuple[float, float] | None:
    """The middle of a rectangle of this size inside an area, where it is wide and not at an end."""
    across = [x for ring in rings for x, _ in ring]
    rows = [y for ring in rings for _, y in ring]
    top, bottom = min(rows), max(rows)
    if max(across) - min(across) < width or bottom - top < height:
        return None
    best: tuple[float, float, float] | None = None
    for step in range(1, _STEPS):
        y = top + (bottom - top) * step / _STEPS
        left, right = _widest(rings, y, height)
        if right - left >= width:
            score = min(right - left, 2 * width) - abs(y - (top + bottom) / 2)
            if best is None or score > best[0]:
                best = (score, (left + right) / 2, y)
    return None if best is None else best[1:]


def _size(lines: Sequence[str], letters: Lettering) -> tuple[float, float]:
    return max(map(letters.width, lines)), letters.height(len(lines))


def _ways(name: str) -> Iterator[tuple[str, ...]]:
    """A name whole, and broken at the blank or the hyphen that is nearest to its middle."""
    yield (name,)
    cuts = [place + 1 for place, sign in enumerate(name[:-1]) if sign in " -/"]
    if cuts:
        cut = min(cuts, key=lambda each: abs(2 * each - len(name)))
        yield name[:cut].rstrip(), name[cut:]


def _widest(rings: Sequence[Points], y: float, height: float) -> tuple[float, float]:
    """The widest stretch that is inside over the whole height of a line around y."""
    found = stretches(rings, y)
    for part in (-0.5, -0.25, 0.25, 0.5):
        found = _common(found, stretches(rings, y + part * height))
    return max(found, key=lambda each: each[1] - each[0], default=(0.0, -1.0))


def stretches(rings: Sequence[Points], y: float) -> list[tuple[float, float]]:
    """The stretches of a horizontal line that lie inside (even-odd rule), from left to right.

    What touches is one stretch: the border between two parts of an area ends nothing.
    """
    crossings = sorted(
        x + (y - y1) * (x2 - x) / (y2 - y1)
        for ring in rings
        for (x, y1), (x2, y2) in pairwise(ring)
        if (y1 <= y) != (y2 <= y)
    )
    found: list[tuple[float, float]] = []
    for left, right in zip(crossings[::2], crossings[1::2], strict=False):
        touches = found and left - found[-1][1] < _NOTHING
        found.append((found.pop()[0] if touches else left, right))
    return found


def _common(
    one: list[tuple[float, float]], other: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    pairs = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return [(left, right) for left, right in pairs if left < right]

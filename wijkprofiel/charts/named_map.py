"""Areas side by side with their names: the wijken of a gemeente, or the buurten of a wijk.

A name stands wholly inside its own area. Where it does not fit there is a number, and the names
with a number stand under the map. The area that stands out is always named: beside itself, with a
line, where its name does not fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from wijkprofiel.charts.data import NamedMap
from wijkprofiel.charts.map_labels import Box, Label, Lettering, label_inside, place_for
from wijkprofiel.charts.map_shapes import PlacedOutline, Projection, drawn, drawn_together
from wijkprofiel.charts.palette import HAIRLINE, INK, MUTED, WHITE
from wijkprofiel.charts.svg import box, document, number, path
from wijkprofiel.domain.regions import wijk_code_of

_GAP = 8.0
_BOLD = 600
_BOLD_IS_WIDER = 1.06


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """The map, and what has to stand under it.

    Attributes:
        numbered: names of the areas with number 1, 2 and so on.
        unnumbered: names of areas that are too small for a number.
        height: of the picture, in its units.
    """

    svg: str
    numbered: tuple[str, ...]
    unnumbered: tuple[str, ...]
    height: float


@dataclass
class _Names:
    """What is written on a map so far."""

    letters: Lettering
    frame: Projection
    labels: list[Label] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)
    numbered: list[str] = field(default_factory=list)
    unnumbered: list[str] = field(default_factory=list)

    def is_free(self, label: Label) -> bool:
        """Whether nothing is written there yet, and all of it lies in the picture."""
        edge = label.box(self.letters)
        return self.frame.holds(edge) and not any(edge.meets(each) for each in self.taken)

    def put(self, label: Label) -> None:
        """Write it."""
        self.labels.append(label)
        self.taken.append(label.box(self.letters))


def named_map(
    area: NamedMap, letters: Lettering, *, width: float, height: float, merged: bool
) -> DrawnMap:
    """Draw it inside a frame; the picture is as large as the areas allow.

    Args:
        letters: the size of a name, in units of the picture.
        merged: one path per colour, which a PDF draws quickly; else a path with its name per area.
    """
    frame = Projection.fitting(area.outlines, width, height)
    shapes = [
        PlacedOutline(each.code, area.names.get(each.code, each.name), frame.rings(each))
        for each in area.outlines
    ]
    own = [shape for shape in shapes if shape.code == area.chosen or shape.code in area.members]
    named = [shape for shape in shapes if shape.code in area.named and shape not in own]
    others = [shape for shape in shapes if shape not in own and shape not in named]
    bold = Lettering(letters.size, lambda text: letters.measure(text) * _BOLD_IS_WIDER)
    names = _Names(letters, frame)
    together = len(own) > 1
    own_name = [
        part
        for shape in _one(own, area)
        for part in _own_name(shape, bold, names, covering=together)
    ]
    _write([_uncovered(shape, own) for shape in named], names, numbers=area.numbers)
    parts = [
        *drawn(others, WHITE, merged=merged),
        *drawn(named, HAIRLINE, merged=merged),
        *(drawn_together if together else drawn)(own, MUTED, merged=merged),
        *(part for label in names.labels for part in label.drawn(letters, INK)),
        *own_name,
    ]
    svg = document(frame.width, frame.height, area.text, parts)
    return DrawnMap(svg, tuple(names.numbered), tuple(names.unnumbered), frame.height)


def _one(own: Sequence[PlacedOutline], area: NamedMap) -> Sequence[PlacedOutline]:
    """What stands out as one outline: the parts of a werkgebied have one name."""
    if not area.members or not own:
        return own
    rings = [ring for shape in own for ring in shape.rings]
    return [PlacedOutline(own[0].code, area.together, rings)]


def _uncovered(wijk: PlacedOutline, own: Sequence[PlacedOutline]) -> PlacedOutline:
    """A wijk without the buurten that lie over it: a hole (even-odd rule), where no name stands."""
    over = [ring for each in own if wijk_code_of(each.code) == wijk.code for ring in each.rings]
    return replace(wijk, rings=[*wijk.rings, *over]) if over else wijk


def _write(shapes: Sequence[PlacedOutline], names: _Names, *, numbers: bool) -> None:
    """First all names that fit, so that no number takes the place of a name."""
    without = []
    for shape in sorted(shapes, key=lambda each: (each.name.casefold(), each.code)):
        label = label_inside(shape.rings, shape.name, names.letters)
        if label is not None and names.is_free(label):
            names.put(label)
        else:
            without.append(shape)
    for shape in without if numbers else ():
        label = _number(shape, str(len(names.numbered) + 1), names.letters)
        if names.is_free(label):
            names.put(label)
            names.numbered.append(shape.name)
        else:
            names.unnumbered.append(shape.name)


def _number(shape: PlacedOutline, written: str, letters: Lettering) -> Label:
    """A number inside its area, or with its middle in it."""
    inside = place_for(shape.rings, letters.width(written), letters.height(1))
    return Label((written,), *(inside or _middle(shape)))


def _middle(shape: PlacedOutline) -> tuple[float, float]:
    """A place in an area, however narrow it is."""
    left, top, right, bottom = _edges(shape)
    return place_for(shape.rings, 0, 0) or ((left + right) / 2, (top + bottom) / 2)


def _edges(shape: PlacedOutline) -> tuple[float, float, float, float]:
    across = [x for ring in shape.rings for x, _ in ring]
    rows = [y for ring in shape.rings for _, y in ring]
    return min(across), min(rows), max(across), max(rows)


def _own_name(
    shape: PlacedOutline, letters: Lettering, names: _Names, *, covering: bool
) -> Iterator[str]:
    """The name of the area that stands out; what is written later keeps clear of it.

    Args:
        covering: whether there may be borders under it, between the parts of a werkgebied.
    """
    inside = label_inside(shape.rings, shape.name, letters)
    label = inside or _beside(shape, letters, names.frame)
    edge = label.box(letters)
    names.taken.append(edge)
    if inside is None:
        yield from _callout(edge, _middle(shape))
    elif covering:
        yield path(box(edge.left, edge.top, edge.right, edge.bottom), MUTED)
    yield from label.drawn(letters, INK if inside is None else WHITE, weight=_BOLD)


def _beside(shape: PlacedOutline, letters: Lettering, frame: Projection) -> Label:
    """Its name to the right, to the left, above or below it: the first that is in the picture."""
    left, top, right, bottom = _edges(shape)
    x, y = _middle(shape)
    wide, high = letters.width(shape.name) / 2, letters.height(1) / 2
    inside = min(max(x, wide), max(frame.width - wide, wide))
    labels = [
        Label((shape.name,), *place)
        for place in (
            (right + _GAP + wide, y),
            (left - _GAP - wide, y),
            (inside, top - _GAP - high),
            (inside, bottom + _GAP + high),
        )
    ]
    fitting = (label for label in labels if frame.holds(label.box(letters)))
    return next(fitting, Label((shape.name,), inside, high))


def _callout(edge: Box, target: tuple[float, float]) -> Iterator[str]:
    """White for a name to stand on, with a line to its area."""
    x = min(max(target[0], edge.left), edge.right)
    y = min(max(target[1], edge.top), edge.bottom)
    line = f"M{number(x)} {number(y)}L{number(target[0])} {number(target[1])}"
    yield f'<path d="{line}" fill="none" stroke="{INK}" stroke-width="1.2"/>'
    yield path(box(edge.left, edge.top, edge.right, edge.bottom), WHITE, stroke=INK, width=0.8)

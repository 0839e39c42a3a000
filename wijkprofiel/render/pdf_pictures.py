"""Our own pictures as instructions of a PDF, ready to be copied into a page.

WeasyPrint reads any SVG, node by node and for every copy again, and sets its text letter by
letter. Ours are paths in few commands and a word here and there (`wijkprofiel.charts.svg`), so they
are turned into instructions once, which takes a third of the time off writing a document.
WeasyPrint looks in its cache of images before it fetches an address: a picture in there needs a
size, and a way to draw itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weasyprint.pdf.stream import Stream
    from weasyprint.text.fonts import FontConfiguration

_ELEMENT = re.compile(r"<(\w+)([^>]*)>([^<]*)")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_KNOWN: dict[str, set[str]] = {
    "path": {"d", "fill", "fill-rule", "stroke", "stroke-width", "stroke-dasharray"},
    "text": {"x", "y", "font-size", "font-weight", "fill"},
    "title": set(),
}
_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?[\d.]+")
_ROUND = 0.5523
"""How far a control point lies from the end of a quarter of a circle, in radii."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text in a picture, which starts at x and stands on y."""

    content: str
    x: float
    y: float
    size: float
    weight: int
    fill: str
    families: tuple[str, ...]

    def draw(self, stream: Stream, fonts: FontConfiguration) -> None:
        """Write the text into a page, as one piece."""
        from weasyprint.css.properties import INITIAL_VALUES
        from weasyprint.draw.text import draw_first_line
        from weasyprint.matrix import Matrix
        from weasyprint.svg.text import Style, TextBox
        from weasyprint.text.line_break import create_layout

        style = Style(INITIAL_VALUES)
        style.update(font_family=self.families, font_size=self.size, font_weight=self.weight)
        style.font_config = fonts
        layout = create_layout(self.content, style, None, None, 0)
        stream.stream.append(f"{_colour(self.fill)} rg".encode("ascii"))
        stream.begin_text()
        place = Matrix(d=-1, e=self.x, f=self.y)
        draw_first_line(stream, TextBox(layout, style), "none", "none", place)
        stream.end_text()


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a picture consists of: paths, as instructions, with text on top of them."""

    width: float
    height: float
    instructions: bytes
    words: tuple[Words, ...]


class ReadyPicture:
    """A drawing as WeasyPrint asks for an image."""

    def __init__(self, drawing: Drawing, fonts: FontConfiguration) -> None:
        self._drawing, self._fonts = drawing, fonts

    def get_intrinsic_size(
        self, _resolution: float, _font_size: float
    ) -> tuple[float, float, float]:
        """Width and height in pixels, and their ratio."""
        drawing = self._drawing
        return drawing.width, drawing.height, drawing.width / drawing.height

    def draw(self, stream: Stream, width: float, height: float, _style: object) -> None:
        """Copy the picture into a page."""
        drawing = self._drawing
        stream.transform(a=width / drawing.width, d=height / drawing.height)
        stream.stream.append(drawing.instructions)
        for words in drawing.words:
            words.draw(stream, self._fonts)


def ready_pictures(
    pictures: Mapping[str, str], fonts: FontConfiguration
) -> dict[str, ReadyPicture]:
    """WeasyPrint's cache of images: each picture under its address."""
    return {address: ReadyPicture(drawing(svg), fonts) for address, svg in pictures.items()}


@lru_cache(maxsize=256)
def drawing(svg: str) -> Drawing:
    """Read a picture of ours.

    Raises:
        ValueError: something that `wijkprofiel.charts.svg` does not write.
    """
    (_, root, _), *inside = (
        (name, dict(_ATTRIBUTE.findall(rest)), content)
        for name, rest, content in _ELEMENT.findall(svg)
    )
    for name, attributes, _ in inside:
        if name not in _KNOWN or not attributes.keys() <= _KNOWN[name]:
            raise ValueError(f"element {name} with attributes {list(attributes)}")
    _, _, width, height = (float(size) for size in root["viewBox"].split())
    drawn = " ".join(_drawn(path) for name, path, _ in inside if name == "path")
    families = tuple(family.strip(" '") for family in root.get("font-family", "").split(","))
    words = tuple(
        _words(text, content, families) for name, text, content in inside if name == "text"
    )
    return Drawing(width, height, drawn.encode("ascii"), words)


def _words(text: Mapping[str, str], content: str, families: tuple[str, ...]) -> Words:
    return Words(
        content=unescape(content),
        x=float(text["x"]),
        y=float(text["y"]),
        size=float(text["font-size"]),
        weight=int(text["font-weight"]),
        fill=text["fill"],
        families=families,
    )


def _drawn(path: Mapping[str, str]) -> str:
    """A path with its colours; `q` and `Q` keep a dash from what follows."""
    fill, stroke = path["fill"], path.get("stroke")
    parts = [] if fill == "none" else [_colour(fill), "rg"]
    if stroke:
        parts += [_colour(stroke), "RG", path["stroke-width"], "w"]
    dash = path.get("stroke-dasharray")
    if dash:
        parts += ["q", f"[{dash}]", "0", "d"]
    parts += _outline(path["d"])
    parts.append(_painted(filled=fill != "none", edged=bool(stroke), rule=path.get("fill-rule")))
    return " ".join([*parts, "Q"] if dash else parts)


def _painted(*, filled: bool, edged: bool, rule: str | None) -> str:
    """The operator that paints a path: its inside, its edge, or both."""
    if not filled:
        return "S"
    return ("B" if edged else "f") + ("*" if rule == "evenodd" else "")


def _colour(written: str) -> str:
    parts = (int(written[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{part:.4g}" for part in parts)


def _outline(written: str) -> Iterator[str]:
    """The commands of an SVG path as those of a PDF."""
    x = y = 0.0
    for command, rest in _COMMAND.findall(written):
        values = [float(value) for value in _NUMBER.findall(rest)]
        match command:
            case "M" | "L":
                x, y = values
            case "H":
                (x,) = values
            case "V":
                (y,) = values
            case "a":
                yield _half_circle(x, y, across=values[5])
                x += values[5]
                continue
            case "Z":
                yield "h"
                continue
            case _:
                raise ValueError(f"path command {command}")
        yield f"{x:g} {y:g} {'m' if command == 'M' else 'l'}"


def _half_circle(x: float, y: float, *, across: float) -> str:
    """Half a circle from x to the other side of it; the second half goes back."""
    radius = across / 2
    bend = radius * _ROUND
    middle, top = x + radius, y + radius
    points = (
        (x, y + bend), (middle - bend, top), (middle, top),
        (middle + bend, top), (x + across, y + bend), (x + across, y),
    )  # fmt: skip
    numbers = [f"{value:.2f}" for point in points for value in point]
    return f"{' '.join(numbers[:6])} c {' '.join(numbers[6:])} c"

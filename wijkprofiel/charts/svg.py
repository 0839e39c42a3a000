"""The few pieces that every chart is written with.

Coordinates have one decimal and are computed here: no transforms, opacity or text anchors, which
make a PDF large and slow. Text names its font on the svg, because a picture does not inherit it.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

FONT = "'Source Sans Pro', system-ui, sans-serif"

_CHARACTER_WIDTH = 0.58
"""Width of a character in ems, for text that has to end before a given place in any font."""


def number(value: float) -> str:
    """A coordinate with at most one decimal, without noise: 12, 3.4, 0."""
    text = f"{value:.1f}"
    if text[-1] != "0":
        return text
    whole = text[:-2]
    return "0" if whole == "-0" else whole


def points(pairs: Iterable[tuple[float, float]]) -> str:
    """A closed sub-path through points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in pairs) + "Z"


def box(left: float, top: float, right: float, bottom: float) -> str:
    """A rectangle as sub-path."""
    return f"M{number(left)} {number(top)}H{number(right)}V{number(bottom)}H{number(left)}Z"


def circle(x: float, y: float, radius: float) -> str:
    """A circle as sub-path."""
    r, across = number(radius), number(2 * radius)
    return f"M{number(x - radius)} {number(y)}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0Z"


def path(outline: str, fill: str, *, stroke: str | None = None, width: float = 1) -> str:
    """A path with presentation attributes only."""
    edge = f' stroke="{stroke}" stroke-width="{number(width)}"' if stroke else ""
    return f'<path d="{outline}" fill="{fill}"{edge}/>'


def text(x: float, y: float, content: str, *, size: float, fill: str, weight: int = 400) -> str:
    """Text that starts at x."""
    return (
        f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size)}" '
        f'font-weight="{weight}" fill="{fill}">{escape(content, quote=False)}</text>'
    )


def text_width(content: str, size: float) -> float:
    """About how wide a text is, on the safe side for digits and lower case."""
    return len(content) * size * _CHARACTER_WIDTH


def document(width: float, height: float, title: str, parts: Iterable[str]) -> str:
    """A complete picture; `title` says everything that it shows."""
    w, h = number(width), number(height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {w} {h}" '
        f'width="{w}" height="{h}" font-family="{FONT}">'
        f"<title>{escape(title, quote=False)}</title>{''.join(parts)}</svg>"
    )


def background(width: float, height: float, parts: Iterable[str]) -> str:
    """A picture behind a number: without a text, for the number says what it shows."""
    w, h = number(width), number(height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" '
        f'width="{w}" height="{h}">{"".join(parts)}</svg>'
    )

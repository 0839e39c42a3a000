"""How much a picture draws once everything that it repeats is drawn.

`use`, patterns and masks draw a part again wherever it is named. Ten parts that each name another
ten times are ten milliard shapes, and a part that names itself never ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element  # noqa: TID251 - only looked at

from wijkprofiel.render.svg_names import SVG, TEXTS, XLINK
from wijkprofiel.render.svg_styles import Rule, places, rules

_MOST_SHAPES = 20_000
"""Shapes; text and outlines count by their length. Ten thousand cost a PDF some seconds."""
_DEEPEST = 100
_ATTRIBUTE = 100
"""Letters of an outline that are as much work as a shape."""
_REFERENCES = ("href", f"{{{XLINK}}}href")

ROUND = "heeft een onderdeel dat zichzelf weer gebruikt"
DEEP = "zit te diep in elkaar"
MUCH = "bestaat uit te veel onderdelen"


def repeats_flaw(tree: Element) -> str | None:
    """What is wrong with the parts of a picture, as the rest of a sentence; or None."""
    return _Work(tree).flaw()


def local_name(element: Element) -> str:
    """Name of an element of SVG; with its namespace if it is none."""
    return str(element.tag).removeprefix(f"{{{SVG}}}")


@dataclass(frozen=True, slots=True)
class Effort:
    """What drawing a part takes: shapes, and how deeply they lie within one another."""

    shapes: int
    depth: int


class _Work:
    """The effort of each part, computed once."""

    def __init__(self, tree: Element) -> None:
        self._tree = tree
        self._named = {element.get("id"): element for element in tree.iter()}
        self._rules = _rules_by_key(tree)
        self._known: dict[Element, Effort] = {}
        self._open: set[Element] = set()

    def flaw(self) -> str | None:
        found = self._add(self._tree)
        if isinstance(found, str):
            return found
        return MUCH if found.shapes > _MOST_SHAPES else None

    def _add(self, element: Element) -> Effort | str:
        """The effort of an element and all it names, or what is wrong with it."""
        if element in self._known:
            return self._known[element]
        if element in self._open:
            return ROUND
        if len(self._open) == _DEEPEST:
            return DEEP
        self._open.add(element)
        shapes, depth = _own_shapes(element), 0
        for part in (*element, *self._used_by(element)):
            effort = self._add(part)
            if isinstance(effort, str):
                return effort
            shapes, depth = shapes + effort.shapes, max(depth, effort.depth)
        self._open.remove(element)
        self._known[element] = Effort(shapes, depth + 1)
        return DEEP if depth + 1 > _DEEPEST else self._known[element]

    def _used_by(self, element: Element) -> Iterator[Element]:
        """What is drawn again for an element: a link to a place draws nothing."""
        if local_name(element) != "a":
            for name in _REFERENCES:
                yield from self._at(element.get(name, "").strip().removeprefix("#"))
        for value in element.attrib.values():
            for place in places(value):
                yield from self._at(place)
        for key in _keys_of(element):
            for rule in self._rules.get(key, ()):
                for place in rule.places:
                    yield from self._at(place)

    def _at(self, place: str) -> Sequence[Element]:
        return (self._named[place],) if place and place in self._named else ()


def _own_shapes(element: Element) -> int:
    letters = sum(map(len, element.attrib.values())) // _ATTRIBUTE
    if local_name(element) in TEXTS:
        letters += len("".join(element.itertext()))
    return 1 + letters


def _rules_by_key(tree: Element) -> Mapping[str, Sequence[Rule]]:
    """The rules that name a place, by the last word of their selectors."""
    found: dict[str, list[Rule]] = {}
    for element in tree.iter(f"{{{SVG}}}style"):
        for rule in rules("".join(element.itertext())):
            if rule.places:
                for selector in rule.selectors:
                    found.setdefault(_key_of(selector), []).append(rule)
    return found


def _key_of(selector: str) -> str:
    """What an element must at least have to be meant: `g .a` is `.a`, and `*` is for all."""
    last = selector.replace(">", " ").replace("+", " ").replace("~", " ").split()[-1:]
    word = last[0].split(":")[0].split("[")[0] if last else "*"
    if "." in word:
        return "." + word.split(".")[1].split("#")[0]
    return "#" + word.split("#")[1] if "#" in word else word or "*"


def _keys_of(element: Element) -> Iterator[str]:
    yield from ("*", local_name(element))
    yield from (f".{name}" for name in element.get("class", "").split())
    if "id" in element.attrib:
        yield f"#{element.get('id')}"

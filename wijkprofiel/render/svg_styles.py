"""The style rules of an SVG: known properties with simple values, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wijkprofiel.render.svg_names import FUNCTIONS, INERT_PREFIXES, PROPERTIES, SVG, XLINK
from wijkprofiel.yaml_files.messages import shown

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_URL = re.compile(r"""\burl\(\s*("[^"]*"|'[^']*'|[^"'()\s]*)\s*\)""", re.IGNORECASE)
_CALL = re.compile(r"([\w-]+)\(")
_NAMESPACE = re.compile(
    r"""@namespace\s+(?:[\w-]+\s+)?(?:url\(\s*)?["']?([^"')\s;]*)["']?\s*\)?\s*;"""
)
_FONT_FACE = re.compile(r"@font-face\s*\{([^{}]*)\}")
_FONT_DATA = re.compile(r"data:(?:font/|application/(?:x-)?font-)[\w-]+[;,]", re.IGNORECASE)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """Which elements a rule is for, and the places in the picture that it names."""

    selectors: tuple[str, ...]
    places: tuple[str, ...]


def places(value: str) -> tuple[str, ...]:
    """The ids of what a value names: `url(#verf)` is `verf`."""
    found = (written.strip("\"' ") for written in _URL.findall(value))
    return tuple(address[1:] for address in found if address.startswith("#"))


def rules(sheet: str) -> Iterator[Rule]:
    """The rules of a style sheet that has no flaw."""
    text = _FONT_FACE.sub("", _NAMESPACE.sub("", _COMMENT.sub(" ", sheet)))
    for selectors, declarations in _RULE.findall(text):
        yield Rule(tuple(map(str.strip, selectors.split(","))), places(declarations))


def sheet_flaw(sheet: str) -> str | None:
    """What is wrong with a style sheet, as the rest of a sentence; or None."""
    if "\\" in sheet:
        return "heeft een \\ in zijn stijlregels"
    text = _COMMENT.sub(" ", sheet)
    for space in _NAMESPACE.findall(text):
        if space not in (SVG, XLINK):
            return f"heeft '@namespace {shown(space)}' in zijn stijlregels"
    text = _NAMESPACE.sub("", text)
    for face in _FONT_FACE.findall(text):
        if not all(_FONT_DATA.match(written.strip("\"' ")) for written in _URL.findall(face)):
            return "heeft een lettertype dat geen lettertype is"
    text = _FONT_FACE.sub("", text)
    if "@" in text:
        return f"heeft '{shown(text[text.index('@') :][:20])}' in zijn stijlregels"
    found = (declarations_flaw(declarations) for _, declarations in _RULE.findall(text))
    if flaw := next((each for each in found if each), None):
        return flaw
    rest = _RULE.sub("", text).strip()
    return f"heeft '{shown(rest)}' in zijn stijlregels" if rest else None


def declarations_flaw(written: str) -> str | None:
    """What is wrong with the properties of a rule or of a `style` attribute; or None."""
    if flaw := value_flaw(written):
        return flaw
    for declaration in _COMMENT.sub(" ", _URL.sub("", written)).split(";"):
        name = declaration.partition(":")[0].strip().lower()
        if name and name not in PROPERTIES and not name.startswith(INERT_PREFIXES):
            return f"heeft '{shown(name)}' in zijn stijlregels"
    return None


def value_flaw(value: str) -> str | None:
    """What is wrong with a value, or with several at once; or None."""
    if "\\" in value:
        return "heeft een \\ in zijn stijlregels"
    for written in _URL.findall(value):
        if not written.strip("\"' ").startswith("#"):
            return f"gebruikt '{shown(written)}' als kleur of vorm"
    rest = _COMMENT.sub(" ", value)
    for name in _CALL.findall(rest):
        if name.lower() not in FUNCTIONS:
            return f"gebruikt '{name}(…)' in zijn stijlregels"
    if "url(" in _URL.sub("", rest).lower():
        return "heeft een adres dat niet goed is geschreven"
    return None

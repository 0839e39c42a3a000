"""The style rules of a page: the places where CSS takes something in from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from wijkprofiel.render.fetching import address_flaw
from wijkprofiel.yaml_files.messages import shown

_STRING = r"""(?:"(?:[^"\\\n\r\f]|\\[^\n\r\f])*"|'(?:[^'\\\n\r\f]|\\[^\n\r\f])*')"""
_PLAIN_STRING = r"""(?:"[^"\\\n\r\f]*"|'[^'\\\n\r\f]*')"""
_TOKEN = re.compile(
    rf"""
      /\*.*?\*/
    | {_STRING}
    | (?<![\w-])url\( \s* (?P<url> {_PLAIN_STRING} | [^"'()\s\\]* ) \s* \)
    | (?P<call> [\w-]+ ) \(
    | @ (?P<at> [\w-]* )
    | (?P<loose> ["'\\] | /\* )
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_FUNCTIONS = frozenset(
    name
    for line in (
        "attr calc clamp content counter counters element env leader max min running string var",
        "target-counter target-counters target-text symbols local format tech",
        "rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark",
        "linear-gradient radial-gradient conic-gradient repeating-linear-gradient",
        "repeating-radial-gradient repeating-conic-gradient",
        "matrix matrix3d perspective rotate rotatex rotatey rotatez scale scalex scaley scalez",
        "skew skewx skewy translate translatex translatey translatez translate3d",
        "cubic-bezier linear steps circle ellipse inset path polygon rect",
        "blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia",
        "fit-content minmax repeat",
        "dir has is lang not nth nth-child nth-last-child nth-last-of-type nth-of-type where",
    )
    for name in line.split()
)
"""That take nothing in; `url` is looked at by itself."""
_WORDS_BEFORE_BRACKETS = frozenset(["and", "or", "not", "only", "selector"])
_RULES = re.compile(
    r"(?:media|page|font-face|supports|keyframes|-webkit-keyframes|counter-style|layer|container"
    r"|property|footnote|(?:top|bottom|left|right)-[a-z-]+)",
    re.IGNORECASE,
)


def styles_flaw(rules: str, pictures: Container[str]) -> str | None:
    """What is wrong with style rules, as the rest of a sentence about the page; or None.

    Args:
        pictures: addresses of pictures that are handed over with the page.
    """
    return next(_flaws(rules, pictures), None)


def _flaws(rules: str, pictures: Container[str]) -> Iterator[str]:
    for token in _TOKEN.finditer(rules):
        call, rule = token["call"], token["at"]
        address = (token["url"] or "").strip("\"'")
        if token["loose"]:
            yield f"heeft een los {token['loose']} in een stijlregel."
        elif rule is not None and not _RULES.fullmatch(rule):
            yield f"heeft @{rule} in een stijlregel."
        elif call and call.lower() not in _FUNCTIONS | _WORDS_BEFORE_BRACKETS:
            yield f"heeft {call}(…) in een stijlregel."
        elif flaw := address_flaw(address, pictures):
            yield f"gebruikt '{shown(address)}': dat {flaw}"

"""What a page may take in: our own fonts and pictures, and files that were checked and embedded.

Nothing is fetched while a page is drawn. A file goes into the page before that, by `embedded`,
as an address that holds its own content; HTML and PDF get the same page, and both need nothing
beside it.
"""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from wijkprofiel.disk.regular_files import is_inside, read_regular
from wijkprofiel.domain.errors import RenderError
from wijkprofiel.domain.reasons import reason
from wijkprofiel.render.file_kinds import (
    DAMAGED,
    FONTS,
    LARGEST,
    PIXELS,
    SVG_TYPE,
    UNKNOWN,
    data_of,
    data_url,
    kind_of,
    named_kind,
    pixels_flaw,
)
from wijkprofiel.render.svg_check import svg_flaw

OUTSIDE = "staat niet in de bladzijde zelf."
_REMEDY = "Alleen svg, png, jpeg, ttf, otf en woff2 uit uw eigen configuratiemap kunnen mee."


def content_flaw(content: bytes, kind: str) -> str | None:
    """What is wrong with a picture or a font, as the rest of a sentence; or None."""
    if kind in PIXELS:
        return pixels_flaw(content, kind)
    return svg_flaw(content.decode(errors="replace")) if kind == SVG_TYPE else None


def data_flaw(address: str) -> str | None:
    """What is wrong with an address that holds its own content, as the rest of a sentence."""
    content, named = data_of(address), named_kind(address)
    if content is None:
        return DAMAGED
    kind = kind_of(content)
    if kind is None or (kind != named and not (kind in FONTS and named.startswith("font"))):
        return UNKNOWN
    if len(content) > LARGEST:
        return f"is groter dan {LARGEST // 1000} kB; maak het kleiner."
    return content_flaw(content, kind)


def embedded(path: Path, name: str, within: Path) -> str:
    """A file as an address that holds its own content.

    Args:
        name: what a template calls the file.
        within: the folder that it has to lie in, with every link followed.

    Raises:
        RenderError: it lies elsewhere, cannot be read, is too large, or of a kind that does not
            belong in a page.
    """
    if not is_inside(path, [within]):
        raise RenderError(f"Bestand {name} ligt buiten {within}.", remedy=_REMEDY)
    try:
        content = read_regular(path, LARGEST)
    except OSError as error:
        raise RenderError(
            f"Bestand {name} is niet te lezen ({reason(error)}).", remedy=_REMEDY
        ) from None
    if content is None:
        size = LARGEST // 1000
        raise RenderError(
            f"Bestand {name} is groter dan {size} kB; maak het kleiner.", remedy=_REMEDY
        )
    kind = kind_of(content)
    flaw = UNKNOWN if kind is None else content_flaw(content, kind)
    if kind is None or flaw:
        raise RenderError(f"Bestand {name} {flaw}", remedy=_REMEDY)
    return data_url(content, kind)


def address_flaw(address: str, pictures: Container[str]) -> str | None:
    """What is wrong with what a page wants to show, as the rest of a sentence; or None.

    Args:
        pictures: addresses of pictures that are handed over with the page.
    """
    address = address.strip()
    if not address or address.startswith("#") or address in pictures:
        return None
    return data_flaw(address) if address.lower().startswith("data:") else OUTSIDE

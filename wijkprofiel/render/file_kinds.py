"""What a picture or a font is by what it holds, whatever its name or its address says."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from urllib.parse import unquote_to_bytes

from wijkprofiel.render.raster_pictures import jpeg_size, png_size

SVG_TYPE = "image/svg+xml"
PIXELS = ("image/png", "image/jpeg")
PICTURES = (SVG_TYPE, *PIXELS)
FONTS = ("font/ttf", "font/otf", "font/woff2")
LARGEST = 500_000
"""Bytes of a picture or a font."""

DAMAGED = "is beschadigd of niet compleet; bewaar het opnieuw."
UNKNOWN = "is geen svg, png, jpeg, ttf, otf of woff2."

_SIGNS = {
    SVG_TYPE: (b"<svg",),
    "image/png": (b"\x89PNG\r\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "font/ttf": (b"\0\1\0\0", b"true"),
    "font/otf": (b"OTTO",),
    "font/woff2": (b"wOF2",),
}
"""What such a file begins with; an SVG has it somewhere near its beginning."""
_HEAD = 2_000
_MOST_PIXELS = 20_000_000


def kind_of(content: bytes) -> str | None:
    """The content type of a picture or font, or None if it is neither."""
    for kind, signs in _SIGNS.items():
        if content.startswith(signs) or (kind == SVG_TYPE and signs[0] in content[:_HEAD]):
            return kind
    return None


def pixels_flaw(content: bytes, kind: str) -> str | None:
    """What is wrong with a PNG or JPEG, as the rest of a sentence; or None."""
    size = png_size(content) if kind == "image/png" else jpeg_size(content)
    if size is None or 0 in size:
        return DAMAGED
    width, height = size
    if width * height > _MOST_PIXELS:
        return f"is {width} bij {height} punten groot; bewaar het kleiner."
    return None


def data_of(address: str) -> bytes | None:
    """What an address that holds its own content holds, or None if it cannot be read."""
    head, comma, written = address.strip().partition(",")
    if not comma or not head.lower().startswith("data:"):
        return None
    content = unquote_to_bytes(written)
    if not head.lower().endswith(";base64"):
        return content
    try:
        return b64decode(b"".join(content.split()), validate=True)
    except binascii.Error:
        return None


def data_url(content: bytes, kind: str) -> str:
    """An address that holds its own content."""
    return f"data:{kind};base64,{b64encode(content).decode('ascii')}"


def named_kind(address: str) -> str:
    """The content type that an address gives itself."""
    return address.strip()[len("data:") :].partition(",")[0].partition(";")[0].strip().lower()


def is_pixels(address: str) -> bool:
    """Whether an address holds a PNG or a JPEG that is whole."""
    content = data_of(address)
    if content is None or named_kind(address) not in PIXELS:
        return False
    kind = kind_of(content)
    return kind in PIXELS and pixels_flaw(content, kind) is None

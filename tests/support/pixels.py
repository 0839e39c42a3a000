"""Pictures of pixels, made by hand."""

from __future__ import annotations

import zlib


def chunk(name: bytes, content: bytes) -> bytes:
    """A piece of a PNG with its length and check sum."""
    check = zlib.crc32(name + content)
    return len(content).to_bytes(4, "big") + name + content + check.to_bytes(4, "big")


def png(width: int, height: int) -> bytes:
    """A black PNG; of more than a few pixels it only says its size."""
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    rows = b"".join(b"\0" + b"\0\0\0" * width for _ in range(height)) if width < 100 else b""
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size + b"\x08\x02\0\0\0")
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def jpeg(width: int, height: int) -> bytes:
    """The marks of a JPEG, with hardly anything between them."""
    size = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    frame = b"\xff\xc0\x00\x0b\x08" + size + b"\x01\x01\x11\x00"
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x00"
    return b"\xff\xd8\xff\xe0\x00\x04JF" + frame + scan + b"\xff\xd9"

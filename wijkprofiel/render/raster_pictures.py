"""Whether a picture of pixels is whole, and how large it is once unpacked."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

_PNG_START = 8
_PNG_FRAME = 12
"""Bytes of a chunk beside what it holds: length, name and check sum."""
_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Marks in a JPEG behind which its height and width stand."""
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Marks in a JPEG that hold nothing."""
_SCAN, _END = 0xDA, 0xD9


def png_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, or None if it does not end as one."""
    chunks = list(_png_chunks(content))
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1] != (b"IEND", b""):
        return None
    header = chunks[0][1]
    return _number(header[:4]), _number(header[4:8])


def _png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks up to the one that ends the picture, as far as they are whole."""
    at = _PNG_START
    while at + _PNG_FRAME <= len(content):
        length = _number(content[at : at + 4])
        name, end = content[at + 4 : at + 8], at + _PNG_FRAME + length
        checked, check_sum = content[at + 4 : end - 4], content[end - 4 : end]
        if end > len(content) or crc32(checked) != _number(check_sum):
            return
        yield name, content[at + 8 : at + 8 + length]
        if name == b"IEND":
            return
        at = end


def jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a JPEG, or None if it does not end as one."""
    found = None
    for mark, at in _jpeg_marks(content):
        if mark in _SIZES:
            height, width = content[at + 3 : at + 5], content[at + 5 : at + 7]
            found = _number(width), _number(height)
        elif mark == _SCAN:
            return found if bytes((0xFF, _END)) in content[at:] else None
    return None


def _jpeg_marks(content: bytes) -> Iterator[tuple[int, int]]:
    """Each mark before the pixels, with the place of its length."""
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        mark = content[at + 1]
        if mark == 0xFF or mark in _BARE:
            at += 1 if mark == 0xFF else 2
            continue
        yield mark, at + 2
        at += 2 + _number(content[at + 2 : at + 4])


def _number(written: bytes) -> int:
    return int.from_bytes(written, "big")

"""An organisation's own look: logo, font and accent colour. Verdict colours stay ours."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

from wijkprofiel.domain.errors import OutputError
from wijkprofiel.domain.reasons import reason
from wijkprofiel.render.page_tree import well_formed
from wijkprofiel.render.svg_addresses import outside_address
from wijkprofiel.yaml_files.messages import shown

_SVG = "image/svg+xml"
_TYPES = {
    ".svg": _SVG,
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
_SIGNS = {
    _SVG: (b"<svg",),
    "image/png": (b"\x89PNG\r\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
}
"""What such a file holds near its beginning, whatever its name says."""
_ENDS = {"image/png": b"IEND", "image/jpeg": b"\xff\xd9"}
_HEAD = 2_000
_LARGEST = 500_000
_FONT_NAME = re.compile(r"[\w-]+( [\w-]+)*")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that travels inside the document, with its text alternative."""

    url: str
    alt: str


@dataclass(frozen=True, slots=True)
class Style:
    """What the templates may show of an organisation; nothing by default."""

    logo: Picture | None = None
    font: str | None = None
    accent: str | None = None

    def __post_init__(self) -> None:
        """A name ends up in a style sheet, so it holds nothing that means something there."""
        if self.font is not None and not _FONT_NAME.fullmatch(self.font):
            raise OutputError(
                f"Het lettertype '{self.font}' mag alleen letters, cijfers, spaties en - bevatten."
            )


PLAIN = Style()


def _is_whole(content: bytes, kind: str) -> bool:
    """Whether a picture has an end; an SVG has to be well-formed."""
    if kind in _ENDS:
        return _ENDS[kind] in content
    return well_formed(content.decode(errors="replace")) is not None


def read_logo(path: Path, alt: str) -> Picture:
    """Read a logo file.

    Raises:
        OutputError: if it cannot be read, is too large, of a kind that we do not show, or not
            complete in itself.
    """
    kind = _TYPES.get(path.suffix.lower())
    if kind is None:
        known = ", ".join(_TYPES)
        raise OutputError(f"Het logo {path} moet een bestand zijn met de uitgang {known}.")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise OutputError(f"Het logo {path} is niet te lezen ({reason(error)}).") from error
    if len(content) > _LARGEST:
        size = _LARGEST // 1000
        raise OutputError(f"Het logo {path} is groter dan {size} kB; maak het kleiner.")
    if not any(sign in content[:_HEAD] for sign in _SIGNS[kind]):
        raise OutputError(f"Het logo {path} is van binnen geen {path.suffix.lower()[1:]}-bestand.")
    if not _is_whole(content, kind):
        raise OutputError(f"Het logo {path} is beschadigd of niet compleet; bewaar het opnieuw.")
    if kind == _SVG and (address := outside_address(content.decode(errors="replace"))):
        raise OutputError(
            f"Het logo {path} gebruikt '{shown(address)}', en dat staat niet in het bestand zelf."
            " Sluit het in (embed) in uw tekenprogramma, of kies een png."
        )
    return Picture(f"data:{kind};base64,{b64encode(content).decode()}", alt)

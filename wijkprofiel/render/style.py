"""An organisation's own look: logo, font and accent colour. Verdict colours stay ours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wijkprofiel.disk.regular_files import is_inside, read_regular
from wijkprofiel.domain.errors import OutputError
from wijkprofiel.domain.reasons import reason
from wijkprofiel.render.file_kinds import LARGEST, SVG_TYPE, data_url, kind_of

_TYPES = {
    ".svg": SVG_TYPE,
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
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


def read_logo(path: Path, alt: str, within: Sequence[Path]) -> Picture:
    """Read a logo file.

    Args:
        within: the folders of which it has to lie in one, with every link followed.

    Raises:
        OutputError: if it lies elsewhere, cannot be read, is too large, of a kind that we do not
            show, or not complete in itself.
    """
    kind = _TYPES.get(path.suffix.lower())
    if kind is None:
        known = ", ".join(_TYPES)
        raise OutputError(f"Het logo {path} moet een bestand zijn met de uitgang {known}.")
    content = _logo_content(path, within)
    if kind_of(content) != kind:
        raise OutputError(f"Het logo {path} is van binnen geen {path.suffix.lower()[1:]}-bestand.")
    from wijkprofiel.render.fetching import content_flaw  # a profile without a logo has no need

    if flaw := content_flaw(content, kind):
        raise OutputError(f"Het logo {path} {flaw}")
    return Picture(data_url(content, kind), alt)


def _logo_content(path: Path, within: Sequence[Path]) -> bytes:
    try:
        content = read_regular(path, LARGEST)
    except OSError as error:
        shown_path = str(path).replace("\0", "")
        raise OutputError(f"Het logo {shown_path} is niet te lezen ({reason(error)}).") from error
    if content is None:
        size = LARGEST // 1000
        raise OutputError(f"Het logo {path} is groter dan {size} kB; maak het kleiner.")
    if not is_inside(path, within):
        raise OutputError(
            f"Het logo {path} ligt buiten de map van het profielbestand en die van uw configuratie."
            " Zet het naast het profielbestand."
        )
    return content
